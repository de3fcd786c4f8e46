"""The traffic: every call and payload with its answer and time, the place of what is refused, and never a token."""

import asyncio
import json
from typing import Any

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People, RefusedError
from playground.server import Playground
from playground.shapes import Json
from playground.traffic import KEPT
from tests.playground.conftest import SteppedClock
from tests.playground.raw_app import RawApp


async def traffic(people: People, after: int = 0) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = (await people.request("GET", f"/people/traffic?after={after}"))["entries"]
    return entries


async def test_a_call_and_its_refusal_are_noted_with_the_place(
    client: AsyncWebClient, people: People, clock: SteppedClock
) -> None:
    await client.chat_postMessage(channel="U1", text="Hello")
    blocks: list[Json] = [{"type": "divider"}, {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]
    with pytest.raises(SlackApiError):
        await client.chat_postMessage(channel="U1", text="Hello", blocks=blocks)
    good, bad = (one for one in await traffic(people) if one["kind"] == "call")
    assert (good["kind"], good["name"], good["status"], good["error"]) == ("call", "chat.postMessage", 200, None)
    assert (good["sent"]["text"], good["answer"]["ok"], good["at"]) == ("Hello", True, clock.now.isoformat())
    assert good["milliseconds"] >= 0
    assert bad["error"] == "invalid_blocks"
    assert bad["places"] == [{"place": "/blocks/1/text/text", "problem": "must be less than 151 characters"}]


async def test_payloads_are_noted_with_their_acknowledgement(playground: Playground, people: People) -> None:
    async with RawApp(playground) as app:
        running = asyncio.create_task(people.as_("maya").command("/greet", "you"))
        await app.answer_next({"text": "Hello"})
        await running
    command = next(one for one in await traffic(people) if one["kind"] == "slash_commands")
    assert (command["name"], command["sent"]["text"], command["answer"]) == ("/greet", "you", {"text": "Hello"})


# Enough for the second time, on a busy machine too.
@pytest.mark.parametrize("ack_timeout", [0.5])
async def test_an_acknowledgement_that_is_missing_or_late_is_noted(playground: Playground, people: People) -> None:
    maya = people.as_("maya")
    with pytest.raises(RefusedError, match="dispatch_failed"):
        await maya.command("/greet")
    async with RawApp(playground) as app:
        running = asyncio.create_task(maya.command("/greet"))
        envelope = await app.next()
        with pytest.raises(RefusedError, match="operation_timeout"):
            await running
        await app.ack(envelope)
        # What comes after it is read after it.
        running = asyncio.create_task(maya.command("/greet"))
        await app.answer_next()
        await running
    told = [(one["error"], one["note"]) for one in await traffic(people) if one["kind"] == "slash_commands"]
    assert told == [("dispatch_failed", None), ("operation_timeout", "Acknowledged too late"), (None, None)]


async def test_no_token_and_no_ticket_is_kept(playground: Playground, client: AsyncWebClient, people: People) -> None:
    async with ClientSession() as session:
        await session.post(f"{playground.api_url}auth.test?token={playground.bot_token}")
    await client.api_test(told=playground.app_token)
    async with RawApp(playground):
        pass
    text = json.dumps(await traffic(people))
    assert playground.bot_token not in text
    assert playground.app_token not in text
    assert "(token)" in text
    assert "ticket=(ticket)" in text


async def test_it_is_told_as_it_happens_and_only_the_latest_is_kept(
    client: AsyncWebClient, people: People, playground: Playground
) -> None:
    async with ClientSession(playground.url) as session, session.ws_connect("/people/U1/events?traffic") as changes:
        await changes.receive_json()
        await client.api_test()
        assert (await changes.receive_json())["type"] == "traffic"
        playground.faults.add("slow", "chat.delete")
        while (await changes.receive_json())["type"] != "faults":
            pass
    latest = (await people.request("GET", "/people/traffic"))["latest"]
    assert await traffic(people, latest) == []
    for number in range(KEPT):
        playground.traffic.end(playground.traffic.begin("call", str(number), {}))
    assert [one["name"] for one in await traffic(people)] == [str(number) for number in range(KEPT)]
    await people.request("DELETE", "/people/traffic")
    assert await traffic(people) == []
