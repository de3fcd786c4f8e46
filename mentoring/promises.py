"""Promises: who will do what."""

import re
from dataclasses import dataclass
from enum import StrEnum

BULLETS = re.compile(r"^[\s\-*•]+")


class PromiseState(StrEnum):
    """What became of a promise. One written for the partner is proposed until they accept it."""

    PROPOSED = "proposed"
    OPEN = "open"
    REFUSED = "refused"


# What still waits for somebody: an answer, or to be done. Its writer can still change or remove it.
WAITING = (PromiseState.PROPOSED, PromiseState.OPEN)


@dataclass(frozen=True)
class PromiseLine:
    """A promise as shown: its words are for the pair."""

    id: str
    words: str
    state: PromiseState


def one_a_line(text: str | None) -> tuple[str, ...]:
    """Split what was typed into promises: one a line, bullets and empty lines left out."""
    lines = (BULLETS.sub("", line).strip() for line in (text or "").splitlines())
    return tuple(line for line in lines if line)
