"""What went between the app and the workspace: calls, payloads and acknowledgements, each with its time."""

import asyncio
import json
import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from playground.feed import Feed
from playground.shapes import Clock, Json

KEPT: Final = 400
"""How many entries are kept; the oldest go first."""

TOPIC: Final = "traffic"
"""What a reader of the feed subscribes to, to hear of new entries."""

_POINTER = re.compile(r"\[json-pointer:([^\]]*)\]")
_TICKET = re.compile(r"ticket=[\w-]+")


@dataclass
class Entry:
    """One call of the app, or one payload to it, with what came back.

    Attributes:
        number: Counts the entries of this workspace.
        kind: `call` and `response_url` come from the app; `slash_commands`, `interactive`, `events_api` and `socket`
            go to it.
        name: The method, command, type of interaction or event.
        at: When it began, by the workspace's clock.
        sent: The arguments or the payload, as JSON.
        answer: What came back, as JSON; None: nothing (yet).
        status: The HTTP status, where it has one.
        milliseconds: How long it took; None while it is under way.
        error: The refusal's code, `operation_timeout` or `dispatch_failed`.
        places: What is wrong in a refused block or view: JSON pointer and sentence.
        fault: The fault that was switched on for it.
        note: Anything else worth knowing, such as an acknowledgement that came too late.
        revision: Grows with each change of any entry.
    """

    number: int
    kind: str
    name: str
    at: str
    began: float
    sent: str
    answer: str | None = None
    status: int | None = None
    milliseconds: float | None = None
    error: str | None = None
    places: list[Json] = field(default_factory=list)
    fault: str | None = None
    note: str | None = None
    revision: int = 0

    def shown(self) -> Json:
        """The entry as JSON."""
        return {
            "id": self.number,
            "kind": self.kind,
            "name": self.name,
            "at": self.at,
            "sent": json.loads(self.sent),
            "answer": None if self.answer is None else json.loads(self.answer),
            "status": self.status,
            "milliseconds": self.milliseconds,
            "error": self.error,
            "places": self.places,
            "fault": self.fault,
            "note": self.note,
        }


class Traffic:
    """The latest entries.

    Args:
        clock: The workspace's time.
        feed: Told of every change, under `TOPIC`.
        secrets: Words that never get into an entry: the app's tokens.
    """

    def __init__(self, clock: Clock, feed: Feed, secrets: Iterable[str]) -> None:
        self._clock = clock
        self._feed = feed
        self._secrets = [secret for secret in secrets if secret]
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._numbers = count(1)
        self._revisions = count(1)
        self._latest = 0

    def begin(self, kind: str, name: str, sent: object) -> Entry:
        """Note that something is on its way."""
        began = asyncio.get_running_loop().time()
        number, at = next(self._numbers), self._clock().isoformat()
        entry = Entry(number, kind, self._without_secrets(name), at, began, self._text(sent))
        self._entries.append(entry)
        self._changed(entry)
        return entry

    def answered(self, entry: Entry, answer: Json) -> None:
        """Note what is answered; it need not arrive."""
        entry.answer = self._text(answer)
        entry.error = answer.get("error")
        entry.places = places_in(answer)

    def end(
        self, entry: Entry, *, status: int | None = None, error: str | None = None, fault: str | None = None
    ) -> None:
        """Note that nothing more comes of it.

        Args:
            entry: What has ended.
            status: The HTTP status, where it has one.
            error: Why it failed, where no answer says so.
            fault: The fault that was switched on for it.
        """
        entry.milliseconds = round((asyncio.get_running_loop().time() - entry.began) * 1000, 1)
        entry.status, entry.fault = status, fault
        entry.error = error or entry.error
        self._changed(entry)

    def note(self, entry: Entry, note: str) -> None:
        """Add a remark to an entry."""
        entry.note = note
        self._changed(entry)

    def _changed(self, entry: Entry) -> None:
        self._latest = entry.revision = next(self._revisions)
        self._feed.tell([TOPIC], {"type": TOPIC})

    def _text(self, value: object) -> str:
        return self._without_secrets(json.dumps(value, ensure_ascii=False, default=str))

    def _without_secrets(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "(token)")
        return _TICKET.sub("ticket=(ticket)", text)

    def since(self, revision: int = 0) -> tuple[list[Entry], int]:
        """The entries that came or changed after a revision, the oldest first, and the revision they make."""
        return [entry for entry in self._entries if entry.revision > revision], self._latest

    def clear(self) -> None:
        """Forget all entries."""
        self._entries.clear()


def places_in(answer: Json) -> list[Json]:
    """The offending places that an answer names: `{"place": JSON pointer, "problem": sentence}`."""
    messages = (answer.get("response_metadata") or {}).get("messages") or []
    found = []
    for message in messages:
        pointer = _POINTER.search(message)
        problem = _POINTER.sub("", message).removeprefix("[ERROR]").strip()
        found.append({"place": pointer[1] if pointer else "", "problem": problem})
    return found
