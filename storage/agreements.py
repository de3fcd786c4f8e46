"""The agreement of a pair, as it is stored: all versions that one of the two proposed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from mentoring.agreements import AgreementState, Term, Terms
from storage.models import Agreement, Pair
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
VERSIONS = select(Agreement).where(Agreement.pair_id == bindparam("pair")).order_by(Agreement.number)


@dataclass(frozen=True)
class Versions:
    """All versions of a pair's agreement, the first one first."""

    rows: Sequence[Agreement]

    @property
    def waiting(self) -> Agreement | None:
        """The one that waits for the other's answer."""
        return self._in(AgreementState.WAITING)

    @property
    def agreed(self) -> Agreement | None:
        """The one that holds."""
        return self._in(AgreementState.AGREED)

    @property
    def standing(self) -> Agreement | None:
        """What a change begins with."""
        return self.waiting or self.agreed

    def before(self, row: Agreement) -> Agreement | None:
        """What a version changes."""
        return next((each for each in self.rows if each.number == row.before), None)

    def _in(self, state: AgreementState) -> Agreement | None:
        return next((row for row in self.rows if row.state == state), None)


async def versions_of(tx: Transaction, pair_id: str) -> Versions:
    """All versions of a pair's agreement."""
    return Versions((await tx.scalars(VERSIONS, {"pair": pair_id})).all())


async def pairs_that_agreed(tx: Transaction, pair_ids: Collection[str]) -> set[str]:
    """The ids of those of some pairs that agreed on something."""
    agreed = Agreement.pair_id.in_(pair_ids), Agreement.state == AgreementState.AGREED.value
    return set(await tx.scalars(select(Agreement.pair_id).where(*agreed)))


def terms_of(tx: Transaction, row: Agreement, pair: Pair) -> Terms:
    """What a version says. One that waits and leaves the rhythm as it is follows it."""
    return Terms(_rhythm(row, pair), **{term.value: tx.unseal(row, term.value) for term in Term})


def terms_before(tx: Transaction, row: Agreement, before: Agreement, pair: Pair) -> Terms:
    """What the version said that this one changes; how often they met is as it was when this was proposed."""
    is_proposal = before.state not in (AgreementState.AGREED, AgreementState.REPLACED)
    rhythm = before.rhythm_days if is_proposal else row.rhythm_before
    if rhythm == row.rhythm_days:
        rhythm = _rhythm(row, pair)
    return Terms(rhythm, **{term.value: tx.unseal(before, term.value) for term in Term})


def seal_terms(tx: Transaction, row: Agreement, terms: Terms) -> None:
    """Put what somebody proposes into its version."""
    row.rhythm_days = terms.rhythm_days
    for term in Term:
        tx.seal(row, term.value, terms.words(term))


def _rhythm(row: Agreement, pair: Pair) -> int:
    follows = row.state == AgreementState.WAITING and row.rhythm_days == row.rhythm_before
    return pair.rhythm_days if follows else row.rhythm_days
