"""Planned sessions and proposed times, in every way that they can read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from mentoring.notices import Content
from mentoring.planning import (
    CalendarEntry,
    GroupArranged,
    PlanDraft,
    SessionArranged,
    SessionCalledOff,
    Standing,
    TimesOffered,
)
from mentoring.sessions import Seen, SessionKind
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.calendar import calendar_form
from views.forms.plan import plan_form
from views.forms.propose import propose_form
from views.wording import Wording

NEXT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
TIMES = (NEXT, NEXT + timedelta(hours=23), NEXT + timedelta(hours=48))


def plan_contents() -> Iterator[tuple[str, Content]]:
    """What is told of planned sessions."""
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        arranged = _arranged(cast)
        yield f"arranged{size}", arranged
        yield f"arranged-theirs{size}", replace(arranged, by_me=False, minutes=45)
        people = ((cast.me, "Asia/Kolkata"), (cast.partner, "America/New_York"))
        group = GroupArranged("session-1", "pair-1", people, NEXT, 60, SessionKind.SESSION)
        yield f"arranged-group{size}", group
        yield f"cancelled{size}", SessionCalledOff("session-1", "pair-1", cast.partner, NEXT, True, False)
        yield f"offered{size}", _offered(cast)
    arranged = _arranged(TYPICAL)
    yield "arranged-moved", replace(arranged, moved=True)
    yield "arranged-theirs-moved", replace(arranged, moved=True, by_me=False)
    yield "arranged-coffee", replace(arranged, kind=SessionKind.COFFEE_CHAT, minutes=25)
    yield "arranged-theirs-written", replace(arranged, kind=SessionKind.WRITTEN, by_me=False)
    for standing in (Standing.CHANGED, Standing.CALLED_OFF, Standing.OVER):
        yield f"arranged-{standing.name.lower()}", replace(arranged, standing=standing)
    group = GroupArranged("session-1", "pair-1", (), NEXT, 60, SessionKind.SESSION, Standing.CHANGED)
    yield "arranged-group-changed", group
    theirs = SessionCalledOff("session-1", "pair-1", TYPICAL.partner, NEXT, by_me=False, missed=False)
    yield "cancelled-theirs", theirs
    yield "cancelled-unheard", replace(theirs, by_me=True, tells_partner=False)
    yield "cancelled-theirs-planned", replace(theirs, planned_anew=True)
    yield "missed", replace(theirs, by_me=True, missed=True)
    yield "missed-theirs", replace(theirs, missed=True)
    yield "missed-theirs-planned", replace(theirs, missed=True, planned_anew=True)
    for is_mine, name in ((True, "proposed"), (False, "offered")):
        offered = replace(_offered(TYPICAL), is_mine=is_mine)
        if is_mine:
            yield name, offered
        yield f"{name}-instead", replace(offered, instead_of=NEXT)
        yield f"{name}-taken", replace(offered, taken=NEXT, is_settled=True)
        yield f"{name}-settled", replace(offered, is_settled=True)


def plan_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """The forms that plan a session, and what opens for a calendar."""
    for cast, size in ((TYPICAL, ""), (EXTREME, "-extreme")):
        draft = plan_draft(cast)
        yield f"form-plan{size}", plan_form(draft, wording)
        yield f"form-propose{size}", propose_form(draft, wording)
        entry = CalendarEntry("session-1", cast.partner, NEXT, 60, 2, NEXT - timedelta(days=9), is_called_off=False)
        yield f"form-calendar{size}", calendar_form(entry, wording, file_comes=True)
    draft = plan_draft(TYPICAL)
    yield "form-plan-edges", plan_form(replace(draft, suits=False), wording)
    yield "form-plan-tiny", plan_form(replace(draft, times=(), pairs=draft.pairs[:1]), wording)
    theirs = replace(draft, offer_id="offer-1", offered=TIMES)
    yield "form-propose-in-their-place", propose_form(theirs, wording)
    yield "form-propose-clash", propose_form(replace(theirs, clashes=frozenset({"time_1"})), wording)
    yield "form-propose-tiny", propose_form(replace(draft, times=TIMES[:1], partner_zone="Europe/London"), wording)
    moving = replace(draft, session_id="session-1", planned_at=NEXT, seen=Seen(NEXT), times=TIMES[1:])
    yield "form-plan-move", plan_form(moving, wording)
    yield "form-plan-passed", plan_form(replace(moving, has_passed=True), wording)
    clash = replace(moving, chosen=TIMES[2], clashes=frozenset({"at"}))
    yield "form-plan-clash", plan_form(clash, wording)
    other = Seen(NEXT, kind=SessionKind.COFFEE_CHAT, minutes=30)
    kind = replace(moving, chosen=NEXT, clashes=frozenset({"kind", "minutes"}), seen=other, minutes=90)
    yield "form-plan-clash-kind", plan_form(kind, wording)
    gone = replace(clash, chosen=NEXT + timedelta(days=9), planned_at=None)
    yield "form-plan-clash-gone", plan_form(gone, wording)
    entry = CalendarEntry("session-1", TYPICAL.partner, NEXT, 60, 1, NEXT - timedelta(days=9), is_called_off=False)
    yield "form-calendar-links", calendar_form(entry, wording, file_comes=False)
    off = replace(entry, is_called_off=True, revision=2)
    yield "form-calendar-called-off", calendar_form(off, wording, file_comes=True)


def plan_draft(cast: Cast) -> PlanDraft:
    pairs = tuple(cast.pair(f"pair-{n}") for n in range(1, cast.many + 1))
    return PlanDraft(pairs, pairs[0], "Europe/London", "America/New_York", "en-GB", TIMES)


def _arranged(cast: Cast) -> SessionArranged:
    return SessionArranged("session-1", "pair-1", cast.partner, NEXT, 60, SessionKind.SESSION, by_me=True)


def _offered(cast: Cast) -> TimesOffered:
    times = tuple((f"time-{n}", at) for n, at in enumerate(TIMES, start=1))
    return TimesOffered("offer-1", cast.partner, times, SessionKind.SESSION, 60, is_mine=False)
