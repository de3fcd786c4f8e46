"""What is told of a check-in: to its writer, to their partner, and where the two do not agree."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.checkpoints import Checkpoint
from mentoring.people import Person
from mentoring.promises import PromiseLine
from mentoring.pulses import PulseAsked
from mentoring.sessions import SessionKind


@dataclass(frozen=True)
class CheckInSaved:
    """To the writer: what was saved, and who reads it. What is private is only said to be kept, never repeated.

    `happened_on` is where the writer was; `next_at` an instant, of the session `next_id`. `is_disputed`: the
    partner says that they did not meet. `weighs`: the writer is asked whether a lighter next session would help.
    """

    pair_id: str
    session_id: str
    check_in_id: str
    partner: Person
    happened_on: date
    kind: SessionKind
    notes: str | None
    my_promises: tuple[PromiseLine, ...]
    their_promises: tuple[PromiseLine, ...]
    next_at: datetime | None
    keeps_private: bool
    partner_logged: bool
    is_disputed: bool
    next_id: str | None = None
    ticked: tuple[Checkpoint, ...] = ()
    pulse: PulseAsked | None = None
    weighs: bool = False


@dataclass(frozen=True)
class Dispute:
    """One of a pair recorded a session, the other says that they did not meet; each is asked once more.

    `upheld`: the writer said again that they did meet; `denied_again`: the other, that they did not.
    """

    upheld: bool
    denied_again: bool


@dataclass(frozen=True)
class PartnerCheckedIn:
    """To the partner of a writer: what they shared, what they propose, and one tap to add one's own side.

    `dispute` is there once the partner has said that they did not meet.
    """

    pair_id: str
    session_id: str
    partner: Person
    happened_on: date
    kind: SessionKind
    notes: str | None
    their_promises: tuple[PromiseLine, ...]
    proposals: tuple[PromiseLine, ...]
    next_at: datetime | None
    added_mine: bool
    dispute: Dispute | None = None
    next_id: str | None = None
    ticked: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True)
class SessionDisputed:
    """To the writer of a check-in: their partner says that they did not meet. No dispute: it has been resolved."""

    session_id: str
    check_in_id: str
    partner: Person
    happened_on: date
    dispute: Dispute | None


@dataclass(frozen=True)
class CheckInWithdrawn:
    """In the place of what told of a check-in: it was withdrawn.

    `is_mine`: by the reader, else by their partner. `was_asked`: in the place of the question whether they did meet.
    """

    partner: Person
    happened_on: date
    is_mine: bool
    was_asked: bool = False
