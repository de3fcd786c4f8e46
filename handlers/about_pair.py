"""Somebody wants something for a pair: from a button that says which, or from where they still have to say."""

from collections.abc import Awaitable, Callable, Sequence

from handlers.call import Call
from handlers.errors import Listener
from handlers.no_pair import say_how_to_get_a_pair
from mentoring.pairs import PairChoice
from mentoring.people import Actor
from services.choose_pair import pairs_to_choose
from services.context import Services
from views.forms.which_pair import which_pair_form
from views.ids import ActionId
from views.wording import Wording

# What is wanted, for the pair with an id.
ForPair = Callable[[Call, str], Awaitable[None]]
# Which pairs of theirs somebody may choose from.
Choices = Callable[[Services, Actor], Awaitable[Sequence[PairChoice]]]


def about_pair(
    services: Services, wording: Wording, action: ActionId, do: ForPair, choices: Choices = pairs_to_choose
) -> Listener:
    """A listener that does something for the pair of a button, for one's only pair, or asks for which of several."""

    async def listen(call: Call) -> None:
        if call.value:
            await do(call, call.value)
            return
        pairs = await choices(services, call.actor)
        if not pairs:
            await say_how_to_get_a_pair(call, services, wording)
        elif len(pairs) == 1:
            await do(call, pairs[0].id)
        else:
            await call.open(which_pair_form(pairs, action, wording))

    return listen
