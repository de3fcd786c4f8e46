"""What both of a pair changed while one of them had the form open: both values, above the field."""

from mentoring.notices import Reader
from mentoring.sessions import CheckInDraft, SessionKind
from views.blocks import Block, section
from views.wording import Wording, dates


def clash_of_day(draft: CheckInDraft, wording: Wording) -> list[Block]:
    """The day on which they met."""
    mine, theirs = draft.happened_on, draft.seen.on
    if "happened_on" not in draft.clashes or mine is None or theirs is None:
        return []
    return [_both(dates.day(mine, draft.locale), dates.day(theirs, draft.locale), draft, wording)]


def clash_of_next(draft: CheckInDraft, wording: Wording) -> list[Block]:
    """When they meet next, in the time of whoever fills in the form."""
    mine, theirs = draft.next_at, draft.seen.next_at
    if "next_at" not in draft.clashes or mine is None or theirs is None:
        return []
    reader = Reader(draft.time_zone, draft.locale)
    chose, planned = (
        wording.say("checkin-clash-instant", day=dates.day_of(at, reader), time=dates.time_of(at, reader))
        for at in (mine, theirs)
    )
    return [_both(chose, planned, draft, wording)]


def clash_of_kind(draft: CheckInDraft, wording: Wording) -> list[Block]:
    """What kind of meeting it was."""
    theirs = draft.seen.kind
    if "kind" not in draft.clashes or theirs is None:
        return []
    return [_both(_kind(draft.kind, wording), _kind(theirs, wording), draft, wording)]


def _both(mine: str, theirs: str, draft: CheckInDraft, wording: Wording) -> Block:
    return section(wording.markup("checkin-clash", partner=draft.pair.partner.name, mine=mine, theirs=theirs))


def _kind(kind: SessionKind, wording: Wording) -> str:
    return wording.say("session-kind", kind=kind.name.lower())
