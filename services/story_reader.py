"""Who reads a story, and of which pairs. Called inside a look's transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from mentoring.hours import local
from mentoring.pairs import Role
from mentoring.story import Moment
from services.telling import zone_of
from storage.models import Pair, Person
from storage.pairs import role_in
from storage.people import card


@dataclass(frozen=True)
class Reader:
    """Who reads, and of which pairs.

    Attributes:
        pairs: By their ids those whose story it is, each with the partner.
        only: The id of the one pair whose story it is; none: of all, and of what was in none.
        most: How many entries of each kind are needed.
    """

    me: Person
    pairs: Mapping[str, tuple[Pair, Person]]
    only: str | None
    most: int

    @property
    def ids(self) -> list[str]:
        """The ids of the pairs."""
        return list(self.pairs)

    def moment(self, at: datetime, pair_id: str | None) -> Moment:
        """When and with whom something was."""
        found = self.pairs.get(pair_id) if pair_id else None
        return Moment(local(at, zone_of(self.me)).date(), at, card(found[1]) if found else None)

    def role(self, pair_id: str) -> Role:
        """What the reader is in a pair."""
        return role_in(self.pairs[pair_id][0], self.me.id) or Role.MENTEE

    def role_of(self, pair_id: str, person_id: str) -> Role:
        """What one of the two is in a pair."""
        return role_in(self.pairs[pair_id][0], person_id) or Role.MENTEE
