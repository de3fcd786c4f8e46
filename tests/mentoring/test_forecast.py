"""What will be said if nothing else happens is what is said when nothing else happens."""

from datetime import date, datetime, timedelta

from hypothesis import given, settings

from mentoring.forecast import forecast
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Member, Snapshot
from tests.mentoring.nudges.pairs import MONDAY, Watch, met, pair, planned
from tests.mentoring.nudges.test_properties import WEEKS, lives
from tests.mentoring.test_hours import there, works


def test_it_reads_like_a_diary_of_the_weeks_to_come() -> None:
    """Zoe mentors Tom, whom she meets on Wednesday; and Mia in New York, whom she has not met at all."""
    mia = Member("mia", works("America/New_York"))
    wednesday = there("Europe/London", 2026, 3, 11, 14, 0)
    pairs = [pair(sessions=(met(date(2026, 2, 25)), planned(wednesday))), pair(pair_id="zoe and mia", mentee=mia)]
    foreseen = [
        (f"{each.at:%a %d %b %H:%M}", each.message.receiver, [nudge.kind.value for nudge in each.message.nudges])
        for each in forecast(pairs, MONDAY, MONDAY + timedelta(weeks=2))
    ]
    assert foreseen == [
        ("Wed 04 Mar 09:30", "tom", ["between sessions"]),
        ("Thu 05 Mar 09:30", "zoe", ["first meeting"]),
        ("Thu 05 Mar 14:30", "mia", ["first meeting"]),
        # A week after both began.
        ("Mon 09 Mar 09:30", "tom", ["agreement"]),
        ("Mon 09 Mar 09:30", "zoe", ["first meeting", "agreement", "agreement"]),
        ("Mon 09 Mar 13:30", "mia", ["first meeting", "agreement"]),
        ("Tue 10 Mar 09:30", "tom", ["before session"]),
        ("Tue 10 Mar 09:30", "zoe", ["before session"]),
        ("Wed 11 Mar 15:30", "tom", ["after session"]),
        ("Wed 11 Mar 15:30", "zoe", ["after session"]),
    ]


def test_it_ends_before_its_end() -> None:
    thursday = there("Europe/London", 2026, 3, 5, 9, 30)
    assert list(forecast([pair()], MONDAY, thursday)) == []
    assert {each.at for each in forecast([pair()], MONDAY, thursday + timedelta(seconds=1))} == {thursday}


def test_what_is_due_at_the_start_is_in_it() -> None:
    thursday = there("Europe/London", 2026, 3, 5, 9, 30)
    assert [each.at for each in forecast([pair()], thursday, thursday + timedelta(days=1))] == [thursday, thursday]


def test_what_was_told_already_is_not_in_it() -> None:
    told = Watch.over(pair(), answers=False).follow(until=MONDAY + timedelta(days=5)).pairs["zoe and tom"]
    foreseen = [nudge for each in forecast([told], MONDAY, MONDAY + WEEKS) for nudge in each.message.nudges]
    assert [nudge.step for nudge in foreseen if nudge.kind is NudgeKind.FIRST_MEETING] == [2, 2]


def test_of_nobody_nothing_is_foreseen() -> None:
    assert list(forecast([], MONDAY, MONDAY + WEEKS)) == []


@settings(max_examples=8)
@given(lives())
def test_it_comes_true(life: tuple[datetime, tuple[Snapshot, ...]]) -> None:
    start, pairs = life
    watch = Watch.over(*pairs, answers=False).follow(start, start + WEEKS)
    foreseen = [(each.at, each.message) for each in forecast(pairs, start, start + WEEKS)]
    in_order = sorted(watch.messages, key=lambda each: (each[0], each[1].receiver))
    assert sorted(foreseen, key=lambda each: (each[0], each[1].receiver)) == in_order
    assert [at for at, _ in foreseen] == sorted(at for at, _ in foreseen)
