"""The line to Slack: it comes up again by itself, and a stop waits for what was taken in."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck

from bot.connection import Connection
from bot.settings import Settings
from bot.slack import bolt_app, open_session, slack_client
from tests.bot.tiny_slack import APP_TOKEN, BOT_TOKEN, TEAM, TinySlack


class Greeter:
    """Answers `/greet` once it may."""

    def __init__(self, app: AsyncApp) -> None:
        self.asked = asyncio.Event()
        self.may = asyncio.Event()
        self.may.set()
        app.command("/greet")(self.greet)

    async def greet(self, ack: AsyncAck) -> None:
        self.asked.set()
        await self.may.wait()
        await ack("Hello")


@pytest.fixture
async def slack() -> AsyncIterator[TinySlack]:
    server = TinySlack()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def app(slack: TinySlack) -> AsyncIterator[AsyncApp]:
    settings = Settings(BOT_TOKEN, APP_TOKEN, slack_api_url=slack.api_url)
    async with open_session() as session:
        authorization = AuthorizeResult(enterprise_id=None, team_id=TEAM, bot_token=BOT_TOKEN)
        yield bolt_app(slack_client(settings, session), authorization)


@pytest.fixture
def greeter(app: AsyncApp) -> Greeter:
    return Greeter(app)


@pytest.fixture
async def connection(app: AsyncApp, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Connection]:
    monkeypatch.setattr("bot.connection.PING_EVERY", 0.2)
    connection = Connection(app, APP_TOKEN, app.client)
    yield connection
    await connection.close()


async def watched(connection: Connection, *, is_up: bool) -> None:
    """Watch it, as the tick does, until it is up or down."""
    async with asyncio.timeout(60):
        while (await connection.down_for() == 0) is not is_up:
            await connection.watch()
            await asyncio.sleep(0.05)


@pytest.mark.usefixtures("greeter")
async def test_it_connects_and_answers(connection: Connection, slack: TinySlack) -> None:
    await connection.connect()
    assert await connection.down_for() == 0
    assert await slack.answered(await slack.type_command("/greet")) == {"text": "Hello"}


@pytest.mark.usefixtures("greeter")
async def test_it_comes_up_again_after_it_was_cut(
    connection: Connection, slack: TinySlack, caplog: pytest.LogCaptureFixture
) -> None:
    await connection.connect()
    await slack.connected()
    await slack.stop()
    await watched(connection, is_up=False)
    await connection.watch()
    await connection.watch()
    await slack.start()
    await watched(connection, is_up=True)
    await slack.connected()
    assert await slack.answered(await slack.type_command("/greet")) == {"text": "Hello"}
    assert caplog.text.count("the connection to Slack is down") == 1


async def test_an_address_that_does_not_work_is_not_tried_for_ever(
    connection: Connection, slack: TinySlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.connection.NEW_ADDRESS_AFTER", 0.1)
    slack.stale_addresses = 1
    connecting = asyncio.create_task(connection.connect())
    await watched(connection, is_up=True)
    await connecting
    assert [method for method, _ in slack.calls].count("apps.connections.open") == 2


async def test_a_stop_answers_what_was_taken_in_and_takes_in_no_more(
    connection: Connection, slack: TinySlack, greeter: Greeter
) -> None:
    greeter.may.clear()
    await connection.connect()
    await slack.connected()
    first = await slack.type_command("/greet")
    await greeter.asked.wait()
    connection.stop_intake()
    greeter.asked.clear()
    second = await slack.type_command("/greet")
    draining = asyncio.create_task(connection.drain(within=30))
    done, _ = await asyncio.wait({draining}, timeout=0.1)
    assert not done
    greeter.may.set()
    await draining
    assert await slack.answered(first) == {"text": "Hello"}
    assert not greeter.asked.is_set()
    assert second not in slack.answers
