"""Slack's sizes, each in one place."""

from typing import Final

MESSAGE_TEXT_CUT: Final = 40_000
