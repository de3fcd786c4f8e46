"""Somebody would like to talk with the organiser."""

from mentoring.notices import Reader
from mentoring.troubles import TalkAsked, TalkSaved
from views.blocks import section
from views.markup import quote
from views.messages.message import Message
from views.wording import Wording
from views.wording.lists import names


def talk_asked(content: TalkAsked, _reader: Reader, wording: Wording) -> Message:
    """To an organiser: who, about which pair, and their words if there are any."""
    person, partner = content.author.name, content.partner.name
    return Message.of(
        section(wording.markup("talk-asked", person=person, partner=partner)),
        *([section(quote(content.words))] if content.words else []),
        section(wording.markup("talk-asked-next", person=person, partner=partner)),
    )


def talk_saved(content: TalkSaved, _reader: Reader, wording: Wording) -> Message:
    """To whoever asked: who hears of it, and what happens next."""
    count = len(content.organisers)
    return Message.of(section(wording.markup("talk-saved", organisers=names(content.organisers), count=count)))
