"""The forms in which somebody looks back, what stands in their place, and the list of all of them."""

from mentoring.refusals import Reason, Refusal
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
    ReviewValues,
    Subject,
)
from views.blocks import Block, View, actions, button, context, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, select_field, text_field
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.reviews import choice_words, question_words
from views.wording import Wording, dates

# A message shows each answer whole.
LONGEST = 2_000
# Each is one block, and a view holds a hundred.
LINES_A_PAGE = 20
MOST_TO_WRITE = 60

WRITE = {
    ReviewKind.HALF_WAY: ActionId.REVIEW_HALF_WAY,
    ReviewKind.GOAL: ActionId.REVIEW_GOAL,
    ReviewKind.END: ActionId.REVIEW_END,
    ReviewKind.ECHO: ActionId.REVIEW_ECHO,
}


def review_form(draft: ReviewDraft, wording: Wording) -> View:
    """The form, with what they have written already."""
    subject, partner = draft.subject, draft.pair.partner.name
    given = {answer.question: answer.words for answer in draft.answers}
    return modal(
        Context(FormId.REVIEW, pair_id=subject.pair_id, review_kind=subject.kind, about=subject.id),
        wording.say("review-title"),
        [
            section(wording.markup(f"review-intro-{subject.kind.value}", partner=partner)),
            *([section(draft.goal)] if draft.goal else []),
            *(_field(each, draft, given.get(each), wording) for each in QUESTIONS[subject.kind]),
            context(wording.markup("review-readers", partner=partner)),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_review(view: View) -> ReviewValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form, answers = decode(view), Answers(view)
    if form.pair_id is None or form.review_kind is None:
        raise Refusal(Reason.OUT_OF_DATE)
    entered = ((question, _entered(answers, question)) for question in QUESTIONS[form.review_kind])
    subject = Subject(form.pair_id, form.review_kind, form.about)
    return ReviewValues(subject, tuple(Answer(question, words) for question, words in entered if words))


def saved_review_form(saved: ReviewSaved, wording: Wording) -> View:
    """In the form's place: that it is kept, who reads it, and what can be done with it."""
    partner, pair = saved.pair.partner.name, saved.pair.id
    said = [section(wording.markup("review-saved" if saved.review_id else "review-emptied"))]
    if saved.may_wish:
        said.append(section(wording.markup("review-saved-wish")))
        said.append(actions(button(wording.say("button-would-mentor"), ActionId.WOULD_MENTOR, primary=True)))
    if saved.can_share:
        said.append(section(wording.markup("review-saved-share", partner=partner)))
        share = wording.say("button-share-review", partner=partner)
        said.append(actions(button(share, ActionId.SHARE_REVIEW, saved.review_id)))
    if saved.can_thank:
        said.append(section(wording.markup("review-saved-thank", partner=partner)))
        thank = wording.say("button-thank-partner", partner=partner)
        said.append(actions(button(thank, ActionId.THANK_PARTNER, pair)))
    return modal(Context(FormId.MESSAGE), wording.say("review-title"), said, close=wording.say("form-close"))


def wished_form(wording: Wording) -> View:
    """In its place, once the organisers know that somebody would mentor."""
    said = section(wording.markup("review-wished"))
    return modal(Context(FormId.MESSAGE), wording.say("review-title"), [said], close=wording.say("form-close"))


def reviews_form(reviews: MyReviews, wording: Wording, *, skip: int = 0) -> View:
    """All that somebody can write now, and a page of what they have written, without so many newer ones."""
    blocks: list[Block] = []
    if reviews.to_write and not skip:
        blocks.append(section(wording.markup("reviews-to-write")))
        blocks += [_line(line, reviews.locale, wording) for line in reviews.to_write[:MOST_TO_WRITE]]
    if reviews.written:
        blocks.append(section(wording.markup("reviews-written")))
        page = reviews.written[skip : skip + LINES_A_PAGE]
        blocks += [_line(line, reviews.locale, wording) for line in page]
        blocks += _turning(newer=skip > 0, older=len(reviews.written) > skip + LINES_A_PAGE, wording=wording)
    return modal(
        Context(FormId.REVIEWS, skipped=skip),
        wording.say("review-title"),
        blocks or [section(wording.markup("reviews-empty"))],
        close=wording.say("form-close"),
    )


def _turning(*, newer: bool, older: bool, wording: Wording) -> list[Block]:
    """The buttons that turn the page."""
    buttons = [
        *([button(wording.say("button-newer"), ActionId.NEWER_REVIEWS)] if newer else []),
        *([button(wording.say("button-older"), ActionId.OLDER_REVIEWS)] if older else []),
    ]
    return [actions(*buttons)] if buttons else []


def _field(question: Question, draft: ReviewDraft, words: str | None, wording: Wording) -> Block:
    asks = question_words(question, draft.pair.role, wording)
    if question in CHOICES:
        choices = [Choice(each, choice_words(question, each, wording)) for each in CHOICES[question]]
        return select_field(question.field, asks, choices, words)
    return text_field(question.field, asks, initial=words, lines=True, most=LONGEST)


def _entered(answers: Answers, question: Question) -> str | None:
    return answers.choice(question.field) if question in CHOICES else (answers.text(question.field) or "")[:LONGEST]


def _line(line: ReviewLine, locale: str | None, wording: Wording) -> Block:
    subject = line.subject
    said = wording.markup(
        "reviews-line",
        kind=subject.kind.value,
        partner=line.partner.name,
        goal=line.goal or "",
        months=subject.id if subject.kind is ReviewKind.ECHO else "",
    )
    if line.review_id and line.on:
        said = wording.markup("reviews-line-on", line=said, day=dates.day_and_year(line.on, locale))
        return section(said, button(wording.say("button-open-review"), ActionId.OPEN_REVIEW, line.review_id))
    about = subject.id if subject.kind is ReviewKind.GOAL else subject.pair_id
    return section(said, button(wording.say("button-write-review"), WRITE[subject.kind], about))
