"""The message in Slack that something is about."""

from collections.abc import Callable, Iterable

from mentoring.people import Person
from mentoring.picked import AboutMessage
from views.blocks import Block, context
from views.markup import Markup, link
from views.wording import Wording
from views.wording.lists import names

Naming = Callable[[Iterable[Person]], str]


def about_message(message: AboutMessage, wording: Wording, naming: Naming = names) -> Markup:
    """A link to it, and who wrote it if that was another person; nothing of what it says."""
    to_it = link(message.link, wording.say("about-message-link"))
    if message.by is None:
        return wording.markup("about-message", message=to_it)
    return wording.markup("about-message-by", message=to_it, author=naming([message.by]))


def about(message: AboutMessage | None, wording: Wording) -> list[Block]:
    """The same in small print; nothing where there is none."""
    return [context(about_message(message, wording))] if message else []
