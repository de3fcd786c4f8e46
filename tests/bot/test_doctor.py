"""`rapport doctor`: what is well, and what to do about the rest."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from bot.clock import utc_now
from bot.database import key_path, open_store
from bot.doctor import Finding, examine
from bot.manifest import manifest_path
from bot.seed import read_seed
from bot.settings import Settings
from playground.seed import Channel
from playground.server import Playground
from storage.keyring import new_key
from storage.models import Programme, Workspace, new_id
from storage.transaction import Transaction
from tests.bot.process import forked_rapport

QUIET = Channel("C0QUIET", "quiet", is_private=False, members=("U0AMARA",), topic="")
SEED = replace(read_seed(), channels=(*read_seed().channels, QUIET))


@pytest.fixture
def dialect() -> str:
    """What is checked is the same on either database, but for the key file."""
    return "sqlite"


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    server = Playground(manifest_path(), SEED, utc_now)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def settings(playground: Playground, database_url: str) -> Settings:
    return Settings(
        playground.bot_token, playground.app_token, slack_api_url=playground.api_url, database_url=database_url
    )


async def troubles(settings: Settings) -> dict[str, str]:
    """What is not well, by its subject."""
    findings = await examine(settings, utc_now)
    return {finding.subject: finding.words for finding in findings if not finding.is_well}


async def set_up(settings: Settings, channel: str | None = None) -> None:
    """Leave a database as a first run leaves it."""
    async with AsyncExitStack() as resources:
        store = await open_store(settings, resources)

        async def deed(tx: Transaction) -> None:
            now = utc_now()
            hours = {"works_from": now.time(), "works_until": now.time()}
            tx.add(Workspace(id=SEED.workspace_id, name="Harbour", bot_user_id="U0", installed_at=now))
            await tx.flush()
            tx.add(
                Programme(
                    id=new_id(), workspace_id=SEED.workspace_id, name="Harbour", channel=channel, rhythm_days=14,
                    length_months=6, created_at=now, **hours,
                )
            )  # fmt: skip

        await store.write(deed)


async def test_all_is_well(settings: Settings) -> None:
    await set_up(settings)
    findings = await examine(settings, utc_now)
    assert [finding.subject for finding in findings] == [
        "Bot token", "Scopes", "Clock", "Socket Mode", "Database", "Keys",
    ]  # fmt: skip
    assert all(finding.is_well for finding in findings)
    assert findings[0] == Finding("Bot token", f"Signed in to {SEED.workspace_name} as rapport.")


async def test_wrong_tokens(settings: Settings) -> None:
    found = await troubles(replace(settings, slack_bot_token="xoxb-wrong", slack_app_token="xapp-wrong"))
    assert "invalid_auth" in found["Bot token"]
    assert "OAuth & Permissions" in found["Bot token"]
    assert "connections:write" in found["Socket Mode"]


async def test_no_slack_there(settings: Settings) -> None:
    found = await troubles(replace(settings, slack_api_url="http://127.0.0.1:1/api/"))
    assert "not reached" in found["Bot token"]
    assert "SLACK_API_URL" in found["Socket Mode"]


async def test_scopes_that_are_missing(settings: Settings, tmp_path: Path) -> None:
    whole = yaml.safe_load(manifest_path().read_text("utf-8"))
    whole["oauth_config"]["scopes"] = {"bot": ["chat:write", "commands"]}
    older = tmp_path / "manifest.yml"
    older.write_text(yaml.safe_dump(whole))
    server = Playground(older, SEED, utc_now)
    await server.start()
    try:
        found = await troubles(replace(settings, slack_api_url=server.api_url))
    finally:
        await server.stop()
    assert found["Scopes"].startswith("The token lacks channels:read, im:history, im:write, mpim:write, users:read.")
    assert "manifest.yml" in found["Scopes"]


async def test_a_clock_that_is_wrong(settings: Settings) -> None:
    findings = await examine(settings, lambda: utc_now() - timedelta(minutes=5))
    (clock,) = [finding for finding in findings if finding.subject == "Clock"]
    assert not clock.is_well
    assert "behind" in clock.words


async def test_a_database_that_is_yet_to_be_made_stays_so(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    findings = await examine(replace(settings, database_url=f"sqlite:///{file}"), utc_now)
    assert findings[-1] == Finding("Database", f"{file} will be made at the first start.")
    assert not file.exists()
    assert not file.with_name("new.db.key").exists()


async def test_a_key_file_that_was_lost(settings: Settings) -> None:
    await set_up(settings)
    key_path(settings).unlink()
    found = await troubles(settings)
    assert "is missing" in found["Keys"]
    assert not key_path(settings).exists()


async def test_keys_of_another_database(settings: Settings) -> None:
    await set_up(settings)
    found = await troubles(replace(settings, rapport_keys=new_key()))
    assert "sealed with another key" in found["Keys"]


async def test_a_celebrations_channel_that_rapport_is_not_in(settings: Settings) -> None:
    await set_up(settings, channel=QUIET.id)
    found = await troubles(settings)
    assert "/invite @Rapport" in found["Celebrations of Harbour"]


async def test_the_command_says_it_and_fails_where_something_has_to_be_put_right(
    settings: Settings, playground: Playground, tmp_path: Path
) -> None:
    environ = {
        "SLACK_BOT_TOKEN": settings.slack_bot_token,
        "SLACK_APP_TOKEN": "wrong",
        "SLACK_API_URL": playground.api_url,
    }
    async with forked_rapport(tmp_path, "doctor", **environ) as process:
        assert await process.ends() == 1
    assert "✓ Bot token: Signed in" in process.written
    assert "✗ Socket Mode: Slack refuses it (invalid_auth)." in process.written
