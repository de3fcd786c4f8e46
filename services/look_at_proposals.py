"""Time passes over a proposed pair: whoever has not answered is asked again. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from mentoring.hours import next_open
from mentoring.invitations import decide
from mentoring.notices import NoticeKind
from services.proposals import proposal_of
from services.telling import hours_of
from storage.models import Organiser, Pair, Person, Programme
from storage.notices import Receiver
from storage.people import mark_homes_stale
from storage.putting import Telling, put_notices
from storage.transaction import Transaction


async def look_at_proposals(tx: Transaction, now: datetime, pairs: Sequence[Pair]) -> None:
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
            receiver = Receiver(pair.workspace_id, person_id=person_id)
            tellings.append(Telling(NoticeKind.ASKED_AGAIN, receiver, pair.id, at, pair.id))
    await put_notices(tx, tellings, now)
    if waiting_long:
        organisers = select(Organiser.person_id).where(Organiser.programme_id.in_(waiting_long))
        await mark_homes_stale(tx, now, (await tx.scalars(organisers)).all())
