"""The playground's clock moves on, and what Rapport said it would send comes at its time."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from bot.look_ahead import ahead_of
from playground.client import StoppedError
from tests.scenarios.office import Office
from tests.scenarios.windows import Windows

SOON = timedelta(seconds=1)


async def test_what_was_to_come_comes_at_its_time(office: Office) -> None:
    office.playground.look_ahead(ahead_of(office.rapport, office.clock.move))
    await office.at_rest()
    began = office.clock.now
    week = began + timedelta(weeks=1)
    coming = (await office["maya"].ahead())["coming"]
    planned = [(datetime.fromisoformat(one["at"]), one["users"][0]) for one in coming]
    assert {one["words"] for one in coming} >= {
        "Reminder before the session with Tom",
        "Invitation to a pair with Priya, once more",
    }

    await office["maya"].skip("next")
    assert office.clock.now - planned[0][0] < SOON
    await office.people.skip(week)

    came = []
    for conversation in office.playground.workspace.conversations.values():
        for message in conversation.messages:
            at = datetime.fromtimestamp(float(message.ts), UTC)
            if message.from_app and at > began:
                came += [(at.replace(microsecond=0), user) for user in conversation.members if user != "U0PLAYBOT"]
    expected = [one for one in planned if one[0] <= week]
    assert sorted(came) == sorted(expected)
    assert len(came) > 3


async def test_while_slack_takes_nothing_the_clock_waits(office: Office) -> None:
    office.playground.look_ahead(ahead_of(office.rapport, office.clock.move))
    office.playground._skipping._patience = 0.5
    office.playground.faults.add("too_many", "chat.postMessage", seconds=60)
    began = office.clock.now
    with pytest.raises(StoppedError, match="had not done all that was due"):
        await office.people.skip(began + timedelta(weeks=1))
    assert office.clock.now - began < timedelta(days=2), "nothing that waits is passed over"


async def test_time_passes_in_a_browser(office: Office, windows: Windows) -> None:
    office.playground.look_ahead(ahead_of(office.rapport, office.clock.move))
    await office.at_rest()
    maya = await windows.of("maya")
    bar = maya.get_by_role("banner", name="Time")
    await bar.get_by_text("To come:").click()
    await bar.get_by_role("button", name="Skip a week").click()
    await expect(bar.get_by_text("New on the way: ")).to_contain_text("for you, 2 for Tom Becker")
    await expect(bar.get_by_role("timer")).to_contain_text("11 Mar 2026, 10:00")
    asked = maya.get_by_role("article", name="Rapport, 15:30")
    await expect(asked.get_by_role("button").first).to_be_visible()
    await windows.show(maya.locator("body"), "time-passes")
