"""Notices: what there is to tell, how urgent it is, and what each says when it is rendered.

A notice is stored as a kind and ids. When it is sent, or drawn again after something changed, a service gathers
what it says as of that moment into one of the frozen dataclasses here, and a view puts it into words.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.agreements import AgreementConfirmed, AgreementMade, AgreementProposed
from mentoring.beginnings import AskedAgain, Introduction, PairAgreed, PairDeclined, PairStarted
from mentoring.celebrations import (
    ChannelClosed,
    ConsentAsked,
    Digest,
    NoLongerAsked,
    NotPosted,
    ShoutOutText,
    WinSaved,
    WinShared,
)
from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, PartnerCheckedIn, SessionDisputed
from mentoring.feedback import (
    AskSaved,
    CameOfIt,
    Explained,
    FeedbackAsked,
    FeedbackDeclined,
    FeedbackReceived,
    FeedbackSaved,
    WhatWasMeant,
)
from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.going_on import PairCompleted, PairGoesOn
from mentoring.horizon import HorizonCompared
from mentoring.nudge_contents import NudgeContent
from mentoring.organising import OrganisersWeek
from mentoring.partings import EndSaved, PairEnded, PersonLeft, ProposalWithdrawn
from mentoring.pausing import PairPaused, PairResumed
from mentoring.people import Person
from mentoring.picked import AboutMessage
from mentoring.planning import GroupArranged, SessionArranged, SessionCalledOff, TimesOffered
from mentoring.pulses import PulseShared
from mentoring.reviews import ReviewShared
from mentoring.rhythms import RhythmChanged
from mentoring.shared_goals import GoalsChanged
from mentoring.sharing import AskedHowItGoes, SharedWithYou
from mentoring.thanks import Thanked, ThankYouSaved
from mentoring.troubles import TalkAsked, TalkSaved


class Weight(StrEnum):
    """How a notice travels: a reply at once, news in the receiver's hours."""

    REPLY = "reply"
    NEWS = "news"


class NoticeKind(StrEnum):
    """What is told. The value is stored."""

    INTRODUCTION = "introduction"
    ASKED_AGAIN = "asked again"
    PAIR_DECLINED = "pair declined"
    PAIR_AGREED = "pair agreed"
    PAIR_STARTED = "pair started"
    PROPOSAL_WITHDRAWN = "proposal withdrawn"
    PAIR_PAUSED = "pair paused"
    PAIR_RESUMED = "pair resumed"
    RHYTHM_CHANGED = "rhythm changed"
    PAIR_GOES_ON = "pair goes on"
    PAIR_COMPLETED = "pair completed"
    TALK_ASKED = "talk asked"
    TALK_SAVED = "talk saved"
    END_SAVED = "end saved"
    PAIR_ENDED = "pair ended"
    PERSON_LEFT = "person left"
    CHECK_IN_SAVED = "check-in saved"
    PARTNER_CHECKED_IN = "partner checked in"
    SESSION_DISPUTED = "session disputed"
    WIN_SAVED = "win saved"
    WIN_SHARED = "win shared"
    BROUGHT_TO_SESSION = "brought to session"
    SESSION_ARRANGED = "session arranged"
    SESSION_CANCELLED = "session cancelled"
    SESSION_MISSED = "session missed"
    TIMES_PROPOSED = "times proposed"
    TIMES_OFFERED = "times offered"
    CONSENT_ASKED = "consent asked"
    SHOUT_OUT = "shout-out"
    NOT_POSTED = "not posted"
    CHANNEL_CLOSED = "channel closed"
    ORGANISER_NAMED = "organiser named"
    ORGANISER_RELEASED = "organiser released"
    ORGANISERS_WEEK = "organisers week"
    GOALS_READY = "goals ready"
    GOALS_REVEALED = "goals revealed"
    GOALS_CHANGED = "goals changed"
    AGREEMENT_PROPOSED = "agreement proposed"
    AGREEMENT_MADE = "agreement made"
    AGREEMENT_CONFIRMED = "agreement confirmed"
    FEEDBACK_ASKED = "feedback asked"
    FEEDBACK_ASK_SAVED = "feedback ask saved"
    FEEDBACK_DECLINED = "feedback declined"
    FEEDBACK_GIVEN = "feedback given"
    FEEDBACK_SAVED = "feedback saved"
    FEEDBACK_UNCLEAR = "feedback unclear"
    FEEDBACK_EXPLAINED = "feedback explained"
    CAME_OF_IT = "came of it"
    HORIZON_COMPARED = "horizon compared"
    REVIEW_SHARED = "review shared"
    THANKED = "thanked"
    THANK_YOU_SAVED = "thank-you saved"
    SHARED = "shared"
    PULSE_SHARED = "pulse shared"
    HOW_IT_GOES = "how it goes"
    HELP = "help"

    # Nudges: each has the value of its mentoring.nudges.kinds.NudgeKind.
    FIRST_MEETING = "first meeting"
    HAVE_NOT_MET = "have not met"
    BEFORE_SESSION = "before session"
    HOUR_BEFORE = "hour before"
    AFTER_SESSION = "after session"
    PROMISE = "promise"
    GOAL = "goal"
    AGREEMENT = "agreement"
    FEEDBACK = "feedback"
    HORIZON = "horizon"
    BETWEEN_SESSIONS = "between sessions"
    WRAP_UP = "wrap-up"
    ECHO = "echo"


@dataclass(frozen=True)
class BroughtToSession:
    """To whoever brings something to the next session: that it is on the list. `next_at`: when that session is planned.

    `is_discussed`: a session has been logged since.
    """

    item_id: str
    partner: Person
    words: str
    message: AboutMessage | None
    next_at: datetime | None
    is_discussed: bool


@dataclass(frozen=True)
class OffTheAgenda:
    """In its place: one of the two took it off."""

    partner: Person


@dataclass(frozen=True)
class OrganiserNamed:
    """To somebody whom an organiser named: what they organise, and what they see. Not `still`: they no longer do."""

    programme: str
    by: Person
    still: bool


@dataclass(frozen=True)
class OrganiserReleased:
    """To somebody who organised a programme until now; `by` is none where they left it to the others themselves."""

    programme: str
    by: Person | None


@dataclass(frozen=True)
class Help:
    """To whoever wrote to the bot: what they can do now.

    Attributes:
        has_pair: They are in a pair that meets.
        awaits_answer: A pair was proposed to them, and they have not answered.
        waits_to_begin: A pair was proposed to them, and it waits for them, for the other, or for both.
        is_organiser: They run a programme.
    """

    has_pair: bool
    awaits_answer: bool
    waits_to_begin: bool
    is_organiser: bool


Content = (
    Introduction
    | AskedAgain
    | PairDeclined
    | PairAgreed
    | PairStarted
    | ProposalWithdrawn
    | PairPaused
    | PairResumed
    | RhythmChanged
    | PairGoesOn
    | PairCompleted
    | TalkAsked
    | TalkSaved
    | EndSaved
    | PairEnded
    | PersonLeft
    | CheckInSaved
    | PartnerCheckedIn
    | SessionDisputed
    | CheckInWithdrawn
    | WinSaved
    | WinShared
    | BroughtToSession
    | OffTheAgenda
    | SessionArranged
    | GroupArranged
    | SessionCalledOff
    | TimesOffered
    | ConsentAsked
    | NoLongerAsked
    | ShoutOutText
    | Digest
    | NotPosted
    | ChannelClosed
    | OrganiserNamed
    | OrganiserReleased
    | OrganisersWeek
    | PartnerReady
    | GoalsRevealed
    | GoalsChanged
    | AgreementProposed
    | AgreementMade
    | AgreementConfirmed
    | FeedbackAsked
    | AskSaved
    | FeedbackDeclined
    | FeedbackReceived
    | FeedbackSaved
    | WhatWasMeant
    | Explained
    | CameOfIt
    | HorizonCompared
    | ReviewShared
    | Thanked
    | ThankYouSaved
    | SharedWithYou
    | PulseShared
    | AskedHowItGoes
    | NudgeContent
    | Help
)


@dataclass(frozen=True)
class Reader:
    """For whom something is put into words: their zone (IANA) and locale; a channel has its programme's defaults."""

    time_zone: str
    locale: str | None = None
