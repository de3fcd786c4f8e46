"""What may be said now, when to look again, and what has lost its reason meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentoring.nudges.decide import LONGEST_WAIT, Nudge, decide, is_overtaken, still_holds
from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import ASK_TO_MEET, NudgeKind
from mentoring.nudges.snapshot import FeedbackSeen, PromiseSeen, Snapshot, Told
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionState
from tests.mentoring.nudges.pairs import LONDON, MONDAY, TOM, ZOE, Watch, met, pair, planned
from tests.mentoring.test_hours import there, works


def on(day: int, month: int = 3, hour: int = 9, minute: int = 30) -> datetime:
    return there(LONDON, 2026, month, day, hour, minute)


def nudge(of: Snapshot, now: datetime, kind: NudgeKind, to: str = "tom") -> Nudge:
    found = [each for each in decide(of, now).nudges if (each.kind, each.key.receiver) == (kind, to)]
    assert len(found) == 1
    return found[0]


def is_open(of: Snapshot, now: datetime, kind: NudgeKind, to: str = "tom") -> bool:
    return any((each.kind, each.key.receiver) == (kind, to) for each in decide(of, now).nudges)


def told(of: Snapshot, what: Nudge, day: date, snoozed_until: date | None = None) -> Snapshot:
    return replace(of, told=(*of.told, Told(what.key, day, snoozed_until=snoozed_until)))


class TestOpen:
    ASKED = pair(sessions=(met(date(2026, 3, 2)),))

    @pytest.mark.parametrize(
        ("now", "may"),
        [
            (on(19, minute=29), False),
            (on(19), True),
            (on(19, hour=16, minute=59), True),
            (on(19, hour=17, minute=0), False),
            (on(21), False),  # Saturday
            (on(25, hour=12), True),
        ],
    )
    def test_from_half_past_nine_to_the_end_of_the_day(self, now: datetime, may: bool) -> None:
        assert is_open(self.ASKED, now, NudgeKind.HAVE_NOT_MET) is may

    def test_and_after_five_working_days_it_expires(self) -> None:
        asked = pair(rhythm_days=30, sessions=(met(date(2026, 3, 2)),))
        may = {day: is_open(asked, on(day, 4), NudgeKind.HAVE_NOT_MET) for day in (3, 6, 10, 13, 14)}
        # Due on Monday the 6th.
        assert may == {3: False, 6: True, 10: True, 13: True, 14: False}

    def test_unsaid_it_is_looked_at_again_the_next_day(self) -> None:
        assert decide(self.ASKED, on(19)).look_at == on(20)

    def test_the_second_takes_the_place_of_a_first_that_still_waits(self) -> None:
        soon = pair(rhythm_days=7, sessions=(met(date(2026, 3, 2)),))
        steps = {day: nudge(soon, on(day), NudgeKind.HAVE_NOT_MET).step for day in (12, 13, 16, 17)}
        assert steps == {12: 1, 13: 1, 16: 2, 17: 2}

    def test_after_an_outage_there_is_one_message_and_not_one_for_each_that_was_missed(self) -> None:
        quiet = pair(
            sessions=(met(date(2026, 3, 2)), planned(on(16, hour=14))),
            promises=(PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 12), MONDAY),),
        )
        watch = Watch.over(quiet).look_at_all([on(24, hour=11), on(24, hour=12), on(25), on(25, hour=14)])
        assert {message.receiver: len(message.nudges) for _, message in watch.messages} == {"tom": 1, "zoe": 1}
        assert {now for now, _ in watch.messages} == {on(24, hour=11)}

    def test_a_reminder_of_a_session_may_go_until_it_begins(self) -> None:
        of = pair(sessions=(planned(on(16, hour=14)),), mentee=replace(TOM, wants_hour_before=True))
        assert nudge(of, on(16, hour=13), NudgeKind.HOUR_BEFORE).open_until == on(16, hour=14)
        assert not is_open(of, on(16, hour=14), NudgeKind.HOUR_BEFORE)
        assert nudge(of, on(13), NudgeKind.BEFORE_SESSION).open_until == on(13, hour=19, minute=0)
        assert is_open(of, on(16), NudgeKind.BEFORE_SESSION)

    def test_hours_that_a_clock_shows_twice_end_the_first_time(self) -> None:
        # At midnight after Thursday 29 October 2026 Cairo's clocks go back to eleven in the evening.
        late = replace(TOM, hours=works("Africa/Cairo", time(22), time(23, 30)))
        asked = pair(accepted_at=there("Africa/Cairo", 2026, 10, 26, 23, 0), mentee=late)
        ten_past_eleven = there("Africa/Cairo", 2026, 10, 29, 23, 10)
        assert nudge(asked, ten_past_eleven, NudgeKind.FIRST_MEETING).open_until == ten_past_eleven + timedelta(
            minutes=20
        )
        assert not is_open(asked, ten_past_eleven + timedelta(hours=1), NudgeKind.FIRST_MEETING)

    def test_what_is_turned_off_is_not_said(self) -> None:
        off = replace(self.ASKED, mentee=replace(TOM, kinds_off=frozenset({NudgeKind.HAVE_NOT_MET})))
        assert not is_open(off, on(19), NudgeKind.HAVE_NOT_MET)
        assert is_open(off, on(19), NudgeKind.HAVE_NOT_MET, "zoe")


class TestSnooze:
    ASKED = pair(sessions=(met(date(2026, 3, 2)),))

    def test_it_comes_once_more_on_its_day(self) -> None:
        first = nudge(self.ASKED, on(19), NudgeKind.HAVE_NOT_MET)
        snoozed = told(self.ASKED, first, date(2026, 3, 19), snoozed_until=date(2026, 3, 24))
        assert not is_open(snoozed, on(23), NudgeKind.HAVE_NOT_MET)
        again = nudge(snoozed, on(24), NudgeKind.HAVE_NOT_MET)
        assert (again.step, again.key.occurrence) == (1, "2026-03-02 1 again 1")
        assert not is_open(told(snoozed, again, date(2026, 3, 24)), on(24), NudgeKind.HAVE_NOT_MET)
        assert still_holds(again, told(snoozed, again, date(2026, 3, 24)), on(24))

    def test_or_not_at_all_if_the_next_one_comes_first(self) -> None:
        first = nudge(self.ASKED, on(19), NudgeKind.HAVE_NOT_MET)
        snoozed = told(self.ASKED, first, date(2026, 3, 19), snoozed_until=date(2026, 3, 27))
        assert nudge(snoozed, on(26), NudgeKind.HAVE_NOT_MET).step == 2
        assert nudge(snoozed, on(27), NudgeKind.HAVE_NOT_MET).step == 2

    def test_a_session_is_snoozed_until_the_morning_of_its_day(self) -> None:
        of = pair(sessions=(planned(on(16, hour=14)),))
        snoozed = told(of, nudge(of, on(13), NudgeKind.BEFORE_SESSION), date(2026, 3, 13), date(2026, 3, 16))
        assert not is_open(snoozed, on(16, minute=29), NudgeKind.BEFORE_SESSION)
        assert is_open(snoozed, on(16), NudgeKind.BEFORE_SESSION)

    def test_or_once_it_may_be_said_again_after_a_weekend(self) -> None:
        of = pair(sessions=(planned(on(16, hour=14)),))
        snoozed = told(of, nudge(of, on(13), NudgeKind.BEFORE_SESSION), date(2026, 3, 13), date(2026, 3, 14))
        assert decide(snoozed, on(13, hour=12)).look_at == on(16, hour=7, minute=0)
        assert is_open(snoozed, on(16, hour=7, minute=0), NudgeKind.BEFORE_SESSION)


class TestOvertaken:
    """Chosen, and not sent yet: would it still be said?"""

    def both(self, of: Snapshot, now: datetime, kind: NudgeKind, changed: Snapshot) -> tuple[bool, bool]:
        """Whether it held before a change, and after it, of the same that had been chosen."""
        chosen = nudge(of, now, kind)
        later = now + timedelta(minutes=10)
        day = now.date()
        assert is_overtaken(chosen.key, told(of, chosen, day), later) is False
        holds = still_holds(chosen, told(changed, chosen, day), later)
        assert is_overtaken(chosen.key, told(changed, chosen, day), later) is not holds
        return still_holds(chosen, told(of, chosen, day), later), holds

    @pytest.mark.parametrize(
        "changed",
        [
            {"sessions": (met(date(2026, 3, 2)), planned(on(27, hour=14)))},
            {"sessions": (met(date(2026, 3, 18)),)},
            {"state": PairState.ENDED_EARLY, "ended_at": on(19)},
            {"rhythm_days": 30},
        ],
    )
    def test_have_not_met(self, changed: dict[str, object]) -> None:
        asked = pair(sessions=(met(date(2026, 3, 2)),))
        changed_pair = pair(**({"sessions": asked.sessions} | changed))
        assert self.both(asked, on(19), NudgeKind.HAVE_NOT_MET, changed_pair) == (True, False)

    @pytest.mark.parametrize("session", [met(date(2026, 3, 4)), planned(on(27, hour=14))])
    def test_first_meeting(self, session: object) -> None:
        assert self.both(pair(), on(5), NudgeKind.FIRST_MEETING, pair(sessions=(session,))) == (True, False)

    @pytest.mark.parametrize("state", [SessionState.HAPPENED, SessionState.CANCELLED, SessionState.MISSED])
    @pytest.mark.parametrize(
        ("kind", "now"), [(NudgeKind.BEFORE_SESSION, on(13)), (NudgeKind.AFTER_SESSION, on(16, hour=15))]
    )
    def test_sessions(self, kind: NudgeKind, now: datetime, state: SessionState) -> None:
        session = planned(on(16, hour=13, minute=30))
        other = replace(session, state=state, changed_at=now, happened_on=date(2026, 3, 16))
        assert self.both(pair(sessions=(session,)), now, kind, pair(sessions=(other,))) == (True, False)

    @pytest.mark.parametrize("moved_to", [on(20, hour=14), on(12, hour=14)])
    def test_a_session_that_was_moved(self, moved_to: datetime) -> None:
        session = planned(on(16, hour=14))
        other = replace(session, arranged_at=on(13, minute=35), planned_at=moved_to)
        of, changed = pair(sessions=(session,)), pair(sessions=(other,))
        assert self.both(of, on(13), NudgeKind.BEFORE_SESSION, changed) == (True, False)

    @pytest.mark.parametrize(
        "changed", [{"state": PromiseState.DONE}, {"state": PromiseState.DROPPED}, {"due_on": date(2026, 4, 12)}]
    )
    def test_a_promise(self, changed: dict[str, object]) -> None:
        kept = PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 12), MONDAY)
        changed_pair = pair(promises=(replace(kept, **changed),))  # type: ignore[arg-type]
        assert self.both(pair(promises=(kept,)), on(9), NudgeKind.PROMISE, changed_pair) == (True, False)

    @pytest.mark.parametrize(("is_given", "now"), [(False, on(4)), (True, on(16))])
    def test_feedback(self, is_given: bool, now: datetime) -> None:
        asked = pair(feedback=(FeedbackSeen("one", "tom", MONDAY, is_given),))
        assert self.both(asked, now, NudgeKind.FEEDBACK, pair()) == (True, False)

    def test_between_sessions(self) -> None:
        once = pair(sessions=(met(date(2026, 3, 2)),))
        changed = pair(sessions=(met(date(2026, 3, 2)), met(date(2026, 3, 9), "since")))
        assert self.both(once, on(9), NudgeKind.BETWEEN_SESSIONS, changed) == (True, False)

    def test_going_on_overtakes_the_question_whether_to(self) -> None:
        assert self.both(pair(), on(19, 8), NudgeKind.WRAP_UP, pair(length_months=9)) == (True, False)

    def test_a_pause_holds_back_what_was_to_be_said_and_retires_what_was(self) -> None:
        asked = pair(sessions=(met(date(2026, 3, 2)),))
        chosen = nudge(asked, on(19), NudgeKind.HAVE_NOT_MET)
        rests = replace(asked, pauses=(Pause(on(19, minute=31), on(30, hour=0)),))
        assert not still_holds(chosen, rests, on(19, minute=40))
        assert is_overtaken(chosen.key, rests, on(19, minute=40))

    def test_after_hours_it_no_longer_holds_today_and_does_tomorrow(self) -> None:
        asked = pair(sessions=(met(date(2026, 3, 2)),))
        chosen = nudge(asked, on(19), NudgeKind.HAVE_NOT_MET)
        noted = told(asked, chosen, date(2026, 3, 19))
        assert not still_holds(chosen, noted, on(19, hour=17))
        assert still_holds(chosen, noted, on(20, hour=10))


class TestStuck:
    """After the last question the organiser sees it, and nobody is asked any more."""

    @pytest.mark.parametrize(
        ("of", "last", "seen"),
        [
            # Each waits for five working days after the last question.
            (pair(), on(12), on(20)),
            (pair(sessions=(met(date(2026, 3, 2)),)), on(26), on(3, 4)),
        ],
    )
    def test_their_organiser_sees_it(self, of: Snapshot, last: datetime, seen: datetime) -> None:
        # Whatever else there is to say of them is not what this is about.
        zoe, tom = (replace(each, kinds_off=frozenset(NudgeKind) - ASK_TO_MEET) for each in of.members)
        watch = Watch.over(replace(of, mentor=zoe, mentee=tom)).follow(until=last + timedelta(hours=1))
        waiting = watch.pairs[of.pair_id]
        assert decide(waiting, seen - timedelta(minutes=1)).is_stuck is False
        assert decide(waiting, seen - timedelta(minutes=1)).look_at == seen
        assert decide(waiting, seen).is_stuck
        assert watch.follow(seen, seen + timedelta(days=60)).messages[-1][0] == last

    def test_once_both_have_had_their_days(self) -> None:
        away = works(LONDON, holidays={date(2026, 3, 19)})
        assert [decide(pair(mentee=replace(TOM, hours=away)), on(day)).is_stuck for day in (20, 23)] == [False, True]
        assert [decide(pair(mentor=replace(ZOE, hours=away)), on(day)).is_stuck for day in (20, 23)] == [False, True]

    def test_but_not_in_a_pause_or_after_the_end(self) -> None:
        rests = pair(pauses=(Pause(on(26, hour=12), on(20, 5)),))
        assert not decide(rests, on(30)).is_stuck
        assert not decide(pair(), on(3, 9)).is_stuck

    def test_planning_ends_it(self) -> None:
        assert not decide(pair(sessions=(planned(on(27)),)), on(26)).is_stuck


class TestCourse:
    @pytest.mark.parametrize(
        ("now", "state"),
        [
            (on(3), PairState.ACTIVE),
            (on(18, 8), PairState.ACTIVE),
            (on(20, 8), PairState.WRAPPING_UP),
            (on(2, 9), PairState.COMPLETED),
        ],
    )
    def test_time_alone_leads_to_the_end(self, now: datetime, state: PairState) -> None:
        assert decide(pair(), now).state is state

    def test_a_pause_ends_by_itself_and_moves_the_end(self) -> None:
        rests = pair(state=PairState.PAUSED, pauses=(Pause(on(4), on(18)),))
        assert [decide(rests, now).state for now in (on(17), on(18), on(2, 9))] == [
            PairState.PAUSED, PairState.ACTIVE, PairState.WRAPPING_UP,
        ]  # fmt: skip

    def test_what_a_clock_completed_that_ran_ahead_goes_on(self) -> None:
        ahead = decide(pair(sessions=(met(date(2026, 3, 2)),)), on(1, 12))
        kept = pair(state=ahead.state, sessions=(met(date(2026, 3, 2)),))
        assert kept.state is PairState.COMPLETED
        assert decide(kept, on(19)).state is PairState.ACTIVE
        assert is_open(kept, on(19), NudgeKind.HAVE_NOT_MET)

    def test_a_change_is_looked_at_when_it_comes(self) -> None:
        quiet = pair(pauses=(Pause(on(4), on(18, hour=11)),))
        assert decide(quiet, on(10)).look_at == on(18, hour=11)
        told_all = Watch.over(pair()).follow(until=on(10, 8)).pairs["zoe and tom"]
        assert decide(told_all, on(10, 8)).look_at == datetime(2026, 8, 19, tzinfo=UTC)

    def test_a_pair_that_goes_on_is_asked_anew_before_its_new_end(self) -> None:
        watch = Watch.over(pair()).follow(until=on(24, 8))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], length_months=9)
        watch.follow(on(24, 8), on(1, 12, 12))
        assert watch.days(NudgeKind.WRAP_UP) == ["Wed 19 Aug 09:30", "Wed 18 Nov 09:30"]

    def test_what_has_ended_early_is_looked_at_no_more(self) -> None:
        ended = pair(state=PairState.ENDED_EARLY, ended_at=on(3))
        assert (decide(ended, on(4)).look_at, decide(ended, on(4)).state) == (None, PairState.ENDED_EARLY)

    def test_after_the_last_echo_there_is_nothing_to_look_at(self) -> None:
        completed = pair(state=PairState.COMPLETED, ended_at=on(2, 9))
        assert decide(completed, datetime(2027, 10, 1, tzinfo=UTC)).look_at is None

    def test_no_look_is_farther_away_than_the_longest_wait(self) -> None:
        completed = pair(state=PairState.COMPLETED, ended_at=on(2, 9))
        now = datetime(2026, 12, 10, tzinfo=UTC)
        watch = Watch.over(completed).follow(on(2, 9), now)
        assert decide(watch.pairs["zoe and tom"], now).look_at == now + LONGEST_WAIT
