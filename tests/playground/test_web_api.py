"""The Web API as slack-sdk's client meets it: tokens, scopes, people, conversations and messages."""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from playground.client import People
from playground.seed import Person
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import FAST, SteppedClock

BOT = "U0PLAYBOT"


async def refused(call: Awaitable[AsyncSlackResponse]) -> dict[str, Any]:
    """The answer of a call that is refused."""
    with pytest.raises(SlackApiError) as error:
        await call
    answer: dict[str, Any] = error.value.response.data
    return answer


async def test_the_token_tells_who_the_app_is(client: AsyncWebClient) -> None:
    answer = await client.auth_test()
    assert (answer["user_id"], answer["bot_id"], answer["team_id"], answer["team"]) == (
        BOT,
        "B0PLAYBOT",
        "T1",
        "Harbour",
    )
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


@pytest.mark.parametrize(
    ("token", "error"),
    [("", "not_authed"), ("xoxb-wrong", "invalid_auth"), ("xapp-playground", "not_allowed_token_type")],
)
async def test_other_tokens_are_refused(playground: Playground, token: str, error: str) -> None:
    stranger = AsyncWebClient(token=token, base_url=playground.api_url)
    assert (await refused(stranger.auth_test()))["error"] == error


async def test_an_unknown_method_and_broken_json_are_refused(client: AsyncWebClient, playground: Playground) -> None:
    assert (await refused(client.api_call("chat.shout")))["error"] == "unknown_method"
    headers = {"Authorization": f"Bearer {playground.bot_token}", "Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{playground.api_url}chat.postMessage", data="{", headers=headers) as response:
            assert (await response.json())["error"] == "invalid_json"
        async with session.post(f"{playground.api_url}chat.postMessage", data="[]", headers=headers) as response:
            assert (await response.json())["error"] == "json_not_object"


async def test_a_scope_that_the_manifest_lacks_is_missing(client: AsyncWebClient) -> None:
    answer = await refused(client.team_info())
    assert (answer["error"], answer["needed"]) == ("missing_scope", "team:read")
    assert "users:read" in answer["provided"]
    answer = await refused(client.conversations_open(users=["U1", "U2"]))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "mpim:write")


async def test_people_are_shown_as_slack_shows_them(client: AsyncWebClient) -> None:
    maya = (await client.users_info(user="U1", include_locale=True))["user"]
    assert (maya["tz"], maya["tz_offset"], maya["locale"], maya["is_admin"]) == (
        "Europe/Copenhagen",
        3600,
        "en-GB",
        True,
    )
    assert maya["profile"]["display_name"] == ""
    members = {one["id"]: one for one in (await client.users_list())["members"]}
    assert members[BOT]["is_bot"] is True
    assert members["USLACKBOT"]["is_bot"] is False
    assert members["U4"]["deleted"] is True
    assert "tz" not in members["U4"]
    assert members["U5"]["is_ultra_restricted"] is True
    assert members["U5"]["is_restricted"] is True
    assert (members["U6"]["team_id"], members["U6"]["is_stranger"]) == ("T9", True)
    assert "locale" not in members["U1"]
    assert (await refused(client.users_info(user="U99")))["error"] == "user_not_found"


async def test_listings_come_in_pages(client: AsyncWebClient) -> None:
    first = await client.users_list(limit=3)
    assert len(first["members"]) == 3
    cursor = first["response_metadata"]["next_cursor"]
    following = await client.users_list(limit=100, cursor=cursor)
    assert not {one["id"] for one in first["members"]} & {one["id"] for one in following["members"]}
    assert following["response_metadata"]["next_cursor"] == ""
    for limit in (0, 1001):
        assert (await refused(client.users_list(limit=limit)))["error"] == "invalid_limit"


async def test_a_direct_message_is_opened_once(client: AsyncWebClient) -> None:
    opened = await client.conversations_open(users="U6", return_im=True)
    again = await client.conversations_open(users=["U6"])
    assert opened["channel"]["id"] == again["channel"]["id"]
    assert (opened["channel"]["user"], opened["channel"]["is_im"], again["already_open"]) == ("U6", True, True)
    assert (await refused(client.conversations_open(users="U4")))["error"] == "user_disabled"
    assert (await refused(client.conversations_open(users="")))["error"] == "users_list_not_supplied"


async def test_nobody_who_does_not_read_is_written_to(playground: Playground, client: AsyncWebClient) -> None:
    workspace = playground.workspace
    workspace.people["U7"] = Person(id="U7", name="helper", real_name="Helper", team_id="T1", is_bot=True)
    assert (await refused(client.conversations_open(users="U7")))["error"] == "cannot_dm_bot"
    assert (await refused(client.chat_postMessage(channel="U7", text="hello")))["error"] == "cannot_dm_bot"
    dm = (await client.conversations_open(users="U2"))["channel"]["id"]
    workspace.change_profile("U2", deleted=True)
    assert (await refused(client.chat_postMessage(channel=dm, text="still there?")))["error"] == "channel_not_found"


async def test_what_is_off_in_the_manifest_is_not_served(playground: Playground, client: AsyncWebClient) -> None:
    workspace = playground.workspace
    dm = (await client.conversations_open(users="U2"))["channel"]["id"]
    workspace.manifest = replace(workspace.manifest, home_tab=False, messages_tab=False)
    for channel in ("U2", dm):
        answer = await refused(client.chat_postMessage(channel=channel, text="hello"))
        assert answer["error"] == "messages_tab_disabled"
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    assert (await refused(client.views_publish(user_id="U2", view=home)))["error"] == "not_enabled"


async def test_a_channel_tells_whether_the_bot_is_in_it(client: AsyncWebClient, people: People) -> None:
    assert (await client.conversations_info(channel="C1"))["channel"]["is_member"] is False
    assert (await refused(client.chat_postMessage(channel="C1", text="hello")))["error"] == "not_in_channel"
    await people.as_("maya").say("#wins", "/invite @Greeter")
    channel = (await client.conversations_info(channel="C1", include_num_members=True))["channel"]
    assert (channel["is_member"], channel["num_members"], channel["name"]) == (True, 3, "wins")
    assert (await client.chat_postMessage(channel="C1", text="hello"))["channel"] == "C1"
    assert (await client.conversations_members(channel="C1"))["members"] == ["U1", "U2", BOT]


async def test_what_the_bot_cannot_know_of_is_not_found(client: AsyncWebClient) -> None:
    assert (await refused(client.conversations_info(channel="C2")))["error"] == "channel_not_found"
    assert (await refused(client.chat_postMessage(channel="C99", text="x")))["error"] == "channel_not_found"
    assert [one["id"] for one in (await client.conversations_list())["channels"]] == ["C1"]
    answer = await refused(client.conversations_list(types="private_channel"))
    assert (answer["error"], answer["needed"]) == ("missing_scope", "groups:read")


@FAST
async def test_timestamps_grow_while_the_clock_stands(client: AsyncWebClient, clock: SteppedClock) -> None:
    first = (await client.chat_postMessage(channel="U1", text="one"))["ts"]
    second = (await client.chat_postMessage(channel="U1", text="two"))["ts"]
    assert first.split(".")[0] == str(int(clock.now.timestamp()))
    assert float(second) > float(first)
    clock.advance(timedelta(hours=1))
    third = (await client.chat_postMessage(channel="U1", text="three"))["ts"]
    assert int(float(third)) == int(clock.now.timestamp())


async def test_metadata_is_kept_and_told_only_when_asked_for(client: AsyncWebClient) -> None:
    metadata = {"event_type": "sent", "event_payload": {"id": "7"}}
    posted = await client.chat_postMessage(channel="U1", text="hello", metadata=metadata)
    assert posted["message"]["metadata"] == metadata
    channel = posted["channel"]
    [shown] = (await client.conversations_history(channel=channel, include_all_metadata=True))["messages"]
    assert (shown["metadata"], shown["bot_id"], shown["user"]) == (metadata, "B0PLAYBOT", BOT)
    [bare] = (await client.conversations_history(channel=channel))["messages"]
    assert bare["metadata"] == {"event_type": "sent"}
    answer = await refused(client.chat_postMessage(channel="U1", text="x", metadata={"event_type": "sent"}))
    assert answer["error"] == "invalid_metadata_format"


@FAST
async def test_history_can_be_cut_by_time_and_lists_the_newest_first(client: AsyncWebClient) -> None:
    posted = [await client.chat_postMessage(channel="U1", text=text) for text in ("one", "two", "three")]
    channel, middle = posted[0]["channel"], posted[1]["ts"]

    async def texts(**limits: Any) -> list[str]:  # noqa: ANN401 - slack-sdk's own arguments
        history = await client.conversations_history(channel=channel, **limits)
        return [message["text"] for message in history["messages"]]

    assert await texts() == ["three", "two", "one"]
    assert await texts(oldest=middle) == ["three"]
    assert await texts(oldest=middle, inclusive=True) == ["three", "two"]
    assert await texts(latest=middle) == ["one"]
    page = await client.conversations_history(channel=channel, limit=2)
    assert page["has_more"] is True


async def test_a_message_is_changed_and_taken_away_by_its_author_only(client: AsyncWebClient, people: People) -> None:
    maya = people.as_("maya")
    posted = await client.chat_postMessage(channel="U1", text="hello")
    changed = await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="hello again")
    assert (changed["text"], changed["ts"]) == ("hello again", posted["ts"])
    [seen] = await maya.messages("app")
    assert (seen.text, seen.raw["edited"]) == ("hello again", True)
    await maya.say("app", "mine")
    mine = (await maya.messages("app"))[-1].ts
    update = client.chat_update(channel=posted["channel"], ts=mine, text="theirs")
    assert (await refused(update))["error"] == "cant_update_message"
    assert (await refused(client.chat_delete(channel=posted["channel"], ts=mine)))["error"] == "cant_delete_message"
    await client.chat_delete(channel=posted["channel"], ts=posted["ts"])
    assert [one.text for one in await maya.messages("app")] == ["mine"]
    gone = client.chat_update(channel=posted["channel"], ts=posted["ts"], text="x")
    assert (await refused(gone))["error"] == "message_not_found"


async def test_an_ephemeral_message_is_seen_by_one_member_only(client: AsyncWebClient, people: People) -> None:
    await people.as_("maya").say("#wins", "/invite @Greeter")
    await client.chat_postEphemeral(channel="C1", user="U1", text="psst")
    assert (await people.as_("maya").messages("#wins"))[-1].ephemeral
    assert "psst" not in [one.text for one in await people.as_("tom").messages("#wins")]
    assert "psst" not in [one["text"] for one in (await client.conversations_history(channel="C1"))["messages"]]
    answer = await refused(client.chat_postEphemeral(channel="C1", user="U3", text="psst"))
    assert answer["error"] == "user_not_in_channel"


async def test_a_message_says_something(client: AsyncWebClient) -> None:
    empty = client.api_call("chat.postMessage", json={"channel": "U1"})
    assert (await refused(empty))["error"] == "no_text"
    posted = await client.chat_postMessage(channel="U1", text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000


async def test_bad_blocks_are_refused_with_their_place(client: AsyncWebClient) -> None:
    blocks: list[Json] = [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}]
    answer = await refused(client.chat_postMessage(channel="U1", text="x", blocks=blocks))
    assert answer["error"] == "invalid_blocks"
    place = "[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"
    assert answer["response_metadata"]["messages"] == [place]


async def test_blocks_get_their_ids(client: AsyncWebClient) -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button]}]
    posted = await client.chat_postMessage(channel="U1", text="x", blocks=blocks)
    [block] = posted["message"]["blocks"]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]
    assert block["elements"][0]["text"]["emoji"] is True


async def test_after_uninstalling_the_tokens_are_dead(client: AsyncWebClient, playground: Playground) -> None:
    playground.uninstall()
    assert (await refused(client.auth_test()))["error"] == "account_inactive"


async def test_a_text_is_cut_where_slack_cuts_it(client: AsyncWebClient) -> None:
    answer = await client.chat_postMessage(channel="U1", text="x" * 40_001)
    assert len(answer["message"]["text"]) == 40_000
