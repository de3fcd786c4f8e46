"""Faults: each does what it says, to the calls it is for, as often as it is for."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError, ClientPayloadError, ClientSession, ServerDisconnectedError

from playground.client import People, RefusedError
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import FAST
from tests.playground.raw_app import RawApp

pytestmark = FAST


class Caller:
    """Posts as the bot, without a client that would mend anything."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._session = ClientSession(headers={"Authorization": f"Bearer {playground.bot_token}"})

    async def post(self, text: str) -> tuple[int, str, str]:
        """The status, the body, and the Retry-After."""
        address = f"{self._playground.api_url}chat.postMessage"
        async with self._session.post(address, json={"channel": "U1", "text": text}) as answer:
            return answer.status, await answer.text(), answer.headers.get("Retry-After", "")

    async def close(self) -> None:
        await self._session.close()


@pytest.fixture
async def caller(playground: Playground) -> AsyncIterator[Caller]:
    caller = Caller(playground)
    yield caller
    await caller.close()


async def posted(people: People) -> list[str]:
    return [message.text for message in await people.as_("maya").messages()]


@pytest.mark.parametrize(
    ("trouble", "settings", "status", "body", "carried_out"),
    [
        ("too_many", {"seconds": 600}, 429, "ratelimited", False),
        ("refused", {"error": "is_archived"}, 200, "is_archived", False),
        ("server_error", {}, 500, "Internal Server Error", False),
        ("html", {}, 200, "<html>", True),
        ("slow", {"seconds": 0.01}, 200, '"ok": true', True),
    ],
)
async def test_what_the_app_is_answered(
    playground: Playground,
    caller: Caller,
    people: People,
    trouble: str,
    settings: Json,
    status: int,
    body: str,
    carried_out: bool,
) -> None:
    playground.faults.add(trouble, "chat.postMessage", times=1, **settings)
    answer = await caller.post("first")
    assert (answer[0], body in answer[1], answer[2]) == (status, True, "600" if status == 429 else "")
    assert (await posted(people) == ["first"]) is carried_out
    # It was for one call.
    assert (await caller.post("second"))[0] == 200
    assert (await posted(people))[-1] == "second"
    assert playground.faults.on == []


async def test_a_reply_is_cut_or_lost_after_the_effect(playground: Playground, caller: Caller, people: People) -> None:
    playground.faults.add("cut_reply", times=1)
    with pytest.raises(ClientPayloadError):
        await caller.post("cut")
    playground.faults.add("lost_reply", times=1)
    with pytest.raises(ClientError):
        await caller.post("lost")
    assert await posted(people) == ["cut", "lost"]


async def test_an_effect_comes_late_or_an_answer_never(playground: Playground, caller: Caller, people: People) -> None:
    playground.faults.add("late_effect", times=1, seconds=0.05)
    with pytest.raises((ServerDisconnectedError, ClientError)):
        await caller.post("late")
    assert await posted(people) == []
    await people.as_("maya").see("late")
    fault = playground.faults.add("no_answer", "chat.postMessage")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await caller.post("never")
    playground.faults.remove(fault.number)
    assert await posted(people) == ["late"]


async def test_a_fault_is_for_one_method(playground: Playground, caller: Caller) -> None:
    playground.faults.add("server_error", "chat.update")
    assert (await caller.post("fine"))[0] == 200
    playground.faults.clear()
    for wrong in ({"trouble": "flood"}, {"trouble": "slow", "times": 0}, {"trouble": "slow", "seconds": -1}):
        with pytest.raises(ValueError, match=r"flood|at least once"):
            playground.faults.add(**wrong)


async def test_an_event_comes_twice(playground: Playground, people: People) -> None:
    playground.faults.add("twice", "app_home_opened", times=1)
    async with RawApp(playground) as app:
        await people.as_("maya").open_home()
        first, second = await app.next(), await app.next()
        assert first["envelope_id"] != second["envelope_id"]
        assert first["payload"] == second["payload"]
        for envelope in (first, second):
            await app.ack(envelope)


async def test_a_connection_breaks_or_is_renewed_after_a_warning(playground: Playground) -> None:
    async with RawApp(playground) as app:
        refreshing = asyncio.create_task(playground.refresh_sockets(ahead=0.01))
        farewells = [await app.next(), await app.next()]
        assert [one["reason"] for one in farewells] == ["warning", "refresh_requested"]
        assert await app.ended()
        await refreshing
    async with RawApp(playground) as app:
        playground.drop_sockets()
        assert await app.ended()


async def test_payloads_and_answers_can_be_changed_on_their_way(playground: Playground, caller: Caller) -> None:
    async def change(kind: str, payload: Json) -> Json:
        return {"was": kind, **payload}

    playground.on_payload(change)
    playground.on_answer(lambda answer: {**answer, "spare": True})
    async with RawApp(playground) as app:
        sending = asyncio.create_task(playground.deliver("slash_commands", {"command": "/greet"}))
        assert await app.answer_next({"text": "hello"}) == {"was": "slash_commands", "command": "/greet"}
        assert await sending == {"text": "hello"}
    assert json.loads((await caller.post("words"))[1])["spare"] is True


async def test_faults_are_switched_over_the_people_api(playground: Playground, people: People, caller: Caller) -> None:
    body = {"kind": "server_error", "target": "chat.postMessage", "count": 2}
    number = (await people.request("POST", "/people/faults", body))["id"]
    assert (await caller.post("first"))[0] == 500
    answer = await people.request("GET", "/people/faults")
    assert [(one["id"], one["kind"], one["target"], one["count"]) for one in answer["on"]] == [
        (number, "server_error", "chat.postMessage", 1)
    ]
    assert {"drop_sockets", "refresh_sockets", "twice"} < {one["kind"] for one in answer["kinds"]}
    await people.request("DELETE", f"/people/faults/{number}")
    assert (await caller.post("second"))[0] == 200
    async with RawApp(playground) as app:
        await people.request("POST", "/people/faults", {"kind": "refresh_sockets", "seconds": 0})
        assert [(await app.next())["reason"] for _ in range(2)] == ["warning", "refresh_requested"]
    async with RawApp(playground) as app:
        await people.request("POST", "/people/faults", {"kind": "drop_sockets"})
        assert await app.ended()
    for wrong in ({"kind": "flood"}, {"kind": "slow", "seconds": "long"}):
        with pytest.raises(RefusedError):
            await people.request("POST", "/people/faults", wrong)
