"""What notices about organising a programme say."""

from datetime import datetime

from mentoring.deliveries import COUNTED_FOR
from mentoring.notices import OrganiserNamed, OrganiserReleased
from mentoring.organising import OrganisersWeek
from services.pair_lines import pair_line
from services.telling import today_of
from storage.models import Notice, Organiser, Person, Programme
from storage.notices import was_sent
from storage.organising import days_asked, deliveries_between, waiting_pairs
from storage.people import card
from storage.transaction import Transaction


async def organiser_named(tx: Transaction, notice: Notice) -> OrganiserNamed:
    """To somebody who was named, as it stands now."""
    programme = await tx.get_one(Programme, notice.subject)
    by = await tx.get_one(Person, notice.facts["by"])
    still = await tx.get(Organiser, (programme.id, notice.receiver)) is not None
    return OrganiserNamed(programme.name, card(by), still)


async def organiser_released(tx: Transaction, notice: Notice) -> OrganiserReleased:
    """To somebody who organises it no longer."""
    programme = await tx.get_one(Programme, notice.subject)
    by = await tx.get_one(Person, notice.facts["by"])
    return OrganiserReleased(programme.name, None if by.id == notice.receiver else card(by))


async def organisers_week(tx: Transaction, notice: Notice) -> OrganisersWeek | None:
    """To an organiser, once a week: what waited for them then and does still. Before it goes, nothing may be left."""
    now, programme = notice.created_at, await tx.get_one(Programme, notice.subject)
    organiser = await tx.get(Organiser, (programme.id, notice.receiver))
    if organiser is None:
        return None
    person = await tx.get_one(Person, notice.receiver)
    waiting = await waiting_pairs(tx, [programme.id])
    asked = await days_asked(tx, [pair.id for pair, *_ in waiting if pair.stuck_since])
    lines = [
        (pair, pair_line(pair, mentor, mentee, met, programme, now, asked_on=asked[pair.id]))
        for pair, mentor, mentee, met in waiting
    ]
    since = notice.facts.get("since")
    content = OrganisersWeek(
        notice_id=notice.id,
        programme=programme.name,
        today=today_of(person, now),
        stuck=tuple(line for pair, line in lines if pair.stuck_since and pair.stuck_since <= now),
        unanswered=tuple(line for _, line in lines if line.waits_since),
        deliveries=await deliveries_between(
            tx, notice.workspace_id, datetime.fromisoformat(since) if since else now - COUNTED_FOR, now
        ),
        is_on=organiser.wants_week,
    )
    if not content.says_something and not await was_sent(tx, notice):
        return None
    return content
