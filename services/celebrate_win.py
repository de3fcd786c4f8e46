"""Somebody celebrates a win: for themselves, with their partner, or in the channel once everyone named agrees."""

from collections.abc import Sequence

from mentoring.forms import WinDraft
from mentoring.people import Actor, Profile
from mentoring.refusals import Reason, Refusal
from mentoring.wins import Audience, WinValues
from services.context import Services
from services.knowing import known_person, lively_pair
from services.wins import keep_win
from storage.intake import is_first_submit
from storage.models import Pair, Programme
from storage.pairs import pair_choices, partner_of
from storage.people import find_person, keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def prepare_win(
    services: Services, actor: Actor, *, words: str = "", thanks: tuple[str, ...] = (), pair_id: str | None = None
) -> WinDraft:
    """What the form for a win starts with: words typed behind the command, the users they mention, the pair chosen."""

    async def look(tx: Transaction) -> WinDraft:
        person = await find_person(tx, actor)
        pairs = await pair_choices(tx, person) if person else ()
        if not pairs:
            return WinDraft(words, (), None, None, thanks)
        chosen = next((pair for pair in pairs if pair.id == pair_id), pairs[0])
        pair = await tx.get_one(Pair, chosen.id)
        programme = await tx.get_one(Programme, pair.programme_id)
        return WinDraft(words, pairs, chosen, programme.channel, thanks)

    return await services.read(look)


async def celebrate_win(
    services: Services, actor: Actor, values: WinValues, thanked: Sequence[Profile], form_id: str
) -> None:
    """Keep a win, and let those see it whom its author chose. A second submit of one form changes nothing.

    Raises:
        Refusal: There are no words, it is to be shared without a pair, it thanks somebody who cannot be asked, or
            Rapport has not met its author.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not values.words.strip():
            raise Refusal(Reason.EMPTY, "words")
        for profile in thanked:
            if profile.is_bot or profile.is_deactivated or profile.home != actor.workspace:
                raise Refusal(Reason.CANNOT_BE_ASKED, "thanks", name=profile.name)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        if values.audience is not Audience.ME and values.pair_id is None:
            raise Refusal(Reason.NO_PAIR, "audience")
        pair = await lively_pair(tx, person, values.pair_id) if values.pair_id else None
        thanks = [await keep_profile(tx, actor.workspace, profile) for profile in thanked]
        await keep_win(tx, now, person, pair, values.words.strip(), values.audience, thanks)
        await mark_homes_stale(tx, now, (person.id, *([partner_of(pair, person.id)] if pair else [])))

    await services.write(deed)
