"""Methods that post, change and take away messages."""

from playground.blocks import kept_blocks, size_of
from playground.conversations import Conversation, Kind, Message
from playground.limits import MESSAGE_SIZE, MESSAGE_TEXT_CUT, UPDATED_TEXT
from playground.shapes import Json, SlackError
from playground.web_api.call import Call
from playground.web_api.conversations import visible
from playground.workspace import Workspace


def content(call: Call) -> tuple[str, list[Json]]:
    """The text and the blocks of a message to be.

    Raises:
        SlackError: There is neither, or Slack would not take the blocks.
    """
    blocks = call.structure("blocks") or []
    text = call.text("text", "")
    if not text and not blocks:
        raise SlackError("no_text")
    kept = kept_blocks(call.workspace.ids, blocks)
    if size_of(kept) > MESSAGE_SIZE:
        raise SlackError("msg_blocks_too_long")
    return text[:MESSAGE_TEXT_CUT], kept


def metadata(call: Call) -> Json | None:
    """The metadata of a message to be.

    Raises:
        SlackError: It has no type or no payload.
    """
    given = call.mapping("metadata")
    if given and not (isinstance(given.get("event_type"), str) and isinstance(given.get("event_payload"), dict)):
        raise SlackError("invalid_metadata_format")
    return given or None


def place_for(call: Call, channel: str) -> Conversation:
    """Where the bot posts: a conversation it is in, or the direct message with somebody whose id is given.

    Raises:
        SlackError: It cannot post there.
    """
    workspace = call.workspace
    if channel in workspace.people:
        return _direct_with(workspace, channel)
    conversation = visible(call, channel)
    if workspace.app.bot_user_id not in conversation.members:
        raise SlackError("not_in_channel")
    if conversation.kind is Kind.DIRECT:
        return _direct_with(workspace, next(one for one in conversation.members if one != workspace.app.bot_user_id))
    return conversation


def _direct_with(workspace: Workspace, user: str) -> Conversation:
    person = workspace.person(user)
    if person.deleted or person.is_bot:
        raise SlackError("channel_not_found" if person.deleted else "cannot_dm_bot")
    if not workspace.manifest.messages_tab:
        raise SlackError("messages_tab_disabled")
    return workspace.direct([workspace.app.bot_user_id, user])


def chat_post_message(call: Call) -> Json:
    """chat.postMessage: post as the bot, to a channel or (with a user's id) to a person."""
    conversation = place_for(call, call.text("channel"))
    text, blocks = content(call)
    message = call.workspace.post(
        conversation,
        call.workspace.app.bot_user_id,
        text,
        blocks=blocks,
        from_app=True,
        metadata=metadata(call),
        thread_ts=call.text("thread_ts", "") or None,
    )
    return {"channel": conversation.id, "ts": message.ts, "message": call.workspace.message_payload(message)}


def chat_post_ephemeral(call: Call) -> Json:
    """chat.postEphemeral: show one member of a channel a message that nobody else sees.

    Raises:
        SlackError: `user_not_in_channel` and what any post is refused for.
    """
    conversation = place_for(call, call.text("channel"))
    user = call.text("user")
    if user not in conversation.members:
        raise SlackError("user_not_in_channel")
    text, blocks = content(call)
    bot = call.workspace.app.bot_user_id
    message = call.workspace.post(conversation, bot, text, blocks=blocks, from_app=True, only_for=user)
    return {"message_ts": message.ts}


def _own_message(call: Call, refusal: str) -> tuple[Conversation, Message]:
    conversation = visible(call, call.text("channel"))
    message = conversation.find(call.text("ts"))
    if message is None or message.only_for:
        raise SlackError("message_not_found")
    if not message.from_app:
        raise SlackError(refusal)
    return conversation, message


def chat_get_permalink(call: Call) -> Json:
    """chat.getPermalink: the address of a message, for people who may read it.

    Raises:
        SlackError: `message_not_found`, or `channel_not_found` where the bot knows of no such conversation.
    """
    conversation = visible(call, call.text("channel"))
    message = conversation.find(call.text("message_ts"))
    if message is None or message.only_for:
        raise SlackError("message_not_found")
    place = f"archives/{conversation.id}/p{message.ts.replace('.', '')}"
    address = f"https://{call.workspace.seed.domain}.slack.com/{place}"
    return {"channel": conversation.id, "permalink": address}


def chat_update(call: Call) -> Json:
    """chat.update: change what a message of the bot says."""
    conversation, message = _own_message(call, "cant_update_message")
    text, blocks = content(call)
    if len(text) > UPDATED_TEXT:
        raise SlackError("msg_too_long")
    call.workspace.edit(conversation, message, text, blocks, metadata(call))
    payload = call.workspace.message_payload(message)
    return {"channel": conversation.id, "ts": message.ts, "text": message.text, "message": payload}


def chat_delete(call: Call) -> Json:
    """chat.delete: take a message of the bot away."""
    conversation, message = _own_message(call, "cant_delete_message")
    call.workspace.delete(conversation, message)
    return {"channel": conversation.id, "ts": message.ts}
