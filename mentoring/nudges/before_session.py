"""A planned session comes near: both prepare the working day before; an hour before, for whoever asked for it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from mentoring.hours import local
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import AtMoment, Occasion
from mentoring.nudges.snapshot import Member, SessionSeen, Snapshot
from mentoring.sessions import SessionKind, SessionState

# In days: before a longer row of days off, nobody is told so early.
EARLIEST = 14
HOUR = timedelta(hours=1)


def before_session(pair: Snapshot) -> Iterator[Occasion]:
    """Tell both; of a session that was arranged after that moment they have just heard."""
    for session in pair.sessions:
        if session.state is SessionState.PLANNED and session.planned_at:
            for member in pair.members:
                yield from _day_before(pair, member, session, session.planned_at)
                yield from _hour_before(pair, member, session, session.planned_at)


def _day_before(pair: Snapshot, to: Member, session: SessionSeen, planned_at: datetime) -> Iterator[Occasion]:
    diary = pair.diary(to)
    day = diary.working_day_before(diary.date_of(planned_at), EARLIEST)
    at = diary.slot(day) if day else None
    if at:
        yield from _told_at(NudgeKind.BEFORE_SESSION, to, session, at, planned_at)


def _hour_before(pair: Snapshot, to: Member, session: SessionSeen, planned_at: datetime) -> Iterator[Occasion]:
    at = planned_at - HOUR
    if to.wants_hour_before and session.kind is not SessionKind.WRITTEN and pair.diary(to).session_hours_end(at):
        yield from _told_at(NudgeKind.HOUR_BEFORE, to, session, at, planned_at)


def _told_at(
    kind: NudgeKind, to: Member, session: SessionSeen, at: datetime, planned_at: datetime
) -> Iterator[Occasion]:
    if session.arranged_at is None or session.arranged_at <= at:
        # Moved to another day, it is told once more.
        named = local(planned_at, session.zone).date().isoformat()
        yield Occasion(kind, to, session.id, named, AtMoment(at, planned_at))
