"""Whoever was given feedback says what they make of it: with one tap, and later what they did with it."""

from mentoring.feedback import Reaction, WordsDraft, WordsValues
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, required
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.feedback import given_to, words_of
from storage.intake import is_first_submit
from storage.models import Feedback, Pair, Person, Programme
from storage.notices import redraw
from storage.people import card
from storage.transaction import Transaction

# The messages of both that show what became of feedback.
SHOW_IT = (NoticeKind.FEEDBACK_GIVEN, NoticeKind.FEEDBACK_SAVED, NoticeKind.FEEDBACK)


async def react(services: Services, actor: Actor, feedback_id: str, reaction: Reaction) -> None:
    """Note what somebody says of feedback with one tap, and show it to both; another tap changes it.

    Raises:
        Refusal: It was given to somebody else, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        _, _, feedback = await held_feedback(tx, actor, feedback_id)
        tx.seal(feedback, "reaction", reaction.value)
        await redraw(tx, (feedback.id,), SHOW_IT, services.now())

    await services.write(deed)


async def prepare_follow_up(services: Services, actor: Actor, feedback_id: str) -> WordsDraft:
    """What the form starts with in which they say what they did with it, or ask what was meant.

    Raises:
        Refusal: It was given to somebody else, or the pair has ended.
    """

    async def look(tx: Transaction) -> WordsDraft:
        person = await known_person(tx, actor)
        feedback = await _given_to(tx, person, feedback_id)
        await lively_pair(tx, person, feedback.pair_id, lock=False)
        giver = await tx.get_one(Person, feedback.author_id)
        return WordsDraft(feedback.id, card(giver), words_of(tx, feedback).heart)

    return await services.read(look)


async def say_what_came_of_it(services: Services, actor: Actor, values: WordsValues, form_id: str) -> None:
    """Keep what somebody did with feedback, and tell whoever gave it. A second submit of one form changes nothing.

    Raises:
        Refusal: There are no words, or it was given to somebody else, or the pair has ended, or, `TOO_LATE`, it has
            been said.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        words = required(values.words, "words")
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        _, pair, feedback = await held_feedback(tx, actor, values.id)
        if feedback.came_of_it:
            raise Refusal(Reason.TOO_LATE)
        tx.seal(feedback, "came_of_it", words)
        feedback.followed_up_at = now
        pair.look_at = now
        giver = await tx.get_one(Person, feedback.author_id)
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.CAME_OF_IT, feedback.id, giver, programme, pair_id=pair.id)
        await redraw(tx, (feedback.id,), SHOW_IT, now)

    await services.write(deed)


async def leave_feedback(services: Services, actor: Actor, feedback_id: str) -> None:
    """Somebody has nothing to tell of what came of feedback: they are not asked again, and nobody is told.

    Raises:
        Refusal: It was given to somebody else, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        _, pair, feedback = await held_feedback(tx, actor, feedback_id)
        feedback.followed_up_at = feedback.followed_up_at or now
        pair.look_at = now
        await redraw(tx, (feedback.id,), (NoticeKind.FEEDBACK,), now)

    await services.write(deed)


async def held_feedback(tx: Transaction, actor: Actor, feedback_id: str) -> tuple[Person, Pair, Feedback]:
    """Whoever acts, and feedback that they were given, as it stands once its pair is held.

    Raises:
        Refusal: It was given to somebody else, or the pair has ended.
    """
    person = await known_person(tx, actor)
    feedback = await _given_to(tx, person, feedback_id)
    pair = await lively_pair(tx, person, feedback.pair_id)
    await tx.refresh(feedback)
    return person, pair, feedback


async def _given_to(tx: Transaction, person: Person, feedback_id: str) -> Feedback:
    feedback = await given_to(tx, person, feedback_id)
    if feedback is None:
        raise Refusal(Reason.NOT_YOURS)
    return feedback
