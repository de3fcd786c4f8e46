"""The report of a programme where Slack takes charts, and where it does not."""

from datetime import timedelta

import pytest
from slack_bolt.async_app import AsyncApp
from sqlalchemy import select

from handlers import report
from handlers.events import Intake
from handlers.listening import Listening
from mentoring.pairs import PairState
from mentoring.people import Profile
from services.become_organiser import become_organiser
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.meet import meet
from storage.models import Pair, Person, Programme
from storage.store import Store
from storage.transaction import Transaction
from tests.handlers.conftest import NOW
from tests.handlers.desk import BOT_USER, TEAM, USER, Desk, Slack
from views.ids import ActionId
from views.wording import Wording

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


@pytest.fixture
async def listening(app: AsyncApp, store: Store, wording: Wording) -> Listening:
    """Maya organises a programme with a pair in it."""
    services = Services(store, lambda: NOW, lambda: None)
    await ensure_workspace(services, Installed(TEAM, "Home", BOT_USER))
    await become_organiser(services, TEAM, Profile(USER, "Maya", TEAM, "UTC", is_admin=True))
    await meet(services, TEAM, Profile("U0TOM", "Tom", TEAM, "UTC"))

    async def deed(tx: Transaction) -> None:
        maya, tom = await tx.scalars(select(Person).order_by(Person.name))
        then = NOW - timedelta(days=10)
        tx.add(
            Pair(
                workspace_id=TEAM, programme_id=(await tx.scalars(select(Programme.id))).one(), mentor_id=maya.id,
                mentee_id=tom.id, proposed_by_id=maya.id, state=PairState.ACTIVE, rhythm_days=14, length_months=6,
                proposed_at=then, accepted_at=then,
            )
        )  # fmt: skip

    await store.write(deed)
    listening = Listening(app, Intake(store, lambda: NOW), wording)
    report.register(listening, services, wording)
    return listening


async def read(listening: Listening, desk: Desk, slack: Slack) -> list[tuple[str, list[str]]]:
    """What came to the organiser: the text, and the kinds of blocks."""
    ack = await desk.press(ActionId.SHOW_REPORT)
    assert (ack.status, ack.answer) == (200, {})
    await listening.catch_up()
    return [
        (message["text"], [block["type"] for block in message.get("blocks", ())])
        for method, message in slack.calls
        if method == "respond"
    ]


async def test_it_is_said_with_a_chart_and_a_table(listening: Listening, desk: Desk, slack: Slack) -> None:
    [(text, blocks)] = await read(listening, desk, slack)
    assert "*In rhythm today:* 1 of 1 pair under way" in text
    assert blocks == ["section", "section", "data_visualization", "table", "context", "context"]


async def test_where_charts_are_not_taken_the_words_are(listening: Listening, desk: Desk, slack: Slack) -> None:
    slack.takes_charts = False
    [(text, _), again] = await read(listening, desk, slack)
    assert again == (text, [])
    assert "March 2026, so far \u00b7 1 of 1 \u00b7 \u2013 \u00b7 \u2013" in text
