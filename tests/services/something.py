"""A workspace with something of everything, and what somebody elsewhere might have got hold of."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from mentoring.celebrations import ConsentAsked
from mentoring.check_in_news import PartnerCheckedIn
from mentoring.feedback import AskValues, Given, GiveValues, Question, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalWords
from mentoring.horizon import Answers, HorizonValues, Round
from mentoring.pairs import Role
from mentoring.planning import OfferValues, PlanValues
from mentoring.reviews import Answer as Said
from mentoring.reviews import Question as Wonder
from mentoring.reviews import ReviewKind, ReviewValues, Subject
from mentoring.shared_goals import GoalListValues, SharedGoal
from mentoring.wins import Audience
from services.ask_feedback import ask_feedback
from services.bring_to_session import bring_to_session
from services.check_horizon import answer_horizon
from services.clarify_feedback import ask_what_was_meant
from services.give_feedback import give_feedback
from services.look_back import save_review
from services.plan_session import plan_session
from services.propose_times import propose_times
from services.share_goals import save_list
from services.wish_to_join import wish_to_join
from storage.models import (
    Agreement,
    Clarification,
    Feedback,
    FeedbackRequest,
    Goal,
    HorizonCard,
    Notice,
    OfferedTime,
    Review,
    Session,
    Win,
)
from tests.services.test_agreements import TERMS, proposes
from tests.services.world import World, profile

HELPS = Said(Wonder.HELPS, "You listen")


@dataclass(frozen=True)
class Ids:
    """What somebody elsewhere might have got hold of."""

    proposed: str
    pair: str
    session: str
    promise: str
    shout_out: str
    win: str
    wish: str
    item: str
    notice: str
    planned: str
    offer: str
    time: str
    request: str
    feedback: str
    question: str
    review: str
    card: str
    goal: str
    agreement: str


async def something_of_everything(world: World, pair: str) -> Ids:
    """Tom, Maya and others make use of all there is."""
    proposed = await world.proposed("zoe", "leo")
    await world.checks_in("tom", pair, their_promises=("Write it down",))
    await world.celebrates("tom", "Done", Audience.PARTNER, pair)
    [news] = await world.told("maya", PartnerCheckedIn)
    [asked] = await world.told("maya", ConsentAsked)
    await wish_to_join(world.services, world.workspace, profile("zoe"), Role.MENTEE)
    [wish] = (await world.home("amara")).wishes
    [win] = await world.all(select(Win.id))
    await bring_to_session(world.services, world.who("tom"), AgendaValues(pair, "Rest"), world.form())
    [item] = (await world.home("tom")).agenda
    promise = news.proposals[0].id
    soon = world.now + timedelta(days=3)
    await plan_session(world.services, world.who("tom"), PlanValues(pair, soon), world.form())
    await propose_times(world.services, world.who("tom"), OfferValues(pair, {"time_1": soon}), world.form())
    question = AskValues(pair, Question("my talk", "Why?"))
    await ask_feedback(world.services, world.who("tom"), question, world.form())
    [request] = await world.all(select(FeedbackRequest.id))
    given = GiveValues(pair, Given("Good"), was_asked=True)
    await give_feedback(world.services, world.who("tom"), given, world.form())
    [feedback] = await world.all(select(Feedback.id))
    await ask_what_was_meant(world.services, world.who("maya"), WordsValues(feedback, "What?"), world.form())
    [unclear] = await world.all(select(Clarification.id))
    looked_back = ReviewValues(Subject(pair, ReviewKind.HALF_WAY), (HELPS,))
    await save_review(world.services, world.who("maya"), looked_back, world.form())
    [review] = await world.all(select(Review.id))
    for name, pace in (("tom", "slow"), ("maya", "fast")):
        await answers_horizon(world, name, pair, pace)
    [card] = await world.all(select(HorizonCard.id))
    [planned] = await world.all(select(Session.id).where(Session.planned_at.is_not(None)))
    [time] = await world.all(select(OfferedTime))
    goals = GoalListValues(pair, (SharedGoal(None, GoalWords("Give a talk")),), None)
    await save_list(world.services, world.who("tom"), goals, world.form())
    [goal] = await world.all(select(Goal.id))
    await proposes(world, "tom", pair, TERMS)
    [agreement] = await world.all(select(Agreement.id))
    told_maya = select(Notice.id).where(Notice.receiver == await world.id_of("maya")).order_by(Notice.id).limit(1)
    [notice] = await world.all(told_maya)
    return Ids(
        proposed, pair, news.session_id, promise, asked.shout_out_id, win, wish.id, item.item_id, str(notice), planned,
        time.offer_id, time.id, request, feedback, unclear, review, card, goal,
        agreement,
    )  # fmt: skip


async def answers_horizon(world: World, name: str, pair: str, pace: str) -> None:
    answers = Answers((pace, "work", "right", "right", "yes"))
    await answer_horizon(world.services, world.who(name), HorizonValues(pair, Round.DAY_30, answers), world.form())
