"""`/mentoring`: the menu, help in words, and the way to everything else."""

from collections.abc import Awaitable, Callable, Mapping

from handlers.agreement import open_agreement
from handlers.call import Call
from handlers.feedback import open_feedback
from handlers.goals import open_goals
from handlers.horizon import open_horizon
from handlers.listening import Listening
from handlers.pairing import open_pair_form
from handlers.pauses import open_pause, resume
from handlers.planning import open_plan
from handlers.programme import open_programme_form
from handlers.promises import open_promises
from handlers.report import show_report
from handlers.reviews import open_reviews
from handlers.settings import open_settings_form
from handlers.story import open_story
from services.context import Services
from services.read_menu import read_menu
from views.forms.notices import privacy_form
from views.ids import ActionId, Command, Word
from views.messages.help import help_message, menu_message, unknown_word
from views.messages.privacy import privacy
from views.typed import typed_words
from views.wording import Wording

Opening = Callable[[Call, Services, Wording], Awaitable[None]]

FORMS: Mapping[str, Opening] = {
    Word.PAIR: open_pair_form,
    Word.PROGRAMME: open_programme_form,
    Word.REPORT: show_report,
    Word.PROMISES: open_promises,
    Word.GOALS: open_goals,
    Word.AGREEMENT: open_agreement,
    Word.FEEDBACK: open_feedback,
    Word.REVIEW: open_reviews,
    Word.HORIZON: open_horizon,
    Word.PLAN: open_plan,
    Word.JOURNAL: open_story,
    Word.PAUSE: open_pause,
    Word.RESUME: resume,
    Word.SETTINGS: open_settings_form,
}


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the command; a word it does not know gets the help, never silence."""

    async def by_command(call: Call) -> None:
        word = typed_words(call.words).casefold()
        if opening := FORMS.get(word):
            await opening(call, services, wording)
        elif word == Word.PRIVACY:
            await show_privacy(call)
        else:
            menu = await read_menu(services, call.actor)
            if not word:
                answer = menu_message(menu, wording)
            elif word == Word.HELP:
                answer = help_message(menu, wording)
            else:
                answer = unknown_word(typed_words(call.words), menu, wording)
            await call.say_privately(answer.text, answer.blocks)

    async def show_privacy(call: Call) -> None:
        answer = privacy(wording)
        await call.say_privately(answer.text, answer.blocks)

    async def open_privacy(call: Call) -> None:
        await call.open(privacy_form(wording))

    listening.command(Command.MENTORING, by_command)
    listening.action(ActionId.SHOW_PRIVACY, open_privacy)
