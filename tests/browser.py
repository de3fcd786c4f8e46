"""A real browser for tests: Debian's chromium, driven by Playwright's asynchronous API."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

# No sandbox, since tests may run as root; nothing of the browser's own that would look for the network; and one process
# for all windows, so that each does not compile the page's script anew.
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",
)


# The first needs a third less of the processor than the others: it has no window to draw.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Where chromium is installed, or None."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """A browser; what needs it is skipped where no chromium is installed."""
    path = chromium()
    if path is None:
        pytest.skip("no chromium is installed (Debian: apt install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()
