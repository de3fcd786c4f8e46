"""What a listener refuses, and what fails: said where the person is looking, and nothing typed is lost."""

import re

import pytest

from handlers.listening import Listening
from mentoring.refusals import Reason, Refusal, Refusals
from tests.handlers.conftest import refusing, settle
from tests.handlers.desk import USER, Ack, Desk, Slack, view

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

NOT_YOURS = "This belongs to somebody else, so nothing was changed."
EMPTY = "Please fill this in."


async def test_a_refused_command_is_answered_beside_it(listening: Listening, desk: Desk) -> None:
    listening.command("/checkin", refusing(Refusal(Reason.NOT_YOURS)))
    assert (await desk.command("/checkin")).answer["text"] == NOT_YOURS


async def test_a_refused_click_in_a_message_is_answered_beside_it(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    listening.action("accept_pair", refusing(Refusal(Reason.NOT_YOURS)))
    assert await desk.press("accept_pair") == Ack(200)
    ((method, said),) = slack.calls
    assert (method, said["text"], said["replace_original"]) == ("respond", NOT_YOURS, False)


async def test_a_refused_click_in_a_modal_is_answered_over_it(listening: Listening, desk: Desk, slack: Slack) -> None:
    listening.action("add_more", refusing(Refusal(Reason.NOT_YOURS)))
    assert await desk.press("add_more", view=view("check_in")) == Ack(200)
    await settle(listening)
    ((method, arguments),) = slack.calls
    assert method == "views.push"
    assert NOT_YOURS in str(arguments["view"])


@pytest.mark.parametrize("kind", ["shortcut", "home"])
async def test_what_has_no_message_is_answered_in_a_modal(
    listening: Listening, desk: Desk, slack: Slack, kind: str
) -> None:
    listening.shortcut("log_check_in", refusing(Refusal(Reason.NOT_YOURS)))
    listening.action("log_check_in", refusing(Refusal(Reason.NOT_YOURS)))
    if kind == "shortcut":
        await desk.shortcut("log_check_in")
    else:
        await desk.press("log_check_in", view={"id": "V0HOME", "type": "home", "blocks": []})
    await settle(listening)
    ((method, arguments),) = slack.calls
    assert method == "views.open"
    assert NOT_YOURS in str(arguments["view"])


async def test_when_no_modal_can_be_opened_a_direct_message_says_it(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    slack.refusals["views.open"] = "expired_trigger_id"
    listening.shortcut("log_check_in", refusing(Refusal(Reason.NOT_YOURS)))
    await desk.shortcut("log_check_in")
    await settle(listening)
    method, arguments = slack.calls[-1]
    assert (method, arguments["channel"], arguments["text"]) == ("chat.postMessage", USER, NOT_YOURS)


@pytest.mark.parametrize(
    ("refusal", "errors"),
    [
        (Refusal(Reason.EMPTY, "notes"), {"notes": EMPTY}),
        (Refusal(Reason.EMPTY, "no-such-field"), {"when": EMPTY}),
        (Refusal(Reason.NOT_YOURS), {"when": NOT_YOURS}),
        (
            Refusals((Refusal(Reason.EMPTY, "notes"), Refusal(Reason.EMPTY, "when"), Refusal(Reason.NOT_YOURS))),
            {"notes": EMPTY, "when": f"{EMPTY} {NOT_YOURS}"},
        ),
    ],
)
async def test_a_refused_form_stays_open_and_says_it_at_its_fields(
    listening: Listening, desk: Desk, refusal: Exception, errors: dict[str, str]
) -> None:
    listening.submission("check_in", refusing(refusal))
    assert await desk.submit("check_in") == Ack(200, {"response_action": "errors", "errors": errors})


async def test_a_refused_form_without_fields_says_it_over_itself(listening: Listening, desk: Desk) -> None:
    listening.submission("message", refusing(Refusal(Reason.NOT_YOURS)))
    ack = await desk.submit("message", blocks=[])
    assert ack.answer["response_action"] == "push"
    assert NOT_YOURS in str(ack.answer["view"])


async def test_a_failure_is_logged_under_the_id_that_the_person_is_shown(
    listening: Listening, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    listening.command("/checkin", refusing(RuntimeError("The database is away.")))
    shown = (await desk.command("/checkin")).answer["text"]
    (logged,) = [record for record in caplog.records if record.exc_info]
    failure_id = re.findall(r"failure (\w{8})", logged.getMessage())[0]
    assert failure_id in shown


async def test_a_failure_in_a_form_keeps_what_was_typed(listening: Listening, desk: Desk) -> None:
    listening.submission("check_in", refusing(RuntimeError("The database is away.")))
    ack = await desk.submit("check_in")
    assert ack.answer["response_action"] == "errors"
    assert "What you typed is still here" in ack.answer["errors"]["when"]


async def test_a_failure_is_acknowledged_even_when_it_cannot_be_told(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    slack.refusals = {"views.open": "internal_error", "chat.postMessage": "internal_error"}
    listening.shortcut("log_check_in", refusing(RuntimeError("The database is away.")))
    assert await desk.shortcut("log_check_in") == Ack(200)
    await settle(listening)
    assert slack.calls[-1][0] == "chat.postMessage"
