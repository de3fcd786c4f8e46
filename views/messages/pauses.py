"""Pairs that rest, meet less often, go on or are completed."""

from collections.abc import Iterator
from datetime import datetime

from mentoring.going_on import PairCompleted, PairGoesOn
from mentoring.notices import Reader
from mentoring.pairs import Role
from mentoring.pausing import PairPaused, PairResumed
from mentoring.rhythms import RhythmChanged
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.pair_buttons import last_words
from views.wording import Wording, dates


def pair_paused(content: PairPaused, reader: Reader, wording: Wording) -> Message:
    """To both: until when, what happens meanwhile, and that either can resume."""
    partner, day = content.partner.name, dates.day(content.until, reader.locale)
    if content.is_over:
        over = section(wording.markup("paused-over", partner=partner))
        return Message.of(over, *_cancelled(content.cancelled, reader, wording))
    whose = "mine" if content.is_mine else "partner"
    return Message.of(
        section(wording.markup("paused-until", partner=partner, day=day, whose=whose)),
        *_cancelled(content.cancelled, reader, wording),
        *_kept(content.kept, reader, wording),
        section(wording.markup("paused-meanwhile")),
        actions(
            button(wording.say("button-resume"), ActionId.RESUME_PAIR, content.pair_id),
            button(wording.say("button-change-pause"), ActionId.OPEN_PAUSE, content.pair_id),
        ),
    )


def pair_resumed(content: PairResumed, reader: Reader, wording: Wording) -> Message:
    """To both: it goes on, and when they meet next, or how they find a time."""
    whose = "mine" if content.is_mine else "partner"
    news = section(wording.markup("resumed", partner=content.partner.name, whose=whose))
    if at := content.next_at:
        when = {"day": dates.day_of(at, reader), "time": dates.time_of(at, reader)}
        return Message.of(news, section(wording.markup("resumed-planned", **when)))
    return Message.of(
        news,
        section(wording.markup("resumed-unplanned")),
        actions(
            button(wording.say("button-plan"), ActionId.OPEN_PLAN, content.pair_id, primary=True),
            button(wording.say("button-propose"), ActionId.PROPOSE_TIMES, content.pair_id),
        ),
    )


def nothing_rests(wording: Wording) -> Message:
    """To somebody who would end a pause, and has none."""
    return Message.of(section(wording.markup("resume-nothing")))


def rhythm_changed(content: RhythmChanged, _reader: Reader, wording: Wording) -> Message:
    """To both: how often from now on, and a way to change it again."""
    rhythm = wording.say("rhythm-in-a-sentence", days=content.rhythm_days)
    whose = "mine" if content.is_mine else "partner"
    news = section(wording.markup("rhythm-changed", partner=content.partner.name, rhythm=rhythm, whose=whose))
    if not content.holds:
        return Message.of(news, section(wording.markup("changed-since")))
    change = button(wording.say("button-change-rhythm"), ActionId.MEET_LESS, content.pair_id)
    return Message.of(news, actions(change))


def pair_goes_on(content: PairGoesOn, reader: Reader, wording: Wording) -> Message:
    """To both: until when, and a way to say otherwise."""
    partner, day = content.partner.name, dates.day_and_year(content.ends_on, reader.locale)
    rhythm = wording.say("rhythm-in-a-sentence", days=content.rhythm_days)
    whose = "mine" if content.is_mine else "partner"
    news = section(wording.markup("goes-on", partner=partner, day=day, rhythm=rhythm, whose=whose))
    if not content.holds:
        return Message.of(news, section(wording.markup("changed-since")))
    return Message.of(
        news,
        *([] if content.is_mine else [section(wording.markup("goes-on-otherwise"))]),
        actions(
            button(wording.say("button-go-on-change"), ActionId.GO_ON, content.pair_id),
            button(wording.say("button-finish"), ActionId.FINISH_PAIR, content.pair_id),
        ),
    )


def pair_completed(content: PairCompleted, reader: Reader, wording: Wording) -> Message:
    """To both, kindly; to an organiser, that it was completed."""
    if content.role is None:
        return Message.of(
            section(wording.markup("completed-organiser", mentor=content.mentor.name, mentee=content.mentee.name))
        )
    partner = content.mentee if content.role is Role.MENTOR else content.mentor
    whose = "mine" if content.is_mine else "partner"
    return Message.of(
        section(wording.markup("completed", partner=partner.name, whose=whose)),
        *_cancelled((content.cancelled,) if content.cancelled else (), reader, wording),
        context(wording.markup("completed-next", partner=partner.name)),
        actions(*last_words(content.pair_id, partner.name, wording)),
        context(wording.markup("completed-kept")),
    )


def _cancelled(times: tuple[datetime, ...], reader: Reader, wording: Wording) -> Iterator[Block]:
    for at in times:
        day, time = dates.day_of(at, reader), dates.time_of(at, reader)
        yield section(wording.markup("ended-cancelled", day=day, time=time))


def _kept(times: tuple[datetime, ...], reader: Reader, wording: Wording) -> Iterator[Block]:
    for at in times:
        day, time = dates.day_of(at, reader), dates.time_of(at, reader)
        yield section(wording.markup("paused-kept", day=day, time=time))
