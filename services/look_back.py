"""Somebody looks back on a pair of theirs: at half-way, at a reached goal, at its end and long after it."""

from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import select

from mentoring.nudge_contents import Outcome
from mentoring.nudges.course import planned_end
from mentoring.nudges.diary import Pause as Rest
from mentoring.nudges.echo import AFTER
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.wrap_up import ENDS
from mentoring.pairs import PairState, Role
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.reviews import (
    QUESTIONS,
    YES,
    Answer,
    Question,
    ReviewDraft,
    ReviewKind,
    ReviewSaved,
    ReviewValues,
    Subject,
    can_look_back,
    kept,
    months_ago,
)
from mentoring.shared_goals import GoalState
from services.answers import answer as note_answer
from services.context import Services
from services.go_on import rests_of
from services.knowing import known_person, pair_to_look_back_on
from services.telling import today_of
from storage.intake import is_first_submit
from storage.models import Goal, JoinWish, Pair, Person, Review, ReviewAnswer
from storage.nudges import asking
from storage.pairs import find_pair, pair_choice, partner_of
from storage.reviews import answers_of, find_review, review_of, thanks_in
from storage.transaction import Transaction

# The nudges that ask for it.
ASKED_BY = {ReviewKind.END: NudgeKind.WRAP_UP, ReviewKind.ECHO: NudgeKind.ECHO}


async def prepare_review(services: Services, actor: Actor, kind: ReviewKind, id_: str) -> ReviewDraft:
    """What the form starts with: what they have written already, if they have.

    Args:
        services: What it works with.
        actor: Whoever looks back.
        kind: On what.
        id_: Of the goal that was reached, or of the pair.

    Raises:
        Refusal: It is not their pair, or it has not begun, or has ended early; the goal is none that it has reached.
    """

    async def look(tx: Transaction) -> ReviewDraft:
        person = await known_person(tx, actor)
        goal = await tx.get(Goal, id_) if kind is ReviewKind.GOAL else None
        pair = await pair_to_look_back_on(tx, person, goal.pair_id if goal else id_, lock=False)
        about = ""
        if goal:
            about = goal.id
        elif kind is ReviewKind.ECHO:
            about = str(await _months_ago(tx, pair, person, services.now()))
        return await _draft(tx, person, pair, Subject(pair.id, kind, about))

    return await services.read(look)


async def reopen_review(services: Services, actor: Actor, review_id: str) -> ReviewDraft:
    """What somebody wrote, to be read or changed.

    Raises:
        Refusal: It is somebody else's, or nothing of it is kept.
    """

    async def look(tx: Transaction) -> ReviewDraft:
        person = await known_person(tx, actor)
        review = await review_of(tx, person.id, review_id)
        pair = await find_pair(tx, person, review.subject.pair_id) if review else None
        if review is None or pair is None:
            raise Refusal(Reason.NOT_YOURS)
        return await _draft(tx, person, pair, review.subject)

    return await services.read(look)


async def save_review(services: Services, actor: Actor, values: ReviewValues, form_id: str) -> ReviewSaved:
    """Keep what somebody wrote in the place of what they had; nobody is told. A second submit changes nothing.

    What has been written can be changed for ever, whatever becomes of the pair.

    Raises:
        Refusal: There are no words and never were; or it is nothing that is theirs to look back on.
    """

    async def deed(tx: Transaction) -> ReviewSaved:
        now, subject = services.now(), values.subject
        answers = kept(values.answers, subject.kind)
        person = await known_person(tx, actor)
        # Held, so that two first submits of one person's make one form.
        pair = await find_pair(tx, person, subject.pair_id, lock=True)
        if pair is None:
            raise Refusal(Reason.NOT_PARTNER)
        row = await find_review(tx, person.id, subject)
        if row is None:
            if not answers:
                raise Refusal(Reason.EMPTY, QUESTIONS[subject.kind][0].field)
            await _check(tx, pair, subject)
        if await is_first_submit(tx, actor.workspace, form_id, now):
            if row is None:
                row = Review(
                    workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id,
                    kind=subject.kind.value, subject=subject.id, created_at=now,
                )  # fmt: skip
                tx.add(row)
                await tx.flush()
            await _keep(tx, person, row, answers)
            await _note(tx, now, person, subject)
        return await _saved(tx, person, pair, subject, row.id if row and answers else None, answers)

    return await services.write(deed)


def completed_on(pair: Pair, pauses: Collection[Rest]) -> date | None:
    """The day on which a pair with these pauses was completed; None: it was not."""
    if pair.state != PairState.COMPLETED or pair.accepted_at is None:
        return None
    if pair.ended_at:
        return pair.ended_at.astimezone(UTC).date()
    return planned_end(pair.accepted_at, pair.length_months, pauses)


async def goal_words_of(tx: Transaction, subject: Subject) -> str | None:
    """The words of the goal that somebody looks back on, which both of the pair read; None: it is about none."""
    goal = await tx.get(Goal, subject.id) if subject.kind is ReviewKind.GOAL else None
    return tx.unseal(goal, "statement") if goal and goal.pair_id == subject.pair_id else None


async def _months_ago(tx: Transaction, pair: Pair, person: Person, now: datetime) -> int:
    ended = completed_on(pair, await rests_of(tx, pair))
    if ended is None:
        raise Refusal(Reason.OUT_OF_DATE)
    # Where their clock is behind the one that asked, it is the first.
    return months_ago(ended, today_of(person, now)) or AFTER[0]


async def _check(tx: Transaction, pair: Pair, subject: Subject) -> None:
    """Refuse what nobody was asked to look back on."""
    if not can_look_back(PairState(pair.state)):
        raise Refusal(Reason.ALREADY_ENDED if pair.ended_at else Reason.NOT_ACTIVE)
    if subject.kind is ReviewKind.GOAL:
        goal = await tx.get(Goal, subject.id)
        if goal is None or goal.pair_id != pair.id or goal.state != GoalState.REACHED:
            raise Refusal(Reason.OUT_OF_DATE)


async def _draft(tx: Transaction, person: Person, pair: Pair, subject: Subject) -> ReviewDraft:
    row = await find_review(tx, person.id, subject)
    review = await review_of(tx, person.id, row.id) if row else None
    if review is None:
        await _check(tx, pair, subject)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    return ReviewDraft(
        pair_choice(pair, person, partner), subject, review.answers if review else (), await goal_words_of(tx, subject)
    )


async def _keep(tx: Transaction, person: Person, review: Review, answers: tuple[Answer, ...]) -> None:
    rows = await answers_of(tx, person.id, review.id)
    entered: dict[Question, str] = {answer.question: answer.words for answer in answers}
    for question in QUESTIONS[ReviewKind(review.kind)]:
        row, words = rows.get(question), entered.get(question)
        if row is None and words is None:
            continue
        if row is None:
            row = ReviewAnswer(workspace_id=review.workspace_id, review_id=review.id, question=question.value)
            tx.add(row)
        tx.seal(row, "words", words)
    await tx.flush()


async def _note(tx: Transaction, now: datetime, person: Person, subject: Subject) -> None:
    """What asked for it has its answer."""
    if kind := ASKED_BY.get(subject.kind):
        asked = [each for each in await asking(tx, (person.id,), (kind,)) if each.pair_id == subject.pair_id]
        if subject.kind is ReviewKind.END:
            asked = [each for each in asked if each.facts.get("step") == ENDS]
        await note_answer(tx, now, asked, Outcome.WRITTEN)


async def _saved(
    tx: Transaction, person: Person, pair: Pair, subject: Subject, review_id: str | None, answers: tuple[Answer, ...]
) -> ReviewSaved:
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    can_reach = can_look_back(PairState(pair.state)) and not partner.deactivated
    thanks = await thanks_in(tx, person.id, (pair.id,)) if subject.kind is ReviewKind.END else []
    would = Answer(Question.WOULD_MENTOR, YES) in answers
    wish = select(JoinWish.id).where(JoinWish.person_id == person.id, JoinWish.role == Role.MENTOR.value)
    return ReviewSaved(
        review_id,
        pair_choice(pair, person, partner),
        can_share=can_reach and review_id is not None,
        can_thank=can_reach and subject.kind is ReviewKind.END and all(note.author_id != person.id for note in thanks),
        may_wish=would and await tx.scalar(wish) is None,
    )
