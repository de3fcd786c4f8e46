"""Milestones of a pair, noticed and taken back as what is recorded changes. Called inside a deed's transaction."""

from collections.abc import Mapping, Sequence, Set
from datetime import datetime

from sqlalchemy import bindparam, select

from mentoring.consent import ShoutOutState
from mentoring.milestones import MilestoneKind, reached_by_sessions, reached_by_time
from mentoring.notices import NoticeKind
from mentoring.nudges.snapshot import Snapshot
from services.shout_outs import ask_for_milestone, ask_for_milestones
from storage.inserts import insert_each_once, insert_once
from storage.lists import is_any
from storage.models import Milestone, Pair, Person, Programme, ShoutOut, new_id
from storage.notices import Receiver, may_be_out, redraw, take_back
from storage.sessions import sessions_and_milestones
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
NOTED = select(Milestone.pair_id, Milestone.kind).where(
    Milestone.pair_id.in_(bindparam("pairs", expanding=True)),
    is_any(Milestone.kind, (MilestoneKind.HALF_WAY, MilestoneKind.YEAR, MilestoneKind.GRADUATION)),
)
BY_SESSIONS = (MilestoneKind.FIRST_SESSION.value, MilestoneKind.SESSIONS.value)


async def notice_milestones(
    tx: Transaction, now: datetime, pair: Pair, programme: Programme, people: Sequence[Person]
) -> None:
    """Note what a pair has reached, each once for ever, and ask both whether it may be celebrated."""
    await note_milestones(tx, now, pair, programme, people, *await sessions_and_milestones(tx, pair))


async def note_milestones(
    tx: Transaction,
    now: datetime,
    pair: Pair,
    programme: Programme,
    people: Sequence[Person],
    sessions: int,
    noted: Set[tuple[str, str]],
) -> None:
    """The same of a pair that has met so often; `noted` are kind and subject of each that it has."""
    for reached in reached_by_sessions(sessions):
        if (reached.kind, reached.subject) in noted:
            continue
        milestone_id = await insert_once(
            tx, Milestone, id=new_id(), workspace_id=pair.workspace_id, pair_id=pair.id, kind=reached.kind.value,
            subject=reached.subject, reached_at=now,
        )  # fmt: skip
        if milestone_id:
            await ask_for_milestone(tx, now, programme, milestone_id, people)


async def celebrate_goals(
    tx: Transaction, now: datetime, pair: Pair, programme: Programme, goals: Sequence[str], people: Sequence[Person]
) -> None:
    """Note that a pair has reached goals, by their ids, each once for ever, and ask both as about any milestone."""
    for goal_id in goals:
        milestone_id = await insert_once(
            tx, Milestone, id=new_id(), workspace_id=pair.workspace_id, pair_id=pair.id,
            kind=MilestoneKind.GOAL.value, subject=goal_id, reached_at=now,
        )  # fmt: skip
        if milestone_id:
            await ask_for_milestone(tx, now, programme, milestone_id, people)


async def notice_what_time_brings(
    tx: Transaction, now: datetime, pairs: Sequence[Pair], seen: Mapping[str, Snapshot]
) -> set[str]:
    """Note what time has brought some pairs, which are held, each once for ever, and ask as about any milestone.

    Args:
        tx: The transaction.
        now: The instant.
        pairs: The pairs.
        seen: How they stand, by their ids.

    Returns:
        The ids of all in the pairs that have reached something, for what their homes show has changed.
    """
    reached = {(pair.id, each.kind.value): pair for pair in pairs for each in reached_by_time(seen[pair.id], now)}
    if not reached:
        return set()
    for pair_id, kind in await tx.execute(NOTED, {"pairs": list({pair_id for pair_id, _ in reached})}):
        reached.pop((pair_id, kind), None)
    if not reached:
        return set()
    rows = [
        {
            "id": new_id(), "workspace_id": pair.workspace_id, "pair_id": pair.id, "kind": kind, "subject": "",
            "reached_at": now,
        }
        for (_, kind), pair in reached.items()
    ]  # fmt: skip
    new = await insert_each_once(tx, Milestone, rows, Milestone.id, Milestone.pair_id)
    of = {pair.id: pair for pair in reached.values()}
    both = {id_ for pair in of.values() for id_ in (pair.mentor_id, pair.mentee_id)}
    people = {each.id: each for each in await tx.scalars(select(Person).where(Person.id.in_(both)))}
    theirs = {pair.programme_id for pair in of.values()}
    programmes = {each.id: each for each in await tx.scalars(select(Programme).where(Programme.id.in_(theirs)))}
    asked = [
        (programmes[of[pair_id].programme_id], id_, [people[of[pair_id].mentor_id], people[of[pair_id].mentee_id]])
        for id_, pair_id in new
    ]
    await ask_for_milestones(tx, now, asked)
    return both


async def take_back_milestones(tx: Transaction, now: datetime, pair: Pair) -> None:
    """Take back what a pair has not reached after all; what was posted, or settled not to be, stays for ever."""
    sessions, _ = await sessions_and_milestones(tx, pair)
    still = {(each.kind.value, each.subject) for each in reached_by_sessions(sessions)}
    query = select(Milestone).where(Milestone.pair_id == pair.id, Milestone.kind.in_(BY_SESSIONS)).with_for_update()
    for milestone in (await tx.scalars(query)).all():
        if (milestone.kind, milestone.subject) not in still and await _post_is_off(tx, now, milestone):
            await tx.delete(milestone)
    await tx.flush()


async def _post_is_off(tx: Transaction, now: datetime, milestone: Milestone) -> bool:
    """Whether nothing of a milestone is in the channel, nor will be; who was asked about it is told so."""
    shout_out = await tx.scalar(select(ShoutOut).where(ShoutOut.milestone_id == milestone.id).with_for_update())
    if shout_out is None:
        return True
    if shout_out.state not in (ShoutOutState.ASKING, ShoutOutState.AGREED):
        return False
    channel = Receiver(shout_out.workspace_id, programme_id=shout_out.programme_id)
    await take_back(tx, NoticeKind.SHOUT_OUT, shout_out.id, channel, now)
    if await may_be_out(tx, NoticeKind.SHOUT_OUT, shout_out.id):
        return False
    await redraw(tx, (shout_out.id,), (NoticeKind.CONSENT_ASKED,), now)
    await tx.delete(shout_out)
    await tx.flush()
    return True
