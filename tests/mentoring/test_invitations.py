"""Unanswered invitations: asked once more after three working days, shown to the organiser after seven."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.hours import MONDAY_TO_FRIDAY, Hours, at_local, local
from mentoring.invitations import ASK_AGAIN_AFTER, SHOW_AFTER, Invited, Proposal, decide, due_after, has_waited_long
from tests.mentoring.test_hours import near_changes, there, working_hours, works

EASTER = {date(2026, 4, 3), date(2026, 4, 6)}
MONDAY = (2026, 3, 2, 10, 0)


def alone(hours: Hours, *proposed_at: int) -> tuple[Proposal, Invited]:
    """A pair of which one has accepted at once, the other works so."""
    zoe, tom = Invited("zoe", hours, has_accepted=True), Invited("tom", hours)
    return Proposal(there(hours.zone, *proposed_at), (zoe, tom)), tom


@pytest.mark.parametrize(
    ("proposed", "again", "shown"),
    [
        (MONDAY, (2026, 3, 5, 9, 30), (2026, 3, 11, 9, 30)),
        ((2026, 3, 2, 20, 0), (2026, 3, 6, 9, 30), (2026, 3, 12, 9, 30)),  # asked on Tuesday
        ((2026, 3, 6, 12, 0), (2026, 3, 11, 9, 30), (2026, 3, 17, 9, 30)),  # over a weekend
        ((2026, 4, 1, 12, 0), (2026, 4, 8, 9, 30), (2026, 4, 14, 9, 30)),  # over Easter
        ((2026, 3, 27, 12, 0), (2026, 4, 1, 9, 30), (2026, 4, 9, 9, 30)),  # the clocks change, then Easter
    ],
)
@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kathmandu", "Pacific/Chatham"])
def test_working_days_are_counted_where_somebody_is(
    zone: str, proposed: tuple[int, ...], again: tuple[int, ...], shown: tuple[int, ...]
) -> None:
    proposal, tom = alone(works(zone, holidays=EASTER), *proposed)
    assert due_after(ASK_AGAIN_AFTER, proposal, tom) == there(zone, *again)
    assert due_after(SHOW_AFTER, proposal, tom) == there(zone, *shown)


@pytest.mark.parametrize(("opens", "closes"), [(time(0), time(8)), (time(13), time(21))])
def test_whoever_does_not_work_at_half_past_nine_is_asked_when_their_day_begins(opens: time, closes: time) -> None:
    proposal, tom = alone(works("Europe/London", opens, closes), *MONDAY[:3], opens.hour, 0)
    assert due_after(ASK_AGAIN_AFTER, proposal, tom) == there("Europe/London", 2026, 3, 5, opens.hour, 0)


def test_each_is_asked_by_their_own_calendar_and_only_who_has_not_answered() -> None:
    leo = Invited("leo", works("America/New_York", holidays={date(2026, 3, 4)}))
    priya = Invited("priya", works("Australia/Sydney"))
    proposal = Proposal(there("Europe/London", *MONDAY), (leo, priya))
    # In Sydney it was evening: asked on Tuesday there.
    sydney, new_york = there("Australia/Sydney", 2026, 3, 6, 9, 30), there("America/New_York", 2026, 3, 6, 9, 30)
    assert decide(proposal, proposal.proposed_at).look_at == sydney
    assert decide(proposal, sydney).ask_again == ("priya",)
    assert decide(proposal, sydney).look_at == new_york
    assert decide(proposal, new_york).ask_again == ("leo", "priya")
    accepted = replace(proposal, invited=(leo, replace(priya, has_accepted=True)))
    assert decide(accepted, new_york).ask_again == ("leo",)
    assert not decide(accepted, sydney).shows


def test_of_what_nobody_is_waited_for_nothing_is_due() -> None:
    both = tuple(Invited(name, works("UTC"), has_accepted=True) for name in ("tom", "zoe"))
    late = datetime(2030, 1, 1, tzinfo=UTC)
    decision = decide(Proposal(datetime(2026, 3, 2, tzinfo=UTC), both), late)
    assert (decision.ask_again, decision.shows, decision.look_at) == ((), False, None)


@given(near_changes, working_hours(), st.frozensets(st.integers(0, 25), max_size=10), st.integers(1, 8))
def test_it_is_due_in_hours_after_so_many_working_days(
    proposed_at: datetime, hours: Hours, days_off: frozenset[int], count: int
) -> None:
    off = {local(proposed_at, hours.zone).date() + timedelta(days=n) for n in days_off}
    tom = Invited("tom", replace(hours, holidays=off))
    proposal = Proposal(proposed_at, (tom,))
    due = due_after(count, proposal, tom)
    here = local(due, hours.zone)
    assert here.weekday() in MONDAY_TO_FRIDAY
    assert here.date() not in off
    assert hours.works_from <= here.time() < hours.works_until
    asked_on = local(due_after(0, proposal, tom), hours.zone).date()
    days = [asked_on + timedelta(days=n) for n in range(1, (here.date() - asked_on).days + 1)]
    worked = [day for day in days if day.weekday() in MONDAY_TO_FRIDAY and day not in off and has_hours(day, hours)]
    assert len(worked) == count


def has_hours(day: date, hours: Hours) -> bool:
    """Whether a day's working hours were on any clock: a change of clocks or of the calendar may skip them."""
    opens = local(at_local(day, hours.works_from, hours.zone), hours.zone)
    return opens.date() == day and opens.time() < hours.works_until


@settings(max_examples=40)
@given(near_changes, working_hours(), working_hours(), st.lists(st.integers(0, 60 * 24 * 20), max_size=8))
def test_however_often_it_is_looked_at_the_same_is_due(
    proposed_at: datetime, one: Hours, other: Hours, looks: list[int]
) -> None:
    """Looked at when it says, at any other instants too, or only at the end: the same people are asked."""
    proposal = Proposal(proposed_at, (Invited("tom", one), Invited("zoe", other)))
    said, look_at = [], proposed_at
    while (decision := decide(proposal, look_at)).look_at:
        said.append(decision)
        assert decision.look_at > look_at
        look_at = decision.look_at
    said.append(decision)
    assert len(said) <= 5
    assert (set(decision.ask_again), decision.shows) == ({"tom", "zoe"}, True)
    assert all(set(before.ask_again) <= set(after.ask_again) for before, after in pairwise(said))
    for minutes in looks:
        now = proposed_at + timedelta(minutes=minutes)
        decision = decide(proposal, now)
        assert set(decision.ask_again) <= {"tom", "zoe"}
        assert decision.shows == has_waited_long(proposal, now)
        assert decision.look_at is None or decision.look_at > now
