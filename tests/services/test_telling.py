"""When people are told: a reply at once, news in their own hours, together where it comes together."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from mentoring.celebrations import WinShared
from mentoring.check_in_news import CheckInSaved
from mentoring.notices import Help
from mentoring.refusals import Reason
from mentoring.wins import Audience
from services.answer_message import answer_message
from services.meet import meet
from services.note_profile import note_profile
from storage.models import DeliveryState, Notice
from tests.services.world import MONDAY, WORKSPACE, World, profile, refusals_of

MONDAY_NINE_IN_LONDON = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


async def share(world: World, words: str = "Done") -> None:
    """Maya tells Tom of a win."""
    await world.celebrates("maya", words, Audience.PARTNER, await world.pair_of("tom", "maya"))


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (MONDAY, MONDAY),
        (datetime(2026, 3, 2, 16, 59, tzinfo=UTC), datetime(2026, 3, 2, 16, 59, tzinfo=UTC)),
        (datetime(2026, 3, 2, 17, 0, tzinfo=UTC), datetime(2026, 3, 3, 9, 0, tzinfo=UTC)),
        (datetime(2026, 3, 7, 12, 0, tzinfo=UTC), MONDAY_NINE_IN_LONDON),
        # The clocks change in the night to Sunday 29 March.
        (datetime(2026, 3, 27, 20, 0, tzinfo=UTC), datetime(2026, 3, 30, 8, 0, tzinfo=UTC)),
    ],
)
@pytest.mark.usefixtures("pair")
async def test_news_comes_in_the_receivers_hours(world: World, now: datetime, told: datetime) -> None:
    world.now = now
    await share(world)
    assert (await world.post_with("tom", WinShared)).at == told


async def test_public_holidays_of_the_country_are_no_working_days(world: World) -> None:
    await world.changes_programme(country="GB")
    await world.paired("tom", "maya")
    world.now = datetime(2026, 12, 24, 18, 0, tzinfo=UTC)
    await share(world)
    # Friday the 25th, a weekend, and Boxing Day moved to Monday.
    assert (await world.post_with("tom", WinShared)).at == datetime(2026, 12, 29, 9, 0, tzinfo=UTC)


@pytest.mark.usefixtures("pair")
async def test_ones_own_hours_come_before_the_programmes(world: World) -> None:
    await world.changes_programme(works_from=time(8), works_until=time(12))
    await world.sets("tom", hours=(time(13), time(21)))
    world.now = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
    await share(world)
    await world.celebrates("tom", "Me too", Audience.PARTNER, await world.pair_of("tom", "maya"))
    assert (await world.post_with("tom", WinShared)).at == datetime(2026, 3, 3, 13, 0, tzinfo=UTC)
    assert (await world.post_with("maya", WinShared)).at == datetime(2026, 3, 3, 2, 30, tzinfo=UTC)


@pytest.mark.usefixtures("pair")
async def test_what_waits_moves_when_the_hours_do(world: World) -> None:
    world.now = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    await share(world)
    await world.sets("tom", hours=(time(11), time(15)))
    assert (await world.post_with("tom", WinShared)).at == datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
    await world.sets("tom", hours=(time(9), time(20)))
    assert (await world.post_with("tom", WinShared)).at == world.now


@pytest.mark.usefixtures("pair")
async def test_what_waits_moves_with_the_zone(world: World) -> None:
    world.now = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    await share(world)
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), time_zone="America/New_York"))
    assert (await world.post_with("tom", WinShared)).at == world.now


@pytest.mark.usefixtures("pair")
async def test_what_waits_moves_with_the_programmes_hours_and_holidays(world: World) -> None:
    world.now = datetime(2026, 12, 24, 18, 0, tzinfo=UTC)
    await share(world)
    assert (await world.post_with("tom", WinShared)).at == datetime(2026, 12, 25, 9, 0, tzinfo=UTC)
    await world.changes_programme(country="GB", works_from=time(10))
    assert (await world.post_with("tom", WinShared)).at == datetime(2026, 12, 29, 10, 0, tzinfo=UTC)


async def test_a_reply_never_waits(world: World, pair: str) -> None:
    world.now = datetime(2026, 3, 7, 3, 0, tzinfo=UTC)
    await world.checks_in("tom", pair)
    await world.sets("tom", hours=(time(11), time(15)))
    assert (await world.post_with("tom", CheckInSaved)).at == world.now


@pytest.mark.usefixtures("pair")
async def test_what_comes_overnight_comes_in_one_message(world: World) -> None:
    for hour in range(4):
        world.now = datetime(2026, 3, 2, 18 + hour, 0, tzinfo=UTC)
        await share(world, f"Win {hour}")
    post = await world.post_with("tom", WinShared)
    assert [content.words for content in post.contents if isinstance(content, WinShared)] == [
        "Win 0", "Win 1", "Win 2", "Win 3",
    ]  # fmt: skip


@pytest.mark.usefixtures("pair")
async def test_a_message_does_not_become_a_wall(world: World) -> None:
    world.later(hours=8)
    for number in range(6):
        await share(world, f"Win {number}")
    posts = [post for post in await world.posts_to("tom") if post.state is DeliveryState.PENDING]
    assert [len(post.contents) for post in posts] == [5, 1]


@pytest.mark.usefixtures("pair")
async def test_what_has_been_sent_is_not_added_to(world: World) -> None:
    await share(world, "First")
    await world.send_all()
    await share(world, "Second")
    assert len((await world.post_with("tom", WinShared)).contents) == 1


async def test_a_message_is_answered_once_however_often_its_event_comes(world: World) -> None:
    for _ in range(2):
        await answer_message(world.services, WORKSPACE, profile("zoe"), "Ev1")
    [answer] = await world.told("zoe", Help)
    assert not answer.is_organiser
    assert await world.rows(Notice) == 1


async def test_three_messages_at_once_get_one_answer(world: World) -> None:
    for event in ("Ev1", "Ev2", "Ev3"):
        await answer_message(world.services, WORKSPACE, profile("amara"), event)
    [answer] = await world.told("amara", Help)
    assert answer.is_organiser


async def test_who_has_left_is_told_nothing(world: World, pair: str) -> None:
    world.later(hours=12)
    await share(world)
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), is_deactivated=True))
    assert await world.posts_to("tom") == []
    # Their pair has ended with that, so there is nothing more to tell them.
    assert await refusals_of(world.checks_in("maya", pair)) == [(Reason.ALREADY_ENDED, None)]
    world.later(hours=24)
    assert all("U0TOM" not in composed.address.users for composed in await world.send_all())


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus", "Europe", "../etc/passwd", "x" * 60])
async def test_a_zone_that_does_not_exist_is_utc(world: World, zone: str | None) -> None:
    await meet(world.services, WORKSPACE, replace(profile("zoe"), time_zone=zone))
    settings = (await world.home("zoe")).settings
    assert (settings.time_zone, settings.time_zone_is_known) == ("UTC", False)
    world.later(hours=8)
    await answer_message(world.services, WORKSPACE, replace(profile("zoe"), time_zone=zone), "Ev1")
    assert await world.told("zoe", Help)


async def test_hours_that_end_before_they_begin_are_refused(world: World) -> None:
    await world.known("tom")
    for hours in ((time(17), time(9)), (time(9), time(9))):
        assert await refusals_of(world.sets("tom", hours=hours)) == [(Reason.BAD_HOURS, "works_until")]
    assert await refusals_of(world.sets("leo")) == [(Reason.NO_PAIR, None)]
    settings = (await world.home("tom")).settings
    assert (settings.works_from, settings.works_until) == (time(9), time(17))
