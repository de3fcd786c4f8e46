"""Consent to a post in the celebrations channel: from everyone it names, or it is not posted."""

import re
from collections.abc import Collection, Iterable
from datetime import timedelta
from enum import StrEnum

from mentoring.people import Person

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


def names_in(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of some people whom words name: by a mention, by their whole name or by the first part of it."""
    return tuple(person for person in people if _names_of((person,)).search(words))


def without_names(words: str, people: Iterable[Person], instead: str) -> str:
    """Replace each mention and each name of some people, whole or in part, by `instead`."""
    people = tuple(people)
    return _names_of(people).sub(instead, words) if people else words


def _names_of(people: Iterable[Person]) -> re.Pattern[str]:
    names = {part for person in people for part in (person.name, *person.name.split()) if len(part) > 1}
    # Longer names first, so that "Ann Lee" does not leave "Lee" behind.
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    users = "|".join(re.escape(person.user) for person in people)
    return re.compile(
        rf"<@(?:{users})(?:\|[^>]*)?>" + (rf"|(?<!\w)@?(?:{either})(?!\w)" if either else ""), re.IGNORECASE
    )
