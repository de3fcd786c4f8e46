"""Whether a session was worth its hour: asked with one tap, and what somebody shares of it with their partner.

What was tapped or written is never repeated here: Slack keeps messages.
"""

from mentoring.notices import Reader
from mentoring.pulses import PulseAsked, PulseShared
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates


def pulse_blocks(asked: PulseAsked | None, wording: Wording) -> list[Block]:
    """The taps; once there was one, that it is noted, and what can be done with it."""
    if asked is None:
        return []
    partner, id_ = asked.partner.name, asked.session_id
    if asked.is_noted:
        shared = "yes" if asked.is_shared else "no"
        return [
            context(wording.markup("pulse-noted", shared=shared, partner=partner)),
            actions(
                button(wording.say("button-pulse-words"), ActionId.OPEN_PULSE, id_),
                button(wording.say("button-share-pulse", partner=partner), ActionId.SHARE_PULSE, id_),
            ),
        ]
    return [
        section(wording.markup("pulse-asked", kind=asked.kind.name.lower())),
        actions(
            button(wording.say("pulse-worth", worth="well"), ActionId.PULSE_WELL, id_),
            button(wording.say("pulse-worth", worth="partly"), ActionId.PULSE_PARTLY, id_),
            button(wording.say("pulse-worth", worth="hardly"), ActionId.PULSE_HARDLY, id_),
        ),
        context(wording.markup("pulse-asked-readers", partner=partner)),
    ]


def pulse_shared(content: PulseShared, reader: Reader, wording: Wording) -> Message:
    """To the partner: as much of it as its writer chose."""
    author, day = content.author.name, dates.day(content.on, reader.locale)
    news = wording.markup("pulse-news", partner=author, day=day)
    if content.worth:
        news = wording.markup("pulse-news-worth", partner=author, day=day, worth=content.worth.value)
    words = [section(content.words)] if content.words else []
    return Message.of(section(news), *words, context(wording.markup("pulse-news-readers", partner=author)))
