"""A pair in a line, for its organiser: that it met, when it was asked, until when it rests; never what was said."""

from datetime import date

from mentoring.home import PairLine
from views.markup import Markup
from views.wording import Wording, dates
from views.wording.lists import listed


def course_of(line: PairLine, wording: Wording, locale: str | None, today: date) -> Markup:
    """How a pair goes that is under way. What came of a question is for those who were asked: only its day is told."""
    mentor, mentee = line.mentor.name, line.mentee.name
    if line.paused_until:
        until = dates.day(line.paused_until, locale, today=today)
        return wording.markup("board-pair-paused", mentor=mentor, mentee=mentee, day=until)
    if line.last_met is None:
        met = wording.markup("board-pair-not-met", mentor=mentor, mentee=mentee)
    else:
        day = dates.day(line.last_met, locale, today=today)
        met = wording.markup("board-pair-met", mentor=mentor, mentee=mentee, count=line.sessions, day=day)
    if not line.asked_on:
        return met
    days = listed(dates.day_and_month(day, locale) for day in line.asked_on)
    return wording.markup("board-pair-asked", met=met, days=days)
