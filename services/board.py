"""The organiser's board: the pairs of a programme, and never what they said. Called inside a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import and_, bindparam, case, func, or_, select
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

MENTOR, MENTEE, AUTHOR, PARTNER = (aliased(Person) for _ in range(4))
# What waits for an answer, then what has not met although it was asked, then what lives, then what has lately ended.
ENDED = Pair.state.in_([PairState.ENDED_EARLY.value, PairState.COMPLETED.value])
ORDER = case((Pair.state == PairState.PROPOSED.value, 0), (ENDED, 3), (Pair.stuck_since.is_not(None), 1), else_=2)
RANKED = (
    select(
        Pair.id,
        func.row_number()
        .over(partition_by=Pair.programme_id, order_by=(ORDER, Pair.proposed_at.desc(), Pair.id))
        .label("place"),
        func.count().over(partition_by=Pair.programme_id).label("count"),
    )
    .where(
        Pair.programme_id.in_(bindparam("programmes", expanding=True)),
        or_(
            Pair.state.in_([state.value for state in SHOWN]),
            and_(Pair.accepted_at.is_not(None), Pair.ended_at > bindparam("ended_since")),
        ),
    )
    .subquery()
)
# Statements are made once: making one takes longer than running it.
FIRST_PAIRS = (
    select(Pair, MENTOR, MENTEE, *meetings_in_row(), Pause, RANKED.c.count)
    .join(RANKED, RANKED.c.id == Pair.id)
    .join(MENTOR, MENTOR.id == Pair.mentor_id)
    .join(MENTEE, MENTEE.id == Pair.mentee_id)
    # A pair has one at a time.
    .outerjoin(Pause, and_(Pause.pair_id == Pair.id, Pause.since <= bindparam("now"), Pause.until > bindparam("now")))
    .where(RANKED.c.place <= PAIRS_SHOWN)
    .order_by(RANKED.c.place)
)
TALKS = (
    select(Trouble, AUTHOR, PARTNER, Pair.programme_id)
    .join(Notice, and_(Notice.subject == Trouble.id, Notice.kind == NoticeKind.TALK_ASKED.value))
    .join(Pair, Pair.id == Trouble.pair_id)
    .join(AUTHOR, AUTHOR.id == Trouble.author_id)
    .join(PARTNER, PARTNER.id == case((Pair.mentor_id == AUTHOR.id, Pair.mentee_id), else_=Pair.mentor_id))
    .where(
        Notice.workspace_id == bindparam("workspace"),
        Notice.receiver == bindparam("reader"),
        Trouble.created_at > bindparam("since"),
    )
    .order_by(Trouble.created_at, Trouble.id)
)


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
    which = {"programmes": [programme.id for programme in programmes], "now": now, "ended_since": now - SHOWN_FOR}
    found = await tx.execute(FIRST_PAIRS, which)
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
    which = {"workspace": me.workspace_id, "reader": me.id, "since": now - TALKS_SHOWN_FOR}
    return [
        (programme_id, TroubleLine(card(who), card(other), tx.unseal(trouble, "words"), trouble.created_at))
        for trouble, who, other, programme_id in await tx.execute(TALKS, which)
    ]


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
