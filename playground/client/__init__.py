"""Acts as people of a playground, for tests: runs commands, fills forms, presses buttons, reads what somebody sees."""

from playground.client.actor import Actor
from playground.client.errors import NotOfferedError, RefusedError, StoppedError
from playground.client.people import People
from playground.client.screen import Home, Modal, SeenMessage, Submission

__all__ = [
    "Actor",
    "Home",
    "Modal",
    "NotOfferedError",
    "People",
    "RefusedError",
    "SeenMessage",
    "StoppedError",
    "Submission",
]
