"""The file and the addresses of a session for a calendar, read as a calendar reads them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar, Event

from mentoring.people import Person
from mentoring.planning import CalendarEntry
from tests.views.people import EXTREME, TOM
from views.calendar import calendar_file, google_address, outlook_address
from views.wording import Wording

AT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
ENTRY = CalendarEntry("session-1", TOM, AT, 45, 1, AT - timedelta(days=9), is_called_off=False)


def read(entry: CalendarEntry, wording: Wording) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(calendar_file(entry, wording))
    assert isinstance(calendar, Calendar)
    [event] = calendar.events
    return calendar, event


def test_a_file_says_with_whom_and_when_and_nothing_else(wording: Wording) -> None:
    calendar, event = read(ENTRY, wording)
    assert (calendar["method"], calendar["version"]) == ("PUBLISH", "2.0")
    assert event["summary"] == "Mentoring session with Tom Reid"
    assert (event.start, event.end) == (AT, AT + timedelta(minutes=45))
    assert (event["uid"], event["sequence"], event["status"]) == ("session-1@rapport", 1, "CONFIRMED")
    assert AT - timedelta(days=9) == event.DTSTAMP
    assert set(event) == {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"}


def test_a_newer_file_changes_the_same_entry_and_the_last_removes_it(wording: Wording) -> None:
    _, before = read(ENTRY, wording)
    _, moved = read(replace(ENTRY, at=AT + timedelta(hours=1), revision=2), wording)
    calendar, off = read(replace(ENTRY, revision=3, is_called_off=True), wording)
    assert before["uid"] == moved["uid"] == off["uid"]
    assert [each["sequence"] for each in (before, moved, off)] == [1, 2, 3]
    assert (calendar["method"], off["status"]) == ("CANCEL", "CANCELLED")


def test_a_name_is_a_name_whatever_is_in_it(wording: Wording) -> None:
    name = "Ann; Ben, \\ \nBEGIN:VEVENT\r\nX: 山田花子"
    _, event = read(replace(ENTRY, partner=Person("ann", "U0ANN", name)), wording)
    assert str(event["summary"]).replace("\r\n", "\n") == f"Mentoring session with {name}".replace("\r\n", "\n")
    long = calendar_file(replace(ENTRY, partner=EXTREME.partner), wording)
    assert max(map(len, long.split(b"\r\n"))) <= 75


def test_addresses_hold_the_same(wording: Wording) -> None:
    google = parse_qs(urlsplit(google_address(ENTRY, wording)).query)
    assert google == {
        "action": ["TEMPLATE"],
        "text": ["Mentoring session with Tom Reid"],
        "dates": ["20260317T153000Z/20260317T161500Z"],
    }
    outlook = parse_qs(urlsplit(outlook_address(ENTRY, wording)).query)
    assert (outlook["subject"], outlook["startdt"], outlook["enddt"]) == (
        ["Mentoring session with Tom Reid"],
        ["2026-03-17T15:30:00Z"],
        ["2026-03-17T16:15:00Z"],
    )
