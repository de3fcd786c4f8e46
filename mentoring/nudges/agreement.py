"""The agreement: asked for a week after the start, while one waits, and looked at again every eight weeks."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

from mentoring.nudges.course import WRAPS_UP_BEFORE, ends_on
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
    proposed, agreed = pair.proposed, pair.agreed
    for member in pair.members:
        if proposed:
            if proposed.author_id != member.person_id:
                yield from _answer(pair, member, proposed, pair.accepted_at)
        elif agreed:
            name = f"agreed {agreed.number} {agreed.confirmations}"
            yield from _again(pair, member, agreed, pair.accepted_at, name, LOOKS_AGAIN)
        else:
            diary = pair.diary(member)
            day = diary.days_after(diary.date_of(pair.accepted_at), AFTER_START)
            yield Occasion(NudgeKind.AGREEMENT, member, pair.pair_id, "begins", OnDay(day), BEGINS)


def _answer(pair: Snapshot, to: Member, proposed: AgreementSeen, accepted_at: datetime) -> Iterator[Occasion]:
    diary, name = pair.diary(to), f"proposed {proposed.number}"
    day = diary.days_after(diary.date_of(proposed.since), AFTER_START)
    yield Occasion(NudgeKind.AGREEMENT, to, pair.pair_id, f"{name} 0", OnDay(day), WAITS)
    yield from _again(pair, to, proposed, accepted_at, name, WAITS)


def _again(
    pair: Snapshot, to: Member, seen: AgreementSeen, accepted_at: datetime, name: str, step: int
) -> Iterator[Occasion]:
    """Every eight weeks, until they wrap up: how to go on is asked then."""
    diary, wraps_up = pair.diary(to), ends_on(pair, accepted_at) - timedelta(days=WRAPS_UP_BEFORE)
    day = diary.days_after(diary.date_of(seen.since), EVERY)
    for time in count(1):
        if day >= wraps_up:
            return
        yield Occasion(NudgeKind.AGREEMENT, to, pair.pair_id, f"{name} {time}", OnDay(day), step)
        day = diary.days_after(day, EVERY)
