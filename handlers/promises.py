"""Promises: their owner says by when and what became of them, and answers those that their partner suggests."""

from collections.abc import Mapping
from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.errors import Listener
from handlers.listening import Listening
from handlers.no_pair import say_how_to_get_a_pair
from mentoring.promises import PromisesDraft, PromiseValues, row_with
from mentoring.refusals import Reason, Refusal, Refusals
from services.answer_promise import answer_promise
from services.context import Services
from services.prepare_promises import prepare_promises
from services.update_promises import update_promises
from views.forms.context import decode
from views.forms.promises import parse_promises, promises_form
from views.ids import ActionId, FormId
from views.messages.help import no_promises
from views.wording import Wording


async def open_promises(call: Call, services: Services, wording: Wording) -> None:
    """Open the form; somebody who has no open promises, or no pair, is told what to do."""
    try:
        draft = await prepare_promises(services, call.actor)
    except Refusal as refusal:
        if refusal.reason is not Reason.NO_PAIR:
            raise
        await say_how_to_get_a_pair(call, services, wording)
        return
    if draft.rows or draft.proposals:
        await call.open(promises_form(draft, wording))
    else:
        answer = no_promises(wording)
        await call.say_privately(answer.text, answer.blocks)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, and for both answers to what is suggested, in messages, in App Home and in the form."""

    async def open_form(call: Call) -> None:
        await open_promises(call, services, wording)

    async def open_older(call: Call) -> None:
        about = decode(call.view)
        skip = about.skipped + len(about.promises)
        await call.open(promises_form(await prepare_promises(services, call.actor, skip=skip), wording))

    async def submit(call: Call) -> None:
        values = parse_promises(call.view)
        try:
            await update_promises(services, call.actor, values, call.form_id)
        except Refusals as refused:
            await show_again(call, values, fields_changed_meanwhile(refused))

    async def show_again(call: Call, values: tuple[PromiseValues, ...], changed: frozenset[str]) -> None:
        about = decode(call.view)
        shown = [each.promise_id for each in values]
        draft = await prepare_promises(services, call.actor, shown=shown, skip=about.skipped)
        await call.redraw(promises_form(_with_values(draft, values, changed), wording))

    def answering(*, accepts: bool) -> Listener:
        async def listen(call: Call) -> None:
            await answer_promise(services, call.actor, call.value, accepts=accepts)
            if _is_form(call):
                await show_again(call, parse_promises(call.view), frozenset())

        return listen

    listening.action(ActionId.OPEN_PROMISES, open_form)
    listening.action(ActionId.OLDER_PROMISES, open_older)
    listening.submission(FormId.PROMISES, submit)
    listening.action(ActionId.ACCEPT_PROMISE, answering(accepts=True))
    listening.action(ActionId.REFUSE_PROMISE, answering(accepts=False))


def _is_form(call: Call) -> bool:
    return bool(call.view.get("callback_id") == FormId.PROMISES)


def _with_values(draft: PromisesDraft, values: tuple[PromiseValues, ...], changed: frozenset[str]) -> PromisesDraft:
    """What the form shows now: what was chosen, beside what was changed elsewhere."""
    entered: Mapping[str, PromiseValues] = {each.promise_id: each for each in values}
    rows = (row_with(row, entered[row.id], changed) if row.id in entered else row for row in draft.rows)
    return replace(draft, rows=tuple(rows))
