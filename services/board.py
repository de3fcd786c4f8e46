"""The organiser's board: the pairs of a programme, and never what they said. Called inside a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Select, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.home import Board
from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY, PairState
from mentoring.partings import SHOWN_FOR
from mentoring.troubles import SHOWN_FOR as TALKS_SHOWN_FOR
from mentoring.troubles import TroubleLine
from services.pair_lines import pair_line
from storage.models import Notice, Pair, Pause, Person, Programme, Trouble
from storage.organising import days_asked
from storage.people import card
from storage.sessions import Meetings, meetings_in_row
from storage.transaction import Transaction

PAIRS_SHOWN = 25

SHOWN = (PairState.PROPOSED, *LIVELY)
# Whoever rests or has ended is not asked whether they will meet.
ASKED_WHILE = (PairState.ACTIVE, PairState.WRAPPING_UP)


@dataclass(frozen=True)
class Row:
    """A pair, both people, how they met, its pause if it rests, and how many pairs its programme has to show."""

    pair: Pair
    mentor: Person
    mentee: Person
    met: Meetings
    pause: Pause | None
    count: int


async def boards_of(tx: Transaction, now: datetime, me: Person, programmes: Sequence[Programme]) -> tuple[Board, ...]:
    """The open pairs of programmes: their state, how often and when they met, whom they wait for.

    What waits for an answer comes first, then what has not met although it was asked, then what lives, then what has
    lately ended. And who has told an organiser, which is whoever reads this, that they would like to talk.
    """
    if not programmes:
        return ()
    found = await tx.execute(_first_pairs(now, [programme.id for programme in programmes]))
    rows = [
        Row(pair, mentor, mentee, Meetings(times, last), pause, count)
        for pair, mentor, mentee, times, last, pause, count in found
    ]
    asked = await days_asked(tx, [row.pair.id for row in rows if row.pair.state in ASKED_WHILE])
    talks = await _talks(tx, now, me)
    return tuple(
        replace(
            _board(programme, [row for row in rows if row.pair.programme_id == programme.id], asked, now),
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


def _first_pairs(
    now: datetime, programme_ids: Sequence[str]
) -> Select[Pair, Person, Person, int, date | None, Pause, int]:
    lately = and_(Pair.accepted_at.is_not(None), Pair.ended_at > now - SHOWN_FOR)
    ended = Pair.state.in_([PairState.ENDED_EARLY.value, PairState.COMPLETED.value])
    order = case((Pair.state == PairState.PROPOSED.value, 0), (ended, 3), (Pair.stuck_since.is_not(None), 1), else_=2)
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
        select(Pair, mentor, mentee, times, last_met, Pause, ranked.c.count)
        .join(ranked, ranked.c.id == Pair.id)
        .join(mentor, mentor.id == Pair.mentor_id)
        .join(mentee, mentee.id == Pair.mentee_id)
        # A pair has one at a time.
        .outerjoin(Pause, and_(Pause.pair_id == Pair.id, Pause.since <= now, Pause.until > now))
        .where(ranked.c.place <= PAIRS_SHOWN)
        .order_by(ranked.c.place)
    )


def _board(programme: Programme, rows: Sequence[Row], asked: Mapping[str, Sequence[date]], now: datetime) -> Board:
    lines = tuple(
        pair_line(
            row.pair, row.mentor, row.mentee, row.met, programme, now, asked_on=asked.get(row.pair.id, ()),
            pause=row.pause,
        )
        for row in rows
    )  # fmt: skip
    count = rows[0].count if rows else 0
    return Board(programme.name, programme.channel, lines, more_pairs=count - len(lines))
