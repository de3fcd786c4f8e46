"""A pair makes its goals one list, and keeps it: either changes it, reaches and drops what is on it, or reopens it."""

from collections.abc import Sequence
from dataclasses import replace

from mentoring.checkpoints import recognised, ticked_off
from mentoring.goals import GoalWords
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.shared_goals import (
    MOST_OPEN,
    GoalChange,
    GoalDeed,
    GoalList,
    GoalListValues,
    GoalState,
    SharedGoal,
    deed_between,
    list_print,
    refusals_of_list,
)
from services.answers import note_revisited
from services.context import Services
from services.knowing import known_person, lively_pair
from services.pair_goals import PairGoals, bring_goals_to, pair_goals, pair_of_goal
from services.telling import today_of
from storage.goals import are_revealed, drafts_of, goal_words, history_of, shared_words
from storage.intake import is_first_submit
from storage.models import Pair, Person
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def prepare_list(services: Services, actor: Actor, pair_id: str) -> GoalList:
    """The list as it is; where there is none yet, what both drafted.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended; `NOT_ACTIVE` also: both are not ready yet.
    """

    async def look(tx: Transaction) -> GoalList:
        person, pair, partner = await _both(tx, actor, pair_id)
        there = await pair_goals(tx, pair)
        return GoalList(
            pair.id, card(person), card(partner), there.open if there.kept else await _drafted(tx, pair, person),
            list_print(there.open), _settled(there), locale=person.locale,
        )  # fmt: skip

    return await services.read(look)


async def prepare_new_goal(services: Services, actor: Actor, pair_id: str) -> GoalList:
    """Room for one more goal.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> GoalList:
        person, pair, partner = await _both(tx, actor, pair_id)
        room = (SharedGoal(None, GoalWords()),)
        return GoalList(pair.id, card(person), card(partner), room, None, locale=person.locale)

    return await services.read(look)


async def prepare_goal(services: Services, actor: Actor, goal_id: str) -> GoalList:
    """One goal of the list, whatever became of it, with what it was before.

    Raises:
        Refusal: It is not theirs, or their pair has ended.
    """

    async def look(tx: Transaction) -> GoalList:
        person = await known_person(tx, actor)
        return await _some(tx, actor, await pair_of_goal(tx, person, goal_id), (goal_id,))

    return await services.read(look)


async def prepare_some_goals(services: Services, actor: Actor, pair_id: str, ids: Sequence[str]) -> GoalList:
    """Some goals of the list, whatever became of them; of a single one, what it was before.

    Raises:
        Refusal: It is not their pair, or it has ended; `OUT_OF_DATE`: a goal is not on their list.
    """

    async def look(tx: Transaction) -> GoalList:
        return await _some(tx, actor, pair_id, ids)

    return await services.read(look)


async def save_list(services: Services, actor: Actor, values: GoalListValues, form_id: str) -> None:
    """Keep goals as somebody has them now, and tell the partner. A second submit of the same form changes nothing.

    What is reached is a milestone, and both are told so.

    Raises:
        Refusals: What is missing, or too much, or dates that have passed; `CHANGED_MEANWHILE`: so have the goals.
        Refusal: It is not their pair, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        there = await pair_goals(tx, pair)
        ids = [goal.id for goal in values.goals if goal.id]
        theirs = _of_list(there, ids)
        if values.seen is not None and list_print(theirs or there.open) != values.seen:
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "statement_0")])
        refuse([*refusals_of_list(values, there.kept, today_of(person, now))])
        entered = [_as_entered(goal, values, there) for goal in values.goals if not goal.words.is_blank]
        await bring_goals_to(tx, now, person, pair, there, entered)
        await note_revisited(tx, now, person, pair)

    await services.write(deed)


async def _some(tx: Transaction, actor: Actor, pair_id: str, ids: Sequence[str]) -> GoalList:
    person, pair, partner = await _both(tx, actor, pair_id)
    goals = _of_list(await pair_goals(tx, pair), ids)
    changes = await _changes(tx, goals[0]) if len(goals) == 1 else ()
    reached = frozenset(each.id or "" for goal in goals for each in goal.checkpoints if each.is_reached)
    return GoalList(
        pair.id, card(person), card(partner), goals, list_print(goals), changes=changes, reached=reached,
        locale=person.locale,
    )  # fmt: skip


async def _both(tx: Transaction, actor: Actor, pair_id: str) -> tuple[Person, Pair, Person]:
    person = await known_person(tx, actor)
    pair = await lively_pair(tx, person, pair_id, lock=False)
    return person, pair, await tx.get_one(Person, partner_of(pair, person.id))


def _of_list(there: PairGoals, ids: Sequence[str]) -> tuple[SharedGoal, ...]:
    if any(id_ not in there.kept for id_ in ids):
        raise Refusal(Reason.OUT_OF_DATE)
    return tuple(there.kept[id_] for id_ in ids)


def _as_entered(goal: SharedGoal, values: GoalListValues, there: PairGoals) -> SharedGoal:
    """A goal as it is to be kept: its lines are the checkpoints that they were, with what was ticked."""
    before = there.kept.get(goal.id or "")
    lines = recognised(goal.checkpoints, before.checkpoints if before else ())
    return replace(goal, checkpoints=ticked_off(lines, values.ticked, values.unticked))


def _settled(there: PairGoals) -> tuple[SharedGoal, ...]:
    settled = [goal for goal in there.kept.values() if goal.state is not GoalState.OPEN]
    return tuple(sorted(settled, key=lambda goal: str(goal.settled_on), reverse=True))


async def _changes(tx: Transaction, goal: SharedGoal) -> tuple[GoalChange, ...]:
    """What a goal was before, the newest first: each change is told from what came after it."""
    changes, after = [], goal
    for wording, person in await history_of(tx, goal.id or ""):
        before = SharedGoal(goal.id, shared_words(tx, wording), GoalState(wording.state))
        deed = deed_between(before, after) or GoalDeed.REWORDED
        changes.append(GoalChange(wording.changed_on, card(person) if person else None, deed, before.words))
        after = before
    return tuple(changes)


async def _drafted(tx: Transaction, pair: Pair, person: Person) -> tuple[SharedGoal, ...]:
    drafts = await drafts_of(tx, pair)
    if not are_revealed(drafts):
        raise Refusal(Reason.NOT_ACTIVE)
    both = (*drafts.pop(person.id), *(draft for theirs in drafts.values() for draft in theirs))
    return tuple(SharedGoal(None, replace(words, why=None)) for words in goal_words(tx, both))[:MOST_OPEN]
