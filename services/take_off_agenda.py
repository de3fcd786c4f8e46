"""Either of a pair takes something off the agenda of their next session."""

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.answers import note_agenda
from services.context import Services
from services.knowing import known_person
from storage.agenda import is_open
from storage.models import AgendaItem
from storage.notices import redraw
from storage.pairs import find_pair
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def take_off_agenda(services: Services, actor: Actor, item_id: str) -> None:
    """Remove it; whoever brought it sees so in what they were told. Removing it twice changes nothing.

    Raises:
        Refusal: It is another pair's, or they have talked about it already.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair_id = await tx.scalar(
            select(AgendaItem.pair_id).where(AgendaItem.id == item_id, AgendaItem.workspace_id == actor.workspace)
        )
        if pair_id is None:
            if await tx.get(AgendaItem, item_id):
                raise Refusal(Reason.NOT_YOURS)
            return
        pair = await find_pair(tx, person, pair_id, lock=True)
        if pair is None:
            raise Refusal(Reason.NOT_YOURS)
        # Whatever changes an agenda holds its pair, so it is read only now.
        item = await tx.get(AgendaItem, item_id)
        if item is None:
            return
        if not await is_open(tx, item):
            raise Refusal(Reason.TOO_LATE)
        await tx.delete(item)
        await tx.flush()
        await redraw(tx, (item_id,), (NoticeKind.BROUGHT_TO_SESSION,), now)
        if item.author_id is None:
            await redraw(tx, (pair.id,), (NoticeKind.HORIZON_COMPARED,), now)
        await note_agenda(tx, now, pair)
        await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))

    await services.write(deed)
