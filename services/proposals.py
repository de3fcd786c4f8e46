"""Proposed pairs as the rules see them: with the hours of those who were asked."""

from collections.abc import Mapping

from mentoring.invitations import Invited, Proposal
from services.telling import hours_of
from storage.models import Pair, Person, Programme
from storage.pairs import accepted_at


def proposal_of(pair: Pair, people: Mapping[str, Person], programme: Programme) -> Proposal:
    """What the rules need to know of a proposed pair; `people` has both of it by their ids."""
    both = (people[pair.mentor_id], people[pair.mentee_id])
    return Proposal(
        pair.proposed_at,
        tuple(
            Invited(person.id, hours_of(person, programme), has_accepted=accepted_at(pair, person.id) is not None)
            for person in both
        ),
    )
