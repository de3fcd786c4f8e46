"""A small Bolt app that shows every block and every element, for the page to draw."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import Playground
from playground.shapes import Json
from tests.playground.page.gallery_blocks import FIELDS, HOME_BLOCKS, MESSAGE_BLOCKS, field, form, option, plain


async def open_form(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.views_open(trigger_id=body["trigger_id"], view=form(FIELDS))


async def add_more(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    view = body["view"]
    wish = field("Wish", {"type": "plain_text_input"}, optional=True)
    await client.views_update(view_id=view["id"], hash=view["hash"], view=form([*FIELDS[:-1], wish]))


async def submit_form(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    """Refuse a name of one letter, give no answer to "crash", and else tell the person what every field held."""
    values = body["view"]["state"]["values"]
    name = values["name"]["plain_text_input_name"]["value"]
    if name == "crash":
        raise RuntimeError("asked to")
    if len(name) == 1:
        await ack(response_action="errors", errors={"name": "That is too short."})
        return
    await ack()
    lines = [f"{block}: {spoken(state)}" for block, actions in values.items() for state in actions.values()]
    text = "Saved\n```" + "\n".join(lines) + "```"
    await client.chat_postMessage(channel=body["user"]["id"], text=text)


async def show_blocks(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    await client.chat_postMessage(channel=body["channel_id"], text="Every block", blocks=MESSAGE_BLOCKS)


async def echo(ack: AsyncAck, body: Json) -> None:
    await ack(f"You said: {body['text']}")


async def agree(ack: AsyncAck, respond: AsyncRespond) -> None:
    await ack()
    await respond(text="Agreed.", replace_original=True)


async def remove(ack: AsyncAck, respond: AsyncRespond) -> None:
    await ack()
    await respond(delete_original=True)


async def prepare(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
    await ack()
    note = {"type": "section", "block_id": "note", "text": plain("Prepared.")}
    await client.views_publish(user_id=body["user"]["id"], view={"type": "home", "blocks": [*HOME_BLOCKS, note]})


async def welcome(event: Json, client: AsyncWebClient) -> None:
    if event["tab"] == "home" and "view" not in event:
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": HOME_BLOCKS})


async def answer(event: Json, client: AsyncWebClient) -> None:
    if "bot_id" not in event:
        await client.chat_postMessage(channel=event["channel"], text=f"I heard: {event['text']}")


async def acknowledge(ack: AsyncAck) -> None:
    await ack()


def spoken(state: Json) -> str:
    """What a field holds, on one line."""
    content = next((value for key, value in state.items() if key != "type"), None)
    parts = content if isinstance(content, list) else [content]
    words = [_word(part) if isinstance(part, dict) else str(part) for part in parts]
    return " ".join(" ".join(words).split())


def _word(part: Json) -> str:
    if part.get("type") == "rich_text":
        return str(part["elements"][0]["elements"][0]["text"])
    return str(part.get("value") or part["name"])


async def suggest(ack: AsyncAck, body: Json) -> None:
    cities = [option(name) for name in ("Lagos", "Lisbon", "London")]
    await ack(options=[city for city in cities if city["value"].startswith(body["value"].lower())])


def gallery(playground: Playground) -> AsyncApp:
    app = AsyncApp(client=AsyncWebClient(token=playground.bot_token, base_url=playground.api_url))
    app.command("/form")(open_form)
    app.shortcut("open_form")(open_form)
    app.shortcut("keep_this")(open_form)
    app.view("form")(submit_form)
    app.command("/blocks")(show_blocks)
    app.command("/echo")(echo)
    app.event("app_home_opened")(welcome)
    app.event("message")(answer)
    for action_id, listener in {"more": add_more, "agree": agree, "remove": remove, "home_button": prepare}.items():
        app.action(action_id)(listener)
    app.options("external_select_city")(suggest)
    for action_id in ("press", "choose", "overflow", "tick"):
        app.action(action_id)(acknowledge)
    return app


@asynccontextmanager
async def connected(playground: Playground) -> AsyncIterator[None]:
    """The gallery, connected to the playground by Socket Mode."""
    handler = AsyncSocketModeHandler(gallery(playground), playground.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
