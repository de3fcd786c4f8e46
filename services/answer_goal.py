"""Somebody says in one tap what is to become of a goal: reached, let go, or kept as it is."""

from dataclasses import replace
from datetime import datetime

from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.shared_goals import GoalState
from services.context import Services
from services.knowing import known_person, lively_pair
from services.pair_goals import PairGoals, bring_goals_to, pair_goals, pair_of_goal
from storage.models import Goal, Pair, Person
from storage.transaction import Transaction


async def settle_goal(services: Services, actor: Actor, goal_id: str, state: GoalState) -> None:
    """Take a goal off the list, reached or dropped, as the form does. The same tap twice changes nothing.

    Raises:
        Refusal: It is not theirs, or their pair has ended, or, `TOO_LATE`, it has left the list otherwise.
    """

    async def deed(tx: Transaction) -> None:
        person, pair, there = await _theirs(tx, actor, goal_id)
        goal = there.kept[goal_id]
        if goal.state is state:
            return
        if goal.state is not GoalState.OPEN:
            raise Refusal(Reason.TOO_LATE)
        await bring_goals_to(tx, services.now(), person, pair, there, [replace(goal, state=state)])

    await services.write(deed)


async def keep_goal(services: Services, actor: Actor, goal_id: str) -> None:
    """Go on with a goal as it is; neither of the two is asked about this date of it any more.

    Raises:
        Refusal: It is not theirs, or their pair has ended, or, `TOO_LATE`, it has left the list.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person, pair, there = await _theirs(tx, actor, goal_id)
        if there.kept[goal_id].state is not GoalState.OPEN:
            raise Refusal(Reason.TOO_LATE)
        note_kept(there.rows[goal_id], person, now)
        pair.look_at = now

    await services.write(deed)


def note_kept(goal: Goal, person: Person, now: datetime) -> None:
    """Note that somebody said of a goal that it is to stay as it is. Called inside a deed's transaction."""
    goal.revisited_at, goal.revisited_by_id = now, person.id


async def _theirs(tx: Transaction, actor: Actor, goal_id: str) -> tuple[Person, Pair, PairGoals]:
    person = await known_person(tx, actor)
    pair = await lively_pair(tx, person, await pair_of_goal(tx, person, goal_id))
    return person, pair, await pair_goals(tx, pair)
