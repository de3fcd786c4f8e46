"""The agreement of a pair: what one proposes, the other changes and both agree to; each change with who made it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.pairs import refusals_of_rhythm
from mentoring.people import Person
from mentoring.refusals import Refusal

# Of the history on one page.
VERSIONS_A_PAGE = 8


class AgreementState(StrEnum):
    """What has become of a version of an agreement. The value is stored."""

    WAITING = "waiting"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    AGREED = "agreed"
    REPLACED = "replaced"


# What holds, or is to hold once the other agrees.
STANDING = (AgreementState.WAITING, AgreementState.AGREED)


class Term(StrEnum):
    """What an agreement says in words. The value is a field of the form, of `Terms`, and a column."""

    CHANNEL = "channel"
    FOCUS = "focus"
    STAYS_OUT = "stays_out"
    CONFIDENTIALITY = "confidentiality"
    FEEDBACK = "feedback"
    BUSY = "busy"


@dataclass(frozen=True)
class Terms:
    """What an agreement says: how often, in days, and six things in words, each of which may be left out."""

    rhythm_days: int
    channel: str | None = None
    focus: str | None = None
    stays_out: str | None = None
    confidentiality: str | None = None
    feedback: str | None = None
    busy: str | None = None

    def words(self, term: Term) -> str | None:
        """What it says of one of them."""
        words: str | None = getattr(self, term.value)
        return words


@dataclass(frozen=True)
class Version:
    """An agreement as one of the two proposed it.

    Attributes:
        by_me: Whether the reader proposed it.
        before: What it changes; none: it is the first.
        on: When it was proposed, where the reader is.
        settled_on: When it was agreed to, changed or withdrawn.
        answers: What it changes was the other's proposal, not what both had agreed to.
    """

    id: str
    by_me: bool
    state: AgreementState
    terms: Terms
    before: Terms | None
    on: date
    settled_on: date | None = None
    answers: bool = False


@dataclass(frozen=True)
class Confirmed:
    """That one of them said that it is still right."""

    by_me: bool
    on: date


@dataclass(frozen=True)
class AgreementDraft:
    """What the form starts with.

    Attributes:
        terms: Those of the proposal that waits, or else those that were agreed to, with the rhythm as it is.
        waiting: The proposal that waits.
        agreed: What holds.
        seen: Tells how it stands from any other way.
        meanwhile: Of a form that comes back: what the agreement says by now.
    """

    pair_id: str
    partner: Person
    terms: Terms
    waiting: Version | None
    agreed: Version | None
    seen: str
    meanwhile: Terms | None = None


@dataclass(frozen=True)
class AgreementValues:
    """What was entered; `seen` as the form was opened with."""

    pair_id: str
    terms: Terms
    seen: str


@dataclass(frozen=True)
class AgreementPage:
    """How an agreement stands.

    Attributes:
        rhythm_days: How often the pair means to meet now, whatever was agreed.
        is_over: The pair has ended: it can be read, no more.
        may_confirm: It is some time ago that one of them said that it is right.
        has_history: Something has been proposed at some time.
        has_changed: It is not as the reader last saw it.
    """

    pair_id: str
    partner: Person
    rhythm_days: int
    waiting: Version | None
    agreed: Version | None
    confirmed: Confirmed | None
    is_over: bool
    may_confirm: bool = False
    has_history: bool = False
    has_changed: bool = False
    locale: str | None = None


@dataclass(frozen=True)
class AgreementHistory:
    """A page of all versions there were, the newest first. `skipped`: how many newer ones come before these."""

    pair_id: str
    partner: Person
    versions: tuple[Version, ...]
    skipped: int
    count: int
    locale: str | None = None

    @property
    def left(self) -> int:
        """How many older ones there are."""
        return self.count - self.skipped - len(self.versions)


@dataclass(frozen=True)
class AgreementProposed:
    """To both: a proposal, and what became of it. `rhythm_days`: how often the pair means to meet now."""

    pair_id: str
    partner: Person
    version: Version
    rhythm_days: int
    is_over: bool
    locale: str | None = None


@dataclass(frozen=True)
class AgreementMade:
    """To both: they agree. `rhythm_days`: how often they mean to meet from now on, where that is another rhythm."""

    pair_id: str
    partner: Person
    by_me: bool
    rhythm_days: int | None


@dataclass(frozen=True)
class AgreementConfirmed:
    """To the partner of whoever said that it is still right."""

    pair_id: str
    partner: Person


def changed_terms(version: Version) -> Iterator[Term]:
    """What a version says otherwise, in words, than what it changes."""
    if version.before:
        yield from (term for term in Term if version.terms.words(term) != version.before.words(term))


def changes_rhythm(version: Version) -> bool:
    """Whether it says otherwise how often they meet."""
    return version.before is not None and version.terms.rhythm_days != version.before.rhythm_days


def refusals_of_terms(terms: Terms) -> Iterator[Refusal]:
    """Say why an agreement cannot be proposed as it is."""
    yield from refusals_of_rhythm(terms.rhythm_days)
