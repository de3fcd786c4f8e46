"""The organiser's board: the pairs of a programme, and never what they said. Called inside a transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.home import Board, PairLine
from mentoring.invitations import has_waited_long
from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY, PairState
from mentoring.partings import SHOWN_FOR
from mentoring.people import Person as Card
from mentoring.troubles import SHOWN_FOR as TALKS_SHOWN_FOR
from mentoring.troubles import TroubleLine
from services.proposals import proposal_of
from storage.models import Notice, Pair, Person, Programme, Trouble
from storage.people import card
from storage.sessions import meetings_in_row
from storage.transaction import Transaction

PAIRS_SHOWN = 25

SHOWN = (PairState.PROPOSED, *LIVELY)


@dataclass(frozen=True)
class Row:
    """A pair, both people, how often and when they met, and how many pairs its programme has to show."""

    pair: Pair
    mentor: Person
    mentee: Person
    times: int
    last_met: date | None
    count: int


async def boards_of(tx: Transaction, now: datetime, me: Person, programmes: Sequence[Programme]) -> tuple[Board, ...]:
    """The open pairs of programmes: their state, how often and when they met, whom they wait for.

    What waits for an answer comes first, then what lives, then what has lately ended. And who has told an organiser,
    which is whoever reads this, that they would like to talk.
    """
    if not programmes:
        return ()
    found = await tx.execute(_first_pairs(now, [programme.id for programme in programmes]))
    rows = [Row(pair, mentor, mentee, times, met, count) for pair, mentor, mentee, times, met, count in found]
    talks = await _talks(tx, now, me)
    return tuple(
        replace(
            _board(programme, [row for row in rows if row.pair.programme_id == programme.id], now),
            talks=tuple(talk for programme_id, talk in talks if programme_id == programme.id),
        )
        for programme in programmes
    )


async def _talks(tx: Transaction, now: datetime, me: Person) -> list[tuple[str, TroubleLine]]:
    """Who would like to talk to somebody, each with the programme's id: those alone who were told to them."""
    author, partner = aliased(Person), aliased(Person)
    query = (
        select(Trouble, author, partner, Pair.programme_id)
        .join(Notice, and_(Notice.subject == Trouble.id, Notice.kind == NoticeKind.TALK_ASKED.value))
        .join(Pair, Pair.id == Trouble.pair_id)
        .join(author, author.id == Trouble.author_id)
        .join(partner, partner.id == case((Pair.mentor_id == author.id, Pair.mentee_id), else_=Pair.mentor_id))
        .where(
            Notice.workspace_id == me.workspace_id, Notice.receiver == me.id, Trouble.created_at > now - TALKS_SHOWN_FOR
        )
        .order_by(Trouble.created_at, Trouble.id)
    )
    return [
        (programme_id, TroubleLine(card(who), card(other), tx.unseal(trouble, "words"), trouble.created_at))
        for trouble, who, other, programme_id in await tx.execute(query)
    ]


def _first_pairs(now: datetime, programme_ids: Sequence[str]) -> Select[Pair, Person, Person, int, date | None, int]:
    lately = and_(Pair.accepted_at.is_not(None), Pair.ended_at > now - SHOWN_FOR)
    ended = {PairState.ENDED_EARLY.value: 2, PairState.COMPLETED.value: 2}
    order = case({PairState.PROPOSED.value: 0, **ended}, value=Pair.state, else_=1)
    place = func.row_number().over(partition_by=Pair.programme_id, order_by=(order, Pair.proposed_at.desc(), Pair.id))
    count = func.count().over(partition_by=Pair.programme_id)
    ranked = (
        select(Pair.id, place.label("place"), count.label("count"))
        .where(Pair.programme_id.in_(programme_ids), or_(Pair.state.in_([state.value for state in SHOWN]), lately))
        .subquery()
    )
    mentor, mentee = aliased(Person), aliased(Person)
    times, last_met = meetings_in_row()
    return (
        select(Pair, mentor, mentee, times, last_met, ranked.c.count)
        .join(ranked, ranked.c.id == Pair.id)
        .join(mentor, mentor.id == Pair.mentor_id)
        .join(mentee, mentee.id == Pair.mentee_id)
        .where(ranked.c.place <= PAIRS_SHOWN)
        .order_by(ranked.c.place)
    )


def _board(programme: Programme, rows: Sequence[Row], now: datetime) -> Board:
    lines = tuple(_line(row, programme, now) for row in rows)
    count = rows[0].count if rows else 0
    return Board(programme.name, programme.channel, lines, more_pairs=count - len(lines))


def _line(row: Row, programme: Programme, now: datetime) -> PairLine:
    pair = row.pair
    people = {row.mentor.id: row.mentor, row.mentee.id: row.mentee}
    waits_for: tuple[Card, ...] = ()
    waits_since = None
    if pair.state == PairState.PROPOSED:
        proposal = proposal_of(pair, people, programme)
        waits_for = tuple(card(people[each.person_id]) for each in proposal.waits_for)
        waits_since = pair.proposed_at if has_waited_long(proposal, now) else None
    return PairLine(
        pair.id, card(row.mentor), card(row.mentee), PairState(pair.state), row.times, row.last_met, waits_for,
        waits_since, pair.ended_at,
    )  # fmt: skip
