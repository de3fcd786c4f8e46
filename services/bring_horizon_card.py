"""One of a pair brings a card of their horizon check to the next session: as the pair's, and nobody's."""

from collections.abc import Mapping

from mentoring.horizon import Subject
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.answers import note_agenda
from services.context import Services
from services.knowing import known_person, lively_pair
from storage.horizon import find_card, subject_of
from storage.inserts import insert_row
from storage.models import AgendaItem
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def bring_horizon_card(services: Services, actor: Actor, card_id: str, words: Mapping[Subject, str]) -> None:
    """Put a card on the agenda; both see it there, and in the message that told of it. Doing so twice changes nothing.

    Args:
        services: What deeds need.
        actor: One of the two; who it was, is not kept.
        card_id: The card.
        words: What each subject is called on an agenda.

    Raises:
        Refusal: It is another pair's, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        card = await find_card(tx, person, card_id)
        if card is None:
            raise Refusal(Reason.NOT_YOURS)
        pair = await lively_pair(tx, person, card.pair_id)
        # Whatever changes an agenda holds its pair, so it is read only now.
        await tx.refresh(card)
        if card.agenda_item_id:
            return
        item = AgendaItem(workspace_id=pair.workspace_id, pair_id=pair.id, created_at=now)
        tx.seal(item, "words", words[subject_of(tx, card)])
        await insert_row(tx, item)
        card.agenda_item_id = item.id
        await tx.flush()
        await redraw(tx, (pair.id,), (NoticeKind.HORIZON_COMPARED,), now)
        await note_agenda(tx, now, pair)
        await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))

    await services.write(deed)
