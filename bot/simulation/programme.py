"""The course of a made-up programme: its clock, what is due, and what its people do about it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from sqlalchemy import bindparam, func, select, update

from bot.simulation.agreements import look_at_agreement
from bot.simulation.horizon import check_horizon
from bot.simulation.people import LENGTHS, ORGANISER, RHYTHMS, WORKSPACE, Dice, Habits, couples, profile
from bot.simulation.reviews import look_back
from mentoring.hours import local
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairState, PairValues
from mentoring.people import Actor
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.refusals import Refusal, Refusals
from mentoring.sessions import CheckInValues, SessionState
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.log_check_in import log_check_in
from services.look_at_pairs import BATCH, look_at_pairs
from services.propose_pair import propose_pair
from services.update_promises import update_promises
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Promise, Session
from storage.store import Store
from storage.transaction import Transaction

AN_HOUR = timedelta(hours=1)
AFTER_A_SESSION = timedelta(minutes=75)
ASKS_TO_MEET = {NudgeKind.FIRST_MEETING.value, NudgeKind.HAVE_NOT_MET.value}
PROMISED_FOR = timedelta(days=10)

# Made once: making a statement takes longer than running it.
SEND = (
    update(Delivery)
    .where(Delivery.state == DeliveryState.PENDING, Delivery.not_before <= bindparam("now"))
    .values(state=DeliveryState.SENT, ended_at=bindparam("now"), channel="D0SIMULATED", ts="1.0")
    .returning(Delivery.id)
    .execution_options(synchronize_session=False)
)
SAID = select(Notice.id, Notice.kind, Notice.subject, Notice.receiver, Notice.pair_id).where(
    Notice.delivery_id.in_(bindparam("posts", expanding=True)), Notice.day.is_not(None)
)
FIRST_LOOK = select(func.min(Pair.look_at))


@dataclass(order=True)
class _Planned:
    at: datetime
    number: int
    kind: str = field(compare=False)
    pair: "_Pair" = field(compare=False)
    subject: str | None = field(compare=False, default=None)


@dataclass
class _Pair:
    id: str
    mentor: str
    mentee: str
    zone: str
    rhythm_days: int
    meets_on: datetime | None = None


class MadeUpProgramme:
    """Pairs that meet, forget, are nudged, and answer or do not.

    What is sent counts as sent at once; nobody is written to.

    Args:
        store: An empty database with the newest schema.
        pairs: How many.
        start: When both of each pair accept; a working day is best.
        habits: How people behave.
        seed: Of the dice.
    """

    def __init__(self, store: Store, pairs: int, start: datetime, habits: Habits, seed: int = 0) -> None:
        self.now = start
        self.start = start
        self.store = store
        self._services = Services(store, lambda: self.now, lambda: None)
        self._couples = couples(pairs)
        self._habits = habits
        self._dice = Dice(seed)
        self._ahead: list[_Planned] = []
        self._numbers = count(1)
        self._pairs: dict[str, _Pair] = {}
        self._users: dict[str, str] = {}

    async def begin(self) -> None:
        """Have all of them paired, and accept."""
        await ensure_workspace(self._services, Installed(WORKSPACE, "Simulated", "U0RAPPORT"))
        await become_organiser(self._services, WORKSPACE, profile(ORGANISER, 3))
        for mentor, mentee in self._couples:
            rhythm = self._dice.one_of(RHYTHMS)
            values = PairValues(mentor.user, mentee.user, rhythm)
            organiser = Actor(WORKSPACE, ORGANISER)
            await propose_pair(self._services, organiser, values, mentor, mentee, self._form())
            pair_id = await self._newest_pair()
            for side in (mentor, mentee):
                await answer_invitation(self._services, Actor(WORKSPACE, side.user), pair_id, accepts=True)
            pair = self._pairs[pair_id] = _Pair(pair_id, mentor.user, mentee.user, mentee.time_zone or "UTC", rhythm)
            if self._dice.falls(self._habits.meets):
                self._meet(pair, 1, 6)
        await self.store.write(self._set_lengths)
        rows = await self.store.read(self._read_people)
        self._users = dict(rows)

    async def live_until(self, end: datetime, progress: Callable[[datetime], None]) -> None:
        """Let time pass; `progress` hears of each instant at which something happened."""
        while (at := await self._next()) and at < end:
            # Whatever falls into one hour is looked at together, as by a loop that is late: looks are what costs most.
            self.now = max(self.now, at)
            while self._ahead and self._ahead[0].at <= self.now:
                await self._carry_out(heappop(self._ahead))
            found = BATCH
            while found == BATCH:
                found = await look_at_pairs(self._services)
            await self._read_nudges()
            progress(self.now)
        self.now = end

    async def _next(self) -> datetime | None:
        look = await self.store.glance(lambda tx: tx.scalar(FIRST_LOOK))
        times = [*([look] if look else []), *([self._ahead[0].at] if self._ahead else [])]
        return _rounded_up(min(times)) if times else None

    def _meet(self, pair: _Pair, first: int, last: int) -> None:
        """They will meet, unless they are to meet anyway."""
        if pair.meets_on is None or pair.meets_on <= self.now:
            pair.meets_on = self._dice.day_after(self.now, pair.zone, first, last)
            self._plan(pair.meets_on, "meet", pair)

    def _plan(self, at: datetime, kind: str, pair: _Pair, subject: str | None = None) -> None:
        heappush(self._ahead, _Planned(at, next(self._numbers), kind, pair, subject))

    async def _carry_out(self, planned: _Planned) -> None:
        try:
            if planned.kind == "keep":
                await self._keep_promise(planned.pair, planned.subject or "")
            elif planned.kind == "agree":
                actor = Actor(WORKSPACE, planned.subject or "")
                await look_at_agreement(self._services, actor, planned.pair.id, self._form())
            elif planned.kind == "answer":
                actor = Actor(WORKSPACE, planned.subject or "")
                await check_horizon(self._services, actor, planned.pair.id, self._dice, self._form())
            elif planned.kind == "look back":
                actor = Actor(WORKSPACE, planned.subject or "")
                await look_back(self._services, actor, planned.pair.id, self._form())
            else:
                await self._log(planned.pair, planned.subject)
        except (Refusal, Refusals):
            # The pair has ended, or somebody was quicker.
            return

    async def _log(self, pair: _Pair, session: str | None) -> None:
        """The mentee records a session, and perhaps plans the next."""
        plans = self._dice.falls(self._habits.plans)
        due = max(1, pair.rhythm_days - 2)
        next_at = self._dice.day_after(self.now, pair.zone, due, pair.rhythm_days + 1) if plans else None
        values = CheckInValues(
            pair.id, local(self.now, pair.zone).date(), session, is_new=session is None,
            my_promises=("Try it out",) if self._dice.falls(0.3) else (), next_at=next_at,
        )  # fmt: skip
        await log_check_in(self._services, Actor(WORKSPACE, pair.mentee), values, self._form())
        if values.my_promises:
            await self._date_promise(pair)
        if next_at:
            pair.meets_on = next_at
            if self._dice.falls(self._habits.meets):
                self._plan(next_at + AFTER_A_SESSION, "log", pair, await self._planned_session(pair))
        elif self._dice.falls(self._habits.meets):
            self._meet(pair, due, pair.rhythm_days + 2)

    async def _date_promise(self, pair: _Pair) -> None:
        query = select(Promise.id).where(Promise.pair_id == pair.id, Promise.state == PromiseState.OPEN.value)
        promise = await self.store.glance(lambda tx: tx.scalar(query.where(Promise.due_on.is_(None)).limit(1)))
        if promise:
            due = Standing(local(self.now, pair.zone).date() + PROMISED_FOR)
            values = [PromiseValues(promise, due, Standing())]
            await update_promises(self._services, Actor(WORKSPACE, pair.mentee), values, self._form())

    async def _keep_promise(self, pair: _Pair, promise_id: str) -> None:
        due_on = await self.store.glance(lambda tx: tx.scalar(select(Promise.due_on).where(Promise.id == promise_id)))
        values = [PromiseValues(promise_id, Standing(due_on, PromiseState.DONE), Standing(due_on))]
        await update_promises(self._services, Actor(WORKSPACE, pair.mentee), values, self._form())

    async def _read_nudges(self) -> None:
        """What is due counts as sent; whoever was nudged does something about it, or does not."""
        new = await self.store.write(self._send)
        for kind, subject, receiver, pair_id in new:
            pair = self._pairs[pair_id]
            if not self._dice.falls(self._habits.answers):
                continue
            if kind in ASKS_TO_MEET:
                self._meet(pair, 1, 5)
            elif kind == NudgeKind.AFTER_SESSION:
                self._plan(self.now + AFTER_A_SESSION, "log", pair, subject)
            elif kind == NudgeKind.AGREEMENT:
                self._plan(self.now + AFTER_A_SESSION, "agree", pair, self._users.get(receiver))
            elif kind == NudgeKind.HORIZON:
                self._plan(self.now + AFTER_A_SESSION, "answer", pair, self._users.get(receiver))
            elif kind in (NudgeKind.WRAP_UP, NudgeKind.ECHO):
                self._plan(self.now + AFTER_A_SESSION, "look back", pair, self._users.get(receiver))
            elif kind == NudgeKind.PROMISE and self._users.get(receiver) == pair.mentee:
                self._plan(self.now + AFTER_A_SESSION, "keep", pair, subject)

    async def _send(self, tx: Transaction) -> list[tuple[str, str, str, str]]:
        sent = list(await tx.scalars(SEND, {"now": self.now}))
        if not sent:
            return []
        said = (await tx.execute(SAID, {"posts": sent})).all()
        return [(kind, subject, receiver, pair_id or "") for _, kind, subject, receiver, pair_id in sorted(said)]

    async def _planned_session(self, pair: _Pair) -> str | None:
        query = select(Session.id).where(
            Session.pair_id == pair.id, Session.state == SessionState.PLANNED.value, Session.planned_at > self.now
        )
        return await self.store.glance(lambda tx: tx.scalar(query.limit(1)))

    async def _newest_pair(self) -> str:
        query = select(Pair.id).where(Pair.state == PairState.PROPOSED.value)
        return str(await self.store.glance(lambda tx: tx.scalar(query)))

    async def _set_lengths(self, tx: Transaction) -> None:
        for pair in await tx.scalars(select(Pair).order_by(Pair.id)):
            pair.length_months = self._dice.one_of(LENGTHS)

    async def _read_people(self, tx: Transaction) -> list[tuple[str, str]]:
        return [(id_, user) for id_, user in await tx.execute(select(Person.id, Person.slack_id))]

    def _form(self) -> str:
        return f"simulated-{next(self._numbers)}"


def _rounded_up(at: datetime) -> datetime:
    return at + (-(at - datetime.min.replace(tzinfo=at.tzinfo)) % AN_HOUR)
