"""What two rules share that ask whether a pair will meet: when not to ask yet, and one question after another."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mentoring.nudges.diary import Diary
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Member, SessionSeen, Snapshot
from mentoring.sessions import SessionState

# In working days: how long a session in doubt, disputed or planned and not recorded, keeps the question back,
HELD_BACK = 5
# and one that was missed or called off.
GRACE = 3


def asked_from(pair: Snapshot, diary: Diary, day: date) -> date:
    """The first day, from one on, on which somebody is asked: not while a session is planned, nor soon after."""
    return max((day, *(held for session in pair.sessions if (held := _held_until(session, diary)))))


def steps(
    pair: Snapshot, to: Member, kind: NudgeKind, names: Iterable[str], days: Iterable[date]
) -> Iterator[Occasion]:
    """One occasion after the other, each until the next one's day, so that of two only the later is said."""
    left = list(days)
    for step, name in enumerate(names, start=1):
        last = left[step] - timedelta(days=1) if step < len(left) else None
        when = OnDay(left[step - 1], last)
        yield Occasion(kind, to, pair.pair_id, name, when, step, is_last=step == len(left))


def _held_until(session: SessionSeen, diary: Diary) -> date | None:
    if session.state is SessionState.PLANNED and session.planned_at:
        ends = session.planned_at + timedelta(minutes=session.minutes)
        return diary.working_days_after(diary.date_of(ends), HELD_BACK)
    if session.state is SessionState.DISPUTED and session.changed_at:
        return diary.working_days_after(diary.date_of(session.changed_at), HELD_BACK)
    if session.state in (SessionState.MISSED, SessionState.CANCELLED) and session.changed_at:
        return diary.working_days_after(diary.date_of(session.changed_at), GRACE)
    return None
