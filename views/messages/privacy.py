"""Who reads what."""

from views.blocks import Block, View, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import FormId
from views.messages.message import Message
from views.wording import Wording


def privacy(wording: Wording) -> Message:
    """Who reads what, as a message."""
    return Message.of(section(wording.markup("privacy-title")), *_readers(wording))


def privacy_form(wording: Wording) -> View:
    """The same to read in a modal, for buttons that have no conversation to answer in."""
    return modal(
        Context(FormId.MESSAGE), wording.say("button-privacy"), _readers(wording), close=wording.say("form-close")
    )


def _readers(wording: Wording) -> list[Block]:
    return [
        section(wording.markup("privacy-alone")),
        section(wording.markup("privacy-pair")),
        section(wording.markup("privacy-organiser")),
        section(wording.markup("privacy-channel")),
        section(wording.markup("privacy-server")),
    ]
