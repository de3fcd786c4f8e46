"""The next session of a pair, which both can plan. Called inside a deed's transaction."""

from datetime import datetime

from mentoring.changes import clashes
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import CheckInValues
from services.arranging import arrange
from storage.models import Pair, Person
from storage.sessions import next_planned
from storage.transaction import Transaction


async def clashes_of_next(tx: Transaction, now: datetime, pair: Pair, values: CheckInValues) -> list[Refusal]:
    """Say whether the partner planned another next session while this person's form was open, or the pair has ended."""
    if values.chosen_next_at is None:
        return []
    if pair.ended_at:
        return [Refusal(Reason.ALREADY_ENDED, "next_at")]
    planned = await next_planned(tx, (pair.id,), now)
    if planned is None:
        return []
    return list(clashes("next_at", values.next_at, values.seen.next_at, planned.planned_at))


async def plan_next(tx: Transaction, now: datetime, person: Person, pair: Pair, values: CheckInValues) -> None:
    """Plan what this person chose, if they chose a time. A pair has one next session: a new time moves it."""
    if values.chosen_next_at is not None:
        await arrange(tx, now, person, pair, await next_planned(tx, (pair.id,), now), values.chosen_next_at)
