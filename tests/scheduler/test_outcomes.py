"""What became of a call, over a real socket that goes wrong in every way that matters."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from scheduler.outcomes import (
    Done,
    Doubtful,
    Limited,
    Outcome,
    Passing,
    Patience,
    Refused,
    Suspended,
    Unreachable,
    outcome_of,
)
from tests.scheduler import slack_server
from tests.scheduler.slack_server import Fault, SlackServer, answers, refuses, too_many

PATIENCE = Patience(answer=0.3, unsaid=7.0, longest=60.0)


@pytest.fixture
async def client(slack: SlackServer) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(token="xoxb-t", base_url=slack.url, session=session, retry_handlers=[])


async def post(client: AsyncWebClient) -> Outcome:
    return await outcome_of(client.chat_postMessage(channel="C1", text="Hello"), PATIENCE)


async def test_what_was_done_comes_with_slacks_answer(client: AsyncWebClient, slack: SlackServer) -> None:
    outcome = await post(client)
    assert isinstance(outcome, Done)
    assert outcome.answer["ts"] == slack.posts[0]["ts"]


DOUBTFUL: dict[str, Fault] = {
    "no answer in time": slack_server.never_answers,
    "connection reset": slack_server.loses_the_reply,
    "answer cut off": slack_server.cuts_the_reply,
    "cut JSON": answers('{"ok": true, "chan'),
    "no JSON": answers("<h1>Welcome</h1>", content_type="text/html"),
    "plain text": answers("fine", content_type="text/plain"),
    "empty": answers(""),
    "null": answers("null"),
    "a list": answers("[]"),
    "a list with something in it": answers("[1]"),
    "broken bytes": answers(b'{"ok": "\xff\xfe"}'),
    "not saying why": answers('{"ok": false}'),
    "500": answers("", status=500),
    "503 with HTML": answers("<h1>Back soon</h1>", status=503, content_type="text/html"),
    "503 with an error": refuses("service_unavailable", status=503),
    "502 with a refusal": refuses("is_archived", status=502),
    "internal_error": refuses("internal_error"),
    "fatal_error": refuses("fatal_error"),
    "404 with HTML": answers("<h1>Not here</h1>", status=404, content_type="text/html"),
}


@pytest.mark.parametrize("fault", DOUBTFUL.values(), ids=DOUBTFUL.keys())
async def test_what_may_have_arrived_is_doubtful(client: AsyncWebClient, slack: SlackServer, fault: Fault) -> None:
    slack.goes_wrong("chat.postMessage", fault)
    assert isinstance(await post(client), Doubtful)
    assert len(slack.calls) == 1


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        ("is_archived", Refused("is_archived")),
        ("a_word_of_next_year", Refused("a_word_of_next_year")),
        ("token_revoked", Suspended("token_revoked")),
        ("account_inactive", Suspended("account_inactive")),
        ("invalid_auth", Suspended("invalid_auth")),
        ("message_limit_exceeded", Passing("message_limit_exceeded")),
        ("rate_limited", Limited(7.0)),
    ],
)
async def test_refusals_are_told_apart(
    client: AsyncWebClient, slack: SlackServer, error: str, outcome: Outcome
) -> None:
    slack.goes_wrong("chat.postMessage", refuses(error))
    assert await post(client) == outcome


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("30", 30.0),
        ("0", 1.0),
        ("1.5", 1.5),
        ("99999", 60.0),
        ("inf", 60.0),
        (None, 7.0),
        ("-3", 7.0),
        ("nan", 7.0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 7.0),
    ],
)
@pytest.mark.parametrize("html", [False, True])
async def test_a_429_says_how_long_to_wait_however_oddly(
    client: AsyncWebClient, slack: SlackServer, retry_after: str | None, seconds: float, html: bool
) -> None:
    slack.goes_wrong("chat.postMessage", too_many(retry_after, html=html))
    assert await post(client) == Limited(seconds)


async def test_where_nobody_listens_nothing_was_sent(client: AsyncWebClient, slack: SlackServer) -> None:
    await slack.stop()
    assert await post(client) == Unreachable("ClientConnectorError")
