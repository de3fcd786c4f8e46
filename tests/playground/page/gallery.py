"""A small Bolt app that shows every block and every element, for the page to draw."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import Playground

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(name: str) -> Json:
    return {"text": plain(name), "value": name.lower()}


OPTIONS = [option("Red"), option("Green"), option("Blue")]


def field(name: str, element: Json, **more: object) -> Json:
    action_id = f"{element['type']}_{name.lower().replace(' ', '_')}"
    return {
        "type": "input",
        "block_id": name.lower().replace(" ", "_"),
        "label": plain(name),
        "element": {"action_id": action_id, **element},
        **more,
    }


FIELDS = [
    {"type": "section", "block_id": "intro", "text": mrkdwn("Every kind of field, *one* of each.")},
    field("Name", {"type": "plain_text_input", "placeholder": plain("As friends call you")}, hint=plain("At least two letters")),
    field("Story", {"type": "plain_text_input", "multiline": True}, optional=True),
    field("Address", {"type": "email_text_input"}, optional=True),
    field("Page", {"type": "url_text_input"}, optional=True),
    field("Age", {"type": "number_input", "is_decimal_allowed": False, "min_value": "3"}, optional=True),
    field("Colour", {"type": "static_select", "options": OPTIONS, "placeholder": plain("Pick one")}),
    field("Shades", {"type": "multi_static_select", "options": OPTIONS}, optional=True),
    field("Mentor", {"type": "users_select"}, optional=True),
    field("Guests", {"type": "multi_users_select", "max_selected_items": 2}, optional=True),
    field("Channel", {"type": "channels_select"}, optional=True),
    field("Place", {"type": "conversations_select"}, optional=True),
    field("Day", {"type": "datepicker", "initial_date": "2026-11-20"}),
    field("Hour", {"type": "timepicker"}, optional=True),
    field("Moment", {"type": "datetimepicker"}, optional=True),
    field("Habits", {"type": "checkboxes", "options": [{**OPTIONS[0], "description": plain("Warm")}, *OPTIONS[1:]]}, optional=True),
    field("Score", {"type": "radio_buttons", "options": OPTIONS}, optional=True),
    {
        "type": "actions",
        "block_id": "more",
        "elements": [{"type": "button", "action_id": "more", "text": plain("Add more"), "value": "yes"}],
    },
]


def form(blocks: list[Json]) -> Json:
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("Every field"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": blocks,
    }


MESSAGE_BLOCKS = [
    {"type": "header", "text": plain("A header :tada:")},
    {"type": "section", "text": mrkdwn("*Bold*, _italic_, ~gone~, `code`, <https://example.com|a link>, <@U2>, <#C1>, <!here> &lt;b&gt;")},
    {"type": "section", "fields": [mrkdwn("*When*\n<!date^1795253400^{date_long} at {time}|later>"), mrkdwn("*Who*\n<@U1>")]},
    {
        "type": "section",
        "text": mrkdwn("> A quote\n> of two lines\nand after it\n```\npreformatted *text*\n```"),
        "accessory": {"type": "button", "action_id": "press", "text": plain("Press me"), "value": "v"},
    },
    {"type": "divider"},
    {
        "type": "actions",
        "block_id": "deeds",
        "elements": [
            {"type": "button", "action_id": "agree", "text": plain("Agree"), "style": "primary", "value": "1"},
            {
                "type": "button",
                "action_id": "remove",
                "text": plain("Remove"),
                "style": "danger",
                "value": "2",
                "confirm": {
                    "title": plain("Remove it?"),
                    "text": plain("It cannot be brought back."),
                    "confirm": plain("Remove"),
                    "deny": plain("Keep"),
                    "style": "danger",
                },
            },
            {"type": "static_select", "action_id": "choose", "placeholder": plain("Choose a colour"), "options": OPTIONS},
            {"type": "overflow", "action_id": "overflow", "options": OPTIONS[:2]},
        ],
    },
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "Rich", "style": {"bold": True}}, {"type": "text", "text": " text:"}]},
            {
                "type": "rich_text_list",
                "style": "bullet",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": item}]} for item in ("one", "two")],
            },
        ],
    },
    {"type": "image", "image_url": "https://example.com/cat.png", "alt_text": "A cat asleep on a keyboard"},
    {"type": "context", "elements": [mrkdwn("Shown by *Gallery*"), mrkdwn("just now")]},
]

HOME_BLOCKS = [
    {"type": "header", "text": plain("Good morning")},
    {
        "type": "section",
        "block_id": "next",
        "text": mrkdwn("*Next session* with <@U2>\n<!date^1795253400^{date_long_pretty} at {time}|soon>"),
        "accessory": {"type": "button", "action_id": "home_button", "text": plain("Prepare"), "style": "primary", "value": "p"},
    },
    {"type": "context", "elements": [mrkdwn("You meet every two weeks.")]},
    {"type": "divider"},
    {"type": "header", "text": plain("Promises")},
    {
        "type": "actions",
        "block_id": "promises",
        "elements": [{"type": "checkboxes", "action_id": "tick", "options": [option("Send the draft"), option("Read chapter two")]}],
    },
    {"type": "input", "block_id": "mood", "label": plain("How is it going?"), "optional": True, "element": {"type": "plain_text_input", "action_id": "mood"}},
]


def gallery(playground: Playground) -> AsyncApp:
    app = AsyncApp(client=AsyncWebClient(token=playground.bot_token, base_url=playground.api_url))
    pressed = {"home": 0}

    @app.command("/form")
    @app.shortcut("open_form")
    async def _open(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form(FIELDS))

    @app.action("more")
    async def _more(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        wish = field("Wish", {"type": "plain_text_input"}, optional=True)
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=form([*FIELDS[:-1], wish]))

    @app.view("form")
    async def _submit(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        values = body["view"]["state"]["values"]
        name = values["name"]["plain_text_input_name"]["value"]
        if name == "crash":
            raise RuntimeError("asked to")
        if len(name) < 2:  # noqa: PLR2004 - two letters, as the hint says
            await ack(response_action="errors", errors={"name": "That is too short."})
            return
        await ack()
        lines = "\n".join(f"{block}: {spoken(state)}" for block, actions in values.items() for state in actions.values())
        await client.chat_postMessage(channel=body["user"]["id"], text=f"Saved\n```{lines}```")

    @app.command("/blocks")
    async def _blocks(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.chat_postMessage(channel=body["channel_id"], text="Every block", blocks=MESSAGE_BLOCKS)

    @app.command("/echo")
    async def _echo(ack: AsyncAck, body: Json) -> None:
        await ack(f"You said: {body['text']}")

    @app.action("agree")
    async def _agree(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(text="Agreed.", replace_original=True)

    @app.action("remove")
    async def _remove(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(delete_original=True)

    @app.action("home_button")
    async def _home_button(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        pressed["home"] += 1
        note = {"type": "section", "block_id": "note", "text": plain(f"Pressed {pressed['home']} times")}
        await client.views_publish(user_id=body["user"]["id"], view={"type": "home", "blocks": [*HOME_BLOCKS, note]})

    for quiet in ("press", "choose", "overflow", "tick"):
        app.action(quiet)(_acknowledge)

    @app.event("app_home_opened")
    async def _home(event: Json, client: AsyncWebClient) -> None:
        if event["tab"] == "home" and "view" not in event:
            await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": HOME_BLOCKS})

    @app.event("message")
    async def _message(event: Json, client: AsyncWebClient) -> None:
        if "bot_id" not in event:
            await client.chat_postMessage(channel=event["channel"], text=f"I heard: {event['text']}")

    return app


def spoken(state: Json) -> str:
    """What a field holds, on one line."""
    content = next((value for key, value in state.items() if key != "type"), None)
    parts = content if isinstance(content, list) else [content]
    words = [part["value"] if isinstance(part, dict) else str(part) for part in parts]
    return " ".join(" ".join(words).split())


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()


@asynccontextmanager
async def connected(playground: Playground) -> AsyncIterator[None]:
    """The gallery, connected to the playground by Socket Mode."""
    handler = AsyncSocketModeHandler(gallery(playground), playground.app_token)
    await handler.connect_async()
    try:
        yield
    finally:
        await handler.close_async()
