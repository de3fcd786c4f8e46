"""Milestones of a pair, noticed and taken back as what is recorded changes. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from mentoring.consent import ShoutOutState
from mentoring.milestones import MilestoneKind, reached_by_sessions
from mentoring.notices import NoticeKind
from services.shout_outs import ask_for_milestone
from storage.inserts import insert_once
from storage.models import Milestone, Pair, Person, Programme, ShoutOut, new_id
from storage.notices import Receiver, may_be_out, redraw, take_back
from storage.sessions import sessions_and_milestones
from storage.transaction import Transaction

BY_SESSIONS = (MilestoneKind.FIRST_SESSION.value, MilestoneKind.SESSIONS.value)


async def notice_milestones(
    tx: Transaction, now: datetime, pair: Pair, programme: Programme, people: Sequence[Person]
) -> None:
    """Note what a pair has reached, each once for ever, and ask both whether it may be celebrated."""
    sessions, noted = await sessions_and_milestones(tx, pair)
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
