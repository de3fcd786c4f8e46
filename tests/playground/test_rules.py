"""One small misbehaving Bolt app for each rule of Slack: it is caught, as Slack would catch it.

Each app does one thing wrong when somebody runs `/greet`. playground/README.md says where each rule is kept.
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
from tests.playground.test_blocks import element, field, lines, modal, plain, section

Misdeed = Callable[[AsyncWebClient, Json], Awaitable[object]]
SLOW = pytest.mark.parametrize("ack_timeout", [0.05])


async def opens(client: AsyncWebClient, body: Json, view: Json | None = None) -> Json:
    opened = await client.views_open(trigger_id=body["trigger_id"], view=view or modal(section()))
    shown: Json = opened["view"]
    return shown


async def opens_twice(client: AsyncWebClient, body: Json) -> None:
    await opens(client, body)
    await opens(client, body)


async def makes_a_trigger_up(client: AsyncWebClient, _body: Json) -> None:
    await opens(client, {"trigger_id": "1.2.abc"})


async def updates_what_it_has_not_seen(client: AsyncWebClient, body: Json) -> None:
    view = await opens(client, body)
    await client.views_update(view_id=view["id"], hash=view["hash"], view=modal(section(), section()))
    await client.views_update(view_id=view["id"], hash=view["hash"], view=modal(section()))


async def publishes_over_a_newer_home(client: AsyncWebClient, body: Json) -> None:
    home = {"type": "home", "blocks": [section()]}
    old = (await client.views_publish(user_id=body["user_id"], view=home))["view"]["hash"]
    await client.views_publish(user_id=body["user_id"], view=home, hash=old)
    await client.views_publish(user_id=body["user_id"], view=home, hash=old)


async def asks_for_a_private_scope(client: AsyncWebClient, _body: Json) -> None:
    await client.conversations_list(types="private_channel")


async def posts_where_it_is_not(client: AsyncWebClient, _body: Json) -> None:
    await client.chat_postMessage(channel="C1", text="hello")


async def posts_where_it_cannot_see(client: AsyncWebClient, _body: Json) -> None:
    await client.chat_postMessage(channel="C2", text="hello")


async def writes_to_slackbot(client: AsyncWebClient, _body: Json) -> None:
    await client.chat_postMessage(channel="USLACKBOT", text="hello")


async def writes_to_somebody_who_left(client: AsyncWebClient, _body: Json) -> None:
    await client.conversations_open(users=["U4"])


async def says_nothing(client: AsyncWebClient, body: Json) -> None:
    await client.api_call("chat.postMessage", json={"channel": body["user_id"]})


async def posts_too_fast(client: AsyncWebClient, body: Json) -> None:
    for _ in range(3):
        await client.chat_postMessage(channel=body["user_id"], text="hello")


async def lists_people_again_and_again(client: AsyncWebClient, _body: Json) -> None:
    for _ in range(21):
        await client.users_list()


async def edits_what_only_one_sees(client: AsyncWebClient, body: Json) -> None:
    dm = (await client.conversations_open(users=[body["user_id"]]))["channel"]["id"]
    ts = (await client.chat_postEphemeral(channel=dm, user=body["user_id"], text="hello"))["message_ts"]
    await client.chat_update(channel=dm, ts=ts, text="hello again")


async def schedules_with_metadata(client: AsyncWebClient, _body: Json) -> None:
    await client.chat_scheduleMessage(channel="U1", text="later", post_at=1_999_999_999)


async def sends_metadata_of_no_type(client: AsyncWebClient, body: Json) -> None:
    await client.chat_postMessage(channel=body["user_id"], text="hello", metadata={"event_payload": {}})


def posting(*blocks: Json) -> Misdeed:
    async def misdeed(client: AsyncWebClient, body: Json) -> None:
        await client.chat_postMessage(channel=body["user_id"], text="hello", blocks=blocks)

    return misdeed


def opening(view: Json) -> Misdeed:
    async def misdeed(client: AsyncWebClient, body: Json) -> None:
        await opens(client, body, view)

    return misdeed


def publishing(*blocks: Json) -> Misdeed:
    async def misdeed(client: AsyncWebClient, body: Json) -> None:
        await client.views_publish(user_id=body["user_id"], view={"type": "home", "blocks": [*blocks]})

    return misdeed


PICTURE = {"type": "image", "image_url": "https://a.b/c.png"}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}

MISDEEDS: dict[str, tuple[Misdeed, str]] = {
    "a trigger is used twice": (opens_twice, "exchanged_trigger_id"),
    "a trigger is made up": (makes_a_trigger_up, "invalid_trigger_id"),
    "an update overwrites a newer view": (updates_what_it_has_not_seen, "hash_conflict"),
    "a home overwrites a newer one": (publishes_over_a_newer_home, "hash_conflict"),
    "the scope is not in the manifest": (asks_for_a_private_scope, "missing_scope"),
    "the app is not in the channel": (posts_where_it_is_not, "not_in_channel"),
    "the channel is private": (posts_where_it_cannot_see, "channel_not_found"),
    "Slackbot is written to": (writes_to_slackbot, "cannot_dm_bot"),
    "somebody deactivated is written to": (writes_to_somebody_who_left, "user_disabled"),
    "a message says nothing": (says_nothing, "no_text"),
    "more than one post a second": (posts_too_fast, "ratelimited"),
    "more than a tier 2 method allows": (lists_people_again_and_again, "ratelimited"),
    "an ephemeral message is edited": (edits_what_only_one_sees, "message_not_found"),
    "Slack is asked to post later": (schedules_with_metadata, "unknown_method"),
    "metadata has no type": (sends_metadata_of_no_type, "invalid_metadata_format"),
    "51 blocks in a message": (posting(*[section()] * 51), "invalid_blocks"),
    "a text is too long": (posting(section(text=plain(3001))), "invalid_blocks"),
    "a picture has no description": (posting(PICTURE), "invalid_blocks"),
    "two tables in a message": (posting(TABLE, TABLE), "invalid_blocks"),
    "three charts in a message": (posting(lines(), lines(), lines()), "invalid_blocks"),
    "101 blocks in a modal": (opening(modal(*[section()] * 101)), "invalid_arguments"),
    "a modal has no title": (opening({"type": "modal", "blocks": []}), "invalid_arguments"),
    "a table in a modal": (opening(modal(TABLE)), "invalid_arguments"),
    "a view of more than 250 kB": (opening(modal(*[section(text=plain(2900))] * 90)), "view_too_large"),
    "private_metadata is too long": (opening(modal(private_metadata="x" * 3001)), "invalid_arguments"),
    "an e-mail field at home": (publishing(field(element("email_text_input"))), "invalid_arguments"),
    "an instant is asked for at home": (publishing(field(element("datetimepicker"))), "invalid_arguments"),
    "an alert at home": (publishing({"type": "alert", "text": plain()}), "invalid_arguments"),
}


@pytest.mark.parametrize(("misdeed", "error"), MISDEEDS.values(), ids=MISDEEDS)
async def test_a_call_that_breaks_a_rule_is_refused(
    app: AsyncApp, connect: Connect, people: People, misdeed: Misdeed, error: str
) -> None:
    refused: list[str] = []

    @app.command("/greet")
    async def greet(ack: AsyncAck, client: AsyncWebClient, body: Json) -> None:
        try:
            await misdeed(client, body)
        except SlackApiError as refusal:
            refused.append(refusal.response["error"])
        await ack()

    await connect()
    await people.as_("maya").command("/greet")
    assert refused == [error]


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


@SLOW
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
