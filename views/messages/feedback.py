"""Messages about feedback: to whoever asks for it or is asked, and to the two between whom it is given."""

from mentoring.feedback import (
    AskSaved,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackReceived,
    FeedbackSaved,
    Given,
    Question,
    RequestState,
)
from mentoring.notices import Reader
from mentoring.pairs import Role
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def feedback_asked(content: FeedbackAsked, _reader: Reader, wording: Wording) -> Message:
    """To whoever is asked: the question, and three answers to it; afterwards what they said."""
    partner, id_ = content.author.name, content.request_id
    asked = [
        section(wording.markup("feedback-asked", partner=partner, about=content.question.about)),
        section(content.question.words),
    ]
    if content.state is not RequestState.OPEN:
        became = wording.markup(f"feedback-asked-{content.state.value}", partner=partner)
        again = button(wording.say("feedback-after-all"), ActionId.ANSWER_REQUEST, id_)
        may_still = content.state is RequestState.DECLINED and not content.is_over
        return Message.of(*asked, context(became), *([actions(again)] if may_still else []))
    if content.is_over:
        return Message.of(*asked, context(wording.markup("feedback-asked-over", partner=partner)))
    later = [] if content.is_put_off else [button(wording.say("button-later"), ActionId.ANSWER_LATER, id_)]
    said = "put-off" if content.is_put_off else "next"
    return Message.of(
        *asked,
        actions(
            button(wording.say("button-give-feedback"), ActionId.ANSWER_REQUEST, id_, primary=True),
            *later,
            button(wording.say("button-decline-request"), ActionId.DECLINE_REQUEST, id_),
        ),
        context(wording.markup(f"feedback-asked-{said}", partner=partner)),
    )


def ask_saved(content: AskSaved, _reader: Reader, wording: Wording) -> Message:
    """To whoever asks: what they asked, and what became of it."""
    partner = content.partner.name
    return Message.of(
        section(wording.markup("feedback-ask-saved", partner=partner, about=content.question.about)),
        section(content.question.words),
        context(wording.markup(f"feedback-became-{content.state.value}", partner=partner)),
    )


def feedback_declined(content: FeedbackDeclined, _reader: Reader, wording: Wording) -> Message:
    """To whoever asked: kindly, and without a reason."""
    return Message.of(section(wording.markup("feedback-declined", partner=content.partner.name, about=content.about)))


def feedback_received(content: FeedbackReceived, _reader: Reader, wording: Wording) -> Message:
    """To whom it was given: every part of it."""
    giver = content.giver.name
    return Message.of(
        section(wording.markup("feedback-received", partner=giver, **_asked(content.question))),
        *_parts(content.given, content.role, wording),
        context(wording.markup("feedback-readers", partner=giver)),
    )


def feedback_saved(content: FeedbackSaved, _reader: Reader, wording: Wording) -> Message:
    """To whoever gave it: what the other reads, and when."""
    partner = content.partner.name
    return Message.of(
        section(wording.markup("feedback-saved", partner=partner, **_asked(content.question))),
        *_parts(content.given, content.role, wording),
        context(wording.markup("feedback-saved-next", partner=partner)),
    )


def _asked(question: Question | None) -> dict[str, str]:
    """What the first line says of the question that this answers, if there was one."""
    return {"asked": "yes", "about": question.about} if question else {"asked": "no", "about": ""}


def _parts(given: Given, role: Role, wording: Wording) -> list[Block]:
    """Each part under its title, in the giver's own words."""
    parts = {"shone": given.shone, "differently": given.differently, "belief": given.belief}
    said = [(part, words) for part, words in parts.items() if words]
    titled = [(section(wording.markup(f"feedback-part-{role.value}-{part}")), section(words)) for part, words in said]
    return [block for both in titled for block in both]
