"""What is told as a pair begins, or does not: whom it asks, and what they answered."""

from dataclasses import dataclass

from mentoring.pairs import PairState, Role
from mentoring.people import Person


@dataclass(frozen=True)
class Introduction:
    """To each of a proposed pair: who is meant, who reads what, and a first step each.

    `organiser` proposed it, and may be the partner; none: the reader did.
    """

    pair_id: str
    role: Role
    partner: Person
    organiser: Person | None
    programme: str
    rhythm_days: int
    state: PairState
    i_accepted: bool
    partner_accepted: bool


@dataclass(frozen=True)
class AskedAgain:
    """To whoever has not answered an introduction after some days: the question once more, as things stand."""

    introduction: Introduction


@dataclass(frozen=True)
class PairDeclined:
    """To the other of a declined pair, and to the organiser: it does not come about; no reason is given.

    `role` is the reader's in it; none: they organise it.
    """

    mentor: Person
    mentee: Person
    role: Role | None


@dataclass(frozen=True)
class PairAgreed:
    """To the organiser: both accepted."""

    mentor: Person
    mentee: Person


@dataclass(frozen=True)
class PairStarted:
    """To both: here is each other, and a way to begin. `is_group` tells their group message from a DM to one."""

    pair_id: str
    mentor: Person
    mentee: Person
    rhythm_days: int
    is_group: bool
