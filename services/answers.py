"""What somebody answered to a nudge. Called inside a deed's transaction."""

from collections.abc import Iterable
from datetime import datetime

from mentoring.notices import NoticeKind
from mentoring.nudge_contents import Outcome
from mentoring.nudges.kinds import ASK_TO_MEET, NudgeKind
from mentoring.nudges.wrap_up import ENDS
from mentoring.refusals import Reason, Refusal
from storage.models import Notice, Pair, Person
from storage.notices import redraw, redraw_posts
from storage.nudges import asked_or_put_off, asking, find_told
from storage.transaction import Transaction

# What a win may answer: between two sessions one about this pair, at the end and later on any.
ASKS_FOR_A_WIN = (NudgeKind.BETWEEN_SESSIONS, NudgeKind.WRAP_UP, NudgeKind.ECHO)


async def told_to(tx: Transaction, person: Person, notice_id: str) -> Notice:
    """A notice to this person.

    Raises:
        Refusal: It is somebody else's.
    """
    notice = await find_told(tx, person.id, notice_id)
    if notice is None:
        raise Refusal(Reason.NOT_YOURS)
    return notice


def is_over(notice: Notice) -> bool:
    """Whether it asks nothing any more."""
    return notice.answered_at is not None or notice.overtaken_at is not None


async def answer(tx: Transaction, now: datetime, notices: Iterable[Notice], outcome: Outcome) -> None:
    """Note what was answered, and have it shown."""
    posts = set()
    for notice in notices:
        tx.seal(notice, "answer", outcome.value)
        notice.answered_at, notice.waits_for_partner = now, False
        posts.add(notice.delivery_id)
    await tx.flush()
    await redraw_posts(tx, [id_ for id_ in posts if id_], now)


async def note_win(tx: Transaction, now: datetime, person: Person, pair_id: str | None) -> None:
    """Somebody celebrated a win: what asked them for one has its answer."""
    asked = [each for each in await asking(tx, (person.id,), ASKS_FOR_A_WIN) if _asks_for_win(each, pair_id)]
    await answer(tx, now, asked, Outcome.CELEBRATED)


async def note_plan(tx: Transaction, now: datetime, person: Person, pair_id: str) -> None:
    """Somebody planned a session or a coffee chat: what asked them for a word between two sessions has its answer."""
    asked = await asking(tx, (person.id,), (NudgeKind.BETWEEN_SESSIONS,))
    await answer(tx, now, [each for each in asked if each.pair_id == pair_id], Outcome.PLANNED)


async def note_offer(tx: Transaction, now: datetime, by: Person, partner: Person, pair_id: str) -> None:
    """Somebody proposed times: what asked the two to meet says so. The partner has yet to answer."""
    asked = [each for each in await asking(tx, (by.id, partner.id), ASK_TO_MEET) if each.pair_id == pair_id]
    for notice in asked:
        tx.seal(notice, "answer", Outcome.PROPOSED.value)
        if notice.receiver == by.id:
            notice.answered_at, notice.waits_for_partner = now, True
    await tx.flush()
    await redraw_posts(tx, [each.delivery_id for each in asked if each.delivery_id], now)


async def note_agenda(tx: Transaction, now: datetime, pair: Pair, by: Person | None = None) -> None:
    """What is on a pair's agenda has changed: what prepares the two for a session shows it.

    Where somebody brought something, what asked them for a word between two sessions has its answer.
    """
    shows = (NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE)
    asked = await asking(tx, (pair.mentor_id, pair.mentee_id), (*shows, NudgeKind.BETWEEN_SESSIONS))
    of_pair = [each for each in asked if each.pair_id == pair.id]
    await redraw_posts(tx, [each.delivery_id for each in of_pair if each.kind in shows and each.delivery_id], now)
    if by:
        theirs = [each for each in of_pair if each.kind not in shows and each.receiver == by.id]
        await answer(tx, now, theirs, Outcome.BROUGHT)


async def note_revisited(tx: Transaction, now: datetime, person: Person, pair: Pair) -> None:
    """Somebody has looked at a pair's goals: half-way they are asked no more, and their partner reads that they did.

    Nor are they asked later, if that is what they had said.
    """
    asked = await asked_or_put_off(tx, person.id, NudgeKind.GOAL, pair.id)
    if asked:
        for notice in asked:
            notice.snoozed_until = None
            # Their answer is theirs; that they looked, their partner reads.
            notice.facts = {**notice.facts, "revisited": True}
        await answer(tx, now, asked, Outcome.REVISITED)
        await redraw(tx, (pair.id,), (NoticeKind.GOAL,), now)


def _asks_for_win(notice: Notice, pair_id: str | None) -> bool:
    match NudgeKind(notice.kind):
        case NudgeKind.BETWEEN_SESSIONS:
            return notice.pair_id == pair_id
        case NudgeKind.WRAP_UP:
            return notice.facts.get("step") == ENDS
        case _:
            return True
