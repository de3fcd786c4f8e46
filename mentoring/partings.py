"""How a pair comes to its end, or does not come about after all: what is shown before it, and told of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.pairs import PairChoice, Role
from mentoring.people import Person

# How long an organiser's board still shows a pair that has ended.
SHOWN_FOR = timedelta(days=14)


@dataclass(frozen=True)
class EndDraft:
    """What the form that ends a pair says: who learns of it, and which planned session (an instant) it cancels.

    `organisers` are those besides the two; `partner_organises` tells that the partner is one, too.
    """

    pair: PairChoice
    organisers: tuple[Person, ...] = ()
    next_at: datetime | None = None
    time_zone: str = "UTC"
    locale: str | None = None
    partner_organises: bool = False


@dataclass(frozen=True)
class EndValues:
    """What somebody entered who ends a pair; `another_match`: they would like to be in another one."""

    pair_id: str
    another_match: bool = False


@dataclass(frozen=True)
class EndSaved:
    """To whoever ended a pair: what happens next. `cancelled` was to be their next session.

    `tells_partner`: the partner hears of it, since they have not ended it too.
    """

    partner: Person
    cancelled: datetime | None
    another_match: bool
    tells_partner: bool = True


@dataclass(frozen=True)
class PairEnded:
    """To the partner of whoever ended a pair, and to its organisers; who ended it, and why, is nobody's business.

    `role` is the reader's in it; none: they organise it, and `wishing` tells them who would like another match.
    """

    mentor: Person
    mentee: Person
    role: Role | None
    cancelled: datetime | None = None
    wishing: tuple[Person, ...] = ()


@dataclass(frozen=True)
class PersonLeft:
    """To the partner of somebody who left the workspace, and to the organisers.

    `is_partner`: the reader is the partner. `had_begun`: both had accepted.
    """

    left: Person
    partner: Person
    is_partner: bool
    had_begun: bool
    cancelled: datetime | None = None


@dataclass(frozen=True)
class ProposalWithdrawn:
    """To somebody who was asked to be in a pair: they are no longer. Why is nobody's business."""

    partner: Person
