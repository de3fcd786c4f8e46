"""The next session with its preparation, and one button for the likeliest next step."""

from dataclasses import replace

from mentoring.home import HomePicture, PlannedSession, Step
from mentoring.notices import Reader
from mentoring.promises import PromiseLine
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.markup import shorten
from views.messages.plans import session_buttons
from views.promises import LONGEST_LINE, bulleted, promise_words
from views.wording import Wording, dates


def next_step(picture: HomePicture, wording: Wording) -> list[Block]:
    """What to do now, and the next session; nothing for somebody whose pairs have not begun."""
    if not picture.pairs:
        return []
    if picture.to_log:
        return [*_to_log(picture, picture.to_log, wording), *_next_session(picture, wording, is_step=False)]
    if picture.to_add:
        day = dates.day(picture.to_add.happened_on, picture.locale)
        add = button(wording.say("button-add-my-side"), ActionId.ADD_MY_SIDE, picture.to_add.session_id, primary=True)
        question = wording.markup("home-step-add", partner=picture.to_add.partner.name, day=day)
        return [
            section(question),
            actions(add, *_always(picture, wording)),
            *_next_session(picture, wording, is_step=False),
        ]
    if picture.next_session:
        return [*_next_session(picture, wording, is_step=True), actions(*_always(picture, wording))]
    step = "rest" if picture.step is Step.REST else "first" if picture.step is Step.PLAN_FIRST else "next"
    return [section(wording.markup("home-step-plan", step=step)), actions(*_begin(picture, wording))]


def _to_log(picture: HomePicture, session: PlannedSession, wording: Wording) -> list[Block]:
    """A session whose time has passed: whether they met, or what else became of it."""
    return [
        section(wording.markup("home-step-planned", partner=session.partner.name, **_when(session, picture))),
        actions(
            button(wording.say("button-log-planned"), ActionId.LOG_PLANNED, session.session_id, primary=True),
            button(wording.say("button-moved"), ActionId.RESCHEDULE, session.session_id),
            button(wording.say("button-did-not-meet"), ActionId.MISSED_SESSION, session.session_id),
            *_always(picture, wording, with_log=False),
        ),
    ]


def _next_session(picture: HomePicture, wording: Wording, *, is_step: bool) -> list[Block]:
    """When it is, what there is to prepare it with, and what can be done about it."""
    session = picture.next_session
    if session is None:
        return []
    buttons = session_buttons(session.session_id, session.pair_id, session.partner.name, wording)
    prepare = button(wording.say("button-add-to-agenda"), ActionId.ADD_TO_AGENDA, session.pair_id, primary=is_step)
    others = [each for each in buttons if each["action_id"] != prepare["action_id"]]
    return [
        section(wording.markup("home-next-session", partner=session.partner.name, **_when(session, picture))),
        *_preparation(picture, wording),
        actions(prepare, *others),
    ]


def _preparation(picture: HomePicture, wording: Wording) -> list[Block]:
    """What is to be talked about, and for somebody with several pairs what was promised in this one."""
    there = picture.preparation
    # Of one pair, all of it follows below.
    if len(picture.pairs) == 1:
        return [] if there.agenda else [context(wording.markup("home-nothing-on-agenda"))]
    lines = [
        *(
            wording.say("home-prepare", what="agenda", words=shorten(each.words, LONGEST_LINE), partner="")
            for each in there.agenda
        ),
        *([wording.say("home-prepare-more", count=there.more_agenda)] if there.more_agenda else []),
        *(_promised("mine", each, picture, wording) for each in there.promises_mine),
        *(_promised("theirs", each, picture, wording) for each in there.promises_theirs),
    ]
    return bulleted(lines) if lines else [context(wording.markup("home-nothing-on-agenda"))]


def _promised(whose: str, promise: PromiseLine, picture: HomePicture, wording: Wording) -> str:
    short = replace(promise, words=shorten(promise.words, LONGEST_LINE))
    words = promise_words(short, picture.locale, wording, today=picture.now.date())
    partner = picture.next_session.partner.name if picture.next_session else ""
    return wording.say("home-prepare", what=whose, words=words, partner=partner)


def _begin(picture: HomePicture, wording: Wording) -> list[Block]:
    """To plan a session; of several pairs the form asks which."""
    only = picture.pairs[0] if len(picture.pairs) == 1 else None
    words = wording.say("button-plan-with")
    if only:
        words = wording.say("button-plan" if only.sessions else "button-plan-first")
    plan = button(words, ActionId.OPEN_PLAN, only.pair_id if only else None, primary=picture.step is not Step.REST)
    return [plan, *_always(picture, wording, with_plan=False)]


def _always(picture: HomePicture, wording: Wording, *, with_log: bool = True, with_plan: bool = True) -> list[Block]:
    """What can be done at any time: to log a session, to plan one where there are several pairs, to celebrate a win."""
    only = picture.pairs[0].pair_id if len(picture.pairs) == 1 else None
    log = wording.say("button-log-first" if picture.step is Step.PLAN_FIRST else "button-check-in")
    return [
        *([button(log, ActionId.LOG_CHECK_IN, only)] if with_log else []),
        *([] if only or not with_plan else [button(wording.say("button-plan-with"), ActionId.OPEN_PLAN)]),
        button(wording.say("button-win"), ActionId.CELEBRATE),
    ]


def _when(session: PlannedSession, picture: HomePicture) -> dict[str, str]:
    reader = Reader(picture.settings.time_zone, picture.locale)
    return {"day": dates.day_of(session.planned_at, reader), "time": dates.time_of(session.planned_at, reader)}
