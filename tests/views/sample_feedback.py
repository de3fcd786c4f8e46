"""Every message and form about feedback."""

from collections.abc import Iterator
from dataclasses import replace

from mentoring.feedback import (
    Afterwards,
    AskSaved,
    CameOfIt,
    Explained,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackDraft,
    FeedbackReceived,
    FeedbackSaved,
    Gap,
    Given,
    GivingDraft,
    Question,
    Reaction,
    RequestLine,
    RequestState,
    WhatWasMeant,
    WordsDraft,
)
from mentoring.notices import Content
from mentoring.pairs import Role
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.about_feedback import follow_up_form, meaning_form, reply_form
from views.forms.feedback import ask_form, feedback_form
from views.forms.give_feedback import give_form
from views.wording import Wording

QUESTION = Question("my talk on Tuesday", "Where did you lose the thread?")
GIVEN = Given(
    "In Tuesday's demo you stopped, and asked Ana what she would miss.",
    "What if you opened with the result?",
    "You could run the next review on your own.",
)
UPWARDS = Given("Last time you let me find the answer myself, and I did.", "Hearing where you got stuck yourself.")


def question(cast: Cast) -> Question:
    return QUESTION if cast is TYPICAL else Question(cast.words[:200], cast.words[:1_000])


def given(cast: Cast) -> Given:
    return GIVEN if cast is TYPICAL else Given(*(cast.words[:2_000],) * 3)


def feedback_contents() -> Iterator[tuple[str, Content]]:
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        partner, asked = cast.partner, question(cast)
        request = FeedbackAsked("request-1", partner, asked, RequestState.OPEN)
        yield f"feedback-asked{size}", request
        for state in RequestState:
            yield f"feedback-ask-{state}{size}", AskSaved(partner, asked, state)
        yield f"feedback-declined{size}", FeedbackDeclined(partner, asked.about)
        received = FeedbackReceived("feedback-1", partner, Role.MENTOR, given(cast), asked)
        yield f"feedback-received-answer{size}", received
        yield f"feedback-saved-answer{size}", FeedbackSaved(partner, Role.MENTOR, given(cast), asked)
        told = Afterwards(Reaction.FITS, cast.words[:1_000])
        yield f"feedback-received-came{size}", replace(received, afterwards=told)
        saved = FeedbackSaved(partner, Role.MENTOR, given(cast), asked)
        yield f"feedback-saved-came{size}", replace(saved, afterwards=told)
        unclear = WhatWasMeant("question-1", partner, given(cast).heart, cast.words[:1_000])
        yield f"feedback-unclear{size}", unclear
        yield f"feedback-unclear-replied{size}", replace(unclear, reply=cast.words[:1_000])
        yield f"feedback-explained{size}", Explained(partner, cast.words[:1_000], cast.words[:1_000])
        yield f"feedback-came-of-it{size}", CameOfIt(partner, given(cast).heart, cast.words[:1_000])
        if cast is TYPICAL:
            for reaction in Reaction:
                name = reaction.replace(" ", "-")
                yield f"feedback-received-{name}", replace(received, afterwards=Afterwards(reaction))
                yield f"feedback-saved-{name}", replace(saved, afterwards=Afterwards(reaction))
            yield "feedback-received-over", replace(received, is_over=True)
            yield "feedback-unclear-over", replace(unclear, is_over=True)
            yield "feedback-asked-declined", replace(request, state=RequestState.DECLINED)
            yield "feedback-asked-declined-over", replace(request, state=RequestState.DECLINED, is_over=True)
            yield "feedback-asked-answered", replace(request, state=RequestState.ANSWERED)
            yield "feedback-asked-put-off", replace(request, is_put_off=True)
            yield "feedback-asked-over", replace(request, is_over=True)
            yield "feedback-received", FeedbackReceived("feedback-1", partner, Role.MENTEE, UPWARDS)
            yield "feedback-received-tiny", FeedbackReceived("feedback-1", partner, Role.MENTOR, Given("Nice"))
            yield "feedback-saved", FeedbackSaved(partner, Role.MENTEE, UPWARDS)


def feedback_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        pair, line = cast.pair(), RequestLine("request-1", cast.partner, question(cast).about)
        yield f"form-feedback{size}", feedback_form(FeedbackDraft(pair, (line,) * 3), wording)
        yield f"form-ask-feedback{size}", ask_form(FeedbackDraft(pair), wording)
        yield f"form-give-feedback{size}", give_form(GivingDraft(pair, "request-1", question(cast)), wording)
        again = GivingDraft(pair, "request-1", question(cast), given(cast), tuple(Gap))
        yield f"form-give-feedback-again{size}", give_form(again, wording)
        words = WordsDraft("feedback-1", cast.partner, given(cast).heart)
        yield f"form-feedback-meaning{size}", meaning_form(words, wording)
        yield f"form-feedback-reply{size}", reply_form(words, wording)
        yield f"form-feedback-follow-up{size}", follow_up_form(words, wording)
    mentee = TYPICAL.pair(role=Role.MENTEE)
    yield "form-feedback-mentee", feedback_form(FeedbackDraft(mentee), wording)
    yield "form-give-feedback-mentee", give_form(GivingDraft(mentee), wording)
    once = GivingDraft(mentee, given=Given("Thanks"), gaps=(Gap.NO_EXAMPLE,))
    yield "form-give-feedback-mentee-again", give_form(once, wording)
