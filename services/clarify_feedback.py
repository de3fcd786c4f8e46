"""Whoever was given feedback asks what was meant, and whoever gave it replies."""

from mentoring.feedback import WordsDraft, WordsValues
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, required
from services.context import Services
from services.follow_up_feedback import held_feedback
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.feedback import clarification_for
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import Clarification, Person, Programme
from storage.notices import redraw
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def ask_what_was_meant(services: Services, actor: Actor, values: WordsValues, form_id: str) -> None:
    """Keep somebody's question about feedback, and tell whoever gave it. A second submit of one form changes nothing.

    Raises:
        Refusal: There are no words, or the feedback was given to somebody else, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        _, pair, feedback = await held_feedback(tx, actor, values.id)
        question = Clarification(
            workspace_id=pair.workspace_id, pair_id=pair.id, feedback_id=feedback.id, created_at=now
        )
        tx.seal(question, "words", words)
        await insert_row(tx, question)
        giver = await tx.get_one(Person, feedback.author_id)
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.FEEDBACK_UNCLEAR, question.id, giver, programme, pair_id=pair.id)

    await services.write(deed)


async def prepare_reply(services: Services, actor: Actor, clarification_id: str) -> WordsDraft:
    """What the form starts with in which whoever gave feedback says what they meant.

    Raises:
        Refusal: It is somebody else's to answer, or the pair has ended, or, `TOO_LATE`, it has been answered.
    """

    async def look(tx: Transaction) -> WordsDraft:
        person = await known_person(tx, actor)
        question = await _asked_of(tx, person, clarification_id)
        pair = await lively_pair(tx, person, question.pair_id, lock=False)
        _refuse_answered(question)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        return WordsDraft(question.id, card(partner), tx.unseal(question, "words") or "")

    return await services.read(look)


async def explain_feedback(services: Services, actor: Actor, values: WordsValues, form_id: str) -> None:
    """Keep what somebody meant, and tell whoever asked. A second submit of one form changes nothing.

    Raises:
        Refusal: There are no words, or it is somebody else's to answer, or the pair has ended, or, `TOO_LATE`, it has
            been answered.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        question = await _asked_of(tx, person, values.id)
        pair = await lively_pair(tx, person, question.pair_id)
        await tx.refresh(question)
        _refuse_answered(question)
        tx.seal(question, "reply", words)
        asker = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.FEEDBACK_EXPLAINED, question.id, asker, programme, pair_id=pair.id)
        await redraw(tx, (question.id,), (NoticeKind.FEEDBACK_UNCLEAR,), now)

    await services.write(deed)


async def _asked_of(tx: Transaction, person: Person, clarification_id: str) -> Clarification:
    question = await clarification_for(tx, person, clarification_id)
    if question is None:
        raise Refusal(Reason.NOT_YOURS)
    return question


def _refuse_answered(question: Clarification) -> None:
    if question.reply:
        raise Refusal(Reason.TOO_LATE)
