"""Nudges about a pair's rhythm, promises and end: what each asks while it asks, and its answers."""

from mentoring.notices import Reader
from mentoring.nudge_contents import (
    About,
    BetweenSessions,
    Echo,
    FirstMeeting,
    HaveNotMet,
    PromiseHalfWay,
    WrapUp,
)
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.pair_buttons import last_words
from views.wording import Wording, dates

# The first of them asks how to go on, the second says that the end has come.
ASKS = 1


def first_meeting(content: FirstMeeting, _reader: Reader, wording: Wording) -> Message:
    """They have not met yet: propose times, plan it, pause, or say that it is not a fit."""
    about = content.about
    return Message.of(
        section(wording.markup("nudge-first-meeting", step=about.step, partner=about.partner.name)),
        context(wording.markup("nudge-first-meeting-next", step=about.step, partner=about.partner.name)),
        actions(
            button(wording.say("nudge-button-propose"), ActionId.PROPOSE_TIMES, about.pair_id, primary=True),
            button(wording.say("nudge-button-plan"), ActionId.OPEN_PLAN, about.pair_id),
            button(wording.say("nudge-button-pause"), ActionId.OPEN_PAUSE, about.pair_id),
            button(wording.say("nudge-button-not-a-fit"), ActionId.END_PAIR, about.pair_id),
        ),
    )


def have_not_met(content: HaveNotMet, reader: Reader, wording: Wording) -> Message:
    """They have not met for a while: find a time, log a meeting, or have it otherwise."""
    about, partner = content.about, content.about.partner.name
    if content.last_met:
        day = dates.day(content.last_met, reader.locale)
        asks = wording.markup("nudge-have-not-met", step=about.step, partner=partner, day=day)
    else:
        asks = wording.markup("nudge-have-not-met-undated", partner=partner)
    return Message.of(
        section(asks),
        context(wording.markup("nudge-have-not-met-next", step=about.step)),
        actions(
            button(wording.say("nudge-button-propose"), ActionId.PROPOSE_TIMES, about.pair_id, primary=True),
            button(wording.say("nudge-button-plan"), ActionId.OPEN_PLAN, about.pair_id),
            button(wording.say("nudge-button-met"), ActionId.LOG_CHECK_IN, about.pair_id),
        ),
        actions(
            button(wording.say("nudge-button-less"), ActionId.MEET_LESS, about.pair_id),
            button(wording.say("nudge-button-busy"), ActionId.OPEN_PAUSE, about.pair_id),
            button(wording.say("nudge-button-trouble"), ActionId.OPEN_TROUBLE, about.pair_id),
        ),
    )


def promise(content: PromiseHalfWay, reader: Reader, wording: Wording) -> Message:
    """A promise is half-way to its date: done, a new date, or dropped."""
    about = content.about
    day = dates.day(content.due_on, reader.locale)
    return Message.of(
        section(wording.markup("nudge-promise", partner=about.partner.name, day=day)),
        section(content.words),
        context(wording.markup("nudge-promise-next", partner=about.partner.name)),
        actions(
            button(wording.say("nudge-button-done"), ActionId.PROMISE_DONE, content.promise_id, primary=True),
            button(wording.say("nudge-button-new-date"), ActionId.OPEN_PROMISE_DATE, content.promise_id),
            button(wording.say("nudge-button-drop"), ActionId.PROMISE_DROPPED, content.promise_id),
        ),
    )


def between_sessions(content: BetweenSessions, _reader: Reader, wording: Wording) -> Message:
    """A light prompt: share something, a win, ask how it went, plan a coffee."""
    about, notice = content.about, str(content.about.notice_id)
    return Message.of(
        section(wording.markup("nudge-between", partner=about.partner.name)),
        context(wording.markup("nudge-between-next", partner=about.partner.name)),
        actions(
            button(wording.say("nudge-button-share"), ActionId.OPEN_SHARING, notice, primary=True),
            button(wording.say("button-win"), ActionId.CELEBRATE),
            button(wording.say("nudge-button-ask"), ActionId.ASK_HOW_IT_GOES, notice),
            button(wording.say("nudge-button-agenda"), ActionId.ADD_TO_AGENDA, about.pair_id),
            button(wording.say("nudge-button-coffee"), ActionId.OPEN_PLAN, about.pair_id),
        ),
    )


def wrap_up(content: WrapUp, reader: Reader, wording: Wording) -> Message:
    """Before the end, how to go on; at the end, to look back and to thank."""
    about, partner = content.about, content.about.partner.name
    if about.step > ASKS:
        return Message.of(
            section(wording.markup("nudge-end", partner=partner)),
            context(wording.markup("nudge-end-next", partner=partner)),
            actions(*last_words(about.pair_id, partner, wording), _celebrate(wording)),
        )
    day = dates.day(content.ends_on, reader.locale)
    return Message.of(
        section(wording.markup("nudge-wrap-up", partner=partner, day=day)),
        context(wording.markup("nudge-wrap-up-next", partner=partner)),
        _ways_to_go_on(about, wording),
    )


def echo(content: Echo, _reader: Reader, wording: Wording) -> Message:
    """Months later: what came of it, in a form of one's own."""
    partner = content.about.partner.name
    return Message.of(
        section(wording.markup("nudge-echo", months=content.months, partner=partner)),
        context(wording.markup("nudge-echo-next", partner=partner)),
        actions(
            button(wording.say("button-reviews"), ActionId.REVIEW_ECHO, content.about.pair_id, primary=True),
            _celebrate(wording),
        ),
    )


def _ways_to_go_on(about: About, wording: Wording) -> Block:
    return actions(
        button(wording.say("nudge-button-go-on"), ActionId.GO_ON, about.pair_id, primary=True),
        button(wording.say("nudge-button-go-on-less"), ActionId.GO_ON_LESS, about.pair_id),
        button(wording.say("nudge-button-finish"), ActionId.FINISH_PAIR, about.pair_id),
    )


def _celebrate(wording: Wording) -> Block:
    return button(wording.say("button-win"), ActionId.CELEBRATE)
