"""Consent to a post in the celebrations channel: from everyone it names, or it is not posted."""

import re
import string
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import timedelta
from enum import StrEnum

from mentoring.people import Person

# How long answers are waited for, and then an agreed post for a channel it can go to.
ANSWERS_WITHIN = timedelta(hours=72)
CHANNEL_WITHIN = timedelta(days=14)

# What stands between the parts of a name, and the code points of accents.
BETWEEN = re.compile(r"[\s\-_,.;:|\"“”()\[\]{}<>]+")
ACCENTS = range(0x300, 0x370)
# Not that of an address, as in "me@example.com".
AT = r"(?<!\w)@"


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
    """Those of some people whom words name: by a mention, by their whole name or by any part of it."""
    words = _plain(words)
    return tuple(person for person in people if _naming((person,)).search(words))


def called_in(words: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Those of some people whom words call: by a mention, or by an "@" before their name or a part of it.

    A whole name stands for its bearers, not for others who share a part of it.
    """
    people = tuple(people)
    wholly = tuple(person for person in people if re.search(AT + _whole(person), _plain(words), re.IGNORECASE))
    left = _plain(without_names(words, wholly, ""))
    partly = (person for person in people if person not in wholly and _naming((person,), AT).search(left))
    return (*wholly, *partly)


def with_names(words: str, names: Mapping[str, str]) -> str:
    """Put names in the place of handles, as "@Tom Reid" for "@treid": it is names that are asked about, and hidden.

    Args:
        words: What was typed.
        names: Names by Slack's handles.
    """
    for handle, name in names.items():
        words = re.sub(rf"{AT}{re.escape(handle)}(?![\w.-])", "@" + name.replace("\\", r"\\"), words)
    return words


def without_names(words: str, people: Iterable[Person], instead: str) -> str:
    """Replace each mention and each name of some people, whole or in part, by `instead`."""
    people = tuple(people)
    if not people:
        return words
    words = unicodedata.normalize("NFC", words)
    kept, end = "", 0
    for found in _naming(people).finditer(_plain(words)):
        kept += words[end : found.start()] + instead
        end = found.end()
    return kept + words[end:]


def _naming(people: tuple[Person, ...], at: str = "@?") -> re.Pattern[str]:
    # Longer names first, so that "Ann Lee" does not leave "Lee" behind.
    names = sorted({part for person in people for part in _parts(person.name)}, key=len, reverse=True)
    mention = f"<@(?:{'|'.join(re.escape(person.user) for person in people)})(?:\\|[^>]*)?>"
    return re.compile("|".join([mention, *(f"{at}{_alone(name)}" for name in names)]), re.IGNORECASE)


def _whole(person: Person) -> str:
    name = _plain(person.name).strip()
    return _alone(name) if name.strip(string.punctuation) else r"(?!)"


def _parts(name: str) -> Iterator[str]:
    """The name, and what it may be shortened to; an initial is too little, and "he/him" is none."""
    name = _plain(name).strip()
    # A name of nothing but dots would be in every sentence.
    if name.strip(string.punctuation):
        yield name
    words = " ".join(word for word in name.split() if "/" not in word)
    for part in BETWEEN.split(words):
        if len(part) > 1 or (part.isalpha() and not _has_case(part)):
            yield part


def _alone(name: str) -> str:
    """A pattern for a name as a word of its own, or with an "s"; scripts without case often write on without a gap."""
    before = r"(?<![^\W_])" if _has_case(name[0]) else ""
    after = r"s?(?![^\W_])" if _has_case(name[-1]) else ""
    return before + re.escape(name) + after


def _has_case(letter: str) -> bool:
    return letter.upper() != letter.lower()


def _plain(words: str) -> str:
    """Words without accents, which are often left out; as long as what NFC makes of them."""
    return "".join(map(_without_accents, unicodedata.normalize("NFC", words)))


def _without_accents(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return parts[0] if all(ord(mark) in ACCENTS for mark in parts[1:]) else letter
