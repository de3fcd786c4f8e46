"""Ticks: they run at their interval, wake at once, survive failures and stop cleanly."""

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.ticks import Tick, Ticks

SELDOM = timedelta(hours=1)
OFTEN = timedelta(milliseconds=20)
Starter = Callable[..., Ticks]


class Clock:
    """The machine's clock, until it is set."""

    def __init__(self) -> None:
        self.shift = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.shift  # noqa: TID251 - APScheduler reads this clock itself


class Work:
    """A drain that counts its passes and can be held, be told to fail, and be waited for."""

    def __init__(self) -> None:
        self.passes = 0
        self.more_for = 0
        self.fails = False
        self.gate = asyncio.Event()
        self.gate.set()
        self._changed = asyncio.Condition()

    async def __call__(self) -> bool:
        async with self._changed:
            self.passes += 1
            self._changed.notify_all()
        if self.fails:
            raise RuntimeError("The database is away.")
        await self.gate.wait()
        return self.passes < self.more_for

    async def reached(self, passes: int) -> None:
        async with asyncio.timeout(5), self._changed:
            await self._changed.wait_for(lambda: self.passes >= passes)


@pytest.fixture
async def start() -> AsyncIterator[Starter]:
    started: list[Ticks] = []

    def starter(*ticks: Tick, clock: Callable[[], datetime] | None = None) -> Ticks:
        ticks_ = Ticks(ticks, clock or Clock())
        ticks_.start()
        started.append(ticks_)
        return ticks_

    yield starter
    for ticks_ in started:
        await ticks_.stop(within=0)


async def test_runs_at_once_and_then_at_its_interval(start: Starter) -> None:
    work = Work()
    start(Tick("work", work, OFTEN))
    await work.reached(3)


async def test_is_woken_long_before_its_interval(start: Starter) -> None:
    work = Work()
    tick = Tick("work", work, SELDOM)
    start(tick)
    await work.reached(1)
    for passes in range(2, 50):
        tick.wake()
        await work.reached(passes)


async def test_a_wake_up_during_a_pass_brings_one_more_pass_and_no_second_one_beside_it(start: Starter) -> None:
    work = Work()
    work.gate.clear()
    tick = Tick("work", work, SELDOM)
    ticks = start(tick)
    await work.reached(1)
    tick.wake()
    tick.wake()
    await asyncio.sleep(0)
    assert work.passes == 1
    work.gate.set()
    await work.reached(2)
    assert await ticks.stop(within=5) == []
    assert work.passes == 2


async def test_goes_on_while_there_is_more(start: Starter) -> None:
    work = Work()
    work.more_for = 5
    ticks = start(Tick("work", work, SELDOM))
    await work.reached(5)
    assert await ticks.stop(within=5) == []
    assert work.passes == 5


async def test_a_failing_tick_is_logged_and_tries_again(start: Starter, caplog: pytest.LogCaptureFixture) -> None:
    work = Work()
    work.fails = True
    tick = Tick("work", work, OFTEN)
    start(tick)
    await work.reached(2)
    begun = tick.last_finished
    work.fails = False
    await work.reached(4)
    assert "tick work failed" in caplog.text
    assert tick.last_finished > begun


async def test_a_stop_waits_for_the_pass_and_begins_no_other(start: Starter) -> None:
    work = Work()
    work.more_for = 100
    work.gate.clear()
    tick = Tick("work", work, OFTEN)
    ticks = start(tick)
    await work.reached(1)
    stopping = asyncio.create_task(ticks.stop(within=5))
    await asyncio.sleep(0)
    assert not stopping.done()
    work.gate.set()
    assert await stopping == []
    tick.wake()
    assert work.passes == 1


async def test_a_rush_of_wake_ups_is_few_looks_and_none_is_lost(start: Starter) -> None:
    work = Work()
    tick = Tick("rush", work, SELDOM, rest=timedelta(milliseconds=200))
    start(tick)
    await work.reached(1)
    for _ in range(20):
        tick.wake()
        # Long enough for a pass, were there no rest.
        await asyncio.gather(*(asyncio.sleep(0) for _ in range(5)))
    await work.reached(2)
    assert work.passes == 2


async def test_a_stop_cancels_what_does_not_end_in_time(start: Starter) -> None:
    work, other = Work(), Work()
    work.gate.clear()
    ticks = start(Tick("stuck", work, SELDOM), Tick("idle", other, SELDOM))
    await work.reached(1)
    assert await ticks.stop(within=0.01) == ["stuck"]


async def test_a_stuck_tick_is_late_and_a_working_one_is_not(start: Starter) -> None:
    stuck, working = Work(), Work()
    stuck.gate.clear()
    ticks = start(Tick("stuck", stuck, OFTEN), Tick("working", working, OFTEN))
    assert ticks.late(SELDOM) == []
    async with asyncio.timeout(5):
        while ticks.late(timedelta(milliseconds=200)) != ["stuck"]:
            await working.reached(working.passes + 1)


async def test_an_exception_inside_the_scheduler_does_not_stop_it(
    start: Starter, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.ticks.TRY_AGAIN", 0.01)
    failed = asyncio.Event()
    broken = True

    def clock() -> datetime:
        if broken:
            failed.set()
            raise OSError("The clock cannot be read.")
        return datetime.now(UTC)  # noqa: TID251 - APScheduler reads this clock itself

    work = Work()
    start(Tick("work", work, OFTEN), clock=clock)
    await asyncio.wait_for(failed.wait(), timeout=5)
    broken = False
    await work.reached(work.passes + 2)
    assert "the scheduler failed" in caplog.text


async def test_a_clock_that_is_set_back_does_not_make_a_tick_wait_for_it(start: Starter) -> None:
    work = Work()
    clock = Clock()
    tick = Tick("work", work, timedelta(milliseconds=200))
    ticks = start(tick, clock=clock)
    await work.reached(1)
    # To APScheduler, which reads the machine's own clock, this is the same as that clock set back by two hours.
    ticks._scheduler.get_job("work").modify(next_run_time=clock() + timedelta(hours=2))
    await work.reached(2)
