"""Somebody changes what they recorded of a session."""

from datetime import datetime

from mentoring.changes import clashes
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.sessions import CheckInDraft, CheckInValues, Seen, SessionKind, refusals_of_check_in
from services.context import Services
from services.keep_promises import keep_promises, shown_promises
from services.knowing import known_person
from services.own_check_in import OwnCheckIn, own_check_in
from services.plan_next import clashes_of_next, plan_next
from services.telling import today_of, zone_of
from services.ticks import goals_to_tick, tick
from services.withdraw_check_in import ABOUT_A_CHECK_IN
from storage.intake import is_first_submit
from storage.models import Person, Session
from storage.notices import redraw
from storage.pairs import pair_choice, partner_of
from storage.people import mark_homes_stale
from storage.sessions import check_ins_of, next_planned, promises_in
from storage.transaction import Transaction


async def prepare_edit(services: Services, actor: Actor, check_in_id: str) -> CheckInDraft:
    """The form filled with an entry. What is settled of its promises is not in it, nor the win that came with it.

    Raises:
        Refusal: Somebody else wrote it, or it has been withdrawn.
    """

    async def look(tx: Transaction) -> CheckInDraft:
        now = services.now()
        person, own = await _own(tx, actor, check_in_id)
        check_in, session = own.check_in, own.session
        partner = await tx.get_one(Person, partner_of(own.pair, person.id))
        pair = pair_choice(own.pair, person, partner)
        feeling = tx.unseal(check_in, "feeling")
        planned = await next_planned(tx, (own.pair.id,), now)
        promises = await promises_in(tx, check_in)
        seen = Seen(planned.planned_at if planned else None, session.happened_on, SessionKind(session.kind))
        return CheckInDraft(
            pairs=(pair,),
            pair=pair,
            today=today_of(person, now),
            next_at=seen.next_at,
            locale=person.locale,
            notes=tx.unseal(check_in, "notes") or "",
            check_in_id=check_in.id,
            time_zone=zone_of(person),
            happened_on=session.happened_on,
            kind=SessionKind(session.kind),
            my_promises=tuple(words for words, _ in shown_promises(tx, promises, person.id)),
            their_promises=tuple(words for words, _ in shown_promises(tx, promises, partner.id)),
            feeling=int(feeling) if feeling else None,
            reflection=tx.unseal(check_in, "reflection"),
            question=check_in.question,
            goals=await goals_to_tick(tx, own.pair.id, check_in),
            seen=seen,
        )

    return await services.read(look)


async def edit_check_in(
    services: Services, actor: Actor, check_in_id: str, values: CheckInValues, form_id: str
) -> None:
    """Keep an entry as it is now; what was told of it is drawn again. A second submit of one form changes nothing.

    Raises:
        Refusals: Fields that cannot stand as they are; `CHANGED_MEANWHILE`: the partner changed them too.
        Refusal: Somebody else wrote it, or it has been withdrawn.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person, own = await _own(tx, actor, check_in_id, lock=True)
        partner = await tx.get_one(Person, partner_of(own.pair, person.id))
        refuse(list(refusals_of_check_in(values, today_of(person, now), now)))
        refuse([*_clashes(own.session, values), *await clashes_of_next(tx, now, own.pair, values)])
        own.pair.look_at = now
        _change_session(own.session, values)
        await plan_next(tx, now, person, own.pair, values)
        tx.seal(own.check_in, "notes", values.notes)
        tx.seal(own.check_in, "feeling", None if values.feeling is None else str(values.feeling))
        tx.seal(own.check_in, "reflection", values.reflection)
        before = await promises_in(tx, own.check_in)
        await keep_promises(tx, now, own.check_in, own.pair, person, partner, values, before)
        await tick(tx, now, own.check_in, own.pair.id, values.ticked)
        await _show(tx, now, own, (person, partner))

    await services.write(deed)


async def _own(tx: Transaction, actor: Actor, check_in_id: str, *, lock: bool = False) -> tuple[Person, OwnCheckIn]:
    person = await known_person(tx, actor)
    own = await own_check_in(tx, person, check_in_id, lock=lock)
    if own is None:
        raise Refusal(Reason.WITHDRAWN)
    return person, own


def _clashes(session: Session, values: CheckInValues) -> list[Refusal]:
    seen = values.seen
    return [
        *clashes("happened_on", values.happened_on, seen.on, session.happened_on),
        *clashes("kind", values.kind, seen.kind, session.kind),
    ]


def _change_session(session: Session, values: CheckInValues) -> None:
    # What this person left alone may have been changed by their partner in the meantime.
    if values.happened_on != values.seen.on:
        session.happened_on = values.happened_on
    if values.kind != values.seen.kind:
        session.kind = values.kind


async def _show(tx: Transaction, now: datetime, own: OwnCheckIn, both: tuple[Person, Person]) -> None:
    # The day, the kind and the next session stand in what was told of the partner's own entry, too.
    entries = [check_in.id for check_in in await check_ins_of(tx, own.session)]
    await redraw(tx, entries, ABOUT_A_CHECK_IN, now)
    await mark_homes_stale(tx, now, (person.id for person in both), organisers_of=own.pair.programme_id)
