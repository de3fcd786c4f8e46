"""What somebody of one workspace may try with what belongs to another: every deed and every look, once."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import select

from mentoring.agreements import AgreementValues
from mentoring.consent import Answer
from mentoring.feedback import AskValues, Given, GiveValues, Question, Reaction, WordsValues
from mentoring.forms import AgendaValues
from mentoring.goals import GoalsValues, GoalWords
from mentoring.going_on import GoOnValues
from mentoring.horizon import COMPARED
from mentoring.partings import EndValues
from mentoring.pausing import PauseValues
from mentoring.planning import OfferValues, PlanValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.pulses import PulseSharing, PulseValues, Share, Worth
from mentoring.question_bank import Card, Stage
from mentoring.refusals import Reason, Refusal
from mentoring.reviews import ReviewKind, ReviewValues, Subject
from mentoring.reviews import SharingValues as ReviewSharingValues
from mentoring.revisiting import Revisit, RevisitValues
from mentoring.rhythms import RhythmValues
from mentoring.shared_goals import GoalListValues, GoalState, list_print
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
from services.bring_horizon_card import bring_horizon_card
from services.bring_to_session import bring_to_session, prepare_agenda
from services.cancel_session import cancel_session
from services.change_rhythm import change_rhythm
from services.check_horizon import prepare_horizon
from services.clarify_feedback import ask_what_was_meant, explain_feedback, prepare_reply
from services.draft_goals import draft_goals, prepare_goals
from services.draw_card import bring_question, pass_card, prepare_card
from services.end_pair import end_pair, prepare_end
from services.finish_pair import finish_pair
from services.follow_up_feedback import prepare_follow_up, react, say_what_came_of_it
from services.give_feedback import give_feedback, prepare_giving
from services.go_on import go_on
from services.look_back import prepare_review, reopen_review, save_review
from services.miss_session import miss_session
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
from services.update_promises import settle_promise, update_promises
from services.widen_win import prepare_widening, share_with_partner, widen_win
from services.withdraw_proposal import withdraw_proposal
from storage.models import (
    Promise,
)
from tests.services.something import HELPS, Ids, answers_horizon
from tests.services.test_agreements import TERMS
from tests.services.world import World


async def join(world: World, session: str) -> None:
    """Try to add one's side to a session, in a pair of one's own."""
    await world.checks_in("maya", await world.pair_of("tom", "maya"), session_id=session)


async def prepare(world: World, pair_id: str) -> None:
    await prepare_check_in(world.services, world.who("maya"), pair_id=pair_id)


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
