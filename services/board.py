"""The organiser's board: the pairs of a programme, and never what they said. Called inside a transaction."""

from datetime import datetime

from sqlalchemy import and_, case, func, or_, select

from mentoring.home import Board, PairLine
from mentoring.invitations import has_waited_long
from mentoring.pairs import LIVELY, PairState
from mentoring.partings import SHOWN_FOR
from mentoring.people import Person as Card
from services.proposals import proposal_of
from storage.models import Pair, Person, Programme
from storage.people import card, people_by_id
from storage.sessions import Meetings, meetings_of
from storage.transaction import Transaction

PAIRS_SHOWN = 25

SHOWN = (PairState.PROPOSED, *LIVELY)


async def board_of(tx: Transaction, now: datetime, programme: Programme) -> Board:
    """The open pairs of a programme: their state, how often and when they met, whom they wait for.

    What waits for an answer comes first, then what lives, then what has lately ended.
    """
    lately = and_(Pair.accepted_at.is_not(None), Pair.ended_at > now - SHOWN_FOR)
    order = case({PairState.PROPOSED.value: 0, PairState.ENDED_EARLY.value: 2}, value=Pair.state, else_=1)
    query = (
        select(Pair, func.count().over())
        .where(Pair.programme_id == programme.id, or_(Pair.state.in_([state.value for state in SHOWN]), lately))
        .order_by(order, Pair.proposed_at.desc(), Pair.id)
        .limit(PAIRS_SHOWN)
    )
    rows = (await tx.execute(query)).all()
    shown, count = [pair for pair, _ in rows], rows[0][1] if rows else 0
    people = await people_by_id(tx, programme.workspace_id, {id_ for pair in shown for id_ in _both(pair)})
    meetings = await meetings_of(tx, [pair.id for pair in shown])
    lines = tuple(_line(pair, people, meetings.get(pair.id, Meetings()), programme, now) for pair in shown)
    return Board(programme.name, programme.channel, lines, more_pairs=count - len(shown))


def _line(pair: Pair, people: dict[str, Person], meetings: Meetings, programme: Programme, now: datetime) -> PairLine:
    mentor, mentee = card(people[pair.mentor_id]), card(people[pair.mentee_id])
    waits_for: tuple[Card, ...] = ()
    waits_since = None
    if pair.state == PairState.PROPOSED:
        proposal = proposal_of(pair, people, programme)
        waits_for = tuple(card(people[each.person_id]) for each in proposal.waits_for)
        waits_since = pair.proposed_at if has_waited_long(proposal, now) else None
    return PairLine(
        pair.id, mentor, mentee, PairState(pair.state), meetings.count, meetings.last_met, waits_for,
        waits_since, pair.ended_at,
    )  # fmt: skip


def _both(pair: Pair) -> tuple[str, str]:
    return pair.mentor_id, pair.mentee_id
