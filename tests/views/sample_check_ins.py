"""What is told of check-ins and of sessions in dispute, as tiny, typical and extreme as it gets."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, Dispute, PartnerCheckedIn, SessionDisputed
from mentoring.notices import Content
from mentoring.promises import PromiseLine, PromiseState
from mentoring.sessions import SessionKind
from tests.views.people import EXTREME, TYPICAL, Cast
from tests.views.sample_goals import STEPS
from tests.views.sample_pulses import ASKED, NOTED, SHARED

DAY = date(2026, 3, 3)
NEXT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)


def check_in_contents() -> Iterator[tuple[str, Content]]:
    yield "check-in-saved", saved(TYPICAL)
    yield "check-in-saved-extreme", saved(EXTREME)
    yield (
        "check-in-saved-tiny",
        CheckInSaved(
            "pair-1",
            "s-1",
            "c-1",
            TYPICAL.partner,
            DAY,
            SessionKind.COFFEE_CHAT,
            None,
            (),
            (),
            None,
            False,
            False,
            False,
        ),
    )
    yield "check-in-saved-both", replace(saved(TYPICAL), partner_logged=True)
    yield "check-in-saved-ticked", replace(saved(TYPICAL), ticked=STEPS)
    yield "check-in-news-ticked", replace(logged(TYPICAL, added_mine=False), ticked=STEPS)
    yield "check-in-saved-settled", replace(saved(TYPICAL), my_promises=_settled(), their_promises=_settled())
    yield "check-in-saved-pulse", replace(saved(TYPICAL), pulse=ASKED)
    yield "check-in-saved-pulse-coffee", replace(saved(TYPICAL), pulse=replace(ASKED, kind=SessionKind.COFFEE_CHAT))
    yield "check-in-saved-pulse-noted", replace(saved(TYPICAL), pulse=NOTED)
    yield "check-in-saved-lighter", replace(saved(TYPICAL), pulse=SHARED, weighs=True)
    yield "check-in-saved-disputed", replace(saved(TYPICAL), is_disputed=True)
    yield "check-in-withdrawn", CheckInWithdrawn(TYPICAL.partner, DAY, is_mine=True)
    yield "check-in-withdrawn-settled", CheckInWithdrawn(TYPICAL.partner, DAY, is_mine=True, was_asked=True)
    yield "partner-withdrew", CheckInWithdrawn(TYPICAL.partner, DAY, is_mine=False)
    yield from _disputes()
    yield "partner-checked-in", logged(TYPICAL, added_mine=False)
    yield "partner-checked-in-answered", logged(TYPICAL, added_mine=True)
    yield "partner-checked-in-settled", replace(logged(TYPICAL, added_mine=True), proposals=_settled())
    yield "partner-checked-in-extreme", logged(EXTREME, added_mine=False)
    yield (
        "partner-checked-in-tiny",
        PartnerCheckedIn("pair-1", "s-1", TYPICAL.partner, DAY, SessionKind.WRITTEN, None, (), (), None, False),
    )


def _settled() -> tuple[PromiseLine, ...]:
    """A promise in each state, with and without a date."""
    return tuple(
        PromiseLine(f"promise-{state.name}", "Send the reading list", state, due_on)
        for state in PromiseState
        for due_on in (None, date(2026, 3, 6))
    )


def _disputes() -> Iterator[tuple[str, Content]]:
    for upheld in (False, True):
        told = "-upheld" if upheld else ""
        asked = Dispute(upheld=upheld, denied_again=False)
        yield f"disputed{told}", SessionDisputed("s-1", "c-1", TYPICAL.partner, DAY, asked)
        yield f"denied{told}", replace(logged(TYPICAL, added_mine=False), dispute=asked)
        again = Dispute(upheld=upheld, denied_again=True)
        yield f"denied-again{told}", replace(logged(TYPICAL, added_mine=False), dispute=again)
    yield "disputed-resolved", SessionDisputed("s-1", "c-1", TYPICAL.partner, DAY, None)
    yield "disputed-extreme", SessionDisputed("s-1", "c-1", EXTREME.partner, DAY, Dispute(False, False))
    yield "denied-extreme", replace(logged(EXTREME, added_mine=False), dispute=Dispute(False, False))


def saved(cast: Cast) -> CheckInSaved:
    mine = promises(cast, PromiseState.OPEN)
    theirs = (*promises(cast, PromiseState.PROPOSED), *promises(cast, PromiseState.REFUSED))
    return CheckInSaved(
        "pair-1",
        "s-1",
        "c-1",
        cast.partner,
        DAY,
        SessionKind.SESSION,
        cast.words,
        mine,
        theirs,
        NEXT,
        keeps_private=True,
        partner_logged=False,
        is_disputed=False,
        next_id="session-2",
    )


def logged(cast: Cast, *, added_mine: bool) -> PartnerCheckedIn:
    proposals = promises(cast, PromiseState.PROPOSED)
    if added_mine:
        proposals = (*promises(cast, PromiseState.OPEN), *promises(cast, PromiseState.REFUSED))
    return PartnerCheckedIn(
        "pair-1",
        "s-1",
        cast.partner,
        DAY,
        SessionKind.SESSION,
        cast.words,
        promises(cast, PromiseState.OPEN),
        proposals,
        NEXT,
        added_mine=added_mine,
        next_id="session-2",
    )


def promises(cast: Cast, state: PromiseState) -> tuple[PromiseLine, ...]:
    words = cast.words if cast is EXTREME else "Send the reading list"
    return tuple(PromiseLine(f"promise-{n}", words, state) for n in range(min(cast.many, 20)))
