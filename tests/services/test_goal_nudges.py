"""Nudges about goals: what they ask, what answers them, and what the partner reads then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from mentoring.check_in_news import CheckInSaved
from mentoring.checkpoints import Checkpoint
from mentoring.goals import GoalsValues, GoalWords
from mentoring.nudge_contents import BeforeSession, By, GoalDue, HalfWay, Outcome, Settled
from mentoring.nudges.goal import COMES, HAS_PASSED
from mentoring.nudges.kinds import NudgeKind
from mentoring.planning import PlanValues
from mentoring.refusals import Reason
from mentoring.revisiting import Revisit, RevisitDraft, RevisitValues
from mentoring.sessions import CheckInValues
from mentoring.shared_goals import GoalListValues, GoalsChanged, GoalState, SharedGoal
from services.answer_goal import keep_goal, settle_goal
from services.answer_nudge import ask_later
from services.draft_goals import draft_goals
from services.edit_check_in import edit_check_in, prepare_edit
from services.plan_session import plan_session
from services.revisit_goals import prepare_revisit, revisit_goals
from services.share_goals import prepare_goal, prepare_list, save_list
from services.withdraw_check_in import withdraw_check_in
from storage.models import Goal, Milestone, Notice, Pair
from storage.transaction import Transaction
from tests.services.beginnings import Beginning, Prepare
from tests.services.nudged import passes
from tests.services.world import MONDAY, World, refusals_of

DUE = date(2026, 3, 20)
TALK = GoalWords("Give a talk", due_on=DUE)
A_WEEK_BEFORE = datetime(2026, 3, 13, 18, tzinfo=UTC)
STEPS = (Checkpoint(None, "Find a subject"), Checkpoint(None, "Ask for a slot"))
# Of six months from the second of March.
HALF_WAY_DAY = datetime(2026, 6, 1, 18, tzinfo=UTC)


async def with_goals(world: World, pair: str, *words: GoalWords) -> list[str]:
    """A pair with goals, by their ids."""
    goals = tuple(SharedGoal(None, each) for each in words)
    await save_list(world.services, world.who("tom"), GoalListValues(pair, goals, None), world.form())
    await world.send_all()
    return list(await world.all(select(Goal.id).order_by(Goal.position)))


@pytest.fixture(scope="module")
async def asked_about_a_talk(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom and Maya are asked, a week before, about a goal of theirs."""

    async def story(world: World, pair: str) -> None:
        await with_goals(world, pair, TALK)
        await passes(world, A_WEEK_BEFORE)

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, asked_about_a_talk: Beginning) -> Beginning:
    return asked_about_a_talk if "talk" in request.fixturenames else beginning


@pytest.fixture
async def talk(world: World) -> str:
    """The id of the goal that both are asked about."""
    [goal] = await world.all(select(Goal.id))
    return goal


async def asked(world: World, name: str) -> GoalDue:
    return await world.newest(name, GoalDue)


async def became(world: World, name: str) -> tuple[Outcome, By, str | None]:
    of_goals = [each for each in await world.told(name, Settled) if each.about.kind is NudgeKind.GOAL]
    return of_goals[-1].outcome, of_goals[-1].by, of_goals[-1].words


async def test_a_goal_is_asked_about_and_what_one_says_the_other_reads(world: World, talk: str) -> None:
    for name in ("tom", "maya"):
        nudge = await asked(world, name)
        assert (nudge.about.step, nudge.goal.words, nudge.due_on) == (COMES, TALK, DUE)
    for _ in range(2):
        await settle_goal(world.services, world.who("maya"), talk, GoalState.REACHED)
    await passes(world, A_WEEK_BEFORE + timedelta(hours=1))
    assert await became(world, "maya") == (Outcome.GOAL_REACHED, By.ME, "Give a talk")
    assert await became(world, "tom") == (Outcome.GOAL_REACHED, By.PARTNER, "Give a talk")
    # The same deed as in the form: a milestone, told to both.
    assert await world.all(select(Milestone.subject)) == [talk]
    for name in ("tom", "maya"):
        assert [goal.id for goal in (await world.newest(name, GoalsChanged)).reached] == [talk]
    late = settle_goal(world.services, world.who("tom"), talk, GoalState.DROPPED)
    assert await refusals_of(late) == [(Reason.TOO_LATE, None)]
    assert await refusals_of(keep_goal(world.services, world.who("tom"), talk)) == [(Reason.TOO_LATE, None)]


async def test_a_goal_that_is_kept_is_asked_about_once_its_date_has_passed(world: World, pair: str) -> None:
    [talk] = await with_goals(world, pair, TALK)
    assert await world.all(select(Pair.look_at)) == [world.now]
    await passes(world, A_WEEK_BEFORE)
    await keep_goal(world.services, world.who("tom"), talk)
    assert await world.all(select(Pair.look_at)) == [world.now]
    await passes(world, A_WEEK_BEFORE + timedelta(hours=1))
    assert await became(world, "tom") == (Outcome.GOAL_KEPT, By.ME, "Give a talk")
    assert await became(world, "maya") == (Outcome.GOAL_KEPT, By.PARTNER, "Give a talk")
    await passes(world, datetime(2026, 3, 23, 18, tzinfo=UTC))
    assert (await asked(world, "maya")).about.step == HAS_PASSED
    await settle_goal(world.services, world.who("maya"), talk, GoalState.DROPPED)
    await passes(world, datetime(2026, 3, 23, 19, tzinfo=UTC))
    assert await became(world, "tom") == (Outcome.GOAL_DROPPED, By.PARTNER, "Give a talk")
    assert [goal.id for goal in (await world.newest("tom", GoalsChanged)).dropped] == [talk]


@pytest.mark.parametrize(
    ("due_on", "outcome"), [(date(2026, 4, 30), Outcome.GOAL_REDATED), (None, Outcome.GOAL_UNDATED)]
)
async def test_a_new_date_answers_for_both(
    world: World, pair: str, talk: str, due_on: date | None, outcome: Outcome
) -> None:
    shown = await prepare_goal(world.services, world.who("maya"), talk)
    moved = replace(shown.goals[0], words=replace(TALK, due_on=due_on))
    await save_list(world.services, world.who("maya"), GoalListValues(pair, (moved,), shown.seen), world.form())
    await passes(world, A_WEEK_BEFORE + timedelta(hours=1))
    assert await became(world, "maya") == (outcome, By.ME, "Give a talk")
    assert await became(world, "tom") == (outcome, By.PARTNER, "Give a talk")


async def test_what_one_says_in_the_morning_spares_the_other(world: World) -> None:
    pair = await world.paired("leo", "maya")
    goals = GoalListValues(pair, (SharedGoal(None, TALK),), None)
    await save_list(world.services, world.who("leo"), goals, world.form())
    [talk] = await world.all(select(Goal.id))
    # In Kolkata it is half past ten, in New York the night before.
    await passes(world, datetime(2026, 3, 13, 5, tzinfo=UTC))
    assert (await asked(world, "maya")).goal.id == talk
    await keep_goal(world.services, world.who("maya"), talk)
    await passes(world, A_WEEK_BEFORE)
    assert await world.told("leo", GoalDue) == []


async def half_way(world: World, pair: str) -> None:
    """The pair is half-way."""

    async def begins(tx: Transaction) -> None:
        await tx.execute(update(Pair).where(Pair.id == pair).values(accepted_at=MONDAY, look_at=HALF_WAY_DAY))

    await world.store.write(begins)
    await passes(world, HALF_WAY_DAY + timedelta(days=2))


async def look_at_goals(world: World, name: str, pair: str) -> RevisitDraft:
    return await prepare_revisit(world.services, world.who(name), pair)


async def revisits(world: World, name: str, shown: RevisitDraft, *choices: Revisit) -> None:
    chosen = tuple((goal.id or "", choice) for goal, choice in zip(shown.goals, choices, strict=True))
    values = RevisitValues(shown.pair_id, chosen, shown.seen)
    await revisit_goals(world.services, world.who(name), values, world.form())
    await world.send_all()


async def test_half_way_both_look_at_their_goals(world: World, pair: str) -> None:
    await with_goals(world, pair, GoalWords("Give a talk"), GoalWords("Say no"), GoalWords("Rest"))
    await half_way(world, pair)
    for name in ("tom", "maya"):
        nudge = await world.newest(name, HalfWay)
        assert ([goal.words.statement for goal in nudge.goals], nudge.partner_looked) == (
            ["Give a talk", "Say no", "Rest"], False,
        )  # fmt: skip
    shown = await look_at_goals(world, "tom", pair)
    await revisits(world, "tom", await look_at_goals(world, "maya", pair), Revisit.REACHED, Revisit.DROP, Revisit.KEEP)
    assert await became(world, "tom") == (Outcome.REVISITED, By.ME, None)
    nudge = await world.newest("maya", HalfWay)
    assert ([goal.words.statement for goal in nudge.goals], nudge.partner_looked) == (["Rest"], True)
    assert await world.rows(Milestone) == 1
    clash = revisits(world, "maya", shown, Revisit.KEEP, Revisit.KEEP, Revisit.KEEP)
    assert await refusals_of(clash) == [(Reason.CHANGED_MEANWHILE, None)]
    now = await look_at_goals(world, "maya", pair)
    await revisits(world, "maya", now, Revisit.DROP)
    assert await became(world, "maya") == (Outcome.REVISITED, By.ME, None)
    assert await refusals_of(look_at_goals(world, "tom", pair)) == [(Reason.TOO_LATE, None)]


async def test_half_way_who_puts_it_off_and_looks_all_the_same_is_not_asked_again(world: World, pair: str) -> None:
    await with_goals(world, pair, GoalWords("Give a talk"))
    await half_way(world, pair)
    asked = await world.newest("maya", HalfWay)
    await ask_later(world.services, world.who("maya"), str(asked.about.notice_id))
    assert not (await world.newest("tom", HalfWay)).partner_looked
    await revisits(world, "maya", await look_at_goals(world, "maya", pair), Revisit.KEEP)
    await passes(world, HALF_WAY_DAY + timedelta(days=12))
    assert await became(world, "maya") == (Outcome.REVISITED, By.ME, None)
    assert await world.told("maya", HalfWay) == []


async def test_half_way_without_goals_they_are_asked_for_some(world: World, pair: str) -> None:
    await half_way(world, pair)
    assert (await world.newest("maya", HalfWay)).goals == ()
    values = GoalsValues(pair, (GoalWords("Give a talk"),))
    await draft_goals(world.services, world.who("maya"), values, world.form())
    assert await became(world, "maya") == (Outcome.REVISITED, By.ME, None)
    # What she drafts alone is no business of his yet.
    assert (await world.newest("tom", HalfWay)).goals == ()


async def test_what_a_check_in_ticks_off_shows_in_what_asks_about_the_goal(world: World, pair: str, talk: str) -> None:
    shown = await prepare_goal(world.services, world.who("tom"), talk)
    goal = replace(shown.goals[0], checkpoints=STEPS)
    await save_list(world.services, world.who("tom"), GoalListValues(pair, (goal,), shown.seen), world.form())
    [first, second] = (await prepare_list(world.services, world.who("tom"), pair)).goals[0].checkpoints
    asking = set(await world.all(select(Notice.delivery_id).where(Notice.kind == NudgeKind.GOAL)))

    async def is_drawn_again() -> list[bool]:
        assert await world.redrawings() >= asking
        assert len(asking) == 2
        await world.send_all()
        assert await world.redrawings() == set()
        return [each.is_reached for each in (await asked(world, "tom")).goal.checkpoints]

    assert await is_drawn_again() == [False, False]
    await world.checks_in("maya", pair, ticked=frozenset({first.id or ""}))
    assert await is_drawn_again() == [True, False]
    [saved] = await world.told("maya", CheckInSaved)
    draft = await prepare_edit(world.services, world.who("maya"), saved.check_in_id)
    values = CheckInValues(pair, draft.day, seen=draft.seen, next_at=draft.next_at, ticked=frozenset({second.id or ""}))
    await edit_check_in(world.services, world.who("maya"), saved.check_in_id, values, world.form())
    assert await is_drawn_again() == [False, True]
    await withdraw_check_in(world.services, world.who("maya"), saved.check_in_id)
    assert await is_drawn_again() == [False, False]


async def test_before_a_session_both_see_which_checkpoints_are_open(world: World, pair: str) -> None:
    [talk] = await with_goals(world, pair, GoalWords("Give a talk"))
    shown = await prepare_goal(world.services, world.who("tom"), talk)
    goal = replace(shown.goals[0], checkpoints=STEPS)
    await save_list(world.services, world.who("tom"), GoalListValues(pair, (goal,), shown.seen), world.form())
    [first, _] = (await prepare_list(world.services, world.who("tom"), pair)).goals[0].checkpoints
    await world.checks_in("tom", pair, ticked=frozenset({first.id or ""}))
    plan = PlanValues(pair, MONDAY + timedelta(days=7))
    await plan_session(world.services, world.who("maya"), plan, world.form())
    await passes(world, MONDAY + timedelta(days=6))
    for name in ("tom", "maya"):
        assert [each.words for each in (await world.newest(name, BeforeSession)).checkpoints] == ["Ask for a slot"]
