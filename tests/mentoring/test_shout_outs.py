"""Three posts a day at most; the rest wait for a working day, together, and none is forgotten."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentoring.hours import MONDAY_TO_FRIDAY, Hours, at_local, local, opens_after
from mentoring.shout_outs import MOST_A_DAY, MOST_IN_A_DIGEST, day_of_post

FRIDAY = date(2026, 3, 6)
HOURS = Hours("Pacific/Auckland", time(9), time(17), {date(2026, 3, 9)})


def working_days(after: date) -> Iterator[date]:
    while True:
        after = local(opens_after(after, HOURS), HOURS.zone).date()
        yield after


def test_the_next_day_begins_where_the_channel_is_after_weekends_and_holidays() -> None:
    assert opens_after(FRIDAY, HOURS) == at_local(date(2026, 3, 10), time(9), HOURS.zone)
    assert opens_after(FRIDAY - timedelta(days=1), HOURS) == datetime(2026, 3, 5, 20, tzinfo=UTC)


def test_the_fourth_waits_for_the_next_working_day() -> None:
    days = [day_of_post(FRIDAY, many, {}, working_days(FRIDAY)) for many in (0, 2, 3, 30)]
    assert days == [FRIDAY, FRIDAY, date(2026, 3, 10), date(2026, 3, 10)]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_however_many_are_agreed_no_day_has_more_than_three(agreed: list[int]) -> None:
    posts: Counter[date] = Counter()
    digests: Counter[date] = Counter()
    for ahead, many in enumerate(agreed):
        today = FRIDAY + timedelta(days=ahead)
        for _ in range(many):
            had = posts[today] + (today in digests)
            later = {day: count for day, count in digests.items() if day > today}
            day = day_of_post(today, had, later, working_days(today))
            if day == today:
                posts[day] += 1
            else:
                assert had == MOST_A_DAY
                assert day > today
                digests[day] += 1
    assert posts.total() + digests.total() == sum(agreed)
    assert all(posts[day] + (day in digests) <= MOST_A_DAY for day in {*posts, *digests})
    assert all(many <= MOST_IN_A_DIGEST for many in digests.values())
    assert all(day.weekday() in MONDAY_TO_FRIDAY and day not in HOURS.holidays for day in digests)
