"""What nudges about goals say while they ask."""

from sqlalchemy import select

from mentoring.nudge_contents import About, GoalDue, HalfWay
from mentoring.nudges.goal import HALF_WAY
from mentoring.nudges.kinds import NudgeKind
from services.pair_goals import pair_goals
from storage.models import Notice, Pair
from storage.pairs import partner_of
from storage.transaction import Transaction


async def goal_nudge(tx: Transaction, notice: Notice, about: About, pair: Pair) -> GoalDue | HalfWay | None:
    """One goal near its date or past it, or all of them half-way; None: the goal has no date any more."""
    there = await pair_goals(tx, pair)
    if about.step == HALF_WAY:
        return HalfWay(about, there.open, await _partner_looked(tx, notice, pair))
    goal = there.kept.get(notice.subject)
    return GoalDue(about, goal, goal.words.due_on) if goal and goal.words.due_on else None


async def _partner_looked(tx: Transaction, notice: Notice, pair: Pair) -> bool:
    theirs = select(Notice.facts).where(
        Notice.kind == NudgeKind.GOAL.value,
        Notice.subject == pair.id,
        Notice.receiver == partner_of(pair, notice.receiver),
        Notice.answered_at.is_not(None),
    )
    return any(facts.get("revisited") for facts in await tx.scalars(theirs))
