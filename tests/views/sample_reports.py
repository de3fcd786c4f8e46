"""What organisers read of a programme: in its first month, in its sixth, and as large as it gets; and once a week."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from mentoring.deliveries import Deliveries, Failures
from mentoring.home import PairLine
from mentoring.notices import Content
from mentoring.organising import OrganisersWeek
from mentoring.pairs import PairState
from mentoring.people import Person
from mentoring.reporting import FirstMeetings, MonthFigures, Report, Share
from tests.views.people import ANN, EXTREME, OLU, TOM, TYPICAL, Cast
from views.messages import Message
from views.messages.report import report_message
from views.wording import Wording

MONTHS = [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]


def all_reports(wording: Wording) -> Iterator[tuple[str, Message]]:
    """Every report, in words."""
    for name, each in (("", _typical()), ("-nothing-yet", _nothing_yet()), ("-small", _small()), ("-extreme", _big())):
        yield f"report{name}", report_message(each, wording)


def _typical() -> Report:
    months = [
        _month(on, 3 * number, 4 * number, 2 if number else 0, 9.5, 8 * number) for number, on in enumerate(MONTHS)
    ]
    first = FirstMeetings(Share(10, 12), 8.0)
    return Report("Mentoring 2026", tuple(months), first, Share(60, 120), "en-GB")


def _nothing_yet() -> Report:
    months = [_month(on, 0, 0, 0, None, 0) for on in MONTHS]
    return Report("Mentoring 2026", tuple(months), FirstMeetings(Share(0, 0), None), Share(0, 0))


def _small() -> Report:
    months = [_month(on, 0, 0, 0, None, 0) for on in MONTHS[:-1]]
    last = MonthFigures(MONTHS[-1], FirstMeetings(Share(1, 1), 1.0), Share(1, 1), Share(0, 1))
    return Report("Mentoring 2026", (*months, last), FirstMeetings(Share(1, 1), 1.0), Share(0, 1), "en-US")


def _big() -> Report:
    months = [_month(on, 99_999, 999_999, 999_999, 365.5, 999_999) for on in MONTHS]
    first = FirstMeetings(Share(999_999, 9_999_999), 365.5)
    return Report(EXTREME.words[:80], tuple(months), first, Share(999_999, 9_999_999), "en-GB")


def _month(begins: date, in_rhythm: int, under_way: int, met: int, days: float | None, nudges: int) -> MonthFigures:
    first = FirstMeetings(Share(met, met + 1 if met else 0), days if met else None)
    return MonthFigures(begins, first, Share(in_rhythm, under_way), Share(nudges // 2, nudges))


def weeks() -> Iterator[tuple[str, Content]]:
    """What an organiser is told on a Monday."""
    typical = _week(TYPICAL, 2)
    yield "organisers-week", typical
    yield "organisers-week-one", replace(typical, unanswered=(), deliveries=Deliveries(), stuck=typical.stuck[:1])
    yield "organisers-week-nothing", replace(typical, stuck=(), unanswered=(), deliveries=Deliveries(9))
    yield "organisers-week-off", replace(typical, is_on=False)
    yield "organisers-week-extreme", _week(EXTREME, 100)


def _week(cast: Cast, many: int) -> OrganisersWeek:
    asked = (date(2026, 2, 26), date(2026, 3, 5))
    met = replace(stuck(cast.me, cast.partner), sessions=4, last_met=date(2026, 2, 12), asked_on=asked)
    never = stuck(OLU, TOM)
    since = datetime(2026, 2, 20, 10, 0, tzinfo=UTC)
    proposed = PairLine("pair-3", cast.partner, ANN, PairState.PROPOSED, 0, None, (ANN, cast.partner), since)
    return OrganisersWeek(
        notice_id=7,
        programme="Mentoring 2026" if cast is TYPICAL else cast.words[:80],
        today=date(2026, 3, 9),
        stuck=(met, never) * (many // 2),
        unanswered=(replace(proposed, waits_for=(ANN,)), proposed) * (many // 2),
        deliveries=failing(many),
    )


def stuck(mentor: Person, mentee: Person) -> PairLine:
    """A pair that has not met yet, although it was asked three times."""
    asked = (date(2026, 2, 16), date(2026, 2, 20), date(2026, 3, 2))
    return PairLine("pair-1", mentor, mentee, PairState.ACTIVE, 0, None, asked_on=asked)


def failing(count: int) -> Deliveries:
    """Messages that could not be delivered, for every reason there is."""
    words = ("user_disabled", "user_not_found", "is_archived", "missing_scope", "invalid_blocks", "HTTP 503", "odd")
    return Deliveries(214, 1, count, tuple(Failures(word, count) for word in words))
