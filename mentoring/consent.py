"""Consent to a post in the celebrations channel: from everyone it names, or it is not posted."""

import re
from collections.abc import Collection, Iterable
from datetime import timedelta
from enum import StrEnum

# How long answers are waited for, and then an agreed post for a channel it can go to.
ANSWERS_WITHIN = timedelta(hours=72)
CHANNEL_WITHIN = timedelta(days=14)


class Answer(StrEnum):
    """What somebody named in a post said to it."""

    YES = "yes"
    UNNAMED = "unnamed"
    NO = "no"


class ShoutOutState(StrEnum):
    """What became of a post for the channel."""

    ASKING = "asking"
    AGREED = "agreed"
    POSTED = "posted"
    NOT_POSTED = "not posted"


def is_agreed(answers: Collection[Answer | None]) -> bool:
    """Whether everyone has answered and nobody said no."""
    return all(answer in (Answer.YES, Answer.UNNAMED) for answer in answers)


def shows_names(answers: Iterable[Answer | None]) -> bool:
    """Whether names may appear: one wish to go unnamed hides all of them, since a pair names each other."""
    return all(answer is not Answer.UNNAMED for answer in answers)


def without_names(words: str, names: Iterable[str], instead: str) -> str:
    """Replace each name, whole or its first part, and every mention of a user, by `instead`.

    Longer names go first, so that "Ann Lee" does not leave "Lee" behind.
    """
    parts = {part for name in names for part in (name, *name.split()) if len(part) > 1}
    words = re.sub(r"<@[UW][A-Z0-9]+(\|[^>]*)?>", instead, words)
    for part in sorted(parts, key=len, reverse=True):
        words = re.sub(rf"(?<!\w)@?{re.escape(part)}(?!\w)", instead, words, flags=re.IGNORECASE)
    return words
