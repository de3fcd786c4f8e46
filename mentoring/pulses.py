"""The pulse of a session: whether it was worth its hour, said with one tap by each for themselves alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.people import Person
from mentoring.sessions import SessionKind


class Worth(StrEnum):
    """Whether a session was worth its time."""

    WELL = "well"
    PARTLY = "partly"
    HARDLY = "hardly"


class Share(StrEnum):
    """What of a pulse somebody shares with their partner."""

    ALL = "all"
    WORTH = "worth"
    WORDS = "words"


@dataclass(frozen=True)
class PulseAsked:
    """What a message says of somebody's pulse of a session: never what is in it, for Slack keeps messages."""

    session_id: str
    kind: SessionKind
    partner: Person
    is_noted: bool = False
    is_shared: bool = False


@dataclass(frozen=True)
class PulseLine:
    """What somebody said of a session, for them alone to read. `on` is the day of the session as it was recorded."""

    session_id: str
    partner: Person
    on: date
    worth: Worth
    words: str | None = None


@dataclass(frozen=True)
class PulseDraft:
    """What the forms about a pulse start with. `revision` tells whether it has changed since."""

    author: Person
    line: PulseLine
    revision: int
    locale: str | None = None


@dataclass(frozen=True)
class PulseValues:
    """What somebody says of a session: a tap, and words if they like."""

    session_id: str
    worth: Worth
    words: str | None = None


@dataclass(frozen=True)
class PulseSharing:
    """What somebody wishes to share of a pulse, as it was when they saw what their partner will read."""

    session_id: str
    share: Share
    revision: int


@dataclass(frozen=True)
class PulseShared:
    """To the partner: what somebody shared of how a session was for them, and nothing else."""

    author: Person
    on: date
    worth: Worth | None
    words: str | None


def shared_of(line: PulseLine, share: Share, author: Person) -> PulseShared:
    """What the partner reads if somebody shares this much."""
    return PulseShared(
        author,
        line.on,
        None if share is Share.WORDS else line.worth,
        None if share is Share.WORTH else line.words,
    )
