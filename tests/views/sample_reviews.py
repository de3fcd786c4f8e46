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
    Occasion,
    Question,
    ReviewDraft,
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


def answers(occasion: Occasion, cast: Cast) -> tuple[Answer, ...]:
    """An answer to each question, as long as it gets."""
    return tuple(
        Answer(question, CHOICES[question][0] if question in CHOICES else cast.words[:2_000])
        for question in QUESTIONS[occasion]
    )


def shared(occasion: Occasion, cast: Cast, role: Role) -> ReviewShared:
    goal = cast.words[:300] if occasion is Occasion.GOAL else None
    return ReviewShared(cast.partner, role, occasion, answers(occasion, cast), goal)


def review_contents() -> Iterator[tuple[str, Content]]:
    for occasion in Occasion:
        for role in Role:
            yield f"review-shared-{occasion}-{role}", shared(occasion, TYPICAL, role)
        yield f"review-shared-{occasion}-extreme", shared(occasion, EXTREME, Role.MENTEE)
    one = shared(Occasion.HALF_WAY, TYPICAL, Role.MENTOR)
    yield "review-shared-one", replace(one, answers=(Answer(Question.HOW_IT_GOES, "5"),))
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        words = NOTE if cast is TYPICAL else cast.words[:2_000]
        yield f"thanked{size}", Thanked("pair-1", cast.partner, words)
        yield f"thank-you-saved{size}", ThankYouSaved("pair-1", cast.partner, words)
    yield "thanked-answered", Thanked("pair-1", TYPICAL.partner, NOTE, is_answered=True)


def review_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    for occasion in Occasion:
        for role in Role:
            draft = _draft(occasion, TYPICAL, role)
            yield f"form-review-{occasion}-{role}", review_form(replace(draft, answers=()), wording)
        yield f"form-review-{occasion}-again", review_form(_draft(occasion, TYPICAL, Role.MENTEE), wording)
        yield f"form-review-{occasion}-extreme", review_form(_draft(occasion, EXTREME, Role.MENTOR), wording)
    saved = ReviewSaved("review-1", TYPICAL.pair())
    yield "form-review-saved", saved_review_form(saved, wording)
    yield "form-review-saved-thank", saved_review_form(replace(saved, can_thank=True), wording)
    yield "form-review-saved-wish", saved_review_form(replace(saved, may_wish=True), wording)
    yield "form-review-wished", wished_form(wording)
    yield "form-review-emptied", saved_review_form(replace(saved, review_id=None, can_share=False), wording)
    extreme = ReviewSaved("review-1", EXTREME.pair(), can_thank=True, may_wish=True)
    yield "form-review-saved-extreme", saved_review_form(extreme, wording)
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        sharing = ReviewSharing("review-1", cast.partner, shared(Occasion.END, cast, Role.MENTEE))
        yield f"form-share-review{size}", sharing_form(sharing, wording)
        yield f"form-share-preview{size}", preview_form(sharing, wording)
        yield f"form-shared-review{size}", shared_form(cast.partner.name, wording)
        yield f"form-reviews{size}", reviews_form(_list(cast), wording)
        words = NOTE if cast is TYPICAL else cast.words[:2_000]
        yield f"form-thanks{size}", thanks_form(ThanksDraft(cast.pair()), wording)
        yield f"form-thanks-again{size}", thanks_form(ThanksDraft(cast.pair(), words), wording)
        yield f"form-thanks-out{size}", thanks_form(ThanksDraft(cast.pair(), words, is_out=True), wording)
    yield "form-reviews-older-extreme", reviews_form(_list(EXTREME), wording, skip=20)
    again = ReviewSharing("review-1", TYPICAL.partner, shared(Occasion.GOAL, TYPICAL, Role.MENTOR))
    yield "form-share-preview-changed", preview_form(again, wording, is_changed=True)
    yield "form-reviews-empty", reviews_form(MyReviews(), wording)


def _draft(occasion: Occasion, cast: Cast, role: Role) -> ReviewDraft:
    about = {Occasion.GOAL: "goal-1", Occasion.ECHO: "6"}.get(occasion, "")
    goal = cast.words[:300] if occasion is Occasion.GOAL else None
    return ReviewDraft(cast.pair(role=role), Subject("pair-1", occasion, about), answers(occasion, cast), goal)


def _list(cast: Cast) -> MyReviews:
    lines = tuple(
        ReviewLine(
            Subject("pair-1", occasion, {Occasion.GOAL: "goal-1", Occasion.ECHO: "6"}.get(occasion, "")),
            cast.partner,
            cast.words[:300] if occasion is Occasion.GOAL else None,
        )
        for occasion in Occasion
    )
    many = lines * min(cast.many, 20) if cast is EXTREME else lines
    return MyReviews(many, tuple(replace(line, review_id="review-1", on=DAY) for line in many), "en-GB")
