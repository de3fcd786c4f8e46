"""The next session, and one button for the likeliest next step."""

from mentoring.home import HomePicture, Step
from mentoring.notices import Reader
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.markup import Markup
from views.wording import Wording, dates


def next_step(picture: HomePicture, wording: Wording) -> list[Block]:
    """The next session, and what to do now; nothing for somebody whose pairs have not begun."""
    if not picture.pairs:
        return []
    blocks = [section(_next_session(picture, wording))] if picture.next_session else []
    question, likeliest = _likeliest(picture, wording)
    return [
        *blocks,
        section(question),
        actions(likeliest, button(wording.say("button-win"), ActionId.CELEBRATE)),
    ]


def _next_session(picture: HomePicture, wording: Wording) -> Markup:
    session = picture.next_session
    if session is None:
        return Markup()
    reader = Reader(picture.settings.time_zone, picture.locale)
    on, at = dates.day_of(session.planned_at, reader), dates.time_of(session.planned_at, reader)
    return wording.markup("home-next-session", partner=session.partner.name, day=on, time=at)


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
