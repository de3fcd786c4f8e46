"""Somebody brings something to the next session with their partner."""

from datetime import datetime

from mentoring.forms import AgendaDraft, AgendaValues
from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.picked import PickedMessage
from mentoring.refusals import Reason, Refusal, required
from services.answers import note_agenda
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import AgendaItem, Pair, Person, Programme
from storage.pairs import pair_choices, partner_of
from storage.people import find_person, mark_homes_stale
from storage.transaction import Transaction


async def prepare_agenda(
    services: Services,
    actor: Actor,
    *,
    words: str = "",
    picked: PickedMessage | None = None,
    pair_id: str | None = None,
) -> AgendaDraft:
    """What the form starts with: a message's words where they are one's own, the message, the pair chosen.

    Raises:
        Refusal: The actor is in no pair that meets, or the one chosen is not theirs or has ended.
    """

    async def look(tx: Transaction) -> AgendaDraft:
        person = await find_person(tx, actor)
        pairs = await pair_choices(tx, person) if person else ()
        if person is None or not pairs:
            raise Refusal(Reason.NO_PAIR)
        if pair_id:
            # A message's button stays there when the pair has ended.
            await lively_pair(tx, person, pair_id, lock=False)
        chosen = next((pair for pair in pairs if pair.id == pair_id), pairs[0])
        return AgendaDraft(words, pairs, chosen, picked)

    return await services.read(look)


async def bring_to_session(services: Services, actor: Actor, values: AgendaValues, form_id: str) -> None:
    """Put something on the agenda of a pair's next session. A second submit of one form changes nothing.

    Raises:
        Refusal: There are no words, or the pair is not theirs or does not meet.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        await bring(tx, now, person, pair, words, values.picked)

    await services.write(deed)


async def bring(
    tx: Transaction, now: datetime, person: Person, pair: Pair, words: str, picked: PickedMessage | None = None
) -> None:
    """Put words on the agenda of a pair, which is held, and say so. Called inside a deed's transaction."""
    item = AgendaItem(workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, created_at=now)
    tx.seal(item, "words", words)
    tx.seal(item, "message_link", picked.link if picked else None)
    await insert_row(tx, item)
    programme = await tx.get_one(Programme, pair.programme_id)
    await tell(tx, now, NoticeKind.BROUGHT_TO_SESSION, item.id, person, programme, weight=Weight.REPLY, pair_id=pair.id)
    await note_agenda(tx, now, pair, person)
    await mark_homes_stale(tx, now, (person.id, partner_of(pair, person.id)))
