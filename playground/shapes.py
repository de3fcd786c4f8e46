"""The two shapes that everything here passes around, and the one way to refuse a call."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

Json = dict[str, Any]
"""A JSON object as Slack sends or receives it."""

Clock = Callable[[], datetime]
"""Gives the present instant, aware and in UTC."""


class SlackError(Exception):
    """A Web API refusal: Slack's error code, and what else the answer says of it.

    Args:
        code: Slack's word for it, such as `channel_not_found`.
        messages: Lines for `response_metadata.messages`, which name the offending place.
        fields: Further fields of the answer, such as `needed` and `provided`.
    """

    def __init__(self, code: str, *, messages: list[str] | None = None, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.messages = messages or []
        self.fields = fields

    def answer(self) -> Json:
        """The body that the caller gets."""
        body: Json = {"ok": False, "error": self.code, **self.fields}
        if self.messages:
            body["response_metadata"] = {"messages": self.messages}
        return body
