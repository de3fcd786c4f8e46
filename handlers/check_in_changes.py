"""What becomes of a check-in afterwards: it is edited or withdrawn, or the partner says that they did not meet."""

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile, with_clashes
from handlers.listening import Listening
from mentoring.refusals import Reason, Refusal, Refusals
from services.context import Services
from services.dispute_session import deny_again, dispute_session, say_we_met
from services.edit_check_in import edit_check_in, prepare_edit
from services.withdraw_check_in import withdraw_check_in
from views.forms.checkin import check_in_form, parse_check_in
from views.forms.context import decode
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the buttons of the writer's summary and of the partner's news, and for the edited entry."""

    async def open_edit(call: Call) -> None:
        await call.open(check_in_form(await prepare_edit(services, call.actor, call.value), wording))

    async def submit_edit(call: Call) -> None:
        values, check_in_id = parse_check_in(call.view), decode(call.view).check_in_id
        if check_in_id is None:
            raise Refusal(Reason.OUT_OF_DATE)
        try:
            await edit_check_in(services, call.actor, check_in_id, values, call.form_id)
        except Refusals as refused:
            clashes = fields_changed_meanwhile(refused)
            draft = await prepare_edit(services, call.actor, check_in_id)
            await call.redraw(check_in_form(with_clashes(draft, values, clashes), wording))

    async def withdraw(call: Call) -> None:
        await withdraw_check_in(services, call.actor, call.value)

    async def dispute(call: Call) -> None:
        await dispute_session(services, call.actor, call.value)

    async def deny(call: Call) -> None:
        await deny_again(services, call.actor, call.value)

    async def met(call: Call) -> None:
        await say_we_met(services, call.actor, call.value)

    listening.action(ActionId.EDIT_CHECK_IN, open_edit)
    listening.submission(FormId.EDIT_CHECK_IN, submit_edit)
    listening.action(ActionId.WITHDRAW_CHECK_IN, withdraw)
    listening.action(ActionId.DID_NOT_MEET, dispute)
    listening.action(ActionId.STILL_DID_NOT_MEET, deny)
    listening.action(ActionId.DID_MEET, met)
