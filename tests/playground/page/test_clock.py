"""The clock of the page: the time where somebody is, what is to come, and moving ahead."""

import asyncio
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from playwright.async_api import expect
from slack_sdk.web.async_client import AsyncWebClient

from playground.ahead import Ahead, Coming
from playground.server import Playground
from tests.axe import violations
from tests.playground.page.conftest import DESKTOP, PHONE, Clock, OpenPage
from tests.playground.page.test_accessibility import overflow
from tests.playground.page.workspace import NOW

TOMORROW = datetime(2026, 11, 19, 8, 30, tzinfo=UTC)
REMINDER = "Reminder before your session"


class Plan:
    """An app that writes to Tom and then to Maya tomorrow, and waits for `goes_on` once it has written to Tom."""

    def __init__(self, playground: Playground, clock: Clock) -> None:
        self.client = AsyncWebClient(token=playground.bot_token, base_url=playground.api_url)
        self.clock = clock
        self.plan = [Coming(TOMORROW, ("U2",), REMINDER), Coming(TOMORROW + timedelta(hours=3), ("U1",), REMINDER)]
        self.goes_on = asyncio.Event()

    def move(self, to: datetime) -> None:
        self.clock.now = to

    async def at_rest(self) -> None:
        while self.plan and self.plan[0].at <= self.clock.now:
            one = self.plan.pop(0)
            await self.client.chat_postMessage(channel=one.users[0], text=f"{one.words}!")
            await self.goes_on.wait()

    async def next_due(self) -> datetime | None:
        return self.plan[0].at if self.plan else None

    async def coming(self, until: datetime) -> Sequence[Coming]:
        return [one for one in self.plan if one.at < until]

    @property
    def ahead(self) -> Ahead:
        return Ahead(self.move, self.at_rest, self.next_due, self.coming)


async def test_a_clock_that_nobody_moves_shows_the_time_where_somebody_is(open_page: OpenPage) -> None:
    page = await open_page("U3")
    await expect(page.get_by_role("timer")).to_have_text(re.compile(r"^Wed 18 Nov 2026, 18:30:\d\d in Tokyo$"))
    shown = await page.get_by_role("timer").inner_text()
    await expect(page.get_by_role("timer")).not_to_have_text(shown)
    await expect(page.get_by_role("button", name=re.compile("^Skip"))).to_have_count(0)


async def test_moving_ahead_shows_what_is_done_and_what_came(
    open_page: OpenPage, playground: Playground, clock: Clock
) -> None:
    plan = Plan(playground, clock)
    playground.look_ahead(plan.ahead)
    page = await open_page("U1", "home", DESKTOP)
    bar = page.get_by_role("banner", name="Time")
    coming = bar.get_by_role("list", name="What is to come").get_by_role("listitem")
    await bar.get_by_text("To come:").click()
    await expect(bar.get_by_text("if nobody does anything")).to_be_visible()
    await expect(coming).to_have_text(
        [
            re.compile(f"Thu 19 Nov, 09:30 in Lagos.*Tom Okafor.*{REMINDER}"),
            re.compile(f"Thu 19 Nov, 12:30.*Maya Lindqvist.*{REMINDER}"),
        ]
    )
    assert await violations(bar) == []

    await bar.get_by_role("button", name="Skip a week").click()
    await expect(bar.get_by_text(re.compile("^Skipping to Wednesday 25 November 2026 at 10:30"))).to_be_visible()
    await expect(bar.get_by_role("progressbar")).to_have_attribute("value", re.compile(r"^0\.1369"))
    await expect(bar.get_by_role("button", name="Skip to tomorrow morning")).to_be_disabled()
    await expect(bar.get_by_role("timer")).to_have_text(re.compile("Thu 19 Nov 2026, 09:30"))
    assert await violations(bar) == []
    plan.goes_on.set()

    await expect(bar.get_by_text("New on the way: ")).to_have_text("New on the way: 1 for you, 1 for Tom Okafor.")
    await expect(bar.get_by_role("timer")).to_have_text(re.compile("Wed 25 Nov 2026, 10:30"))
    following = bar.get_by_role("button", name="Skip to the next nudge")
    await expect(following).to_be_disabled()
    reason = "Nothing is to come in the next four weeks, unless somebody does something."
    await expect(following).to_have_accessible_description(reason)
    await bar.get_by_role("link", name="1 for you").click()
    await expect(page.get_by_role("article").filter(has_text=f"{REMINDER}!").get_by_role("time")).to_have_text("12:30")
    await bar.get_by_role("button", name="Hide this").click()
    await expect(bar.get_by_text("New on the way: ")).to_be_hidden()


async def test_it_is_stopped_on_the_way(open_page: OpenPage, playground: Playground, clock: Clock) -> None:
    plan = Plan(playground, clock)
    playground.look_ahead(plan.ahead)
    page = await open_page("U1", "home", PHONE)
    assert await overflow(page) <= 0
    await page.get_by_role("button", name="Skip a week").click()
    await page.get_by_role("button", name="Stop here").click()
    plan.goes_on.set()
    await expect(page.get_by_text("Stopped by hand.")).to_be_visible()
    assert clock.now - NOW < timedelta(days=2)
    await page.get_by_text("To come:").click()
    assert await overflow(page) <= 0
    assert await violations(page.get_by_role("banner", name="Time")) == []
