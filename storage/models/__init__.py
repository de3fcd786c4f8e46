"""The tables. Importing this package makes all of them known to the metadata."""

from storage.models.agreements import Agreement
from storage.models.base import Base, new_id, table_of
from storage.models.cards import AskedQuestion, DrawnCards
from storage.models.feedback import Clarification, Feedback, FeedbackRequest
from storage.models.goals import Checkpoint, Goal, GoalDraft, GoalWording
from storage.models.horizon import HorizonAnswers, HorizonCard
from storage.models.intake import SlackEvent, SubmittedForm
from storage.models.keys import KeyProof
from storage.models.outbox import Delivery, DeliveryState, Notice, SendingLease
from storage.models.pairs import Pair, Pause, Programme, Silence, Trouble
from storage.models.people import JoinWish, Organiser, Person, Workspace
from storage.models.pulses import Pulse
from storage.models.reviews import Review, ReviewAnswer, ThankYou
from storage.models.sessions import AgendaItem, CheckIn, Milestone, OfferedTime, Promise, Session, Sharing, TimeOffer
from storage.models.wins import Consent, ShoutOut, Win, WinThanks

__all__ = [
    "AgendaItem",
    "Agreement",
    "AskedQuestion",
    "Base",
    "CheckIn",
    "Checkpoint",
    "Clarification",
    "Consent",
    "Delivery",
    "DeliveryState",
    "DrawnCards",
    "Feedback",
    "FeedbackRequest",
    "Goal",
    "GoalDraft",
    "GoalWording",
    "HorizonAnswers",
    "HorizonCard",
    "JoinWish",
    "KeyProof",
    "Milestone",
    "Notice",
    "OfferedTime",
    "Organiser",
    "Pair",
    "Pause",
    "Person",
    "Programme",
    "Promise",
    "Pulse",
    "Review",
    "ReviewAnswer",
    "SendingLease",
    "Session",
    "Sharing",
    "ShoutOut",
    "Silence",
    "SlackEvent",
    "SubmittedForm",
    "ThankYou",
    "TimeOffer",
    "Trouble",
    "Win",
    "WinThanks",
    "Workspace",
    "new_id",
    "table_of",
]
