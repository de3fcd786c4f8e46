"""Modals and homes over the Web API: triggers, stacks, hashes, ids of the app's own, what stays typed."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import Actor, People
from playground.seed import Seed
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import MANIFEST, SEED, SteppedClock
from tests.playground.raw_app import RawApp
from tests.playground.test_forms import HOW, form
from tests.playground.test_web_api import refused


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[RawApp]:
    async with RawApp(playground) as app:
        yield app


@pytest.fixture
def maya(people: People) -> Actor:
    return people.as_("maya")


async def trigger(app: RawApp, actor: Actor) -> str:
    """A trigger id from a command."""
    command = asyncio.create_task(actor.command("/raw"))
    payload = await app.answer_next()
    await command
    return str(payload["trigger_id"])


async def test_a_trigger_opens_one_view(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    trigger_id = await trigger(app, maya)
    view = (await client.views_open(trigger_id=trigger_id, view=form()))["view"]
    assert (view["root_view_id"], view["previous_view_id"], view["callback_id"]) == (view["id"], None, "greeting")
    assert view["state"]["values"]["name"]["typed"]["value"] == "nobody"
    again = client.views_open(trigger_id=trigger_id, view=form())
    assert (await refused(again))["error"] == "exchanged_trigger_id"
    guessed = client.views_open(trigger_id="1.2.3", view=form())
    assert (await refused(guessed))["error"] == "invalid_trigger_id"
    assert (await refused(client.api_call("views.open", json={"view": form()})))["error"] == "invalid_arguments"


async def test_a_trigger_ends_after_its_time(clock: SteppedClock) -> None:
    quick = Playground(MANIFEST, Seed.from_dict(SEED), clock, trigger_life=0.0)
    await quick.start()
    try:
        async with RawApp(quick) as app, People(quick.url) as people:
            trigger_id = await trigger(app, people.as_("maya"))
            client = AsyncWebClient(token=quick.bot_token, base_url=quick.api_url)
            late = client.views_open(trigger_id=trigger_id, view=form())
            assert (await refused(late))["error"] == "expired_trigger_id"
    finally:
        await quick.stop()


async def test_views_stack_three_deep(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    root = (await client.views_open(trigger_id=await trigger(app, maya), view=form()))["view"]
    second = (await client.views_push(trigger_id=await trigger(app, maya), view=form()))["view"]
    assert (second["root_view_id"], second["previous_view_id"]) == (root["id"], root["id"])
    await client.views_push(trigger_id=await trigger(app, maya), view=form())
    fourth = client.views_push(trigger_id=await trigger(app, maya), view=form())
    assert (await refused(fourth))["error"] == "push_limit_reached"
    assert len(await maya.stack()) == 3
    await (await maya.modal()).close()
    assert (await maya.modal()).view["id"] == second["id"]


async def test_an_update_asks_for_the_version_it_knows(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    view = (await client.views_open(trigger_id=await trigger(app, maya), view=form()))["view"]
    updated = await client.views_update(view_id=view["id"], hash=view["hash"], view=form(HOW))
    assert updated["view"]["hash"] != view["hash"]
    stale = client.views_update(view_id=view["id"], hash=view["hash"], view=form())
    assert (await refused(stale))["error"] == "hash_conflict"
    assert (await client.views_update(view_id=view["id"], view=form()))["ok"]
    assert (await refused(client.views_update(view_id="V99", view=form())))["error"] == "not_found"


async def test_an_app_can_name_a_view_itself(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    await client.views_open(trigger_id=await trigger(app, maya), view=form(external_id="mine"))
    updated = await client.views_update(external_id="mine", view=form(HOW, external_id="mine"))
    assert updated["view"]["external_id"] == "mine"
    twice = client.views_push(trigger_id=await trigger(app, maya), view=form(external_id="mine"))
    assert (await refused(twice))["error"] == "duplicate_external_id"


async def test_an_update_keeps_what_was_typed_under_the_same_ids(
    app: RawApp, client: AsyncWebClient, maya: Actor
) -> None:
    view = (await client.views_open(trigger_id=await trigger(app, maya), view=form(HOW)))["view"]
    modal = await maya.modal()
    await modal.fill("Whom?", "Tom")
    await modal.fill("How warmly?", "Very")
    pressing = asyncio.create_task(modal.press("Add more"))
    payload = await app.answer_next()
    await pressing
    assert payload["view"]["state"]["values"]["name"]["typed"]["value"] == "Tom"

    renamed = HOW | {"block_id": "another"}
    kept = (await client.views_update(view_id=view["id"], view=form(renamed)))["view"]["state"]["values"]
    assert kept["name"]["typed"]["value"] == "Tom"
    assert kept["another"]["chosen"]["selected_option"] is None
    assert "how" not in kept


async def test_a_chosen_option_that_is_gone_is_not_kept(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    view = (await client.views_open(trigger_id=await trigger(app, maya), view=form(HOW)))["view"]
    modal = await maya.modal()
    await modal.fill("How warmly?", "Very")
    pressing = asyncio.create_task(modal.press("Add more"))
    await app.answer_next()
    await pressing
    fewer = HOW | {"element": HOW["element"] | {"options": HOW["element"]["options"][:1]}}
    kept = (await client.views_update(view_id=view["id"], view=form(fewer)))["view"]["state"]["values"]
    assert kept["how"]["chosen"]["selected_option"] is None


async def test_a_home_is_published_for_one_person(client: AsyncWebClient, people: People, maya: Actor) -> None:
    home: Json = {"type": "home", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "Hello"}}]}
    first = (await client.views_publish(user_id="U1", view=home))["view"]
    assert (first["type"], first["team_id"]) == ("home", "T1")
    second = (await client.views_publish(user_id="U1", hash=first["hash"], view=home))["view"]
    assert second["id"] == first["id"]
    stale = client.views_publish(user_id="U1", hash=first["hash"], view=home)
    assert (await refused(stale))["error"] == "hash_conflict"
    seen = await maya.home()
    assert seen
    assert seen.text == "Hello"
    assert await people.as_("tom").home() is None
    modal = client.views_publish(user_id="U1", view=form())
    assert (await refused(modal))["error"] == "invalid_arguments"


async def test_a_bad_view_is_refused_with_its_place(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    long = form(title={"type": "plain_text", "text": "x" * 25})
    answer = await refused(client.views_open(trigger_id=await trigger(app, maya), view=long))
    place = "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    assert (answer["error"], answer["response_metadata"]["messages"]) == ("invalid_arguments", [place])
