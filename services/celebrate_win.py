"""Somebody celebrates a win: for themselves, with their partner, or in the channel once everyone named agrees."""

from collections.abc import Sequence

from mentoring.consent import names_in, with_names
from mentoring.forms import WinDraft
from mentoring.people import Actor, Person, Profile, reason_against
from mentoring.picked import PickedMessage
from mentoring.refusals import Reason, Refusal, required
from mentoring.wins import Audience, WinValues
from services.answers import note_win
from services.context import Services
from services.knowing import known_person, lively_pair
from services.wins import keep_win
from storage.intake import is_first_submit
from storage.models import Pair, Programme
from storage.pairs import pair_choices
from storage.people import find_person, keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def prepare_win(
    services: Services,
    actor: Actor,
    *,
    words: str = "",
    thanks: tuple[str, ...] = (),
    pair_id: str | None = None,
    picked: PickedMessage | None = None,
) -> WinDraft:
    """What the form for a win starts with: words typed behind the command, the users they mention, the pair chosen.

    `picked` is the message that it was opened on.
    """

    async def look(tx: Transaction) -> WinDraft:
        person = await find_person(tx, actor)
        pairs = await pair_choices(tx, person) if person else ()
        if not pairs:
            return WinDraft(words, (), None, None, thanks, picked)
        chosen = next((pair for pair in pairs if pair.id == pair_id), pairs[0])
        pair = await tx.get_one(Pair, chosen.id)
        programme = await tx.get_one(Programme, pair.programme_id)
        return WinDraft(words, pairs, chosen, programme.channel, thanks, picked)

    return await services.read(look)


async def celebrate_win(
    services: Services,
    actor: Actor,
    values: WinValues,
    thanked: Sequence[Profile],
    form_id: str,
    *,
    mentioned: Sequence[Profile] = (),
    message_by: Profile | None = None,
) -> None:
    """Keep a win, and let those see it whom its author chose. A second submit of one form changes nothing.

    `mentioned` are those whom nobody thanks, but whom the words called when the form was opened: a post names them as
    long as the words do. `message_by` is whoever wrote the message that it is about, if that was another person: a
    post names them, too.

    Raises:
        Refusal: There are no words, it is to be shared without a pair, it names somebody who cannot be asked, or
            Rapport has not met its author.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        written = required(values.words, "words")
        refuse_who_cannot_be_asked(thanked, actor.workspace)
        words = with_names(written, {each.handle: each.name for each in (*thanked, *mentioned)})
        named = [each for each in mentioned if not each.is_bot and names_in(words, [Person("", each.user, each.name)])]
        if values.audience is Audience.CHANNEL:
            refuse_who_cannot_be_asked(named, actor.workspace, "words")
        if message_by and values.audience is Audience.CHANNEL and not _can_be_asked(message_by, actor.workspace):
            raise Refusal(Reason.MESSAGE_CANNOT_BE_POSTED, "audience", name=message_by.name)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        if values.audience is not Audience.ME and values.pair_id is None:
            raise Refusal(Reason.NO_PAIR, "audience")
        pair = await lively_pair(tx, person, values.pair_id) if values.pair_id else None
        thanks = [await keep_profile(tx, actor.workspace, profile) for profile in thanked]
        # Once they are known, they are found by their names.
        for profile in named:
            await keep_profile(tx, actor.workspace, profile)
        concerned = await keep_win(
            tx, now, person, pair, words, values.audience, thanks,
            message_link=values.picked.link if values.picked else None,
            message_by=await keep_profile(tx, actor.workspace, message_by) if message_by else None,
        )  # fmt: skip
        await note_win(tx, now, person, values.pair_id)
        await mark_homes_stale(tx, now, concerned)

    await services.write(deed)


def refuse_who_cannot_be_asked(people: Sequence[Profile], workspace: str, field: str = "thanks") -> None:
    """Refuse to name whoever could not consent: a bot, somebody deactivated, of another workspace or out of reach.

    Raises:
        Refusal: `CANNOT_BE_ASKED`, at the field.
    """
    for profile in people:
        if not _can_be_asked(profile, workspace):
            raise Refusal(Reason.CANNOT_BE_ASKED, field, name=profile.name)


def _can_be_asked(profile: Profile, workspace: str) -> bool:
    return reason_against(profile, workspace) is None
