"""Feedback, and what it was asked about."""

from sqlalchemy import or_, select

from mentoring.feedback import Afterwards, Given, Question, Reaction, RequestState
from mentoring.pairs import LIVELY
from storage.models import Clarification, Feedback, FeedbackRequest, Pair, Person
from storage.transaction import Transaction


async def waiting_requests(
    tx: Transaction, giver: Person, pair_id: str, limit: int
) -> list[tuple[FeedbackRequest, Person]]:
    """What waits in a pair under way for somebody's feedback, each with who asks, the oldest first."""
    query = (
        select(FeedbackRequest, Person)
        .join(Pair, Pair.id == FeedbackRequest.pair_id)
        .join(Person, Person.id == FeedbackRequest.author_id)
        .where(
            FeedbackRequest.giver_id == giver.id,
            FeedbackRequest.pair_id == pair_id,
            FeedbackRequest.state == RequestState.OPEN.value,
            Pair.state.in_([state.value for state in LIVELY]),
        )
        .order_by(FeedbackRequest.created_at, FeedbackRequest.id)
        .limit(limit)
    )
    return [(request, author) for request, author in await tx.execute(query)]


def question_of(tx: Transaction, request: FeedbackRequest) -> Question:
    """What a request asks."""
    return Question(tx.unseal(request, "about") or "", tx.unseal(request, "question") or "")


async def asked_before(tx: Transaction, feedback: Feedback) -> Question | None:
    """What feedback answers; None: nobody had asked for it."""
    request = await tx.get(FeedbackRequest, feedback.request_id) if feedback.request_id else None
    return question_of(tx, request) if request else None


def words_of(tx: Transaction, feedback: Feedback) -> Given:
    """What feedback says."""
    return Given(tx.unseal(feedback, "shone") or "", tx.unseal(feedback, "differently"), tx.unseal(feedback, "belief"))


def afterwards_of(tx: Transaction, feedback: Feedback) -> Afterwards:
    """What became of feedback."""
    reaction = tx.unseal(feedback, "reaction")
    return Afterwards(Reaction(reaction) if reaction else None, tx.unseal(feedback, "came_of_it"))


async def given_to(tx: Transaction, person: Person, feedback_id: str) -> Feedback | None:
    """Feedback that this person was given; anybody else's is not found, nor what they gave."""
    query = (
        select(Feedback)
        .join(Pair, Pair.id == Feedback.pair_id)
        .where(
            Feedback.id == feedback_id,
            Feedback.author_id != person.id,
            or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id),
        )
    )
    return await tx.scalar(query)


async def clarification_for(tx: Transaction, giver: Person, clarification_id: str) -> Clarification | None:
    """A question what this person meant by feedback they gave; anybody else's is not found."""
    query = (
        select(Clarification)
        .join(Feedback, Feedback.id == Clarification.feedback_id)
        .where(Clarification.id == clarification_id, Feedback.author_id == giver.id)
    )
    return await tx.scalar(query)
