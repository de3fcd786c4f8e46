"""What opens behind "Add to calendar": the ways into somebody's calendar."""

from mentoring.notices import Reader
from mentoring.planning import CalendarEntry
from views.blocks import Block, View, context, section
from views.calendar import google_address, outlook_address
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import FormId
from views.markup import link
from views.wording import Wording, dates


def calendar_form(entry: CalendarEntry, wording: Wording, *, file_comes: bool) -> View:
    """Links to calendars that have an address; and, where one may be sent, that a file comes for all others."""
    reader = Reader(entry.time_zone, entry.locale)
    day, time = dates.day_of(entry.at, reader), dates.time_of(entry.at, reader)
    when = wording.markup("calendar-when", partner=entry.partner.name, day=day, time=time)
    return modal(
        Context(FormId.CALENDAR, session_id=entry.session_id),
        wording.say("calendar-title"),
        [section(when), *_ways(entry, wording), *_file(entry, wording, comes=file_comes)],
        close=wording.say("form-close"),
    )


def _ways(entry: CalendarEntry, wording: Wording) -> list[Block]:
    if entry.is_called_off:
        return [section(wording.markup("calendar-called-off"))]
    changed = [context(wording.markup("calendar-changed"))] if entry.revision > 1 else []
    return [
        section(
            wording.markup(
                "calendar-how",
                google=link(google_address(entry, wording), wording.say("calendar-google")),
                outlook=link(outlook_address(entry, wording), wording.say("calendar-outlook")),
            )
        ),
        *changed,
    ]


def _file(entry: CalendarEntry, wording: Wording, *, comes: bool) -> list[Block]:
    return [section(wording.markup("calendar-file", what=_what(entry)))] if comes else []


def file_comment(entry: CalendarEntry, wording: Wording) -> str:
    """What is said with the file."""
    reader = Reader(entry.time_zone, entry.locale)
    day, time = dates.day_of(entry.at, reader), dates.time_of(entry.at, reader)
    words = wording.markup("calendar-file-comment", what=_what(entry), partner=entry.partner.name, day=day, time=time)
    return str(words)


def _what(entry: CalendarEntry) -> str:
    return "remove" if entry.is_called_off else "add"
