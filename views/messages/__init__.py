"""Messages: what Rapport posts, to one person, to a pair or to a channel."""

from views.messages.merging import how_many_fit, merge
from views.messages.message import Message
from views.messages.nudge_foot import nudge_foot
from views.messages.rendering import render

__all__ = ["Message", "how_many_fit", "merge", "nudge_foot", "render"]
