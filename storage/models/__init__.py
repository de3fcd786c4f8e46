"""The tables. Importing this package makes all of them known to the metadata."""

from storage.models.base import Base, new_id
from storage.models.intake import SlackEvent, SubmittedForm
from storage.models.keys import KeyProof
from storage.models.outbox import Delivery, DeliveryState, Notice
from storage.models.pairs import Pair, Programme
from storage.models.people import JoinWish, Organiser, Person, Workspace
from storage.models.sessions import AgendaItem, CheckIn, Milestone, Promise, Session
from storage.models.wins import Consent, ShoutOut, Win, WinThanks

__all__ = [
    "AgendaItem",
    "Base",
    "CheckIn",
    "Consent",
    "Delivery",
    "DeliveryState",
    "JoinWish",
    "KeyProof",
    "Milestone",
    "Notice",
    "Organiser",
    "Pair",
    "Person",
    "Programme",
    "Promise",
    "Session",
    "ShoutOut",
    "SlackEvent",
    "SubmittedForm",
    "Win",
    "WinThanks",
    "Workspace",
    "new_id",
]
