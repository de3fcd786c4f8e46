"""A pair makes its goals one list, and keeps it: either changes it, reaches and drops what is on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select

from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.shared_goals import (
    MOST_OPEN,
    GoalList,
    GoalListValues,
    GoalState,
    SharedGoal,
    list_print,
    refusals_of_list,
)
from services.context import Services
from services.knowing import known_person, lively_pair
from services.milestones import celebrate_goals
from services.telling import tell, today_of
from storage.goals import are_revealed, drafts_of, goal_words, goals_of, shared_goal
from storage.intake import is_first_submit
from storage.models import Goal, Notice, Pair, Person, Programme
from storage.pairs import partner_of
from storage.people import card, mark_homes_stale
from storage.transaction import Transaction


async def prepare_list(services: Services, actor: Actor, pair_id: str) -> GoalList:
    """The list as it is; where there is none yet, what both drafted.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended; `NOT_ACTIVE` also: both are not ready yet.
    """

    async def look(tx: Transaction) -> GoalList:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        goals = [shared_goal(tx, goal) for goal in await goals_of(tx, [pair.id])]
        open_ = tuple(goal for goal in goals if goal.state is GoalState.OPEN)
        settled = sorted((goal for goal in goals if goal.settled_on), key=lambda goal: str(goal.settled_on))
        return GoalList(
            pair.id, card(partner), open_ if goals else await _drafted(tx, pair, person), list_print(open_),
            tuple(reversed(settled)), locale=person.locale,
        )  # fmt: skip

    return await services.read(look)


async def save_list(services: Services, actor: Actor, values: GoalListValues, form_id: str) -> None:
    """Keep the list as somebody has it now, and tell the partner. A second submit of the same form changes nothing.

    What is reached is a milestone, and both are told so.

    Raises:
        Refusals: What is missing, or dates that have passed; `CHANGED_MEANWHILE`: so has the list.
        Refusal: It is not their pair, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        rows = {goal.id: goal for goal in await goals_of(tx, [pair.id]) if goal.state == GoalState.OPEN}
        kept = {id_: shared_goal(tx, goal) for id_, goal in rows.items()}
        if list_print(list(kept.values())) != values.seen:
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "statement_0")])
        if any(goal.id and goal.id not in kept for goal in values.goals):
            raise Refusal(Reason.OUT_OF_DATE)
        refuse([*refusals_of_list(values, kept, today_of(person, now))])
        entered = [goal for goal in values.goals if not goal.words.is_blank]
        changed = [goal for goal in entered if goal.id is None or goal != kept.get(goal.id)]
        for position, goal in enumerate(entered):
            _write(tx, pair, person, rows.get(goal.id or ""), goal, position, now)
        await tx.flush()
        if changed:
            reached = [goal.id for goal in changed if goal.id and goal.state is GoalState.REACHED]
            await _tell(tx, pair, person, reached, now)

    await services.write(deed)


async def _drafted(tx: Transaction, pair: Pair, person: Person) -> tuple[SharedGoal, ...]:
    drafts = await drafts_of(tx, pair)
    if not are_revealed(drafts):
        raise Refusal(Reason.NOT_ACTIVE)
    both = (*drafts.pop(person.id), *(draft for theirs in drafts.values() for draft in theirs))
    return tuple(SharedGoal(None, replace(words, why=None)) for words in goal_words(tx, both))[:MOST_OPEN]


def _write(
    tx: Transaction, pair: Pair, person: Person, row: Goal | None, goal: SharedGoal, position: int, now: datetime
) -> None:
    if row is None:
        row = Goal(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, created_at=now, changed_at=now,
            state=GoalState.OPEN.value, position=position,
        )  # fmt: skip
        tx.add(row)
    elif shared_goal(tx, row) == goal:
        return
    tx.seal(row, "statement", goal.words.statement)
    tx.seal(row, "measure", goal.words.measure)
    row.due_on, row.changed_at, row.state = goal.words.due_on, now, goal.state.value
    if goal.state is not GoalState.OPEN:
        row.settled_at, row.settled_on = now, today_of(person, now)


async def _tell(tx: Transaction, pair: Pair, person: Person, reached: Sequence[str], now: datetime) -> None:
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    kind = NoticeKind.GOALS_CHANGED
    told = select(func.count()).where(Notice.kind == kind.value, Notice.subject == pair.id)
    occurrence, facts = str(await tx.scalar(told)), {"reached": list(reached)}
    await tell(tx, now, kind, pair.id, partner, programme, occurrence=occurrence, pair_id=pair.id, facts=facts)
    if reached:
        await tell(
            tx, now, kind, pair.id, person, programme,
            weight=Weight.REPLY, occurrence=occurrence, pair_id=pair.id, facts=facts,
        )  # fmt: skip
        await celebrate_goals(tx, now, pair, programme, reached, (person, partner))
    await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))
