"""The budget: one message a day and three a week, over all pairs; what is not answered goes quiet."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.nudges.choose import LATELY, MOST_IN_A_MESSAGE, choose
from mentoring.nudges.decide import Nudge
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Key, PromiseSeen, Told
from mentoring.promises import PromiseState
from tests.mentoring.nudges.pairs import MONDAY, TOM, Watch, met, pair, planned

TODAY = MONDAY.date()


def nudge(kind: NudgeKind, subject: str = "pair", open_until: datetime = MONDAY + timedelta(hours=7)) -> Nudge:
    return Nudge(Key(kind, subject, "1", "tom"), "pair", 1, open_until)


def told(days_ago: int, kind: NudgeKind = NudgeKind.PROMISE, *, is_answered: bool = True, subject: str = "") -> Told:
    return Told(Key(kind, subject or str(days_ago), "1", "tom"), TODAY - timedelta(days=days_ago), is_answered)


def kinds(nudges: list[Nudge], lately: list[Told]) -> list[NudgeKind]:
    message = choose(TOM, nudges, lately, MONDAY)
    return [each.kind for each in message.nudges] if message else []


def test_what_falls_on_one_day_goes_into_one_message_in_the_tables_order() -> None:
    everything = [nudge(kind) for kind in sorted(NudgeKind)]
    said = kinds(everything, [])
    assert len(said) == MOST_IN_A_MESSAGE
    assert said == [
        NudgeKind.FIRST_MEETING, NudgeKind.HAVE_NOT_MET, NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE,
        NudgeKind.AFTER_SESSION,
    ]  # fmt: skip


def test_there_is_one_message_a_day() -> None:
    assert kinds([nudge(NudgeKind.PROMISE)], [told(0)]) == []
    assert kinds([nudge(NudgeKind.PROMISE)], [told(1)]) == [NudgeKind.PROMISE]


@pytest.mark.parametrize(
    ("days_ago", "room"), [((1, 2, 6), False), ((1, 2, 7), True), ((1, 2), True), ((1, 1, 1), True)]
)
def test_there_are_three_messages_in_seven_days(days_ago: tuple[int, ...], room: bool) -> None:
    lately = [told(each, subject=str(n)) for n, each in enumerate(days_ago)]
    assert kinds([nudge(NudgeKind.PROMISE)], lately) == ([NudgeKind.PROMISE] if room else [])


def test_what_a_clock_that_ran_ahead_has_sent_counts_as_well() -> None:
    assert kinds([nudge(NudgeKind.PROMISE)], [told(-1), told(-2), told(-3)]) == []
    assert kinds([nudge(NudgeKind.PROMISE)], [told(-1), told(-2), told(-7)]) == [NudgeKind.PROMISE]


def test_messages_about_sessions_have_no_budget_and_use_none_up() -> None:
    of_sessions = [NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE, NudgeKind.AFTER_SESSION]
    nudges = [nudge(kind) for kind in [*of_sessions, NudgeKind.PROMISE]]
    assert kinds(nudges, [told(0), told(1), told(2)]) == of_sessions
    assert kinds(nudges, [told(0, kind) for kind in of_sessions]) == [*of_sessions, NudgeKind.PROMISE]


def test_a_message_may_go_as_long_as_all_that_it_says() -> None:
    soon = MONDAY + timedelta(minutes=5)
    message = choose(TOM, [nudge(NudgeKind.PROMISE), nudge(NudgeKind.HOUR_BEFORE, open_until=soon)], [], MONDAY)
    assert message is not None
    assert (message.receiver, message.day, message.open_until) == ("tom", TODAY, soon)


class TestUnanswered:
    UNANSWERED = (told(20, is_answered=False), told(10, is_answered=False))

    def test_two_of_a_kind_keep_that_kind_quiet(self) -> None:
        nudges = [nudge(NudgeKind.PROMISE), nudge(NudgeKind.WRAP_UP)]
        assert kinds(nudges, [*self.UNANSWERED]) == [NudgeKind.WRAP_UP]
        assert kinds(nudges, [*self.UNANSWERED[:1]]) == [NudgeKind.PROMISE, NudgeKind.WRAP_UP]

    @pytest.mark.parametrize("answered", [0, 1])
    def test_but_not_if_one_was_answered(self, answered: int) -> None:
        lately = list(self.UNANSWERED)
        lately[answered] = replace(lately[answered], is_answered=True)
        assert kinds([nudge(NudgeKind.PROMISE)], lately) == [NudgeKind.PROMISE]

    @pytest.mark.parametrize(("days_ago", "quiet"), [(27, True), (28, False)])
    def test_for_a_month(self, days_ago: int, quiet: bool) -> None:
        # A month before 2 March is 2 February.
        lately = [told(40, is_answered=False), told(days_ago, is_answered=False)]
        assert kinds([nudge(NudgeKind.PROMISE)], lately) == ([] if quiet else [NudgeKind.PROMISE])

    def test_what_came_on_one_day_counts_as_one(self) -> None:
        same_day = [told(3, is_answered=False, subject=str(n)) for n in range(3)]
        assert kinds([nudge(NudgeKind.PROMISE)], same_day) == [NudgeKind.PROMISE]

    def test_what_was_long_ago_counts_for_nothing(self) -> None:
        lately = [told(LATELY.days + 1, is_answered=False), told(10, is_answered=False)]
        assert kinds([nudge(NudgeKind.PROMISE)], lately) == [NudgeKind.PROMISE]

    def test_a_reminder_of_a_session_asks_for_no_answer(self) -> None:
        lately = [told(days, NudgeKind.BEFORE_SESSION, is_answered=False) for days in (14, 7)]
        assert kinds([nudge(NudgeKind.BEFORE_SESSION)], lately) == [NudgeKind.BEFORE_SESSION]

    def test_so_who_is_silent_is_asked_twice_for_a_first_meeting(self) -> None:
        watch = Watch.over(pair(), answers=False).follow()
        assert watch.days(NudgeKind.FIRST_MEETING) == ["Thu 05 Mar 09:30", "Mon 09 Mar 09:30"]


class TestOverAllPairs:
    def promises(self, *half_ways: int) -> tuple[PromiseSeen, ...]:
        """Promises of Tom's, half-way to their dates on these days of March."""
        return tuple(
            PromiseSeen(f"{n}", "tom", PromiseState.OPEN, date(2026, 3, 2) + timedelta(days=2 * (day - 2)), MONDAY)
            for n, day in enumerate(half_ways)
        )

    def test_a_fourth_in_a_week_waits_for_the_next(self) -> None:
        one = pair(pair_id="one", sessions=(met(date(2026, 3, 2)),), promises=self.promises(3, 4, 5, 6), rhythm_days=7)
        watch = Watch.over(one).follow(until=datetime(2026, 3, 12, tzinfo=UTC))
        # Seven days after the first there is room again.
        assert watch.days(NudgeKind.PROMISE) == [
            "Tue 03 Mar 09:30",
            "Wed 04 Mar 09:30",
            "Thu 05 Mar 09:30",
            "Tue 10 Mar 09:30",
        ]

    def test_what_does_not_fit_into_a_message_waits_for_another_day(self) -> None:
        # Six on Friday, when the week has had its three already; the next message has room for five.
        crowd = self.promises(3, 4, 5, *[6] * 6, 10, 11, 12)
        one = pair(sessions=(met(date(2026, 3, 2)),), promises=crowd, rhythm_days=7)
        watch = Watch.over(one).follow(until=datetime(2026, 3, 14, tzinfo=UTC))
        per_day = Counter(watch.days(NudgeKind.PROMISE))
        assert per_day["Tue 10 Mar 09:30"] == 5
        # The sixth was for Tuesday at the latest.
        assert per_day["Wed 11 Mar 09:30"] == 2

    def test_two_pairs_share_the_days_message_and_the_weeks_budget(self) -> None:
        mine = self.promises(3, 4, 5, 6)
        pairs = [
            pair(pair_id=name, promises=tuple(replace(each, id=name + each.id) for each in mine))
            for name in ("one", "two")
        ]
        watch = Watch.over(*pairs).follow(until=datetime(2026, 3, 9, tzinfo=UTC))
        to_tom = [message for _, message in watch.messages if message.receiver == "tom"]
        assert [len(message.nudges) for message in to_tom] == [2, 2, 4]
        assert {nudge.pair_id for nudge in to_tom[0].nudges} == {"one", "two"}

    def test_sessions_of_many_pairs_are_all_spoken_of(self) -> None:
        at = datetime(2026, 3, 10, 14, tzinfo=UTC)
        pairs = [pair(pair_id=str(n), sessions=(met(date(2026, 3, 1)), planned(at, str(n)))) for n in range(7)]
        watch = Watch.over(*pairs).follow(until=at)
        assert watch.days(NudgeKind.BEFORE_SESSION) == ["Mon 09 Mar 09:30"] * 7
