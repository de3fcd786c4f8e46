"""Checkpoints that a check-in ticks off, or no longer does. Called inside a deed's transaction."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from mentoring.checkpoints import Checkpoint, GoalSteps
from mentoring.notices import NoticeKind
from services.preparations import show_preparation
from storage.goals import checkpoints_to_tick, shared_words, step, ticked_by
from storage.models import CheckIn
from storage.notices import redraw
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

    What somebody else ticked off in the meantime stays theirs. What asks about their goals shows them as they are.
    """
    if not ticked and not check_in.ticks:
        return
    goals = set()
    for checkpoint, _ in await checkpoints_to_tick(tx, pair_id, check_in.id):
        if checkpoint.id in ticked and checkpoint.reached_at is None:
            checkpoint.reached_at, checkpoint.check_in_id = now, check_in.id
            goals.add(checkpoint.goal_id)
        elif checkpoint.id not in ticked and checkpoint.check_in_id == check_in.id:
            checkpoint.reached_at = checkpoint.check_in_id = None
            goals.add(checkpoint.goal_id)
    await tx.flush()
    check_in.ticks = bool(await ticked_by(tx, check_in.id))
    await show_ticks(tx, now, pair_id, goals)


async def untick(tx: Transaction, check_in: CheckIn) -> set[str]:
    """What a check-in ticked off is open again; the ids of the goals that it was of."""
    checkpoints = await ticked_by(tx, check_in.id) if check_in.ticks else ()
    for checkpoint in checkpoints:
        checkpoint.reached_at = checkpoint.check_in_id = None
    await tx.flush()
    return {checkpoint.goal_id for checkpoint in checkpoints}


async def show_ticks(tx: Transaction, now: datetime, pair_id: str, goals: Collection[str]) -> None:
    """Have what asks either of a pair about these goals, by their ids, or about all, show how far they are now.

    And what prepares the two for their next session.
    """
    if goals:
        await redraw(tx, [pair_id, *goals], (NoticeKind.GOAL,), now)
        await show_preparation(tx, now, pair_id)
