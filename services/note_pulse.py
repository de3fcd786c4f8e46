"""Somebody says, for themselves alone, whether a session was worth its hour: with one tap, and words if they like."""

from datetime import datetime

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.pulses import PulseDraft, PulseValues, Worth
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionState
from services.context import Services
from services.knowing import known_person, pair_of_session
from storage.intake import is_first_submit
from storage.models import Pair, Person, Pulse, Session
from storage.notices import redraw
from storage.pairs import find_pair
from storage.people import card
from storage.pulses import pulse_of, pulse_to_change
from storage.sessions import check_ins_of, find_session
from storage.transaction import Transaction

# What offers the taps: the writer's summary of a check-in, and what asked whether they met.
OFFERS_IT = (NoticeKind.CHECK_IN_SAVED, NoticeKind.AFTER_SESSION)


async def note_pulse(services: Services, actor: Actor, session_id: str, worth: Worth) -> None:
    """Keep a tap. The same tap twice changes nothing; another takes its place, and leaves the words.

    Raises:
        Refusal: The session is another pair's, or it did not take place.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person, pair, session = await _met(tx, actor, session_id)
        pulse = await pulse_to_change(tx, person.id, session.id)
        words = tx.unseal(pulse, "words") if pulse else None
        await _keep(tx, pulse or _new(now, person, pair, session), worth, words)
        await show_pulse(tx, now, person, session)

    await services.write(deed)


async def prepare_pulse(services: Services, actor: Actor, session_id: str) -> PulseDraft:
    """What the forms start with: what this person said themselves.

    Raises:
        Refusal: They have said nothing of this session.
    """

    async def look(tx: Transaction) -> PulseDraft:
        person = await known_person(tx, actor)
        found = await pulse_of(tx, person.id, session_id)
        if found is None:
            raise Refusal(Reason.WITHDRAWN)
        pulse, line = found
        return PulseDraft(card(person), line, pulse.revision, person.locale)

    return await services.read(look)


async def keep_pulse(services: Services, actor: Actor, values: PulseValues, form_id: str) -> None:
    """Keep a tap with its words, or without any. A second submit of one form changes nothing.

    Raises:
        Refusal: The session is another pair's, or it did not take place.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person, pair, session = await _met(tx, actor, values.session_id)
        pulse = await pulse_to_change(tx, person.id, session.id)
        words = (values.words or "").strip() or None
        await _keep(tx, pulse or _new(now, person, pair, session), values.worth, words)
        await show_pulse(tx, now, person, session)

    await services.write(deed)


async def show_pulse(tx: Transaction, now: datetime, person: Person, session: Session) -> None:
    """Draw again what offers somebody the taps: that they tapped, never what."""
    own = [check_in.id for check_in in await check_ins_of(tx, session) if check_in.author_id == person.id]
    await redraw(tx, [*own, session.id], OFFERS_IT, now, only_for=person.id)


async def _met(tx: Transaction, actor: Actor, session_id: str) -> tuple[Person, Pair, Session]:
    person = await known_person(tx, actor)
    pair = await find_pair(tx, person, await pair_of_session(tx, actor, session_id), lock=True)
    if pair is None:
        raise Refusal(Reason.NOT_YOURS)
    # Whatever changes a session holds its pair, so it is read only now.
    session = await find_session(tx, pair, session_id)
    if session is None or session.state != SessionState.HAPPENED:
        raise Refusal(Reason.WITHDRAWN)
    return person, pair, session


def _new(now: datetime, person: Person, pair: Pair, session: Session) -> Pulse:
    return Pulse(
        workspace_id=pair.workspace_id, pair_id=pair.id, session_id=session.id, author_id=person.id, revision=0,
        created_at=now,
    )  # fmt: skip


async def _keep(tx: Transaction, pulse: Pulse, worth: Worth, words: str | None) -> None:
    is_new = pulse.revision == 0
    if not is_new and (tx.unseal(pulse, "worth"), tx.unseal(pulse, "words")) == (worth.value, words):
        return
    tx.seal(pulse, "worth", worth.value)
    tx.seal(pulse, "words", words)
    pulse.revision += 1
    if is_new:
        tx.add(pulse)
    await tx.flush()
