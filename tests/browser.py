"""A real browser for tests: Debian's chromium, driven by Playwright's asynchronous API."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import BrowserContext, Error, Page, ViewportSize, async_playwright, expect

# In milliseconds: once a window has what it shows, everything is a matter of a blink, but on a busy machine.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)

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


Lend = Callable[[ViewportSize], Awaitable[Page]]


class Browser:
    """Windows of one browser, side by side in one profile. They are used again: a new one is dear."""

    def __init__(self, profile: BrowserContext) -> None:
        self._profile = profile
        self._free: list[Page] = []

    @asynccontextmanager
    async def windows(self) -> AsyncIterator[Lend]:
        """Lends windows of a size, each as good as new; nothing may have gone wrong in a page's script in the end."""
        problems: list[str] = []
        lent: list[Page] = []

        def note(problem: Error) -> None:
            problems.append(problem.stack or problem.message)

        async def lend(size: ViewportSize) -> Page:
            page = self._free.pop() if self._free else await self._profile.new_page()
            lent.append(page)
            page.on("pageerror", note)
            await page.set_viewport_size(size)
            return page

        yield lend
        for page in lent:
            page.remove_listener("pageerror", note)
            await page.evaluate("localStorage.clear(); sessionStorage.clear()")
            await page.goto("about:blank")
            await page.emulate_media(color_scheme="null")
        self._free += lent
        assert problems == []


@asynccontextmanager
async def open_browser() -> AsyncIterator[Browser]:
    """A browser; what needs it is skipped where no chromium is installed."""
    path = chromium()
    if path is None:
        pytest.skip("no chromium is installed (Debian: apt install chromium)")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        try:
            profile = await browser.new_context(locale="en-GB")
            profile.set_default_timeout(PATIENCE)
            yield Browser(profile)
        finally:
            await browser.close()
