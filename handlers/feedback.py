"""`/mentoring feedback`: one of a pair asks for feedback, gives it, and says what they make of what they were given."""

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from mentoring.feedback import GivingDraft, Reaction
from services.answer_request import answer_later, decline_request
from services.ask_feedback import ask_feedback, prepare_feedback
from services.clarify_feedback import ask_what_was_meant, explain_feedback, prepare_reply
from services.context import Services
from services.follow_up_feedback import leave_feedback, prepare_follow_up, react, say_what_came_of_it
from services.give_feedback import give_feedback, prepare_giving
from views.forms.about_feedback import follow_up_form, meaning_form, parse_words, reply_form
from views.forms.feedback import ask_form, feedback_form, parse_ask
from views.forms.give_feedback import give_form, parse_give
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_feedback(call: Call, services: Services, wording: Wording) -> None:
    """Open the choice between asking and giving, for the pair of the button or for one that is chosen."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(feedback_form(await prepare_feedback(services, call.actor, pair_id), wording))

    await about_pair(services, wording, ActionId.OPEN_FEEDBACK, show)(call)


REACTIONS = {
    ActionId.FEEDBACK_FITS: Reaction.FITS,
    ActionId.FEEDBACK_NOT_FOR_ME: Reaction.NOT_FOR_ME,
    ActionId.FEEDBACK_THANKS: Reaction.THANKS,
}


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the choice, the two forms, and what can be answered to a request and to feedback."""
    _register_giving(listening, services, wording)
    _register_afterwards(listening, services, wording)


def _register_giving(listening: Listening, services: Services, wording: Wording) -> None:

    async def choose(call: Call) -> None:
        await open_feedback(call, services, wording)

    async def show_ask(call: Call) -> None:
        await call.redraw(ask_form(await prepare_feedback(services, call.actor, call.value), wording))

    async def ask(call: Call) -> None:
        await ask_feedback(services, call.actor, parse_ask(call.view), call.form_id)
        await call.close_all()

    async def show_give(call: Call) -> None:
        await call.redraw(give_form(await prepare_giving(services, call.actor, pair_id=call.value), wording))

    async def answer(call: Call) -> None:
        form = give_form(await prepare_giving(services, call.actor, request_id=call.value), wording)
        # Within the choice it takes its place.
        await (call.redraw if call.view.get("type") == "modal" else call.open)(form)

    async def give(call: Call) -> None:
        values = parse_give(call.view)
        missing = await give_feedback(services, call.actor, values, call.form_id)
        if not missing:
            await call.close_all()
            return
        pair, request = values.pair_id, values.request_id
        draft = await prepare_giving(services, call.actor, pair_id=pair, request_id=request)
        again = GivingDraft(draft.pair, draft.request_id, draft.question, values.given, missing)
        await call.redraw(give_form(again, wording))

    async def later(call: Call) -> None:
        await answer_later(services, call.actor, call.value)

    async def decline(call: Call) -> None:
        await decline_request(services, call.actor, call.value)

    listening.action(ActionId.OPEN_FEEDBACK, choose)
    listening.action(ActionId.ASK_FEEDBACK, show_ask)
    listening.submission(FormId.ASK_FEEDBACK, ask)
    listening.action(ActionId.GIVE_FEEDBACK, show_give)
    listening.submission(FormId.GIVE_FEEDBACK, give)
    listening.action(ActionId.ANSWER_REQUEST, answer)
    listening.action(ActionId.ANSWER_LATER, later)
    listening.action(ActionId.DECLINE_REQUEST, decline)


def _register_afterwards(listening: Listening, services: Services, wording: Wording) -> None:
    async def tap(call: Call) -> None:
        await react(services, call.actor, call.value, REACTIONS[ActionId(call.name)])

    async def show_meaning(call: Call) -> None:
        await call.open(meaning_form(await prepare_follow_up(services, call.actor, call.value), wording))

    async def ask_meaning(call: Call) -> None:
        await ask_what_was_meant(services, call.actor, parse_words(call.view), call.form_id)

    async def show_reply(call: Call) -> None:
        await call.open(reply_form(await prepare_reply(services, call.actor, call.value), wording))

    async def reply(call: Call) -> None:
        await explain_feedback(services, call.actor, parse_words(call.view), call.form_id)

    async def show_follow_up(call: Call) -> None:
        await call.open(follow_up_form(await prepare_follow_up(services, call.actor, call.value), wording))

    async def follow_up(call: Call) -> None:
        await say_what_came_of_it(services, call.actor, parse_words(call.view), call.form_id)

    async def leave(call: Call) -> None:
        await leave_feedback(services, call.actor, call.value)

    for action in REACTIONS:
        listening.action(action, tap)
    listening.action(ActionId.ASK_MEANING, show_meaning)
    listening.submission(FormId.FEEDBACK_MEANING, ask_meaning)
    listening.action(ActionId.REPLY_MEANING, show_reply)
    listening.submission(FormId.FEEDBACK_REPLY, reply)
    listening.action(ActionId.FOLLOW_UP_FEEDBACK, show_follow_up)
    listening.submission(FormId.FEEDBACK_FOLLOW_UP, follow_up)
    listening.action(ActionId.LEAVE_FEEDBACK, leave)
