"""What comes in from Slack: acknowledged once, answered where the person is, whatever the listener does."""

import asyncio
import logging

import pytest

from handlers.call import Call, Json
from handlers.listening import Listening
from mentoring.people import Actor
from tests.handlers.conftest import refusing, settle
from tests.handlers.desk import TEAM, USER, Ack, Desk, Slack, view

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])

MODAL: Json = {"type": "modal", "callback_id": "next", "title": {"type": "plain_text", "text": "Next"}, "blocks": []}


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
