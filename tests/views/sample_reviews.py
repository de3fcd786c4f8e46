"""Every message and form about looking back, and about notes of thanks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mentoring.notices import Content
from mentoring.pairs import Role
from mentoring.reviews import (
    CHOICES,
    QUESTIONS,
    Answer,
    MyReviews,
    Question,
    ReviewDraft,
    ReviewKind,
    ReviewLine,
    ReviewSaved,
    ReviewShared,
    ReviewSharing,
    Subject,
)
from mentoring.thanks import Thanked, ThanksDraft, ThankYouSaved
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.reviews import review_form, reviews_form, saved_review_form, wished_form
from views.forms.share_review import preview_form, shared_form, sharing_form
from views.forms.thank_you import thanks_form
from views.wording import Wording

DAY = date(2026, 6, 4)
NOTE = "Thank you for asking me what I wanted before you told me what you would do."


def answers(kind: ReviewKind, cast: Cast) -> tuple[Answer, ...]:
    """An answer to each question, as long as it gets."""
    return tuple(
        Answer(question, CHOICES[question][0] if question in CHOICES else cast.words[:2_000])
        for question in QUESTIONS[kind]
    )


def shared(kind: ReviewKind, cast: Cast, role: Role) -> ReviewShared:
    goal = cast.words[:300] if kind is ReviewKind.GOAL else None
    return ReviewShared(cast.partner, role, kind, answers(kind, cast), goal)


def review_contents() -> Iterator[tuple[str, Content]]:
    for kind in ReviewKind:
        for role in Role:
            yield f"review-shared-{kind}-{role}", shared(kind, TYPICAL, role)
        yield f"review-shared-{kind}-extreme", shared(kind, EXTREME, Role.MENTEE)
    one = shared(ReviewKind.HALF_WAY, TYPICAL, Role.MENTOR)
    yield "review-shared-one", replace(one, answers=(Answer(Question.HOW_IT_GOES, "5"),))
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        words = NOTE if cast is TYPICAL else cast.words[:2_000]
        yield f"thanked{size}", Thanked("pair-1", cast.partner, words)
        yield f"thank-you-saved{size}", ThankYouSaved("pair-1", cast.partner, words)
    yield "thanked-answered", Thanked("pair-1", TYPICAL.partner, NOTE, is_answered=True)


def review_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    for kind in ReviewKind:
        for role in Role:
            draft = _draft(kind, TYPICAL, role)
            yield f"form-review-{kind}-{role}", review_form(replace(draft, answers=()), wording)
        yield f"form-review-{kind}-again", review_form(_draft(kind, TYPICAL, Role.MENTEE), wording)
        yield f"form-review-{kind}-extreme", review_form(_draft(kind, EXTREME, Role.MENTOR), wording)
    saved = ReviewSaved("review-1", TYPICAL.pair())
    yield "form-review-saved", saved_review_form(saved, wording)
    yield "form-review-saved-thank", saved_review_form(replace(saved, can_thank=True), wording)
    yield "form-review-saved-wish", saved_review_form(replace(saved, may_wish=True), wording)
    yield "form-review-wished", wished_form(wording)
    yield "form-review-emptied", saved_review_form(replace(saved, review_id=None, can_share=False), wording)
    extreme = ReviewSaved("review-1", EXTREME.pair(), can_thank=True, may_wish=True)
    yield "form-review-saved-extreme", saved_review_form(extreme, wording)
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        sharing = ReviewSharing("review-1", cast.partner, shared(ReviewKind.END, cast, Role.MENTEE))
        yield f"form-share-review{size}", sharing_form(sharing, wording)
        yield f"form-share-preview{size}", preview_form(sharing, wording)
        yield f"form-shared-review{size}", shared_form(cast.partner.name, wording)
        yield f"form-reviews{size}", reviews_form(_list(cast), wording)
        words = NOTE if cast is TYPICAL else cast.words[:2_000]
        yield f"form-thanks{size}", thanks_form(ThanksDraft(cast.pair()), wording)
        yield f"form-thanks-again{size}", thanks_form(ThanksDraft(cast.pair(), words), wording)
        yield f"form-thanks-out{size}", thanks_form(ThanksDraft(cast.pair(), words, is_out=True), wording)
    yield "form-reviews-older-extreme", reviews_form(_list(EXTREME), wording, skip=20)
    again = ReviewSharing("review-1", TYPICAL.partner, shared(ReviewKind.GOAL, TYPICAL, Role.MENTOR))
    yield "form-share-preview-changed", preview_form(again, wording, is_changed=True)
    yield "form-reviews-empty", reviews_form(MyReviews(), wording)


def _draft(kind: ReviewKind, cast: Cast, role: Role) -> ReviewDraft:
    about = {ReviewKind.GOAL: "goal-1", ReviewKind.ECHO: "6"}.get(kind, "")
    goal = cast.words[:300] if kind is ReviewKind.GOAL else None
    return ReviewDraft(cast.pair(role=role), Subject("pair-1", kind, about), answers(kind, cast), goal)


def _list(cast: Cast) -> MyReviews:
    lines = tuple(
        ReviewLine(
            Subject("pair-1", kind, {ReviewKind.GOAL: "goal-1", ReviewKind.ECHO: "6"}.get(kind, "")),
            cast.partner,
            cast.words[:300] if kind is ReviewKind.GOAL else None,
        )
        for kind in ReviewKind
    )
    many = lines * min(cast.many, 20) if cast is EXTREME else lines
    return MyReviews(many, tuple(replace(line, review_id="review-1", on=DAY) for line in many), "en-GB")
