"""Either of a pair proposes an agreement, or changes what the other proposed or both agreed to."""

from dataclasses import replace
from datetime import datetime

from mentoring.agreements import AgreementDraft, AgreementState, AgreementValues, Terms, refusals_of_terms
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from services.agreements import tell_both, version_read_by
from services.context import Services
from services.knowing import known_person, lively_pair
from storage.agreements import Versions, seal_terms, terms_of, versions_of
from storage.intake import is_first_submit
from storage.models import Agreement, Pair, Person
from storage.notices import redraw
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def prepare_agreement(services: Services, actor: Actor, pair_id: str) -> AgreementDraft:
    """What the form starts with: what waits, or else what was agreed to, with the rhythm as it is.

    Raises:
        Refusal: It is not their pair, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> AgreementDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        versions = await versions_of(tx, pair.id)
        waiting, agreed = versions.waiting, versions.agreed
        return AgreementDraft(
            pair.id,
            card(partner),
            _standing_terms(tx, versions, pair),
            version_read_by(tx, versions, waiting, pair, person) if waiting else None,
            version_read_by(tx, versions, agreed, pair, person) if agreed else None,
            _seen(versions, pair),
        )

    return await services.read(look)


async def propose_agreement(services: Services, actor: Actor, values: AgreementValues, form_id: str) -> bool:
    """Have a new version wait for the partner; what was agreed to before holds until they agree.

    A second submit of the same form, or what stands there anyhow, changes nothing.

    Returns:
        Whether this proposes anything new.

    Raises:
        Refusals: The number of days is none; `CHANGED_MEANWHILE`: the partner has changed or settled something since.
        Refusal: It is not their pair, or it has not begun, or it has ended.
    """

    async def deed(tx: Transaction) -> bool:
        now = services.now()
        refuse(list(refusals_of_terms(values.terms)))
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, values.pair_id)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return True
        versions = await versions_of(tx, pair.id)
        if _seen(versions, pair) != values.seen:
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "rhythm")])
        if versions.standing and values.terms == _standing_terms(tx, versions, pair):
            return False
        await _propose(tx, pair, person, versions, values.terms, now)
        return True

    return await services.write(deed)


async def _propose(
    tx: Transaction, pair: Pair, person: Person, versions: Versions, terms: Terms, now: datetime
) -> None:
    superseded = versions.waiting
    before = versions.standing
    if superseded:
        superseded.state, superseded.settled_at = AgreementState.CHANGED.value, now
        if superseded.author_id == person.id:
            # What the other has not stood behind yet is no change of it: they read all that is new to them.
            before = versions.before(superseded)
        await redraw(tx, [superseded.id], [NoticeKind.AGREEMENT_PROPOSED], now)
    row = Agreement(
        workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, number=len(versions.rows) + 1,
        before=before.number if before else None, state=AgreementState.WAITING.value, rhythm_before=pair.rhythm_days,
        proposed_at=now, confirmations=0,
    )  # fmt: skip
    seal_terms(tx, row, terms)
    tx.add(row)
    # Whom it waits for is asked about it in time.
    pair.look_at = now
    await tx.flush()
    await tell_both(tx, now, NoticeKind.AGREEMENT_PROPOSED, row.id, pair, person)


def _standing_terms(tx: Transaction, versions: Versions, pair: Pair) -> Terms:
    """What waits, or else what was agreed to, with the rhythm as it is now."""
    if versions.standing is None:
        return Terms(pair.rhythm_days)
    terms = terms_of(tx, versions.standing, pair)
    return terms if versions.waiting else replace(terms, rhythm_days=pair.rhythm_days)


def _seen(versions: Versions, pair: Pair) -> str:
    """What tells how it stands from any other way: which version, what has become of it, and how often they meet."""
    row = versions.standing
    stands = f"{row.id} {row.state}" if row else "nothing"
    return f"{stands} {pair.rhythm_days}"
