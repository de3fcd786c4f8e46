"""The clock: moved ahead, it stops wherever something is due, so that each happens at its time and in its order."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from playground.ahead import Ahead, Coming
from playground.client import NotOfferedError, People, RefusedError, StoppedError
from playground.people_api.timing import next_morning, week_later
from playground.server import Playground
from tests.playground.conftest import FAST, SteppedClock

HOUR = timedelta(hours=1)


@dataclass
class Diary:
    """An app that writes to somebody at certain instants: "Due at 10:30", say."""

    client: AsyncWebClient
    clock: SteppedClock
    plan: list[tuple[datetime, str]] = field(default_factory=list)

    def move(self, to: datetime) -> None:
        assert to > self.clock.now
        self.clock.now = to

    async def at_rest(self) -> None:
        while self.plan and self.plan[0][0] <= self.clock.now:
            at, user = self.plan.pop(0)
            await self.client.chat_postMessage(channel=user, text=f"Due at {at:%H:%M}")

    async def next_due(self) -> datetime | None:
        return self.plan[0][0] if self.plan else None

    async def coming(self, until: datetime) -> Sequence[Coming]:
        return [Coming(at, (user,), f"A note of {at:%H:%M}") for at, user in self.plan if at < until]

    @property
    def ahead(self) -> Ahead:
        return Ahead(self.move, self.at_rest, self.next_due, self.coming)


@pytest.fixture
def diary(client: AsyncWebClient, clock: SteppedClock, playground: Playground) -> Diary:
    """One thing is due in two hours, another in three, the last in nine days."""
    diary = Diary(client, clock)
    diary.plan = [(clock.now + 2 * HOUR, "U1"), (clock.now + 3 * HOUR, "U2"), (clock.now + timedelta(days=9), "U1")]
    playground.look_ahead(diary.ahead)
    return diary


@FAST
async def test_what_is_due_on_the_way_happens_at_its_time(people: People, clock: SteppedClock, diary: Diary) -> None:
    start, maya, tom = clock.now, people.as_("maya"), people.as_("tom")
    await people.skip(start + timedelta(days=7))
    assert await people.now() == start + timedelta(days=7)
    assert [message.text for message in await maya.messages()] == ["Due at 11:30"]
    for who, hours in ((maya, 2), (tom, 3)):
        (message,) = await who.messages()
        assert float(message.ts) == pytest.approx((start + hours * HOUR).timestamp(), abs=1)
    skip = (await people.request("GET", "/people/clock"))["skip"]
    assert (skip["is_under_way"], skip["why"]) == (False, "")
    assert [(one["users"], one["count"]) for one in skip["came"]] == [(["U1"], 1), (["U2"], 1)]
    assert len(diary.plan) == 1


@FAST
async def test_each_is_taken_to_their_own_morning_a_week_on_and_to_the_next_message(
    people: People, clock: SteppedClock, diary: Diary
) -> None:
    maya = people.as_("maya")
    ahead = await maya.ahead()
    assert [(one["users"], one["words"]) for one in ahead["coming"]] == [
        (["U1"], "A note of 11:30"),
        (["U2"], "A note of 12:30"),
        (["U1"], "A note of 09:30"),
    ]
    await maya.skip("next")
    assert clock.now == datetime(2030, 1, 7, 11, 30, tzinfo=UTC)
    await people.as_("tomoko").skip("morning")
    assert clock.now == datetime(2030, 1, 8, 0, 0, tzinfo=UTC), "nine in Tokyo"
    await maya.skip("week")
    assert clock.now == datetime(2030, 1, 15, 0, 0, tzinfo=UTC)
    await maya.skip("next")
    assert diary.plan == []
    with pytest.raises(NotOfferedError, match="no skip to 'next'"):
        await maya.skip("next")


async def test_a_clock_that_cannot_be_moved_offers_no_skip(people: People, clock: SteppedClock) -> None:
    assert await people.as_("maya").ahead() == {"weeks": 4, "coming": None, "skips": {}}
    with pytest.raises(RefusedError, match="cannot be moved"):
        await people.skip(clock.now + HOUR)


@pytest.mark.parametrize(
    ("to", "error"),
    [
        ("2030-01-07T09:30:00+00:00", "cannot_skip"),
        ("2031-06-07T09:30:00+00:00", "cannot_skip"),
        ("2030-01-08T09:30:00", "no_instant"),
        ("tomorrow", "no_instant"),
    ],
)
async def test_it_goes_forward_by_a_year_at_most(people: People, diary: Diary, to: str, error: str) -> None:
    with pytest.raises(RefusedError, match=error):
        await people.request("POST", "/people/clock/skip", {"to": to})
    assert diary.plan[0][0] == diary.clock.now + 2 * HOUR


async def test_it_stops_where_the_app_does_not_come_to_rest(
    playground: Playground, people: People, clock: SteppedClock
) -> None:
    start = clock.now
    stuck = asyncio.Event()

    async def at_rest() -> None:
        if clock.now > start:
            await stuck.wait()

    async def next_due() -> datetime:
        return start + HOUR

    playground.look_ahead(Ahead(Diary(AsyncWebClient(), clock).move, at_rest, next_due))
    playground._skipping._patience = 0.05
    with pytest.raises(StoppedError, match="had not done all that was due"):
        await people.skip(start + 5 * HOUR)
    assert clock.now == start + HOUR


async def test_somebody_stops_it_on_the_way_and_nobody_moves_it_meanwhile(
    playground: Playground, people: People, clock: SteppedClock
) -> None:
    start = clock.now
    goes_on = asyncio.Event()

    async def at_rest() -> None:
        if clock.now > start:
            await goes_on.wait()

    async def next_due() -> datetime:
        return clock.now + HOUR

    playground.look_ahead(Ahead(Diary(AsyncWebClient(), clock).move, at_rest, next_due))
    async with ClientSession() as session, session.ws_connect(f"{playground.url}/people/U1/events") as changes:
        await changes.receive()
        skipping = asyncio.create_task(people.skip(start + 5 * HOUR))
        event = await changes.receive_json()
        assert event["skip"]["is_under_way"]
        assert event["now"] == (start + HOUR).isoformat(), "who looks sees how far it is"
        with pytest.raises(RefusedError, match="being moved already"):
            await people.skip(start + 2 * HOUR)
        await people.request("DELETE", "/people/clock/skip")
        goes_on.set()
        with pytest.raises(StoppedError, match="Stopped by hand"):
            await skipping
        assert clock.now == start + HOUR
        assert not (await changes.receive_json())["skip"]["is_under_way"]
    assert (await people.request("DELETE", "/people/clock/skip"))["skip"] is None, "put away"


def test_the_next_morning_is_the_same_days_while_it_is_night() -> None:
    nights = [datetime(2026, 3, 28, hour, tzinfo=UTC) for hour in (3, 4, 23)]
    assert [next_morning(night, "Europe/Lisbon").isoformat() for night in nights] == [
        "2026-03-28T09:00:00+00:00",
        "2026-03-28T09:00:00+00:00",
        "2026-03-29T08:00:00+00:00",
    ]
    # A day that never was is passed.
    first = next_morning(datetime(2011, 12, 29, 20, tzinfo=UTC), "Pacific/Apia")
    assert first == datetime(2011, 12, 30, 19, tzinfo=UTC), "nine on the 31st"
    assert next_morning(first, "Pacific/Apia") == first + timedelta(days=1)


def test_a_week_later_clocks_show_the_same() -> None:
    assert week_later(datetime(2026, 3, 25, 9, tzinfo=UTC), "Europe/Lisbon") == datetime(2026, 4, 1, 8, tzinfo=UTC)
