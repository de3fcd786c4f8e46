"""What one of a pair shares with the other between two sessions, and the question that asks for it."""

from dataclasses import dataclass

from mentoring.people import Person


@dataclass(frozen=True)
class SharingDraft:
    """What the form starts with; `notice_id` is the nudge or the question that it answers."""

    notice_id: int
    partner: Person


@dataclass(frozen=True)
class SharingValues:
    """What somebody shares, in their own words."""

    notice_id: int
    words: str


@dataclass(frozen=True)
class SharedWithYou:
    """To the partner: what somebody shared."""

    author: Person
    words: str


@dataclass(frozen=True)
class AskedHowItGoes:
    """To the partner of somebody who asks how it has been going; `words`: what the reader has shared since."""

    notice_id: int
    author: Person
    words: str | None = None
