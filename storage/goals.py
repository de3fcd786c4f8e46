"""Goals of a pair, as they are stored, with their checkpoints and what they were before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, or_, select

from mentoring.checkpoints import Checkpoint as Step
from mentoring.checkpoints import Progress
from mentoring.goals import GoalWords
from mentoring.shared_goals import GoalState, SharedGoal
from storage.models import Checkpoint, Goal, GoalDraft, GoalWording, Pair, Person
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
DRAFTS = select(GoalDraft).where(GoalDraft.pair_id == bindparam("pair")).order_by(GoalDraft.position)
GOALS = select(Goal).where(Goal.pair_id == bindparam("pair")).order_by(Goal.created_at, Goal.position, Goal.id)
CHECKPOINTS = (
    select(Checkpoint)
    .where(Checkpoint.pair_id == bindparam("pair"))
    .order_by(Checkpoint.position, Checkpoint.created_at, Checkpoint.id)
)
TO_TICK = (
    select(Checkpoint, Goal)
    .join(Goal, Goal.id == Checkpoint.goal_id)
    .where(
        Checkpoint.pair_id == bindparam("pair"),
        Goal.state == GoalState.OPEN.value,
        or_(Checkpoint.reached_at.is_(None), Checkpoint.check_in_id == bindparam("check_in")),
    )
    .order_by(Goal.created_at, Goal.position, Goal.id, Checkpoint.position, Checkpoint.id)
)
TICKED_BY = (
    select(Checkpoint)
    .where(Checkpoint.check_in_id == bindparam("check_in"))
    .order_by(Checkpoint.goal_id, Checkpoint.position, Checkpoint.id)
)
HISTORY = (
    select(GoalWording, Person)
    .outerjoin(Person, Person.id == GoalWording.changed_by_id)
    .where(GoalWording.goal_id == bindparam("goal"))
    .order_by(GoalWording.changed_at.desc(), GoalWording.id)
)

Steps = Mapping[str, Sequence[Checkpoint]]


async def drafts_of(tx: Transaction, pair: Pair) -> dict[str, list[GoalDraft]]:
    """The goals that each of a pair drafted, by their author's id; of both, also where there are none."""
    drafts: dict[str, list[GoalDraft]] = {pair.mentor_id: [], pair.mentee_id: []}
    for draft in await tx.scalars(DRAFTS, {"pair": pair.id}):
        drafts[draft.author_id].append(draft)
    return drafts


def is_ready(drafts: Sequence[GoalDraft]) -> bool:
    """Whether the author of these said that they may be read."""
    return bool(drafts) and all(draft.ready_at for draft in drafts)


def are_revealed(drafts: dict[str, list[GoalDraft]]) -> bool:
    """Whether both are ready, and so each reads what the other wrote."""
    return all(is_ready(each) for each in drafts.values())


def goal_words(tx: Transaction, drafts: Sequence[GoalDraft]) -> tuple[GoalWords, ...]:
    """What was written."""
    return tuple(_draft_words(tx, draft) for draft in drafts)


def _draft_words(tx: Transaction, draft: GoalDraft) -> GoalWords:
    due_on = tx.unseal(draft, "due_on")
    return GoalWords(
        tx.unseal(draft, "statement") or "",
        tx.unseal(draft, "measure"),
        date.fromisoformat(due_on) if due_on else None,
        tx.unseal(draft, "why"),
    )


async def goals_of(tx: Transaction, pair_id: str) -> Sequence[Goal]:
    """All goals that a pair has, or had, in common, in the order of their list."""
    return (await tx.scalars(GOALS, {"pair": pair_id})).all()


async def checkpoints_of(tx: Transaction, pair_id: str) -> Steps:
    """All checkpoints of a pair, by their goals' ids, each in the order of its lines."""
    found: dict[str, list[Checkpoint]] = defaultdict(list)
    for each in await tx.scalars(CHECKPOINTS, {"pair": pair_id}):
        found[each.goal_id].append(each)
    return found


async def checkpoints_to_tick(
    tx: Transaction, pair_id: str, check_in_id: str | None = None
) -> Sequence[tuple[Checkpoint, Goal]]:
    """The checkpoints of open goals that are not reached, or that a certain check-in has ticked off."""
    found = await tx.execute(TO_TICK, {"pair": pair_id, "check_in": check_in_id})
    return [(checkpoint, goal) for checkpoint, goal in found]


async def ticked_by(tx: Transaction, check_in_id: str) -> Sequence[Checkpoint]:
    """What a check-in has ticked off."""
    return (await tx.scalars(TICKED_BY, {"check_in": check_in_id})).all()


async def history_of(tx: Transaction, goal_id: str) -> Sequence[tuple[GoalWording, Person | None]]:
    """What a goal was, the newest first, and who changed it then."""
    return [(wording, person) for wording, person in await tx.execute(HISTORY, {"goal": goal_id})]


def shared_goal(tx: Transaction, goal: Goal, checkpoints: Sequence[Checkpoint] = ()) -> SharedGoal:
    """A goal as people read it."""
    steps = tuple(step(tx, each) for each in checkpoints)
    return SharedGoal(goal.id, shared_words(tx, goal), GoalState(goal.state), goal.settled_on, steps)


def shared_words(tx: Transaction, goal: Goal | GoalWording) -> GoalWords:
    """What is to be reached, how they will know, and by when."""
    return GoalWords(tx.unseal(goal, "statement") or "", tx.unseal(goal, "measure"), goal.due_on)


def step(tx: Transaction, checkpoint: Checkpoint) -> Step:
    """A checkpoint as people read it."""
    words = tx.unseal(checkpoint, "words") or ""
    return Step(checkpoint.id, words, checkpoint.due_on, checkpoint.reached_at is not None)


def progress(goal: Goal) -> Progress:
    """How far a goal is."""
    return Progress(goal.checkpoints_reached, goal.checkpoints)
