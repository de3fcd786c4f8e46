"""Between two sessions of a pair that meets seldom: a light prompt, and the small-win question, to one in turn."""

from collections.abc import Iterator
from datetime import date

from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Member, Snapshot

# In days: the shortest rhythm that leaves room for it.
FROM_RHYTHM = 14


def between_sessions(pair: Snapshot) -> Iterator[Occasion]:
    """Prompt one of the two half a rhythm after their last session, and the other after the next."""
    if (last_met := pair.last_met) and pair.rhythm_days >= FROM_RHYTHM:
        to = _whose_turn(pair, last_met)
        day = pair.diary(to).days_after(last_met, pair.rhythm_days // 2)
        yield Occasion(NudgeKind.BETWEEN_SESSIONS, to, pair.pair_id, last_met.isoformat(), OnDay(day))


def _whose_turn(pair: Snapshot, last_met: date) -> Member:
    """Who was prompted since this session; else who was not the last time, unless only the other wishes to be."""
    told = [each for each in pair.told if each.key.kind is NudgeKind.BETWEEN_SESSIONS]
    # An occurrence begins with its session's date.
    since = [each.key.receiver for each in told if each.key.occurrence.startswith(last_met.isoformat())]
    latest = [each.key.receiver for each in sorted(told, key=lambda each: each.day)[-1:]]
    first, second = pair.mentee, pair.mentor
    if since[:1] == [second.person_id] or (not since and latest == [first.person_id]):
        first, second = second, first
    wishes = NudgeKind.BETWEEN_SESSIONS not in first.kinds_off
    return first if since or wishes else second
