"""Nudges about feedback: to whoever owes it, and two weeks later to whoever was given it."""

from mentoring.notices import Reader
from mentoring.nudge_contents import FeedbackDue, FeedbackFollowUp
from views.blocks import actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def feedback_due(content: FeedbackDue, _reader: Reader, wording: Wording) -> Message:
    """The question once more, to be answered or declined."""
    partner = content.about.partner.name
    return Message.of(
        section(wording.markup("nudge-feedback-due", partner=partner, subject=content.question.about)),
        section(content.question.words),
        actions(
            button(wording.say("button-give-feedback"), ActionId.ANSWER_REQUEST, content.request_id, primary=True),
            button(wording.say("button-decline-request"), ActionId.DECLINE_REQUEST, content.request_id),
        ),
        context(wording.markup("nudge-feedback-due-next", partner=partner)),
    )


def feedback_follow_up(content: FeedbackFollowUp, _reader: Reader, wording: Wording) -> Message:
    """What came of it, to be told or left."""
    partner, id_ = content.about.partner.name, content.feedback_id
    return Message.of(
        section(wording.markup("nudge-feedback-follow-up", partner=partner)),
        section(content.said),
        actions(
            button(wording.say("button-follow-up"), ActionId.FOLLOW_UP_FEEDBACK, id_, primary=True),
            button(wording.say("button-leave-feedback"), ActionId.LEAVE_FEEDBACK, id_),
        ),
        context(wording.markup("nudge-feedback-follow-up-next", partner=partner)),
    )
