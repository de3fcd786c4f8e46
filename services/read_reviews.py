"""What somebody can look back on now, and what they have written when they did."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from mentoring.nudges.course import half_way_on
from mentoring.nudges.diary import Pause as Rest
from mentoring.pairs import LIVELY, PairState
from mentoring.people import Actor
from mentoring.reviews import MyReviews, ReviewKind, ReviewLine, Standing, Subject, to_write
from mentoring.shared_goals import GoalState
from services.context import Services
from services.look_back import completed_on
from services.telling import today_of
from storage.models import Goal, Pair, Pause, Person
from storage.pairs import pairs_and_partners
from storage.pauses import pauses_of
from storage.people import card, find_person
from storage.reviews import reviews_of
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
GOALS = select(Goal).where(Goal.pair_id.in_(bindparam("pairs", expanding=True))).order_by(Goal.settled_at, Goal.id)
ALL_THAT_BEGAN = (*LIVELY, PairState.COMPLETED, PairState.ENDED_EARLY)


async def read_reviews(services: Services, actor: Actor) -> MyReviews:
    """All forms of whoever asks; none of somebody Rapport does not know."""

    async def look(tx: Transaction) -> MyReviews:
        person = await find_person(tx, actor)
        return await my_reviews(tx, person, services.now()) if person else MyReviews()

    return await services.read(look)


async def my_reviews(tx: Transaction, person: Person, now: datetime) -> MyReviews:
    """The same within a transaction; as many statements for many pairs as for one."""
    pairs = await pairs_and_partners(tx, person, ALL_THAT_BEGAN)
    ids = [pair.id for pair, _ in pairs]
    rests = await pauses_of(tx, ids)
    goals = {goal.id: goal for goal in await tx.scalars(GOALS, {"pairs": ids})}
    written = await reviews_of(tx, person.id, ids)
    partners = {pair.id: card(partner) for pair, partner in pairs}

    def line(subject: Subject) -> ReviewLine:
        goal = goals.get(subject.id) if subject.kind is ReviewKind.GOAL else None
        return ReviewLine(subject, partners[subject.pair_id], tx.unseal(goal, "statement") if goal else None)

    done = {review.subject for review in written}
    open_ = [
        Subject(pair.id, kind, about)
        for pair, _ in pairs
        for kind, about in to_write(_standing(pair, rests[pair.id], goals), today_of(person, now))
    ]
    return MyReviews(
        tuple(line(subject) for subject in open_ if subject not in done),
        tuple(
            replace(line(review.subject), review_id=review.id, on=today_of(person, review.created_at))
            for review in reversed(written)
        ),
        person.locale,
    )


def _standing(pair: Pair, rests: Sequence[Pause], goals: Mapping[str, Goal]) -> Standing:
    pauses, began = [Rest(rest.since, rest.until) for rest in rests], pair.accepted_at or pair.proposed_at
    reached = (goal for goal in goals.values() if goal.pair_id == pair.id and goal.state == GoalState.REACHED)
    return Standing(
        PairState(pair.state),
        half_way_on(began, pair.length_months, pauses),
        completed_on(pair, pauses),
        tuple(goal.id for goal in reached),
    )
