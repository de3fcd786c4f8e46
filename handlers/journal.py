"""`/mentoring journal`: somebody reads all their wins, and those that their partners shared."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from mentoring.journal import WINS_A_PAGE
from services.context import Services
from services.read_journal import read_journal
from views.forms.context import decode
from views.forms.journal import journal_form
from views.ids import ActionId
from views.messages.help import empty_journal
from views.wording import Wording


async def open_journal(call: Call, services: Services, wording: Wording) -> None:
    """Open the newest page; where there is nothing to read, say how wins get there."""
    page = await read_journal(services, call.actor)
    if page.wins:
        await call.open(journal_form(page, wording))
    else:
        answer = empty_journal(wording)
        await call.say_privately(answer.text, answer.blocks)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens it and turns its pages."""

    async def open_first(call: Call) -> None:
        await open_journal(call, services, wording)

    def turning(by: int) -> Listener:
        async def listen(call: Call) -> None:
            skip = max(0, decode(call.view).skipped + by)
            await call.redraw(journal_form(await read_journal(services, call.actor, skip=skip), wording))

        return listen

    listening.action(ActionId.OPEN_JOURNAL, open_first)
    listening.action(ActionId.NEWER_WINS, turning(-WINS_A_PAGE))
    listening.action(ActionId.OLDER_WINS, turning(WINS_A_PAGE))
