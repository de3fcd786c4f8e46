"""What people see of what is sent: posts arrive, and change where they stand."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import update

from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.people import Actor
from playground.client import People
from playground.seed import Seed
from playground.server import Playground
from scheduler.homes import Homes
from scheduler.slack_calls import SlackCalls
from services.answer_invitation import answer_invitation
from storage.models import Pair
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, TEAM, TOM, Office
from views.wording import Wording

MANIFEST = Path(__file__).parents[2] / "manifest.yml"
SEED = Seed.from_dict(
    {
        "workspace": {"id": TEAM, "name": "Harbour", "domain": "harbour"},
        "people": [{"id": f"U{name.upper()}", "name": name, "real_name": name.title()} for name in (MAYA, TOM, "ada")],
    }
)


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(MANIFEST, SEED, lambda: NOON)
    await playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
async def calls(playground: Playground) -> AsyncIterator[SlackCalls]:
    async with aiohttp.ClientSession() as session:
        yield SlackCalls(
            AsyncWebClient(token=playground.bot_token, base_url=playground.api_url, session=session, retry_handlers=[])
        )


@pytest.fixture
async def people(playground: Playground) -> AsyncIterator[People]:
    async with People(playground.url) as people:
        yield people


async def test_an_invitation_is_read_answered_and_redrawn_in_place_and_both_are_introduced(
    office: Office, new_sender: NewSender, calls: SlackCalls, people: People
) -> None:
    sender, maya, tom = new_sender(calls), people.as_("maya"), people.as_("tom")
    await propose(office)
    for person in (MAYA, TOM):
        await office.change(person, dm_channel=None)
        await office.put(person, kind=NoticeKind.INTRODUCTION, subject="pair")
    await office.send(sender)
    asked = await tom.see_message("Ada")
    assert asked.pressable("Accept")

    await answer_invitation(office.services, Actor(TEAM, "UTOM"), "pair", accepts=True)
    await office.send(sender)
    answered = await tom.see_message("You accepted")
    assert (answered.conversation, answered.ts) == (asked.conversation, asked.ts)
    assert not answered.pressable("Accept")
    assert (await maya.see_message("Ada")).pressable("Accept")

    await answer_invitation(office.services, Actor(TEAM, "UMAYA"), "pair", accepts=True)
    await office.send(sender)
    group = await maya.see_message("Tom", where=await maya.group("tom", "U0PLAYBOT"))
    assert group.conversation == (await office.store.read(lambda tx: tx.get_one(Pair, "pair"))).group_channel
    assert len(await tom.messages(group.conversation)) == 1


async def test_a_home_that_is_stale_is_drawn_for_its_person(
    office: Office, calls: SlackCalls, wording: Wording, people: People
) -> None:
    homes = Homes(office.services, calls, wording)
    await office.change(MAYA, home_opened_at=NOON, home_stale_since=NOON)
    while await homes.drain():
        pass
    home = await people.as_("maya").home()
    assert home
    assert "Tom" in home.text
    assert await people.as_("tom").home() is None


async def propose(office: Office) -> None:
    await office.store.write(
        lambda tx: tx.execute(
            update(Pair).values(
                state=PairState.PROPOSED.value, mentor_accepted_at=None, mentee_accepted_at=None, accepted_at=None
            )
        )
    )
