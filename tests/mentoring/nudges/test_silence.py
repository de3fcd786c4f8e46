"""One of a pair waits for an answer: the other is asked as if time alone had asked, and nothing tells the two apart."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.hours import local
from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import SilenceSeen, Snapshot
from mentoring.pairs import PairState
from mentoring.sessions import SessionState
from tests.mentoring.nudges.pairs import MONDAY, TOM, Watch, days, met, pair, planned
from tests.mentoring.nudges.test_properties import WEEKS, check_hours, lives

MET = met(date(2026, 3, 2))
ON_WEDNESDAY = SilenceSeen("tom", date(2026, 3, 4))
ORDINARY = ["Thu 19 Mar 09:30", "Thu 26 Mar 09:30"]


def silent(**facts: object) -> Snapshot:
    """They met on Monday; on Wednesday Zoe says that she waits for Tom."""
    return pair(**({"sessions": (MET,), "silences": (ON_WEDNESDAY,)} | facts))


def test_the_partner_alone_is_asked_two_working_days_later() -> None:
    assert days(silent(), NudgeKind.HAVE_NOT_MET) == ["Fri 06 Mar 09:30", *ORDINARY]
    assert days(silent(), NudgeKind.HAVE_NOT_MET, "zoe") == ORDINARY


def test_a_pair_that_has_never_met_is_asked_for_its_first_meeting() -> None:
    of = silent(sessions=(), silences=(SilenceSeen("zoe", date(2026, 3, 16)),))
    ordinary = ["Thu 05 Mar 09:30", "Mon 09 Mar 09:30", "Thu 12 Mar 09:30"]
    assert days(of, NudgeKind.FIRST_MEETING, "zoe") == [*ordinary, "Wed 18 Mar 09:30"]
    assert days(of, NudgeKind.FIRST_MEETING) == ordinary


def test_said_twice_on_a_day_it_is_asked_once() -> None:
    assert days(silent(silences=(ON_WEDNESDAY, ON_WEDNESDAY)), NudgeKind.HAVE_NOT_MET)[:2] == [
        "Fri 06 Mar 09:30",
        ORDINARY[0],
    ]


def test_where_the_question_comes_anyhow_there_is_no_second_one() -> None:
    for said_on in (date(2026, 3, 17), date(2026, 3, 19), date(2026, 3, 24)):
        assert days(silent(silences=(SilenceSeen("tom", said_on),)), NudgeKind.HAVE_NOT_MET) == ORDINARY


def test_nothing_once_they_have_met_or_planned_to() -> None:
    met_since = silent(sessions=(met(date(2026, 3, 5)),))
    assert days(met_since, NudgeKind.HAVE_NOT_MET, until=MONDAY + timedelta(days=14)) == []
    plans = silent(sessions=(MET, planned(MONDAY + timedelta(days=3))))
    assert days(plans, NudgeKind.HAVE_NOT_MET, until=MONDAY + timedelta(days=9)) == []
    # What they had planned before, and nobody recorded, is no plan.
    assert days(silent(sessions=(MET, planned(MONDAY - timedelta(days=30)))), NudgeKind.HAVE_NOT_MET)[0][:10] == (
        "Fri 06 Mar"
    )


def test_it_waits_for_a_pause_to_end_and_goes_by_what_the_partner_wishes() -> None:
    rests = silent(pauses=(Pause(MONDAY, MONDAY + timedelta(days=7)),), state=PairState.PAUSED)
    assert days(rests, NudgeKind.HAVE_NOT_MET)[0] == "Wed 11 Mar 09:30"
    off = replace(TOM, kinds_off=frozenset({NudgeKind.HAVE_NOT_MET}))
    assert days(silent(mentee=off), NudgeKind.HAVE_NOT_MET) == []


@settings(max_examples=12)
@given(lives(), st.integers(-5, 15), st.booleans(), st.data())
def test_at_most_one_question_more_for_a_date_to_the_partner_and_at_no_bad_hour(
    life: tuple[datetime, tuple[Snapshot, ...]], day: int, to_mentor: bool, data: st.DataObject
) -> None:
    start, (usual, *others) = life
    asked, other = (usual.mentor, usual.mentee) if to_mentor else (usual.mentee, usual.mentor)
    said_on = start.date() + timedelta(days=day)
    again = data.draw(st.integers(1, 3))
    of = replace(usual, silences=(SilenceSeen(asked.person_id, said_on),) * again)
    watch = Watch.over(of, *others).follow(start, start + WEEKS)
    for now, message in watch.messages:
        check_hours(now, message, (of, *others))
    keys = [nudge.key for _, message in watch.messages for nudge in message.nudges]
    assert len(keys) == len(set(keys))
    asked_more = f"asked {said_on}"
    more = [(now, n) for now, m in watch.messages for n in m.nudges if n.key.occurrence == asked_more]
    assert len(more) <= 1
    for now, nudge in more:
        here = local(now, asked.hours.zone).date()
        assert here > said_on
        assert nudge.key.receiver == asked.person_id != other.person_id
        assert nudge.step == 1
        assert nudge.kind in (NudgeKind.FIRST_MEETING, NudgeKind.HAVE_NOT_MET)
        assert not of.last_met or of.last_met < said_on
        begins = of.diary(asked).begins(said_on)
        plans = [each.planned_at for each in of.sessions if each.state is SessionState.PLANNED]
        assert not any(at and at >= begins for at in plans)
    # Whoever said it sees nothing of it.
    theirs = Watch.over(usual, *others).follow(start, start + WEEKS)
    assert [each for each in theirs.said if each.to == other.person_id] == [
        each for each in watch.said if each.to == other.person_id
    ]
