"""Who reads what."""

from views.blocks import section
from views.messages.message import Message
from views.wording import Wording


def privacy(wording: Wording) -> Message:
    """Who reads what, from the writer alone to whoever runs the server."""
    return Message.of(
        section(wording.markup("privacy-title")),
        section(wording.markup("privacy-alone")),
        section(wording.markup("privacy-pair")),
        section(wording.markup("privacy-organiser")),
        section(wording.markup("privacy-channel")),
        section(wording.markup("privacy-server")),
    )
