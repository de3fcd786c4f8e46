"""Methods about reactions."""

from playground.conversations import Conversation, Message
from playground.reactions import add_reaction, remove_reaction
from playground.shapes import Json, SlackError
from playground.web_api.call import Call
from playground.web_api.conversations import visible


def _target(call: Call) -> tuple[Conversation, Message]:
    if not call.args.get("channel") or not call.args.get("timestamp"):
        raise SlackError("no_item_specified")
    conversation = visible(call, call.text("channel"))
    message = conversation.find(call.text("timestamp"))
    if message is None or message.only_for:
        raise SlackError("message_not_found")
    if call.workspace.app.bot_user_id not in conversation.members:
        raise SlackError("not_in_channel")
    return conversation, message


def reactions_add(call: Call) -> Json:
    """reactions.add: react to a message as the bot."""
    conversation, message = _target(call)
    bot = call.workspace.app.bot_user_id
    add_reaction(call.workspace, conversation, message, bot, call.text("name").strip(":"))
    return {}


def reactions_remove(call: Call) -> Json:
    """reactions.remove: take the bot's reaction away."""
    conversation, message = _target(call)
    bot = call.workspace.app.bot_user_id
    remove_reaction(call.workspace, conversation, message, bot, call.text("name").strip(":"))
    return {}


def reactions_get(call: Call) -> Json:
    """reactions.get: a message with what people think of it."""
    conversation, message = _target(call)
    return {"type": "message", "channel": conversation.id, "message": call.workspace.message_payload(message)}
