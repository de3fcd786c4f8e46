"""Somebody who is asked for feedback would rather give it later, or not at all: both with one tap, without a reason."""

from sqlalchemy import select

from mentoring.feedback import RequestState
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.models import FeedbackRequest, Pair, Person, Programme
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.transaction import Transaction

# The messages of both that show what became of a request.
SHOW_IT = (NoticeKind.FEEDBACK_ASKED, NoticeKind.FEEDBACK_ASK_SAVED, NoticeKind.FEEDBACK)


async def answer_later(services: Services, actor: Actor, request_id: str) -> None:
    """Note that somebody will answer later: the message says so, and its buttons stay.

    Raises:
        Refusal: It is somebody else's to answer, or the pair has ended, or, `TOO_LATE`, it has been answered.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        request, pair = await _open_request(tx, person, request_id)
        request.put_off_at, request.put_offs = now, request.put_offs + 1
        pair.look_at = now
        await redraw(tx, (request.id,), (NoticeKind.FEEDBACK_ASKED, NoticeKind.FEEDBACK), now)

    await services.write(deed)


async def decline_request(services: Services, actor: Actor, request_id: str) -> None:
    """Decline a request, and tell whoever asked kindly. Doing so twice changes nothing.

    Raises:
        Refusal: It is somebody else's to answer, or the pair has ended, or, `TOO_LATE`, it has been answered.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        request, pair = await _open_request(tx, person, request_id, or_declined=True)
        if request.state == RequestState.DECLINED:
            return
        request.state = RequestState.DECLINED
        pair.look_at = now
        author = await tx.get_one(Person, request.author_id)
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.FEEDBACK_DECLINED, request.id, author, programme, pair_id=pair.id)
        await redraw(tx, (request.id,), SHOW_IT, now)
        await mark_homes_stale(tx, now, (person.id,))

    await services.write(deed)


async def asked_of(tx: Transaction, person: Person, request_id: str) -> FeedbackRequest:
    """A request for this person's feedback.

    Raises:
        Refusal: It is somebody else's to answer.
    """
    query = select(FeedbackRequest).where(FeedbackRequest.id == request_id, FeedbackRequest.giver_id == person.id)
    request = await tx.scalar(query)
    if request is None:
        raise Refusal(Reason.NOT_YOURS)
    return request


async def _open_request(
    tx: Transaction, person: Person, request_id: str, *, or_declined: bool = False
) -> tuple[FeedbackRequest, Pair]:
    """The same, as it stands once its pair is held; and the pair."""
    request = await asked_of(tx, person, request_id)
    pair = await lively_pair(tx, person, request.pair_id)
    await tx.refresh(request)
    is_open = request.state == RequestState.OPEN
    if not (is_open or (or_declined and request.state == RequestState.DECLINED)):
        raise Refusal(Reason.TOO_LATE)
    return request, pair
