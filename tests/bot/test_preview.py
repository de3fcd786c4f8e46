"""`rapport preview`: who will be sent what and when, before anything is sent."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import func, select

from bot.preview import preview
from bot.seed import read_seed, seed
from bot.settings import DatabaseSettings
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from storage.keyring import new_key
from storage.models import Delivery, Notice, Pair
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.process import forked_rapport

WEDNESDAY = datetime(2026, 3, 4, 10, tzinfo=UTC)

FRIDAY = """
Friday 6 March
  Tom and Maya
    15:30  Maya (Europe/London)  Question after the session with Tom
    16:30  Tom (Europe/Berlin)   Question after the session with Maya

Monday 9 March
  Leo and Priya
    09:30  Leo (Europe/London)   Invitation to a pair with Priya, once more
    09:30  Priya (Asia/Kolkata)  Invitation to a pair with Leo, once more
"""


async def changes(tx: Transaction) -> list[object]:
    """What sending or telling would change."""
    counts = [await tx.scalar(select(func.count()).select_from(table)) for table in (Delivery, Notice)]
    return [*counts, *await tx.scalars(select(Pair.look_at).order_by(Pair.id))]


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_it_prints_what_is_to_come_and_changes_nothing(database_url: str, store: Store) -> None:
    services = Services(store, lambda: WEDNESDAY, lambda: None)
    people = read_seed()
    await ensure_workspace(services, Installed(people.workspace_id, people.workspace_name, people.app.bot_user_id))
    await seed(services, WEDNESDAY)
    before = await store.read(changes)

    written = StringIO()
    settings = DatabaseSettings(database_url=database_url, rapport_keys=new_key())
    await preview(Console(file=written, width=120), settings, 1, lambda: WEDNESDAY)

    assert written.getvalue().startswith("Harbour Lane: what will be sent in the next week if nobody does anything\n")
    assert FRIDAY in written.getvalue()
    assert written.getvalue().endswith("\n8 messages to 4 people\n")
    assert await store.read(changes) == before


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_where_nothing_is_installed_it_says_so(database_url: str, store: Store) -> None:
    assert await store.read(changes) == [0, 0]
    written = StringIO()
    settings = DatabaseSettings(database_url=database_url, rapport_keys=new_key())
    await preview(Console(file=written, width=120), settings, 1, lambda: WEDNESDAY)
    assert written.getvalue() == "Nothing will be sent: this database knows of no workspace that Rapport is in.\n"


async def test_without_a_database_it_says_so_and_makes_none(tmp_path: Path) -> None:
    async with forked_rapport(tmp_path, "preview") as process:
        assert await process.ends() == 1
    assert "There is no database at" in process.written
    assert not any(tmp_path.iterdir())  # noqa: ASYNC240 - nothing else runs
