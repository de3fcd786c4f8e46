"""Posts for the celebrations channel: asking everyone named, agreeing, posting. Called inside a deed's transaction."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from mentoring.consent import ANSWERS_WITHIN, CHANNEL_WITHIN, Answer, ShoutOutState, is_agreed
from mentoring.hours import next_open
from mentoring.notices import NoticeKind
from mentoring.people import Celebrations
from services.telling import hours_of, tell
from storage.models import Consent, Person, Programme, ShoutOut, Win
from storage.notices import Receiver, forget_failed, redraw
from storage.putting import Telling, put_notices
from storage.transaction import Transaction


async def ask_for_win(
    tx: Transaction, now: datetime, programme: Programme, win: Win, named: Collection[Person], author: Person
) -> None:
    """Ask everyone whom a win names; its author agreed by writing it. Nobody else named: it is agreed."""
    answers = {person.id: Answer.YES if person.id == author.id else None for person in (author, *named)}
    await _ask(tx, now, programme, ShoutOut(win_id=win.id), (author, *named), answers)


async def ask_for_milestone(
    tx: Transaction, now: datetime, programme: Programme, milestone_id: str, pair: Sequence[Person]
) -> None:
    """Ask a pair about a milestone of theirs, as each of them set it. If one wants none, nobody is asked."""
    if answers := _wishes(pair):
        await _ask(tx, now, programme, ShoutOut(milestone_id=milestone_id), pair, answers)


async def ask_for_milestones(
    tx: Transaction, now: datetime, reached: Iterable[tuple[Programme, str, Sequence[Person]]]
) -> None:
    """The same about many milestones, each with its programme and its pair, in as many statements as about one."""
    shout_outs, consents, tellings = [], [], []
    for programme, milestone_id, pair in reached:
        if not (answers := _wishes(pair)):
            continue
        shout_out = ShoutOut(
            workspace_id=programme.workspace_id, programme_id=programme.id, milestone_id=milestone_id,
            state=ShoutOutState.ASKING, asked_at=now,
        )  # fmt: skip
        asked = [
            Telling(
                NoticeKind.CONSENT_ASKED, Receiver(person.workspace_id, person_id=person.id), shout_out.id,
                next_open(now, hours_of(person, programme)),
            )
            for person in pair
            if answers[person.id] is None and not person.deactivated
        ]  # fmt: skip
        shout_out.waits_until = max([now, *(each.not_before for each in asked)]) + ANSWERS_WITHIN
        if is_agreed(tuple(answers.values())):
            agree(now, shout_out)
        shout_outs.append(shout_out)
        consents += [_consent(shout_out, person, answers[person.id], now) for person in pair]
        tellings += asked
    # Each before what points at it: no relationship tells SQLAlchemy their order.
    for rows in (shout_outs, consents):
        tx.add_all(rows)
        await tx.flush()
    await put_notices(tx, tellings, now)


def _wishes(pair: Sequence[Person]) -> dict[str, Answer | None]:
    """What each of a pair says of all their milestones, or None for whoever is to be asked; empty: one wants none."""
    wishes = {person.id: Celebrations(person.celebrations) for person in pair}
    if Celebrations.NEVER in wishes.values():
        return {}
    return {id_: Answer.YES if wish is Celebrations.ALWAYS else None for id_, wish in wishes.items()}


def _consent(shout_out: ShoutOut, person: Person, answer: Answer | None, now: datetime) -> Consent:
    return Consent(
        workspace_id=shout_out.workspace_id, shout_out_id=shout_out.id, person_id=person.id, answer=answer,
        answered_at=now if answer else None,
    )  # fmt: skip


async def _ask(
    tx: Transaction,
    now: datetime,
    programme: Programme,
    shout_out: ShoutOut,
    people: Sequence[Person],
    answers: dict[str, Answer | None],
) -> None:
    shout_out.workspace_id = programme.workspace_id
    shout_out.programme_id = programme.id
    shout_out.state = ShoutOutState.ASKING
    shout_out.asked_at = now
    people = list({person.id: person for person in people}.values())
    asked_at = [now]
    for person in people:
        if answers[person.id] is None:
            asked_at += filter(None, [await tell(tx, now, NoticeKind.CONSENT_ASKED, shout_out.id, person, programme)])
    # Over a long weekend nobody would have been asked yet.
    shout_out.waits_until = max(asked_at) + ANSWERS_WITHIN
    if is_agreed(tuple(answers.values())):
        agree(now, shout_out)
    tx.add(shout_out)
    # Written before the rows that point at it: no relationship tells SQLAlchemy their order.
    await tx.flush()
    for person in people:
        tx.add(_consent(shout_out, person, answers[person.id], now))
    await tx.flush()


def agree(now: datetime, shout_out: ShoutOut) -> None:
    """Everyone agreed: it goes to the channel with the next settling, or waits for one."""
    shout_out.state = ShoutOutState.AGREED
    shout_out.waits_until = now + CHANNEL_WITHIN


async def place_refused_anew(tx: Transaction, programme: Programme) -> None:
    """What one channel refused, or had nowhere to go, goes to the channel that the programme has now."""
    agreed = select(ShoutOut.id).where(
        ShoutOut.programme_id == programme.id, ShoutOut.state == ShoutOutState.AGREED.value
    )
    if programme.channel:
        await forget_failed(tx, NoticeKind.SHOUT_OUT, (await tx.scalars(agreed)).all())


async def consents_to(tx: Transaction, shout_out_id: str) -> Sequence[Consent]:
    """What everyone named in a post said, or has not said yet."""
    query = select(Consent).where(Consent.shout_out_id == shout_out_id).order_by(Consent.person_id)
    return (await tx.scalars(query)).all()


async def redraw_shout_out(tx: Transaction, now: datetime, *shout_outs: ShoutOut) -> None:
    """Bring the questions about posts, and their authors' receipts, up to date."""
    subjects = [id_ for each in shout_outs for id_ in (each.id, each.win_id) if id_]
    await redraw(tx, subjects, (NoticeKind.CONSENT_ASKED, NoticeKind.WIN_SAVED), now)


async def give_up(tx: Transaction, now: datetime, shout_outs: Collection[ShoutOut]) -> set[str]:
    """What was waited for did not come: it is not posted, and the author of a win is told so, without a why.

    Returns:
        The ids of all whom these posts name: what their homes show has changed. To be marked last, with all others, so
        that two deeds do not wait for each other.
    """
    for shout_out in shout_outs:
        shout_out.state = ShoutOutState.NOT_POSTED
    await redraw_shout_out(tx, now, *shout_outs)
    for shout_out in shout_outs:
        if shout_out.win_id:
            win = await tx.get_one(Win, shout_out.win_id)
            author = await tx.get_one(Person, win.author_id)
            programme = await tx.get_one(Programme, shout_out.programme_id)
            await tell(tx, now, NoticeKind.NOT_POSTED, shout_out.id, author, programme)
    return await named_in(tx, shout_outs)


async def named_in(tx: Transaction, shout_outs: Collection[ShoutOut]) -> set[str]:
    """The ids of all whom posts name, their authors among them."""
    named = select(Consent.person_id).where(Consent.shout_out_id.in_([each.id for each in shout_outs]))
    return set(await tx.scalars(named)) if shout_outs else set()
