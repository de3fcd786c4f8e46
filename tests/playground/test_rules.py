"""One small misbehaving Bolt app for each rule of Slack: it is caught, as Slack would catch it.

playground/README.md says where each rule is kept; calls that are refused stand in test_rules_of_calls.py.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import count

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People, RefusedError
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import FAST, Connect, Heard, SteppedClock
from tests.playground.raw_app import RawApp
from tests.playground.test_blocks import element, field, modal, plain, section
from tests.playground.test_rules_of_calls import opens

SLOW = pytest.mark.parametrize("ack_timeout", [0.05])


@SLOW
async def test_work_before_the_ack_makes_a_command_fail(app: AsyncApp, connect: Connect, people: People) -> None:
    @app.command("/greet")
    async def greet(ack: AsyncAck) -> None:
        await asyncio.sleep(0.1)
        await ack("Done")

    await connect()
    maya = people.as_("maya")
    with pytest.raises(RefusedError, match="operation_timeout"):
        await maya.command("/greet")
    await maya.see('/greet failed with the error "operation_timeout"')


# Enough for the command before it, on a busy machine too.
@pytest.mark.parametrize("ack_timeout", [0.5])
async def test_a_form_that_is_not_acknowledged_stays_open(app: AsyncApp, connect: Connect, people: People) -> None:
    @app.command("/greet")
    async def greet(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await ack()
        await opens(client, body, modal(section(), callback_id="form"))

    @app.view("form")
    async def save() -> None:
        await asyncio.sleep(0.1)

    await connect()
    maya = people.as_("maya")
    await maya.command("/greet")
    form = await maya.modal()
    with pytest.raises(RefusedError, match="trouble connecting"):
        await form.submit()
    assert await maya.top_modal() is not None


@pytest.mark.parametrize("trigger_life", [0.01])
async def test_a_form_opened_after_the_work_comes_too_late(app: AsyncApp, connect: Connect, people: People) -> None:
    refused: list[str] = []

    @app.command("/greet")
    async def greet(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await ack()
        await asyncio.sleep(0.02)
        with pytest.raises(SlackApiError) as refusal:
            await opens(client, body)
        refused.append(refusal.value.response["error"])
        await client.chat_postMessage(channel="U1", text="too late")

    await connect()
    await people.as_("maya").command("/greet")
    await people.as_("maya").see("too late")
    assert refused == ["expired_trigger_id"]


@FAST
async def test_a_fourth_modal_a_sixth_answer_and_a_late_one_are_refused(
    app: AsyncApp, connect: Connect, people: People, clock: SteppedClock
) -> None:
    pushed, answered, numbers = Heard(), Heard(), count()
    more = {"type": "actions", "elements": [element("button", text=plain(text="More"), action_id="more")]}

    @app.command("/greet")
    async def greet(ack: AsyncAck, client: AsyncWebClient, body: Json, respond: AsyncRespond) -> None:
        await ack()
        for number in range(6):
            answer = await respond(f"answer {number}")
            await answered.add(answer.status_code)
        await opens(client, body, modal(more))

    @app.command("/raw")
    async def raw(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        clock.advance(timedelta(minutes=30))
        await answered.add((await respond("late")).status_code)

    @app.action("more")
    async def push(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await ack()
        try:
            await client.views_push(trigger_id=body["trigger_id"], view=modal(more, title=plain(next(numbers) + 2)))
            await pushed.add("ok")
        except SlackApiError as refusal:
            await pushed.add(refusal.response["error"])

    await connect()
    maya = people.as_("maya")
    await maya.command("/greet")
    for height in (1, 2, 3):
        await (await maya.modal("x" * height)).press("More")
        await pushed.wait_for(height)
    assert pushed.all == ["ok", "ok", "push_limit_reached"]
    await maya.command("/raw")
    assert await answered.wait_for(7) == [200] * 5 + [404] * 2


async def test_a_global_shortcut_has_nowhere_to_respond(app: AsyncApp, connect: Connect, people: People) -> None:
    heard = Heard()

    @app.shortcut("greet_all")
    async def greet(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        try:
            await respond("Hello")
        except ValueError as error:
            await heard.add(str(error))

    await connect()
    await people.as_("maya").shortcut("Greet all")
    assert "response_url" in (await heard.wait_for(1))[0]


async def test_a_shortcuts_answer_leaves_the_message_to_its_author(
    app: AsyncApp, connect: Connect, people: People
) -> None:
    @app.shortcut("thank_for")
    async def thank(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond("Words in somebody's mouth", replace_original=True)
        await respond(delete_original=True)
        await respond("done")

    await connect()
    maya, tom = people.as_("maya"), people.as_("tom")
    await tom.say("#wins", "My own words")
    await maya.shortcut("Thank for this", on=await maya.see_message("My own words", where="#wins"))
    await maya.see("done", where="#wins")
    assert [message.text for message in await tom.messages("#wins")] == ["My own words"]


@SLOW
async def test_an_event_without_a_listener_comes_again(app: AsyncApp, connect: Connect, people: People) -> None:
    heard = Heard()

    @app.middleware
    async def stumble(body: Json, next_: Callable[[], Awaitable[None]]) -> None:
        await heard.add((body["event_id"], body["event"]["type"]))
        await next_()

    await connect()
    await people.as_("maya").open_home()
    first, second, third, fourth = await heard.wait_for(4)
    assert first == second == third == fourth


async def test_an_app_that_does_not_know_an_event_again_answers_twice(
    app: AsyncApp, connect: Connect, people: People, playground: Playground
) -> None:
    answered = Heard()

    @app.event("message")
    async def answer(event: Json, client: AsyncWebClient) -> None:
        await client.chat_postMessage(channel=event["channel"], text="Thank you for writing.")
        await answered.add(event["ts"])

    await connect()
    playground.faults.add("twice", "message", times=1)
    maya = people.as_("maya")
    await maya.say("app", "hello")
    await answered.wait_for(2)
    assert [one.text for one in await maya.messages()].count("Thank you for writing.") == 2


async def test_without_should_escape_a_mention_is_only_text(app: AsyncApp, connect: Connect, people: People) -> None:
    heard = Heard()

    async def hear(ack: AsyncAck, body: Json) -> None:
        await ack()
        await heard.add(body["text"])

    app.command("/greet")(hear)
    app.command("/raw")(hear)
    await connect()
    maya = people.as_("maya")
    for command in ("/greet", "/raw"):
        await maya.command(command, "@tom <!channel>")
    assert await heard.wait_for(2) == ["<@U2|tom> &lt;!channel&gt;", "@tom <!channel>"]


async def test_metadata_is_not_told_unless_it_is_asked_for(client: AsyncWebClient) -> None:
    dm = (await client.conversations_open(users=["U1"]))["channel"]["id"]
    metadata = {"event_type": "sent", "event_payload": {"id": "7"}}
    await client.chat_postMessage(channel=dm, text="hello", metadata=metadata)
    for asked, told in ((False, {"event_type": "sent"}), (True, metadata)):
        history = await client.conversations_history(channel=dm, include_all_metadata=asked)
        assert history["messages"][0]["metadata"] == told


async def test_errors_beside_what_is_no_field_fail(app: AsyncApp, connect: Connect, people: People) -> None:
    @app.command("/greet")
    async def greet(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        await ack()
        name = field(element("plain_text_input"), block_id="name", optional=True)
        await opens(client, body, modal(name, section(block_id="words"), callback_id="form"))

    @app.view("form")
    async def save(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"words": "These are wrong."})

    await connect()
    maya = people.as_("maya")
    await maya.command("/greet")
    with pytest.raises(RefusedError, match="trouble connecting"):
        await (await maya.modal()).submit()


async def test_a_connection_that_does_not_heed_the_warning_ends(playground: Playground, people: People) -> None:
    async with RawApp(playground) as app:
        await playground.refresh_sockets(ahead=0.0)
        assert [(await app.next())["reason"] for _ in range(2)] == ["warning", "refresh_requested"]
        assert await app.ended()
    with pytest.raises(RefusedError, match="dispatch_failed"):
        await people.as_("maya").command("/greet")


async def test_after_uninstalling_nothing_is_taken(playground: Playground, client: AsyncWebClient) -> None:
    playground.uninstall()
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.chat_postMessage(channel="U1", text="still here")
