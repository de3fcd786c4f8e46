"""`rapport outbox`: tells where posts are and never what they say, and has them sent again or given up."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.keyring import new_key
from storage.models import Delivery, Notice, Person, Workspace
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.process import HEALTH, Process, forked_rapport
from tests.bot.tiny_slack import APP_TOKEN, BOT_TOKEN, TEAM, TinySlack

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

LONG_AGO = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
KEYS = new_key()


async def fill(store: Store) -> None:
    """Maya is to be told of six things; each is somewhere else on its way."""

    async def deed(tx: Transaction) -> None:
        tx.add(Workspace(id=TEAM, name="Tiny", bot_user_id="U0BOT", installed_at=LONG_AGO))
        await tx.flush()
        tx.add(Person(id="maya", workspace_id=TEAM, slack_id="U1", name="Maya", dm_channel="D1"))
        await tx.flush()
        states = ["unconfirmed", "dead", "dead", "sent", "cancelled", "in_doubt"]
        for number, state in enumerate(states, 1):
            delivery = Delivery(id=number, workspace_id=TEAM, person_id="maya", state=state, created_at=LONG_AGO)
            delivery.not_before, delivery.error = LONG_AGO, f"reason {number}"
            delivery.expires_at = LONG_AGO if number == 3 else None
            notice = Notice(workspace_id=TEAM, kind="help", subject=f"{number}", occurrence="1", receiver="maya")
            notice.facts, notice.delivery_id, notice.created_at = {"said": "never"}, number, LONG_AGO
            tx.add(delivery)
            await tx.flush()
            tx.add(notice)

    await store.write(deed)


async def test_it_tells_what_needs_somebody_and_counts_the_rest(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    await fill(store)
    listed = await outbox(tmp_path, database_url, "list")
    for words in ("unconfirmed", "Maya", "help", "reason 1", "reason 2", "reason 6"):
        assert words in listed
    assert "reason 4" not in listed
    assert "In all: 1 sent, 1 in_doubt, 1 unconfirmed, 2 dead, 1 cancelled." in listed
    assert "reason 4" in await outbox(tmp_path, database_url, "list", "--state", "sent")
    shown = await outbox(tmp_path, database_url, "show", "1")
    assert re.search(r"State\s+unconfirmed: it may be in Slack", shown)
    assert "2026-03-02 12:00 UTC" in shown
    assert "never" not in listed + shown
    assert "There is no state lost" in await outbox(tmp_path, database_url, "list", "--state", "lost", code=2)
    assert "There is no post 7" in await outbox(tmp_path, database_url, "show", "7", code=1)


async def test_it_asks_before_it_may_say_something_twice_or_never(
    store: Store, database_url: str, tmp_path: Path
) -> None:
    await fill(store)
    # Nobody answers.
    assert "may be there twice" in await outbox(tmp_path, database_url, "retry", "1", "2", code=1)
    assert "Never send" in await outbox(tmp_path, database_url, "discard", "6", code=1)
    assert await states(store) == ["unconfirmed", "dead", "dead", "sent", "cancelled", "in_doubt"]
    said = await outbox(tmp_path, database_url, "retry", "1", "2", "3", "4", "--yes", code=1)
    assert "Post 1 goes out" in said
    assert "Post 3 stays as it is" in said
    said = await outbox(tmp_path, database_url, "discard", "4", "6", "--yes", code=1)
    assert "Post 4 stays as it is" in said
    assert await states(store) == ["pending", "pending", "dead", "sent", "cancelled", "cancelled"]


async def test_it_works_beside_rapport_which_sends_what_is_retried(
    slack: TinySlack, store: Store, database_url: str, tmp_path: Path
) -> None:
    await fill(store)
    settings = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api_url, "PORT": "0"}
    async with forked_rapport(tmp_path, "run", **settings, DATABASE_URL=database_url, RAPPORT_KEYS=KEYS) as process:
        await process.wrote(HEALTH)
        assert "Post 2 goes out" in await outbox(tmp_path, database_url, "retry", "2")
        assert (await slack.called("chat.postMessage"))["channel"] == "D1"


@pytest.fixture
async def slack() -> AsyncIterator[TinySlack]:
    server = TinySlack()
    await server.start()
    yield server
    await server.stop()


async def outbox(folder: Path, database_url: str, *arguments: str, code: int = 0) -> str:
    process: Process
    async with forked_rapport(folder, "outbox", *arguments, DATABASE_URL=database_url, RAPPORT_KEYS=KEYS) as process:
        assert await process.ends() == code, process.written
    return process.written


async def states(store: Store) -> list[str]:
    async def look(tx: Transaction) -> list[str]:
        return [(await tx.get_one(Delivery, number)).state for number in range(1, 7)]

    return await store.read(look)
