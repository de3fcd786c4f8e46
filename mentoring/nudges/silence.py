"""One of a pair waits for an answer of the other, who gets what nobody can tell from an ordinary question to meet."""

from collections.abc import Iterator
from datetime import date

from mentoring.nudges.first_meeting import first_meeting
from mentoring.nudges.have_not_met import have_not_met
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import WAITS, Occasion, OnDay
from mentoring.nudges.snapshot import Member, SilenceSeen, Snapshot
from mentoring.nudges.waiting_to_meet import asked_from
from mentoring.sessions import SessionState

# In working days after it was said: no hour of the day gives away who has just said something.
AFTER = 2
# How such a question is told from the others: by the date on which somebody said that they wait for an answer.
SAID_ON = "asked "


def silence(pair: Snapshot) -> Iterator[Occasion]:
    """Ask the other one whether they will meet, once for each date; not if they have met or planned to since.

    Nor where the question comes at about that time anyhow.
    """
    to_ask = {(each.partner_id, each.said_on): each for each in pair.silences}
    for said in to_ask.values():
        for member in pair.members:
            if member.person_id == said.partner_id and not _is_settled(pair, member, said):
                yield from _question(pair, member, said.said_on)


def _question(pair: Snapshot, to: Member, said_on: date) -> Iterator[Occasion]:
    diary = pair.diary(to)
    day = asked_from(pair, diary, diary.working_days_after(said_on, AFTER))
    # A question that came just before still waits for its answer.
    first, last = said_on, diary.working_days_after(day, WAITS)
    comes_anyhow = any(
        each.to == to and isinstance(each.when, OnDay) and first <= each.when.day <= last
        for rule in (first_meeting, have_not_met)
        for each in rule(pair)
    )
    if not comes_anyhow:
        kind = NudgeKind.HAVE_NOT_MET if pair.last_met else NudgeKind.FIRST_MEETING
        yield Occasion(kind, to, pair.pair_id, f"{SAID_ON}{said_on}", OnDay(day))


def _is_settled(pair: Snapshot, partner: Member, said: SilenceSeen) -> bool:
    if pair.last_met and pair.last_met >= said.said_on:
        return True
    begins = pair.diary(partner).begins(said.said_on)
    return any(
        each.state is SessionState.PLANNED and each.planned_at and each.planned_at >= begins for each in pair.sessions
    )
