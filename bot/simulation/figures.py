"""What a made-up programme came to: how often people met, and what they were sent for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import select

from mentoring.nudges.choose import MOST_A_WEEK, WEEK
from mentoring.nudges.diary import Diary
from mentoring.nudges.kinds import OF_SESSIONS, NudgeKind
from mentoring.nudges.snapshot import Snapshot
from mentoring.reporting import GRACE
from mentoring.sessions import SessionState
from services.snapshots import snapshots
from storage.models import Delivery, Notice, Pair, Session
from storage.transaction import Transaction

DAYS_A_MONTH = 30


@dataclass
class Figures:
    """Sums over a programme, which can be added to those of another.

    Attributes:
        people: How many could be nudged.
        weeks: How long it went.
        meetings: By month from the start, how many sessions happened.
        looked_at: By month, how many pairs were looked at, a week each,
        in_rhythm: and how many of them met in rhythm.
        sent: By kind, how many nudges were sent,
        answered: and how many of them were answered, by a deed or a button.
        messages: How many messages carried them.
        outside_hours: How many went outside the hours of their kind.
        over_budget: How many were more than one a day or three a week to one person.
        twice: How many said what had been said.
    """

    people: int = 0
    weeks: float = 0.0
    meetings: Counter[int] = field(default_factory=Counter)
    looked_at: Counter[int] = field(default_factory=Counter)
    in_rhythm: Counter[int] = field(default_factory=Counter)
    sent: Counter[NudgeKind] = field(default_factory=Counter)
    answered: Counter[NudgeKind] = field(default_factory=Counter)
    messages: int = 0
    outside_hours: int = 0
    over_budget: int = 0
    twice: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        """Those of both."""
        return Figures(
            self.people + other.people,
            max(self.weeks, other.weeks),
            self.meetings + other.meetings,
            self.looked_at + other.looked_at,
            self.in_rhythm + other.in_rhythm,
            self.sent + other.sent,
            self.answered + other.answered,
            self.messages + other.messages,
            self.outside_hours + other.outside_hours,
            self.over_budget + other.over_budget,
            self.twice + other.twice,
        )

    @property
    def messages_a_person_a_week(self) -> float:
        """How many messages with nudges one person got in a week."""
        return self.messages / self.people / self.weeks if self.people and self.weeks else 0.0


@dataclass(frozen=True)
class _Nudged:
    """A nudge that was sent."""

    kind: NudgeKind
    key: tuple[str, str, str, str]
    receiver: str
    day: date
    is_answered: bool
    pair_id: str
    delivery_id: int
    sent_at: datetime


async def read_figures(tx: Transaction, start: datetime, end: datetime) -> Figures:
    """Count all that happened in a database between two instants."""
    pairs = (await tx.scalars(select(Pair))).all()
    seen = await snapshots(tx, pairs)
    rows = await tx.execute(
        select(Notice, Delivery.ended_at)
        .join(Delivery, Delivery.id == Notice.delivery_id)
        .where(Notice.day.is_not(None))
    )
    nudged = [
        _Nudged(
            NudgeKind(notice.kind), (notice.kind, notice.subject, notice.occurrence, notice.receiver), notice.receiver,
            notice.day, bool(notice.answered_at or notice.overtaken_at), notice.pair_id, notice.delivery_id, sent_at,
        )
        for notice, sent_at in rows
        if sent_at and notice.day and notice.pair_id and notice.delivery_id
    ]  # fmt: skip
    happened = select(Session.pair_id, Session.happened_on).where(Session.state == SessionState.HAPPENED.value)
    met: dict[str, list[date]] = defaultdict(list)
    for pair_id, day in await tx.execute(happened):
        if day:
            met[pair_id].append(day)
    figures = Figures(
        people=len({id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)}),
        weeks=(end - start) / WEEK,
        meetings=Counter(_month(day, start) for days in met.values() for day in days),
        sent=Counter(each.kind for each in nudged),
        answered=Counter(each.kind for each in nudged if each.is_answered),
        messages=len({each.delivery_id for each in nudged}),
        outside_hours=sum(not _in_hours(each, seen[each.pair_id]) for each in nudged),
        over_budget=_over_budget(nudged),
        twice=len(nudged) - len({each.key for each in nudged}),
    )
    _count_rhythm(figures, pairs, met, start, end)
    return figures


def _month(day: date, start: datetime) -> int:
    return max(0, (day - start.date()).days) // DAYS_A_MONTH


def _in_hours(nudged: _Nudged, pair: Snapshot) -> bool:
    member = next(each for each in pair.members if each.person_id == nudged.receiver)
    diary: Diary = pair.diary(member)
    if nudged.kind in OF_SESSIONS:
        return diary.session_hours_end(nudged.sent_at) is not None
    return diary.is_open(nudged.sent_at)


def _over_budget(nudged: Iterable[_Nudged]) -> int:
    """How many messages were too many; those about sessions count for no budget."""
    days: dict[str, dict[int, date]] = defaultdict(dict)
    for each in nudged:
        if each.kind not in OF_SESSIONS:
            days[each.receiver][each.delivery_id] = each.day
    over = 0
    for theirs in days.values():
        told = sorted(theirs.values())
        over += len(told) - len(set(told))
        over += sum(sum(day - WEEK < other <= day for other in told) > MOST_A_WEEK for day in told)
    return over


def _count_rhythm(
    figures: Figures, pairs: Sequence[Pair], met: Mapping[str, Sequence[date]], start: datetime, end: datetime
) -> None:
    """Once a week, who met in rhythm by then; a pair that has not met yet counts from its beginning."""
    week = start + WEEK
    while week <= end:
        day = week.date()
        for pair in pairs:
            if pair.ended_at and pair.ended_at <= week:
                continue
            last = max((each for each in met[pair.id] if each <= day), default=start.date())
            figures.looked_at[_month(day, start)] += 1
            figures.in_rhythm[_month(day, start)] += day - last <= timedelta(days=pair.rhythm_days) + GRACE
        week += WEEK
