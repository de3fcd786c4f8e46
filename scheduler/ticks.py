"""Time comes in: a few jobs that run at intervals, and at once when they are woken."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)

# True, or a number above nought: there may be more.
Drain = Callable[[], Awaitable[bool | int | None]]

REST = timedelta(milliseconds=50)

# After a failed pass of APScheduler's own, in seconds.
TRY_AGAIN = 1.0


class Tick:
    """Work that looks, every so often, whether something is due, and does it. Never twice at the same time.

    Args:
        name: What it is called in the log and in `/healthz`.
        drain: Does what is due. True: there may be more, so it is called again at once. A long drain is better returned
            from now and then: a stop waits for it, and `/healthz` tells a working tick from a stuck one by it.
        every: How long to rest when nobody wakes it.
        rest: How long to rest all the same, so that a rush of wake-ups is one look and not hundreds.
        first: How long after the start to look for the first time, unless it is woken before.

    Attributes:
        last_finished: The loop's time, in seconds, at which `drain` last returned; at first, that of the start.
    """

    def __init__(
        self, name: str, drain: Drain, every: timedelta, rest: timedelta = REST, first: timedelta = timedelta()
    ) -> None:
        self.name = name
        self.every = every
        self.first = first
        self._rest = rest.total_seconds()
        self.last_finished = 0.0
        self._drain = drain
        self._woken = False
        self._listens = False
        self._passes: asyncio.Task[None] | None = None
        self._rests_until = 0.0
        self._after_rest: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Look for the first time, if that is to be now. Until now, a wake-up changed nothing."""
        self._listens = True
        self.last_finished = asyncio.get_running_loop().time()
        if not self.first:
            self.wake()

    def wake(self) -> None:
        """Look at once; or, when it is at work or has just been, once more after that. Needs a running event loop."""
        self._woken = True
        if not self._listens or self._passes or self._after_rest:
            return
        loop = asyncio.get_running_loop()
        if loop.time() < self._rests_until:
            self._after_rest = loop.call_at(self._rests_until, self._begin)
        else:
            self._begin()

    @property
    def is_at_work(self) -> bool:
        """Whether it looks, or is about to."""
        return bool(self._passes or self._after_rest)

    async def catch_up(self) -> None:
        """Do what it was woken for without resting first, and wait until that is done."""
        while self.is_at_work:
            if self._after_rest:
                self._after_rest.cancel()
                self._begin()
            if self._passes:
                await asyncio.wait({self._passes})

    async def stop(self, within: float) -> bool:
        """Let it finish the pass it is in, and begin no other.

        Args:
            within: Seconds, after which the pass is cancelled.

        Returns:
            Whether it finished by itself.
        """
        self._listens = False
        if self._after_rest:
            self._after_rest.cancel()
        if self._passes is None:
            return True
        passes = self._passes
        done, _ = await asyncio.wait({passes}, timeout=within)
        if not done:
            passes.cancel()
            await asyncio.wait({passes})
        return bool(done)

    def _begin(self) -> None:
        self._after_rest = None
        self._passes = asyncio.create_task(self._run_passes(), name=f"tick {self.name}")

    async def _run_passes(self) -> None:
        more: bool | int | None = True
        try:
            while more and self._listens:
                self._woken = False
                more = await self._drain()
                self.last_finished = asyncio.get_running_loop().time()
        except Exception:
            log.exception("tick %s failed; it tries again within %s", self.name, self.every)
        finally:
            # Nothing is awaited since `_woken` was reset: a wake-up was either seen or starts anew.
            self._passes = None
            self._rests_until = asyncio.get_running_loop().time() + self._rest
            if self._woken:
                self.wake()


class Ticks:
    """All ticks of a process, on one APScheduler.

    Args:
        ticks: What to run.
        machine_now: The machine's clock, by which APScheduler goes; not the one that the playground shifts.
    """

    def __init__(self, ticks: Sequence[Tick], machine_now: Callable[[], datetime]) -> None:
        self.ticks = tuple(ticks)
        self._scheduler = _GuardedScheduler(machine_now)

    def start(self) -> None:
        """Run every tick now, or when it is to run first, and then at its interval. Needs a running event loop."""
        for tick in self.ticks:
            tick.start()
            self._scheduler.add_job(
                _wake,
                "interval",
                args=[tick],
                id=tick.name,
                seconds=tick.every.total_seconds(),
                **({"next_run_time": self._scheduler.machine_now() + tick.first} if tick.first else {}),
                misfire_grace_time=None,
                coalesce=True,
                max_instances=1,
            )
        self._scheduler.start()

    @property
    def is_at_work(self) -> bool:
        """Whether any tick looks, or is about to."""
        return any(tick.is_at_work for tick in self.ticks)

    async def catch_up(self) -> None:
        """Wait until every tick has done what it was woken for."""
        while self.is_at_work:
            for tick in self.ticks:
                await tick.catch_up()

    async def stop(self, within: float) -> list[str]:
        """Begin nothing new, wait for what runs, then end.

        Args:
            within: Seconds, after which what still runs is cancelled.

        Returns:
            The names of the ticks that had to be cancelled.
        """
        finished = await asyncio.gather(*(tick.stop(within) for tick in self.ticks))
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # it ends in the loop's next turn
        return [tick.name for tick, by_itself in zip(self.ticks, finished, strict=True) if not by_itself]

    def late(self, patience: timedelta) -> list[str]:
        """The names of the ticks whose last pass ended longer ago than their interval and some patience."""
        now = asyncio.get_running_loop().time()
        return [tick.name for tick in self.ticks if now - tick.last_finished > (tick.every + patience).total_seconds()]


async def _wake(tick: Tick) -> None:
    # A coroutine, because APScheduler runs anything else in a thread.
    tick.wake()


class _GuardedScheduler(AsyncIOScheduler):  # type: ignore[misc] # APScheduler has no types
    """APScheduler, kept going.

    One exception while it looks through its jobs would stop it for ever, though it still says `running`. And a clock
    that is set back would leave its jobs waiting for a time that is far away.
    """

    def __init__(self, machine_now: Callable[[], datetime]) -> None:
        super().__init__(timezone=UTC)
        self.machine_now = machine_now

    def _process_jobs(self) -> float | None:
        try:
            self._forget_far_times()
            wait: float | None = super()._process_jobs()
        except Exception:
            log.exception("the scheduler failed; it tries again in %s s", TRY_AGAIN)
            return TRY_AGAIN
        return wait

    def _forget_far_times(self) -> None:
        now = self.machine_now()
        jobs: Sequence[Any] = self.get_jobs()
        for job in jobs:
            if job.next_run_time - now > job.trigger.interval:
                job.modify(next_run_time=now)
