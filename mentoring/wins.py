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
    """What somebody entered to celebrate. `thanks` are Slack ids of users; `picked` is the message that it is about."""

    words: str
    audience: Audience
    pair_id: str | None = None
    thanks: tuple[str, ...] = ()
    picked: PickedMessage | None = None
