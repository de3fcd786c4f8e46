"""What tests of the scheduler share: a workspace, a Slack that goes wrong on demand, and senders between them."""

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from scheduler.backoff import Backoff
from scheduler.margins import Margins
from scheduler.outcomes import Patience
from scheduler.pace import Pace
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from storage.store import Store
from tests.scheduler.office import Office
from tests.scheduler.slack_server import SlackServer
from views.wording import Wording


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Slack SDK would send even what is for this machine through a proxy."""
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[SlackServer]:
    server = SlackServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def office(store: Store) -> Office:
    office = Office(store)
    await office.open()
    return office


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording()


@pytest.fixture
async def client(slack: SlackServer) -> AsyncIterator[AsyncWebClient]:
    async with aiohttp.ClientSession() as session:
        yield AsyncWebClient(token="xoxb-t", base_url=slack.url, session=session, retry_handlers=[])


@pytest.fixture
def calls(client: AsyncWebClient, office: Office) -> SlackCalls:
    def clock() -> float:
        return office.seconds

    return SlackCalls(client, patience=Patience(answer=1.5), clock=clock, pace=Pace(clock, channel_gap=0.0))


NewSender = Callable[..., Sender]


@pytest.fixture
async def new_sender(office: Office, calls: SlackCalls, wording: Wording) -> AsyncIterator[NewSender]:
    """Makes senders, with margins and calls of the test's choice."""
    senders = []

    def make(slack: SlackCalls = calls, **margins: object) -> Sender:
        usual: dict[str, object] = {"look": timedelta(seconds=0.05), "backoff": Backoff(60.0, 3600.0, least=30.0)}
        sender = Sender(office.services, slack, wording, margins=Margins(**{**usual, **margins}))  # type: ignore[arg-type]
        senders.append(sender)
        return sender

    yield make
    for sender in senders:
        await sender.close(0)


@pytest.fixture
def sender(new_sender: NewSender) -> Sender:
    return new_sender()
