"""Somebody would like to talk with the organiser about their pair: told only because they say so."""

from collections.abc import Sequence

from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.troubles import TalkValues, TroubleDraft, TroubleKind
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme, Trouble
from storage.pairs import pair_choice, partner_of
from storage.people import card, mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def prepare_trouble(services: Services, actor: Actor, pair_id: str) -> TroubleDraft:
    """What the form offers that says what to do when something is not working.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> TroubleDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        return TroubleDraft(pair_choice(pair, person, partner), tuple(map(card, await _to_be_told(tx, pair))))

    return await services.read(look)


async def ask_to_talk(services: Services, actor: Actor, values: TalkValues, form_id: str) -> None:
    """Tell the organisers, never the partner, that somebody would like to talk. A second submit changes nothing.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended; or nobody organises it but the two.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await lively_pair(tx, person, values.pair_id)
        organisers = await _to_be_told(tx, pair)
        if not organisers:
            raise Refusal(Reason.NO_ORGANISER_TO_ASK)
        trouble = Trouble(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, tells_organiser=True, created_at=now
        )
        tx.seal(trouble, "kind", TroubleKind.TALK)
        tx.seal(trouble, "words", values.words)
        await insert_row(tx, trouble)
        programme = await tx.get_one(Programme, pair.programme_id)
        for organiser in organisers:
            await tell(tx, now, NoticeKind.TALK_ASKED, trouble.id, organiser, programme)
        await tell(tx, now, NoticeKind.TALK_SAVED, trouble.id, person, programme, weight=Weight.REPLY)
        await mark_homes_stale(tx, now, {organiser.id for organiser in organisers})

    await services.write(deed)


async def _to_be_told(tx: Transaction, pair: Pair) -> Sequence[Person]:
    organisers = await organisers_of(tx, pair.workspace_id, pair.programme_id)
    return [each for each in organisers if each.id not in (pair.mentor_id, pair.mentee_id)]
