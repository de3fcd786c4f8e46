"""`/mentoring journal`: somebody reads the story of their pairs, and all their wins."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from mentoring.refusals import Reason, Refusal
from mentoring.story import ENTRIES_A_PAGE, Part
from services.context import Services
from services.read_story import read_story
from views.forms.context import decode
from views.forms.story import ALL, story_form
from views.ids import ActionId
from views.messages.help import empty_journal
from views.wording import Wording


async def open_story(call: Call, services: Services, wording: Wording) -> None:
    """Open the newest page of all pairs; where there is nothing to read, say how a story begins."""
    page = await read_story(services, call.actor)
    if page.entries:
        await call.open(story_form(page, wording))
    else:
        answer = empty_journal(wording)
        await call.say_privately(answer.text, answer.blocks)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens it, chooses what of it, and turns its pages."""

    async def show(call: Call, pair_id: str | None, part: Part, skip: int = 0) -> None:
        await call.redraw(story_form(await read_story(services, call.actor, pair_id, part, skip=skip), wording))

    async def open_one(call: Call) -> None:
        if call.value:
            await call.open(story_form(await read_story(services, call.actor, call.value), wording))
        else:
            await open_story(call, services, wording)

    async def open_wins(call: Call) -> None:
        await call.open(story_form(await read_story(services, call.actor, part=Part.WINS), wording))

    async def choose_pair(call: Call) -> None:
        await show(call, None if call.value == ALL else call.value, decode(call.view).part)

    async def choose_part(call: Call) -> None:
        if call.value not in list(Part):
            raise Refusal(Reason.OUT_OF_DATE)
        await show(call, decode(call.view).pair_id, Part(call.value))

    def turning(by: int) -> Listener:
        async def listen(call: Call) -> None:
            about = decode(call.view)
            await show(call, about.pair_id, about.part, max(0, about.skipped + by))

        return listen

    listening.action(ActionId.OPEN_STORY, open_one)
    listening.action(ActionId.OPEN_WINS, open_wins)
    listening.action(ActionId.STORY_OF, choose_pair)
    listening.action(ActionId.STORY_ONLY, choose_part)
    listening.action(ActionId.NEWER_STORY, turning(-ENTRIES_A_PAGE))
    listening.action(ActionId.OLDER_STORY, turning(ENTRIES_A_PAGE))
