"""Whatever is looked at whenever: in hours, within the budget, once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.hours import MONDAY_TO_FRIDAY, Hours, at_local, local
from mentoring.nudges.choose import Message
from mentoring.nudges.decide import decide, still_holds
from mentoring.nudges.diary import NUDGE_AT, SESSION_MARGIN, Pause
from mentoring.nudges.kinds import OF_SESSIONS
from mentoring.nudges.snapshot import AgreementSeen, FeedbackSeen, GoalSeen, Member, PromiseSeen, SessionSeen, Snapshot
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionKind, SessionState
from tests.mentoring.nudges.pairs import Watch

ZONES = (
    "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Adelaide", "Pacific/Apia", "Africa/Cairo",
    "America/Havana", "Asia/Beirut", "Pacific/Chatham", "America/St_Johns", "UTC",
)  # fmt: skip
# Some weeks around changes of clocks, and around the day that Samoa left out.
STARTS = tuple(datetime(*day, 10, tzinfo=UTC) for day in ((2011, 12, 21), (2026, 3, 2), (2026, 4, 15), (2026, 10, 20)))
WEEKS = timedelta(days=16)
HOURS = (
    (time(9), time(17)),
    (time(0), time(8)),
    (time(13), time(21)),
    (time(0, 15), time(9, 45)),
    (time(15), time(23, 45)),
)


@st.composite
def members(draw: st.DrawFn, name: str, start: datetime) -> Member:
    works_from, works_until = draw(st.sampled_from(HOURS))
    off = draw(st.frozensets(st.integers(0, 30), max_size=8))
    holidays = {start.date() + timedelta(days=n) for n in off}
    hours = Hours(draw(st.sampled_from(ZONES)), works_from, works_until, holidays)
    return Member(name, hours, wants_hour_before=draw(st.booleans()))


@st.composite
def sessions(draw: st.DrawFn, start: datetime, name: str) -> SessionSeen:
    """One that happened, or is or was to be, at a quarter of an hour."""
    at = start + timedelta(minutes=15 * draw(st.integers(-10 * 96, 16 * 96)))
    state = draw(st.sampled_from((SessionState.PLANNED, SessionState.PLANNED, *SessionState)))
    return SessionSeen(
        name, state, draw(st.sampled_from(SessionKind)), planned_at=at, arranged_at=min(at, start),
        happened_on=at.date(), changed_at=at,
    )  # fmt: skip


@st.composite
def snapshots(draw: st.DrawFn, start: datetime, name: str, mentor: Member, mentee: Member) -> Snapshot:
    begins = start + timedelta(hours=draw(st.integers(0, 20 * 24)))
    pauses = (Pause(begins, begins + timedelta(days=draw(st.integers(1, 9)))),) if draw(st.booleans()) else ()
    due = [start.date() + timedelta(days=n) for n in draw(st.lists(st.integers(2, 24), max_size=3))]
    owner = draw(st.sampled_from((mentor.person_id, mentee.person_id)))
    return Snapshot(
        name, PairState.ACTIVE, draw(st.sampled_from((7, 14, 20))), draw(st.sampled_from((1, 6))),
        start - timedelta(days=draw(st.integers(0, 20))), mentor, mentee, pauses=pauses,
        sessions=tuple(draw(sessions(start, f"{name} {n}")) for n in range(draw(st.integers(0, 2)))),
        promises=tuple(
            PromiseSeen(f"{name} {n}", owner, PromiseState.OPEN, day, start) for n, day in enumerate(due)
        ),
        goals=tuple(
            GoalSeen(
                f"{name} goal {n}", start.date() + timedelta(days=in_days), start - timedelta(draw(st.integers(0, 9)))
            )
            for n, in_days in enumerate(draw(st.lists(st.integers(-2, 24), max_size=2)))
        ),
        agreements=tuple(
            AgreementSeen(n, owner, is_agreed, start - timedelta(days=draw(st.integers(0, 60))), n)
            for n, is_agreed in enumerate(draw(st.sampled_from(((), (True,), (False,), (True, False)))), start=1)
        ),
        feedback=tuple(
            FeedbackSeen(f"{name} feedback {n}", owner, start + timedelta(hours=after), is_given=bool(n % 2))
            for n, after in enumerate(draw(st.lists(st.integers(0, 20 * 24), max_size=2)))
        ),
    )  # fmt: skip


@st.composite
def lives(draw: st.DrawFn) -> tuple[datetime, tuple[Snapshot, ...]]:
    """Zoe mentors Tom and, perhaps, Ada, too."""
    start = draw(st.sampled_from(STARTS))
    zoe = draw(members("zoe", start))
    mentees = [draw(members(name, start)) for name in ("tom", "ada")[: draw(st.integers(1, 2))]]
    return start, tuple(draw(snapshots(start, each.person_id, zoe, each)) for each in mentees)


@st.composite
def others(draw: st.DrawFn, start: datetime, pairs: tuple[Snapshot, ...], most: int = 40) -> list[datetime]:
    """Instants at which nobody needs to look: among them those at which clocks somewhere show the time of nudges."""
    zones = sorted({member.hours.zone for each in pairs for member in each.members})
    mornings = [
        at_local(start.date() + timedelta(days=n), at, zone)
        for n in range(WEEKS.days)
        for zone in zones
        for at in (NUDGE_AT, time(13))
    ]
    minutes = st.integers(0, WEEKS.days * 24 * 60).map(lambda n: start + timedelta(minutes=n))
    return sorted(draw(st.lists(st.one_of(st.sampled_from(mornings), minutes), max_size=most)))


def check_hours(now: datetime, message: Message, pairs: Iterable[Snapshot]) -> None:
    """It goes to somebody in their hours, or around them if it is about sessions; on no day off, in no pause."""
    by_id = {each.pair_id: each for each in pairs}
    for nudge in message.nudges:
        of = by_id[nudge.pair_id]
        hours = next(member.hours for member in of.members if member.person_id == message.receiver)
        here = local(now, hours.zone)
        assert here.weekday() in MONDAY_TO_FRIDAY
        assert here.date() not in hours.holidays
        assert not any(pause.since <= now < pause.until for pause in of.pauses)
        assert now < message.open_until
        if nudge.kind in OF_SESSIONS:
            earlier = here.date() - timedelta(days=1), here.date(), here.date() + timedelta(days=1)
            opens = [at_local(day, hours.works_from, hours.zone) - SESSION_MARGIN for day in earlier]
            closes = [at_local(day, hours.works_until, hours.zone) + SESSION_MARGIN for day in earlier]
            assert any(opens[n] <= now < closes[n] for n in range(3))
        else:
            assert hours.works_from <= here.time() < hours.works_until


def check_budget(watch: Watch) -> None:
    """Nobody gets two messages on one day or four in seven, those about sessions apart; and nothing twice."""
    for person in watch.people:
        counted = sorted(
            message.day
            for _, message in watch.messages
            if message.receiver == person and any(nudge.kind not in OF_SESSIONS for nudge in message.nudges)
        )
        assert all(one < other for one, other in pairwise(counted))
        assert all(later - earlier >= timedelta(days=7) for earlier, later in zip(counted, counted[3:], strict=False))
    said = Counter(nudge.key for _, message in watch.messages for nudge in message.nudges)
    assert all(count == 1 for count in said.values())
    # Nor the same under another name.
    meant = Counter(
        (key.kind, key.subject, nudge.step, key.receiver)
        for _, message in watch.messages
        for nudge in message.nudges
        for key in (nudge.key,)
    )
    assert all(count == 1 for count in meant.values())


def said_at(watch: Watch) -> list[tuple[datetime, str, tuple[object, ...]]]:
    return sorted((now, message.receiver, tuple(n.key for n in message.nudges)) for now, message in watch.messages)


@settings(max_examples=12)
@given(lives(), st.booleans(), st.data())
def test_looking_when_the_rules_say_is_enough_and_looking_oftener_changes_nothing(
    life: tuple[datetime, tuple[Snapshot, ...]], answers: bool, data: st.DataObject
) -> None:
    start, pairs = life
    named = Watch.over(*pairs, answers=answers).follow(start, start + WEEKS)
    oftener = Watch.over(*pairs, answers=answers).follow(start, start + WEEKS, data.draw(others(start, pairs)))
    assert said_at(named) == said_at(oftener)
    for now, message in named.messages:
        check_hours(now, message, pairs)
    check_budget(named)


@settings(max_examples=25)
@given(lives(), st.data())
def test_looking_at_any_instants_in_any_order_says_nothing_twice_and_nothing_at_a_bad_hour(
    life: tuple[datetime, tuple[Snapshot, ...]], data: st.DataObject
) -> None:
    """An outage leaves some out; a clock that is set forward and back has some come before their time."""
    start, pairs = life
    looks = data.draw(others(start, pairs))
    watch = Watch.over(*pairs).look_at_all(data.draw(st.permutations(looks)))
    for now, message in watch.messages:
        check_hours(now, message, pairs)
    check_budget(watch)


@settings(max_examples=10)
@given(lives(), st.data())
def test_a_clock_that_jumped_and_came_back_loses_nothing(
    life: tuple[datetime, tuple[Snapshot, ...]], data: st.DataObject
) -> None:
    """What had not been said by the wrong clock is said when its time really comes, unless the week is full."""
    start, pairs = life
    jump = timedelta(days=data.draw(st.integers(40, 400)))
    right = Watch.over(*pairs).follow(start, start + WEEKS)
    wrong = Watch.over(*pairs)
    wrong.look(start + jump)
    by_wrong_clock = {nudge.key for _, message in wrong.messages for nudge in message.nudges}
    wrong.follow(start, start + WEEKS)
    by_right_clock = {nudge.key for _, message in right.messages for nudge in message.nudges}
    said = {nudge.key for _, message in wrong.messages for nudge in message.nudges}
    assert said == by_right_clock | by_wrong_clock
    check_budget(wrong)


@settings(max_examples=12)
@given(lives(), st.lists(st.tuples(st.integers(0, 16 * 24), st.sampled_from(ZONES)), max_size=6))
def test_whoever_travels_is_told_nothing_twice_and_one_message_a_day(
    life: tuple[datetime, tuple[Snapshot, ...]], journeys: list[tuple[int, str]]
) -> None:
    start, pairs = life
    watch, now = Watch.over(*pairs), start
    for hours, zone in sorted(journeys):
        watch.follow(now, max(now, start + timedelta(hours=hours)))
        now = max(now, start + timedelta(hours=hours))
        for name, each in watch.pairs.items():
            moved = replace(each.mentor, hours=replace(each.mentor.hours, zone=zone))
            watch.pairs[name] = replace(each, mentor=moved)
    watch.follow(now, start + WEEKS)
    check_budget(watch)


@settings(max_examples=20)
@given(lives(), st.integers(0, 16 * 24 * 60))
def test_what_was_just_chosen_still_holds(life: tuple[datetime, tuple[Snapshot, ...]], minutes: int) -> None:
    start, pairs = life
    watch = Watch.over(*pairs)
    for now in (start + timedelta(minutes=minutes), start + timedelta(days=8, minutes=minutes)):
        for message in watch.look(now):
            assert all(still_holds(nudge, watch.pairs[nudge.pair_id], now) for nudge in message.nudges)
            assert not all(still_holds(n, watch.pairs[n.pair_id], message.open_until) for n in message.nudges)


@settings(max_examples=30)
@given(lives(), st.integers(-60, 900))
def test_there_is_always_a_next_look_until_the_last_echo(
    life: tuple[datetime, tuple[Snapshot, ...]], days: int
) -> None:
    start, pairs = life
    now = start + timedelta(days=days)
    for each in pairs:
        look_at = decide(each, now).look_at
        assert look_at is not None or now > start + timedelta(days=365)
        assert look_at is None or now < look_at <= now + timedelta(days=32)


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("Pacific/Apia", datetime(2011, 12, 28, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 3, 6, tzinfo=UTC)),
        ("Africa/Cairo", datetime(2026, 4, 22, tzinfo=UTC)),
        ("Australia/Adelaide", datetime(2026, 10, 2, tzinfo=UTC)),
    ],
)
def test_every_quarter_of_an_hour_is_looked_at_in_vain(zone: str, start: datetime) -> None:
    """On a fine grid over days in which clocks change: nothing is found that the named instants do not find."""
    hours = Hours(zone, time(0), time(8), {start.date() + timedelta(days=1)})
    met = SessionSeen("met", SessionState.HAPPENED, happened_on=start.date() - timedelta(days=9))
    soon = SessionSeen("soon", SessionState.PLANNED, planned_at=start + timedelta(days=2, hours=8), arranged_at=start)
    promise = PromiseSeen("read", "tom", PromiseState.OPEN, start.date() + timedelta(days=8), start)
    tom, zoe = Member("tom", hours), Member("zoe", replace(hours, zone="Asia/Kathmandu"), wants_hour_before=True)
    one = Snapshot("one", PairState.ACTIVE, 7, 6, start, tom, zoe, sessions=(soon,), promises=(promise,))
    two = replace(one, pair_id="two", sessions=(met,), promises=())
    grid = [start + timedelta(minutes=15 * n) for n in range(4 * 96)]
    seen = said_at(Watch.over(one, two).look_at_all(grid))
    assert len(seen) >= 2
    assert seen == said_at(Watch.over(one, two).follow(start, grid[-1]))
