"""Methods about conversations."""

from typing import Final

from playground.conversations import Conversation, Kind, conversation_payload
from playground.members import SLACKBOT
from playground.shapes import Json, SlackError
from playground.web_api.call import Call

KINDS: Final = {
    "public_channel": Kind.CHANNEL,
    "private_channel": Kind.PRIVATE,
    "im": Kind.DIRECT,
    "mpim": Kind.GROUP,
}
"""The words of conversations.list's `types`."""

HISTORY_OF_SOLD: Final = 15
"""How many messages an app that is sold outside Slack's marketplace gets at a time."""

MOST_PEOPLE: Final = 8
"""How many others a group message can have."""


def visible(call: Call, conversation_id: str) -> Conversation:
    """A conversation that the bot can know of: a public channel, or one that it is in.

    Raises:
        SlackError: `channel_not_found`.
    """
    conversation = call.workspace.conversation(conversation_id)
    if conversation.kind is not Kind.CHANNEL and call.workspace.app.bot_user_id not in conversation.members:
        raise SlackError("channel_not_found")
    return conversation


def _payload(call: Call, conversation: Conversation) -> Json:
    payload = conversation_payload(conversation, call.workspace.app.bot_user_id, call.workspace.team_id)
    if conversation.kind is Kind.DIRECT:
        payload["is_user_deleted"] = call.workspace.person(payload["user"]).deleted
    return payload


def conversations_open(call: Call) -> Json:
    """conversations.open: a direct message with one person, or a group message with several.

    Raises:
        SlackError: Somebody cannot be written to, or the scope for that many is missing.
    """
    workspace = call.workspace
    if call.args.get("channel"):
        conversation = visible(call, call.text("channel"))
        return {"channel": {"id": conversation.id}, "no_op": True, "already_open": True}
    bot = workspace.app.bot_user_id
    others = [user for user in call.listing("users") if user != bot]
    if not others:
        raise SlackError("users_list_not_supplied")
    if len(others) > MOST_PEOPLE:
        raise SlackError("too_many_users")
    call.need("im:write" if len(others) == 1 else "mpim:write")
    for user in others:
        if workspace.person(user).deleted:
            raise SlackError("user_disabled")
        if user == SLACKBOT.id or (len(others) == 1 and workspace.person(user).is_bot):
            raise SlackError("cannot_dm_bot")
    existed = workspace.find_direct([bot, *others]) is not None
    conversation = workspace.direct([bot, *others])
    channel = _payload(call, conversation) if call.flag("return_im") else {"id": conversation.id}
    already = {"no_op": True, "already_open": True} if existed else {}
    return {"channel": channel, **already}


def conversations_info(call: Call) -> Json:
    """conversations.info: one conversation."""
    conversation = visible(call, call.text("channel"))
    call.need(f"{conversation.kind}:read")
    payload = _payload(call, conversation)
    if call.flag("include_num_members"):
        payload["num_members"] = len(conversation.members)
    return {"channel": payload}


def conversations_members(call: Call) -> Json:
    """conversations.members: the ids of who is in a conversation."""
    conversation = visible(call, call.text("channel"))
    call.need(f"{conversation.kind}:read")
    page = call.page([{"id": member} for member in conversation.members], "members")
    return page | {"members": [member["id"] for member in page["members"]]}


def conversations_list(call: Call) -> Json:
    """conversations.list: the conversations that the bot can know of.

    Raises:
        SlackError: `invalid_types`, or a scope for one of the kinds is missing.
    """
    bot = call.workspace.app.bot_user_id
    wanted = call.listing("types") or ["public_channel"]
    unknown = [word for word in wanted if word not in KINDS]
    if unknown:
        raise SlackError("invalid_types")
    kinds = [KINDS[word] for word in wanted]
    for kind in kinds:
        call.need(f"{kind}:read")
    found = [
        _payload(call, one)
        for one in call.workspace.conversations.values()
        if one.kind in kinds and (one.kind is Kind.CHANNEL or bot in one.members)
    ]
    return call.page(found, "channels")


def conversations_history(call: Call) -> Json:
    """conversations.history: the messages of a conversation that the bot is in, the newest first.

    Raises:
        SlackError: The bot is not in it, or lacks the scope.
    """
    workspace = call.workspace
    conversation = visible(call, call.text("channel"))
    call.need(f"{conversation.kind}:history")
    if workspace.app.bot_user_id not in conversation.members:
        raise SlackError("not_in_channel")
    oldest, latest = call.text("oldest", "0"), call.text("latest", "9999999999.999999")
    inclusive = call.flag("inclusive")
    found = [
        workspace.message_payload(message, with_metadata=call.flag("include_all_metadata"))
        for message in reversed(conversation.messages)
        if message.only_for is None
        and not message.is_reply
        and _within(message.ts, oldest, latest, inclusive=inclusive)
    ]
    page = call.page(found, "messages", most=HISTORY_OF_SOLD if workspace.app.is_sold else 1000)
    return page | {"has_more": bool(page["response_metadata"]["next_cursor"]), "pin_count": 0}


def conversations_replies(call: Call) -> Json:
    """conversations.replies: a message and the replies in its thread, oldest first.

    Raises:
        SlackError: `thread_not_found`, or what conversations.history is refused for.
    """
    workspace = call.workspace
    conversation = visible(call, call.text("channel"))
    call.need(f"{conversation.kind}:history")
    if workspace.app.bot_user_id not in conversation.members:
        raise SlackError("not_in_channel")
    asked_for = conversation.find(call.text("ts"))
    parent = conversation.find(asked_for.thread_ts or asked_for.ts) if asked_for else None
    if parent is None or parent.only_for:
        raise SlackError("thread_not_found")
    with_metadata = call.flag("include_all_metadata")
    thread = [parent, *conversation.replies(parent)]
    shown = [workspace.message_payload(one, with_metadata=with_metadata) for one in thread]
    page = call.page(shown, "messages", most=HISTORY_OF_SOLD if workspace.app.is_sold else 1000)
    return page | {"has_more": bool(page["response_metadata"]["next_cursor"])}


def _within(ts: str, oldest: str, latest: str, *, inclusive: bool) -> bool:
    try:
        first, last = float(oldest), float(latest)
    except ValueError as error:
        raise SlackError("invalid_ts_oldest") from error
    if inclusive:
        return first <= float(ts) <= last
    return first < float(ts) < last
