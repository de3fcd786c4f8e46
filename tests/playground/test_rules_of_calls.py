"""One small misbehaving Bolt app for each rule about what an app may ask of Slack: its call is refused.

Each app asks for one wrong thing when somebody runs `/greet`.
"""

from collections.abc import Awaitable, Callable

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People
from playground.shapes import Json
from tests.playground.conftest import Connect
from tests.playground.test_blocks import element, field, lines, modal, plain, section

Misdeed = Callable[[AsyncWebClient, Json], Awaitable[object]]


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


async def reads_where_it_is_not(client: AsyncWebClient, _body: Json) -> None:
    await client.conversations_history(channel="C1")


async def gathers_nine(client: AsyncWebClient, _body: Json) -> None:
    await client.conversations_open(users=[f"U{number}" for number in range(9)])


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


async def changes_to_a_long_text(client: AsyncWebClient, body: Json) -> None:
    posted = await client.chat_postMessage(channel=body["user_id"], text="x" * 4001)
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="x" * 4000)
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="x" * 4001)


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
    "the app is not in the channel whose history it reads": (reads_where_it_is_not, "not_in_channel"),
    "nine people in a group message": (gathers_nine, "too_many_users"),
    "Slackbot is written to": (writes_to_slackbot, "cannot_dm_bot"),
    "somebody deactivated is written to": (writes_to_somebody_who_left, "user_disabled"),
    "a message says nothing": (says_nothing, "no_text"),
    "more than one post a second": (posts_too_fast, "ratelimited"),
    "more than a tier 2 method allows": (lists_people_again_and_again, "ratelimited"),
    "an ephemeral message is edited": (edits_what_only_one_sees, "message_not_found"),
    "a message becomes too long": (changes_to_a_long_text, "msg_too_long"),
    "Slack is asked to post later": (schedules_with_metadata, "unknown_method"),
    "metadata has no type": (sends_metadata_of_no_type, "invalid_metadata_format"),
    "51 blocks in a message": (posting(*[section()] * 51), "invalid_blocks"),
    "a text is too long": (posting(section(text=plain(3001))), "invalid_blocks"),
    "the blocks of a message say too much together": (posting(*[section(text=plain(3000))] * 5), "msg_blocks_too_long"),
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
