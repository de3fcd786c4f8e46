"""Who acts, and what is known of people."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.refusals import Reason


class Celebrations(StrEnum):
    """What somebody wants done with milestones of theirs; wins in somebody's words always ask."""

    ASK = "ask"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Actor:
    """Whoever did something in Slack: Slack's ids of the workspace and of the user in it."""

    workspace: str
    user: str


@dataclass(frozen=True)
class Profile:
    """What Slack says of a user. `home` is the workspace whose member they are; it differs for Slack Connect.

    `handle` is what stands behind an "@" where they are mentioned in words that were typed.

    A guest in a single channel is a guest, too.
    """

    user: str
    name: str
    home: str
    time_zone: str | None = None
    locale: str | None = None
    is_bot: bool = False
    is_deactivated: bool = False
    is_admin: bool = False
    is_single_channel_guest: bool = False
    is_guest: bool = False
    handle: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody Rapport knows: our id, Slack's id, and the name to call them by."""

    id: str
    user: str
    name: str


def reason_against(profile: Profile, workspace: str) -> Reason | None:
    """Why somebody can take no part in what a workspace does; None: nothing speaks against it."""
    if profile.home != workspace:
        return Reason.OTHER_WORKSPACE
    if profile.is_bot:
        return Reason.BOT
    if profile.is_deactivated:
        return Reason.DEACTIVATED
    if profile.is_single_channel_guest:
        return Reason.SINGLE_CHANNEL_GUEST
    return None
