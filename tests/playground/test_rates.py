"""Rate limits: 429 with Retry-After, the method closed to the workspace until then, and one post a second a channel."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.rates import UNLIMITED, Rates, TooManyError
from playground.seed import Seed
from playground.server import Playground
from tests.playground.conftest import FAST, MANIFEST, SEED, SteppedClock


async def too_many(rates: Rates, method: str, channel: str | None = None) -> int:
    with pytest.raises(TooManyError) as refusal:
        rates.take(method, channel)
    return refusal.value.retry_after


async def test_a_tier_is_so_many_calls_a_minute() -> None:
    rates = Rates()
    for _ in range(20):
        rates.take("users.list")
    assert await too_many(rates, "users.list") == 60
    rates.take("users.info")


async def test_a_method_opens_again_when_the_time_is_over() -> None:
    rates = Rates({"chat.update": 1}, minute=0.02)
    rates.take("chat.update")
    assert await too_many(rates, "chat.update") == 1
    assert await too_many(rates, "chat.update") == 1
    await asyncio.sleep(0.03)
    rates.take("chat.update")


async def test_a_third_post_within_a_second_closes_posting_to_the_whole_workspace() -> None:
    rates = Rates()
    for channel in ("C1", "C2", "C1"):
        rates.take("chat.postMessage", channel)
    assert await too_many(rates, "chat.postMessage", "C1") == 1
    assert await too_many(rates, "chat.postMessage", "C3") == 1
    rates.take("chat.postEphemeral")


async def test_nothing_is_limited_where_a_test_says_so() -> None:
    rates = Rates(UNLIMITED)
    for _ in range(1000):
        rates.take("chat.postMessage", "C1")


async def test_an_app_is_told_how_long_to_wait(client: AsyncWebClient) -> None:
    dm = (await client.conversations_open(users=["U1"]))["channel"]["id"]
    for _ in range(2):
        await client.chat_postMessage(channel=dm, text="quick")
    with pytest.raises(SlackApiError) as refusal:
        await client.chat_postMessage(channel=dm, text="too quick")
    answer = refusal.value.response
    assert (answer.status_code, answer["error"], answer.headers["Retry-After"]) == (429, "ratelimited", "1")
    history = await client.conversations_history(channel=dm)
    assert [message["text"] for message in history["messages"]] == ["quick", "quick"]


@FAST
async def test_an_app_may_be_as_fast_as_it_likes_where_a_test_says_so(client: AsyncWebClient) -> None:
    for _ in range(5):
        await client.chat_postMessage(channel="U1", text="quick")


async def test_an_app_that_is_sold_gets_little_history(clock: SteppedClock) -> None:
    seed = Seed.from_dict({**SEED, "app": {"is_sold": True}})
    async with served(Playground(MANIFEST, seed, clock)) as playground:
        client = AsyncWebClient(token=playground.bot_token, base_url=playground.api_url, retry_handlers=[])
        dm = (await client.conversations_open(users=["U1"]))["channel"]["id"]
        for number in range(16):
            conversation = playground.workspace.conversations[dm]
            playground.workspace.post(conversation, "U1", f"{number}")
        history = await client.conversations_history(channel=dm, limit=100)
        assert (len(history["messages"]), history["has_more"]) == (15, True)
        with pytest.raises(SlackApiError, match="ratelimited"):
            await client.conversations_history(channel=dm)


@asynccontextmanager
async def served(playground: Playground) -> AsyncIterator[Playground]:
    await playground.start()
    yield playground
    await playground.stop()
