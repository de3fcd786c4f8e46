"""The agreement: asked for a week after the start, while one waits, and looked at again every eight weeks."""

from collections.abc import Iterator
from datetime import date

from mentoring.nudges.course import ends_on
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import AgreementSeen, Member, Snapshot

# In days: after the start, and after a proposal that waits for an answer;
AFTER_START = 7
# after somebody has last said that it is right.
EVERY = 56
# What is asked for: one to begin with, an answer to one, another look at one.
BEGINS, WAITS, LOOKS_AGAIN = 1, 2, 3


def agreement(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both for one, or whether theirs is still right; while a proposal waits, only whoever it waits for."""
    if pair.accepted_at is None:
        return
    for member in pair.members:
        proposed, agreed = pair.proposed, pair.agreed
        if proposed:
            if proposed.author_id != member.person_id:
                yield from _answer(pair, member, proposed)
        elif agreed:
            name = f"agreed {agreed.number} {agreed.confirmations}"
            for time, day in enumerate(_every_eight_weeks(pair, member, agreed), start=1):
                yield _occasion(pair, member, f"{name} {time}", day, LOOKS_AGAIN)
        else:
            diary = pair.diary(member)
            day = diary.days_after(diary.date_of(pair.accepted_at), AFTER_START)
            yield _occasion(pair, member, "begins", day, BEGINS)


def _answer(pair: Snapshot, to: Member, proposed: AgreementSeen) -> Iterator[Occasion]:
    diary = pair.diary(to)
    first = diary.days_after(diary.date_of(proposed.since), AFTER_START)
    for time, day in enumerate((first, *_every_eight_weeks(pair, to, proposed))):
        yield _occasion(pair, to, f"proposed {proposed.number} {time}", day, WAITS)


def _every_eight_weeks(pair: Snapshot, to: Member, seen: AgreementSeen) -> Iterator[date]:
    """The days until their end."""
    diary = pair.diary(to)
    since = diary.date_of(seen.since)
    ends = ends_on(pair, pair.accepted_at) if pair.accepted_at else since
    day = diary.days_after(since, EVERY)
    while day <= ends:
        yield day
        day = diary.days_after(day, EVERY)


def _occasion(pair: Snapshot, to: Member, name: str, day: date, step: int) -> Occasion:
    return Occasion(NudgeKind.AGREEMENT, to, pair.pair_id, name, OnDay(day), step)
