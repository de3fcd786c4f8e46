"""What a version of an agreement says otherwise than the one before."""

from dataclasses import replace
from datetime import date

import pytest

from mentoring.agreements import AgreementState, Term, Terms, Version, changed_terms, changes_rhythm, refusals_of_terms
from mentoring.refusals import Reason

BEFORE = Terms(14, focus="Talks", busy="We say so")
FIRST = Version("v", by_me=True, state=AgreementState.WAITING, terms=BEFORE, before=None, on=date(2026, 3, 2))


def test_only_what_is_otherwise_is_a_change() -> None:
    terms = replace(BEFORE, focus="Talks, and saying no", busy=None, stays_out="Pay")
    version = replace(FIRST, terms=terms, before=BEFORE)
    assert list(changed_terms(version)) == [Term.FOCUS, Term.STAYS_OUT, Term.BUSY]
    assert not changes_rhythm(version)
    assert changes_rhythm(replace(version, terms=replace(terms, rhythm_days=7)))
    assert list(changed_terms(FIRST)) == []
    assert not changes_rhythm(FIRST)


@pytest.mark.parametrize(("days", "is_one"), [(0, False), (1, True), (180, True), (181, False)])
def test_a_rhythm_has_to_be_one(days: int, *, is_one: bool) -> None:
    reasons = [refusal.reason for refusal in refusals_of_terms(Terms(days))]
    assert reasons == ([] if is_one else [Reason.BAD_RHYTHM])
