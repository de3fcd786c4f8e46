"""The table of nudges, line by line: who is told what, and when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentoring.horizon import Round
from mentoring.nudges.decide import overtaken
from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import FeedbackSeen, GoalSeen, HorizonSeen, Key, Member, PromiseSeen, Told
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionKind
from tests.mentoring.nudges.pairs import (
    IN_AUTUMN,
    LONDON,
    MONDAY,
    TOM,
    YEARS_LATER,
    ZOE,
    Watch,
    days,
    met,
    pair,
    planned,
)
from tests.mentoring.test_hours import there, works

# Before half of a pair's time is over.
IN_MAY = datetime(2026, 5, 31, tzinfo=UTC)


def on(day: int, month: int = 3, hour: int = 0, minute: int = 0) -> datetime:
    return there(LONDON, 2026, month, day, hour, minute)


@pytest.mark.parametrize("to", ["tom", "zoe"])
class TestBothAreTold:
    def test_first_meeting_3_7_and_10_days_after_both_accepted(self, to: str) -> None:
        # Day 3 is a Thursday; day 7 a Monday; day 10 a Thursday.
        assert days(pair(), NudgeKind.FIRST_MEETING, to) == ["Thu 05 Mar 09:30", "Mon 09 Mar 09:30", "Thu 12 Mar 09:30"]

    def test_have_not_met_after_the_rhythm_and_3_working_days_and_after_half_a_rhythm_more(self, to: str) -> None:
        # Two weeks after Monday the 2nd are Monday the 16th; three working days later it is Thursday.
        said = days(pair(sessions=(met(date(2026, 3, 2)),)), NudgeKind.HAVE_NOT_MET, to)
        assert said == ["Thu 19 Mar 09:30", "Thu 26 Mar 09:30"]

    def test_before_a_session_on_the_working_day_before(self, to: str) -> None:
        monday = pair(sessions=(planned(on(16, hour=14)),))
        assert days(monday, NudgeKind.BEFORE_SESSION, to) == ["Fri 13 Mar 09:30"]

    def test_after_a_session_30_minutes_after_its_planned_end(self, to: str) -> None:
        long = pair(sessions=(planned(on(16, hour=14), minutes=90),))
        assert days(long, NudgeKind.AFTER_SESSION, to) == ["Mon 16 Mar 16:00"]

    def test_goal_7_days_before_its_date_and_the_day_after(self, to: str) -> None:
        # The date is a Sunday: a week before is Sunday too, so it is asked on Monday.
        of = pair(goals=(GoalSeen("talk", date(2026, 3, 29), MONDAY),))
        assert days(of, NudgeKind.GOAL, to, until=IN_MAY) == ["Mon 23 Mar 09:30", "Mon 30 Mar 09:30"]

    def test_goals_half_way_also_where_there_are_none_and_once_however_long_they_go_on(self, to: str) -> None:
        # Six months from the 2nd of March are 184 days; the first half of them ends on Tuesday the 2nd of June.
        told = ["Tue 02 Jun 09:30"]
        assert days(pair(), NudgeKind.GOAL, to, until=IN_AUTUMN) == told
        watch = Watch.over(pair()).follow(until=on(1, 7))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], length_months=12)
        watch.follow(on(1, 7), YEARS_LATER)
        assert watch.days(NudgeKind.GOAL, to) == told
        rests = (Pause(on(4, hour=12), on(18)),)
        assert days(pair(pauses=rests), NudgeKind.GOAL, to, until=IN_AUTUMN) == ["Tue 16 Jun 09:30"]

    def test_wrap_up_14_days_before_the_end_and_at_the_end(self, to: str) -> None:
        assert days(pair(), NudgeKind.WRAP_UP, to, until=IN_AUTUMN) == ["Wed 19 Aug 09:30", "Wed 02 Sep 09:30"]

    def test_echo_3_6_and_12_months_after_the_end(self, to: str) -> None:
        completed = pair(state=PairState.COMPLETED, ended_at=on(2, 9, 11))
        told = ["Wed 02 Dec 09:30", "Tue 02 Mar 09:30", "Thu 02 Sep 09:30"]
        assert days(completed, NudgeKind.ECHO, to, until=YEARS_LATER) == told
        assert days(pair(), NudgeKind.ECHO, to, until=YEARS_LATER) == told


class TestAnHourBefore:
    SESSION = planned(on(16, hour=14))
    TOLD = replace(TOM, wants_hour_before=True)

    def test_is_for_whoever_asked_for_it(self) -> None:
        of = pair(sessions=(self.SESSION,), mentee=self.TOLD)
        assert days(of, NudgeKind.HOUR_BEFORE) == ["Mon 16 Mar 13:00"]
        assert days(of, NudgeKind.HOUR_BEFORE, "zoe") == []

    def test_is_not_for_what_is_done_in_writing(self) -> None:
        of = pair(sessions=(replace(self.SESSION, kind=SessionKind.WRITTEN),), mentee=self.TOLD)
        assert days(of, NudgeKind.HOUR_BEFORE) == []
        assert days(of, NudgeKind.BEFORE_SESSION) == ["Fri 13 Mar 09:30"]

    @pytest.mark.parametrize(
        ("hour", "told"), [(8, ["Mon 16 Mar 07:00"]), (7, []), (19, ["Mon 16 Mar 18:00"]), (20, [])]
    )
    def test_is_dropped_further_than_two_hours_from_their_day(self, hour: int, told: list[str]) -> None:
        of = pair(sessions=(planned(on(16, hour=hour)),), mentee=self.TOLD)
        assert days(of, NudgeKind.HOUR_BEFORE) == told


class TestAPromise:
    def test_is_asked_after_half_way_of_its_owner_alone(self) -> None:
        of = pair(promises=(PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 12), MONDAY),))
        # Half-way lies on a Saturday.
        assert days(of, NudgeKind.PROMISE) == ["Mon 09 Mar 09:30"]
        assert days(of, NudgeKind.PROMISE, "zoe") == []

    def test_with_a_new_date_is_asked_after_anew(self) -> None:
        first = PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 12), MONDAY)
        watch = Watch.over(pair(promises=(first,))).follow(until=on(10))
        moved = replace(first, due_on=date(2026, 3, 26), dated_at=on(10, hour=10))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], promises=(moved,))
        watch.follow(on(10, hour=10))
        assert watch.days(NudgeKind.PROMISE) == ["Mon 09 Mar 09:30", "Wed 18 Mar 09:30"]

    @pytest.mark.parametrize("state", [state for state in PromiseState if state is not PromiseState.OPEN])
    def test_that_is_settled_or_not_accepted_is_left_alone(self, state: PromiseState) -> None:
        of = pair(promises=(PromiseSeen("read", "tom", state, date(2026, 3, 12), MONDAY),))
        assert days(of, NudgeKind.PROMISE) == []

    def test_for_tomorrow_needs_no_reminder(self) -> None:
        of = pair(promises=(PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 3), MONDAY),))
        assert days(of, NudgeKind.PROMISE) == []

    def test_is_not_asked_after_once_its_date_has_passed(self) -> None:
        away = replace(TOM, hours=works(LONDON, holidays={date(2026, 3, day) for day in range(3, 13)}))
        of = pair(mentee=away, promises=(PromiseSeen("read", "tom", PromiseState.OPEN, date(2026, 3, 12), MONDAY),))
        assert days(of, NudgeKind.PROMISE) == []


class TestAGoal:
    DUE = date(2026, 3, 26)

    @pytest.mark.parametrize(
        ("revisited", "told"),
        [
            (on(18), ["Thu 19 Mar 09:30", "Fri 27 Mar 09:30"]),
            (on(19, hour=8), ["Fri 27 Mar 09:30"]),
            (on(26, hour=18), ["Fri 27 Mar 09:30"]),
            (on(27, hour=8), []),
        ],
        ids=["long before", "that morning", "on its date", "the day after"],
    )
    def test_that_one_of_them_has_looked_at_since_is_not_asked_about(
        self, revisited: datetime, told: list[str]
    ) -> None:
        assert days(pair(goals=(GoalSeen("talk", self.DUE, revisited),)), NudgeKind.GOAL, until=IN_MAY) == told

    def test_that_one_looked_at_far_in_the_east_is_not_asked_about_in_the_west(self) -> None:
        far_apart = {
            "mentor": Member("zoe", works("Pacific/Auckland")),
            "mentee": Member("tom", works("Pacific/Honolulu")),
        }
        # In Auckland it is the morning of the 19th, in Honolulu still the 18th.
        kept = GoalSeen("talk", self.DUE, there("Pacific/Auckland", 2026, 3, 19, 9, 40))
        assert days(pair(goals=(kept,), **far_apart), NudgeKind.GOAL, until=IN_MAY) == ["Fri 27 Mar 09:30"]

    def test_with_a_new_date_is_asked_about_anew(self) -> None:
        talk = GoalSeen("talk", self.DUE, MONDAY)
        watch = Watch.over(pair(goals=(talk,))).follow(until=on(20))
        moved = replace(talk, due_on=date(2026, 4, 30), revisited_at=on(20, hour=10))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], goals=(moved,))
        watch.follow(on(20, hour=10), IN_MAY)
        assert watch.days(NudgeKind.GOAL) == ["Thu 19 Mar 09:30", "Thu 23 Apr 09:30", "Fri 01 May 09:30"]

    def test_is_not_spoken_of_as_coming_once_it_has_passed(self) -> None:
        away = replace(TOM, hours=works(LONDON, holidays={date(2026, 3, day) for day in range(19, 27)}))
        of = pair(mentee=away, goals=(GoalSeen("talk", self.DUE, MONDAY),))
        assert days(of, NudgeKind.GOAL, until=IN_MAY) == ["Fri 27 Mar 09:30"]


class TestFeedback:
    def test_who_owes_it_is_asked_2_working_days_after_the_request(self) -> None:
        of = pair(feedback=(FeedbackSeen("r", "tom", on(5, hour=15)),))
        # Thursday the 5th and two working days: Monday the 9th.
        assert days(of, NudgeKind.FEEDBACK) == ["Mon 09 Mar 09:30"]
        assert days(of, NudgeKind.FEEDBACK, "zoe") == []

    def test_what_was_put_off_is_asked_about_anew(self) -> None:
        request = FeedbackSeen("r", "tom", on(5, hour=15))
        watch = Watch.over(pair(feedback=(request,))).follow(until=on(10))
        later = replace(request, since=on(10, hour=10), put_offs=1)
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], feedback=(later,))
        watch.follow(on(10, hour=10))
        assert watch.days(NudgeKind.FEEDBACK) == ["Mon 09 Mar 09:30", "Thu 12 Mar 09:30"]

    def test_who_was_given_it_is_asked_14_days_later_what_came_of_it(self) -> None:
        given = FeedbackSeen("f", "tom", on(5, hour=15), is_given=True)
        assert days(pair(feedback=(given,)), NudgeKind.FEEDBACK) == ["Thu 19 Mar 09:30"]
        rests = (Pause(on(9), on(12)),)
        assert days(pair(feedback=(given,), pauses=rests), NudgeKind.FEEDBACK) == ["Mon 23 Mar 09:30"]


class TestTheHorizonCheck:
    @pytest.mark.parametrize("to", ["tom", "zoe"])
    def test_is_open_on_day_30_and_half_way(self, to: str) -> None:
        assert days(pair(), NudgeKind.HORIZON, to) == ["Wed 01 Apr 09:30", "Tue 02 Jun 09:30"]

    def test_days_of_a_pause_do_not_count(self) -> None:
        assert days(pair(pauses=(Pause(on(9), on(16)),)), NudgeKind.HORIZON) == ["Wed 08 Apr 09:30", "Tue 09 Jun 09:30"]

    @pytest.mark.parametrize(
        ("months", "told"),
        [
            (1, ["Tue 17 Mar 09:30"]),
            # Half-way would be the day after.
            (2, ["Wed 01 Apr 09:30"]),
            (3, ["Wed 01 Apr 09:30", "Fri 17 Apr 09:30"]),
        ],
    )
    def test_a_short_pair_has_but_the_one_half_way(self, months: int, told: list[str]) -> None:
        assert days(pair(length_months=months), NudgeKind.HORIZON) == told

    def test_who_has_answered_is_not_asked_and_the_other_is_all_the_same(self) -> None:
        of = pair(horizon=(HorizonSeen("tom", Round.DAY_30),))
        assert days(of, NudgeKind.HORIZON) == ["Tue 02 Jun 09:30"]
        assert days(of, NudgeKind.HORIZON, "zoe") == ["Wed 01 Apr 09:30", "Tue 02 Jun 09:30"]

    def test_the_later_one_takes_the_place_of_the_first(self) -> None:
        first, later = (Key(NudgeKind.HORIZON, "zoe and tom", check, "tom") for check in Round)
        told = Told(first, date(2026, 4, 1), is_answered=False)
        asked = Told(replace(later, occurrence=f"{later.occurrence} again 1"), date(2026, 6, 2))
        summer = on(3, 6, 9)
        assert overtaken((first,), pair(told=(told,)), summer) == set()
        for of in (pair(told=(told, asked)), pair(told=(told,), horizon=(HorizonSeen("tom", Round.HALF_WAY),))):
            assert overtaken((first,), of, summer) == {first}
        # That the other one has heard of it, or answered it, changes nothing.
        theirs = Told(replace(later, receiver="zoe"), date(2026, 6, 2))
        others = pair(told=(told, theirs), horizon=(HorizonSeen("zoe", Round.HALF_WAY),))
        assert overtaken((first,), others, summer) == set()


class TestBetweenSessions:
    def test_one_is_prompted_half_a_rhythm_after_a_session_and_the_other_after_the_next(self) -> None:
        watch = Watch.over(pair(sessions=(met(date(2026, 3, 2)),))).follow(until=on(16, hour=12))
        for day in (date(2026, 3, 16), date(2026, 3, 30)):
            now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], sessions=(met(day),))
            watch.follow(now, now + timedelta(days=14))
        said = [
            (each.to, each.here.strftime("%d %b")) for each in watch.said if each.kind is NudgeKind.BETWEEN_SESSIONS
        ]
        assert said == [("tom", "09 Mar"), ("zoe", "23 Mar"), ("tom", "06 Apr")]

    def test_who_was_prompted_after_a_session_that_turned_out_none_has_had_their_turn(self) -> None:
        watch = Watch.over(pair(sessions=(met(date(2026, 3, 2)), met(date(2026, 3, 4), "none")))).follow(until=on(12))
        watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], sessions=(met(date(2026, 3, 2)),))
        watch.follow(on(12))
        prompts = [each for each in watch.said if each.kind is NudgeKind.BETWEEN_SESSIONS]
        assert [(each.to, each.here.day) for each in prompts] == [("tom", 11), ("zoe", 12)]

    def test_who_was_prompted_stays_the_one_for_that_session(self) -> None:
        once = Watch.over(pair(sessions=(met(date(2026, 2, 16)),))).follow(until=on(4)).pairs["zoe and tom"]
        watch = Watch.over(replace(once, sessions=(met(date(2026, 3, 2)),))).follow(on(4), on(10))
        both_off = replace(watch.pairs["zoe and tom"], mentor=replace(ZOE, kinds_off=frozenset(NudgeKind)))
        watch.pairs["zoe and tom"] = both_off
        watch.follow(on(10))
        prompts = [each for each in watch.said if each.kind is NudgeKind.BETWEEN_SESSIONS]
        assert [(each.to, each.here.day) for each in prompts] == [("zoe", 9)]

    def test_whoever_does_not_want_it_leaves_it_to_the_other(self) -> None:
        of = pair(
            sessions=(met(date(2026, 3, 2)),), mentee=replace(TOM, kinds_off=frozenset({NudgeKind.BETWEEN_SESSIONS}))
        )
        assert days(of, NudgeKind.BETWEEN_SESSIONS) == []
        assert days(of, NudgeKind.BETWEEN_SESSIONS, "zoe") == ["Mon 09 Mar 09:30"]

    @pytest.mark.parametrize(("rhythm", "told"), [(7, []), (13, []), (30, ["Tue 17 Mar 09:30"])])
    def test_is_for_pairs_that_meet_every_two_weeks_or_less_often(self, rhythm: int, told: list[str]) -> None:
        assert days(pair(rhythm_days=rhythm, sessions=(met(date(2026, 3, 2)),)), NudgeKind.BETWEEN_SESSIONS) == told


class TestEachByTheirOwnClock:
    @pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Australia/Adelaide", "Pacific/Auckland", "America/St_Johns"])
    def test_half_past_nine_is_half_past_nine_there(self, zone: str) -> None:
        of = pair(mentee=Member("tom", works(zone)), sessions=(met(date(2026, 3, 2)),))
        assert days(of, NudgeKind.HAVE_NOT_MET) == ["Thu 19 Mar 09:30", "Thu 26 Mar 09:30"]

    @pytest.mark.parametrize(("opens", "closes", "told"), [(0, 8, "00:00"), (13, 21, "13:00"), (9, 17, "09:30")])
    def test_or_when_their_day_opens(self, opens: int, closes: int, told: str) -> None:
        of = pair(mentee=Member("tom", works(LONDON, time(opens), time(closes))))
        assert days(of, NudgeKind.FIRST_MEETING)[0] == f"Thu 05 Mar {told}"

    def test_a_session_is_on_another_day_on_the_other_side_of_the_world(self) -> None:
        auckland = Member("tom", works("Pacific/Auckland"))
        of = pair(mentee=auckland, sessions=(planned(there("America/New_York", 2026, 3, 17, 17, 0)),))
        # In Auckland it is Wednesday at ten; in London Tuesday evening at nine.
        assert days(of, NudgeKind.BEFORE_SESSION) == ["Tue 17 Mar 09:30"]
        assert days(of, NudgeKind.BEFORE_SESSION, "zoe") == ["Mon 16 Mar 09:30"]
        assert days(of, NudgeKind.AFTER_SESSION) == ["Wed 18 Mar 11:30"]
        assert days(of, NudgeKind.AFTER_SESSION, "zoe") == []

    def test_public_holidays_are_waited_for(self) -> None:
        easter = {date(2026, 4, 3), date(2026, 4, 6)}
        of = pair(accepted_at=on(31, 3, 10), mentee=Member("tom", works(LONDON, holidays=easter)))
        assert days(of, NudgeKind.FIRST_MEETING) == ["Tue 07 Apr 09:30", "Fri 10 Apr 09:30"]
        assert ZOE.hours.holidays == set()
