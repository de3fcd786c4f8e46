"""Time passes: pairs whose time has come are looked at, and the rules say what to tell and when to look again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select

from mentoring.hours import next_open
from mentoring.invitations import decide
from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from services.context import Services
from services.proposals import proposal_of
from services.telling import hours_of
from storage.many_notices import Telling, put_notices
from storage.models import Organiser, Pair, Person, Programme, Workspace
from storage.people import mark_homes_stale
from storage.transaction import Transaction

BATCH = 100


async def look_at_pairs(services: Services) -> int:
    """Look at some of the pairs whose `look_at` has come; how many there were. Call it again until there are none.

    What is told of each pair is told once, whoever looks and however often. Several processes share the work: what one
    has in hand the others pass over. As many statements for one pair as for a hundred.
    """
    now = services.now()

    async def look(tx: Transaction) -> bool:
        return bool(await tx.scalar(select(exists().where(*_due(now)))))

    async def deed(tx: Transaction) -> int:
        query = select(Pair).where(*_due(now)).order_by(Pair.look_at, Pair.id).limit(BATCH)
        pairs = (await tx.scalars(query.with_for_update(skip_locked=True))).all()
        await _look_at_proposals(tx, now, [pair for pair in pairs if pair.state == PairState.PROPOSED])
        for pair in pairs:
            if pair.state != PairState.PROPOSED:
                # Only proposed pairs have rules that go by time.
                pair.look_at = None
        return len(pairs)

    # Mostly nothing is due, and a look does not keep anybody from writing.
    if not await services.glance(look):
        return 0
    found = await services.store.write(deed)
    if found:
        services.wake()
    return found


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    is_here = exists().where(Workspace.id == Pair.workspace_id, Workspace.uninstalled_at.is_(None))
    return Pair.look_at <= now, is_here


async def _look_at_proposals(tx: Transaction, now: datetime, pairs: Sequence[Pair]) -> None:
    """Ask whoever has not answered once more, and have the organisers see what has waited long."""
    if not pairs:
        return
    ids = {id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)}
    people = {person.id: person for person in await tx.scalars(select(Person).where(Person.id.in_(ids)))}
    of_pairs = select(Programme).where(Programme.id.in_({pair.programme_id for pair in pairs}))
    programmes = {programme.id: programme for programme in await tx.scalars(of_pairs)}
    tellings, waiting_long = [], set()
    for pair in pairs:
        programme = programmes[pair.programme_id]
        decision = decide(proposal_of(pair, people, programme), now)
        pair.look_at = decision.look_at
        if decision.shows:
            waiting_long.add(programme.id)
        for person_id in decision.ask_again:
            at = next_open(now, hours_of(people[person_id], programme))
            tellings.append(Telling(pair.workspace_id, pair.id, person_id, at, pair.id))
    await put_notices(tx, NoticeKind.ASKED_AGAIN, tellings, now)
    if waiting_long:
        organisers = select(Organiser.person_id).where(Organiser.programme_id.in_(waiting_long))
        await mark_homes_stale(tx, now, (await tx.scalars(organisers)).all())
