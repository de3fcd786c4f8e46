"""What is told of feedback: to whoever asks for it or is asked, and to the two between whom it is given."""

from mentoring.feedback import (
    AskSaved,
    CameOfIt,
    Explained,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackReceived,
    FeedbackSaved,
    RequestState,
    WhatWasMeant,
)
from mentoring.pairs import LIVELY, PairState, Role
from storage.feedback import afterwards_of, asked_before, question_of, words_of
from storage.models import Clarification, Feedback, FeedbackRequest, Notice, Pair, Person
from storage.pairs import partner_of, role_in
from storage.people import card
from storage.transaction import Transaction


async def feedback_asked(tx: Transaction, notice: Notice) -> FeedbackAsked | None:
    """To whoever is asked."""
    request = await tx.get(FeedbackRequest, notice.subject)
    if request is None:
        return None
    pair = await tx.get_one(Pair, request.pair_id)
    return FeedbackAsked(
        request.id,
        card(await tx.get_one(Person, request.author_id)),
        question_of(tx, request),
        RequestState(request.state),
        is_put_off=request.put_off_at is not None,
        is_over=PairState(pair.state) not in LIVELY,
    )


async def ask_saved(tx: Transaction, notice: Notice) -> AskSaved | None:
    """To whoever asks."""
    request = await tx.get(FeedbackRequest, notice.subject)
    if request is None:
        return None
    giver = await tx.get_one(Person, request.giver_id)
    return AskSaved(card(giver), question_of(tx, request), RequestState(request.state))


async def feedback_declined(tx: Transaction, notice: Notice) -> FeedbackDeclined | None:
    """To whoever asked; nothing, once it has been answered after all."""
    request = await tx.get(FeedbackRequest, notice.subject)
    if request is None or request.state != RequestState.DECLINED:
        return None
    return FeedbackDeclined(card(await tx.get_one(Person, request.giver_id)), question_of(tx, request).about)


async def feedback_received(tx: Transaction, notice: Notice) -> FeedbackReceived | None:
    """To whom it was given."""
    feedback = await tx.get(Feedback, notice.subject)
    if feedback is None:
        return None
    pair, giver = await tx.get_one(Pair, feedback.pair_id), await tx.get_one(Person, feedback.author_id)
    role = role_in(pair, giver.id) or Role.MENTEE
    return FeedbackReceived(
        feedback.id,
        card(giver),
        role,
        words_of(tx, feedback),
        await asked_before(tx, feedback),
        afterwards_of(tx, feedback),
        is_over=PairState(pair.state) not in LIVELY,
    )


async def feedback_saved(tx: Transaction, notice: Notice) -> FeedbackSaved | None:
    """To whoever gave it."""
    feedback = await tx.get(Feedback, notice.subject)
    if feedback is None:
        return None
    pair = await tx.get_one(Pair, feedback.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    role = role_in(pair, notice.receiver) or Role.MENTEE
    words, question = words_of(tx, feedback), await asked_before(tx, feedback)
    return FeedbackSaved(card(partner), role, words, question, afterwards_of(tx, feedback))


async def what_was_meant(tx: Transaction, notice: Notice) -> WhatWasMeant | None:
    """To whoever gave it."""
    question = await tx.get(Clarification, notice.subject)
    if question is None:
        return None
    feedback, pair = await tx.get_one(Feedback, question.feedback_id), await tx.get_one(Pair, question.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    return WhatWasMeant(
        question.id,
        card(partner),
        words_of(tx, feedback).heart,
        tx.unseal(question, "words") or "",
        tx.unseal(question, "reply"),
        is_over=PairState(pair.state) not in LIVELY,
    )


async def explained(tx: Transaction, notice: Notice) -> Explained | None:
    """To whoever asked what was meant."""
    question = await tx.get(Clarification, notice.subject)
    if question is None:
        return None
    feedback = await tx.get_one(Feedback, question.feedback_id)
    giver = await tx.get_one(Person, feedback.author_id)
    return Explained(card(giver), tx.unseal(question, "words") or "", tx.unseal(question, "reply") or "")


async def came_of_it(tx: Transaction, notice: Notice) -> CameOfIt | None:
    """To whoever gave it: what the other did with it."""
    feedback = await tx.get(Feedback, notice.subject)
    if feedback is None:
        return None
    pair = await tx.get_one(Pair, feedback.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    return CameOfIt(card(partner), words_of(tx, feedback).heart, tx.unseal(feedback, "came_of_it") or "")
