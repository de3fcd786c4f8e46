"""Somebody shares what they wrote when they looked back, all of it or some, with the partner of that pair."""

from mentoring.notices import NoticeKind
from mentoring.pairs import Role
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.reviews import ReviewShared, ReviewSharing, SharingValues, answers_print
from services.context import Services
from services.knowing import known_person, pair_to_look_back_on
from services.look_back import goal_words_of
from services.telling import tell
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme
from storage.notices import redraw
from storage.pairs import partner_of, role_in
from storage.people import card, mark_homes_stale
from storage.reviews import answers_of, review_of
from storage.transaction import Transaction


async def prepare_sharing(services: Services, actor: Actor, review_id: str) -> ReviewSharing:
    """What can be shared, and how the partner would read it.

    Raises:
        Refusal: It is somebody else's, or nothing of it is kept; the pair has ended early; the partner has left.
    """

    async def look(tx: Transaction) -> ReviewSharing:
        person = await known_person(tx, actor)
        return (await _sharing(tx, person, review_id, lock=False))[1]

    return await services.read(look)


async def share_review(
    services: Services, actor: Actor, values: SharingValues, form_id: str
) -> tuple[ReviewSharing, bool]:
    """Let the partner read some answers, as the preview showed them, and tell them. A second submit changes nothing.

    Returns:
        What they read, and whether it is shared: it is not, where it is not what the preview showed.

    Raises:
        Refusal: As `prepare_sharing`.
    """

    async def deed(tx: Transaction) -> tuple[ReviewSharing, bool]:
        now = services.now()
        person = await known_person(tx, actor)
        pair, sharing = await _sharing(tx, person, values.review_id)
        chosen = sharing.only(values.questions)
        if answers_print(chosen.whole.answers) != values.seen:
            return chosen, False
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return chosen, True
        rows = await answers_of(tx, person.id, values.review_id)
        for answer in chosen.whole.answers:
            row = rows[answer.question]
            tx.seal(row, "shared", answer.words)
            row.shared_at = now
        await tx.flush()
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        facts = {"questions": [answer.question.value for answer in chosen.whole.answers]}
        await redraw(tx, [values.review_id], [NoticeKind.REVIEW_SHARED], now)
        await tell(
            tx, now, NoticeKind.REVIEW_SHARED, values.review_id, partner, programme, occurrence=form_id,
            pair_id=pair.id, facts=facts,
        )  # fmt: skip
        await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id))
        return chosen, True

    return await services.write(deed)


async def _sharing(tx: Transaction, person: Person, review_id: str, *, lock: bool = True) -> tuple[Pair, ReviewSharing]:
    review = await review_of(tx, person.id, review_id)
    if review is None:
        raise Refusal(Reason.NOT_YOURS)
    pair = await pair_to_look_back_on(tx, person, review.subject.pair_id, lock=lock)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    if partner.deactivated:
        raise Refusal(Reason.PARTNER_GONE, name=partner.name)
    role, goal = role_in(pair, person.id) or Role.MENTEE, await goal_words_of(tx, review.subject)
    whole = ReviewShared(card(person), role, review.subject.kind, review.answers, goal)
    return pair, ReviewSharing(review_id, card(partner), whole)
