"""What is told of goals: that a partner is ready, and, once both are, what both wrote."""

from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.shared_goals import GoalsChanged, GoalState
from storage.goals import are_revealed, drafts_of, goal_words, goals_of, shared_goal
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
    goals = [shared_goal(tx, goal) for goal in await goals_of(tx, [pair.id])]
    return GoalsChanged(
        pair.id,
        card(partner),
        tuple(goal for goal in goals if goal.state is GoalState.OPEN),
        tuple(goal for goal in goals if goal.id in notice.facts["reached"]),
        locale=reader.locale,
    )
