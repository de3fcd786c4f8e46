"""A session for somebody's calendar: a file that any calendar reads, and addresses at which some take it.

The file follows RFC 5545: of several with one UID a calendar keeps the one with the highest SEQUENCE. It tells nothing
but with whom and when.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from mentoring.planning import CalendarEntry
from views.wording import Wording

FILE_NAME = "session.ics"
_GOOGLE = "https://calendar.google.com/calendar/render"
_OUTLOOK = "https://outlook.office.com/calendar/0/deeplink/compose"


def calendar_file(entry: CalendarEntry, wording: Wording) -> bytes:
    """The session as an iCalendar file; of one that does not take place, a file that removes it."""
    # Half a second, which no start should have to wait.
    from icalendar import Calendar, Event

    event = Event()
    event.add("uid", f"{entry.session_id}@rapport")
    event.add("sequence", entry.revision)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.at.astimezone(UTC))
    event.add("dtend", _end(entry).astimezone(UTC))
    event.add("summary", _title(entry, wording))
    event.add("status", "CANCELLED" if entry.is_called_off else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Rapport//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if entry.is_called_off else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def google_address(entry: CalendarEntry, wording: Wording) -> str:
    """Where Google Calendar offers to add it."""
    dates = f"{_compact(entry.at)}/{_compact(_end(entry))}"
    return f"{_GOOGLE}?{urlencode({'action': 'TEMPLATE', 'text': _title(entry, wording), 'dates': dates})}"


def outlook_address(entry: CalendarEntry, wording: Wording) -> str:
    """Where Outlook offers to add it."""
    asked = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "subject": _title(entry, wording),
        "startdt": entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "enddt": _end(entry).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return f"{_OUTLOOK}?{urlencode(asked)}"


def _title(entry: CalendarEntry, wording: Wording) -> str:
    return wording.say("calendar-event", partner=entry.partner.name)


def _end(entry: CalendarEntry) -> datetime:
    return entry.at + timedelta(minutes=entry.minutes)


def _compact(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
