"""One of a pair writes the other a note of thanks, at the end of their time."""

from mentoring.notices import NoticeKind, Weight
from mentoring.nudge_contents import Outcome
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.wrap_up import ENDS
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, required
from mentoring.thanks import ThanksDraft, ThanksValues
from services.answers import answer
from services.context import Services
from services.knowing import known_person, pair_to_look_back_on
from services.telling import tell
from storage.intake import is_first_submit
from storage.models import Person, Programme, ThankYou
from storage.notices import Receiver, hold_unsent, may_be_out, redraw
from storage.nudges import asking
from storage.pairs import pair_choice, partner_of
from storage.people import mark_homes_stale
from storage.reviews import thanks_in
from storage.transaction import Transaction


async def prepare_thanks(services: Services, actor: Actor, pair_id: str) -> ThanksDraft:
    """What the form starts with: the note that they have written, if they have.

    Raises:
        Refusal: It is not their pair, or it has not begun, or has ended early; the partner has left.
    """

    async def look(tx: Transaction) -> ThanksDraft:
        person = await known_person(tx, actor)
        pair = await pair_to_look_back_on(tx, person, pair_id, lock=False)
        partner = await _reader(tx, partner_of(pair, person.id))
        choice = pair_choice(pair, person, partner)
        note = await _note_of(tx, person, pair.id)
        if note is None:
            return ThanksDraft(choice)
        return ThanksDraft(choice, tx.unseal(note, "words"), await may_be_out(tx, NoticeKind.THANKED, note.id))

    return await services.read(look)


async def thank(services: Services, actor: Actor, values: ThanksValues, form_id: str) -> None:
    """Keep the note, and have the partner read it in their hours; until it goes it can be changed.

    A second submit of the same form changes nothing.

    Raises:
        Refusal: There are no words; it is on its way already, `TOO_LATE`; else as `prepare_thanks`.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        person = await known_person(tx, actor)
        pair = await pair_to_look_back_on(tx, person, values.pair_id)
        partner = await _reader(tx, partner_of(pair, person.id))
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        note = await _note_of(tx, person, pair.id)
        is_new = note is None
        if note is None:
            note = ThankYou(workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, created_at=now)
        elif not await hold_unsent(tx, NoticeKind.THANKED, note.id, Receiver(pair.workspace_id, person_id=partner.id)):
            raise Refusal(Reason.TOO_LATE)
        tx.seal(note, "words", words)
        tx.add(note)
        await tx.flush()
        if not is_new:
            await redraw(tx, [note.id], [NoticeKind.THANK_YOU_SAVED], now)
            return
        programme = await tx.get_one(Programme, pair.programme_id)
        asked = await asking(tx, (person.id,), (NudgeKind.WRAP_UP,))
        ended = [each for each in asked if each.pair_id == pair.id and each.facts.get("step") == ENDS]
        await answer(tx, now, ended, Outcome.THANKED)
        # Whoever writes one back is asked for none any more.
        theirs = [each.id for each in await thanks_in(tx, person.id, (pair.id,)) if each.author_id == partner.id]
        await redraw(tx, theirs, [NoticeKind.THANKED], now)
        for kind, receiver, weight in (
            (NoticeKind.THANKED, partner, Weight.NEWS),
            (NoticeKind.THANK_YOU_SAVED, person, Weight.REPLY),
        ):
            await tell(tx, now, kind, note.id, receiver, programme, weight=weight, pair_id=pair.id)
        await mark_homes_stale(tx, now, (person.id, partner.id))

    await services.write(deed)


async def _note_of(tx: Transaction, person: Person, pair_id: str) -> ThankYou | None:
    notes = await thanks_in(tx, person.id, (pair_id,))
    return next((note for note in notes if note.author_id == person.id), None)


async def _reader(tx: Transaction, partner_id: str) -> Person:
    partner = await tx.get_one(Person, partner_id)
    if partner.deactivated:
        raise Refusal(Reason.PARTNER_GONE, name=partner.name)
    return partner
