"""What is told of goals: that a partner is ready, what both wrote, and what becomes of what they have in common."""

from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.shared_goals import GoalsChanged, GoalState, NewGoals
from services.pair_goals import pair_goals
from storage.goals import are_revealed, drafts_of, goal_words
from storage.models import Notice, Pair, Person
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def partner_ready(tx: Transaction, notice: Notice) -> PartnerReady | None:
    """To the partner of whoever is ready; nothing once their pair has ended."""
    pair = await tx.get_one(Pair, notice.subject)
    if pair.ended_at:
        return None
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    return PartnerReady(pair.id, card(partner), is_over=are_revealed(await drafts_of(tx, pair)))


async def goals_revealed(tx: Transaction, notice: Notice) -> GoalsRevealed | None:
    """To each of them."""
    pair = await tx.get_one(Pair, notice.subject)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    drafts = await drafts_of(tx, pair)
    if not are_revealed(drafts):
        return None
    reader = await tx.get_one(Person, notice.receiver)
    mine, theirs = goal_words(tx, drafts[reader.id]), goal_words(tx, drafts[partner.id])
    return GoalsRevealed(pair.id, card(partner), mine, theirs, reader.locale)


async def goals_changed(tx: Transaction, notice: Notice) -> GoalsChanged | None:
    """To the partner of whoever changed the list, and to both where a goal was reached; nothing once it has ended."""
    pair = await tx.get_one(Pair, notice.subject)
    if pair.ended_at:
        return None
    reader = await tx.get_one(Person, notice.receiver)
    partner = await tx.get_one(Person, partner_of(pair, reader.id))
    there = await pair_goals(tx, pair)
    reached, dropped = (
        tuple(goal for id_, goal in there.kept.items() if id_ in notice.facts[state] and goal.state is state)
        for state in (GoalState.REACHED, GoalState.DROPPED)
    )
    reworded, ticked = notice.facts["changed"], notice.facts["ticked"]
    goals = tuple(
        goal
        for goal in there.kept.values()
        if (goal.id in reworded and goal.state is GoalState.OPEN)
        or (goal.id not in reworded and any(each.id in ticked for each in goal.checkpoints))
    )
    still = tuple(each for goal in goals for each in goal.checkpoints if each.id in ticked and each.is_reached)
    new = NewGoals(notice.facts["new"]) if notice.facts["new"] else None
    return GoalsChanged(pair.id, card(partner), goals, reached, dropped, still, bool(reworded), new, reader.locale)
