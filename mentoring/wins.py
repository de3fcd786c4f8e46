"""Wins: something worth celebrating, and who may see it."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.picked import PickedMessage


class Audience(StrEnum):
    """Who may see a win."""

    ME = "me"
    PARTNER = "partner"
    CHANNEL = "channel"


@dataclass(frozen=True)
class WinValues:
    """What somebody entered to celebrate. `picked` is the message that it is about.

    `thanks` are Slack ids of users, and so is `mentioned`: whom the words mentioned when the form was opened.
    """

    words: str
    audience: Audience
    pair_id: str | None = None
    thanks: tuple[str, ...] = ()
    picked: PickedMessage | None = None
    mentioned: tuple[str, ...] = ()
