"""The gallery in a playground, and a browser to look at it with."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, ViewportSize, expect

from playground.server import Playground
from tests.playground.page.gallery import connected
from tests.playground.page.workspace import NOW, SEED

MANIFEST = Path(__file__).parent / "gallery.yml"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 380, "height": 800}

# Generous: a machine that does much else at the same time must not fail a test.
expect.set_options(timeout=20_000)

OpenPage = Callable[..., Awaitable[Page]]


class Clock:
    """Stands still, but for a microsecond at each look, until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def playground(clock: Clock) -> AsyncIterator[Playground]:
    """A playground with the gallery connected to it."""
    playground = Playground(MANIFEST, SEED, clock)
    await playground.start()
    async with connected(playground):
        yield playground
    await playground.stop()


class Windows:
    """Windows of the browser, each with a profile of its own. They are used again: a new one is dear."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Page] = []

    async def take(self, size: ViewportSize) -> Page:
        """A window as good as new."""
        if not self._free:
            context = await self._browser.new_context(locale="en-GB")
            context.set_default_timeout(20_000)
            self._free.append(await context.new_page())
        page = self._free.pop()
        await page.set_viewport_size(size)
        return page

    async def give_back(self, page: Page) -> None:
        await page.evaluate("localStorage.clear(); sessionStorage.clear()")
        await page.goto("about:blank")
        await page.emulate_media(color_scheme="null")
        self._free.append(page)


@pytest.fixture(scope="session")
async def windows(browser: Browser) -> Windows:
    return Windows(browser)


@pytest.fixture
async def open_page(windows: Windows, playground: Playground) -> AsyncIterator[OpenPage]:
    """Opens a window of its own that acts as somebody and looks at a place, ready to be used.

    What goes wrong in the page's script fails the test.
    """
    problems: list[str] = []
    opened: list[Page] = []

    def note(problem: Error) -> None:
        problems.append(problem.stack or problem.message)

    async def open_page(person: str = "U1", place: str = "home", size: ViewportSize = DESKTOP) -> Page:
        page = await windows.take(size)
        opened.append(page)
        page.on("pageerror", note)
        await page.goto(f"{playground.url}/?as={person}#{place}")
        await ready(page)
        return page

    yield open_page
    for page in opened:
        page.remove_listener("pageerror", note)
        await windows.give_back(page)
    assert problems == []


async def ready(page: Page) -> None:
    """Wait until the page shows its first data."""
    await expect(page.locator("body")).to_have_attribute("data-ready", "true")


async def send(page: Page, text: str) -> None:
    """Write in the composer and send."""
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.fill(text)
    await page.get_by_role("button", name="Send").click()
