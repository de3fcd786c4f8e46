"""Six months of one pair, from introduction to graduation and echo; they are a part of docs/tour.md."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.look_ahead import ahead_of
from tests.browser import open_browser
from tests.scenarios.conftest import OpenOffice
from tests.scenarios.six_months.april import april
from tests.scenarios.six_months.march import march
from tests.scenarios.six_months.summer import july, june, may
from tests.scenarios.six_months.the_end import afterwards, september
from tests.scenarios.six_months.words import at
from tests.scenarios.tour import Tour
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
    async with open_browser() as browser, browser.windows() as lend:
        yield Tour(office, title, Windows(office, lend, pictures))


async def test_six_months_of_one_pair(tour: Tour) -> None:
    await march(tour)
    await april(tour)
    await may(tour)
    await june(tour)
    await july(tour)
    await september(tour)
    await afterwards(tour)
    assert tour.told() == tour.text
