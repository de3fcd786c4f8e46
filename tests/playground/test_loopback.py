"""Nobody but this machine's own page and programs gets in."""

import aiohttp
import pytest

from playground.seed import Seed
from playground.server import Playground
from tests.playground.conftest import MANIFEST, SEED, SteppedClock


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8765"}, 200),
        ({"Host": "playground.example"}, 403),
        ({"Origin": "https://harbour.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_other_hosts_and_other_sites_are_kept_out(
    playground: Playground, headers: dict[str, str], status: int
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{playground.url}/people/clock", headers=headers) as response,
    ):
        assert response.status == status


async def test_its_own_page_gets_in(playground: Playground) -> None:
    headers = {"Origin": playground.url}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{playground.url}/people/clock", headers=headers) as response,
    ):
        assert (await response.json())["now"] == "2030-01-07T09:30:00+00:00"


async def test_a_port_that_is_taken_is_said_at_once(playground: Playground, clock: SteppedClock) -> None:
    second = Playground(MANIFEST, Seed.from_dict(SEED), clock)
    with pytest.raises(OSError, match="address already in use"):
        await second.start(port=int(playground.url.rsplit(":", 1)[1]))
