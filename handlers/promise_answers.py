"""A nudge about a promise is answered: done or dropped in one tap, or a new date in a short form."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from mentoring.promises import PromiseState, PromiseValues, row_with
from mentoring.refusals import Refusals
from services.context import Services
from services.prepare_promises import prepare_promise_date
from services.update_promises import settle_promise, update_promises
from views.forms.promise_date import parse_promise_date, promise_date_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the three answers, and for the form."""

    async def done(call: Call) -> None:
        await settle_promise(services, call.actor, call.value, PromiseState.DONE)

    async def drop(call: Call) -> None:
        await settle_promise(services, call.actor, call.value, PromiseState.DROPPED)

    async def open_form(call: Call) -> None:
        draft = await prepare_promise_date(services, call.actor, call.value)
        await call.open(promise_date_form(draft, wording))

    async def submit(call: Call) -> None:
        values = parse_promise_date(call.view)
        try:
            await update_promises(services, call.actor, [values], call.form_id)
        except Refusals as refused:
            await show_again(call, values, fields_changed_meanwhile(refused))

    async def show_again(call: Call, values: PromiseValues, changed: frozenset[str]) -> None:
        draft = await prepare_promise_date(services, call.actor, values.promise_id)
        rows = tuple(row_with(row, values, changed) for row in draft.rows)
        await call.redraw(promise_date_form(replace(draft, rows=rows), wording))

    listening.action(ActionId.PROMISE_DONE, done)
    listening.action(ActionId.PROMISE_DROPPED, drop)
    listening.action(ActionId.OPEN_PROMISE_DATE, open_form)
    listening.submission(FormId.PROMISE_DATE, submit)
