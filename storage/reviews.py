"""What people wrote when they looked back, and their notes of thanks, as they are stored.

What is private is read by its author's id in the query; what was shared, by a reader who is in the pair.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, bindparam, or_, select

from mentoring.reviews import QUESTIONS, Answer, Question, ReviewKind, SharedAnswers, Subject
from mentoring.reviews import Review as Written
from storage.models import Pair, Review, ReviewAnswer, ThankYou
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
OF_PAIRS = Review.pair_id.in_(bindparam("pairs", expanding=True))
WITH_ANSWERS = (
    select(Review, ReviewAnswer)
    .join(ReviewAnswer, ReviewAnswer.review_id == Review.id)
    .order_by(Review.created_at, Review.id)
)
MINE = WITH_ANSWERS.where(Review.author_id == bindparam("author"), ReviewAnswer.words.is_not(None))
MINE_OF_PAIRS = MINE.where(OF_PAIRS)
ONE_OF_MINE = MINE.where(Review.id == bindparam("review"))
SHARED = WITH_ANSWERS.join(Pair, Pair.id == Review.pair_id).where(
    ReviewAnswer.shared.is_not(None), or_(Pair.mentor_id == bindparam("reader"), Pair.mentee_id == bindparam("reader"))
)
SHARED_IN_PAIRS = SHARED.where(OF_PAIRS)
SHARED_OF_ONE = SHARED.where(Review.id == bindparam("review"))
THANKS = (
    select(ThankYou)
    .join(Pair, Pair.id == ThankYou.pair_id)
    .where(
        ThankYou.pair_id.in_(bindparam("pairs", expanding=True)),
        or_(Pair.mentor_id == bindparam("reader"), Pair.mentee_id == bindparam("reader")),
    )
    .order_by(ThankYou.created_at, ThankYou.id)
)


async def reviews_of(tx: Transaction, author_id: str, pair_ids: Collection[str]) -> list[Written]:
    """All that somebody wrote about some pairs, the oldest first; nothing of anybody else's."""
    return await _written(tx, MINE_OF_PAIRS, author=author_id, pairs=list(pair_ids))


async def review_of(tx: Transaction, author_id: str, review_id: str) -> Written | None:
    """One form that this person wrote; anybody else's is not found."""
    return next(iter(await _written(tx, ONE_OF_MINE, author=author_id, review=review_id)), None)


async def shared_in(tx: Transaction, reader_id: str, pair_ids: Collection[str]) -> list[SharedAnswers]:
    """What either of some pairs shared with the other, the oldest first; of pairs that the reader is in."""
    return await _shared(tx, SHARED_IN_PAIRS, reader=reader_id, pairs=list(pair_ids))


async def shared_of(tx: Transaction, reader_id: str, review_id: str) -> SharedAnswers | None:
    """What was shared of one form; nothing of a pair that the reader is not in."""
    return next(iter(await _shared(tx, SHARED_OF_ONE, reader=reader_id, review=review_id)), None)


async def thanks_in(tx: Transaction, reader_id: str, pair_ids: Collection[str]) -> list[ThankYou]:
    """The notes of thanks in some pairs, by either, the oldest first; of pairs that the reader is in."""
    return list(await tx.scalars(THANKS, {"reader": reader_id, "pairs": list(pair_ids)}))


async def find_review(tx: Transaction, author_id: str, subject: Subject) -> Review | None:
    """The row of what this person wrote about something."""
    return await tx.scalar(
        select(Review).where(
            Review.author_id == author_id,
            Review.pair_id == subject.pair_id,
            Review.kind == subject.kind.value,
            Review.subject == subject.id,
        )
    )


async def answers_of(tx: Transaction, author_id: str, review_id: str) -> dict[Question, ReviewAnswer]:
    """The rows of this person's answers in a form of theirs, locked, those that were taken out among them."""
    query = select(ReviewAnswer).join(Review, Review.id == ReviewAnswer.review_id)
    query = query.where(Review.id == review_id, Review.author_id == author_id).with_for_update(of=ReviewAnswer)
    return {Question(answer.question): answer for answer in await tx.scalars(query)}


async def _written(tx: Transaction, query: Select[Review, ReviewAnswer], **which: Any) -> list[Written]:  # noqa: ANN401 - as the query has them
    found = await _with_answers(tx, query, which)
    return [
        Written(
            review.id, _subject(review), _in_order(tx, review, answers, "words"), review.created_at,
            frozenset(Question(answer.question) for answer in answers if answer.shared is not None),
        )
        for review, answers in found
    ]  # fmt: skip


async def _shared(tx: Transaction, query: Select[Review, ReviewAnswer], **which: Any) -> list[SharedAnswers]:  # noqa: ANN401 - the same
    found = await _with_answers(tx, query, which)
    return [
        SharedAnswers(
            _subject(review), review.author_id, _in_order(tx, review, answers, "shared"),
            max(answer.shared_at for answer in answers if answer.shared_at),
        )
        for review, answers in found
    ]  # fmt: skip


async def _with_answers(
    tx: Transaction, query: Select[Review, ReviewAnswer], which: dict[str, Any]
) -> list[tuple[Review, list[ReviewAnswer]]]:
    found: dict[str, tuple[Review, list[ReviewAnswer]]] = {}
    for review, answer in await tx.execute(query, which):
        found.setdefault(review.id, (review, []))[1].append(answer)
    return list(found.values())


def _subject(review: Review) -> Subject:
    return Subject(review.pair_id, ReviewKind(review.kind), review.subject)


def _in_order(tx: Transaction, review: Review, answers: Collection[ReviewAnswer], column: str) -> tuple[Answer, ...]:
    words = {Question(answer.question): tx.unseal(answer, column) or "" for answer in answers}
    return tuple(Answer(each, words[each]) for each in QUESTIONS[ReviewKind(review.kind)] if each in words)
