"""Somebody answers a nudge by its menu or by one tap; what a form or another flow answers is done there."""

from datetime import datetime

from mentoring.notices import NoticeKind
from mentoring.nudge_contents import Outcome
from mentoring.nudges.diary import Diary
from mentoring.nudges.kinds import OF_SESSIONS, NudgeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.answers import answer, is_over, told_to
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import hours_of, tell, today_of
from storage.models import Notice, Person, Programme
from storage.notices import redraw_posts
from storage.nudges import nudges_beside
from storage.pairs import look_at_pairs_of, partner_of
from storage.programmes import first_programme
from storage.transaction import Transaction

# In working days: "a few".
LATER_BY = 3


async def ask_later(services: Services, actor: Actor, notice_id: str) -> None:
    """Not now: what a message asks may come again in a few working days, but for what is about a session.

    Raises:
        Refusal: It was sent to somebody else, or, `TOO_LATE`, it is settled.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        # Whatever changes what a pair is told holds the pair first.
        await look_at_pairs_of(tx, person, now)
        notice = await told_to(tx, person, notice_id)
        programme = await first_programme(tx, person.workspace_id)
        again = Diary(hours_of(person, programme)).working_days_after(today_of(person, now), LATER_BY)
        later = [each for each in await _asking_beside(tx, notice) if NudgeKind(each.kind) not in OF_SESSIONS]
        for each in later:
            each.snoozed_until = again
        await answer(tx, now, later, Outcome.SNOOZED)

    await services.write(deed)


async def turn_kind_off(services: Services, actor: Actor, notice_id: str) -> None:
    """No more nudges of this one's kind; it can be taken back in the message. Doing so twice changes nothing.

    Raises:
        Refusal: It was sent to somebody else.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person, notice = await _about_kinds(tx, actor, notice_id, now)
        person.kinds_off = sorted({*person.kinds_off, notice.kind})
        same = [
            each
            for each in await nudges_beside(tx, notice, lock=True)
            if each.kind == notice.kind and not is_over(each)
        ]
        await answer(tx, now, same, Outcome.TURNED_OFF)

    await services.write(deed)


async def turn_kind_on(services: Services, actor: Actor, notice_id: str) -> None:
    """Nudges of this one's kind after all; what the message asked, it asks again. Doing so twice changes nothing.

    Raises:
        Refusal: It was sent to somebody else.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person, notice = await _about_kinds(tx, actor, notice_id, now)
        person.kinds_off = [kind for kind in person.kinds_off if kind != notice.kind]
        for each in await nudges_beside(tx, notice, lock=True):
            if each.kind == notice.kind and tx.unseal(each, "answer") in (Outcome.TURNED_OFF, None):
                # Whether events have overtaken it, the rules say anew.
                each.answer = each.answered_at = each.overtaken_at = None
        await tx.flush()
        await redraw_posts(tx, [notice.delivery_id or 0], now)

    await services.write(deed)


async def ask_how_it_goes(services: Services, actor: Actor, notice_id: str) -> None:
    """Between two sessions, have the partner asked how it has been going.

    Raises:
        Refusal: It was sent to somebody else, or the pair has ended, or, `TOO_LATE`, it is settled.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        notice = await told_to(tx, person, notice_id)
        pair = await lively_pair(tx, person, notice.pair_id or "")
        await tx.refresh(notice)
        if notice.kind != NudgeKind.BETWEEN_SESSIONS or is_over(notice):
            raise Refusal(Reason.TOO_LATE)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        programme = await tx.get_one(Programme, pair.programme_id)
        await tell(
            tx, now, NoticeKind.HOW_IT_GOES, pair.id, partner, programme, occurrence=notice.occurrence, pair_id=pair.id
        )
        await answer(tx, now, [notice], Outcome.ASKED)

    await services.write(deed)


async def _about_kinds(tx: Transaction, actor: Actor, notice_id: str, now: datetime) -> tuple[Person, Notice]:
    person = await known_person(tx, actor)
    await look_at_pairs_of(tx, person, now)
    # Not so tightly that whoever writes a row which points at this person would have to wait.
    await tx.refresh(person, with_for_update={"key_share": True})
    return person, await told_to(tx, person, notice_id)


async def _asking_beside(tx: Transaction, notice: Notice) -> list[Notice]:
    found = [each for each in await nudges_beside(tx, notice, lock=True) if not is_over(each)]
    if not found:
        raise Refusal(Reason.TOO_LATE)
    return found
