"""What Slack says of its users."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from handlers.call import Call
from mentoring.people import Profile
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.meet import is_known, meet

# Slack's own two accounts, which `is_bot` leaves out.
SLACKS_OWN = ("USLACKBOT", "USLACK")

# What Slack answers of somebody who only shares a channel with this workspace, or never was in it.
UNSEEN = ("user_not_found", "user_not_visible")


def read_profile(user: Mapping[str, Any], workspace: str) -> Profile:
    """A profile from Slack's user object; what a server leaves out gets a sensible value.

    Args:
        user: As `users.info` and `user_change` give it.
        workspace: The workspace asked in.
    """
    profile: Mapping[str, Any] = user.get("profile") or {}
    in_grid: Mapping[str, Any] = user.get("enterprise_user") or {}
    home = workspace if workspace in in_grid.get("teams", ()) else user.get("team_id") or workspace
    return Profile(
        user=str(user["id"]),
        name=str(profile.get("display_name") or profile.get("real_name") or user.get("real_name") or user.get("name")),
        home=str(home),
        time_zone=user.get("tz") or None,
        locale=user.get("locale") or None,
        is_bot=bool(user.get("is_bot")) or user["id"] in SLACKS_OWN,
        is_deactivated=bool(user.get("deleted")),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_single_channel_guest=bool(user.get("is_ultra_restricted")),
        handle=str(user.get("name") or ""),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
    )


async def profile_of(client: AsyncWebClient, workspace: str, user: str) -> Profile:
    """Ask Slack about a user.

    Raises:
        SlackApiError: It would not say.
    """
    response = await client.users_info(user=user, include_locale=True)
    return read_profile(response["user"], workspace)


async def chosen_profile(call: Call, user: str, field: str) -> Profile:
    """Ask Slack about a user whom somebody chose in a form's field.

    Raises:
        Refusal: Slack does not let Rapport see them.
        SlackApiError: It would not say.
    """
    try:
        return await profile_of(call.client, call.actor.workspace, user)
    except SlackApiError as error:
        if error.response.get("error") not in UNSEEN:
            raise
        raise Refusal(Reason.NOT_VISIBLE, field) from error


async def make_known(call: Call, services: Services) -> None:
    """Meet whoever acted, if Rapport has not yet.

    Raises:
        Refusal: They belong to another workspace.
    """
    if not await is_known(services, call.actor):
        workspace = call.actor.workspace
        await meet(services, workspace, await profile_of(call.client, workspace, call.actor.user))
