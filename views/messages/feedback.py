"""Messages about feedback: to whoever asks for it or is asked, and to the two between whom it is given."""

from mentoring.feedback import (
    Afterwards,
    AskSaved,
    CameOfIt,
    Explained,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackReceived,
    FeedbackSaved,
    Given,
    Question,
    Reaction,
    RequestState,
    WhatWasMeant,
)
from mentoring.notices import Reader
from mentoring.pairs import Role
from views.blocks import SECTION_TEXT, Block, actions, button, context, section
from views.ids import ActionId
from views.markup import shorten
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
    """To whom it was given: every part of it, and what they can say of it, or have said."""
    giver = content.giver.name
    return Message.of(
        section(wording.markup("feedback-received", partner=giver, **_asked(content.question))),
        *feedback_parts(content.given, content.role, wording),
        *_said_by_me(content, wording),
        *([] if content.is_over else [_answers(content, wording)]),
        context(wording.markup("feedback-readers", partner=giver)),
    )


def feedback_saved(content: FeedbackSaved, _reader: Reader, wording: Wording) -> Message:
    """To whoever gave it: what the other reads, and what they say of it."""
    partner = content.partner.name
    return Message.of(
        section(wording.markup("feedback-saved", partner=partner, **_asked(content.question))),
        *feedback_parts(content.given, content.role, wording),
        *_said_by_partner(content.afterwards, partner, wording),
    )


def what_was_meant(content: WhatWasMeant, _reader: Reader, wording: Wording) -> Message:
    """To whoever gave it: the question, and a button to answer it; then what they answered."""
    partner = content.partner.name
    asked = [
        section(wording.markup("feedback-unclear", partner=partner)),
        section(content.words),
        context(wording.markup("feedback-unclear-about")),
        section(content.said),
    ]
    if content.reply:
        return Message.of(
            *asked, section(wording.markup("feedback-unclear-replied", partner=partner)), section(content.reply)
        )
    if content.is_over:
        return Message.of(*asked)
    reply = button(wording.say("button-reply"), ActionId.REPLY_MEANING, content.clarification_id, primary=True)
    return Message.of(*asked, actions(reply), context(wording.markup("feedback-readers", partner=partner)))


def explained(content: Explained, _reader: Reader, wording: Wording) -> Message:
    """To whoever asked what was meant."""
    return Message.of(
        section(wording.markup("feedback-explained", partner=content.giver.name)),
        section(content.reply),
        context(wording.markup("feedback-explained-asked")),
        section(content.words),
    )


def came_of_it(content: CameOfIt, _reader: Reader, wording: Wording) -> Message:
    """To whoever gave it: what the other did with it."""
    partner = content.partner.name
    return Message.of(
        section(wording.markup("feedback-came-of-it", partner=partner)),
        section(content.words),
        context(wording.markup("feedback-unclear-about")),
        section(content.said),
        context(wording.markup("feedback-readers", partner=partner)),
    )


def _answers(content: FeedbackReceived, wording: Wording) -> Block:
    """What has not been said yet; once something has, what came of it later."""
    id_, said = content.feedback_id, content.afterwards
    taps = [
        (Reaction.FITS, button(wording.say("button-fits"), ActionId.FEEDBACK_FITS, id_)),
        (Reaction.NOT_FOR_ME, button(wording.say("button-not-for-me"), ActionId.FEEDBACK_NOT_FOR_ME, id_)),
        (Reaction.THANKS, button(wording.say("button-thanks"), ActionId.FEEDBACK_THANKS, id_)),
    ]
    follow_up = button(wording.say("button-follow-up"), ActionId.FOLLOW_UP_FEEDBACK, id_)
    return actions(
        *(each for reaction, each in taps if reaction is not said.reaction),
        button(wording.say("button-meaning"), ActionId.ASK_MEANING, id_),
        *([follow_up] if said.reaction and not said.came_of_it else []),
    )


def _said_by_me(content: FeedbackReceived, wording: Wording) -> list[Block]:
    giver, said = content.giver.name, content.afterwards
    blocks = []
    if said.reaction:
        blocks.append(context(wording.markup("feedback-i-said", partner=giver, reaction=_dashed(said.reaction))))
    if said.came_of_it:
        blocks += [section(wording.markup("feedback-i-did", partner=giver)), section(said.came_of_it)]
    return blocks


def _said_by_partner(said: Afterwards, partner: str, wording: Wording) -> list[Block]:
    blocks = []
    if said.reaction:
        blocks.append(section(wording.markup("feedback-they-said", partner=partner, reaction=_dashed(said.reaction))))
    else:
        blocks.append(context(wording.markup("feedback-saved-next", partner=partner)))
    if said.came_of_it:
        blocks += [section(wording.markup("feedback-they-did", partner=partner)), section(said.came_of_it)]
    return blocks


def _dashed(reaction: Reaction) -> str:
    return reaction.value.replace(" ", "-")


def _asked(question: Question | None) -> dict[str, str]:
    """What the first line says of the question that this answers, if there was one."""
    return {"asked": "yes", "about": question.about} if question else {"asked": "no", "about": ""}


def feedback_parts(given: Given, role: Role, wording: Wording, *, most: int = SECTION_TEXT) -> list[Block]:
    """Each part under its title, in the giver's own words, of which at most so many characters."""
    parts = {"shone": given.shone, "differently": given.differently, "belief": given.belief}
    said = [(part, words) for part, words in parts.items() if words]
    blocks = []
    for part, words in said:
        blocks += [section(wording.markup(f"feedback-part-{role.value}-{part}")), section(shorten(words, most))]
    return blocks
