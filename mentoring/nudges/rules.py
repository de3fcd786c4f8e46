"""All rules there are. A new kind of nudge is a module of its own, and a line here."""

from collections.abc import Callable, Iterator

from mentoring.nudges.after_session import after_session
from mentoring.nudges.agreement import agreement
from mentoring.nudges.before_session import before_session
from mentoring.nudges.between_sessions import between_sessions
from mentoring.nudges.echo import echo
from mentoring.nudges.feedback import feedback
from mentoring.nudges.first_meeting import first_meeting
from mentoring.nudges.goal import goal
from mentoring.nudges.have_not_met import have_not_met
from mentoring.nudges.horizon import horizon
from mentoring.nudges.occasions import Occasion
from mentoring.nudges.promise import promise
from mentoring.nudges.silence import silence
from mentoring.nudges.snapshot import Snapshot
from mentoring.nudges.wrap_up import wrap_up

# From the facts of a pair to all the occasions that follow from them: past, present and future.
Rule = Callable[[Snapshot], Iterator[Occasion]]

RULES: tuple[Rule, ...] = (
    first_meeting,
    have_not_met,
    silence,
    before_session,
    after_session,
    promise,
    goal,
    agreement,
    feedback,
    horizon,
    between_sessions,
    wrap_up,
    echo,
)
