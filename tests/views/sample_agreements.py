"""An agreement in every way that it can read: the form, how it stands, how it came about, and what is told of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mentoring.agreements import (
    VERSIONS_A_PAGE,
    AgreementConfirmed,
    AgreementDraft,
    AgreementHistory,
    AgreementMade,
    AgreementPage,
    AgreementProposed,
    AgreementState,
    Confirmed,
    Terms,
    Version,
)
from mentoring.notices import Content
from tests.views.people import EXTREME, TYPICAL
from views.agreements import LONGEST
from views.blocks import View
from views.forms.agreement import agreement_form
from views.forms.agreement_page import agreement_history, agreement_page
from views.wording import Wording

DAY, LATER = date(2026, 3, 4), date(2026, 3, 9)
TERMS = Terms(
    14,
    channel="By message, with an answer within two days",
    focus="Speaking up in meetings",
    confidentiality="What we tell each other stays between us, unless we both say otherwise.",
    busy="We say so, and meet for half an hour",
)
OTHER = replace(TERMS, rhythm_days=7, focus="Speaking up in meetings, and saying no", stays_out="Pay", busy=None)
FIRST = Version("a-1", by_me=False, state=AgreementState.WAITING, terms=TERMS, before=None, on=DAY)
CHANGE = Version("a-2", by_me=False, state=AgreementState.WAITING, terms=OTHER, before=TERMS, on=LATER)
HOLDS = replace(FIRST, state=AgreementState.AGREED, settled_on=LATER)
_LONG = EXTREME.words[:LONGEST]
LONG = Terms(45, _LONG, _LONG, _LONG, _LONG, _LONG, _LONG)
_LONG_BEFORE = Terms(14, *(_LONG[1:],) * 6)
LONGEST_CHANGE = Version(
    "0" * 32, by_me=False, state=AgreementState.WAITING, terms=LONG, before=_LONG_BEFORE, on=LATER, answers=True
)


def agreement_contents() -> Iterator[tuple[str, Content]]:
    """What is told of it."""
    for name, version in (("new", FIRST), ("answer", replace(CHANGE, answers=True)), ("change", CHANGE)):
        for by_me, to in ((True, "-mine"), (False, "")):
            yield f"agreement-proposed-{name}{to}", _proposed(replace(version, by_me=by_me))
    for state in AgreementState:
        if state is not AgreementState.WAITING:
            for by_me, to in ((True, "-mine"), (False, "")):
                became = replace(CHANGE, state=state, by_me=by_me, settled_on=LATER)
                yield f"agreement-became-{state.value}{to}", _proposed(became)
    yield "agreement-became-over", replace(_proposed(FIRST), is_over=True)
    yield "agreement-proposed-extreme", AgreementProposed("0" * 32, EXTREME.partner, LONGEST_CHANGE, 45, is_over=False)
    for by_me, to in ((True, "-mine"), (False, "")):
        yield f"agreement-made{to}", AgreementMade("pair-1", TYPICAL.partner, by_me, None)
    yield "agreement-made-rhythm", AgreementMade("pair-1", TYPICAL.partner, by_me=False, rhythm_days=7)
    yield "agreement-made-extreme", AgreementMade("0" * 32, EXTREME.partner, by_me=True, rhythm_days=45)
    yield "agreement-still-right", AgreementConfirmed("pair-1", TYPICAL.partner)
    yield "agreement-still-right-extreme", AgreementConfirmed("0" * 32, EXTREME.partner)


def agreement_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """The form, the page and the history."""
    new = AgreementDraft("pair-1", TYPICAL.partner, Terms(14), None, None, "nothing 14")
    yield "form-agreement-new", agreement_form(new, wording)
    mine = replace(FIRST, by_me=True)
    yield "form-agreement-mine", agreement_form(replace(new, terms=TERMS, waiting=mine), wording)
    yield "form-agreement-theirs", agreement_form(replace(new, terms=TERMS, waiting=FIRST), wording)
    yield "form-agreement-agreed", agreement_form(replace(new, terms=TERMS, agreed=HOLDS), wording)
    clash = replace(new, terms=OTHER, agreed=HOLDS, meanwhile=TERMS)
    yield "form-agreement-clash", agreement_form(clash, wording)
    most = AgreementDraft("0" * 32, EXTREME.partner, LONG, LONGEST_CHANGE, None, f"{'0' * 32} waiting 180", LONG)
    yield "form-agreement-extreme", agreement_form(most, wording)
    for name, page in _pages():
        yield f"form-agreement-page-{name}", agreement_page(page, wording)
    for name, history in _histories():
        yield f"form-agreement-history{name}", agreement_history(history, wording)


def _pages() -> Iterator[tuple[str, AgreementPage]]:
    bare = AgreementPage("pair-1", TYPICAL.partner, 14, None, None, None, is_over=False, locale="en-GB")
    mine = replace(FIRST, by_me=True)
    yield "nothing", bare
    yield "over-nothing", replace(bare, is_over=True)
    yield "over", replace(bare, agreed=HOLDS, is_over=True, has_history=True)
    yield "over-never-agreed", replace(bare, waiting=mine, is_over=True, has_history=True)
    yield "over-while-one-waits", replace(bare, waiting=CHANGE, agreed=HOLDS, is_over=True, has_history=True)
    yield "mine", replace(bare, waiting=mine, has_history=True)
    yield "theirs", replace(bare, waiting=FIRST, has_history=True)
    answer = replace(CHANGE, answers=True)
    yield "change-of-mine", replace(bare, waiting=answer, has_history=True, has_changed=True)
    yield "my-change-of-theirs", replace(bare, waiting=replace(answer, by_me=True), has_history=True)
    yield "change-of-agreed", replace(bare, waiting=CHANGE, agreed=HOLDS, has_history=True)
    yield "my-change-of-agreed", replace(bare, waiting=replace(CHANGE, by_me=True), agreed=HOLDS, has_history=True)
    yield "agreed", replace(bare, agreed=HOLDS, may_confirm=True, has_history=True)
    for by_me, by in ((True, "me"), (False, "partner")):
        confirmed = Confirmed(by_me, LATER)
        yield f"confirmed-by-{by}", replace(bare, agreed=HOLDS, confirmed=confirmed, has_history=True)
    yield "rhythm-since", replace(bare, rhythm_days=30, agreed=HOLDS, may_confirm=True, has_history=True)
    extreme = AgreementPage(
        "0" * 32, EXTREME.partner, 180, LONGEST_CHANGE, replace(HOLDS, terms=LONG), None, is_over=False,
        has_history=True, has_changed=True,
    )  # fmt: skip
    yield "extreme", extreme


def _histories() -> Iterator[tuple[str, AgreementHistory]]:
    told = tuple(
        replace(version, state=state, settled_on=None if state is AgreementState.WAITING else LATER, by_me=by_me)
        for version, state in zip([FIRST, CHANGE, CHANGE, CHANGE, CHANGE], AgreementState, strict=True)
        for by_me in (True, False)
    )
    yield "", AgreementHistory("pair-1", TYPICAL.partner, told[:2], 0, 2, "en-GB")
    yield "-states", AgreementHistory("pair-1", TYPICAL.partner, told[2:], VERSIONS_A_PAGE, 40, "en-GB")
    most = (LONGEST_CHANGE,) * VERSIONS_A_PAGE
    yield "-extreme", AgreementHistory("0" * 32, EXTREME.partner, most, VERSIONS_A_PAGE, 100)


def _proposed(version: Version) -> AgreementProposed:
    return AgreementProposed("pair-1", TYPICAL.partner, version, 14, is_over=False, locale="en-GB")
