"""One of a pair asks the other for feedback, with a question of their own."""

from mentoring.feedback import AskValues, FeedbackDraft, RequestLine, RequestState
from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.feedback import question_of, waiting_requests
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import FeedbackRequest, Person, Programme
from storage.pairs import pair_choice, partner_of
from storage.people import card, mark_homes_stale
from storage.transaction import Transaction

# So many of a partner's requests are offered with the choice; the others follow once these are answered.
MOST_OFFERED = 3


async def prepare_feedback(services: Services, actor: Actor, pair_id: str) -> FeedbackDraft:
    """What the choice between asking and giving says, and the form that asks.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> FeedbackDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        waiting = await waiting_requests(tx, person, pair.id, MOST_OFFERED)
        return FeedbackDraft(
            pair_choice(pair, person, partner),
            tuple(RequestLine(each.id, card(author), question_of(tx, each).about) for each, author in waiting),
        )

    return await services.read(look)


async def ask_feedback(services: Services, actor: Actor, values: AskValues, form_id: str) -> None:
    """Keep what somebody asks, and tell the partner. A second submit of one form changes nothing.

    Raises:
        Refusals: There is nothing to ask, or nothing to ask it about.
        Refusal: The pair is not theirs, or it has not begun, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        asked = {"about": values.question.about.strip(), "question": values.question.words.strip()}
        refuse([Refusal(Reason.EMPTY, field) for field, words in asked.items() if not words])
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        request = FeedbackRequest(
            workspace_id=actor.workspace, pair_id=pair.id, author_id=person.id, giver_id=partner.id,
            state=RequestState.OPEN, created_at=now,
        )  # fmt: skip
        for column, words in asked.items():
            tx.seal(request, column, words)
        pair.look_at = now
        await insert_row(tx, request)
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(tx, now, NoticeKind.FEEDBACK_ASKED, request.id, partner, programme, pair_id=pair.id)
        await tell(
            tx, now, NoticeKind.FEEDBACK_ASK_SAVED, request.id, person, programme, weight=Weight.REPLY, pair_id=pair.id
        )
        await mark_homes_stale(tx, now, (partner.id,))

    await services.write(deed)
