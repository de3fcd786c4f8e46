"""What has happened since, and what rests, leaves nothing to say or puts it off."""

from dataclasses import replace
from datetime import date

import pytest

from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import SessionSeen
from mentoring.pairs import PairState
from mentoring.sessions import SessionState
from tests.mentoring.nudges.pairs import IN_AUTUMN, YEARS_LATER, Watch, days, met, pair, planned
from tests.mentoring.nudges.test_table import on


class TestOvertaken:
    """What has happened since leaves nothing to say."""

    def test_who_has_a_session_planned_is_not_asked_to_meet(self) -> None:
        future = planned(on(20, hour=14))
        # Unrecorded, it holds the question back for five working days after it.
        assert days(pair(sessions=(future,)), NudgeKind.FIRST_MEETING)[0] == "Fri 27 Mar 09:30"
        assert days(pair(sessions=(met(date(2026, 3, 2)), future)), NudgeKind.HAVE_NOT_MET)[0] == "Fri 27 Mar 09:30"

    def test_a_session_in_dispute_holds_back_for_five_working_days(self) -> None:
        disputed = SessionSeen("said", SessionState.DISPUTED, happened_on=date(2026, 3, 18), changed_at=on(18, hour=15))
        of = pair(sessions=(met(date(2026, 3, 2)), disputed))
        assert days(of, NudgeKind.HAVE_NOT_MET) == ["Wed 25 Mar 09:30", "Wed 01 Apr 09:30"]

    @pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.MISSED])
    def test_after_one_that_did_not_come_about_there_is_some_grace(self, state: SessionState) -> None:
        gone = SessionSeen("gone", state, planned_at=on(2, 4, 9), changed_at=on(1, 4, 12))
        of = pair(sessions=(met(date(2026, 3, 2)), gone))
        assert days(of, NudgeKind.HAVE_NOT_MET) == ["Mon 06 Apr 09:30", "Mon 13 Apr 09:30"]

    def test_a_first_session_ends_the_asking_for_one(self) -> None:
        assert days(pair(sessions=(met(date(2026, 3, 4)),)), NudgeKind.FIRST_MEETING) == []

    @pytest.mark.parametrize("state", [SessionState.HAPPENED, SessionState.MISSED, SessionState.CANCELLED])
    def test_of_a_session_that_has_been_recorded_nobody_is_asked(self, state: SessionState) -> None:
        of = pair(sessions=(replace(planned(on(16, hour=14)), state=state, happened_on=date(2026, 3, 16)),))
        assert days(of, NudgeKind.AFTER_SESSION) == []
        assert days(of, NudgeKind.BEFORE_SESSION) == []

    def test_of_what_was_planned_for_tomorrow_both_have_just_heard(self) -> None:
        of = pair(sessions=(planned(on(17, hour=14), arranged_at=on(16, hour=11)),))
        assert days(of, NudgeKind.BEFORE_SESSION) == []
        assert days(of, NudgeKind.AFTER_SESSION) == ["Tue 17 Mar 15:30"]

    def test_of_a_session_moved_to_another_day_both_are_told_again(self) -> None:
        watch = Watch.over(pair(sessions=(planned(on(17, hour=14)),))).follow(until=on(16, hour=11))
        moved = planned(on(19, hour=14), arranged_at=on(16, hour=11))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], sessions=(moved,))
        watch.follow(on(16, hour=11))
        assert watch.days(NudgeKind.BEFORE_SESSION) == ["Mon 16 Mar 09:30", "Wed 18 Mar 09:30"]

    def test_a_session_at_the_weekend_is_asked_after_by_nobody(self) -> None:
        of = pair(sessions=(planned(on(14, hour=11)),))
        assert days(of, NudgeKind.BEFORE_SESSION) == ["Fri 13 Mar 09:30"]
        assert days(of, NudgeKind.AFTER_SESSION) == []

    @pytest.mark.parametrize("state", [PairState.PROPOSED, PairState.ENDED_EARLY])
    def test_of_a_pair_that_is_none_nothing_is_said(self, state: PairState) -> None:
        of = pair(state=state, ended_at=on(3, hour=9), sessions=(planned(on(16, hour=14)),))
        assert Watch.over(of).follow().messages == []

    def test_a_pair_that_was_finished_is_not_asked_to_meet_and_hears_of_the_end_but_once(self) -> None:
        of = pair(state=PairState.COMPLETED, ended_at=on(20, hour=9), sessions=(met(date(2026, 3, 10)),))
        assert {each.kind for each in Watch.over(of).follow(on(20, hour=9), YEARS_LATER).said} == {NudgeKind.ECHO}


class TestPauses:
    def test_days_of_a_pause_do_not_count(self) -> None:
        rests = (Pause(on(4, hour=12), on(18)),)
        assert days(pair(pauses=rests), NudgeKind.FIRST_MEETING)[:2] == ["Thu 19 Mar 09:30", "Mon 23 Mar 09:30"]
        assert days(pair(pauses=rests), NudgeKind.WRAP_UP, until=IN_AUTUMN)[1] == "Tue 15 Sep 09:30"

    def test_sessions_of_a_paused_pair_are_not_spoken_of(self) -> None:
        of = pair(pauses=(Pause(on(4, hour=12), on(18)),), sessions=(planned(on(16, hour=14)),))
        assert days(of, NudgeKind.BEFORE_SESSION) == ["Wed 04 Mar 09:30"]
        assert days(of, NudgeKind.AFTER_SESSION) == []
