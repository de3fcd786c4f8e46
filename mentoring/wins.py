"""Wins: something worth celebrating, and who may see it."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who may see a win."""

    ME = "me"
    PARTNER = "partner"
    CHANNEL = "channel"


@dataclass(frozen=True)
class WinValues:
    """What somebody entered to celebrate. `thanks` are Slack ids of users."""

    words: str
    audience: Audience
    pair_id: str | None = None
    thanks: tuple[str, ...] = ()
