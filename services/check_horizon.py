"""The horizon check: each of a pair answers alone; once both have, both are told the same, by rule."""

from datetime import datetime

from mentoring.horizon import AnsweredBefore, HorizonDraft, HorizonValues, Round, cards, differing
from mentoring.hours import local
from mentoring.notices import NoticeKind, Weight
from mentoring.nudge_contents import Outcome
from mentoring.nudges.horizon import round_on, rounds
from mentoring.nudges.kinds import NudgeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.answers import answer
from services.context import Services
from services.go_on import rests_of
from services.knowing import known_person, lively_pair, lively_pair_in_full
from services.telling import tell, today_of, zone_of
from storage.horizon import add_card, answers_of, cards_of, keep_answers, read_answers, subject_of
from storage.intake import is_first_submit
from storage.models import HorizonAnswers, Person
from storage.nudges import asking
from storage.pairs import PairInFull, partner_of
from storage.people import card
from storage.transaction import Transaction


async def prepare_horizon(services: Services, actor: Actor, pair_id: str) -> HorizonDraft:
    """What somebody finds of the check: what they answered themselves; the same whether or not their partner has.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> HorizonDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        days = rounds(pair.accepted_at or pair.proposed_at, pair.length_months, await rests_of(tx, pair))
        open_ = round_on(days, today_of(person, services.now()))
        mine = await answers_of(tx, pair, person.id)
        now = mine.pop(open_, None) if open_ else None
        compared = None
        if open_ and now and now.compared_at:
            compared = tuple(subject_of(tx, row) for row in (await cards_of(tx, pair))[open_])
        return HorizonDraft(
            pair.id, card(partner), open_, None if open_ else min(days.values()),
            read_answers(tx, now) if now else None, compared,
            tuple(
                AnsweredBefore(local(row.answered_at, zone_of(person)).date(), read_answers(tx, row))
                for row in mine.values()
            ),
            person.locale,
        )  # fmt: skip

    return await services.read(look)


async def answer_horizon(services: Services, actor: Actor, values: HorizonValues, form_id: str) -> None:
    """Keep what somebody answers, in the place of what they had. With the second of the two, both are told the same.

    Until then their partner learns nothing, not even that they have answered. A second submit changes nothing.

    Raises:
        Refusal: `TOO_LATE`: this check is over, or both have answered it. Or it is not their pair, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        found = await lively_pair_in_full(tx, actor, values.pair_id)
        person, pair = found.me, found.pair
        days = rounds(pair.accepted_at or pair.proposed_at, pair.length_months, await rests_of(tx, pair))
        before = (await answers_of(tx, pair, person.id)).get(values.round)
        if round_on(days, today_of(person, now)) is not values.round or (before and before.compared_at):
            raise Refusal(Reason.TOO_LATE)
        mine = await keep_answers(tx, pair, person, values.round, values.answers, now, before)
        asked = await asking(tx, (person.id,), (NudgeKind.HORIZON,))
        await answer(tx, now, [each for each in asked if each.pair_id == pair.id], Outcome.CHECKED)
        await _compare(tx, found, mine, values.round, now)
        pair.look_at = now

    await services.write(deed)


async def _compare(tx: Transaction, found: PairInFull, mine: HorizonAnswers, check: Round, now: datetime) -> None:
    """Once both have answered, keep what they see differently, and tell both. The pair is held, so it happens once."""
    pair = found.pair
    theirs = (await answers_of(tx, pair, found.partner.id)).get(check)
    if theirs is None:
        return
    mine.compared_at = theirs.compared_at = now
    before = await cards_of(tx, pair)
    shown = {subject_of(tx, row) for rows in before.values() for row in rows}
    differences = differing(read_answers(tx, mine), read_answers(tx, theirs))
    for position, subject in enumerate(cards(differences, shown)):
        add_card(tx, pair, check, position, subject)
    for receiver, weight in ((found.me, Weight.REPLY), (found.partner, Weight.NEWS)):
        await tell(
            tx, now, NoticeKind.HORIZON_COMPARED, pair.id, receiver, found.programme,
            weight=weight, occurrence=check.value, pair_id=pair.id,
        )  # fmt: skip
