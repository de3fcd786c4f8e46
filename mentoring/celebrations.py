"""What notices about wins, and about posts in the channel, say when they are rendered."""

from dataclasses import dataclass
from datetime import datetime

from mentoring.consent import Answer, ShoutOutState
from mentoring.milestones import Milestone
from mentoring.people import Person
from mentoring.picked import AboutMessage
from mentoring.widening import Widening
from mentoring.wins import Audience


@dataclass(frozen=True)
class ShoutOutText:
    """What a post in the channel says. A win has its author's words; a milestone has none. `thanks` are among `named`.

    `message` is what the win is about, if it is about one; whoever wrote that is among `named`, too.

    When somebody named wants to go without, `named` is empty, `hidden` are all of them, and no name may appear, not
    even in the words.
    """

    named: tuple[Person, ...]
    hidden: tuple[Person, ...] = ()
    author: Person | None = None
    words: str | None = None
    thanks: tuple[Person, ...] = ()
    milestone: Milestone | None = None
    message: AboutMessage | None = None


@dataclass(frozen=True)
class Digest:
    """Several posts in the channel as one, since there were more on one day than a channel gets."""

    posts: tuple[ShoutOutText, ...]


@dataclass(frozen=True)
class WinSaved:
    """To the author of a win: what happens next. `words` is none where only the author reads the win.

    `waits_until`: when the digest goes in which its post is. `widening`: how more people can see it, if they can.
    """

    audience: Audience
    words: str | None
    partner: Person | None
    asked: tuple[Person, ...]
    channel: str | None
    state: ShoutOutState | None
    waits_until: datetime | None = None
    message: AboutMessage | None = None
    widening: Widening | None = None


@dataclass(frozen=True)
class WinShared:
    """To the partner of a win's author: the win, and the message that it is about."""

    author: Person
    words: str
    message: AboutMessage | None = None


@dataclass(frozen=True)
class ConsentAsked:
    """To everyone a post names: a preview with names and one without, and three answers."""

    shout_out_id: str
    named: ShoutOutText
    unnamed: ShoutOutText
    channel: str | None
    answer: Answer | None
    state: ShoutOutState
    until: datetime


@dataclass(frozen=True)
class NoLongerAsked:
    """In the place of a question about a post: what it was about is not so any more."""


@dataclass(frozen=True)
class NotPosted:
    """To the author of a win: it was not posted. Why is nobody's business."""

    words: str


@dataclass(frozen=True)
class ChannelClosed:
    """To an organiser: Rapport cannot post in the celebrations channel, and how to let it in."""

    programme: str
    channel: str
