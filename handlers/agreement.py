"""`/mentoring agreement`: the form with which either of a pair proposes an agreement, or changes it."""

from dataclasses import replace

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from mentoring.refusals import Refusals
from services.context import Services
from services.propose_agreement import prepare_agreement, propose_agreement
from services.read_agreement import pairs_to_agree, read_agreement
from views.forms.agreement import agreement_form, parse_agreement
from views.forms.agreement_page import agreement_page
from views.forms.rhythm import picked_rhythm
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_agreement(call: Call, services: Services, wording: Wording) -> None:
    """Open how it stands, or the form where nothing does, for the pair of the button or for one that is chosen."""

    async def show(call: Call, pair_id: str) -> None:
        page = await read_agreement(services, call.actor, pair_id)
        if page.waiting or page.agreed or page.is_over:
            await call.open(agreement_page(page, wording))
        else:
            await call.open(agreement_form(await prepare_agreement(services, call.actor, pair_id), wording))

    await about_pair(services, wording, ActionId.OPEN_AGREEMENT, show, pairs_to_agree)(call)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, and for what opens it."""

    async def open_page(call: Call) -> None:
        await open_agreement(call, services, wording)

    async def open_form(call: Call) -> None:
        await call.open(agreement_form(await prepare_agreement(services, call.actor, call.value), wording))

    async def submit(call: Call) -> None:
        values = parse_agreement(call.view)
        try:
            proposes = await propose_agreement(services, call.actor, values, call.form_id)
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            # What was typed, beside what it says by now.
            now = await prepare_agreement(services, call.actor, values.pair_id)
            again = replace(now, terms=values.terms, meanwhile=now.terms)
            await call.redraw(agreement_form(again, wording, picked_rhythm(call.view)))
            return
        if proposes:
            await call.close_all()
        else:
            await call.redraw(agreement_page(await read_agreement(services, call.actor, values.pair_id), wording))

    listening.action(ActionId.OPEN_AGREEMENT, open_page)
    listening.action(ActionId.CHANGE_AGREEMENT, open_form)
    listening.submission(FormId.AGREEMENT, submit)
