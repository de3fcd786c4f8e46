"""Posts in the celebrations channel."""

import re
from collections.abc import Iterable

from mentoring.celebrations import ChannelClosed, Digest, ShoutOutText
from mentoring.consent import without_names
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.notices import Reader
from mentoring.people import Person
from views.blocks import actions, button, joined, section
from views.ids import ActionId
from views.markup import Markup, channel
from views.messages.message import Message
from views.messages.picked import Naming, about_message
from views.wording import Wording
from views.wording.lists import mentions


def shout_out(content: ShoutOutText, _reader: Reader, wording: Wording) -> Message:
    """The post itself, which mentions those it names."""
    first, *rest = post(content, mentions, wording)
    return Message.of(section(wording.markup("shout-out", post=first)), *map(section, rest))


def digest(content: Digest, _reader: Reader, wording: Wording) -> Message:
    """Several posts as one, each as it would have been by itself."""
    posts = (map(section, post(each, mentions, wording)) for each in content.posts)
    return Message.of(*joined([section(wording.markup("digest"))], *posts))


def post(content: ShoutOutText, naming: Naming, wording: Wording) -> list[str]:
    """The paragraphs of a post; names appear by `naming`, and not at all where nobody is named."""
    if content.milestone:
        return [_milestone(content.milestone, content.named, naming, wording)]
    words = content.words or ""
    if not content.named:
        return [wording.markup("post-win-unnamed"), _without_names(words, content.hidden, wording)]
    author = naming([content.author] if content.author else content.named)
    thanks = [wording.markup("post-thanks", people=naming(content.thanks))] if content.thanks else []
    message = [about_message(content.message, wording, naming)] if content.message else []
    return [wording.markup("post-win", author=author), words, *thanks, *message]


def _without_names(words: str, people: Iterable[Person], wording: Wording) -> str:
    instead = wording.say("somebody")
    hidden = without_names(words, people, instead)
    return re.sub(rf"(^|[.!?]\s+)({re.escape(instead)})", lambda found: found[1] + found[2].capitalize(), hidden)


def _milestone(milestone: Milestone, named: tuple[Person, ...], naming: Naming, wording: Wording) -> Markup:
    kind = milestone.kind.value.replace(" ", "-")
    facts = {"count": int(milestone.subject)} if milestone.kind is MilestoneKind.SESSIONS else {}
    if named:
        return wording.markup(f"post-{kind}", people=naming(named), **facts)
    return wording.markup(f"post-{kind}-unnamed", **facts)


def channel_closed(content: ChannelClosed, _reader: Reader, wording: Wording) -> Message:
    """To an organiser: how to let Rapport into the channel."""
    return Message.of(
        section(wording.markup("channel-closed", programme=content.programme, channel=channel(content.channel))),
        section(wording.markup("channel-closed.how", channel=channel(content.channel))),
        actions(button(wording.say("button-programme"), ActionId.OPEN_PROGRAMME)),
    )
