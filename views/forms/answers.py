"""What somebody entered in a form, read from the view that Slack sends back."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, TypeVar

from mentoring.refusals import Reason, Refusal, required
from views.blocks import View
from views.forms.fields import LONGEST_TEXT
from views.typed import clean

Choice = TypeVar("Choice", bound=StrEnum)


class Answers:
    """The state of a view's inputs, by action id; what is absent or empty is None.

    What no client of Slack's sends (a date that is none, a choice that was not offered) raises a `Refusal` of
    `OUT_OF_DATE`.
    """

    def __init__(self, view: View) -> None:
        values = (view.get("state") or {}).get("values") or {}
        self._inputs: dict[str, dict[str, Any]] = {
            action_id: state for block in values.values() for action_id, state in block.items()
        }

    def text(self, name: str) -> str | None:
        """Words, without blanks around them or characters that no database takes."""
        return clean(self._of(name, "value") or "")[:LONGEST_TEXT] or None

    def required_text(self, name: str) -> str:
        """Words, where the form needs some.

        Raises:
            Refusal: `EMPTY`, at the field.
        """
        return required(self.text(name), name)

    def number(self, name: str, otherwise: Reason) -> int | None:
        """A whole number.

        Raises:
            Refusal: `otherwise`, at the field, when it is none.
        """
        typed = self.text(name)
        try:
            return None if typed is None else int(typed)
        except ValueError as error:
            raise Refusal(otherwise, name) from error

    def choice(self, name: str) -> str | None:
        """The value of the option chosen."""
        chosen: dict[str, str] | None = self._of(name, "selected_option")
        return chosen["value"] if chosen else None

    def is_ticked(self, name: str) -> bool:
        """Whether the box of a field with only one is ticked."""
        return bool(self._of(name, "selected_options"))

    def ticked(self, name: str) -> frozenset[str]:
        """The values of the boxes that are ticked."""
        return frozenset(str(option["value"]) for option in self._of(name, "selected_options") or ())

    def one_of(self, name: str, kind: type[Choice]) -> Choice | None:
        """The option chosen, as a member of an enumeration."""
        chosen = self.choice(name)
        try:
            return None if chosen is None else kind(chosen)
        except ValueError as error:
            raise Refusal(Reason.OUT_OF_DATE) from error

    def user(self, name: str) -> str | None:
        """A user's id."""
        user: str | None = self._of(name, "selected_user")
        return user or None

    def users(self, name: str) -> tuple[str, ...]:
        """Users' ids."""
        return tuple(self._of(name, "selected_users") or ())

    def channel(self, name: str) -> str | None:
        """A channel's id."""
        channel: str | None = self._of(name, "selected_conversation")
        return channel or None

    def day(self, name: str) -> date | None:
        """A day."""
        picked = self._of(name, "selected_date")
        try:
            return date.fromisoformat(picked) if picked else None
        except ValueError as error:
            raise Refusal(Reason.OUT_OF_DATE) from error

    def time(self, name: str) -> time | None:
        """A time of day."""
        picked = self._of(name, "selected_time")
        try:
            return time.fromisoformat(picked) if picked else None
        except ValueError as error:
            raise Refusal(Reason.OUT_OF_DATE) from error

    def instant(self, name: str) -> datetime | None:
        """An instant, in UTC."""
        picked = self._of(name, "selected_date_time")
        try:
            return datetime.fromtimestamp(picked, UTC) if picked else None
        except (TypeError, ValueError, OverflowError, OSError) as error:
            raise Refusal(Reason.OUT_OF_DATE) from error

    def _of(self, name: str, key: str) -> Any:  # noqa: ANN401 - Slack's JSON
        return self._inputs.get(name, {}).get(key)
