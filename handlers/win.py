"""`/win`: somebody celebrates, and those a post would name say whether it may go to the channel."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from handlers.picked_message import own_words, picked_message
from handlers.profiles import chosen_profile, make_known, profile_of
from mentoring.consent import Answer
from services.answer_consent import answer_consent
from services.celebrate_win import celebrate_win, prepare_win
from services.context import Services
from views.forms.win import parse_win, win_form
from views.ids import ActionId, Command, FormId, ShortcutId
from views.typed import mentioned_users, typed_words
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for everything that opens or submits a win, and for the answers to a post."""

    async def open_form(call: Call) -> None:
        words, thanks = typed_words(call.words), mentioned_users(call.words)
        draft = await prepare_win(services, call.actor, words=words, thanks=thanks)
        await call.open(win_form(draft, wording))

    async def open_on_message(call: Call) -> None:
        picked, text = await picked_message(call)
        words = await own_words(call, text)
        draft = await prepare_win(services, call.actor, words=words, thanks=mentioned_users(text), picked=picked)
        await call.open(win_form(draft, wording))

    async def submit(call: Call) -> None:
        values = parse_win(call.view)
        await make_known(call, services)
        workspace = call.actor.workspace
        thanked = [await chosen_profile(call, user, "thanks") for user in values.thanks]
        others = [user for user in values.mentioned if user not in values.thanks]
        mentioned = [await chosen_profile(call, user, "words") for user in others]
        author = values.picked.user if values.picked else None
        message_by = await profile_of(call.client, workspace, author) if author else None
        await celebrate_win(
            services, call.actor, values, thanked, call.form_id, mentioned=mentioned, message_by=message_by
        )

    def answering(answer: Answer) -> Listener:
        async def listen(call: Call) -> None:
            await answer_consent(services, call.actor, call.value, answer)

        return listen

    listening.command(Command.WIN, open_form)
    listening.shortcut(ShortcutId.CELEBRATE_WIN, open_form)
    listening.shortcut(ShortcutId.CELEBRATE_THIS, open_on_message)
    listening.action(ActionId.CELEBRATE, open_form)
    listening.submission(FormId.WIN, submit)
    listening.action(ActionId.CONSENT_YES, answering(Answer.YES))
    listening.action(ActionId.CONSENT_UNNAMED, answering(Answer.UNNAMED))
    listening.action(ActionId.CONSENT_NO, answering(Answer.NO))
