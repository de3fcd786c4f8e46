"""Whoever owes feedback is asked for it, and whoever was given some is asked what came of it."""

from datetime import timedelta

from sqlalchemy import select

from mentoring.feedback import CameOfIt, GiveValues, WordsValues
from mentoring.notices import NoticeKind
from mentoring.nudge_contents import FeedbackDue, FeedbackFollowUp, Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from services.answer_request import answer_later, decline_request
from services.follow_up_feedback import leave_feedback, say_what_came_of_it
from storage.models import Notice
from tests.services.nudged import passes, ticks
from tests.services.test_feedback import GIVEN, QUESTION, asks, given_to_maya, gives
from tests.services.world import MONDAY, World


async def settled(world: World) -> bool:
    """Whether no nudge about feedback asks anything any more."""
    return None not in await world.all(select(Notice.overtaken_at).where(Notice.kind == NoticeKind.FEEDBACK))


async def became(world: World, name: str) -> list[Outcome]:
    """What became of the nudges about feedback that somebody got."""
    return [each.outcome for each in await world.told(name, Settled) if each.about.kind is NudgeKind.FEEDBACK]


async def test_who_owes_feedback_is_asked_once_more_until_they_answer(world: World, pair: str) -> None:
    # The rules have looked, and have no reason of their own to look again soon.
    await ticks(world)
    await asks(world, "maya", pair)
    await passes(world, MONDAY + timedelta(days=1, hours=23))
    assert await world.told("tom", FeedbackDue) == []
    await passes(world, MONDAY + timedelta(days=2))
    due = await world.newest("tom", FeedbackDue)
    assert (due.about.partner.name, due.question) == ("Maya Iyer", QUESTION)
    assert await world.told("maya", FeedbackDue) == []
    # Later: the question is there, and is asked anew after two working days.
    await answer_later(world.services, world.who("tom"), due.request_id)
    await ticks(world)
    assert await became(world, "tom") == [Outcome.PUT_OFF]
    await passes(world, MONDAY + timedelta(days=4))
    assert (await world.newest("tom", FeedbackDue)).request_id == due.request_id
    await decline_request(world.services, world.who("tom"), due.request_id)
    await ticks(world)
    assert set(await became(world, "tom")) == {Outcome.DECLINED}
    assert await settled(world)
    await gives(world, "tom", GiveValues(pair, GIVEN, due.request_id))
    await ticks(world)
    assert set(await became(world, "tom")) == {Outcome.ANSWERED}
    assert await settled(world)


async def test_after_two_weeks_the_receiver_is_asked_what_came_of_it(world: World) -> None:
    feedback = await given_to_maya(world)
    await passes(world, MONDAY + timedelta(days=13, hours=12))
    assert await world.told("maya", FeedbackFollowUp) == []
    await passes(world, MONDAY + timedelta(days=14))
    asked_after = await world.newest("maya", FeedbackFollowUp)
    assert (asked_after.feedback_id, asked_after.said) == (feedback, GIVEN.differently)
    assert await world.told("tom", FeedbackFollowUp) == []
    await leave_feedback(world.services, world.who("maya"), feedback)
    await ticks(world)
    assert await became(world, "maya") == [Outcome.LEFT]
    assert await settled(world)
    # Somebody may think better of it.
    done = WordsValues(feedback, "I began there.")
    await say_what_came_of_it(world.services, world.who("maya"), done, world.form())
    await ticks(world)
    assert [each.words for each in await world.told("maya", Settled) if each.outcome is Outcome.TOLD] == [done.words]
    assert [each.words for each in await world.told("tom", CameOfIt)] == [done.words]
