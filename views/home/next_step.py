"""The next session, and one button for the likeliest next step."""

from mentoring.home import HomePicture, Step
from mentoring.notices import Reader
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.markup import Markup
from views.messages.plans import session_buttons
from views.wording import Wording, dates


def next_step(picture: HomePicture, wording: Wording) -> list[Block]:
    """The next session, and what to do now; nothing for somebody whose pairs have not begun."""
    if not picture.pairs:
        return []
    question, likeliest = _likeliest(picture, wording)
    return [
        *_next_session(picture, wording),
        section(question),
        actions(
            likeliest,
            *_plan(picture, wording),
            *_not_met(picture, wording),
            button(wording.say("button-win"), ActionId.CELEBRATE),
        ),
    ]


def _next_session(picture: HomePicture, wording: Wording) -> list[Block]:
    """When it is, and what can be done about it."""
    session = picture.next_session
    if session is None:
        return []
    reader = Reader(picture.settings.time_zone, picture.locale)
    on, at = dates.day_of(session.planned_at, reader), dates.time_of(session.planned_at, reader)
    return [
        section(wording.markup("home-next-session", partner=session.partner.name, day=on, time=at)),
        actions(*session_buttons(session.session_id, session.pair_id, session.partner.name, wording)),
    ]


def _plan(picture: HomePicture, wording: Wording) -> list[Block]:
    """To plan the next session, where there may be none; of several pairs the form asks which."""
    if len(picture.pairs) > 1:
        return [button(wording.say("button-plan-with"), ActionId.OPEN_PLAN)]
    if picture.next_session:
        return []
    return [button(wording.say("button-plan"), ActionId.OPEN_PLAN, picture.pairs[0].pair_id)]


def _not_met(picture: HomePicture, wording: Wording) -> list[Block]:
    """What else may have become of a session whose time has passed."""
    if picture.to_log is None:
        return []
    return [
        button(wording.say("button-moved"), ActionId.RESCHEDULE, picture.to_log.session_id),
        button(wording.say("button-did-not-meet"), ActionId.MISSED_SESSION, picture.to_log.session_id),
    ]


def _likeliest(picture: HomePicture, wording: Wording) -> tuple[Markup, Block]:
    reader = Reader(picture.settings.time_zone, picture.locale)
    only = picture.pairs[0] if len(picture.pairs) == 1 else None
    if picture.to_log:
        session = picture.to_log
        on, at = dates.day_of(session.planned_at, reader), dates.time_of(session.planned_at, reader)
        return (
            wording.markup("home-step-planned", partner=session.partner.name, day=on, time=at),
            button(wording.say("button-log-planned"), ActionId.LOG_PLANNED, session.session_id, primary=True),
        )
    if picture.to_add:
        day = dates.day(picture.to_add.happened_on, picture.locale)
        return (
            wording.markup("home-step-add", partner=picture.to_add.partner.name, day=day),
            button(wording.say("button-add-my-side"), ActionId.ADD_MY_SIDE, picture.to_add.session_id, primary=True),
        )
    words = wording.say("button-log-first" if picture.step is Step.LOG_FIRST else "button-check-in")
    question = wording.markup("home-step-first" if picture.step is Step.LOG_FIRST else "home-step-log")
    return question, button(words, ActionId.LOG_CHECK_IN, only.pair_id if only else None, primary=True)
