"""Either of a pair changes how often they mean to meet; the other is told, and can change it back."""

from datetime import datetime

from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import refusals_of_rhythm
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.rhythms import RhythmDraft, RhythmValues, less_often
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.agreements import versions_of
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme
from storage.notices import redraw
from storage.pairs import pair_choice, partner_of
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def prepare_rhythm(services: Services, actor: Actor, pair_id: str) -> RhythmDraft:
    """What the form starts with: the next rhythm at which they would meet less.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> RhythmDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        return RhythmDraft(pair_choice(pair, person, partner), less_often(pair.rhythm_days))

    return await services.read(look)


async def change_rhythm(services: Services, actor: Actor, values: RhythmValues, form_id: str) -> None:
    """Keep a pair's rhythm and tell both. A second submit, or the rhythm that holds anyhow, changes nothing.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
        Refusals: The number of days is none; or, `CHANGED_MEANWHILE`, the partner chose another one.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        refuse(list(refusals_of_rhythm(values.rhythm_days)))
        person = await known_person(tx, actor)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await lively_pair(tx, person, values.pair_id)
        if pair.rhythm_days == values.rhythm_days:
            return
        if values.seen not in (None, pair.rhythm_days):
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "rhythm")])
        await keep_rhythm(tx, now, pair, values.rhythm_days)
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        for receiver, weight in ((person, Weight.REPLY), (partner, Weight.NEWS)):
            await tell(
                tx, now, NoticeKind.RHYTHM_CHANGED, pair.id, receiver, programme, weight=weight, occurrence=form_id,
                pair_id=pair.id, facts={"by": person.id, "days": pair.rhythm_days},
            )  # fmt: skip

    await services.write(deed)


async def keep_rhythm(tx: Transaction, now: datetime, pair: Pair, days: int) -> None:
    """Have a pair meet at another rhythm from now on: nudges go by it, and what shows how often they meet follows."""
    pair.rhythm_days, pair.look_at = days, now
    await redraw(tx, [pair.id], [NoticeKind.RHYTHM_CHANGED], now)
    versions = await versions_of(tx, pair.id)
    if versions.waiting:
        await redraw(tx, [versions.waiting.id], [NoticeKind.AGREEMENT_PROPOSED], now)
    await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))
