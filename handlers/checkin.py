"""`/checkin`: somebody logs a session with their partner."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile, with_clashes
from handlers.listening import Listening
from handlers.no_pair import say_how_to_get_a_pair
from mentoring.refusals import Reason, Refusal, Refusals
from mentoring.sessions import likeliest
from services.choose_pair import pairs_to_choose
from services.context import Services
from services.log_check_in import log_check_in
from services.prepare_check_in import prepare_check_in
from views.forms.checkin import check_in_form, parse_check_in
from views.forms.context import decode
from views.ids import ActionId, Command, FormId, ShortcutId
from views.messages.help import not_a_pair_with
from views.typed import mentioned_users, typed_words
from views.wording import Wording


async def open_check_in(
    call: Call,
    services: Services,
    wording: Wording,
    *,
    partner: str | None = None,
    words: str = "",
    pair: str | None = None,
    session: str | None = None,
) -> None:
    """Open the form; somebody in no pair is told how to get one."""
    try:
        draft = await prepare_check_in(
            services, call.actor, partner_user=partner, words=words, pair_id=pair, session_id=session
        )
    except Refusal as refusal:
        if refusal.reason is not Reason.NO_PAIR:
            raise
        await say_how_to_get_a_pair(call, services, wording)
        return
    await call.open(check_in_form(draft, wording))


async def _open_by_command(call: Call, services: Services, wording: Wording) -> None:
    """Open the form as what was typed says; whoever named no partner of theirs is told who they are."""
    partner = next(iter(mentioned_users(call.words)), None)
    try:
        await open_check_in(call, services, wording, partner=partner, words="" if partner else typed_words(call.words))
    except Refusal as refusal:
        if partner is None or refusal.reason is not Reason.NOT_PARTNER:
            raise
        answer = not_a_pair_with(partner, await pairs_to_choose(services, call.actor), wording)
        await call.say_privately(answer.text, answer.blocks)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for everything that opens, extends or submits a check-in."""

    async def by_command(call: Call) -> None:
        await _open_by_command(call, services, wording)

    async def by_shortcut(call: Call) -> None:
        await open_check_in(call, services, wording)

    async def for_pair(call: Call) -> None:
        await open_check_in(call, services, wording, pair=call.value or None)

    async def for_session(call: Call) -> None:
        await open_check_in(call, services, wording, session=call.value)

    async def add_more(call: Call) -> None:
        # Slack keeps what was typed where blocks keep their ids.
        about = decode(call.view)
        pair, session = about.pair_id, about.session_id
        draft = await prepare_check_in(services, call.actor, pair_id=pair, session_id=session, more=True)
        await call.redraw(check_in_form(replace(draft, seen=about.seen), wording, more=True))

    async def submit(call: Call) -> None:
        values = parse_check_in(call.view)
        more = decode(call.view).more
        try:
            await log_check_in(services, call.actor, values, call.form_id)
        except Refusal as refusal:
            if refusal.reason is not Reason.SAME_SESSION:
                raise
            draft = await prepare_check_in(services, call.actor, pair_id=values.pair_id, more=more)
            nearest = likeliest(draft.sessions, values.happened_on)
            # The day that is kept was never meant for that session; the plan is as it was seen before.
            seen = replace(values.seen, on=None)
            draft = replace(draft, chosen_session=nearest, asks_again=True, seen=seen)
            await call.redraw(check_in_form(draft, wording, more=more))
        except Refusals as refused:
            clashes = fields_changed_meanwhile(refused)
            draft = await prepare_check_in(services, call.actor, pair_id=values.pair_id, more=more)
            chosen = next((session for session in draft.sessions if session.id == values.session_id), None)
            on = chosen.on if chosen else None
            draft = replace(draft, chosen_session=chosen, seen=replace(draft.seen, on=on))
            await call.redraw(check_in_form(with_clashes(draft, values, clashes), wording, more=more))

    listening.command(Command.CHECK_IN, by_command)
    listening.shortcut(ShortcutId.LOG_CHECK_IN, by_shortcut)
    listening.action(ActionId.LOG_CHECK_IN, for_pair)
    listening.action(ActionId.LOG_PLANNED, for_session)
    listening.action(ActionId.ADD_MY_SIDE, for_session)
    listening.action(ActionId.ADD_MORE, add_more)
    listening.submission(FormId.CHECK_IN, submit)
