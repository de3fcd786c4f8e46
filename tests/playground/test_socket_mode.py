"""Socket Mode: hello, envelopes on several connections, late and missing acknowledgements, retried events, the end."""

import asyncio
import contextlib

import aiohttp
import pytest

from playground.client import People, RefusedError
from playground.server import Playground
from tests.playground.raw_app import RawApp


async def test_hello_tells_the_app_and_how_many_connections_there_are(playground: Playground) -> None:
    async with RawApp(playground) as first, RawApp(playground) as second:
        assert first.hello["type"] == "hello"
        assert first.hello["connection_info"] == {"app_id": "A0PLAYGROUND"}
        assert (first.hello["num_connections"], second.hello["num_connections"]) == (1, 2)


async def test_without_a_ticket_nobody_connects(playground: Playground) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(f"{playground.url}/link?ticket=guessed")


async def test_an_eleventh_connection_is_sent_away(playground: Playground) -> None:
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(10):
            await stack.enter_async_context(RawApp(playground))
        eleventh = await stack.enter_async_context(RawApp(playground))
        assert eleventh.hello == {"type": "disconnect", "reason": "too_many_websockets"}


async def test_connections_take_turns_and_any_can_answer(playground: Playground, people: People) -> None:
    maya = people.as_("maya")
    async with RawApp(playground) as first, RawApp(playground) as second:
        for app in (first, second):
            command = asyncio.create_task(maya.command("/raw", "text"))
            envelope = await app.next()
            assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
            other = second if app is first else first
            await other.ack(envelope)
            await command


async def test_a_command_without_a_connection_fails_at_once_and_says_so(people: People) -> None:
    maya = people.as_("maya")
    with pytest.raises(RefusedError) as refused:
        await maya.command("/greet", in_="#wins")
    assert refused.value.code == "dispatch_failed"
    seen = await maya.see_message('/greet failed with the error "dispatch_failed"', where="#wins")
    assert seen.ephemeral


@pytest.mark.parametrize("ack_timeout", [1.0])
async def test_a_command_without_an_answer_fails_and_says_so(playground: Playground, people: People) -> None:
    maya = people.as_("maya")
    async with RawApp(playground) as app:
        command = asyncio.create_task(maya.command("/slow"))
        envelope = await app.next()
        with pytest.raises(RefusedError) as refused:
            await command
        assert refused.value.code == "operation_timeout"
        await maya.see_message('/slow failed with the error "operation_timeout"')
        # An answer that comes too late changes nothing.
        await app.ack(envelope, {"text": "too late"})
        again = asyncio.create_task(maya.command("/raw"))
        await app.answer_next()
        await again
        assert not [one for one in await maya.messages("app") if "too late" in one.text]


@pytest.mark.parametrize("ack_timeout", [1.0])
async def test_an_unanswered_event_comes_again_until_it_is_answered(playground: Playground, people: People) -> None:
    async with RawApp(playground) as app:
        await people.as_("maya").say("app", "hello")
        first, second, third = [await app.next() for _ in range(3)]
        assert [one["retry_attempt"] for one in (first, second, third)] == [0, 1, 2]
        assert third["retry_reason"] == "timeout"
        assert first["payload"]["event_id"] == third["payload"]["event_id"]
        assert first["accepts_response_payload"] is False
        await app.ack(third)
        await people.as_("maya").say("app", "again")
        assert (await app.next())["payload"]["event"]["text"] == "again"


async def test_an_event_is_kept_for_an_app_that_connects_a_little_later(playground: Playground, people: People) -> None:
    await people.as_("maya").say("app", "anybody there?")
    async with RawApp(playground) as app:
        envelope = await app.next()
        assert envelope["payload"]["event"]["text"] == "anybody there?"
        assert envelope["retry_reason"] == "connection_failed"


async def test_at_the_end_the_app_is_told_to_go(playground: Playground) -> None:
    async with RawApp(playground) as app:
        stopping = asyncio.create_task(playground.stop())
        assert (await app.next())["type"] == "disconnect"
        assert await app.ended()
        await stopping
