"""The gallery in a playground, and a browser to look at it with."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page, ViewportSize, expect

from playground.server import Playground
from tests.address import address
from tests.browser import Browser
from tests.playground.page.gallery import connected
from tests.playground.page.workspace import NOW, SEED

MANIFEST = Path(__file__).parent / "gallery.yml"
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 380, "height": 800}

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
    await address.open(playground)
    async with connected(playground):
        yield playground
    await playground.stop()


@pytest.fixture
async def open_page(browser: Browser, playground: Playground) -> AsyncIterator[OpenPage]:
    """Opens a window of its own that acts as somebody and looks at a place, ready to be used."""
    async with browser.windows() as lend:

        async def open_page(person: str = "U1", place: str = "home", size: ViewportSize = DESKTOP) -> Page:
            page = await lend(size)
            await page.goto(f"{playground.url}/?as={person}#{place}")
            await ready(page)
            return page

        yield open_page


async def ready(page: Page) -> None:
    """Wait until the page shows its first data."""
    await expect(page.locator("body")).to_have_attribute("data-ready", "true")


async def send(page: Page, text: str) -> None:
    """Write in the composer and send."""
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.fill(text)
    await page.get_by_role("button", name="Send").click()
