"""Either of a pair that comes to its end would like to go on, perhaps less often; the one who speaks last decides."""

from mentoring.going_on import USUAL_STEP, End, GoOnDraft, GoOnValues, can_end_on, ends_to_choose
from mentoring.notices import NoticeKind, Weight
from mentoring.nudges.course import planned_end
from mentoring.nudges.diary import Pause as Rest
from mentoring.pairs import PairState, refusals_of_rhythm
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.rhythms import less_often
from services.change_rhythm import keep_rhythm
from services.context import Services
from services.knowing import known_person, lively_pair
from services.partings import shown_to
from services.telling import tell, today_of
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme
from storage.notices import redraw
from storage.pairs import pair_choice, partner_of
from storage.pauses import pauses_of
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def prepare_go_on(services: Services, actor: Actor, pair_id: str, *, less: bool = False) -> GoOnDraft:
    """What the form starts with; `less`: it asks how often as well.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> GoOnDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        if pair.accepted_at is None:
            raise Refusal(Reason.NOT_ACTIVE)
        ends = ends_to_choose(
            pair.accepted_at, pair.length_months, programme.length_months, await rests_of(tx, pair),
            today_of(person, services.now()),
        )  # fmt: skip
        as_it_is = next((end for end in ends if end.length_months == pair.length_months), None)
        return GoOnDraft(
            pair_choice(pair, person, partner),
            ends,
            as_it_is.length_months if as_it_is else pair.length_months + USUAL_STEP,
            less_often(pair.rhythm_days) if less else None,
            as_it_is.on if as_it_is else None,
            person.locale,
        )

    return await services.read(look)


async def go_on(services: Services, actor: Actor, values: GoOnValues, form_id: str) -> None:
    """Have a pair last as long as one of the two chose, and tell both. A second submit changes nothing.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended, or it cannot last so long.
        Refusals: The number of days of the rhythm is none.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        if values.rhythm_days is not None:
            refuse(list(refusals_of_rhythm(values.rhythm_days)))
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await lively_pair(tx, person, values.pair_id)
        programme = await tx.get_one(Programme, pair.programme_id)
        if pair.accepted_at is None:
            raise Refusal(Reason.NOT_ACTIVE)
        ends_on = planned_end(pair.accepted_at, values.length_months, await rests_of(tx, pair))
        if not can_end_on(End(values.length_months, ends_on), today_of(person, now)):
            raise Refusal(Reason.OUT_OF_DATE)
        pair.length_months = values.length_months
        if values.rhythm_days:
            await keep_rhythm(tx, now, pair, values.rhythm_days)
        if pair.state == PairState.WRAPPING_UP:
            pair.state = PairState.ACTIVE
        pair.look_at = now
        await redraw(tx, [pair.id], [NoticeKind.PAIR_GOES_ON], now)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        facts = {"by": person.id, "months": pair.length_months, "days": pair.rhythm_days}
        for receiver, weight in ((person, Weight.REPLY), (partner, Weight.NEWS)):
            await tell(
                tx, now, NoticeKind.PAIR_GOES_ON, pair.id, receiver, programme, weight=weight, occurrence=form_id,
                pair_id=pair.id, facts=facts,
            )  # fmt: skip
        await mark_homes_stale(tx, now, await shown_to(tx, [pair]))

    await services.write(deed)


async def rests_of(tx: Transaction, pair: Pair) -> list[Rest]:
    """The pauses of a pair, as the rules see them."""
    return [Rest(pause.since, pause.until) for pause in (await pauses_of(tx, (pair.id,)))[pair.id]]
