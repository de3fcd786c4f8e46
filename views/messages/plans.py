"""Planned sessions, as they stand, and times that are proposed: to each of the two, or to both."""

from datetime import datetime

from mentoring.notices import Reader
from mentoring.planning import USUAL_MINUTES, GroupArranged, SessionArranged, SessionCalledOff, Standing, TimesOffered
from views.blocks import Block, Confirmation, actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.promises import bulleted
from views.wording import Wording, dates


def session_arranged(content: SessionArranged, reader: Reader, wording: Wording) -> Message:
    """When they meet, and what can be done about it; once something else holds, that it does."""
    partner, when = content.partner.name, _when(content.at, reader)
    if content.standing is not Standing.PLANNED:
        standing = content.standing.name.lower()
        return Message.of(section(wording.markup("arranged-no-longer", partner=partner, standing=standing, **when)))
    what, kind = "moved" if content.moved else "new", content.kind.name.lower()
    words = {"partner": partner, "what": what, "kind": kind, **when}
    return Message.of(
        section(wording.markup("arranged-mine" if content.by_me else "arranged-theirs", **words)),
        *_how_long(content.minutes, wording),
        context(wording.markup("arranged-next", partner=partner, whose="mine" if content.by_me else "theirs")),
        actions(*session_buttons(content.session_id, content.pair_id, partner, wording)),
    )


def group_arranged(content: GroupArranged, reader: Reader, wording: Wording) -> Message:
    """The same to both: when it is for each of them."""
    if content.standing is not Standing.PLANNED:
        standing = content.standing.name.lower()
        return Message.of(section(wording.markup("arranged-group-no-longer", standing=standing)))
    lines = [
        section(
            wording.markup("arranged-group-line", person=person.name, **_when(content.at, Reader(zone, reader.locale)))
        )
        for person, zone in content.people
    ]
    return Message.of(
        section(wording.markup("arranged-group", kind=content.kind.name.lower())),
        *lines,
        *_how_long(content.minutes, wording),
        context(wording.markup("arranged-group-next")),
        actions(*session_buttons(content.session_id, content.pair_id, None, wording)),
    )


def session_called_off(content: SessionCalledOff, reader: Reader, wording: Wording) -> Message:
    """It is cancelled, or was missed, and can be planned anew."""
    about = {
        "partner": content.partner.name,
        "whose": "mine" if content.by_me else "theirs",
        **_when(content.at, reader),
    }
    told = "partner" if content.tells_partner else "nobody"
    words = wording.markup("missed", **about) if content.missed else wording.markup("cancelled", told=told, **about)
    anew = (
        []
        if content.planned_anew
        else [
            button(wording.say("button-plan"), ActionId.OPEN_PLAN, content.pair_id, primary=True),
            button(wording.say("button-propose"), ActionId.PROPOSE_TIMES, content.pair_id),
        ]
    )
    remove = button(wording.say("button-off-my-calendar"), ActionId.ADD_TO_CALENDAR, content.session_id)
    buttons = anew if content.missed else [*anew, remove]
    return Message.of(
        section(words),
        section(wording.markup("called-off-planned" if content.planned_anew else "called-off-anew")),
        *([actions(*buttons)] if buttons else []),
    )


def times_offered(content: TimesOffered, reader: Reader, wording: Wording) -> Message:
    """Times that one proposes: to the other as buttons, to whoever proposed them as a list."""
    partner = content.partner.name
    if content.taken:
        when = _when(content.taken, reader)
        news = wording.markup("proposed-taken" if content.is_mine else "offered-taken", partner=partner, **when)
        return Message.of(section(news))
    if content.is_settled:
        words = wording.markup("proposed-settled" if content.is_mine else "offered-settled", partner=partner)
        return Message.of(section(words))
    times = [(time_id, wording.say("offered-time", **_shortly(at, reader))) for time_id, at in content.times]
    if content.is_mine:
        return Message.of(
            section(wording.markup("proposed", partner=partner)),
            *bulleted([words for _, words in times]),
            *_instead_of(content, reader, wording),
        )
    return Message.of(
        section(wording.markup("offered", partner=partner, kind=content.kind.name.lower())),
        *_how_long(content.minutes, wording),
        *_instead_of(content, reader, wording),
        # Beside each time its button: words of a button are no part of what a notification shows.
        *(section(words, button(wording.say("button-take-time"), ActionId.TAKE_TIME, id_)) for id_, words in times),
        actions(button(wording.say("button-no-time-fits"), ActionId.NO_TIME_FITS, content.offer_id)),
    )


def _instead_of(content: TimesOffered, reader: Reader, wording: Wording) -> list[Block]:
    """Who takes a time moves what is planned already, and is told so before."""
    if content.instead_of is None:
        return []
    whose = "mine" if content.is_mine else "partner"
    return [section(wording.markup("offered-instead", whose=whose, **_when(content.instead_of, reader)))]


def session_buttons(session_id: str, pair_id: str, partner: str | None, wording: Wording) -> list[Block]:
    """What can be done about a planned session; of two who read it together, none is named."""
    text = (
        wording.say("button-cancel-session.text", partner=partner)
        if partner
        else wording.say("button-cancel-session.text-together")
    )
    sure = Confirmation(
        wording.say("button-cancel-session.title"),
        text,
        wording.say("button-cancel-session.yes"),
        wording.say("button-cancel-session.no"),
    )
    return [
        button(wording.say("button-reschedule"), ActionId.RESCHEDULE, session_id),
        button(wording.say("button-add-to-agenda"), ActionId.ADD_TO_AGENDA, pair_id),
        button(wording.say("button-add-to-calendar"), ActionId.ADD_TO_CALENDAR, session_id),
        button(wording.say("button-cancel-session"), ActionId.CANCEL_SESSION, session_id, confirm=sure),
    ]


def _when(at: datetime, reader: Reader) -> dict[str, str]:
    return {"day": dates.day_of(at, reader), "time": dates.time_of(at, reader)}


def _shortly(at: datetime, reader: Reader) -> dict[str, str]:
    return {"day": dates.short_day_of(at, reader), "time": dates.time_of(at, reader)}


def _how_long(minutes: int, wording: Wording) -> list[Block]:
    """Told where it is not as long as usual."""
    return [] if minutes == USUAL_MINUTES else [context(wording.markup("arranged-minutes", count=minutes))]
