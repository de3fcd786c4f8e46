"""What is told of what somebody shares of their looking back, and of notes of thanks."""

from mentoring.pairs import Role
from mentoring.reviews import Question, ReviewShared
from mentoring.thanks import Thanked, ThankYouSaved
from services.look_back import goal_words_of
from storage.models import Notice, Pair, Person, ThankYou
from storage.pairs import partner_of, role_in
from storage.people import card
from storage.reviews import shared_of, thanks_in
from storage.transaction import Transaction


async def review_shared(tx: Transaction, notice: Notice) -> ReviewShared | None:
    """To the partner: the answers that were shared then, as they were last shared."""
    shared = await shared_of(tx, notice.receiver, notice.subject)
    if shared is None:
        return None
    questions = set(map(Question, notice.facts["questions"]))
    pair = await tx.get_one(Pair, shared.subject.pair_id)
    return ReviewShared(
        card(await tx.get_one(Person, shared.author_id)),
        role_in(pair, shared.author_id) or Role.MENTEE,
        shared.subject.kind,
        tuple(answer for answer in shared.answers if answer.question in questions),
        await goal_words_of(tx, shared.subject),
    )


async def thanked(tx: Transaction, notice: Notice) -> Thanked | None:
    """To the partner of whoever wrote it."""
    note = await tx.get(ThankYou, notice.subject)
    if note is None:
        return None
    author = card(await tx.get_one(Person, note.author_id))
    answered = any(each.author_id == notice.receiver for each in await thanks_in(tx, notice.receiver, (note.pair_id,)))
    return Thanked(note.pair_id, author, tx.unseal(note, "words") or "", answered)


async def thank_you_saved(tx: Transaction, notice: Notice) -> ThankYouSaved | None:
    """To whoever wrote it."""
    note = await tx.get(ThankYou, notice.subject)
    if note is None:
        return None
    pair = await tx.get_one(Pair, note.pair_id)
    partner = card(await tx.get_one(Person, partner_of(pair, note.author_id)))
    return ThankYouSaved(note.pair_id, partner, tx.unseal(note, "words") or "")
