"""Who acts, and what is known of people."""

from dataclasses import dataclass
from enum import StrEnum


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
    """What Slack says of a user. `home` is the workspace whose member they are; it differs for Slack Connect."""

    user: str
    name: str
    home: str
    time_zone: str | None = None
    locale: str | None = None
    is_bot: bool = False
    is_deactivated: bool = False
    is_admin: bool = False
    is_single_channel_guest: bool = False


@dataclass(frozen=True)
class Person:
    """Somebody Rapport knows: our id, Slack's id, and the name to call them by."""

    id: str
    user: str
    name: str
