"""The playground's beginning: who is there, and the history that two of them share."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import yaml

from mentoring.hours import MONDAY_TO_FRIDAY, at_local
from mentoring.pairs import PairValues
from mentoring.people import Actor, Profile
from mentoring.sessions import CheckInValues
from mentoring.wins import Audience, WinValues
from playground.seed import Seed
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.celebrate_win import celebrate_win
from services.change_programme import change_programme
from services.context import Services
from services.discard_unsent import discard_unsent
from services.log_check_in import log_check_in
from services.prepare_check_in import prepare_check_in
from services.prepare_forms import prepare_programme
from services.propose_pair import propose_pair
from services.read_invitations import read_invitations
from services.settle_shout_outs import settle_shout_outs

ORGANISER, MENTOR, MENTEE = "U0AMARA", "U0TOM", "U0MAYA"
NEW_MENTOR, NEW_MENTEE = "U0LEO", "U0PRIYA"
CHANNEL = "C0WINS"
RHYTHM_DAYS = 14


def read_seed() -> Seed:
    """Who and what the playground starts with."""
    return Seed.from_dict(yaml.safe_load(Path(__file__).with_name("seed.yml").read_text(encoding="utf-8")))


class _History:
    """Deeds done in the past by the people of a seed, through the same services as any other."""

    def __init__(self, services: Services, seed: Seed) -> None:
        self.services = services
        self.workspace = seed.workspace_id
        self.profiles: Mapping[str, Profile] = {
            person.id: Profile(
                user=person.id,
                name=person.display_name or person.real_name,
                home=person.team_id,
                time_zone=person.tz,
                locale=person.locale,
                is_admin=person.is_admin,
            )
            for person in seed.people
        }
        self._forms = 0

    def at(self, moment: datetime) -> Services:
        """The services as of a past moment; nobody is woken."""
        return replace(self.services, now=lambda: moment, wake=lambda: None)

    def actor(self, user: str) -> Actor:
        return Actor(self.workspace, user)

    def form(self) -> str:
        self._forms += 1
        return f"seed-{self._forms}"

    async def pair(self, moment: datetime, mentor: str, mentee: str) -> None:
        values = PairValues(mentor, mentee, RHYTHM_DAYS)
        people = self.profiles[mentor], self.profiles[mentee]
        await propose_pair(self.at(moment), self.actor(ORGANISER), values, *people, self.form())

    async def accept(self, moment: datetime, user: str) -> None:
        services = self.at(moment)
        for pair_id in await read_invitations(services, self.actor(user)):
            await answer_invitation(services, self.actor(user), pair_id, accepts=True)

    async def check_in(self, moment: datetime, user: str, values: CheckInValues) -> None:
        """Log a session; if the partner logged it, as theirs. `values` need no pair and no session of their own."""
        services, actor = self.at(moment), self.actor(user)
        draft = await prepare_check_in(services, actor)
        session = draft.chosen_session.id if draft.chosen_session else None
        values = replace(values, pair_id=draft.pair.id, session_id=session, is_new=session is None)
        await log_check_in(services, actor, values, self.form())


async def seed(services: Services, start: datetime) -> None:
    """Give Maya and Tom some weeks together, and ask Priya and Leo this morning. Nothing past is sent.

    Args:
        services: Of a database in which the workspace is known and nothing has happened.
        start: When the playground begins; a working day.
    """
    history = _History(services, read_seed())

    def ago(days: int, hour: int = 15) -> datetime:
        return at_local(start.date() - timedelta(days=days), time(hour), "Europe/London")

    await _begin(history, ago)
    await _meet(history, ago, _working_day_after(start, days=2))
    await discard_unsent(services, history.workspace)
    await history.pair(start, NEW_MENTOR, NEW_MENTEE)
    services.wake()


async def _begin(history: _History, ago: Callable[..., datetime]) -> None:
    """The organiser sets the programme up, and the first two are paired."""
    organiser = history.actor(ORGANISER)
    await become_organiser(history.at(ago(37)), history.workspace, history.profiles[ORGANISER])
    now = await prepare_programme(history.services, organiser)
    values = replace(now, name="Harbour Lane mentoring", channel=CHANNEL)
    await change_programme(history.at(ago(37)), organiser, values, history.form())
    await history.pair(ago(36), MENTOR, MENTEE)
    await history.accept(ago(36, hour=16), MENTOR)
    await history.accept(ago(35), MENTEE)


async def _meet(history: _History, ago: Callable[..., datetime], next_at: datetime) -> None:
    """Two sessions, logged by both, with what they promised; a win; and the next one planned."""
    first, second = ago(28), ago(14)
    talked = "First meeting: how we work, and what the next year could bring."
    await history.check_in(
        first,
        MENTEE,
        CheckInValues(
            "", first.date(), notes=talked, my_promises=("Write down three things I would like to get better at",)
        ),
    )
    await history.check_in(
        first + timedelta(hours=1),
        MENTOR,
        CheckInValues("", first.date(), my_promises=("Introduce Maya to the platform team",)),
    )
    await history.check_in(
        second,
        MENTOR,
        CheckInValues(
            "",
            second.date(),
            notes="We went through Maya's design note. Next time: how to ask for a review early.",
            their_promises=("Share the design note before it feels finished",),
            next_at=next_at,
        ),
    )
    await history.check_in(
        second + timedelta(hours=2), MENTEE, CheckInValues("", second.date(), notes="Good questions, and a plan.")
    )
    menu = await prepare_check_in(history.at(second), history.actor(MENTEE))
    win = WinValues("My first design note went through its review", Audience.PARTNER, menu.pair.id)
    await celebrate_win(history.at(ago(7)), history.actor(MENTEE), win, (), history.form())
    # Nobody said anything about the shout-out of their first session, so it ran out.
    await settle_shout_outs(history.at(ago(20)))


def _working_day_after(start: datetime, days: int) -> datetime:
    """Early in the afternoon, a few days on; from a weekend, the Monday after."""
    day = start.date() + timedelta(days=days)
    while day.weekday() not in MONDAY_TO_FRIDAY:
        day += timedelta(days=1)
    return at_local(day, time(14), "Europe/London")
