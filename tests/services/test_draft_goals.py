"""Each of a pair drafts goals alone; once both are ready, both read what both wrote."""

from dataclasses import replace
from datetime import date, timedelta

from mentoring.goals import DraftState, GoalsDraft, GoalsRevealed, GoalsValues, GoalWords, PartnerReady
from mentoring.refusals import Reason
from services.draft_goals import draft_goals, prepare_goals
from storage.models import DeliveryState, GoalDraft, Notice
from tests.services.world import World, refusals_of

TALK = GoalWords("Give a talk", "Twenty people hear it", date(2026, 6, 30), "To hear my own voice")
REST = GoalWords("Say no more often")


async def drafts(world: World, name: str, pair: str, *goals: GoalWords, ready: bool = False) -> DraftState:
    values = GoalsValues(pair, goals, is_ready=ready)
    return await draft_goals(world.services, world.who(name), values, world.form())


async def draft_of(world: World, name: str, pair: str) -> GoalsDraft:
    found = await prepare_goals(world.services, world.who(name), pair)
    assert isinstance(found, GoalsDraft)
    return found


async def test_a_draft_is_kept_for_its_writer_alone(world: World, pair: str) -> None:
    assert await drafts(world, "tom", pair, TALK, GoalWords(), REST) is DraftState.KEPT
    assert (await draft_of(world, "tom", pair)).goals == (TALK, REST)
    assert (await draft_of(world, "maya", pair)).goals == ()
    assert await world.posts_to("maya") == await world.posts_to("tom") == []
    assert await drafts(world, "tom", pair, REST) is DraftState.KEPT
    assert (await draft_of(world, "tom", pair)).goals == (REST,)
    assert await drafts(world, "tom", pair, GoalWords()) is DraftState.EMPTY
    assert await world.rows(GoalDraft) == 0


async def test_the_partner_of_whoever_is_ready_learns_that_and_no_words(world: World, pair: str) -> None:
    assert await drafts(world, "tom", pair, TALK, ready=True) is DraftState.READY
    [told] = await world.told("maya", PartnerReady)
    assert (told.partner.name, told.is_over) == ("Tom Reed", False)
    assert "Give a talk" not in repr(await world.posts_to("maya")) + repr(await draft_of(world, "maya", pair))
    # Whoever is ready may still change what they wrote, stays ready, and is told of once.
    assert (await draft_of(world, "tom", pair)).is_ready
    assert await drafts(world, "tom", pair, REST) is DraftState.READY
    assert await world.rows(Notice) == 1


async def test_once_both_are_ready_both_read_both(world: World, pair: str) -> None:
    await drafts(world, "tom", pair, TALK, ready=True)
    await world.send_all()
    form = world.form()
    maya = GoalsValues(pair, (REST,), is_ready=True)
    for _ in range(2):
        state = await draft_goals(world.services, world.who("maya"), maya, form)
        assert state is DraftState.REVEALED
    [to_maya], [to_tom] = await world.told("maya", GoalsRevealed), await world.told("tom", GoalsRevealed)
    assert (to_maya.mine, to_maya.theirs, to_maya.partner.name) == ((REST,), (TALK,), "Tom Reed")
    assert (to_tom.mine, to_tom.theirs, to_tom.partner.name) == ((TALK,), (REST,), "Maya Iyer")
    assert await prepare_goals(world.services, world.who("maya"), pair) == to_maya
    # What asked Maya for hers asks nothing any more, also where it stands.
    [over] = await world.told("maya", PartnerReady)
    assert over.is_over
    assert (await world.post_with("maya", PartnerReady)).id in await world.redrawings()
    assert (await world.post_with("maya", GoalsRevealed)).state is DeliveryState.PENDING


async def test_what_both_have_read_is_changed_no_more(world: World, pair: str) -> None:
    await drafts(world, "tom", pair, TALK, ready=True)
    await drafts(world, "maya", pair, REST, ready=True)
    assert await refusals_of(drafts(world, "tom", pair, REST)) == [(Reason.TOO_LATE, None)]
    [to_maya] = await world.told("maya", GoalsRevealed)
    assert to_maya.theirs == (TALK,)


async def test_who_was_ready_meanwhile_is_not_asked_for_goals_any_more(world: World, pair: str) -> None:
    # It is night for Maya: the news of Tom waits, and she is quicker.
    world.later(hours=5)
    await drafts(world, "tom", pair, TALK, ready=True)
    await drafts(world, "maya", pair, REST, ready=True)
    assert await world.told("maya", PartnerReady) == []
    assert len(await world.told("maya", GoalsRevealed)) == 1


async def test_what_cannot_be_kept_is_refused_beside_its_field(world: World, pair: str) -> None:
    yesterday = world.now.date() - timedelta(days=1)
    wrong = drafts(world, "tom", pair, replace(TALK, statement=""), replace(TALK, due_on=yesterday))
    assert await refusals_of(wrong) == [(Reason.EMPTY, "statement_0"), (Reason.DUE_IN_PAST, "due_on_1")]
    nothing = drafts(world, "tom", pair, GoalWords(), ready=True)
    assert await refusals_of(nothing) == [(Reason.EMPTY, "statement_0")]
    assert await world.rows(GoalDraft) == 0
    # A day that has passed since it was chosen does not keep anybody from changing the rest.
    await drafts(world, "tom", pair, TALK)
    world.later(days=200)
    await drafts(world, "tom", pair, replace(TALK, statement="Give two talks"))
    assert (await draft_of(world, "tom", pair)).goals[0].statement == "Give two talks"


async def test_nobody_else_may(world: World, pair: str) -> None:
    await world.known("zoe")
    await drafts(world, "tom", pair, TALK, ready=True)
    not_theirs = [(Reason.NOT_PARTNER, None)]
    for name in ("zoe", "amara"):
        assert await refusals_of(drafts(world, name, pair, REST)) == not_theirs
        assert await refusals_of(prepare_goals(world.services, world.who(name), pair)) == not_theirs
