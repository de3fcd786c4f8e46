"""What comes in from Slack: acknowledged once, answered where the person is, whatever the listener does."""

import asyncio
import logging
import re

import pytest
from slack_bolt.async_app import AsyncApp

from handlers.call import Call, Json
from handlers.errors import Listener
from handlers.events import Intake
from handlers.listening import Listening
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, Refusals
from storage.store import Store
from tests.handlers.conftest import NOW
from tests.handlers.desk import TEAM, USER, Ack, Desk, Slack, view
from views.wording import Wording

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

MODAL: Json = {"type": "modal", "callback_id": "next", "title": {"type": "plain_text", "text": "Next"}, "blocks": []}
NOT_YOURS = "This belongs to somebody else, so nothing was changed."
EMPTY = "Please fill this in."


@pytest.fixture
def listening(app: AsyncApp, store: Store, wording: Wording) -> Listening:
    return Listening(app, Intake(store, lambda: NOW), wording, at_once=2, answer_within=0.2)


async def settle(listening: Listening) -> None:
    """Wait until every listener has ended."""
    assert await listening.drain(within=10) == 0


async def test_a_command_brings_who_typed_what_where(listening: Listening, desk: Desk) -> None:
    calls: list[Call] = []

    async def listener(call: Call) -> None:
        calls.append(call)

    listening.command("/checkin", listener)
    assert await desk.command("/checkin", " <@U0TOM|tom>  we met ") == Ack(200)
    (call,) = calls
    assert (call.actor, call.words, call.channel) == (Actor(TEAM, USER), "<@U0TOM|tom>  we met", "C0TALK")


async def test_a_command_is_answered_in_its_acknowledgement(listening: Listening, desk: Desk, slack: Slack) -> None:
    async def listener(call: Call) -> None:
        await call.say_privately("Tom & Maya")

    listening.command("/checkin", listener)
    ack = await desk.command("/checkin")
    assert ack == Ack(200, {"text": "Tom &amp; Maya", "response_type": "ephemeral"})
    await settle(listening)
    assert slack.calls == []


async def test_a_form_opens_after_the_acknowledgement(listening: Listening, desk: Desk, slack: Slack) -> None:
    async def listener(call: Call) -> None:
        assert await call.open(MODAL) == "V0NEW"
        await call.say_privately("Here it is.")

    listening.command("/checkin", listener)
    assert await desk.command("/checkin") == Ack(200)
    await settle(listening)
    (opened, view_arguments), (responded, said) = slack.calls
    assert (opened, view_arguments["trigger_id"]) == ("views.open", "1.2.3")
    assert (responded, said["text"], said["response_type"]) == ("respond", "Here it is.", "ephemeral")


async def test_a_click_is_acknowledged_only_when_it_is_carried_out(listening: Listening, desk: Desk) -> None:
    carried_out = asyncio.Event()
    may = asyncio.Event()

    async def listener(call: Call) -> None:
        assert call.value == "pair-1"
        await may.wait()
        carried_out.set()

    listening.action("accept_pair", listener)
    press = asyncio.create_task(desk.press("accept_pair", "pair-1"))
    await asyncio.wait({press}, timeout=0.05)
    assert not press.done()
    may.set()
    assert await press == Ack(200)
    assert carried_out.is_set()


async def test_a_message_is_replaced_where_it_was_clicked(listening: Listening, desk: Desk, slack: Slack) -> None:
    async def listener(call: Call) -> None:
        await call.replace_message("Accepted.", [{"type": "divider"}])

    listening.action("accept_pair", listener)
    await desk.press("accept_pair")
    assert slack.calls == [
        ("respond", {"text": "Accepted.", "blocks": [{"type": "divider"}], "replace_original": True})
    ]


async def test_from_a_modal_a_form_is_pushed_and_the_modal_redrawn(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    async def push(call: Call) -> None:
        await call.open(MODAL)

    async def redraw(call: Call) -> None:
        await call.redraw(MODAL)

    listening.action("push", push)
    listening.action("redraw", redraw)
    await desk.press("push", view=view("check_in"))
    await desk.press("redraw", view=view("check_in"))
    await settle(listening)
    (pushed, _), (updated, arguments) = slack.calls
    assert (pushed, updated) == ("views.push", "views.update")
    assert (arguments["view_id"], arguments["hash"]) == ("V0FORM", "1.abc")


async def test_a_form_that_a_newer_one_has_replaced_is_left_alone(
    listening: Listening, desk: Desk, slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    async def redraw(call: Call) -> None:
        await call.redraw(MODAL)

    slack.refusals["views.update"] = "hash_conflict"
    listening.action("redraw", redraw)
    assert await desk.press("redraw", view=view("check_in")) == Ack(200)
    assert [method for method, _ in slack.calls] == ["views.update"]
    assert "failure" not in caplog.text


@pytest.mark.parametrize(
    ("answer", "heard"),
    [
        ("nothing", {}),
        ("close", {"response_action": "clear"}),
        ("redraw", {"response_action": "update", "view": MODAL}),
        ("mark", {"response_action": "errors", "errors": {"notes": "Too long"}}),
    ],
)
async def test_a_submission_is_answered_in_its_acknowledgement(
    listening: Listening, desk: Desk, answer: str, heard: Json
) -> None:
    async def listener(call: Call) -> None:
        assert call.form_id == "V0FORM"
        match answer:
            case "close":
                await call.close_all()
            case "redraw":
                await call.redraw(MODAL)
            case "mark":
                await call.mark_fields({"notes": "Too long"})

    listening.submission("check_in", listener)
    assert await desk.submit("check_in") == Ack(200, heard)


async def test_a_closed_form_is_told(listening: Listening, desk: Desk) -> None:
    names: list[str] = []

    async def listener(call: Call) -> None:
        names.append(call.name)

    listening.closed("check_in", listener)
    assert await desk.close("check_in") == Ack(200)
    assert names == ["check_in"]


def refusing(refusal: Exception) -> Listener:
    async def listener(_: Call) -> None:
        raise refusal

    return listener


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


async def test_a_form_whose_saving_takes_long_stays_open_and_is_saved_once(listening: Listening, desk: Desk) -> None:
    may = asyncio.Event()
    saved: set[str] = set()

    async def listener(call: Call) -> None:
        await may.wait()
        saved.add(call.form_id)

    listening.submission("check_in", listener)
    ack = await desk.submit("check_in")
    assert "nothing is saved twice" in ack.answer["errors"]["when"]
    assert saved == set()
    may.set()
    assert await desk.submit("check_in") == Ack(200)
    await settle(listening)
    assert saved == {"V0FORM"}


async def test_a_command_that_takes_long_is_answered_later_in_the_same_place(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    may = asyncio.Event()

    async def listener(call: Call) -> None:
        await may.wait()
        await call.say_privately("Here you are.")

    listening.command("/checkin", listener)
    assert await desk.command("/checkin") == Ack(200)
    assert slack.calls == []
    may.set()
    await settle(listening)
    ((method, said),) = slack.calls
    assert (method, said["text"]) == ("respond", "Here you are.")


async def test_no_more_listeners_run_at_once_than_there_is_room_for(listening: Listening, desk: Desk) -> None:
    running, most = 0, 0
    two = asyncio.Event()

    async def listener(_: Call) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 2:
            two.set()
        await two.wait()
        await asyncio.sleep(0)
        running -= 1

    listening.command("/checkin", listener)
    assert await asyncio.gather(*(desk.command("/checkin") for _ in range(6))) == [Ack(200)] * 6
    assert most == 2


async def test_a_command_that_has_to_wait_for_room_is_acknowledged_at_once(
    app: AsyncApp, store: Store, wording: Wording, desk: Desk, slack: Slack
) -> None:
    with_room_for_one = Listening(app, Intake(store, lambda: NOW), wording, at_once=1)
    began, may = asyncio.Event(), asyncio.Event()

    async def listener(call: Call) -> None:
        began.set()
        await may.wait()
        await call.say_privately(call.words)

    with_room_for_one.command("/win", listener)
    first = asyncio.create_task(desk.command("/win", "first"))
    await began.wait()
    assert await desk.command("/win", "second") == Ack(200)
    assert not first.done()
    may.set()
    assert (await first).answer["text"] == "first"
    await settle(with_room_for_one)
    assert [(method, said["text"]) for method, said in slack.calls] == [("respond", "second")]


async def test_a_drain_waits_for_what_runs(listening: Listening, desk: Desk) -> None:
    begun, may = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def slow(_: Call) -> None:
        begun.set()
        await may.wait()
        ended.append("slow")

    listening.action("slow", slow)
    press = asyncio.create_task(desk.press("slow"))
    await begun.wait()
    draining = asyncio.create_task(listening.drain(within=10))
    await asyncio.sleep(0)
    assert not draining.done()
    may.set()
    assert await draining == 0
    assert ended == ["slow"]
    assert await press == Ack(200)


async def test_what_a_drain_cancels_is_not_acknowledged(listening: Listening, desk: Desk) -> None:
    begun = asyncio.Event()

    async def stuck(_: Call) -> None:
        begun.set()
        await asyncio.Event().wait()

    listening.action("stuck", stuck)
    press = asyncio.create_task(desk.press("stuck"))
    await begun.wait()
    assert await listening.drain(within=0.01) == 1
    # Over a socket this is no answer at all, and Slack shows the person that it was not done.
    assert (await press).status == 404


@pytest.mark.parametrize(
    "body",
    [
        {"type": "block_actions", "actions": [{"action_id": "from_the_future", "block_id": "b"}], "user": {"id": USER}},
        {"type": "view_submission", "view": {"callback_id": "from_the_future", "type": "modal"}, "user": {"id": USER}},
        {"type": "shortcut", "callback_id": "from_the_future", "user": {"id": USER}},
        {"command": "/from-the-future", "text": "my secret", "user_id": USER},
        {"type": "event_callback", "event_id": "Ev9", "event": {"type": "from_the_future", "text": "my secret"}},
        {"type": "block_suggestion", "action_id": "from_the_future", "block_id": "b", "value": "my secret"},
        {"type": "from_the_future", "text": "my secret"},
        {},
    ],
)
async def test_what_nobody_listens_to_is_acknowledged_and_logged_without_words(
    listening: Listening, desk: Desk, body: Json, caplog: pytest.LogCaptureFixture
) -> None:
    listening.command("/checkin", refusing(AssertionError()))
    caplog.set_level(logging.INFO)
    assert (await desk.hand_in({"team_id": TEAM, **body})).status == 200
    assert "nobody listens" in caplog.text
    assert "my secret" not in caplog.text


async def test_two_listeners_for_the_same_are_a_mistake(listening: Listening) -> None:
    listening.command("/checkin", refusing(AssertionError()))
    with pytest.raises(ValueError, match="/checkin"):
        listening.command("/checkin", refusing(AssertionError()))
