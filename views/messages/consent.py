"""Asking those whom a post names."""

from mentoring.celebrations import ConsentAsked, NoLongerAsked
from mentoring.consent import Answer, ShoutOutState
from mentoring.notices import Reader
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.markup import Markup, channel
from views.messages.message import Message
from views.messages.shout_outs import post
from views.wording import Wording, dates
from views.wording.lists import names


def consent_asked(content: ConsentAsked, reader: Reader, wording: Wording) -> Message:
    """A preview with names and one without, and three answers; once answered or settled, what came of it.

    A no can become a yes for as long as it is asked.
    """
    return Message.of(*question_blocks(content, reader, wording))


def question_blocks(content: ConsentAsked, reader: Reader, wording: Wording) -> list[Block]:
    """The same, for a message or for App Home."""
    return [
        section(_question(content, wording)),
        context(wording.markup("consent-named")),
        *map(section, post(content.named, names, wording)),
        context(wording.markup("consent-unnamed")),
        *map(section, post(content.unnamed, names, wording)),
        *_answers(content, reader, wording),
    ]


def no_longer_asked(_content: NoLongerAsked, _reader: Reader, wording: Wording) -> Message:
    """The question has lost its subject."""
    return Message.of(section(wording.markup("consent-no-longer")))


def _question(content: ConsentAsked, wording: Wording) -> Markup:
    place = channel(content.channel) if content.channel else wording.markup("the-channel")
    author = content.named.author
    if content.named.milestone or author is None:
        return wording.markup("consent-milestone", channel=place)
    return wording.markup("consent-win", author=author.name, channel=place)


def _answers(content: ConsentAsked, reader: Reader, wording: Wording) -> list[Block]:
    state = context(wording.markup("consent-state", state=content.state.name.lower()))
    said = [section(wording.markup("consent-said", answer=content.answer.value))] if content.answer else []
    if content.answer and content.answer is not Answer.NO:
        return [*said, state]
    if content.state is not ShoutOutState.ASKING:
        return said or [state]
    on, at = dates.day_of(content.until, reader), dates.time_of(content.until, reader)
    yes = [
        button(wording.say("consent-yes"), ActionId.CONSENT_YES, content.shout_out_id, primary=not said),
        button(wording.say("consent-yes-unnamed"), ActionId.CONSENT_UNNAMED, content.shout_out_id),
    ]
    if said:
        return [*said, context(wording.markup("consent-second-thoughts", day=on, time=at)), actions(*yes)]
    no = button(wording.say("consent-no"), ActionId.CONSENT_NO, content.shout_out_id)
    return [actions(*yes, no), context(wording.markup("consent-until", day=on, time=at))]
