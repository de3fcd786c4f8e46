"""One of a pair gives the other feedback, asked or not."""

from mentoring.feedback import Gap, GiveValues, GivingDraft, RequestState, gaps, refuse_without_words
from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import Role
from mentoring.people import Actor
from services.answer_request import SHOW_IT, asked_of
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.feedback import question_of
from storage.intake import is_first_submit
from storage.models import Feedback, Pair, Person, Programme
from storage.notices import redraw
from storage.pairs import pair_choice, partner_of, role_in
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def prepare_giving(
    services: Services, actor: Actor, *, pair_id: str | None = None, request_id: str | None = None
) -> GivingDraft:
    """What the form starts with: for a pair, or as an answer to a request.

    Raises:
        Refusal: Neither is given, or the request is somebody else's to answer, or the pair is not theirs or has ended.
    """

    async def look(tx: Transaction) -> GivingDraft:
        person = await known_person(tx, actor)
        request = await asked_of(tx, person, request_id) if request_id else None
        pair = await lively_pair(tx, person, request.pair_id if request else pair_id or "", lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        question = question_of(tx, request) if request else None
        return GivingDraft(pair_choice(pair, person, partner), request_id, question)

    return await services.read(look)


async def give_feedback(services: Services, actor: Actor, values: GiveValues, form_id: str) -> tuple[Gap, ...]:
    """Keep what somebody gives, and tell the partner. A second submit of one form changes nothing.

    A request that was declined meanwhile is answered all the same.

    Returns:
        What is missing and has not been asked for yet: nothing is kept then.

    Raises:
        Refusal: There are no words, or the request is somebody else's to answer, or the pair is not theirs or has
            ended.
    """

    async def deed(tx: Transaction) -> tuple[Gap, ...]:
        now = services.now()
        refuse_without_words(values.given, is_answer=values.request_id is not None)
        person = await known_person(tx, actor)
        request = await asked_of(tx, person, values.request_id) if values.request_id else None
        pair = await lively_pair(tx, person, request.pair_id if request else values.pair_id)
        missing = () if values.was_asked else gaps(values.given, role_in(pair, person.id) or Role.MENTEE)
        if missing or not await is_first_submit(tx, actor.workspace, form_id, now):
            return missing
        feedback = _kept(tx, values, pair, person)
        feedback.created_at = now
        tx.add(feedback)
        pair.look_at = now
        if request:
            await tx.refresh(request)
            request.state = RequestState.ANSWERED
        await tx.flush()
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.FEEDBACK_GIVEN, feedback.id, partner, programme, pair_id=pair.id)
        await tell(
            tx, now, NoticeKind.FEEDBACK_SAVED, feedback.id, person, programme, weight=Weight.REPLY, pair_id=pair.id
        )
        if request:
            await redraw(tx, (request.id,), SHOW_IT, now)
            await mark_homes_stale(tx, now, (person.id,))
        return ()

    return await services.write(deed)


def _kept(tx: Transaction, values: GiveValues, pair: Pair, giver: Person) -> Feedback:
    feedback = Feedback(
        workspace_id=pair.workspace_id, pair_id=pair.id, author_id=giver.id, request_id=values.request_id
    )
    given = values.given
    for column, words in (("shone", given.shone), ("differently", given.differently), ("belief", given.belief)):
        tx.seal(feedback, column, (words or "").strip() or None)
    return feedback
