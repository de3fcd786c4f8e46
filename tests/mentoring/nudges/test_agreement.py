"""When the agreement is asked for, answered and looked at again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.nudges.agreement import agreement
from mentoring.nudges.decide import overtaken
from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import AgreementSeen, Key, Member
from tests.mentoring.nudges.pairs import IN_AUTUMN, LONDON, MONDAY, TOM, Watch, days, pair
from tests.mentoring.test_hours import there, works

AGREED = AgreementSeen(1, "tom", is_agreed=True, since=MONDAY + timedelta(days=3))
BY_TOM = AgreementSeen(2, "tom", is_agreed=False, since=MONDAY + timedelta(days=10))


def told(to: str, *agreements: AgreementSeen, **facts: object) -> list[str]:
    return days(pair(agreements=agreements, **facts), NudgeKind.AGREEMENT, to, until=IN_AUTUMN)


@pytest.mark.parametrize("to", ["tom", "zoe"])
def test_both_are_asked_for_one_7_days_after_the_start_and_not_again(to: str) -> None:
    # On that day it goes into the message which asks for a first meeting.
    assert told(to) == ["Mon 09 Mar 09:30"]


@pytest.mark.parametrize("to", ["tom", "zoe"])
def test_what_was_agreed_is_looked_at_again_every_8_weeks_until_they_wrap_up(to: str) -> None:
    assert told(to, AGREED) == ["Thu 30 Apr 09:30", "Thu 25 Jun 09:30"]
    # Eight weeks later is too near their end; who goes on is asked then as well.
    assert told(to, AGREED, length_months=9)[2:] == ["Thu 20 Aug 09:30"]


def test_days_in_which_the_pair_rests_do_not_count() -> None:
    rests = (Pause(there(LONDON, 2026, 3, 4, 12, 0), there(LONDON, 2026, 3, 18, 0, 0)),)
    assert told("tom", pauses=rests) == ["Mon 23 Mar 09:30"]
    # They agreed while they rested, so thirteen days of it are left out.
    assert told("tom", AGREED, pauses=rests)[0] == "Wed 13 May 09:30"


@pytest.mark.parametrize("also", [(), (AGREED,)])
def test_while_one_waits_only_whoever_it_waits_for_is_asked(also: tuple[AgreementSeen, ...]) -> None:
    assert told("tom", BY_TOM, *also) == []
    # A week after it was proposed, then as seldom as one that holds is looked at.
    assert told("zoe", BY_TOM, *also) == ["Thu 19 Mar 09:30", "Thu 07 May 09:30", "Thu 02 Jul 09:30"]


def test_whoever_says_that_it_is_right_has_both_asked_anew_from_then_on() -> None:
    watch = Watch.over(pair(agreements=(AGREED,))).follow(until=there(LONDON, 2026, 5, 4, 12, 0))
    asked = [Key(NudgeKind.AGREEMENT, "zoe and tom", "agreed 1 0 1", to) for to in ("tom", "zoe")]
    now = there(LONDON, 2026, 5, 4, 12, 0)
    confirmed = replace(AGREED, since=now, confirmations=1)
    watch.pairs["zoe and tom"] = replace(watch.pairs["zoe and tom"], agreements=(confirmed,))
    assert overtaken(asked, watch.pairs["zoe and tom"], now) == set(asked)
    watch.follow(now, IN_AUTUMN)
    for to in ("tom", "zoe"):
        assert watch.days(NudgeKind.AGREEMENT, to) == ["Thu 30 Apr 09:30", "Mon 29 Jun 09:30"]


@given(
    zone=st.sampled_from([LONDON, "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"]),
    agreements=st.sampled_from([(), (AGREED,), (BY_TOM,), (AGREED, BY_TOM)]),
    rest=st.none() | st.tuples(st.integers(0, 100), st.integers(1, 60)),
)
def test_wherever_somebody_moves_and_however_long_they_rest_each_question_keeps_its_name(
    zone: str, agreements: tuple[AgreementSeen, ...], rest: tuple[int, int] | None
) -> None:
    """So that none is asked twice. A rest may only add some at the far end, since the pair then lasts longer."""
    before = {occasion.key for occasion in agreement(pair(agreements=agreements))}
    begins = MONDAY + timedelta(days=rest[0]) if rest else MONDAY
    pauses = (Pause(begins, begins + timedelta(days=rest[1])),) if rest else ()
    moved = pair(agreements=agreements, pauses=pauses, mentee=Member(TOM.person_id, works(zone)))
    after = list(agreement(moved))
    assert before <= {occasion.key for occasion in after}
    assert len({occasion.key for occasion in after}) == len(after)
