"""Which organisers will be told of their week, if nobody does anything. Called inside a transaction."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from sqlalchemy import select

from mentoring.deliveries import COUNTED_FOR
from mentoring.hours import Hours
from mentoring.invitations import shown_from
from mentoring.nudges.decide import decide as decide_on_pair
from mentoring.nudges.snapshot import Snapshot
from mentoring.organising import decide
from mentoring.pairs import PairState
from services.proposals import proposal_of
from services.snapshots import snapshots
from services.telling import hours_of
from storage.models import Organiser, Pair, Person, Programme
from storage.organising import last_failures, last_weeks
from storage.transaction import Transaction


async def foresee_weeks(
    tx: Transaction,
    workspace: str,
    pairs: Collection[Pair],
    people: Mapping[str, Person],
    programmes: Mapping[str, Programme],
    span: tuple[datetime, datetime],
) -> list[tuple[datetime, Person]]:
    """When each organiser will be told what has come to wait for them, from one instant until before another.

    Args:
        tx: To look with.
        workspace: Whose organisers.
        pairs: All of the workspace's.
        people: All of the workspace's, by id.
        programmes: All of the workspace's, by id.
        span: From when until when.
    """
    wants = select(Organiser).where(Organiser.workspace_id == workspace, Organiser.wants_week)
    organisers = [each for each in await tx.scalars(wants) if not people[each.person_id].deactivated]
    told = await last_weeks(tx, [each.person_id for each in organisers])
    failed = (await last_failures(tx, [workspace], span[0] - COUNTED_FOR)).get(workspace)
    seen = await snapshots(tx, [pair for pair in pairs if pair.state != PairState.PROPOSED])
    shown = {
        pair.id: shown_from(proposal_of(pair, people, programmes[pair.programme_id]))
        for pair in pairs
        if pair.state == PairState.PROPOSED
    }
    found = []
    for organiser in organisers:
        person, programme = people[organiser.person_id], programmes[organiser.programme_id]
        theirs = [pair for pair in pairs if pair.programme_id == programme.id]
        since = told.get((programme.id, person.id))
        known = {pair.id for pair in theirs if since and _came_by(pair, shown, since)}
        has_failed = failed is not None and (since is None or failed > since)
        for at in _slots(hours_of(person, programme), *span):
            waiting = {pair.id for pair in theirs if _waits(pair, shown, seen, at)}
            if waiting - known or has_failed:
                found.append((at, person))
                known, has_failed = known | waiting, False
    return found


def _slots(hours: Hours, now: datetime, until: datetime) -> Iterator[datetime]:
    at = decide(hours, now).look_at
    while at < until:
        decision = decide(hours, at)
        if decision.week:
            yield at
        at = decision.look_at


def _came_by(pair: Pair, shown: Mapping[str, datetime | None], at: datetime) -> bool:
    """Whether a pair has waited for its organiser since before an instant."""
    since = shown.get(pair.id, pair.stuck_since)
    return since is not None and since <= at


def _waits(pair: Pair, shown: Mapping[str, datetime | None], seen: Mapping[str, Snapshot], at: datetime) -> bool:
    """Whether a pair will wait for its organiser at an instant."""
    return _came_by(pair, shown, at) if pair.id in shown else decide_on_pair(seen[pair.id], at).is_stuck
