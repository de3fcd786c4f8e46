"""Six months of one pair, from introduction to graduation and echo; they are a part of docs/tour.md."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.look_ahead import ahead_of
from tests.browser import open_browser
from tests.scenarios.conftest import PATIENCE, OpenOffice
from tests.scenarios.six_months.april import april
from tests.scenarios.six_months.march import march
from tests.scenarios.six_months.summer import july, june, may
from tests.scenarios.six_months.the_end import afterwards, september
from tests.scenarios.six_months.words import at
from tests.scenarios.tour import WINDOW, Tour
from tests.scenarios.windows import Windows


@pytest.fixture
async def tour(opening: OpenOffice, pictures: Path | None) -> AsyncIterator[Tour]:
    """Nobody is in a pair yet. A browser runs along only where pictures are wanted."""
    office, title = await opening(), "Six months of one pair"
    office.clock.now = at(3, 2)
    office.playground.look_ahead(ahead_of(office.rapport, office.clock.move))
    if pictures is None:
        yield Tour(office, title)
        return
    async with open_browser() as browser:
        context = await browser.new_context(viewport=WINDOW, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        yield Tour(office, title, Windows(office, context, pictures))


async def test_six_months_of_one_pair(tour: Tour) -> None:
    await march(tour)
    await april(tour)
    await may(tour)
    await june(tour)
    await july(tour)
    await september(tour)
    await afterwards(tour)
    assert tour.told() == tour.text
