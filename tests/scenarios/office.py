"""An office for stories: the playground's people, some more whom nobody can pair, and a clock that a test moves."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from bot.assemble import Rapport, assemble
from bot.manifest import manifest_path
from bot.seed import read_seed, seed
from bot.settings import Settings
from playground.client import Actor, Modal, People
from playground.conversations import Conversation
from playground.rates import UNLIMITED, Rates
from playground.seed import Person, Seed
from playground.server import Playground
from scheduler.homes import Homes
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from storage.keyring import Keyring
from storage.store import Store
from tests.address import address
from tests.scenarios.line import Line

# Ten in London, eleven in Lagos and Berlin, one in Nairobi, half past three in Kolkata: everybody is at work.
WEDNESDAY = datetime(2026, 3, 4, 10, tzinfo=UTC)

KEYS = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="

# In seconds, instead of Slack's three.
PATIENCE = 20
# Between two looks of Rapport's that nobody waits for; `Office.at_rest` does not wait for it to pass.
AT_EASE = 0.05
# An event that nobody takes in is sent again much later.
ARRIVES_WITHIN = 2

# Refusals of what Rapport should never ask for, whatever people do.
NEVER = {
    "invalid_blocks", "invalid_arguments", "msg_blocks_too_long", "view_too_large", "no_text", "ratelimited",
    "unknown_method",
}  # fmt: skip

MORE_PEOPLE = (
    Person("U0BEEP", "beep", "Beep", "T0HARBOUR", is_bot=True),
    Person("U0GUS", "gus", "Gus Gone", "T0HARBOUR", deleted=True),
    Person("U0GITA", "gita", "Gita Single", "T0HARBOUR", is_restricted=True, is_ultra_restricted=True),
    Person("U0MARTA", "marta", "Marta Multi", "T0HARBOUR", is_restricted=True),
    Person("U0FARA", "fara", "Fara Way", "T0ELSEWHERE"),
)


class SettableClock:
    """Stands still, but for a microsecond at each look, until it is moved."""

    def __init__(self, now: datetime = WEDNESDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(microseconds=1)
        return self.now

    def move(self, to: datetime) -> None:
        self.now = to


@dataclass
class Office:
    """A running playground with the bot; people are called by their handles."""

    playground: Playground
    rapport: Rapport
    people: People
    clock: SettableClock
    line: Line
    _rested_at: datetime | None = None

    def __getitem__(self, name: str) -> Actor:
        return self.people.as_(name)

    async def sees(self, name: str, fragment: str, where: str = "app") -> str:
        """Wait until somebody reads this in a message; all that the newest such says."""
        # Nothing is looked for while Rapport is still at it.
        await self.at_rest()
        return (await self[name].see_message(fragment, where=where)).text

    async def pair(self, mentor: str, mentee: str) -> None:
        """Amara asks two people to be a pair."""
        form = await self.opens("amara", "/mentoring pair", "Pair two people")
        await form.fill("Mentor", mentor)
        await form.fill("Mentee", mentee)
        assert (await form.submit()).result == "closed"

    async def paired(self, mentor: str, mentee: str) -> None:
        """Amara asks two people to be a pair, and both accept."""
        await self.pair(mentor, mentee)
        await self.both_accept(mentor, mentee)

    async def both_accept(self, *names: str) -> None:
        """Two people who were asked accept, one after the other."""
        for name in names:
            # A button cannot be pressed while its message is drawn anew.
            await self.at_rest()
            await self[name].press("Accept", in_="app")
        await self.at_rest()

    async def celebrates(self, name: str, words: str, who_may_see_it: str) -> None:
        """Somebody submits a win."""
        form = await self.opens(name, f"/win {words}", "Celebrate a win")
        await form.fill("Who may see the win?", who_may_see_it)
        assert (await form.submit()).result == "closed"

    async def opens(self, name: str, typed: str, title: str) -> Modal:
        """Somebody types a command and has a form in front of them."""
        command, _, words = typed.partition(" ")
        await self[name].command(command, words)
        return await self[name].modal(title)

    async def sees_at_home(self, name: str) -> str:
        """All that somebody's App Home says, once there is nothing more to change in it."""
        await self[name].see("Hello, ", where="home")
        await self.at_rest()
        home = await self[name].home()
        return home.text if home else ""

    async def answer(self, name: str, typed: str) -> str:
        """Somebody types a command; what only they read right after it."""
        # Nothing that was under way is to come in between.
        await self.at_rest()
        command, _, words = typed.partition(" ")
        await self[name].command(command, words)
        last = (await self[name].messages())[-1]
        assert last.ephemeral, f"{name} sees nothing but:\n{last.text}"
        return last.text

    async def at_rest(self) -> None:
        """Wait until Rapport has done all that there is to do now."""
        # What somebody's opening of their Home told Rapport may be on its way yet.
        if on_its_way := self.playground._events._running:
            await asyncio.wait(tuple(on_its_way), timeout=ARRIVES_WITHIN)
        # Whatever happens asks for the time, which moves the clock.
        if self.clock.now != self._rested_at:
            self.rapport.services.wake()
            await self.rapport.catch_up()
            self._rested_at = self.clock.now

    async def in_front_of(self, *names: str) -> dict[str, str]:
        """All that some people see, once Rapport has nothing more to say."""
        await self.at_rest()
        return {name: await self[name].everything() for name in names}

    def later(self, **span: float) -> None:
        """Let time pass, by the words of a timedelta."""
        self.clock.now += timedelta(**span)
        self.rapport.services.wake()

    async def days_pass(self, **span: float) -> None:
        """Let time pass; whatever looks at the time has looked."""
        self.later(**span)
        for tick in self.rapport.ticks.ticks:
            tick.wake()
        await self.at_rest()


@cache
def the_company() -> Seed:
    """The playground's workspace, and people of every sort that cannot be paired."""
    usual = read_seed()
    return replace(usual, people=(*usual.people, *MORE_PEOPLE))


async def the_history(database_url: str) -> None:
    """Maya and Tom have met for weeks, Priya and Leo have just been asked.

    Args:
        database_url: An empty database with the newest schema.
    """
    store = Store(database_url, Keyring.from_text(KEYS))
    company, services = the_company(), Services(store, SettableClock(), lambda: None)
    try:
        here = Installed(company.workspace_id, company.workspace_name, company.app.bot_user_id)
        await ensure_workspace(services, here)
        await seed(services, services.now())
    finally:
        await store.close()


@dataclass(frozen=True)
class Past:
    """A moment at which Rapport is at rest, to begin from: its database, and what everybody has been sent by then."""

    database: Path
    conversations: dict[str, Conversation]
    now: datetime

    def bring_back(self, playground: Playground) -> None:
        """Show everybody what they have been sent; the playground must know the same people."""
        for id_, conversation in deepcopy(self.conversations).items():
            there = playground.workspace.conversations[id_]
            there.messages, there.read = conversation.messages, conversation.read


async def past_of(database: Path) -> Past:
    """What comes of a SQLite database in which `the_history` has happened, once all that is due has been sent."""
    async with open_office(f"sqlite:///{database}") as office:
        await office.at_rest()
        return Past(database, office.playground.workspace.conversations, office.clock.now)


@asynccontextmanager
async def open_office(
    database_url: str, *, company: Seed | None = None, manifest: Path | None = None, past: Past | None = None
) -> AsyncIterator[Office]:
    """A workspace with Rapport at work in it.

    Args:
        database_url: A database with the newest schema, in which nothing or `the_history` has happened, or the past's.
        company: Who and what is there, if not `the_company()`.
        manifest: What the app may do, if not all that it asks for.
        past: What has been going on before; without it, whatever is due is sent first.
    """
    clock = SettableClock(past.now if past else WEDNESDAY)
    # What these stories are about is not how fast a busy machine is.
    playground = Playground(
        manifest or manifest_path(),
        company or the_company(),
        clock,
        ack_timeout=20,
        trigger_life=20,
        rates=Rates(UNLIMITED),
    )
    if past:
        past.bring_back(playground)
    await address.open(playground)
    line = Line(playground)
    settings = Settings(
        slack_bot_token=playground.bot_token,
        slack_app_token=playground.app_token,
        slack_api_url=playground.api_url,
        database_url=database_url,
        rapport_keys=KEYS,
    )
    try:
        rapport = await assemble(settings, clock)
        try:
            _without_waiting(rapport)
            await rapport.start()
            async with People(playground.url) as people:
                yield Office(playground, rapport, people, clock, line)
        finally:
            await rapport.stop()
    finally:
        await playground.stop()
    entries, _ = playground.traffic.since()
    assert [(entry.name, entry.error, entry.places) for entry in entries if entry.error in NEVER] == []


def _without_waiting(rapport: Rapport) -> None:
    """Slack's deadlines get long and its pace quick: what these stories tell is not about either."""
    rapport.listening._answer_within = PATIENCE
    for listener in rapport.connection._handler.app._async_listeners:
        listener.ack_timeout = PATIENCE
    pace = rapport._sender._pace
    pace._rates, pace._channel_gap = {}, 0
    for tick in rapport.ticks.ticks:
        tick._rest = min(tick._rest, AT_EASE)
        homes = getattr(tick._drain, "__self__", None)
        if isinstance(homes, Homes):
            homes._rest = 0
