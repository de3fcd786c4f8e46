"""What tests of handlers share: Bolt as Rapport sets it up, between a real Slack-like server and a real database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from bot.settings import Settings
from bot.slack import bolt_app, open_session, slack_client
from handlers.call import Call
from handlers.errors import Listener
from handlers.events import Intake
from handlers.listening import Listening
from storage.models import Workspace
from storage.store import Store
from storage.transaction import Transaction
from tests.handlers.desk import BOT, BOT_USER, TEAM, Desk, Slack
from views.wording import Wording

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    server = Slack()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def app(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AsyncApp]:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    settings = Settings("xoxb-test", "xapp-test", slack_api_url=f"{slack.url}/api/")
    authorization = AuthorizeResult(
        enterprise_id=None, team_id=TEAM, bot_user_id=BOT_USER, bot_id=BOT, bot_token=settings.slack_bot_token
    )
    async with open_session() as session:
        yield bolt_app(slack_client(settings, session), authorization)


@pytest.fixture
def desk(app: AsyncApp, slack: Slack) -> Desk:
    return Desk(app, slack)


@pytest.fixture
async def home(store: Store) -> Store:
    """A database in which the workspace is known."""

    async def deed(tx: Transaction) -> None:
        tx.add(Workspace(id=TEAM, name="Home", bot_user_id=BOT_USER, installed_at=NOW))

    await store.write(deed)
    return store


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


@pytest.fixture
def listening(app: AsyncApp, store: Store, wording: Wording) -> Listening:
    return Listening(app, Intake(store, lambda: NOW), wording, at_once=2, answer_within=0.2)


async def settle(listening: Listening) -> None:
    """Wait until every listener has ended."""
    assert await listening.drain(within=10) == 0


def refusing(refusal: Exception) -> Listener:
    async def listener(_: Call) -> None:
        raise refusal

    return listener
