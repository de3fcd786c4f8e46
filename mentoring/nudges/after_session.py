"""A planned session is over, and nobody has recorded it: both are asked half an hour after its end, or not at all."""

from collections.abc import Iterator
from datetime import timedelta

from mentoring.hours import local
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import AtMoment, Occasion
from mentoring.nudges.snapshot import Snapshot
from mentoring.sessions import SessionState

AFTER_ITS_END = timedelta(minutes=30)


def after_session(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both whether they met, that day only."""
    for session in pair.sessions:
        if session.state is SessionState.PLANNED and session.planned_at:
            at = session.planned_at + timedelta(minutes=session.minutes) + AFTER_ITS_END
            named = local(session.planned_at, session.zone).date().isoformat()
            for member in pair.members:
                if ends := pair.diary(member).session_hours_end(at):
                    yield Occasion(NudgeKind.AFTER_SESSION, member, session.id, named, AtMoment(at, ends))
