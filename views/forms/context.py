"""What a form is about, carried in its `private_metadata`: opaque ids, never words."""

import json
from dataclasses import dataclass
from typing import Any

from mentoring.refusals import Reason, Refusal
from views.blocks import View
from views.ids import FormId

# To be raised when a form or its context changes so that one opened before cannot be understood after.
VERSION = 1


@dataclass(frozen=True)
class Context:
    """What a form is about.

    Attributes:
        form: Which form.
        pair_id: The pair, where the form does not ask for it.
        session_id: The session it was opened for.
        more: Whether it shows what "Add more" brings.
    """

    form: FormId
    pair_id: str | None = None
    session_id: str | None = None
    more: bool = False

    def encode(self) -> str:
        """The context as a view's `private_metadata`."""
        facts = {"v": VERSION, "pair": self.pair_id, "session": self.session_id, "more": self.more or None}
        return json.dumps({key: value for key, value in facts.items() if value is not None}, separators=(",", ":"))


def decode(view: View) -> Context:
    """Read what a view that Slack sent is about.

    Raises:
        Refusal: `OUT_OF_DATE`, if an older version made the form, or it makes no sense.
    """
    try:
        form = FormId(view["callback_id"])
        facts = json.loads(view["private_metadata"])
        version = facts["v"]
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal(Reason.OUT_OF_DATE) from error
    if version != VERSION:
        raise Refusal(Reason.OUT_OF_DATE)
    return Context(form, _id(facts, "pair"), _id(facts, "session"), more=facts.get("more") is True)


def _id(facts: dict[str, Any], key: str) -> str | None:
    value = facts.get(key)
    return value if isinstance(value, str) else None
