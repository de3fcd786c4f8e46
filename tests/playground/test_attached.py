"""What hangs on messages: reactions, threads and files, each in Slack's shapes."""

from pathlib import Path

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People, RefusedError
from playground.server import Playground
from tests.playground.conftest import FAST, MANIFEST
from tests.playground.raw_app import RawApp

PIXEL = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
pytestmark = FAST


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """One that asks for reactions and files."""
    more = MANIFEST.read_text(encoding="utf-8").replace(
        'bot_optional: ["channels:history"]', 'bot_optional: ["reactions:read", "reactions:write", "files:write"]'
    )
    path = tmp_path / "manifest.yml"
    path.write_text(more.replace("[app_home_opened,", "[reaction_added, reaction_removed,"), encoding="utf-8")
    return path


async def test_a_reaction_is_seen_and_heard(playground: Playground, people: People, client: AsyncWebClient) -> None:
    maya = people.as_("maya")
    # The app is there first: of what happens before, it would hear at Slack's next try, which may be a minute later.
    async with RawApp(playground) as app:
        posted = await client.chat_postMessage(channel="U1", text="Well done")
        message = await maya.see_message("Well done")
        while (await app.answer_next())["event"]["type"] != "message":
            pass
        await maya.react("tada", on=message)
        event = (await app.answer_next())["event"]
        assert (event["type"], event["user"], event["reaction"]) == ("reaction_added", "U1", "tada")
        assert event["item"] == {"type": "message", "channel": posted["channel"], "ts": posted["ts"]}
        await client.reactions_add(channel=posted["channel"], timestamp=posted["ts"], name="tada")
        assert (await app.answer_next())["event"]["user"] == "U0PLAYBOT"
        got = await client.reactions_get(channel=posted["channel"], timestamp=posted["ts"])
        assert got["message"]["reactions"] == [{"name": "tada", "users": ["U1", "U0PLAYBOT"], "count": 2}]
        assert (await maya.messages())[-1].reactions == {"tada": 2}
        await maya.react("tada", on=message)
        assert (await app.answer_next())["event"]["type"] == "reaction_removed"
    where = {"channel": posted["channel"], "timestamp": posted["ts"]}
    for name, error in (("tada", "already_reacted"), ("no emoji", "invalid_name")):
        with pytest.raises(SlackApiError, match=error):
            await client.reactions_add(name=name, **where)
    await client.reactions_remove(name="tada", **where)
    with pytest.raises(SlackApiError, match="no_reaction"):
        await client.reactions_remove(name="tada", **where)
    with pytest.raises(RefusedError, match="invalid_name"):
        await maya.react("<b>", on=message)


async def test_replies_stand_in_the_thread_and_not_in_the_history(client: AsyncWebClient, people: People) -> None:
    maya = people.as_("maya")
    first = await client.chat_postMessage(channel="U1", text="How was it?")
    question = await maya.see_message("How was it?")
    await maya.say("app", "Good", in_thread_of=question)
    await client.chat_postMessage(channel=first["channel"], text="Glad to hear", thread_ts=first["ts"])
    [parent] = (await client.conversations_history(channel=first["channel"]))["messages"]
    assert (parent["thread_ts"], parent["reply_count"]) == (parent["ts"], 2)
    thread = (await client.conversations_replies(channel=first["channel"], ts=first["ts"]))["messages"]
    assert [message["text"] for message in thread] == ["How was it?", "Good", "Glad to hear"]
    assert {message["thread_ts"] for message in thread} == {first["ts"]}
    with pytest.raises(RefusedError, match="/greet is not supported in threads"):
        await maya.say("app", "/greet @tom", in_thread_of=question)
    with pytest.raises(SlackApiError, match="thread_not_found"):
        await client.conversations_replies(channel=first["channel"], ts="1.000001")


async def test_a_picture_comes_with_its_description(
    client: AsyncWebClient, people: People, playground: Playground
) -> None:
    dm = (await client.conversations_open(users=["U1"]))["channel"]["id"]
    await client.files_upload_v2(
        channel=dm, content=PIXEL, filename="dot.gif", title="A dot", alt_txt="One pixel", initial_comment="See this"
    )
    message = await people.as_("maya").see_message("See this")
    [file] = message.raw["files"]
    assert (message.files, file["alt_txt"], file["mimetype"], file["size"]) == (
        ["A dot"],
        "One pixel",
        "image/gif",
        len(PIXEL),
    )
    async with ClientSession(playground.url) as session, session.get(f"/files/{file['id']}") as answer:
        assert await answer.read() == PIXEL
        assert "sandbox" in answer.headers["Content-Security-Policy"]


async def test_an_upload_keeps_to_its_steps(client: AsyncWebClient) -> None:
    ticket = await client.files_getUploadURLExternal(filename="notes.txt", length=5)
    with pytest.raises(SlackApiError, match="file_not_found"):
        await client.files_completeUploadExternal(files=[{"id": ticket["file_id"], "title": "Notes"}], channel_id="U1")
    async with ClientSession() as session:
        for content, status in ((b"1234", 400), (b"12345", 404)):
            async with session.post(ticket["upload_url"], data=content) as answer:
                assert answer.status == status
    for length in (0, 10**12):
        with pytest.raises(SlackApiError, match=r"invalid_arguments|file_upload_size_restricted"):
            await client.files_getUploadURLExternal(filename="notes.txt", length=length)
