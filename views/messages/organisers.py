"""Who organises a programme: what those hear who come and who go."""

from mentoring.notices import OrganiserNamed, OrganiserReleased, Reader
from views.blocks import actions, button, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def organiser_named(content: OrganiserNamed, _reader: Reader, wording: Wording) -> Message:
    """What they organise now, what they see, and a way to begin."""
    news = section(wording.markup("organiser-named", by=content.by.name, programme=content.programme))
    if not content.still:
        return Message.of(news, section(wording.markup("organiser-named-over")))
    return Message.of(
        news,
        section(wording.markup("organiser-named-sees")),
        actions(
            button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM),
            button(wording.say("button-programme"), ActionId.OPEN_PROGRAMME),
        ),
    )


def organiser_released(content: OrganiserReleased, _reader: Reader, wording: Wording) -> Message:
    """That they organise it no longer, and what stays."""
    if content.by is None:
        news = wording.markup("organiser-released-self", programme=content.programme)
    else:
        news = wording.markup("organiser-released", by=content.by.name, programme=content.programme)
    return Message.of(section(news), section(wording.markup("organiser-released-stays")))
