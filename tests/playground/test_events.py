"""What the app is told of: messages, invitations, settings, its end; and what it did not ask for."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People, RefusedError
from playground.server import Playground
from tests.playground.conftest import FAST, SteppedClock
from tests.playground.raw_app import RawApp


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[RawApp]:
    async with RawApp(playground) as app:
        yield app


async def test_a_direct_message_arrives_in_slacks_envelope(app: RawApp, people: People, clock: SteppedClock) -> None:
    await people.as_("maya").say("app", "hello")
    payload = await app.answer_next()
    assert (payload["type"], payload["team_id"], payload["api_app_id"]) == ("event_callback", "T1", "A0PLAYGROUND")
    assert payload["event_id"].startswith("Ev")
    assert payload["event_time"] == int(clock.now.timestamp())
    [authorization] = payload["authorizations"]
    assert (authorization["team_id"], authorization["user_id"], authorization["is_bot"]) == ("T1", "U0PLAYBOT", True)
    event = payload["event"]
    assert (event["type"], event["channel_type"], event["user"], event["text"]) == ("message", "im", "U1", "hello")
    assert event["channel"].startswith("D")
    assert "subtype" not in event


async def test_the_app_hears_of_its_own_messages_and_of_changes(
    app: RawApp, client: AsyncWebClient, people: People
) -> None:
    await people.as_("maya").say("app", "hello")
    channel = (await app.answer_next())["event"]["channel"]
    posted = await client.chat_postMessage(channel=channel, text="one")
    assert (await app.answer_next())["event"]["bot_id"] == "B0PLAYBOT"
    await client.chat_update(channel=channel, ts=posted["ts"], text="two")
    changed = (await app.answer_next())["event"]
    assert (changed["subtype"], changed["message"]["text"]) == ("message_changed", "two")
    assert changed["previous_message"]["text"] == "one"
    await client.chat_delete(channel=channel, ts=posted["ts"])
    deleted = (await app.answer_next())["event"]
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", posted["ts"])


async def test_an_invitation_to_a_channel_is_told(app: RawApp, people: People) -> None:
    maya = people.as_("maya")
    await maya.say("#wins", "/invite @Greeter")
    event = (await app.answer_next())["event"]
    assert (event["type"], event["user"], event["channel"]) == ("member_joined_channel", "U0PLAYBOT", "C1")
    assert (event["inviter"], event["channel_type"]) == ("U1", "C")
    assert (await maya.messages("#wins"))[-1].text == "@Greeter has joined the channel"
    with pytest.raises(RefusedError, match="here already"):
        await maya.say("#wins", "/invite @Greeter")
    with pytest.raises(RefusedError, match="account is deactivated"):
        await maya.say("#wins", "/invite @gone")
    with pytest.raises(RefusedError, match="nobody called"):
        await maya.say("#wins", "/invite @nobody")
    with pytest.raises(RefusedError, match="has not joined"):
        await people.as_("tomoko").say("#wins", "/invite @far")


async def test_a_change_of_settings_is_told(app: RawApp, people: People) -> None:
    path = "/people/U2/profile"
    await people.request("PATCH", path, {"tz": "America/Lima"})
    event = (await app.answer_next())["event"]
    assert (event["type"], event["user"]["id"], event["user"]["tz"]) == ("user_change", "U2", "America/Lima")
    with pytest.raises(RefusedError, match="no time zone"):
        await people.request("PATCH", path, {"tz": "Mars/Base"})


async def test_whoever_is_deactivated_leaves_and_acts_no_more(app: RawApp, people: People) -> None:
    await people.request("PATCH", "/people/U2/profile", {"deleted": True})
    assert (await app.answer_next())["event"]["user"]["deleted"] is True
    with pytest.raises(RefusedError, match="deactivated"):
        await people.as_("tom").say("app", "hello")
    assert "U2" not in (await people.as_("maya").conversations())[0]["members"]
    await people.request("PATCH", "/people/U2/profile", {"deleted": False})
    assert (await app.answer_next())["event"]["user"]["deleted"] is False


async def test_opening_the_app_is_told_with_the_tab(app: RawApp, client: AsyncWebClient, people: People) -> None:
    maya = people.as_("maya")
    await maya.open_home("messages")
    event = (await app.answer_next())["event"]
    assert (event["type"], event["tab"], event["user"]) == ("app_home_opened", "messages", "U1")
    view = {"type": "home", "blocks": [{"type": "divider"}]}
    await client.views_publish(user_id="U1", view=view)
    await maya.open_home()
    event = (await app.answer_next())["event"]
    assert (event["tab"], event["view"]["type"]) == ("home", "home")


async def test_a_tab_that_is_off_cannot_be_opened(playground: Playground, people: People) -> None:
    playground.workspace.manifest = replace(playground.workspace.manifest, home_tab=False)
    with pytest.raises(RefusedError, match="no home tab"):
        await people.as_("maya").open_home()


async def test_the_end_is_told_and_nothing_after_it(app: RawApp, playground: Playground, people: People) -> None:
    playground.uninstall()
    await people.as_("maya").say("app", "still there?")
    told = {(await app.answer_next())["event"]["type"] for _ in range(2)}
    assert told == {"tokens_revoked", "app_uninstalled"}
    await playground.stop()
    assert (await app.next())["type"] == "disconnect"


async def test_what_the_manifest_does_not_subscribe_to_is_not_told(app: RawApp, people: People) -> None:
    maya = people.as_("maya")
    await maya.say("#wins", "/invite @Greeter")
    assert (await app.answer_next())["event"]["type"] == "member_joined_channel"
    await maya.say("#wins", "nobody subscribed to message.channels")
    await maya.say("@tom", "this is between us")
    await maya.say("app", "but to message.im")
    assert (await app.answer_next())["event"]["text"] == "but to message.im"


@FAST
async def test_without_the_scope_an_event_is_not_told(playground: Playground, app: RawApp, people: People) -> None:
    playground.workspace.app = replace(playground.workspace.app, declined_scopes=("channels:history",))
    events = playground.workspace.manifest.events | {"message.channels", "reaction_added"}
    playground.workspace.manifest = replace(playground.workspace.manifest, events=events)
    maya = people.as_("maya")
    await maya.say("#wins", "/invite @Greeter")
    assert (await app.answer_next())["event"]["type"] == "member_joined_channel"
    await maya.say("#wins", "nobody may hear this")
    await maya.react("tada", on=await maya.see_message("nobody may hear", where="#wins"))
    await maya.say("app", "but this")
    assert (await app.answer_next())["event"]["text"] == "but this"


async def test_without_interactivity_nothing_can_be_pressed(
    playground: Playground, app: RawApp, people: People
) -> None:
    assert app.hello
    playground.workspace.manifest = replace(playground.workspace.manifest, interactivity=False)
    with pytest.raises(RefusedError, match="not configured"):
        await people.as_("maya").shortcut("Greet all")
