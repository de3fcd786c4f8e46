"""App Homes are published when they are stale, and not more often than they need be."""

import asyncio
from datetime import timedelta

import pytest

from scheduler.homes import Homes
from scheduler.slack_calls import SlackCalls
from storage.models import Person
from tests.scheduler.office import MAYA, NOON, TOM, Office
from tests.scheduler.slack_server import SlackServer, holds, loses_the_reply, refuses, too_many
from views.wording import Wording

# What the databases differ in is tests/storage's to show.
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


@pytest.fixture
def homes(office: Office, calls: SlackCalls, wording: Wording) -> Homes:
    return Homes(office.services, calls, wording, rest=timedelta(seconds=2))


async def stale(office: Office, *people: str) -> None:
    for person in people:
        await office.change(person, home_opened_at=NOON, home_stale_since=office.now)


async def stale_since(office: Office, person: str) -> object:
    return (await office.store.read(lambda tx: tx.get_one(Person, person))).home_stale_since


async def publish(homes: Homes) -> None:
    async with asyncio.timeout(60):
        while await homes.drain():
            pass


async def test_a_stale_home_is_published_once_and_then_is_fresh(
    office: Office, homes: Homes, slack: SlackServer
) -> None:
    await stale(office, MAYA)
    await publish(homes)
    await publish(homes)
    assert [call["user_id"] for call in slack.called("views.publish")] == ["UMAYA"]
    assert slack.homes["UMAYA"]["type"] == "home"
    assert await stale_since(office, MAYA) is None


async def test_changes_soon_after_each_other_are_shown_together(
    office: Office, homes: Homes, slack: SlackServer
) -> None:
    await stale(office, MAYA)
    await publish(homes)
    for _ in range(3):
        office.later(seconds=0.4)
        await stale(office, MAYA)
        await publish(homes)
    assert len(slack.calls) == 1
    office.later(seconds=0.9)
    await publish(homes)
    assert len(slack.calls) == 2
    assert await stale_since(office, MAYA) is None


async def test_it_has_itself_woken_when_a_home_has_rested(office: Office, calls: SlackCalls, wording: Wording) -> None:
    homes = Homes(office.services, calls, wording, rest=timedelta(seconds=0.05))
    await stale(office, MAYA)
    await publish(homes)
    await stale(office, MAYA)
    await publish(homes)
    await office.wakes()


async def test_a_home_that_changes_while_it_is_published_stays_stale(
    office: Office, homes: Homes, slack: SlackServer
) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("views.publish", holds(gate))
    await stale(office, MAYA)
    publishing = asyncio.create_task(publish(homes))
    await slack.until(lambda: len(slack.calls) == 1)
    office.later(seconds=1)
    await stale(office, MAYA)
    gate.set()
    await publishing
    assert await stale_since(office, MAYA) == office.now


async def test_a_home_that_cannot_be_published_holds_up_no_other_and_is_tried_again(
    office: Office, calls: SlackCalls, wording: Wording, slack: SlackServer
) -> None:
    homes = Homes(office.services, calls, wording, at_once=1)
    slack.goes_wrong("views.publish", refuses("invalid_blocks"))
    await stale(office, MAYA)
    office.later(seconds=1)
    await stale(office, TOM)
    await publish(homes)
    assert set(slack.homes) == {"UTOM"}
    office.later(hours=1)
    await publish(homes)
    assert set(slack.homes) == {"UTOM", "UMAYA"}
    assert await stale_since(office, MAYA) is None


async def test_a_publishing_in_doubt_is_repeated(office: Office, homes: Homes, slack: SlackServer) -> None:
    slack.goes_wrong("views.publish", loses_the_reply)
    await stale(office, MAYA)
    await publish(homes)
    office.later(seconds=5)
    await publish(homes)
    assert len(slack.calls) == 2
    assert await stale_since(office, MAYA) is None


async def test_a_429_is_obeyed(office: Office, calls: SlackCalls, wording: Wording, slack: SlackServer) -> None:
    homes = Homes(office.services, calls, wording, at_once=1)
    slack.goes_wrong("views.publish", too_many("30"))
    await stale(office, MAYA, TOM)
    await publish(homes)
    office.later(seconds=29)
    await publish(homes)
    assert len(slack.calls) == 1
    office.later(seconds=1)
    await publish(homes)
    assert set(slack.homes) == {"UTOM", "UMAYA"}
