"""Nobody of another workspace, or of another pair, can read or change anything."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.agreements import AgreementValues
from mentoring.celebrations import ConsentAsked
from mentoring.check_in_news import PartnerCheckedIn
from mentoring.consent import Answer
from mentoring.feedback import AskValues, Given, GiveValues, Question, Reaction, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalsValues, GoalWords
from mentoring.going_on import GoOnValues
from mentoring.horizon import COMPARED, Answers, HorizonValues, Round
from mentoring.pairs import Role
from mentoring.partings import EndValues
from mentoring.pausing import PauseValues
from mentoring.people import Profile
from mentoring.planning import OfferValues, PlanValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.pulses import PulseSharing, PulseValues, Share, Worth
from mentoring.question_bank import Card, Stage
from mentoring.refusals import Reason, Refusal
from mentoring.reviews import Answer as Said
from mentoring.reviews import Question as Wonder
from mentoring.reviews import ReviewKind, ReviewValues, Subject
from mentoring.reviews import SharingValues as ReviewSharingValues
from mentoring.revisiting import Revisit, RevisitValues
from mentoring.rhythms import RhythmValues
from mentoring.shared_goals import GoalListValues, GoalState, SharedGoal, list_print
from mentoring.sharing import SharingValues
from mentoring.thanks import ThanksValues
from mentoring.troubles import TalkValues
from mentoring.widening import WideningValues
from mentoring.wins import Audience
from services.answer_agreement import agree, say_still_right, withdraw_agreement
from services.answer_consent import answer_consent
from services.answer_goal import keep_goal, settle_goal
from services.answer_nudge import ask_how_it_goes, ask_later, turn_kind_off, turn_kind_on
from services.answer_promise import answer_promise
from services.answer_request import answer_later, decline_request
from services.ask_feedback import ask_feedback, prepare_feedback
from services.ask_to_talk import ask_to_talk, prepare_trouble
from services.become_organiser import become_organiser
from services.bring_horizon_card import bring_horizon_card
from services.bring_to_session import bring_to_session, prepare_agenda
from services.cancel_session import cancel_session
from services.change_rhythm import change_rhythm
from services.check_horizon import answer_horizon, prepare_horizon
from services.clarify_feedback import ask_what_was_meant, explain_feedback, prepare_reply
from services.draft_goals import draft_goals, prepare_goals
from services.draw_card import bring_question, pass_card, prepare_card
from services.end_pair import end_pair, prepare_end
from services.finish_pair import finish_pair
from services.follow_up_feedback import prepare_follow_up, react, say_what_came_of_it
from services.give_feedback import give_feedback, prepare_giving
from services.go_on import go_on
from services.let_in import let_in
from services.look_back import prepare_review, reopen_review, save_review
from services.miss_session import miss_session
from services.note_profile import note_profile
from services.note_pulse import keep_pulse, note_pulse, prepare_pulse
from services.pause_pair import pause_pair, prepare_pause
from services.plan_session import plan_session
from services.prepare_check_in import prepare_check_in
from services.prepare_forms import prepare_pair
from services.prepare_plan import prepare_plan
from services.prepare_promises import prepare_promise_date
from services.propose_agreement import prepare_agreement, propose_agreement
from services.propose_times import propose_times
from services.read_agreement import read_agreement, read_agreement_history
from services.read_calendar_entry import read_calendar_entry
from services.read_menu import read_menu, read_organisers
from services.read_nudge import read_nudge
from services.resume_pair import resume_pair
from services.revisit_goals import prepare_revisit, revisit_goals
from services.say_no_reply import say_no_reply
from services.share_goals import prepare_goal, prepare_list, prepare_new_goal, prepare_some_goals, save_list
from services.share_pulse import share_pulse
from services.share_review import prepare_sharing as prepare_review_sharing
from services.share_review import share_review
from services.share_something import share_something
from services.take_off_agenda import take_off_agenda
from services.take_time import take_time
from services.thank_partner import prepare_thanks, thank
from services.uninstall import uninstall
from services.update_promises import settle_promise, update_promises
from services.widen_win import prepare_widening, share_with_partner, widen_win
from services.wish_to_join import wish_to_join
from services.withdraw_proposal import withdraw_proposal
from storage.models import (
    Agreement,
    Base,
    Clarification,
    Feedback,
    FeedbackRequest,
    Goal,
    HorizonCard,
    Notice,
    OfferedTime,
    Pair,
    Person,
    Promise,
    Review,
    Session,
    Win,
)
from storage.store import Store
from storage.transaction import Transaction
from tests.services.test_agreements import TERMS, proposes
from tests.services.world import RAPPORT, WINS, World, profile, refusals_of

ELSEWHERE = "T2"
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


@pytest.fixture
async def ids(world: World) -> Ids:
    """A workspace with something of everything."""
    proposed = await world.proposed("zoe", "leo")
    pair = await world.paired("tom", "maya")
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


@pytest.fixture
async def elsewhere(store: Store, ids: Ids) -> World:
    """Another workspace, where people have the very same Slack ids, and a pair of their own."""
    assert ids.pair
    other = await World.begin(store, ELSEWHERE)
    await other.paired("tom", "maya")
    await other.proposed("zoe", "leo")
    return other


async def everything(store: Store, workspace: str) -> list[object]:
    """All rows of a workspace."""

    async def look(tx: Transaction) -> list[object]:
        tables = [table for table in Base.metadata.sorted_tables if "workspace_id" in table.c]
        return [
            row
            for table in tables
            for row in (await tx.execute(select(table).where(table.c.workspace_id == workspace))).all()
        ]

    return await store.read(look)


async def join(world: World, session: str) -> None:
    """Try to add one's side to a session, in a pair of one's own."""
    await world.checks_in("maya", await world.pair_of("tom", "maya"), session_id=session)


async def prepare(world: World, pair_id: str) -> None:
    await prepare_check_in(world.services, world.who("maya"), pair_id=pair_id)


async def answers_horizon(world: World, name: str, pair: str, pace: str) -> None:
    answers = Answers((pace, "work", "right", "right", "yes"))
    await answer_horizon(world.services, world.who(name), HorizonValues(pair, Round.DAY_30, answers), world.form())


async def settle_a_promise(world: World, name: str, promise: str) -> None:
    """Say that a promise is done; what is not there at all is passed over, and refused here as it is for others."""
    before = await world.all(select(Promise.state))
    done = PromiseValues(promise, Standing(state=PromiseState.DONE), Standing())
    await update_promises(world.services, world.who(name), [done], world.form())
    assert await world.all(select(Promise.state)) == before
    raise Refusal(Reason.NOT_YOURS)


Try = Callable[[World, Ids], Awaitable[object]]

TRIES: dict[str, Try] = {
    "accept": lambda world, ids: world.accepts("zoe", ids.proposed),
    "decline": lambda world, ids: world.declines("leo", ids.proposed),
    "decline what is active": lambda world, ids: world.declines("tom", ids.pair),
    "log a check-in": lambda world, ids: world.checks_in("maya", ids.pair),
    "join a session": lambda world, ids: join(world, ids.session),
    "prepare by pair": lambda world, ids: prepare(world, pair_id=ids.pair),
    "prepare by session": lambda world, ids: prepare_check_in(
        world.services, world.who("maya"), session_id=ids.session
    ),
    "share a win": lambda world, ids: world.celebrates("tom", "x", Audience.PARTNER, ids.pair),
    "keep a win": lambda world, ids: world.celebrates("tom", "x", Audience.ME, ids.pair),
    "accept a promise": lambda world, ids: answer_promise(world.services, world.who("maya"), ids.promise, accepts=True),
    "update a promise": lambda world, ids: settle_a_promise(world, "maya", ids.promise),
    "pair from a wish": lambda world, ids: prepare_pair(world.services, world.who("amara"), wish_id=ids.wish),
    "share a kept win": lambda world, ids: share_with_partner(world.services, world.who("tom"), ids.win),
    "prepare to widen a win": lambda world, ids: prepare_widening(world.services, world.who("tom"), ids.win),
    "widen a win": lambda world, ids: widen_win(
        world.services, world.who("tom"), WideningValues(ids.win, ids.pair, Audience.CHANNEL), (), world.form()
    ),
    "bring to a session": lambda world, ids: bring_to_session(
        world.services, world.who("tom"), AgendaValues(ids.pair, "x"), world.form()
    ),
    "take off the agenda": lambda world, ids: take_off_agenda(world.services, world.who("tom"), ids.item),
    "read an agreement": lambda world, ids: read_agreement(world.services, world.who("maya"), ids.pair),
    "read its history": lambda world, ids: read_agreement_history(world.services, world.who("maya"), ids.pair),
    "prepare an agreement": lambda world, ids: prepare_agreement(world.services, world.who("maya"), ids.pair),
    "propose an agreement": lambda world, ids: propose_agreement(
        world.services, world.who("maya"), AgreementValues(ids.pair, TERMS, "x"), world.form()
    ),
    "agree": lambda world, ids: agree(world.services, world.who("maya"), ids.agreement),
    "withdraw an agreement": lambda world, ids: withdraw_agreement(world.services, world.who("tom"), ids.agreement),
    "say that it is right": lambda world, ids: say_still_right(world.services, world.who("maya"), ids.agreement),
    "prepare goals": lambda world, ids: prepare_goals(world.services, world.who("maya"), ids.pair),
    "draft goals": lambda world, ids: draft_goals(
        world.services, world.who("maya"), GoalsValues(ids.pair, (GoalWords("x"),)), world.form()
    ),
    "read shared goals": lambda world, ids: prepare_list(world.services, world.who("maya"), ids.pair),
    "share goals": lambda world, ids: save_list(
        world.services, world.who("maya"), GoalListValues(ids.pair, (), list_print(())), world.form()
    ),
    "look back": lambda world, ids: prepare_review(world.services, world.who("maya"), ReviewKind.END, ids.pair),
    "look back again": lambda world, ids: reopen_review(world.services, world.who("maya"), ids.review),
    "keep what one looks back on": lambda world, ids: save_review(
        world.services, world.who("maya"), ReviewValues(Subject(ids.pair, ReviewKind.HALF_WAY), (HELPS,)), world.form()
    ),
    "prepare to share it": lambda world, ids: prepare_review_sharing(world.services, world.who("maya"), ids.review),
    "share it": lambda world, ids: share_review(
        world.services, world.who("maya"), ReviewSharingValues(ids.review, (HELPS.question,), ""), world.form()
    ),
    "prepare thanks": lambda world, ids: prepare_thanks(world.services, world.who("maya"), ids.pair),
    "thank": lambda world, ids: thank(world.services, world.who("maya"), ThanksValues(ids.pair, "x"), world.form()),
    "read a goal": lambda world, ids: prepare_goal(world.services, world.who("maya"), ids.goal),
    "add a goal": lambda world, ids: prepare_new_goal(world.services, world.who("maya"), ids.pair),
    "read some goals": lambda world, ids: prepare_some_goals(world.services, world.who("maya"), ids.pair, (ids.goal,)),
    "reach a goal": lambda world, ids: settle_goal(world.services, world.who("maya"), ids.goal, GoalState.REACHED),
    "keep a goal": lambda world, ids: keep_goal(world.services, world.who("maya"), ids.goal),
    "prepare to revisit": lambda world, ids: prepare_revisit(world.services, world.who("maya"), ids.pair),
    "revisit goals": lambda world, ids: revisit_goals(
        world.services,
        world.who("maya"),
        RevisitValues(ids.pair, ((ids.goal, Revisit.DROP),), list_print(())),
        world.form(),
    ),
    "prepare to end": lambda world, ids: prepare_end(world.services, world.who("maya"), ids.pair),
    "end a pair": lambda world, ids: end_pair(world.services, world.who("maya"), EndValues(ids.pair), world.form()),
    "prepare a pause": lambda world, ids: prepare_pause(world.services, world.who("maya"), ids.pair),
    "pause a pair": lambda world, ids: pause_pair(
        world.services, world.who("maya"), PauseValues(ids.pair, world.now.date() + timedelta(days=9)), world.form()
    ),
    "resume a pair": lambda world, ids: resume_pair(world.services, world.who("maya"), ids.pair),
    "meet less often": lambda world, ids: change_rhythm(
        world.services, world.who("maya"), RhythmValues(ids.pair, 30), world.form()
    ),
    "go on": lambda world, ids: go_on(world.services, world.who("maya"), GoOnValues(ids.pair, 12), world.form()),
    "finish a pair": lambda world, ids: finish_pair(world.services, world.who("maya"), ids.pair, world.form()),
    "say what does not work": lambda world, ids: prepare_trouble(world.services, world.who("maya"), ids.pair),
    "say that nobody replies": lambda world, ids: say_no_reply(world.services, world.who("maya"), ids.pair),
    "ask to talk": lambda world, ids: ask_to_talk(
        world.services, world.who("maya"), TalkValues(ids.pair, "x"), world.form()
    ),
    "take back a proposal": lambda world, ids: withdraw_proposal(world.services, world.who("amara"), ids.proposed),
    "put a nudge off": lambda world, ids: ask_later(world.services, world.who("maya"), ids.notice),
    "turn a kind off": lambda world, ids: turn_kind_off(world.services, world.who("maya"), ids.notice),
    "turn a kind on": lambda world, ids: turn_kind_on(world.services, world.who("maya"), ids.notice),
    "ask how it goes": lambda world, ids: ask_how_it_goes(world.services, world.who("maya"), ids.notice),
    "read why": lambda world, ids: read_nudge(world.services, world.who("maya"), ids.notice),
    "share something": lambda world, ids: share_something(
        world.services, world.who("maya"), SharingValues(int(ids.notice), "x"), world.form()
    ),
    "read a horizon check": lambda world, ids: prepare_horizon(world.services, world.who("maya"), ids.pair),
    "answer a horizon check": lambda world, ids: answers_horizon(world, "maya", ids.pair, "slow"),
    "bring its card": lambda world, ids: bring_horizon_card(
        world.services, world.who("maya"), ids.card, dict.fromkeys(COMPARED, "x")
    ),
    "choose feedback": lambda world, ids: prepare_feedback(world.services, world.who("maya"), ids.pair),
    "ask for feedback": lambda world, ids: ask_feedback(
        world.services, world.who("maya"), AskValues(ids.pair, Question("x", "x")), world.form()
    ),
    "prepare feedback": lambda world, ids: prepare_giving(world.services, world.who("maya"), pair_id=ids.pair),
    "read a request": lambda world, ids: prepare_giving(world.services, world.who("maya"), request_id=ids.request),
    "give feedback": lambda world, ids: give_feedback(
        world.services, world.who("maya"), GiveValues(ids.pair, Given("x"), was_asked=True), world.form()
    ),
    "answer a request": lambda world, ids: give_feedback(
        world.services, world.who("maya"), GiveValues(ids.pair, Given("x"), ids.request, was_asked=True), world.form()
    ),
    "answer later": lambda world, ids: answer_later(world.services, world.who("maya"), ids.request),
    "decline a request": lambda world, ids: decline_request(world.services, world.who("maya"), ids.request),
    "react to feedback": lambda world, ids: react(world.services, world.who("maya"), ids.feedback, Reaction.THANKS),
    "read feedback": lambda world, ids: prepare_follow_up(world.services, world.who("maya"), ids.feedback),
    "ask what was meant": lambda world, ids: ask_what_was_meant(
        world.services, world.who("maya"), WordsValues(ids.feedback, "x"), world.form()
    ),
    "say what came of it": lambda world, ids: say_what_came_of_it(
        world.services, world.who("maya"), WordsValues(ids.feedback, "x"), world.form()
    ),
    "read a question": lambda world, ids: prepare_reply(world.services, world.who("tom"), ids.question),
    "explain feedback": lambda world, ids: explain_feedback(
        world.services, world.who("tom"), WordsValues(ids.question, "x"), world.form()
    ),
    "keep a promise": lambda world, ids: settle_promise(
        world.services, world.who("maya"), ids.promise, PromiseState.DONE
    ),
    "date a promise": lambda world, ids: prepare_promise_date(world.services, world.who("maya"), ids.promise),
    "prepare to plan": lambda world, ids: prepare_plan(world.services, world.who("maya"), pair_id=ids.pair),
    "prepare to move": lambda world, ids: prepare_plan(world.services, world.who("maya"), session_id=ids.planned),
    "prepare to propose back": lambda world, ids: prepare_plan(world.services, world.who("maya"), offer_id=ids.offer),
    "plan a session": lambda world, ids: plan_session(
        world.services, world.who("maya"), PlanValues(ids.pair, world.now + timedelta(days=2)), world.form()
    ),
    "propose times": lambda world, ids: propose_times(
        world.services,
        world.who("maya"),
        OfferValues(ids.pair, {"time_1": world.now + timedelta(days=2)}),
        world.form(),
    ),
    "take a time": lambda world, ids: take_time(world.services, world.who("maya"), ids.time),
    "cancel a session": lambda world, ids: cancel_session(world.services, world.who("maya"), ids.planned),
    "miss a session": lambda world, ids: miss_session(world.services, world.who("maya"), ids.planned),
    "read for a calendar": lambda world, ids: read_calendar_entry(world.services, world.who("maya"), ids.planned),
    "prepare an agenda": lambda world, ids: prepare_agenda(world.services, world.who("maya"), pair_id=ids.pair),
    "look for a card": lambda world, ids: prepare_card(world.services, world.who("maya"), ids.pair, Stage.STUCK),
    "keep a card": lambda world, ids: pass_card(world.services, world.who("maya"), ids.pair, Card(Stage.STUCK, 1)),
    "bring a question": lambda world, ids: bring_question(
        world.services, world.who("maya"), ids.pair, Card(Stage.STUCK, 1), "x", world.form()
    ),
    "tap a pulse": lambda world, ids: note_pulse(world.services, world.who("maya"), ids.session, Worth.WELL),
    "read a pulse": lambda world, ids: prepare_pulse(world.services, world.who("maya"), ids.session),
    "keep a pulse": lambda world, ids: keep_pulse(
        world.services, world.who("maya"), PulseValues(ids.session, Worth.WELL, "x"), world.form()
    ),
    "share a pulse": lambda world, ids: share_pulse(
        world.services, world.who("maya"), PulseSharing(ids.session, Share.ALL, 1), world.form()
    ),
    "consent": lambda world, ids: answer_consent(world.services, world.who("maya"), ids.shout_out, Answer.YES),
}


async def test_ids_of_another_workspace_are_refused(world: World, elsewhere: World, ids: Ids) -> None:
    before = await everything(world.store, world.workspace)
    refused = {name: await refusals_of(attempt(elsewhere, ids)) for name, attempt in TRIES.items()}
    assert [name for name, reasons in refused.items() if not reasons] == []
    assert await everything(world.store, world.workspace) == before


@pytest.mark.parametrize("name", ["zoe", "amara"])
async def test_nobody_of_another_pair_changes_anything(world: World, ids: Ids, name: str) -> None:
    before = await everything(world.store, world.workspace)
    who, services = world.who(name), world.services
    for attempt in (
        world.checks_in(name, ids.pair),
        world.declines(name, ids.pair),
        prepare_check_in(services, who, pair_id=ids.pair),
        prepare_check_in(services, who, session_id=ids.session),
        world.celebrates(name, "x", Audience.PARTNER, ids.pair),
        answer_promise(services, who, ids.promise, accepts=True),
        settle_a_promise(world, name, ids.promise),
        share_with_partner(services, who, ids.win),
        widen_win(services, who, WideningValues(ids.win, ids.pair, Audience.CHANNEL), (), world.form()),
        end_pair(services, who, EndValues(ids.pair), world.form()),
        answer_consent(services, who, ids.shout_out, Answer.YES),
        bring_to_session(services, who, AgendaValues(ids.pair, "x"), world.form()),
        take_off_agenda(services, who, ids.item),
        prepare_agenda(services, who, pair_id=ids.pair),
        prepare_plan(services, who, pair_id=ids.pair),
        prepare_plan(services, who, session_id=ids.planned),
        prepare_plan(services, who, offer_id=ids.offer),
        plan_session(services, who, PlanValues(ids.pair, world.now + timedelta(days=2)), world.form()),
        propose_times(services, who, OfferValues(ids.pair, {"time_1": world.now + timedelta(days=2)}), world.form()),
        take_time(services, who, ids.time),
        cancel_session(services, who, ids.planned),
        miss_session(services, who, ids.planned),
        read_calendar_entry(services, who, ids.planned),
        ask_later(services, who, ids.notice),
        turn_kind_off(services, who, ids.notice),
        ask_how_it_goes(services, who, ids.notice),
        share_something(services, who, SharingValues(int(ids.notice), "x"), world.form()),
        settle_promise(services, who, ids.promise, PromiseState.DONE),
        prepare_card(services, who, ids.pair, Stage.STUCK),
        pass_card(services, who, ids.pair, Card(Stage.STUCK, 1)),
        bring_question(services, who, ids.pair, Card(Stage.STUCK, 1), "x", world.form()),
        note_pulse(services, who, ids.session, Worth.WELL),
        keep_pulse(services, who, PulseValues(ids.session, Worth.WELL, "x"), world.form()),
        share_pulse(services, who, PulseSharing(ids.session, Share.ALL, 1), world.form()),
    ):
        assert await refusals_of(attempt) in (
            [(Reason.NOT_YOURS, None)],
            [(Reason.NOT_PARTNER, None)],
            [(Reason.NO_PAIR, None)],
        )
    assert await everything(world.store, world.workspace) == before


async def test_each_workspace_has_its_own_people_pairs_and_organisers(world: World, elsewhere: World, ids: Ids) -> None:
    home, other = await world.home("maya"), await elsewhere.home("maya")
    assert [card.pair_id for card in home.pairs] == [ids.pair]
    assert ids.pair not in repr(other)
    assert (other.wins, other.proposals, other.to_add) == ((), (), None)
    [board] = (await elsewhere.home("amara")).boards
    assert len(board.pairs) == 2
    assert {organiser.id for organiser in home.organisers}.isdisjoint(organiser.id for organiser in other.organisers)
    assert len(await read_organisers(world.services, ELSEWHERE)) == 1


async def test_what_happens_in_one_workspace_leaves_the_other_alone(world: World, elsewhere: World) -> None:
    before = await everything(world.store, world.workspace)
    await elsewhere.changes_programme(channel=WINS, name="Elsewhere")
    pair = await elsewhere.pair_of("tom", "maya")
    await elsewhere.checks_in("tom", pair)
    await let_in(elsewhere.services, ELSEWHERE, WINS, RAPPORT)
    renamed = Profile(profile("tom").user, "Somebody Else", ELSEWHERE, "UTC", is_deactivated=True)
    await note_profile(elsewhere.services, ELSEWHERE, renamed)
    await uninstall(elsewhere.services, ELSEWHERE)
    assert await everything(world.store, world.workspace) == before


async def test_being_organiser_elsewhere_is_being_none_here(world: World, elsewhere: World) -> None:
    await elsewhere.known("tom")
    assert not (await read_menu(world.services, world.who("zoe"))).is_organiser
    refused = await refusals_of(become_organiser(elsewhere.services, ELSEWHERE, profile("priya", ELSEWHERE)))
    assert refused == [(Reason.NOT_ORGANISER, None)]


async def test_the_same_form_and_event_ids_may_come_in_two_workspaces(world: World, elsewhere: World, ids: Ids) -> None:
    await world.checks_in("tom", ids.pair, form="V-same")
    await elsewhere.checks_in("tom", await elsewhere.pair_of("tom", "maya"), form="V-same")
    assert (await elsewhere.home("tom")).pairs[0].sessions == 1
    assert await world.rows(Pair) == 4
    assert await world.rows(Person) == 10
