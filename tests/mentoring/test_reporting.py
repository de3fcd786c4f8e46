"""What a report counts, and of how many."""

from datetime import date

import pytest

from mentoring.reporting import (
    FirstMeetings,
    NudgesOn,
    PairDates,
    Share,
    is_in_rhythm,
    is_under_way,
    month_ends,
    report,
)

TODAY = date(2026, 3, 20)
JANUARY, MARCH = date(2026, 1, 1), date(2026, 3, 2)


def test_six_months_the_last_of_which_is_not_over() -> None:
    ends = [date(2025, 10, 31), date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28), TODAY]
    assert list(month_ends(TODAY)) == ends
    assert [month.begins for month in report("P", [], [], TODAY).months] == [end.replace(day=1) for end in ends]


@pytest.mark.parametrize(
    ("pair", "day", "expected"),
    [
        (PairDates(MARCH, None, 14), date(2026, 3, 23), True),
        (PairDates(MARCH, None, 14), date(2026, 3, 24), False),
        (PairDates(JANUARY, None, 14, (JANUARY, MARCH)), date(2026, 3, 23), True),
        (PairDates(JANUARY, None, 14, (JANUARY, MARCH)), date(2026, 3, 1), False),
        (PairDates(JANUARY, None, 7, (MARCH,)), date(2026, 3, 17), False),
        # Three days of it do not count.
        (PairDates(MARCH, None, 14, (), ((date(2026, 3, 8), date(2026, 3, 11)),)), date(2026, 3, 26), True),
        (PairDates(MARCH, None, 14, (), ((date(2026, 3, 8), date(2026, 3, 11)),)), date(2026, 3, 27), False),
        # Nor do those of a pause that began before they met and went on.
        (PairDates(JANUARY, None, 14, (MARCH,), ((date(2026, 2, 1), date(2026, 3, 4)),)), date(2026, 3, 25), True),
        (PairDates(JANUARY, None, 14, (MARCH,), ((date(2026, 1, 5), date(2026, 2, 5)),)), date(2026, 3, 24), False),
    ],
)
def test_in_rhythm_is_within_the_rhythm_and_a_week(pair: PairDates, day: date, expected: bool) -> None:
    assert is_in_rhythm(pair, day) is expected


def test_what_has_not_begun_has_ended_or_rests_is_not_counted() -> None:
    pair = PairDates(MARCH, date(2026, 3, 18), 14, rests=((date(2026, 3, 9), date(2026, 3, 11)),))
    under_way = [day for day in range(1, 32) if is_under_way(pair, date(2026, 3, day))]
    assert under_way == [*range(2, 9), *range(11, 18)]


def test_first_meetings_are_of_those_that_began_in_a_month_and_half_of_them_are_within_the_median() -> None:
    pairs = [
        PairDates(date(2026, 1, 10), None, 14, (date(2026, 1, 14), date(2026, 1, 28))),
        PairDates(date(2026, 1, 31), None, 14, (date(2026, 2, 9),)),
        PairDates(date(2026, 1, 31), None, 14),
        PairDates(date(2026, 3, 1), None, 14, (date(2026, 2, 28),)),
        # Before the six months.
        PairDates(date(2025, 9, 30), None, 14, (date(2025, 12, 1),)),
    ]
    found = report("P", pairs, [], TODAY)
    by_month = [month.first_meetings for month in found.months]
    nothing = FirstMeetings(Share(0, 0), None)
    assert by_month == [*[nothing] * 3, FirstMeetings(Share(2, 3), 6.5), nothing, FirstMeetings(Share(1, 1), 0)]
    assert found.first_meetings == FirstMeetings(Share(3, 4), 4)


def test_each_month_counts_the_pairs_of_its_last_day() -> None:
    # Met in time until the end of January.
    stuck = PairDates(date(2025, 12, 20), None, 14, (date(2026, 1, 2), date(2026, 1, 20)))
    ended = PairDates(date(2025, 11, 30), date(2026, 2, 28), 30, (date(2025, 12, 20), date(2026, 1, 20)))
    found = report("P", [stuck, ended], [], TODAY)
    shares = [Share(0, 0), Share(1, 1), Share(2, 2), Share(2, 2), Share(0, 1), Share(0, 1)]
    assert [month.in_rhythm for month in found.months] == shares
    assert found.in_rhythm == Share(0, 1)


def test_nudges_count_in_the_month_in_which_they_were_sent() -> None:
    nudges = [
        NudgesOn(date(2025, 9, 30), 5, 5),
        NudgesOn(date(2025, 10, 1), 4, 1),
        NudgesOn(date(2026, 3, 1), 2, 1),
        NudgesOn(date(2026, 3, 20), 3, 3),
    ]
    found = report("P", [], nudges, TODAY)
    assert [month.nudges for month in found.months] == [Share(1, 4), *[Share(0, 0)] * 4, Share(4, 5)]
    assert found.nudges == Share(5, 9)
