"""The goals of a pair, brought to what they are to be: their history, checkpoints, milestones, and all that is told.

Called inside a deed's transaction, which holds the pair.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from mentoring.notices import NoticeKind, Weight
from mentoring.refusals import Reason, Refusal
from mentoring.shared_goals import GoalState, NewGoals, SharedGoal, deed_between
from services.milestones import celebrate_goals
from services.preparations import show_preparation
from services.telling import tell, today_of
from services.withdraw_check_in import ABOUT_A_CHECK_IN
from storage.goals import Steps, checkpoints_of, goals_of, shared_goal
from storage.models import Checkpoint, Goal, GoalWording, Notice, Pair, Person, Programme
from storage.notices import redraw, redraw_posts
from storage.pairs import partner_of
from storage.people import mark_homes_stale
from storage.transaction import Transaction


@dataclass(frozen=True)
class PairGoals:
    """All goals of a pair, by their ids in the order of the list: as they are stored, and as people read them."""

    rows: Mapping[str, Goal]
    steps: Steps
    kept: Mapping[str, SharedGoal]

    @property
    def open(self) -> tuple[SharedGoal, ...]:
        """Those that are worked on."""
        return tuple(goal for goal in self.kept.values() if goal.state is GoalState.OPEN)


@dataclass
class _Change:
    """What has become of one goal: whether it says something else, and which ticks it gained and lost."""

    row: Goal
    says_something_else: bool
    state: GoalState | None = None
    ticked: list[str] = field(default_factory=list)
    unticked: list[Checkpoint] = field(default_factory=list)


async def pair_goals(tx: Transaction, pair: Pair) -> PairGoals:
    """What a pair has, or had, in common."""
    rows = {goal.id: goal for goal in await goals_of(tx, pair.id)}
    steps = await checkpoints_of(tx, pair.id) if any(goal.checkpoints for goal in rows.values()) else {}
    kept = {id_: shared_goal(tx, goal, steps.get(id_, ())) for id_, goal in rows.items()}
    return PairGoals(rows, steps, kept)


async def pair_of_goal(tx: Transaction, person: Person, goal_id: str) -> str:
    """The id of the pair that a goal of this workspace is of; whose that is, is another question.

    Raises:
        Refusal: There is no such goal.
    """
    query = select(Goal.pair_id).where(Goal.id == goal_id, Goal.workspace_id == person.workspace_id)
    pair_id = await tx.scalar(query)
    if pair_id is None:
        raise Refusal(Reason.NOT_YOURS)
    return pair_id


async def bring_goals_to(
    tx: Transaction, now: datetime, person: Person, pair: Pair, there: PairGoals, wanted: Sequence[SharedGoal]
) -> None:
    """Have goals say what somebody wants them to; tell the partner, and both of what is reached.

    All of a wanted goal is kept, its checkpoints and their ticks as well; one without an id is new. What changes
    nothing is told to nobody.
    """
    changes = []
    for position, goal in enumerate(wanted):
        change = _write(tx, now, person, pair, there, goal, position)
        await tx.flush()
        await _write_checkpoints(tx, now, change, there.steps.get(change.row.id, ()), goal)
        changes.append(change)
    await tx.flush()
    await _tell(tx, now, person, pair, there, changes)
    await _show_unticked(tx, now, pair, [each for change in changes for each in change.unticked])
    # What asks about a goal shows it as it is, and so does what prepares the two for their next session.
    await redraw(tx, [pair.id, *(each.row.id for each in changes)], (NoticeKind.GOAL,), now)
    await show_preparation(tx, now, pair.id)
    pair.look_at = now
    await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))


def _write(
    tx: Transaction, now: datetime, person: Person, pair: Pair, there: PairGoals, goal: SharedGoal, position: int
) -> _Change:
    before = there.kept.get(goal.id or "")
    deed = deed_between(before, goal) if before else None
    if before and deed is None:
        return _Change(there.rows[before.id or ""], says_something_else=False)
    if before:
        row = there.rows[before.id or ""]
        _remember(tx, now, person, row, before)
    else:
        row = Goal(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, created_at=now, position=position
        )
        tx.add(row)
    tx.seal(row, "statement", goal.words.statement)
    tx.seal(row, "measure", goal.words.measure)
    row.due_on, row.state, row.revisited_at, row.revisited_by_id = goal.words.due_on, goal.state.value, now, person.id
    has_left = goal.state is not GoalState.OPEN
    if before is None or before.state is not goal.state:
        row.settled_at, row.settled_on = (now, today_of(person, now)) if has_left else (None, None)
    is_news = before is not None and before.state is not goal.state
    return _Change(row, says_something_else=True, state=goal.state if is_news else None)


def _remember(tx: Transaction, now: datetime, person: Person, row: Goal, before: SharedGoal) -> None:
    """Keep what a goal was until now."""
    wording = GoalWording(
        workspace_id=row.workspace_id, goal_id=row.id, due_on=before.words.due_on, state=before.state.value,
        changed_by_id=person.id, changed_at=now, changed_on=today_of(person, now),
    )  # fmt: skip
    tx.seal(wording, "statement", before.words.statement)
    tx.seal(wording, "measure", before.words.measure)
    tx.add(wording)


async def _write_checkpoints(
    tx: Transaction, now: datetime, change: _Change, before: Sequence[Checkpoint], goal: SharedGoal
) -> None:
    left = {each.id: each for each in before}
    goal_row = change.row
    for position, wanted in enumerate(goal.checkpoints):
        row = left.pop(wanted.id or "", None)
        words = row and tx.unseal(row, "words")
        if row is None:
            row = Checkpoint(
                workspace_id=goal_row.workspace_id, pair_id=goal_row.pair_id, goal_id=goal_row.id, created_at=now,
                position=position,
            )  # fmt: skip
            tx.add(row)
        if (words, row.due_on) != (wanted.words, wanted.due_on):
            tx.seal(row, "words", wanted.words)
            row.due_on, change.says_something_else = wanted.due_on, True
        row.position = position
        if wanted.is_reached and row.reached_at is None:
            row.reached_at = now
            change.ticked.append(row.id)
        elif row.reached_at and not wanted.is_reached:
            row.reached_at = None
            change.unticked.append(row)
    for row in left.values():
        change.says_something_else = True
        await tx.delete(row)


async def _tell(
    tx: Transaction, now: datetime, person: Person, pair: Pair, there: PairGoals, changes: Sequence[_Change]
) -> None:
    """The partner reads, as it is now, all that was changed and ticked off; of what is reached both hear."""
    changed = [each for each in changes if each.says_something_else]
    ticked = [id_ for each in changes for id_ in each.ticked]
    if not changed and not ticked:
        return
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    reached = [each.row.id for each in changed if each.state is GoalState.REACHED]
    dropped = [each.row.id for each in changed if each.state is GoalState.DROPPED]
    kind = NoticeKind.GOALS_CHANGED
    facts = {"changed": [], "reached": reached, "dropped": [], "ticked": [], "new": None}
    news = {
        **facts, "changed": [each.row.id for each in changed], "dropped": dropped, "ticked": ticked,
        "new": _which_are_new(there, [*changed, *(each for each in changes if each.ticked)]),
    }  # fmt: skip
    told = select(func.count()).where(Notice.kind == kind.value, Notice.subject == pair.id)
    occurrence = str(await tx.scalar(told))
    await tell(tx, now, kind, pair.id, partner, programme, occurrence=occurrence, pair_id=pair.id, facts=news)
    if reached:
        await tell(
            tx, now, kind, pair.id, person, programme,
            weight=Weight.REPLY, occurrence=occurrence, pair_id=pair.id, facts=facts,
        )  # fmt: skip
        await celebrate_goals(tx, now, pair, programme, reached, (person, partner))


def _which_are_new(there: PairGoals, changes: Sequence[_Change]) -> NewGoals | None:
    if any(each.row.id in there.kept for each in changes):
        return None
    return NewGoals.MORE if there.kept else NewGoals.FIRST


async def _show_unticked(tx: Transaction, now: datetime, pair: Pair, unticked: Sequence[Checkpoint]) -> None:
    """What told of a tick that is taken back, follows."""
    if not unticked:
        return
    ids = {each.id for each in unticked}
    told = select(Notice.delivery_id, Notice.facts).where(
        Notice.kind == NoticeKind.GOALS_CHANGED.value, Notice.subject == pair.id, Notice.delivery_id.is_not(None)
    )
    posts = [post for post, facts in await tx.execute(told) if ids.intersection(facts.get("ticked", ()))]
    await redraw_posts(tx, posts, now)
    await redraw(tx, {each.check_in_id for each in unticked if each.check_in_id}, ABOUT_A_CHECK_IN, now)
    for each in unticked:
        each.check_in_id = None
