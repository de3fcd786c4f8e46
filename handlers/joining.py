"""Somebody in no pair says that they would like to be in one, or not any more."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from handlers.profiles import profile_of
from mentoring.pairs import Role
from services.context import Services
from services.wish_to_join import wish_no_longer, wish_to_join
from views.ids import ActionId
from views.wording import Wording


def register(listening: Listening, services: Services, _wording: Wording) -> None:
    """Listen for the buttons in App Home."""

    def wishing(role: Role) -> Listener:
        async def listen(call: Call) -> None:
            workspace = call.actor.workspace
            await wish_to_join(services, workspace, await profile_of(call.client, workspace, call.actor.user), role)

        return listen

    def thinking_better(role: Role) -> Listener:
        async def listen(call: Call) -> None:
            await wish_no_longer(services, call.actor, role)

        return listen

    listening.action(ActionId.WISH_TO_MENTOR, wishing(Role.MENTOR))
    listening.action(ActionId.WISH_TO_BE_MENTORED, wishing(Role.MENTEE))
    listening.action(ActionId.WISH_TO_MENTOR_NO_LONGER, thinking_better(Role.MENTOR))
    listening.action(ActionId.WISH_TO_BE_MENTORED_NO_LONGER, thinking_better(Role.MENTEE))
