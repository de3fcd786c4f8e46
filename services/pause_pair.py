"""One of a pair has it rest for a while: no approval is needed, and no reason is asked for."""

from datetime import date, datetime, time

from sqlalchemy import select

from mentoring.hours import at_local, local
from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import PairState
from mentoring.pausing import USUAL, PauseDraft, PauseValues, refusals_of_pause
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.sessions import SessionState
from services.context import Services
from services.knowing import known_person, lively_pair
from services.partings import cancel_planned, shown_to
from services.telling import tell, today_of, zone_of
from storage.intake import is_first_submit
from storage.models import Pair, Pause, Person, Programme, Session
from storage.notices import redraw
from storage.pairs import pair_choice, partner_of
from storage.pauses import pause_of
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def prepare_pause(services: Services, actor: Actor, pair_id: str) -> PauseDraft:
    """What the form starts with: of a pair that rests already, the day until which it does.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> PauseDraft:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        rests_until = _day(await pause_of(tx, pair, now), person)
        return PauseDraft(
            pair_choice(pair, person, partner),
            rests_until or today_of(person, now) + USUAL,
            rests_until,
            planned=await _planned(tx, pair, now),
            time_zone=zone_of(person),
            locale=person.locale,
        )

    return await services.read(look)


async def pause_pair(services: Services, actor: Actor, values: PauseValues, form_id: str) -> None:
    """Have a pair rest until a day, or until another one if it rests already. A second submit changes nothing.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
        Refusals: The day does not lie ahead, or too far; or, `CHANGED_MEANWHILE`, the partner chose another one, or has
            resumed the pair.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        refuse(list(refusals_of_pause(values.until, today_of(person, now))))
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await lively_pair(tx, person, values.pair_id)
        current = await pause_of(tx, pair, now)
        if _day(current, person) not in (values.seen, values.until):
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "until")])
        pause = await _keep(tx, pair, person, current, values.until, now)
        cancelled = await cancel_planned(tx, now, pair, before=pause.until) if values.cancels else []
        await redraw(tx, [pause.id], [NoticeKind.PAIR_PAUSED], now)
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        for receiver, weight in ((person, Weight.REPLY), (partner, Weight.NEWS)):
            await tell(
                tx, now, NoticeKind.PAIR_PAUSED, pause.id, receiver, programme, weight=weight, occurrence=form_id,
                pair_id=pair.id, facts={"by": person.id, "cancelled": cancelled},
            )  # fmt: skip
        await mark_homes_stale(tx, now, await shown_to(tx, [pair]))

    await services.write(deed)


def _day(pause: Pause | None, person: Person) -> date | None:
    """Until which day a pair rests, where somebody is."""
    return local(pause.until, zone_of(person)).date() if pause else None


async def _keep(
    tx: Transaction, pair: Pair, person: Person, pause: Pause | None, until_day: date, now: datetime
) -> Pause:
    until = at_local(until_day, time.min, zone_of(person))
    if pause is None:
        pause = Pause(workspace_id=pair.workspace_id, pair_id=pair.id, by_id=person.id, since=now, until=until)
        tx.add(pause)
    elif _day(pause, person) != until_day:
        # Left alone, it stays as the partner meant it, whose midnight is another.
        pause.by_id, pause.until = person.id, until
    pair.state, pair.look_at = PairState.PAUSED, now
    await tx.flush()
    return pause


async def _planned(tx: Transaction, pair: Pair, now: datetime) -> tuple[datetime, ...]:
    query = select(Session.planned_at).where(
        Session.pair_id == pair.id, Session.state == SessionState.PLANNED.value, Session.planned_at > now
    )
    return tuple(at for at in await tx.scalars(query.order_by(Session.planned_at)) if at)
