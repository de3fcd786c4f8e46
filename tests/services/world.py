"""A small world for tests of deeds: a workspace, people in several zones, and a clock that stands still until moved."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from mentoring.celebrations import ConsentAsked
from mentoring.consent import Answer
from mentoring.forms import SettingsValues
from mentoring.home import HomePicture
from mentoring.pairs import PairState, PairValues
from mentoring.people import Actor, Celebrations, Profile
from mentoring.refusals import Reason, Refusal, Refusals
from mentoring.sessions import CheckInValues
from mentoring.wins import Audience, WinValues
from services.answer_consent import answer_consent
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.celebrate_win import celebrate_win
from services.change_programme import change_programme
from services.change_settings import change_settings
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.log_check_in import log_check_in
from services.meet import meet
from services.picture_home import picture_home
from services.prepare_forms import prepare_programme
from services.propose_pair import propose_pair
from services.settle_shout_outs import settle_shout_outs
from storage.models import Pair, Person, Programme, Session
from storage.people import keep_profile, organisers_of
from storage.programmes import first_programme
from storage.store import Store
from storage.transaction import Transaction
from tests.services.looks import Looks

WORKSPACE = "T1"
WINS = "C0WINS"
RAPPORT = "U0RAPPORT"

# A Monday on which London, Berlin and Kolkata are at work, New York is not yet, and Sydney is no more.
MONDAY = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)

PEOPLE = {
    "amara": ("Amara Obi", "Europe/London"),
    "tom": ("Tom Reed", "Europe/London"),
    "maya": ("Maya Iyer", "Asia/Kolkata"),
    "zoe": ("Zoë Brandt", "Europe/Berlin"),
    "leo": ("Leo Cruz", "America/New_York"),
    "priya": ("Priya Shah", "Australia/Sydney"),
}

# What two databases may take differently; everything else is asked of SQLite.
ON_BOTH = pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])


def user_of(name: str) -> str:
    return f"U0{name.upper()}"


def actor(name: str, workspace: str = WORKSPACE) -> Actor:
    return Actor(workspace, user_of(name))


def profile(name: str, workspace: str = WORKSPACE) -> Profile:
    """What Slack says of somebody of this world; Amara is an admin."""
    called, zone = PEOPLE[name]
    return Profile(user_of(name), called, workspace, zone, "en-GB", is_admin=name == "amara")


def today_of(name: str, now: datetime) -> date:
    """The date where somebody is."""
    return now.astimezone(ZoneInfo(PEOPLE[name][1])).date()


async def refusals_of(deed: Awaitable[object]) -> list[tuple[Reason, str | None]]:
    """Why a deed is refused: each reason, and the field it stands beside."""
    try:
        await deed
    except Refusals as refusals:
        return [(refusal.reason, refusal.field) for refusal in refusals.refusals]
    except Refusal as refusal:
        return [(refusal.reason, refusal.field)]
    return []


class World(Looks):
    """A workspace whose organiser is Amara; people are called by their first names, in lower case."""

    def __init__(
        self,
        store: Store,
        workspace: str = WORKSPACE,
        *,
        now: datetime = MONDAY,
        number: int = 0,
        ids: Mapping[str, str] | None = None,
    ) -> None:
        """`number`: how far the world has counted, of which forms and pairs make use; `ids`: of people, by name."""
        self.store = store
        self.workspace = workspace
        self.now = now
        self.number = number
        self.woken = 0
        self.services = Services(store, lambda: self.now, self._wake)
        self._ids = dict(ids or {})

    @classmethod
    async def begin(cls, store: Store, workspace: str = WORKSPACE) -> "World":
        """Install Rapport, with Amara as its organiser."""
        world = cls(store, workspace)
        await ensure_workspace(world.services, Installed(workspace, "Acme", RAPPORT))
        await become_organiser(world.services, workspace, profile("amara", workspace))
        return world

    def _wake(self) -> None:
        self.woken += 1

    def later(self, **span: float) -> None:
        """Move the clock on, by the words of a timedelta."""
        self.now += timedelta(**span)

    def form(self) -> str:
        """A view id that Slack has not given before."""
        return f"V{self._next_number()}"

    def _next_number(self) -> int:
        self.number += 1
        return self.number

    def who(self, name: str) -> Actor:
        return actor(name, self.workspace)

    async def known(self, *names: str) -> None:
        for name in names:
            await meet(self.services, self.workspace, profile(name, self.workspace))

    async def proposed(self, mentor: str, mentee: str, **values: Any) -> str:  # noqa: ANN401 - of PairValues
        """Amara asks two people; the id of their pair."""
        people = profile(mentor, self.workspace), profile(mentee, self.workspace)
        pair = PairValues(user_of(mentor), user_of(mentee), **{"rhythm_days": 14, **values})
        await propose_pair(self.services, self.who("amara"), pair, *people, self.form())
        return await self.pair_of(mentor, mentee)

    async def paired(self, mentor: str, mentee: str) -> str:
        """Two people who accepted some time ago, and what they were told then is not kept; the id of their pair."""
        then = self.now - timedelta(days=30) + timedelta(minutes=self._next_number())

        async def deed(tx: Transaction) -> str:
            both = [await keep_profile(tx, self.workspace, profile(name, self.workspace)) for name in (mentor, mentee)]
            organiser = (await organisers_of(tx, self.workspace))[0]
            pair = Pair(
                workspace_id=self.workspace, programme_id=(await first_programme(tx, self.workspace)).id,
                mentor_id=both[0].id, mentee_id=both[1].id, proposed_by_id=organiser.id, state=PairState.ACTIVE,
                rhythm_days=14, length_months=6, proposed_at=then, mentor_accepted_at=then,
                mentee_accepted_at=then, accepted_at=then, look_at=then,
            )  # fmt: skip
            tx.add(pair)
            return pair.id

        return await self.store.write(deed)

    async def has_channel(self) -> None:
        """The programme has had a channel for celebrations from the first."""
        channel = update(Programme).where(Programme.workspace_id == self.workspace).values(channel=WINS)
        await self.store.write(lambda tx: tx.execute(channel))

    async def accepts(self, name: str, pair: str) -> None:
        await answer_invitation(self.services, self.who(name), pair, accepts=True)

    async def declines(self, name: str, pair: str) -> None:
        await answer_invitation(self.services, self.who(name), pair, accepts=False)

    async def checks_in(self, name: str, pair: str, *, form: str | None = None, **values: Any) -> None:  # noqa: ANN401
        """Somebody logs a session of today, unless the values say another day."""
        check_in = CheckInValues(pair, **{"happened_on": today_of(name, self.now), **values})
        await log_check_in(self.services, self.who(name), check_in, form or self.form())

    async def celebrates(
        self,
        name: str,
        words: str,
        audience: Audience,
        pair: str | None = None,
        *,
        thanks: Sequence[str] = (),
        form: str | None = None,
    ) -> None:
        values = WinValues(words, audience, pair, tuple(map(user_of, thanks)))
        thanked = [profile(each, self.workspace) for each in thanks]
        await celebrate_win(self.services, self.who(name), values, thanked, form or self.form())

    async def says(self, name: str, answer: Answer) -> None:
        """Somebody answers the newest question about a post."""
        asked = await self.newest(name, ConsentAsked)
        await answer_consent(self.services, self.who(name), asked.shout_out_id, answer)

    async def sets(
        self, name: str, celebrations: Celebrations = Celebrations.ASK, hours: tuple[time, time] = (time(9), time(17))
    ) -> None:
        await change_settings(self.services, self.who(name), SettingsValues(*hours, celebrations))

    async def changes_programme(self, **values: Any) -> None:  # noqa: ANN401 - of ProgrammeValues
        """Amara changes some of the programme's settings."""
        now = await prepare_programme(self.services, self.who("amara"))
        await change_programme(self.services, self.who("amara"), replace(now, **values), self.form())

    async def names(self, *names: str, by: str = "amara") -> None:
        """Somebody says who organises the programme from now on."""
        now = await prepare_programme(self.services, self.who(by))
        users = tuple(sorted(map(user_of, names)))
        new = [profile(name, self.workspace) for name in names if user_of(name) not in now.organisers]
        values = replace(now, organisers=users)
        await change_programme(self.services, self.who(by), values, self.form(), named=new)

    async def home(self, name: str) -> HomePicture:
        return await picture_home(self.services, await self.id_of(name))

    async def settles(self) -> None:
        """Time does its work: what goes is sent, what is over is over."""
        for _ in range(2):
            await settle_shout_outs(self.services)
            await self.send_all()
        await settle_shout_outs(self.services)
        await self.send_all()

    # Who there is

    async def id_of(self, name: str) -> str:
        """The id of somebody who is known."""
        if name not in self._ids:
            query = select(Person.id).where(Person.workspace_id == self.workspace, Person.slack_id == user_of(name))
            [self._ids[name]] = await self.all(query)
        return self._ids[name]

    async def sessions_of(self, pair: str) -> Sequence[str]:
        """The ids of the sessions of a pair."""
        return await self.all(select(Session.id).where(Session.pair_id == pair).order_by(Session.created_at))

    async def people(self) -> dict[str, Person]:
        """Everybody whom Rapport knows here, by Slack's id."""
        rows = await self.all(select(Person).where(Person.workspace_id == self.workspace))
        return {person.slack_id: person for person in rows}

    async def pair_of(self, mentor: str, mentee: str) -> str:
        """The id of the open pair of two people."""
        both = Pair.mentor_id == await self.id_of(mentor), Pair.mentee_id == await self.id_of(mentee)
        [pair] = await self.all(select(Pair.id).where(*both, Pair.ended_at.is_(None)))
        return pair
