"""Somebody looks for a conversation card about what is on their mind: for themselves, or to bring it to a session."""

from datetime import datetime

from mentoring.people import Actor
from mentoring.question_bank import OF_SESSIONS, Card, CardDraft, Stage, next_card
from services.bring_to_session import bring
from services.context import Services
from services.knowing import known_person, lively_pair
from storage.cards import note_drawn, note_given, seen_by
from storage.intake import is_first_submit
from storage.models import Pair, Person
from storage.pairs import pair_choice, partner_of
from storage.transaction import Transaction


async def prepare_card(services: Services, actor: Actor, pair_id: str, stage: Stage | None = None) -> CardDraft:
    """The card that comes next for this person, or the choice what it is to be about. Looking uses nothing up.

    Raises:
        Refusal: The pair is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> CardDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        choice = pair_choice(pair, person, await tx.get_one(Person, partner_of(pair, person.id)))
        return CardDraft(choice, await _next(tx, pair, person, stage) if stage else None)

    return await services.read(look)


async def pass_card(services: Services, actor: Actor, pair_id: str, card: Card) -> None:
    """Note that somebody has had a card: they keep it to themselves, or would rather see another. Twice is once.

    Raises:
        Refusal: The pair is not theirs, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id)
        if await _next(tx, pair, person, card.stage) == card:
            await note_drawn(tx, pair, person.id, card)

    await services.write(deed)


async def bring_question(services: Services, actor: Actor, pair_id: str, card: Card, words: str, form_id: str) -> None:
    """Put a card's question on the agenda of a pair's next session. A second submit of one form changes nothing.

    Raises:
        Refusal: The pair is not theirs, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id)
        await bring(tx, now, person, pair, words)
        await _note_brought(tx, now, pair, card)

    await services.write(deed)


async def _note_brought(tx: Transaction, now: datetime, pair: Pair, card: Card) -> None:
    """Both have it now."""
    if card.stage in OF_SESSIONS:
        await note_given(tx, now, pair, card)
        return
    # What brought somebody to such a card is sealed, for either.
    for person_id in (pair.mentor_id, pair.mentee_id):
        await note_drawn(tx, pair, person_id, card)


async def _next(tx: Transaction, pair: Pair, person: Person, stage: Stage) -> Card:
    began = pair.accepted_at or pair.proposed_at
    return next_card(stage, await seen_by(tx, pair, person.id, stage), began.toordinal())
