"""A pair as a card: with whom, how often, when they last met, and how it goes. Called inside a look's transaction."""

from datetime import datetime

from mentoring.home import PairCard
from mentoring.hours import local
from mentoring.nudges.course import planned_end
from mentoring.nudges.diary import Pause
from mentoring.pairs import PairState, Role
from services.telling import zone_of
from storage.dashboard import PairWithPauses
from storage.models import Person
from storage.pairs import role_in
from storage.people import card


def pair_card(found: PairWithPauses, me: Person, now: datetime) -> PairCard:
    """One of somebody's pairs as they see it; of one that rests or comes to its end, until when."""
    pair, partner = found.pair, found.partner
    ends, resting = None, None
    if pair.state == PairState.WRAPPING_UP and pair.accepted_at:
        rests = [Pause(each.since, each.until) for each in found.pauses]
        ends = planned_end(pair.accepted_at, pair.length_months, rests)
    elif pause := next((each for each in found.pauses if each.since <= now < each.until), None):
        said_by = partner if pause.by_id == partner.id else me
        resting = local(pause.until, zone_of(said_by)).date()
    return PairCard(
        pair_id=pair.id,
        role=role_in(pair, me.id) or Role.MENTEE,
        partner=card(partner),
        partner_zone=partner.time_zone if partner.time_zone == zone_of(partner) else None,
        state=PairState(pair.state),
        rhythm_days=pair.rhythm_days,
        sessions=found.meetings.count,
        last_met=found.meetings.last_met,
        paused_until=resting,
        ends_on=ends,
    )
