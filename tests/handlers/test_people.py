"""People whom Slack does not show, and Slack's own accounts."""

import pytest
from slack_bolt.async_app import AsyncApp

from handlers import home as home_flow
from handlers.call import Call
from handlers.events import Intake
from handlers.listening import Listening
from handlers.profiles import chosen_profile
from services.context import Services
from storage.store import Store
from tests.handlers.conftest import NOW
from tests.handlers.desk import Desk, Slack
from tests.handlers.test_events import remembered
from views.wording import Wording

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


@pytest.fixture
def listening(app: AsyncApp, home: Store, wording: Wording) -> Listening:
    return Listening(app, Intake(home, lambda: NOW), wording)


@pytest.mark.parametrize("answer", ["user_not_found", "user_not_visible"])
async def test_whom_slack_does_not_show_is_refused_beside_the_field(
    listening: Listening, desk: Desk, slack: Slack, answer: str
) -> None:
    async def submit(call: Call) -> None:
        await chosen_profile(call, "U0FAR", "mentee")

    listening.submission("pair", submit)
    slack.refusals["users.info"] = answer
    ack = await desk.submit("pair", blocks=[{"type": "input", "block_id": name} for name in ("mentor", "mentee")])
    said = "Slack does not let me see this person. Please choose somebody of this workspace."
    assert ack.answer == {"response_action": "errors", "errors": {"mentee": said}}


async def test_slacks_own_accounts_are_not_answered(
    app: AsyncApp, listening: Listening, desk: Desk, home: Store
) -> None:
    home_flow.register(listening, Services(home, lambda: NOW, lambda: None), app.client)
    for number, user in enumerate(("USLACKBOT", "USLACK")):
        ack = await desk.event("message", f"Ev{number}", user=user, channel_type="im")
        assert ack.status == 200
    assert await remembered(home) == []
