"""A pair as its organiser sees it: when it met and what was tried, never what was said."""

from collections.abc import Iterable
from datetime import date, datetime

from mentoring.home import PairLine
from mentoring.hours import local
from mentoring.invitations import has_waited_long
from mentoring.pairs import PairState
from mentoring.people import Person as Card
from services.proposals import proposal_of
from services.telling import zone_of
from storage.models import Pair, Pause, Person, Programme
from storage.people import card
from storage.sessions import Meetings

# The last of them say enough.
ASKED_SHOWN = 6


def pair_line(
    pair: Pair,
    mentor: Person,
    mentee: Person,
    met: Meetings,
    programme: Programme,
    now: datetime,
    *,
    asked_on: Iterable[date] = (),
    pause: Pause | None = None,
) -> PairLine:
    """Put together what is known of a pair; of the days on which it was asked, those since it last met, in order."""
    people = {mentor.id: mentor, mentee.id: mentee}
    waits_for: tuple[Card, ...] = ()
    waits_since = None
    if pair.state == PairState.PROPOSED:
        proposal = proposal_of(pair, people, programme)
        waits_for = tuple(card(people[each.person_id]) for each in proposal.waits_for)
        waits_since = pair.proposed_at if has_waited_long(proposal, now) else None
    said_by = mentee if pause and pause.by_id == mentee.id else mentor
    since = met.last_met or date.min
    return PairLine(
        pair_id=pair.id,
        mentor=card(mentor),
        mentee=card(mentee),
        state=PairState(pair.state),
        sessions=met.count,
        last_met=met.last_met,
        waits_for=waits_for,
        waits_since=waits_since,
        ended_at=pair.ended_at,
        asked_on=tuple(day for day in asked_on if day > since)[-ASKED_SHOWN:],
        paused_until=local(pause.until, zone_of(said_by)).date() if pause else None,
    )
