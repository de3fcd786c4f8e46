"""The kinds of nudges, and what is asked of each."""

from enum import StrEnum


class NudgeKind(StrEnum):
    """What a nudge is about, in the order in which one message says them. The value is stored.

    A kind is what somebody turns off, and what goes quiet.
    """

    FIRST_MEETING = "first meeting"
    HAVE_NOT_MET = "have not met"
    BEFORE_SESSION = "before session"
    HOUR_BEFORE = "hour before"
    AFTER_SESSION = "after session"
    PROMISE = "promise"
    GOAL = "goal"
    AGREEMENT = "agreement"
    FEEDBACK = "feedback"
    HORIZON = "horizon"
    BETWEEN_SESSIONS = "between sessions"
    WRAP_UP = "wrap-up"
    ECHO = "echo"


IN_ORDER = {kind: place for place, kind in enumerate(NudgeKind)}
# What somebody gets who has changed nothing: an hour before, only who asked for it.
UNLESS_CHANGED = frozenset(NudgeKind) - {NudgeKind.HOUR_BEFORE}
# They go at their own time, and count for no budget.
OF_SESSIONS = frozenset({NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE, NudgeKind.AFTER_SESSION})
# What they ask for may be done without a button of theirs; then they were answered, whichever of the two did it.
DONE_BY_EVENTS = frozenset(
    {
        NudgeKind.FIRST_MEETING,
        NudgeKind.HAVE_NOT_MET,
        NudgeKind.AFTER_SESSION,
        NudgeKind.PROMISE,
        NudgeKind.GOAL,
        NudgeKind.AGREEMENT,
        NudgeKind.FEEDBACK,
        NudgeKind.WRAP_UP,
    }
)
# Nobody is asked for these while a pair rests, not even by a message that came before.
ASK_TO_MEET = frozenset({NudgeKind.FIRST_MEETING, NudgeKind.HAVE_NOT_MET, NudgeKind.BETWEEN_SESSIONS})
# They help without asking anything, so nobody leaves them unanswered.
ASK_NOTHING = frozenset({NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE})
