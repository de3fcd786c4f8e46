"""The Python client: names for everything, waits that end in a readable failure, nothing new."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import Home, NotOfferedError, People, RefusedError
from playground.client.reading import plain, text_of_blocks
from playground.server import Playground
from playground.shapes import Json
from tests.playground.conftest import FAST
from tests.playground.raw_app import RawApp
from tests.playground.test_forms import form
from tests.playground.test_submissions import opened, submitted

FIELDS: list[tuple[str, Json, object, Json]] = [
    ("text", {"type": "plain_text_input"}, "words", {"value": "words"}),
    ("number", {"type": "number_input", "is_decimal_allowed": False}, 7, {"value": "7"}),
    ("person", {"type": "users_select"}, "tom", {"selected_user": "U2"}),
    ("people", {"type": "multi_users_select"}, ["@tom", "Tomoko Ito"], {"selected_users": ["U2", "U3"]}),
    ("channel", {"type": "channels_select"}, "#wins", {"selected_channel": "C1"}),
    ("conversation", {"type": "conversations_select"}, "#wins", {"selected_conversation": "C1"}),
    ("date", {"type": "datepicker"}, "2030-01-31", {"selected_date": "2030-01-31"}),
    ("time", {"type": "timepicker"}, "09:30", {"selected_time": "09:30"}),
    ("instant", {"type": "datetimepicker"}, "2030-01-31T09:30:00+00:00", {"selected_date_time": 1896082200}),
    (
        "rich text",
        {"type": "rich_text_input"},
        "words",
        {
            "rich_text_value": {
                "type": "rich_text",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "words"}]}],
            }
        },
    ),
    ("nothing", {"type": "plain_text_input", "initial_value": "words"}, None, {"value": None}),
]


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[RawApp]:
    async with RawApp(playground) as app:
        yield app


@pytest.mark.parametrize(("element", "value", "state"), [one[1:] for one in FIELDS], ids=[one[0] for one in FIELDS])
async def test_a_field_is_filled_in_by_what_a_person_sees(
    app: RawApp, client: AsyncWebClient, people: People, element: Json, value: object, state: Json
) -> None:
    field = {
        "type": "input",
        "block_id": "field",
        "optional": True,
        "label": {"type": "plain_text", "text": "Field"},
        "element": {**element, "action_id": "chosen"},
    }
    modal = await opened(app, client, people.as_("maya"), form(field))
    await modal.fill("Field", value)
    payload, _ = await submitted(app, modal)
    assert payload["view"]["state"]["values"]["field"]["chosen"] == {"type": element["type"], **state}


async def test_choosing_in_an_element_outside_an_input_is_told_at_once(
    app: RawApp, client: AsyncWebClient, people: People
) -> None:
    section = {
        "type": "section",
        "block_id": "who",
        "text": {"type": "mrkdwn", "text": "Who?"},
        "accessory": {"type": "users_select", "action_id": "chosen"},
    }
    modal = await opened(app, client, people.as_("maya"), form(section))
    filling = asyncio.create_task(modal.fill("Who?", "tom"))
    payload = await app.answer_next()
    await filling
    [action] = payload["actions"]
    assert (action["type"], action["selected_user"]) == ("users_select", "U2")
    assert payload["view"]["state"]["values"]["who"]["chosen"]["selected_user"] == "U2"
    assert "state" not in payload


async def test_an_option_of_a_menu_is_pressed_by_its_text(app: RawApp, client: AsyncWebClient, people: People) -> None:
    option = {"text": {"type": "plain_text", "text": "Later"}, "value": "later"}
    menu = {"type": "overflow", "action_id": "menu", "options": [option]}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Now?"}, "accessory": menu}
    await client.views_publish(user_id="U1", view={"type": "home", "blocks": [section]})
    pressing = asyncio.create_task(people.as_("maya").press("Later", in_="home"))
    payload = await app.answer_next()
    await pressing
    assert payload["actions"][0]["selected_option"]["value"] == "later"
    assert payload["container"]["type"] == "view"
    assert payload["view"]["type"] == "home"


async def test_a_button_is_pressed_that_was_drawn_anew_since_it_was_seen(
    app: RawApp, client: AsyncWebClient, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    # Its block gets another id each time.
    view = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    await client.views_publish(user_id="U1", view=view)
    maya = people.as_("maya")
    post = maya.post

    async def post_too_late(path: str, body: Json) -> Json:
        monkeypatch.setattr(maya, "post", post)
        await client.views_publish(user_id="U1", view=view)
        return await post(path, body)

    monkeypatch.setattr(maya, "post", post_too_late)
    pressing = asyncio.create_task(maya.press("Go", in_="home"))
    payload = await app.answer_next()
    await pressing
    assert payload["actions"][0]["action_id"] == "go"


async def test_a_wait_that_fails_shows_what_is_there(client: AsyncWebClient, people: People) -> None:
    await client.chat_postMessage(channel="U1", text="Something else")
    await client.views_publish(user_id="U1", view={"type": "home", "blocks": [{"type": "divider"}]})
    with pytest.raises(NotOfferedError, match=r"does not see 'hello' in app, but:(.|\n)*Something else"):
        await people.as_("maya").see("hello", where="app", timeout=0.05)
    with pytest.raises(NotOfferedError, match="sees no modal"):
        await people.as_("maya").modal(timeout=0.05)


@FAST
async def test_what_came_is_new_until_it_is_seen(client: AsyncWebClient, people: People) -> None:
    maya = people.as_("maya")
    await maya.nothing_new()
    await client.chat_postMessage(channel="U1", text="hello")
    with pytest.raises(NotOfferedError, match=r"(?s)something new in Greeter:.*hello"):
        await maya.nothing_new()
    await client.chat_postMessage(channel="U1", text="again")
    await maya.see("again")
    await maya.nothing_new()
    await client.chat_postMessage(channel="U1", text="and again")
    await maya.catch_up()
    await maya.nothing_new()


async def test_people_write_to_each_other_and_to_groups(people: People) -> None:
    maya, tom = people.as_("maya"), people.as_("U2")
    await maya.say("@tom", "just you")
    await tom.see("just you")
    group = (await maya.post("/conversations", {"users": ["U2", "U3"]}))["id"]
    assert await tom.group("maya", "tomoko") == group
    await maya.say(group, "all of us")
    await people.as_("tomoko").see("all of us", where=group)
    with pytest.raises(NotOfferedError, match="no group"):
        await maya.group("tom")


async def test_who_and_what_is_not_there_is_said(people: People) -> None:
    with pytest.raises(RefusedError, match="nobody called zoe"):
        await people.as_("zoe").conversations()
    with pytest.raises(NotOfferedError, match="no conversation '#nowhere'"):
        await people.as_("maya").say("#nowhere", "hello")
    with pytest.raises(NotOfferedError, match="no shortcut 'Dance', but"):
        await people.as_("maya").shortcut("Dance")
    with pytest.raises(RefusedError, match="/dance is not a valid command"):
        await people.as_("maya").command("/dance")


async def test_a_guest_sees_only_their_own_channels(people: People) -> None:
    assert "wins" not in [one["name"] for one in await people.as_("guest").conversations()]
    assert "wins" in [one["name"] for one in await people.as_("tomoko").conversations()]
    assert "secret" not in [one["name"] for one in await people.as_("tom").conversations()]


async def test_a_shortcut_is_run_by_its_name(app: RawApp, people: People) -> None:
    running = asyncio.create_task(people.as_("maya").shortcut("Greet all"))
    payload = await app.answer_next()
    await running
    assert (payload["type"], payload["callback_id"]) == ("shortcut", "greet_all")
    assert payload["trigger_id"]
    assert "response_url" not in payload
    assert "channel" not in payload


async def test_a_message_shortcut_brings_the_message(app: RawApp, people: People, client: AsyncWebClient) -> None:
    tom, maya = people.as_("tom"), people.as_("maya")
    await tom.say("#wins", "It is done")
    message = await maya.see_message("It is done", where="#wins")
    running = asyncio.create_task(maya.shortcut("Thank for this", on=message))
    payload = await app.answer_next()
    await running
    assert (payload["type"], payload["callback_id"]) == ("message_action", "thank_for")
    assert (payload["user"]["id"], payload["channel"]) == ("U1", {"id": "C1", "name": "wins"})
    assert payload["message_ts"] == payload["message"]["ts"] == message.ts
    assert (payload["message"]["user"], payload["message"]["text"]) == ("U2", "It is done")
    assert payload["response_url"]
    await client.views_open(trigger_id=payload["trigger_id"], view=form())
    await maya.modal("Greet")
    link = await client.chat_getPermalink(channel="C1", message_ts=message.ts)
    assert link["permalink"] == f"https://harbour.slack.com/archives/C1/p{message.ts.replace('.', '')}"
    for name in ("Greet all", "Dance"):
        with pytest.raises(NotOfferedError, match="Thank for this"):
            await maya.shortcut(name, on=message)
    with pytest.raises(NotOfferedError, match="Greet all"):
        await maya.shortcut("Thank for this")


async def test_what_only_one_sees_has_no_shortcuts(client: AsyncWebClient, people: People) -> None:
    dm = (await client.conversations_open(users=["U1"]))["channel"]["id"]
    await client.chat_postEphemeral(channel=dm, user="U1", text="For you alone")
    maya = people.as_("maya")
    with pytest.raises(RefusedError, match="message_not_found"):
        await maya.shortcut("thank_for", on=await maya.see_message("For you alone"))


async def test_an_app_suggests_options_and_gets_files(app: RawApp, client: AsyncWebClient, people: People) -> None:
    def asking(name: str, kind: str) -> Json:
        label, element = {"type": "plain_text", "text": name}, {"type": kind, "action_id": name}
        return {"type": "input", "block_id": name, "label": label, "element": element}

    modal = await opened(
        app, client, people.as_("maya"), form(asking("city", "external_select"), asking("paper", "file_input"))
    )
    lagos = {"text": {"type": "plain_text", "text": "Lagos"}, "value": "lagos"}
    filling = asyncio.create_task(modal.fill("city", "Lagos"))
    payload = await app.answer_next({"options": [lagos]})
    await filling
    told = (payload["type"], payload["action_id"], payload["block_id"], payload["value"], payload["view"]["type"])
    assert told == ("block_suggestion", "city", "city", "Lagos", "modal")
    assert "trigger_id" not in payload
    filling = asyncio.create_task(modal.fill("city", "Oslo"))
    await app.answer_next({"options": [{"text": "Oslo", "value": "oslo"}]})
    with pytest.raises(RefusedError, match="invalid_arguments"):
        await filling
    await modal.fill("paper", ["notes.txt"])
    assert "(notes.txt)" in modal.text
    values = (await submitted(app, modal, {}))[0]["view"]["state"]["values"]
    assert values["city"]["city"]["selected_option"]["value"] == "lagos"
    [file] = values["paper"]["paper"]["files"]
    assert (file["name"], file["user"], file["mimetype"]) == ("notes.txt", "U1", "text/plain")


async def test_a_home_shows_its_text_and_buttons(client: AsyncWebClient, people: People) -> None:
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello <@U2>"}, "accessory": button}
    await client.views_publish(user_id="U1", view={"type": "home", "blocks": [section]})
    home = await people.as_("maya").see("Hello @Tom Okafor")
    assert isinstance(home, Home)
    assert (home.text, home.buttons) == ("Hello @Tom Okafor\n[Go]", ["Go"])


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<@U1> and <@U9>", "@Maya and @U9"),
        ("<#C1|wins>", "#wins"),
        ("<https://a.example|there> <https://b.example>", "there https://b.example"),
        ("<!date^1893749400^{date}|4 January>", "4 January"),
        ("<!channel>", "@channel"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
    ],
)
def test_markup_reads_as_people_read_it(markup: str, text: str) -> None:
    assert plain(markup, {"U1": "Maya"}) == text


def test_every_kind_of_block_can_be_read() -> None:
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "Head"}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "one"}, {"type": "mrkdwn", "text": "two"}]},
        {"type": "image", "image_url": "https://a.example/b.png", "alt_text": "a picture"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "small"}]},
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "by "}, {"type": "user", "user_id": "U1"}],
                }
            ],
        },
        {
            "type": "table",
            "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_number", "value": 7, "text": "7"}]],
        },
        {"type": "markdown", "text": "**bold**"},
    ]
    expected = "Head\none\ntwo\na picture\nsmall\nby @Maya\na | 7\n**bold**"
    assert text_of_blocks(blocks, {"U1": "Maya"}) == expected
