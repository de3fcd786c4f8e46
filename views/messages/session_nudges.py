"""Nudges about a planned session: what helps to prepare it, and how it went."""

from collections.abc import Sequence
from dataclasses import replace

from mentoring.home import AgendaLine
from mentoring.notices import Reader
from mentoring.nudge_contents import AfterSession, BeforeSession, HourBefore
from mentoring.pairs import Role
from mentoring.promises import PromiseLine
from views.blocks import Block, actions, button, context, section
from views.cards import both_ways_words, card_begin, card_question, struggle_words
from views.checkpoints import checkpoint_words
from views.ids import ActionId
from views.markup import shorten
from views.messages.message import Message
from views.promises import LONGEST_LINE, bulleted, promise_words
from views.wording import Wording, dates

# So many of each; all of them are in App Home.
MOST_LINES = 5


def before_session(content: BeforeSession, reader: Reader, wording: Wording) -> Message:
    """The working day before: what both promised, their list, a question, and to a mentor what they might share."""
    about, partner = content.about, content.about.partner.name
    kind, day = content.session_kind.name.lower(), dates.day_of(content.planned_at, reader)
    at = dates.time_of(content.planned_at, reader)
    blocks = [section(wording.markup("nudge-before", kind=kind, partner=partner, day=day, time=at))]
    blocks += _theirs(content, reader, wording)
    mine, theirs = wording.markup("nudge-before-mine"), wording.markup("nudge-before-partners", partner=partner)
    blocks += _promises(mine, content.promises_mine, content, reader, wording)
    blocks += _promises(theirs, content.promises_theirs, content, reader, wording)
    blocks += _checkpoints(content, reader, wording)
    blocks += _agenda(content, wording)
    blocks += _question(content, wording)
    return Message.of(
        *blocks,
        actions(
            button(wording.say("nudge-button-agenda"), ActionId.ADD_TO_AGENDA, about.pair_id),
            button(wording.say("nudge-button-card"), ActionId.OPEN_CARD, about.pair_id),
            button(wording.say("nudge-button-reschedule"), ActionId.RESCHEDULE, content.session_id),
            button(wording.say("nudge-button-cancel"), ActionId.CANCEL_SESSION, content.session_id),
        ),
    )


def hour_before(content: HourBefore, reader: Reader, wording: Wording) -> Message:
    """An hour before: when, with whom, and whether there is something on their list."""
    about = content.about
    kind, at = content.session_kind.name.lower(), dates.time_of(content.planned_at, reader)
    return Message.of(
        section(wording.markup("nudge-hour", kind=kind, time=at, partner=about.partner.name)),
        context(wording.markup("nudge-hour-agenda", count=content.on_agenda)),
        actions(
            button(wording.say("nudge-button-agenda"), ActionId.ADD_TO_AGENDA, about.pair_id),
            button(wording.say("nudge-button-reschedule"), ActionId.RESCHEDULE, content.session_id),
            button(wording.say("nudge-button-cancel"), ActionId.CANCEL_SESSION, content.session_id),
        ),
    )


def after_session(content: AfterSession, reader: Reader, wording: Wording) -> Message:
    """It is over: log it, or say that it moved or did not take place."""
    about = content.about
    kind, day = content.session_kind.name.lower(), dates.day_of(content.planned_at, reader)
    at = dates.time_of(content.planned_at, reader)
    return Message.of(
        section(wording.markup("nudge-after", kind=kind, partner=about.partner.name, day=day, time=at)),
        context(wording.markup("nudge-after-next")),
        actions(
            button(wording.say("nudge-button-yes"), ActionId.LOG_PLANNED, content.session_id, primary=True),
            button(wording.say("nudge-button-moved"), ActionId.RESCHEDULE, content.session_id),
            button(wording.say("nudge-button-missed"), ActionId.MISSED_SESSION, content.session_id),
        ),
    )


def _theirs(content: BeforeSession, reader: Reader, wording: Wording) -> list[Block]:
    if content.partner_zone is None:
        return []
    there = replace(reader, time_zone=content.partner_zone)
    day, at = dates.day_of(content.planned_at, there), dates.time_of(content.planned_at, there)
    return [context(wording.markup("nudge-before-theirs", partner=content.about.partner.name, day=day, time=at))]


def _promises(
    title: str, promises: Sequence[PromiseLine], content: BeforeSession, reader: Reader, wording: Wording
) -> list[Block]:
    if not promises:
        return []
    today = content.planned_at.date()
    lines = [
        promise_words(_in_short(promise), reader.locale, wording, today=today) for promise in promises[:MOST_LINES]
    ]
    return [context(title), *bulleted(lines), *_more(len(promises), wording)]


def _checkpoints(content: BeforeSession, reader: Reader, wording: Wording) -> list[Block]:
    if not content.checkpoints:
        return []
    lines = [checkpoint_words(each, reader.locale, wording) for each in content.checkpoints[:MOST_LINES]]
    left = len(content.checkpoints) - MOST_LINES
    more = [context(wording.markup("nudge-before-more-checkpoints", count=left))] if left > 0 else []
    return [context(wording.markup("nudge-before-checkpoints")), *bulleted(lines), *more]


def _in_short(promise: PromiseLine) -> PromiseLine:
    return replace(promise, words=shorten(promise.words, LONGEST_LINE))


def _agenda(content: BeforeSession, wording: Wording) -> list[Block]:
    if not content.agenda:
        return [section(wording.markup("nudge-before-empty"))]
    lines = [_item(each, content, wording) for each in content.agenda[:MOST_LINES]]
    return [context(wording.markup("nudge-before-agenda")), *bulleted(lines), *_more(len(content.agenda), wording)]


def _item(line: AgendaLine, content: BeforeSession, wording: Wording) -> str:
    partner = content.about.partner
    by = "both" if line.author is None else "partner" if line.author == partner else "me"
    return wording.say("nudge-before-item", words=shorten(line.words, LONGEST_LINE), by=by, partner=partner.name)


def _more(count: int, wording: Wording) -> list[Block]:
    return [context(wording.markup("nudge-before-more", count=count - MOST_LINES))] if count > MOST_LINES else []


def _question(content: BeforeSession, wording: Wording) -> list[Block]:
    """What to open with, the same for both; and what is for one of them."""
    about, card, partner = content.about, content.card, content.about.partner.name
    blocks = []
    if card:
        question, begin = card_question(card, wording), card_begin(card, wording)
        blocks.append(section(wording.markup("nudge-before-question", question=question)))
        blocks.append(context(wording.markup("nudge-before-begin", begin=begin, partner=partner)))
        if about.role is Role.MENTOR:
            blocks.append(section(struggle_words(card, partner, wording)))
    if content.both_ways:
        blocks.append(section(both_ways_words(about.role, partner, wording)))
    return blocks
