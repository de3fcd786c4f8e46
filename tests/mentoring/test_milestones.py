"""Milestones that follow from how often a pair met, and from how long it has lasted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.milestones import Milestone, MilestoneKind, reached_by_sessions, reached_by_time
from mentoring.nudges.decide import decide
from mentoring.nudges.diary import Pause
from mentoring.nudges.snapshot import Snapshot
from mentoring.pairs import PairState
from tests.mentoring.nudges.pairs import met, pair

FIRST = Milestone(MilestoneKind.FIRST_SESSION)
TENTH = Milestone(MilestoneKind.SESSIONS, "10")
TWENTY_FIFTH = Milestone(MilestoneKind.SESSIONS, "25")


@pytest.mark.parametrize(
    ("sessions", "reached"),
    [
        (0, ()),
        (1, (FIRST,)),
        (9, (FIRST,)),
        (10, (FIRST, TENTH)),
        (24, (FIRST, TENTH)),
        (25, (FIRST, TENTH, TWENTY_FIFTH)),
        (400, (FIRST, TENTH, TWENTY_FIFTH)),
    ],
)
def test_the_first_the_tenth_and_the_twenty_fifth_session_count(sessions: int, reached: tuple[Milestone, ...]) -> None:
    assert reached_by_sessions(sessions) == reached


@given(st.integers(0, 100))
def test_what_has_been_reached_stays_reached(sessions: int) -> None:
    reached, later = reached_by_sessions(sessions), reached_by_sessions(sessions + 1)
    assert later[: len(reached)] == reached
    assert len(set(later)) == len(later)


# Two who accepted on Monday, 2 March 2026, for half a year, and have met.
MET = (met(date(2026, 3, 4)),)
HALF_WAY, END, YEAR = date(2026, 6, 2), date(2026, 9, 2), date(2027, 3, 2)


def at(day: date, **later: int) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(**later)


def kinds(of: Snapshot, now: datetime) -> list[MilestoneKind]:
    return [each.kind for each in reached_by_time(of, now)]


@pytest.mark.parametrize(
    ("months", "kind", "day"),
    [
        (6, MilestoneKind.HALF_WAY, HALF_WAY),
        (6, MilestoneKind.GRADUATION, END),
        (18, MilestoneKind.YEAR, YEAR),
    ],
)
def test_time_brings_it_on_its_day_and_the_pair_is_looked_at_then(months: int, kind: MilestoneKind, day: date) -> None:
    of = pair(sessions=MET, length_months=months)
    assert kinds(of, at(day, seconds=-1)) == []
    assert kinds(of, at(day)) == [kind]
    assert decide(of, at(day, seconds=-1)).look_at == at(day)
    # Whoever looks late finds it, and not as old news.
    assert kinds(of, at(day, days=14, seconds=-1)) == [kind]
    assert kinds(of, at(day, days=14)) == []


def test_pauses_do_not_count() -> None:
    rested = pair(sessions=MET, length_months=18, pauses=(Pause(at(date(2026, 4, 1)), at(date(2026, 4, 21))),))
    assert kinds(rested, at(YEAR, days=19)) == []
    assert kinds(rested, at(YEAR, days=20)) == [MilestoneKind.YEAR]


def test_a_year_that_is_all_there_is_to_be_is_celebrated_once() -> None:
    of = pair(sessions=MET, length_months=12)
    assert kinds(of, at(YEAR)) == [MilestoneKind.GRADUATION]
    # Finished by the two a little earlier.
    over = replace(of, state=PairState.COMPLETED, ended_at=at(YEAR, days=-3))
    assert kinds(over, at(YEAR, days=-3)) == [MilestoneKind.GRADUATION]


@pytest.mark.parametrize(
    "of",
    [
        pair(),
        pair(sessions=MET, accepted_at=None, state=PairState.PROPOSED),
        pair(sessions=MET, state=PairState.ENDED_EARLY, ended_at=at(HALF_WAY)),
    ],
)
def test_nothing_is_reached_by_who_never_met_or_ended_early(of: Snapshot) -> None:
    assert [kinds(of, at(day)) for day in (HALF_WAY, END)] == [[], []]
