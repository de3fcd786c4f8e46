"""Goals of a pair, as they are stored."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from mentoring.goals import GoalWords
from storage.models import GoalDraft, Pair
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
DRAFTS = select(GoalDraft).where(GoalDraft.pair_id == bindparam("pair")).order_by(GoalDraft.position)


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
