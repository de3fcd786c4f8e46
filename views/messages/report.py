"""How a programme is doing, in figures: sentences, a chart and a table that say the same."""

from mentoring.reporting import FirstMeetings, MonthFigures, Report, Share
from views.blocks import context, section
from views.figures import Series, bar_chart, table
from views.markup import Markup
from views.messages.message import Message
from views.wording import Wording, dates


def report_message(report: Report, wording: Wording) -> Message:
    """To the organiser who asked, and to nobody else; every number has what it is a part of beside it."""
    return Message.of(
        section(wording.markup("report-title", programme=report.programme)),
        section(_today(report, wording)),
        *([] if not any(month.in_rhythm.of for month in report.months) else [_chart(report, wording)]),
        table([_heads(wording), *(_row(month, report, wording) for month in report.months)]),
        context(wording.markup("report-meaning")),
        context(wording.markup("report-reader")),
    )


def _today(report: Report, wording: Wording) -> Markup:
    rhythm, first, nudges = report.in_rhythm, report.first_meetings, report.nudges
    return Markup.lines(
        wording.markup("report-rhythm", count=rhythm.count, of=rhythm.of),
        wording.markup("report-first", count=first.met.count, of=first.met.of, days=_days(first)),
        wording.markup("report-nudges", count=nudges.count, of=nudges.of),
    )


def _chart(report: Report, wording: Wording) -> dict[str, object]:
    months = [dates.short_month(month.begins, report.locale) for month in report.months]
    in_rhythm = Series(wording.say("report-chart-rhythm"), [month.in_rhythm.count for month in report.months])
    under_way = Series(wording.say("report-chart-under-way"), [month.in_rhythm.of for month in report.months])
    return bar_chart(wording.say("report-chart"), months, [in_rhythm, under_way])


def _heads(wording: Wording) -> list[str]:
    return [wording.say(f"report-head-{head}") for head in ("month", "rhythm", "first", "nudges")]


def _row(month: MonthFigures, report: Report, wording: Wording) -> list[str]:
    name = dates.month(month.begins, report.locale)
    first = month.first_meetings
    met = _share(first.met, wording)
    return [
        wording.say("report-month-so-far", month=name) if month is report.months[-1] else name,
        _share(month.in_rhythm, wording),
        wording.say("report-cell-first", met=met, days=_days(first)) if first.met.count else met,
        _share(month.nudges, wording),
    ]


def _share(share: Share, wording: Wording) -> str:
    return wording.say("report-cell", count=share.count, of=share.of)


def _days(first: FirstMeetings) -> str | int:
    """Whole days as a number, so that words can agree with it; half a day as it reads."""
    days = first.median_days or 0
    return int(days) if days == int(days) else f"{days:.1f}"
