"""Slack's pace, on a clock that is moved by hand."""

from itertools import pairwise

import pytest

from scheduler.pace import POST, UPDATE, Pace, Rate


class HandClock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def made_in_a_row(pace: Pace, clock: HandClock, count: int) -> list[float]:
    """When so many calls are made, each as soon as it may."""
    times = []
    for _ in range(count):
        clock.seconds += pace.wait("T1", POST)
        assert pace.wait("T1", POST) == pytest.approx(0, abs=1e-9)
        pace.take("T1", POST)
        times.append(clock.seconds)
    return times


def test_no_minute_has_more_calls_than_slack_allows(clock: HandClock) -> None:
    times = made_in_a_row(Pace(clock, rates={POST: Rate(200, 10)}), clock, 1000)
    most = max(sum(start <= time < start + 60 for time in times) for start in times)
    assert most == 200


def test_a_long_row_goes_nearly_as_fast_as_slack_allows(clock: HandClock) -> None:
    times = made_in_a_row(Pace(clock, rates={POST: Rate(200, 10)}), clock, 600)
    assert 600 / (times[-1] - times[0]) * 60 / 200 >= 0.95


def test_a_few_calls_after_a_rest_go_at_once(clock: HandClock) -> None:
    pace = Pace(clock, rates={POST: Rate(200, 10)})
    made_in_a_row(pace, clock, 30)
    clock.seconds += 60
    times = made_in_a_row(pace, clock, 10)
    assert times[-1] == times[0]


def test_posts_in_one_channel_keep_their_distance_and_others_do_not_wait_for_them(clock: HandClock) -> None:
    pace = Pace(clock, channel_gap=1.1)
    times = []
    for _ in range(4):
        clock.seconds += pace.wait("T1", POST, "C1")
        pace.take("T1", POST, "C1")
        times.append(clock.seconds)
        assert pace.wait("T1", POST, "C2") == 0
    assert [after - before for before, after in pairwise(times)] == pytest.approx([1.1, 1.1, 1.1])


def test_a_hold_closes_one_method_in_one_workspace(clock: HandClock) -> None:
    pace = Pace(clock)
    pace.hold("T1", POST, 30)
    assert pace.wait("T1", POST) == 30
    assert pace.wait("T1", UPDATE) == 0
    assert pace.wait("T2", POST) == 0
    clock.seconds += 30
    assert pace.wait("T1", POST) == 0


def test_a_hold_on_everything_closes_every_method(clock: HandClock) -> None:
    pace = Pace(clock)
    pace.hold("T1", None, 30)
    assert pace.wait("T1", POST) == pace.wait("T1", UPDATE) == 30
    assert pace.wait("T2", POST) == 0


def test_the_longer_of_two_holds_stays(clock: HandClock) -> None:
    pace = Pace(clock)
    pace.hold("T1", POST, 30)
    pace.hold("T1", POST, 10)
    assert pace.wait("T1", POST) == 30


def test_a_burst_that_is_more_than_a_minute_allows_is_refused() -> None:
    with pytest.raises(ValueError, match="burst"):
        Rate(10, 10)
