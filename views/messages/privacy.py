"""Who reads what."""

from views.blocks import Block, section
from views.messages.message import Message
from views.wording import Wording


def privacy(wording: Wording) -> Message:
    """Who reads what, from the writer alone to whoever runs the server."""
    return Message.of(section(wording.markup("privacy-title")), *who_reads_what(wording))


def who_reads_what(wording: Wording) -> list[Block]:
    """The same without its title, for a form that has one."""
    return [
        section(wording.markup("privacy-alone")),
        section(wording.markup("privacy-pair")),
        section(wording.markup("privacy-organiser")),
        section(wording.markup("privacy-channel")),
        section(wording.markup("privacy-server")),
    ]
