"""Checkpoints that a check-in ticks off, or no longer does. Called inside a deed's transaction."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from mentoring.checkpoints import Checkpoint, GoalSteps
from storage.goals import checkpoints_to_tick, shared_words, step, ticked_by
from storage.models import CheckIn
from storage.transaction import Transaction


async def goals_to_tick(tx: Transaction, pair_id: str, check_in: CheckIn | None = None) -> tuple[GoalSteps, ...]:
    """The open goals of a pair that have checkpoints to tick off, or that a check-in has ticked off, and those."""
    statements: dict[str, str] = {}
    steps: dict[str, list[Checkpoint]] = defaultdict(list)
    for checkpoint, goal in await checkpoints_to_tick(tx, pair_id, check_in.id if check_in else None):
        statements.setdefault(goal.id, shared_words(tx, goal).statement)
        steps[goal.id].append(step(tx, checkpoint))
    return tuple(GoalSteps(id_, words, tuple(steps[id_])) for id_, words in statements.items())


async def tick(tx: Transaction, now: datetime, check_in: CheckIn, pair_id: str, ticked: Collection[str]) -> None:
    """Have a check-in tick off these checkpoints, by their ids, and no others; another pair's are passed over.

    What somebody else ticked off in the meantime stays theirs.
    """
    if not ticked and not check_in.ticks:
        return
    for checkpoint, _ in await checkpoints_to_tick(tx, pair_id, check_in.id):
        if checkpoint.id in ticked and checkpoint.reached_at is None:
            checkpoint.reached_at, checkpoint.check_in_id = now, check_in.id
        elif checkpoint.id not in ticked and checkpoint.check_in_id == check_in.id:
            checkpoint.reached_at = checkpoint.check_in_id = None
    await tx.flush()
    check_in.ticks = bool(await ticked_by(tx, check_in.id))


async def untick(tx: Transaction, check_in: CheckIn) -> None:
    """What a check-in ticked off is open again."""
    if check_in.ticks:
        for checkpoint in await ticked_by(tx, check_in.id):
            checkpoint.reached_at = checkpoint.check_in_id = None
        await tx.flush()
