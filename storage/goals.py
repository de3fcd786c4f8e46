"""Goals of a pair, as they are stored."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, select

from mentoring.goals import GoalWords
from mentoring.shared_goals import GoalState, SharedGoal
from storage.models import Goal, GoalDraft, Pair
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
DRAFTS = select(GoalDraft).where(GoalDraft.pair_id == bindparam("pair")).order_by(GoalDraft.position)
GOALS = (
    select(Goal)
    .where(Goal.pair_id.in_(bindparam("pairs", expanding=True)))
    .order_by(Goal.created_at, Goal.position, Goal.id)
)
OPEN_GOALS = GOALS.where(Goal.state == GoalState.OPEN.value)


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
    return tuple(
        GoalWords(
            tx.unseal(draft, "statement") or "", tx.unseal(draft, "measure"), draft.due_on, tx.unseal(draft, "why")
        )
        for draft in drafts
    )


async def goals_of(tx: Transaction, pair_ids: Collection[str]) -> Sequence[Goal]:
    """All goals that some pairs have, or had, in common, in the order of their lists."""
    return (await tx.scalars(GOALS, {"pairs": list(pair_ids)})).all()


async def open_goals_of(tx: Transaction, pair_ids: Collection[str]) -> Sequence[Goal]:
    """Those of them that are worked on."""
    return (await tx.scalars(OPEN_GOALS, {"pairs": list(pair_ids)})).all()


def shared_goal(tx: Transaction, goal: Goal) -> SharedGoal:
    """A goal as people read it."""
    return SharedGoal(goal.id, shared_words(tx, goal), GoalState(goal.state), goal.settled_on)


def shared_words(tx: Transaction, goal: Goal) -> GoalWords:
    """What is to be reached, how they will know, and by when."""
    return GoalWords(tx.unseal(goal, "statement") or "", tx.unseal(goal, "measure"), goal.due_on)
