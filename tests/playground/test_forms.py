"""Modals: opened by a command, filled in, refused with words beside the field, extended in place, submitted."""

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People
from playground.shapes import Json
from tests.playground.conftest import Connect, Heard


def form(*more: Json, **fields: object) -> Json:
    name = {
        "type": "input",
        "block_id": "name",
        "label": {"type": "plain_text", "text": "Whom?"},
        "element": {"type": "plain_text_input", "action_id": "typed", "initial_value": "nobody"},
    }
    button = {"type": "button", "action_id": "more", "text": {"type": "plain_text", "text": "Add more"}}
    return {
        "type": "modal",
        "callback_id": "greeting",
        "title": {"type": "plain_text", "text": "Greet"},
        "submit": {"type": "plain_text", "text": "Send"},
        "private_metadata": "kept",
        "blocks": [name, *more, {"type": "actions", "block_id": "buttons", "elements": [button]}],
        **fields,
    }


HOW: Json = {
    "type": "input",
    "block_id": "how",
    "label": {"type": "plain_text", "text": "How warmly?"},
    "element": {
        "type": "static_select",
        "action_id": "chosen",
        "options": [
            {"text": {"type": "plain_text", "text": "Mildly"}, "value": "1"},
            {"text": {"type": "plain_text", "text": "Very"}, "value": "5"},
        ],
    },
}


async def test_a_form_grows_in_place_keeps_what_was_typed_and_arrives(
    app: AsyncApp, connect: Connect, people: People
) -> None:
    submitted = Heard()

    @app.command("/greet")
    async def greet(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.action("more")
    async def more(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=form(HOW))

    @app.view("greeting")
    async def done(ack: AsyncAck, view: Json) -> None:
        if view["state"]["values"]["name"]["typed"]["value"] == "Me":
            await ack(response_action="errors", errors={"name": "Somebody else, please."})
            return
        await ack()
        await submitted.add(view)

    await connect()
    maya = people.as_("maya")
    await maya.command("/greet", "@tom")
    modal = await maya.modal("Greet")
    await modal.fill("Whom?", "Me")
    await modal.press("Add more")
    await modal.fill("How warmly?", "Very")

    outcome = await modal.submit()
    assert (outcome.result, outcome.errors) == ("errors", {"Whom?": "Somebody else, please."})
    assert "Somebody else, please." in (await maya.modal()).text

    await modal.fill("Whom?", "Tom")
    assert (await modal.submit()).result == "closed"
    assert await maya.top_modal() is None
    [view] = await submitted.wait_for(1)
    assert view["state"]["values"]["name"]["typed"] == {"type": "plain_text_input", "value": "Tom"}
    assert view["state"]["values"]["how"]["chosen"]["selected_option"]["value"] == "5"
    assert view["private_metadata"] == "kept"
