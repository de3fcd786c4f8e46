"""Notices in words: each kind of content has one place that says it."""

from collections.abc import Callable
from typing import Any

from mentoring import (
    beginnings,
    celebrations,
    check_in_news,
    going_on,
    notices,
    nudge_contents,
    organising,
    partings,
    pausing,
    planning,
    rhythms,
    sharing,
    troubles,
)
from mentoring.agreements import AgreementConfirmed, AgreementMade, AgreementProposed
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
from mentoring.horizon import HorizonCompared
from mentoring.notices import Content, Reader
from mentoring.pulses import PulseShared
from mentoring.reviews import ReviewShared
from mentoring.shared_goals import GoalsChanged
from mentoring.thanks import Thanked, ThankYouSaved
from views.messages import (
    agenda,
    agreements,
    check_ins,
    consent,
    disputes,
    endings,
    feedback,
    feedback_nudges,
    goal_nudges,
    goals,
    horizon,
    introductions,
    nudges,
    organisers,
    pauses,
    plans,
    reviews,
    session_nudges,
    sharings,
    shout_outs,
    talks,
    week,
    wins,
)
from views.messages.help import answer_to_a_message
from views.messages.message import Message
from views.messages.pulses import pulse_shared
from views.messages.settled import settled
from views.wording import Wording

RENDERERS: dict[type[Any], Callable[[Any, Reader, Wording], Message]] = {
    beginnings.Introduction: introductions.introduction,
    beginnings.AskedAgain: introductions.asked_again,
    beginnings.PairDeclined: introductions.pair_declined,
    beginnings.PairAgreed: introductions.pair_agreed,
    beginnings.PairStarted: introductions.pair_started,
    partings.ProposalWithdrawn: endings.proposal_withdrawn,
    pausing.PairPaused: pauses.pair_paused,
    pausing.PairResumed: pauses.pair_resumed,
    rhythms.RhythmChanged: pauses.rhythm_changed,
    going_on.PairGoesOn: pauses.pair_goes_on,
    going_on.PairCompleted: pauses.pair_completed,
    troubles.TalkAsked: talks.talk_asked,
    troubles.TalkSaved: talks.talk_saved,
    partings.EndSaved: endings.end_saved,
    partings.PairEnded: endings.pair_ended,
    partings.PersonLeft: endings.person_left,
    check_in_news.CheckInSaved: check_ins.check_in_saved,
    check_in_news.PartnerCheckedIn: check_ins.partner_checked_in,
    check_in_news.SessionDisputed: disputes.session_disputed,
    check_in_news.CheckInWithdrawn: check_ins.check_in_withdrawn,
    celebrations.NoLongerAsked: consent.no_longer_asked,
    celebrations.WinSaved: wins.win_saved,
    celebrations.WinShared: wins.win_shared,
    celebrations.NotPosted: wins.not_posted,
    notices.BroughtToSession: agenda.brought_to_session,
    notices.OffTheAgenda: agenda.off_the_agenda,
    planning.SessionArranged: plans.session_arranged,
    planning.GroupArranged: plans.group_arranged,
    planning.SessionCalledOff: plans.session_called_off,
    planning.TimesOffered: plans.times_offered,
    celebrations.ConsentAsked: consent.consent_asked,
    celebrations.ShoutOutText: shout_outs.shout_out,
    celebrations.Digest: shout_outs.digest,
    celebrations.ChannelClosed: shout_outs.channel_closed,
    notices.OrganiserNamed: organisers.organiser_named,
    notices.OrganiserReleased: organisers.organiser_released,
    organising.OrganisersWeek: week.organisers_week,
    PartnerReady: goals.partner_ready,
    GoalsRevealed: goals.goals_revealed,
    GoalsChanged: goals.goals_changed,
    AgreementProposed: agreements.agreement_proposed,
    AgreementMade: agreements.agreement_made,
    AgreementConfirmed: agreements.agreement_confirmed,
    FeedbackAsked: feedback.feedback_asked,
    AskSaved: feedback.ask_saved,
    FeedbackDeclined: feedback.feedback_declined,
    FeedbackReceived: feedback.feedback_received,
    FeedbackSaved: feedback.feedback_saved,
    WhatWasMeant: feedback.what_was_meant,
    Explained: feedback.explained,
    CameOfIt: feedback.came_of_it,
    HorizonCompared: horizon.horizon_compared,
    ReviewShared: reviews.review_shared,
    Thanked: reviews.thanked,
    ThankYouSaved: reviews.thank_you_saved,
    sharing.SharedWithYou: sharings.shared_with_you,
    sharing.AskedHowItGoes: sharings.asked_how_it_goes,
    PulseShared: pulse_shared,
    nudge_contents.FirstMeeting: nudges.first_meeting,
    nudge_contents.HaveNotMet: nudges.have_not_met,
    nudge_contents.BeforeSession: session_nudges.before_session,
    nudge_contents.HourBefore: session_nudges.hour_before,
    nudge_contents.AfterSession: session_nudges.after_session,
    nudge_contents.PromiseHalfWay: nudges.promise,
    nudge_contents.AgreementDue: agreements.agreement_due,
    nudge_contents.GoalDue: goal_nudges.goal_due,
    nudge_contents.HalfWay: goal_nudges.half_way,
    nudge_contents.FeedbackDue: feedback_nudges.feedback_due,
    nudge_contents.FeedbackFollowUp: feedback_nudges.feedback_follow_up,
    nudge_contents.HorizonCheck: horizon.horizon_check,
    nudge_contents.BetweenSessions: nudges.between_sessions,
    nudge_contents.WrapUp: nudges.wrap_up,
    nudge_contents.Echo: nudges.echo,
    nudge_contents.Settled: settled,
    notices.Help: answer_to_a_message,
}


def render(content: Content, reader: Reader, wording: Wording) -> Message:
    """Put what a notice says into words, for whoever reads it."""
    return RENDERERS[type(content)](content, reader, wording)
