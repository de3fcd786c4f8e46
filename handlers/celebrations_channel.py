"""The celebrations channel: whether Rapport may post in it, and what happens once it is let in."""

from slack_sdk.errors import SlackApiError

from handlers.call import Call
from handlers.events import Event
from handlers.listening import Listening
from services.context import Services
from services.let_in import let_in, report_closed_channel
from views.wording import Wording


async def look_into_channel(call: Call, services: Services, channel: str) -> None:
    """Have the organisers told, right when a channel is chosen, if Rapport cannot post in it."""
    try:
        response = await call.client.conversations_info(channel=channel)
        is_member = response["channel"].get("is_member", True)
    except SlackApiError as error:
        code = error.response.get("error")
        if code not in ("channel_not_found", "missing_scope"):
            raise
        # Either a private channel that Rapport is not in; or one that it is in, but may not be told of.
        is_member = code == "missing_scope"
    if not is_member:
        await report_closed_channel(services, call.actor.workspace)


def register(listening: Listening, services: Services, _wording: Wording) -> None:
    """Listen for who joins a channel."""

    async def joined(event: Event) -> None:
        await let_in(services, event.workspace, str(event.facts["channel"]), str(event.facts["user"]))

    listening.event("member_joined_channel", joined, keep=("user", "channel"))
