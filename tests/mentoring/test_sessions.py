"""Which session a check-in is most likely about, and what a check-in cannot say."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.refusals import Reason
from mentoring.sessions import (
    MAX_PROMISES,
    SAME_SESSION_WITHIN,
    CheckInValues,
    SessionChoice,
    likeliest,
    refusals_of_check_in,
)

TODAY = date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def on(days: int, id_: str = "s") -> SessionChoice:
    return SessionChoice(id_, TODAY + timedelta(days=days), partner_logged=True)


def test_without_sessions_none_is_likely() -> None:
    assert likeliest((), TODAY) is None


@pytest.mark.parametrize(
    ("sessions", "chosen"),
    [
        ([on(0)], on(0)),
        ([on(-2)], on(-2)),
        ([on(-3)], None),
        ([on(-1, "a"), on(0, "b")], on(0, "b")),
        ([on(-2, "a"), on(-1, "b")], on(-1, "b")),
        # Where the partner lives it may be tomorrow already.
        ([on(1, "a"), on(0, "b")], on(0, "b")),
        ([on(1, "a"), on(-2, "b")], on(1, "a")),
    ],
)
def test_the_nearest_within_two_days_is_the_likeliest(
    sessions: list[SessionChoice], chosen: SessionChoice | None
) -> None:
    assert likeliest(sessions, TODAY) == chosen


@given(st.lists(st.builds(on, st.integers(-20, 3), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))))
def test_no_session_lies_nearer_than_the_likeliest(sessions: list[SessionChoice]) -> None:
    chosen = likeliest(sessions, TODAY)
    distances = [abs(TODAY - session.on) for session in sessions]
    if chosen is None:
        assert all(distance > SAME_SESSION_WITHIN for distance in distances)
    else:
        assert abs(TODAY - chosen.on) == min(distances)


def refused(**values: object) -> list[tuple[Reason, str | None]]:
    check_in = CheckInValues("p", **{"happened_on": TODAY, **values})  # type: ignore[arg-type]  # each as its test has it
    return [(refusal.reason, refusal.field) for refusal in refusals_of_check_in(check_in, TODAY, NOON)]


def test_when_is_all_that_is_needed() -> None:
    assert refused() == []


def test_a_session_of_the_past_can_be_logged_at_any_distance() -> None:
    assert refused(happened_on=TODAY - timedelta(days=400)) == []


def test_a_session_to_come_cannot_be_logged() -> None:
    assert refused(happened_on=TODAY + timedelta(days=1)) == [(Reason.DATE_IN_FUTURE, "happened_on")]


@pytest.mark.parametrize("ago", [timedelta(0), timedelta(minutes=1), timedelta(days=9)])
def test_the_next_session_lies_ahead(ago: timedelta) -> None:
    assert refused(next_at=NOON - ago) == [(Reason.PLAN_IN_PAST, "next_at")]
    assert refused(next_at=NOON + timedelta(minutes=1)) == []


@pytest.mark.parametrize("field", ["my_promises", "their_promises"])
def test_there_is_an_end_to_promises(field: str) -> None:
    assert refused(**{field: ("x",) * MAX_PROMISES}) == []
    assert refused(**{field: ("x",) * (MAX_PROMISES + 1)}) == [(Reason.TOO_MANY_PROMISES, field)]


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = refused(happened_on=TODAY + timedelta(days=1), next_at=NOON, my_promises=("x",) * 21)
    assert [field for _, field in wrong] == ["happened_on", "next_at", "my_promises"]
