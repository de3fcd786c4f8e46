"""`rapport run`: says at once what is wrong, works against any Slack-compatible server, and stops in good order."""

import asyncio
import re
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from tests.bot.process import HEALTH, Process, forked_rapport, rapport
from tests.bot.tiny_slack import APP_TOKEN, BOT_TOKEN, TEAM, USER, TinySlack

STOPPING = re.compile("stopping")
Start = Callable[..., AbstractAsyncContextManager[Process]]


@pytest.fixture
async def slack() -> AsyncIterator[TinySlack]:
    server = TinySlack()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def start(slack: TinySlack, tmp_path: Path) -> Start:
    """Starts `rapport run` on an empty folder, with all that is needed and what a test changes of it."""
    needed = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api_url, "PORT": "0"}
    return partial(forked_rapport, tmp_path, "run", **needed)


async def test_without_settings_it_names_all_that_is_missing_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    async with rapport(tmp_path, "run", PORT="http", PYTHONPROFILEIMPORTTIME="1") as process:
        assert await process.ends() == 2
    for name in ("SLACK_BOT_TOKEN is missing", "SLACK_APP_TOKEN is missing", "PORT is not a port number"):
        assert name in process.written
    imported = {line.rpartition("|")[2].strip() for line in process.lines}
    assert "bot.settings" in imported
    # The first two would stay with the running bot for ever, without being of use.
    assert imported & {"pydantic", "rich", "sqlalchemy", "slack_bolt", "alembic"} == set()


async def test_what_only_others_can_tell_is_named_at_once_too(start: Start) -> None:
    with socket.create_server(("", 0)) as taken:
        port = str(taken.getsockname()[1])
        wrong = {"SLACK_BOT_TOKEN": "wrong", "SLACK_APP_TOKEN": "wrong", "DATABASE_URL": "sqlite:///no/such/folder.db"}
        async with start(**wrong, PORT=port) as process:
            assert await process.ends() == 2
    for name in ("SLACK_BOT_TOKEN is refused", "SLACK_APP_TOKEN is refused", "DATABASE_URL", f"PORT {port}"):
        assert name in process.written
    assert "Traceback" not in process.written


async def test_it_works_until_a_signal_and_lets_what_runs_finish(start: Start, slack: TinySlack) -> None:
    slack.gates["views.open"] = asyncio.Event()
    async with start() as process:
        port = (await process.wrote(HEALTH))[1]
        await slack.connected()
        assert await health(port) == (200, {"ok": True, "disconnected_seconds": 0, "late": []})
        assert [method for method, _ in slack.calls] == ["auth.test", "apps.connections.open"]
        help_ = await slack.answered(await slack.type_command("/mentoring", "help"))
        assert "/win" in str(help_)
        assert await slack.answered(await slack.send("from_the_future", {"type": "from_the_future"})) == {}

        async with start() as second:
            assert await second.ends() == 1
        assert "already runs" in second.written

        envelope = await slack.type_command("/mentoring", "programme")
        await slack.called("views.open")
        process.process.send_signal(signal.SIGTERM)
        await process.wrote(STOPPING)
        ending = asyncio.create_task(process.ends())
        done, _ = await asyncio.wait({ending}, timeout=0.5)
        assert not done
        slack.gates["views.open"].set()
        assert await ending == 0
    assert await slack.answered(envelope) == {}
    assert "cancelled" not in process.written
    assert "Traceback" not in process.written


async def test_a_listener_that_does_not_end_holds_a_stop_up_for_less_than_ten_seconds(
    start: Start, slack: TinySlack
) -> None:
    slack.gates["views.open"] = asyncio.Event()
    async with start() as process:
        await process.wrote(HEALTH)
        await slack.connected()
        await slack.type_command("/mentoring", "programme")
        await slack.called("views.open")
        process.process.send_signal(signal.SIGINT)
        assert await process.ends(within=10) == 0
    assert "cancelled at the stop: 1 listeners" in process.written


async def test_a_second_signal_ends_it_at_once(start: Start, slack: TinySlack) -> None:
    slack.gates["views.open"] = asyncio.Event()
    async with start() as process:
        await process.wrote(HEALTH)
        await slack.connected()
        await slack.type_command("/mentoring", "programme")
        await slack.called("views.open")
        process.process.send_signal(signal.SIGTERM)
        await process.wrote(STOPPING)
        process.process.send_signal(signal.SIGTERM)
        assert await process.ends(within=2) == 128 + signal.SIGTERM


async def test_a_signal_during_the_start_ends_it(start: Start, slack: TinySlack) -> None:
    slack.gates["auth.test"] = asyncio.Event()
    async with start() as process:
        await slack.called("auth.test")
        process.process.send_signal(signal.SIGTERM)
        assert await process.ends() == 0
    assert "Traceback" not in process.written


async def test_kill_9_loses_no_event_that_was_acknowledged(start: Start, slack: TinySlack) -> None:
    slack.gates["users.info"] = asyncio.Event()
    async with start() as process:
        await process.wrote(HEALTH)
        await slack.connected()
        opened = {"type": "app_home_opened", "user": USER, "tab": "home"}
        body = {"type": "event_callback", "team_id": TEAM, "event_id": "Ev1", "event": opened}
        assert await slack.answered(await slack.send("events_api", body)) == {}
        await slack.called("users.info")
        process.process.kill()
        await process.ends()
    slack.gates.pop("users.info").set()
    slack.calls.clear()
    async with start() as process:
        assert (await slack.called("views.publish"))["user_id"] == USER
        process.process.send_signal(signal.SIGTERM)
        assert await process.ends() == 0


async def health(port: str) -> tuple[int, object]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as response:
        return response.status, await response.json()
