"""Answers over a response_url: to one or to all, in place of the original, five times, for thirty minutes."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import Actor, People, RefusedError
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import SteppedClock
from tests.playground.raw_app import RawApp
from tests.playground.test_conversation import BUTTON


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[RawApp]:
    async with RawApp(playground) as app:
        yield app


async def command(app: RawApp, actor: Actor, answer: Json | None = None) -> Json:
    """The payload of a command in #wins."""
    running = asyncio.create_task(actor.command("/raw", "a <b> @tom", in_="#wins"))
    payload = await app.answer_next(answer)
    await running
    return payload


async def respond(url: str, body: Json) -> tuple[int, Json]:
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
        return response.status, await response.json()


async def texts(actor: Actor) -> list[str]:
    return [message.text for message in await actor.messages("#wins")]


async def test_a_command_has_slacks_shape_and_is_answered_later(app: RawApp, people: People) -> None:
    maya, tom = people.as_("maya"), people.as_("tom")
    payload = await command(app, maya)
    assert (payload["command"], payload["text"]) == ("/raw", "a <b> @tom")
    assert (payload["channel_id"], payload["channel_name"], payload["user_id"]) == ("C1", "wins", "U1")
    assert (payload["user_name"], payload["team_id"], payload["is_enterprise_install"]) == ("maya", "T1", "false")
    assert await respond(payload["response_url"], {"text": "for you"}) == (200, {"ok": True})
    await respond(payload["response_url"], {"text": "for all", "response_type": "in_channel"})
    assert await texts(maya) == ["for you", "for all"]
    assert await texts(tom) == ["for all"]


async def test_an_acknowledgement_can_answer_by_itself(app: RawApp, people: People) -> None:
    maya = people.as_("maya")
    await command(app, maya, {"text": "at once"})
    await command(app, maya, {"text": "for all", "response_type": "in_channel"})
    assert await texts(maya) == ["at once", "for all"]
    assert await texts(people.as_("tom")) == ["for all"]
    with pytest.raises(RefusedError, match="invalid_blocks"):
        await command(app, maya, {"blocks": [{"type": "nonsense"}]})


async def test_an_ephemeral_message_is_replaced_and_taken_away(app: RawApp, people: People) -> None:
    maya = people.as_("maya")
    payload = await command(app, maya)
    await respond(payload["response_url"], {"text": "press", "blocks": [BUTTON]})
    pressing = asyncio.create_task(maya.press("Wave back", in_="#wins"))
    action = await app.answer_next()
    await pressing
    assert (action["container"]["is_ephemeral"], "message" in action) == (True, False)
    await respond(action["response_url"], {"text": "pressed", "replace_original": True})
    assert await texts(maya) == ["pressed"]
    await respond(action["response_url"], {"delete_original": True})
    assert await texts(maya) == []


async def test_it_can_be_used_five_times(app: RawApp, people: People) -> None:
    url = (await command(app, people.as_("maya")))["response_url"]
    for _ in range(5):
        assert (await respond(url, {"text": "again"}))[0] == 200
    assert await respond(url, {"text": "again"}) == (404, {"ok": False, "error": "used_url"})


async def test_it_ends_after_thirty_minutes_of_the_workspace(app: RawApp, people: People, clock: SteppedClock) -> None:
    url = (await command(app, people.as_("maya")))["response_url"]
    clock.advance(timedelta(minutes=29, seconds=59))
    assert (await respond(url, {"text": "in time"}))[0] == 200
    clock.advance(timedelta(seconds=1))
    assert await respond(url, {"text": "late"}) == (404, {"ok": False, "error": "expired_url"})


async def test_what_says_nothing_is_refused(app: RawApp, people: People) -> None:
    url = (await command(app, people.as_("maya")))["response_url"]
    assert await respond(url, {}) == (400, {"ok": False, "error": "no_text"})
    status, answer = await respond(url, {"blocks": [{"type": "nonsense"}]})
    assert (status, answer["error"]) == (400, "invalid_blocks")


async def test_an_action_on_a_message_has_slacks_shape(app: RawApp, client: AsyncWebClient, people: People) -> None:
    posted = await client.chat_postMessage(channel="U1", text="hello", blocks=[BUTTON])
    await app.answer_next()
    pressing = asyncio.create_task(people.as_("maya").press("Wave back"))
    payload = await app.answer_next()
    await pressing
    assert payload["type"] == "block_actions"
    assert payload["channel"] == {"id": posted["channel"], "name": "directmessage"}
    assert payload["container"]["message_ts"] == payload["message"]["ts"] == posted["ts"]
    assert payload["message"]["blocks"] == posted["message"]["blocks"]
    [action] = payload["actions"]
    assert (action["type"], action["block_id"], action["action_id"]) == ("button", "row", "wave")
    assert (action["value"], action["text"]["text"]) == ("7", "Wave back")
    assert payload["state"] == {"values": {}}
    assert payload["trigger_id"]
