"""What an organiser reads of their programme, by month."""

from datetime import datetime

from mentoring.hours import at_local, local
from mentoring.nudges.course import planned_end
from mentoring.nudges.diary import Pause as Rest
from mentoring.pairs import PairState
from mentoring.people import Actor
from mentoring.reporting import PairDates, Report, month_ends, report
from services.context import Services
from services.knowing import organised_programme
from services.telling import today_of, zone_of
from storage.reports import Begun, nudges_by_day, pairs_begun
from storage.transaction import Transaction


async def read_report(services: Services, actor: Actor) -> Report:
    """The figures of the programme that somebody organises, in months as they are where this person lives.

    Raises:
        Refusal: The actor organises nothing.
    """

    async def look(tx: Transaction) -> Report:
        person, programme = await organised_programme(tx, actor)
        today, zone = today_of(person, services.now()), zone_of(person)
        ends = month_ends(today)
        first = ends[0].replace(day=1)
        begun = await pairs_begun(tx, programme, at_local(first, datetime.min.time(), zone), ends)
        pairs = [dates for each in begun if (dates := _dates(each, zone))]
        return report(programme.name, pairs, await nudges_by_day(tx, programme, first), today, person.locale)

    return await services.read(look)


def _dates(begun: Begun, zone: str) -> PairDates | None:
    pair = begun.pair
    if pair.accepted_at is None:
        return None
    rests = [Rest(pause.since, pause.until) for pause in begun.pauses]
    ended_on = local(pair.ended_at, zone).date() if pair.ended_at else None
    if ended_on is None and pair.state == PairState.COMPLETED:
        ended_on = planned_end(pair.accepted_at, pair.length_months, rests)
    return PairDates(
        local(pair.accepted_at, zone).date(),
        ended_on,
        pair.rhythm_days,
        tuple(sorted(begun.met_on)),
        tuple((local(rest.since, zone).date(), local(rest.until, zone).date()) for rest in rests),
    )
