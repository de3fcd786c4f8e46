"""The fixed words of everything that can be pressed, filled in or typed.

Slack sends them back for as long as a message or a form lives, so a word, once published, keeps its meaning.
"""

from enum import StrEnum


class Command(StrEnum):
    """Slash commands."""

    CHECK_IN = "/checkin"
    WIN = "/win"
    MENTORING = "/mentoring"


class Word(StrEnum):
    """What may follow `/mentoring`."""

    PAIR = "pair"
    PROGRAMME = "programme"
    REPORT = "report"
    PLAN = "plan"
    PROMISES = "promises"
    GOALS = "goals"
    AGREEMENT = "agreement"
    FEEDBACK = "feedback"
    REVIEW = "review"
    HORIZON = "horizon"
    JOURNAL = "journal"
    PAUSE = "pause"
    RESUME = "resume"
    SETTINGS = "settings"
    PRIVACY = "privacy"
    HELP = "help"


class ShortcutId(StrEnum):
    """Shortcuts: global ones, and those on a message."""

    LOG_CHECK_IN = "log_check_in"
    CELEBRATE_WIN = "celebrate_win"
    CELEBRATE_THIS = "celebrate_this"
    BRING_TO_SESSION = "bring_to_session"


class FormId(StrEnum):
    """The `callback_id` of a modal or of App Home."""

    CHECK_IN = "check_in"
    EDIT_CHECK_IN = "edit_check_in"
    WIN = "win"
    WIDEN_WIN = "widen_win"
    AGENDA = "agenda"
    CARD = "card"
    PULSE = "pulse"
    SHARE_PULSE = "share_pulse"
    PLAN = "plan"
    PROPOSE_TIMES = "propose_times"
    CALENDAR = "calendar"
    PAIR = "pair"
    END_PAIR = "end_pair"
    PAUSE = "pause"
    RHYTHM = "rhythm"
    TROUBLE = "trouble"
    TALK = "talk"
    GO_ON = "go_on"
    FINISH_PAIR = "finish_pair"
    PROGRAMME = "programme"
    PROMISES = "promises"
    PARTNER_PROMISES = "partner_promises"
    PROMISE_DATE = "promise_date"
    GOALS = "goals"
    AGREEMENT = "agreement"
    SHOWN_AGREEMENT = "shown_agreement"
    AGREEMENT_HISTORY = "agreement_history"
    FEEDBACK = "feedback"
    SHARED_GOALS = "shared_goals"
    REVISIT_GOALS = "revisit_goals"
    ASK_FEEDBACK = "ask_feedback"
    GIVE_FEEDBACK = "give_feedback"
    FEEDBACK_MEANING = "feedback_meaning"
    FEEDBACK_REPLY = "feedback_reply"
    FEEDBACK_FOLLOW_UP = "feedback_follow_up"
    HORIZON = "horizon"
    REVIEW = "review"
    SHARE_REVIEW = "share_review"
    REVIEWS = "reviews"
    THANK_YOU = "thank_you"
    SHARING = "sharing"
    STORY = "story"
    PAIRS = "pairs"
    PAIR_PAGE = "pair_page"
    SETTINGS = "settings"
    MESSAGE = "message"
    HOME = "home"


class ActionId(StrEnum):
    """Buttons, and the inputs that answer at once. The value of a button is one opaque id, or absent.

    Inputs that wait for a form's submit have their field's name as action id and are not listed here.
    """

    # In forms
    ADD_MORE = "add_more"
    OLDER_PROMISES = "older_promises"
    OLDER_PARTNER_PROMISES = "older_partner_promises"
    NEWER_PARTNER_PROMISES = "newer_partner_promises"
    OLDER_STORY = "older_story"
    NEWER_STORY = "newer_story"
    STORY_OF = "story_of"
    STORY_ONLY = "story_only"
    OLDER_VERSIONS = "older_versions"
    NEWER_VERSIONS = "newer_versions"
    OLDER_REVIEWS = "older_reviews"
    NEWER_REVIEWS = "newer_reviews"
    CHANGE_PAIR = "change_pair"
    ADD_GOAL = "add_goal"
    PROPOSE_INSTEAD = "propose_instead"
    PLAN_INSTEAD = "plan_instead"
    CARD_ABOUT = "card_about"  # value: what it is to be about
    ANOTHER_CARD = "another_card"
    CARD_ABOUT_ELSE = "card_about_else"

    # Value: a pair's id
    ACCEPT_PAIR = "accept_pair"
    DECLINE_PAIR = "decline_pair"
    END_PAIR = "end_pair"
    WITHDRAW_PROPOSAL = "withdraw_proposal"
    OPEN_PAUSE = "open_pause"
    RESUME_PAIR = "resume_pair"
    MEET_LESS = "meet_less"
    OPEN_TROUBLE = "open_trouble"
    SAY_NO_REPLY = "say_no_reply"
    ASK_TO_TALK = "ask_to_talk"
    READ_ADVICE = "read_advice"
    GO_ON = "go_on"
    GO_ON_LESS = "go_on_less"
    FINISH_PAIR = "finish_pair"
    LOG_CHECK_IN = "log_check_in"  # no value where the form is to ask which pair
    OPEN_PLAN = "open_plan"  # no value where the form is to ask which pair
    PROPOSE_TIMES = "propose_times"
    OPEN_GOALS = "open_goals"  # no value where the form is to ask which pair
    OPEN_STORY = "open_story"  # no value: of all pairs
    OPEN_PAIR = "open_pair"
    OPEN_AGREEMENT = "open_agreement"  # no value where the form is to ask which pair
    CHANGE_AGREEMENT = "change_agreement"
    AGREEMENT_HISTORY = "agreement_history"
    OPEN_FEEDBACK = "open_feedback"  # no value where the form is to ask which pair
    ASK_FEEDBACK = "ask_feedback"
    GIVE_FEEDBACK = "give_feedback"
    OPEN_HORIZON = "open_horizon"  # no value where the form is to ask which pair
    SHARE_GOALS = "share_goals"
    NEW_GOAL = "new_goal"
    REVISIT_GOALS = "revisit_goals"
    ADD_TO_AGENDA = "add_to_agenda"
    OPEN_CARD = "open_card"  # no value where the form is to ask which pair
    LIGHTER_SESSION = "lighter_session"

    REVIEW_HALF_WAY = "review_half_way"
    REVIEW_END = "review_end"
    REVIEW_ECHO = "review_echo"
    THANK_PARTNER = "thank_partner"

    # Value: a session's id
    LOG_PLANNED = "log_planned"
    ADD_MY_SIDE = "add_my_side"
    DID_NOT_MEET = "did_not_meet"
    STILL_DID_NOT_MEET = "still_did_not_meet"
    DID_MEET = "did_meet"
    RESCHEDULE = "reschedule"
    CANCEL_SESSION = "cancel_session"
    MISSED_SESSION = "missed_session"
    ADD_TO_CALENDAR = "add_to_calendar"
    PULSE_WELL = "pulse_well"
    PULSE_PARTLY = "pulse_partly"
    PULSE_HARDLY = "pulse_hardly"
    OPEN_PULSE = "open_pulse"
    SHARE_PULSE = "share_pulse"

    # Value: the id of a time that was proposed
    TAKE_TIME = "take_time"

    # Value: the id of an offer of times
    NO_TIME_FITS = "no_time_fits"

    # Value: a check-in's id
    EDIT_CHECK_IN = "edit_check_in"
    WITHDRAW_CHECK_IN = "withdraw_check_in"

    # Value: a goal's id
    CHANGE_GOAL = "change_goal"
    GOAL_REACHED = "goal_reached"
    KEEP_GOAL = "keep_goal"
    DROP_GOAL = "drop_goal"

    # Value: a promise's id
    ACCEPT_PROMISE = "accept_promise"
    REFUSE_PROMISE = "refuse_promise"
    PROMISE_DONE = "promise_done"
    PROMISE_DROPPED = "promise_dropped"
    OPEN_PROMISE_DATE = "open_promise_date"

    # Value: a notice's id
    NUDGE_MENU = "nudge_menu"  # each of its options has one, behind what is chosen
    KIND_ON_AGAIN = "kind_on_again"
    OPEN_SHARING = "open_sharing"
    ASK_HOW_IT_GOES = "ask_how_it_goes"
    WEEK_OFF = "week_off"
    WEEK_ON = "week_on"

    # Value: a win's id
    SHARE_WIN = "share_win"
    POST_WIN = "post_win"
    WIDEN_WIN = "widen_win"

    # Value: the id of a version of an agreement
    AGREE = "agree"
    WITHDRAW_AGREEMENT = "withdraw_agreement"
    STILL_RIGHT = "still_right"

    # Value: the id of a request for feedback
    ANSWER_REQUEST = "answer_request"
    ANSWER_LATER = "answer_later"
    DECLINE_REQUEST = "decline_request"

    # Value: the id of feedback
    FEEDBACK_FITS = "feedback_fits"
    FEEDBACK_NOT_FOR_ME = "feedback_not_for_me"
    FEEDBACK_THANKS = "feedback_thanks"
    ASK_MEANING = "ask_meaning"
    FOLLOW_UP_FEEDBACK = "follow_up_feedback"
    LEAVE_FEEDBACK = "leave_feedback"

    # Value: the id of a question what was meant by feedback
    REPLY_MEANING = "reply_meaning"

    # Value: the id of a card of a horizon check
    BRING_HORIZON_CARD = "bring_horizon_card"

    # Value: the id of a goal that was reached
    REVIEW_GOAL = "review_goal"

    # Value: the id of what somebody wrote when they looked back
    OPEN_REVIEW = "open_review"
    SHARE_REVIEW = "share_review"

    # Value: an agenda item's id
    TAKE_OFF_AGENDA = "take_off_agenda"

    # Value: a shout-out's id
    CONSENT_YES = "consent_yes"
    CONSENT_UNNAMED = "consent_unnamed"
    CONSENT_NO = "consent_no"

    # Value: the id of somebody's wish to join
    PAIR_FROM_WISH = "pair_from_wish"

    # No value
    CELEBRATE = "celebrate"
    OPEN_PROMISES = "open_promises"
    OPEN_PARTNER_PROMISES = "open_partner_promises"
    OPEN_PAIRS = "open_pairs"
    OPEN_WINS = "open_wins"
    OPEN_REVIEWS = "open_reviews"
    WOULD_MENTOR = "would_mentor"
    OPEN_SETTINGS = "open_settings"
    OPEN_PROGRAMME = "open_programme"
    OPEN_PAIR_FORM = "open_pair_form"
    SHOW_PRIVACY = "show_privacy"
    SHOW_REPORT = "show_report"
    WISH_TO_MENTOR = "wish_to_mentor"
    WISH_TO_BE_MENTORED = "wish_to_be_mentored"
    WISH_TO_MENTOR_NO_LONGER = "wish_to_mentor_no_longer"
    WISH_TO_BE_MENTORED_NO_LONGER = "wish_to_be_mentored_no_longer"


class NudgeChoice(StrEnum):
    """What the menu of a nudge offers; the value of each option is this, a space and a notice's id."""

    WHY = "why"
    LATER = "later"
    NO_MORE = "no_more"
