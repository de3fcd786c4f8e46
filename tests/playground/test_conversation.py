"""Messages, buttons, answers to one person, App Home and events, between people and a Bolt app."""

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_bolt.context.say.async_say import AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import Home, People, SeenMessage
from playground.shapes import Json
from tests.playground.conftest import Connect, Heard

BUTTON = {
    "type": "actions",
    "block_id": "row",
    "elements": [
        {"type": "button", "action_id": "wave", "value": "7", "text": {"type": "plain_text", "text": "Wave back"}}
    ],
}


async def test_a_command_reaches_somebody_who_presses_a_button(app: AsyncApp, connect: Connect, people: People) -> None:
    @app.command("/greet")
    async def greet(ack: AsyncAck, command: Json, client: AsyncWebClient) -> None:
        await ack(f"You greet {command['text']}.")
        user = command["text"].removeprefix("<@").split("|")[0]
        section = {"type": "section", "text": {"type": "mrkdwn", "text": f"<@{command['user_id']}> says *hello*"}}
        await client.chat_postMessage(channel=user, text="Hello", blocks=[section, BUTTON])

    @app.action("wave")
    async def wave(ack: AsyncAck, body: Json, respond: AsyncRespond) -> None:
        await ack()
        assert body["actions"][0]["value"] == "7"
        await respond(text=f"Waved, {body['user']['username']}", replace_original=True)

    await connect()
    maya, tom = people.as_("maya"), people.as_("Tom Okafor")
    await maya.command("/greet", "@tom", in_="#wins")
    answer = await maya.see_message("You greet @Tom Okafor.", where="#wins")
    assert answer.ephemeral
    assert await tom.messages("#wins") == []

    seen = await tom.see_message("@Maya Lind says *hello*", where="app")
    assert seen.buttons == ["Wave back"]
    await tom.press("Wave back")
    await tom.see("Waved, tom", where="app")
    assert [message.text for message in await tom.messages("app")] == ["Waved, tom"]
    await tom.nothing_new()


async def test_a_message_to_the_app_is_answered(app: AsyncApp, connect: Connect, people: People) -> None:
    @app.event("message")
    async def message(event: Json, say: AsyncSay) -> None:
        await say(f"You said: {event['text']}")

    await connect()
    maya = people.as_("maya")
    await maya.say("app", "hello <b> & @tom")
    seen = await maya.see("You said: hello <b> & @Tom Okafor")
    assert isinstance(seen, SeenMessage)
    assert seen.raw["text"] == "You said: hello &lt;b&gt; &amp; <@U2>"
    assert len(await maya.messages("app")) == 2


async def test_the_home_is_published_when_it_is_opened(app: AsyncApp, connect: Connect, people: People) -> None:
    opened = Heard()

    @app.event("app_home_opened")
    async def home(event: Json, client: AsyncWebClient) -> None:
        await opened.add(event)
        text = f"Welcome {len(opened.all)}"
        view = {"type": "home", "blocks": [{"type": "header", "text": {"type": "plain_text", "text": text}}, BUTTON]}
        await client.views_publish(user_id=event["user"], view=view)

    @app.action("wave")
    async def wave(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text=f"from {body['container']['type']}")

    await connect()
    maya = people.as_("maya")
    await maya.open_home()
    seen = await maya.see("Welcome 1", where="home")
    assert isinstance(seen, Home)
    await maya.press("Wave back", in_="home")
    await maya.see("from view")
    await maya.open_home()
    await maya.see("Welcome 2")
    assert "view" not in opened.all[0]
    assert opened.all[1]["view"]["blocks"][0]["text"]["text"] == "Welcome 1"
