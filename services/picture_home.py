"""What somebody's App Home shows, as of now: their own and their pairs'; for an organiser the board as well."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from mentoring.home import (
    HomePicture,
    Invitation,
    PairCard,
    PartnerPromise,
    PlannedSession,
    UnansweredSession,
    WinLine,
    likeliest_step,
)
from mentoring.hours import local
from mentoring.pairs import LIVELY, PairState, Role
from mentoring.promises import PromiseState
from mentoring.sessions import SessionState
from mentoring.wins import Audience
from services.board import board_of
from services.context import Services
from services.prepare_check_in import OFFERED_FOR
from services.settings import settings_of
from services.telling import today_of, zone_of
from storage.models import Pair, Person, Programme, Session
from storage.pairs import pairs_of, partner_of, role_in
from storage.people import card, organisers_of, people_by_id
from storage.programmes import first_programme, organised_programmes
from storage.sessions import Meetings, meetings_of, next_planned, promise_line, promises_of, sessions_to_log
from storage.transaction import Transaction
from storage.wins import journal_of

WINS_SHOWN = 5
PROMISES_SHOWN = 10


async def picture_home(services: Services, person_id: str) -> HomePicture:
    """Gather all that one person's App Home shows."""

    async def look(tx: Transaction) -> HomePicture:
        return await _picture(tx, services.now(), await tx.get_one(Person, person_id))

    return await services.read(look)


async def _picture(tx: Transaction, now: datetime, me: Person) -> HomePicture:
    pairs = await pairs_of(tx, me, (PairState.PROPOSED, *LIVELY))
    people = await people_by_id(tx, me.workspace_id, (partner_of(pair, me.id) for pair in pairs))
    partners = {pair.id: people[partner_of(pair, me.id)] for pair in pairs}
    lively = {pair.id: pair for pair in pairs if PairState(pair.state) in LIVELY}
    meetings = await meetings_of(tx, lively.keys())
    cards = tuple(_card(pair, me, partners[pair.id], meetings.get(pair.id, Meetings())) for pair in lively.values())
    invitations = [
        await _invitation(tx, pair, me, partners[pair.id]) for pair in pairs if pair.state == PairState.PROPOSED
    ]
    to_log, to_add = await _unlogged(tx, now, me, lively, partners)
    planned = await next_planned(tx, lively.keys(), now)
    mine, proposals, theirs = await _promises(tx, me, lively, partners)
    wins, more_wins = await _journal(tx, me)
    return HomePicture(
        me=card(me),
        now=now,
        settings=settings_of(me, await first_programme(tx, me.workspace_id)),
        step=likeliest_step(
            awaits_answer=any(not invitation.i_accepted for invitation in invitations),
            to_log=to_log,
            to_add=to_add,
            pairs=cards,
        ),
        invitations=tuple(invitations),
        next_session=_planned(planned, partners) if planned else None,
        to_log=to_log,
        to_add=to_add,
        pairs=cards,
        promises_mine=mine,
        proposals=proposals,
        promises_theirs=theirs,
        wins=wins,
        more_wins=more_wins,
        boards=tuple([await board_of(tx, programme) for programme in await organised_programmes(tx, me)]),
        organisers=tuple(card(organiser) for organiser in await organisers_of(tx, me.workspace_id)),
        locale=me.locale,
    )


def _card(pair: Pair, me: Person, partner: Person, meetings: Meetings) -> PairCard:
    return PairCard(
        pair_id=pair.id,
        role=_role(pair, me),
        partner=card(partner),
        partner_zone=partner.time_zone,
        state=PairState(pair.state),
        rhythm_days=pair.rhythm_days,
        sessions=meetings.count,
        last_met=meetings.last_met,
    )


async def _invitation(tx: Transaction, pair: Pair, me: Person, partner: Person) -> Invitation:
    role = _role(pair, me)
    accepted_at = pair.mentor_accepted_at if role is Role.MENTOR else pair.mentee_accepted_at
    programme = await tx.get_one(Programme, pair.programme_id)
    return Invitation(pair.id, role, card(partner), programme.name, i_accepted=accepted_at is not None)


def _role(pair: Pair, me: Person) -> Role:
    return role_in(pair, me.id) or Role.MENTEE


async def _unlogged(
    tx: Transaction, now: datetime, me: Person, pairs: Mapping[str, Pair], partners: Mapping[str, Person]
) -> tuple[PlannedSession | None, UnansweredSession | None]:
    """The newest planned session that nobody logged, and the newest that the partner alone did."""
    since = today_of(me, now) - OFFERED_FOR
    sessions = await sessions_to_log(tx, pairs.keys(), me.id, planned_until=now, since=since)
    to_log = [
        _planned(session, partners)
        for session in sessions
        if session.state == SessionState.PLANNED and session.planned_at and session.planned_at.date() >= since
    ]
    to_add = [
        UnansweredSession(session.id, session.pair_id, card(partners[session.pair_id]), session.happened_on)
        for session in sessions
        if session.state == SessionState.HAPPENED and session.happened_on
    ]
    return (
        max(to_log, key=lambda session: session.planned_at, default=None),
        max(to_add, key=lambda session: session.happened_on, default=None),
    )


def _planned(session: Session, partners: Mapping[str, Person]) -> PlannedSession:
    # A planned session always has its time; the creation time only satisfies the column's type.
    planned_at = session.planned_at or session.created_at
    return PlannedSession(session.id, session.pair_id, card(partners[session.pair_id]), planned_at)


Promises = tuple[PartnerPromise, ...]


async def _promises(
    tx: Transaction, me: Person, pairs: Mapping[str, Pair], partners: Mapping[str, Person]
) -> tuple[Promises, Promises, Promises]:
    """My promises, those proposed for me to accept, and my partners'; the newest of each."""
    mine: list[PartnerPromise] = []
    proposals: list[PartnerPromise] = []
    theirs: list[PartnerPromise] = []
    for promise in await promises_of(tx, pairs.keys(), (PromiseState.OPEN, PromiseState.PROPOSED)):
        line = PartnerPromise(promise_line(tx, promise), card(partners[promise.pair_id]))
        if promise.owner_id != me.id:
            theirs.append(line)
        elif promise.state == PromiseState.OPEN:
            mine.append(line)
        else:
            proposals.append(line)
    return tuple(mine[-PROMISES_SHOWN:]), tuple(proposals[-PROMISES_SHOWN:]), tuple(theirs[-PROMISES_SHOWN:])


async def _journal(tx: Transaction, me: Person) -> tuple[tuple[WinLine, ...], int]:
    wins, count = await journal_of(tx, me, WINS_SHOWN)
    authors = await people_by_id(tx, me.workspace_id, (win.author_id for win in wins))
    lines: Sequence[WinLine] = [
        WinLine(
            card(authors[win.author_id]),
            tx.unseal(win, "words") or "",
            Audience(win.audience),
            local(win.created_at, zone_of(me)).date(),
        )
        for win in wins
    ]
    return tuple(lines), count - len(lines)
