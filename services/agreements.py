"""The agreement of a pair as one of the two reads it. Called inside a transaction."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.agreements import AgreementPage, AgreementState, Confirmed, Version
from mentoring.hours import local
from mentoring.notices import NoticeKind, Weight
from mentoring.nudge_contents import Outcome
from mentoring.nudges.snapshot import Member
from mentoring.refusals import Reason, Refusal
from services.telling import tell, zone_of
from storage.agreements import Versions, terms_before, terms_of
from storage.models import Agreement, Pair, Person, Programme
from storage.pairs import find_pair, partner_of
from storage.people import card
from storage.transaction import Transaction


async def begun_pair(tx: Transaction, person: Person, pair_id: str) -> Pair:
    """A pair of this person's that has begun; it may have ended, since what was agreed can be read for ever.

    Raises:
        Refusal: It is not theirs, or it has not begun.
    """
    pair = await find_pair(tx, person, pair_id)
    if pair is None:
        raise Refusal(Reason.NOT_PARTNER)
    if pair.accepted_at is None:
        raise Refusal(Reason.NOT_ACTIVE)
    return pair


def version_read_by(tx: Transaction, versions: Versions, row: Agreement, pair: Pair, reader: Person) -> Version:
    """A version with what it changes."""
    before = versions.before(row)
    return Version(
        row.id,
        row.author_id == reader.id,
        AgreementState(row.state),
        terms_of(tx, row, pair),
        terms_before(tx, row, before, pair) if before else None,
        _date(row.proposed_at, reader),
        _date(row.settled_at, reader) if row.settled_at else None,
        answers=before is not None and before.state not in (AgreementState.AGREED, AgreementState.REPLACED),
    )


def page_read_by(
    tx: Transaction, versions: Versions, pair: Pair, reader: Person, partner: Person, now: datetime
) -> AgreementPage:
    """How it stands."""
    waiting, agreed = versions.waiting, versions.agreed
    confirmed = None
    if agreed and agreed.confirmed_at:
        confirmed = Confirmed(agreed.confirmed_by_id == reader.id, _date(agreed.confirmed_at, reader))
    return AgreementPage(
        pair.id,
        card(partner),
        pair.rhythm_days,
        version_read_by(tx, versions, waiting, pair, reader) if waiting else None,
        version_read_by(tx, versions, agreed, pair, reader) if agreed else None,
        confirmed,
        is_over=pair.ended_at is not None,
        may_confirm=agreed is not None and not is_confirmed_today(agreed, reader, now),
        has_history=bool(versions.rows),
        locale=reader.locale,
    )


def is_confirmed_today(agreed: Agreement, person: Person, now: datetime) -> bool:
    """Whether either has said today, where this person is, that it is right."""
    said = max(at for at in (agreed.settled_at, agreed.confirmed_at, agreed.proposed_at) if at)
    return _date(said, person) == _date(now, person)


async def tell_both(
    tx: Transaction,
    now: datetime,
    kind: NoticeKind,
    subject: str,
    pair: Pair,
    by: Person,
    *,
    occurrence: str = "1",
    **facts: object,
) -> None:
    """Tell whoever did something at once, and the partner in their hours."""
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, by.id))
    for receiver, weight in ((by, Weight.REPLY), (partner, Weight.NEWS)):
        await tell(
            tx, now, kind, subject, receiver, programme, weight=weight, occurrence=occurrence, pair_id=pair.id,
            facts={"by": by.id, **facts},
        )  # fmt: skip


def _date(instant: datetime, reader: Person) -> date:
    return local(instant, zone_of(reader)).date()


@dataclass(frozen=True)
class Deed:
    """Something that one of the two did about their agreement."""

    outcome: Outcome
    person_id: str | None


def last_deed(versions: Versions, members: tuple[Member, Member], since: datetime) -> Deed | None:
    """What was last done about an agreement from an instant on: proposed, agreed to or said to be still right."""
    deeds: list[tuple[datetime, Deed]] = []
    for row in versions.rows:
        other = next(each.person_id for each in members if each.person_id != row.author_id)
        deeds.append((row.proposed_at, Deed(Outcome.AGREEMENT_PROPOSED, row.author_id)))
        if row.settled_at and row.state in (AgreementState.AGREED, AgreementState.REPLACED):
            deeds.append((row.settled_at, Deed(Outcome.AGREED, other)))
        if row.confirmed_at:
            deeds.append((row.confirmed_at, Deed(Outcome.STILL_RIGHT, row.confirmed_by_id)))
    found = [(at, deed) for at, deed in deeds if at >= since]
    return max(found, key=lambda each: each[0])[1] if found else None
