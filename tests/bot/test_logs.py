"""The log holds ids and kinds: no secrets, and nothing that somebody wrote."""

import io
import logging
from collections.abc import Iterator

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.logs import WordlessFormatter, set_up_logs
from bot.slack import bolt_app

WORDS = "I have doubts about this job"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a process would write, from DEBUG on."""
    before = {name: logging.getLogger(name).level for name in logging.root.manager.loggerDict}
    root_level, root_handlers = logging.root.level, logging.root.handlers[:]
    logging.root.handlers = []
    stream = io.StringIO()
    set_up_logs(logging.DEBUG, ["tr0ub4dor"])
    (handler,) = logging.root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(stream)
    yield stream
    logging.root.handlers, logging.root.level = root_handlers, root_level
    for name in logging.root.manager.loggerDict:
        logging.getLogger(name).setLevel(before.get(name, logging.NOTSET))


def test_tokens_and_secrets_are_hidden(log: io.StringIO) -> None:
    logging.getLogger("bot.slack").warning("xoxb-1-2-abc, xapp-1-A0-9 and %s", "tr0ub4dor")
    assert "(secret), (secret) and (secret)" in log.getvalue()


def test_an_exception_shows_where_it_was_raised_and_not_what_it_quotes(log: io.StringIO) -> None:
    def parse() -> None:
        try:
            int(WORDS)
        except ValueError as error:
            raise LookupError(WORDS) from error

    try:
        parse()
    except LookupError:
        logging.getLogger("handlers.errors").exception("failure 1")
    written = log.getvalue()
    assert WORDS not in written
    assert "LookupError" in written
    assert "caused by\nValueError" in written
    assert "int(WORDS)" in written


def test_what_is_no_ones_words_stays() -> None:
    formatter = WordlessFormatter()
    errors = {
        SlackApiError("no", {"error": "channel_not_found"}): "SlackApiError: channel_not_found",  # type: ignore[no-untyped-call]
        ConnectionRefusedError(111, "Connection refused"): "ConnectionRefusedError: Connection refused",
    }
    for error, shown in errors.items():
        assert formatter.formatException((type(error), error, None)).splitlines() == [shown]


def test_only_our_own_packages_are_heard_at_debug(log: io.StringIO) -> None:
    for name in ("bot.run", "storage.store", "slack_sdk.web", "slack_bolt.AsyncApp", "anything"):
        logging.getLogger(name).debug("%s speaks", name)
    heard = [line.split()[-2] for line in log.getvalue().splitlines()]
    assert heard == ["bot.run", "storage.store"]


async def test_bolt_does_not_write_what_somebody_typed_even_at_debug(log: io.StringIO) -> None:
    client = AsyncWebClient(token="xoxb-1", logger=logging.getLogger("slack_sdk"))
    app: AsyncApp = bolt_app(client, AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb-1"))
    body = {"command": "/win", "text": WORDS, "team_id": "T0", "user_id": "U0"}
    await app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
    assert WORDS not in log.getvalue()
