"""The author of a win lets more people see it than at first: their partner, or everyone in the channel."""

from collections.abc import Sequence

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor, Profile
from mentoring.refusals import Reason, Refusal
from mentoring.widening import WideningDraft, WideningValues, is_wider, wider_audiences
from mentoring.wins import Audience
from services.celebrate_win import refuse_who_cannot_be_asked
from services.context import Services
from services.knowing import known_person, lively_pair
from services.wins import share_win, thank
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme, Win, WinThanks
from storage.notices import redraw
from storage.pairs import pair_choices
from storage.people import keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def prepare_widening(
    services: Services, actor: Actor, win_id: str, *, pair_id: str | None = None
) -> WideningDraft:
    """What the form starts with; `pair_id` is the pair chosen, for a win that belongs to none.

    Raises:
        Refusal: It is somebody else's, its pair is not under way, or everyone may see it already.
    """

    async def look(tx: Transaction) -> WideningDraft:
        person = await known_person(tx, actor)
        win = await _own(tx, person, win_id)
        pairs = tuple(pair for pair in await pair_choices(tx, person) if win.pair_id in (None, pair.id))
        if not pairs:
            raise Refusal(Reason.NOT_ACTIVE if win.pair_id else Reason.NO_PAIR)
        chosen = next((pair for pair in pairs if pair.id == pair_id), pairs[0])
        pair = await tx.get_one(Pair, chosen.id)
        channel = (await tx.get_one(Programme, pair.programme_id)).channel
        offered = wider_audiences(Audience(win.audience), has_channel=channel is not None)
        if not offered:
            raise Refusal(Reason.TOO_LATE)
        thanked = select(Person.slack_id).join(WinThanks, WinThanks.person_id == Person.id)
        users = (await tx.scalars(thanked.where(WinThanks.win_id == win.id).order_by(Person.name))).all()
        return WideningDraft(win.id, tx.unseal(win, "words") or "", offered, pairs, chosen, channel, tuple(users))

    return await services.read(look)


async def share_with_partner(services: Services, actor: Actor, win_id: str) -> None:
    """Let the partner see a win that its author had for themselves. A second tap changes nothing.

    Raises:
        Refusal: It is somebody else's, or its pair is not under way.
    """

    async def deed(tx: Transaction) -> None:
        person = await known_person(tx, actor)
        win = await _own(tx, person, win_id)
        if win.pair_id is None:
            raise Refusal(Reason.NO_PAIR)
        pair = await lively_pair(tx, person, win.pair_id)
        await _widen(tx, services, person, pair, win, Audience.PARTNER, thanks=None)

    await services.write(deed)


async def widen_win(
    services: Services, actor: Actor, values: WideningValues, thanked: Sequence[Profile], form_id: str
) -> None:
    """Let those see a win whom its author chose, if they are more than before; a post asks everyone it names.

    A second submit of one form changes nothing.

    Raises:
        Refusal: It is somebody else's, its pair is not under way, it thanks somebody who cannot be asked, or,
            `TOO_LATE`, it has been shared in another pair since the form was opened.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        refuse_who_cannot_be_asked(thanked, actor.workspace)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        win = await _own(tx, person, values.win_id)
        pair = await lively_pair(tx, person, values.pair_id)
        thanks = [await keep_profile(tx, actor.workspace, profile) for profile in thanked]
        await _widen(tx, services, person, pair, win, values.audience, thanks)

    await services.write(deed)


async def _own(tx: Transaction, person: Person, win_id: str) -> Win:
    win = await tx.scalar(
        select(Win).where(Win.id == win_id, Win.workspace_id == person.workspace_id, Win.author_id == person.id)
    )
    if win is None:
        raise Refusal(Reason.NOT_YOURS)
    return win


async def _widen(
    tx: Transaction,
    services: Services,
    person: Person,
    pair: Pair,
    win: Win,
    audience: Audience,
    thanks: Sequence[Person] | None,
) -> None:
    # Read again, since another such deed may have held it: in the same pair, or in another.
    await tx.refresh(win, with_for_update=True)
    if win.pair_id not in (None, pair.id):
        # Moved there, it would be gone for the partner who has read it.
        raise Refusal(Reason.TOO_LATE)
    if not is_wider(audience, Audience(win.audience)):
        return
    now = services.now()
    win.audience = audience
    win.pair_id = pair.id
    if thanks is not None:
        await thank(tx, win, thanks)
    concerned = await share_win(tx, now, win, person, pair)
    await redraw(tx, (win.id,), (NoticeKind.WIN_SAVED,), now)
    await mark_homes_stale(tx, now, concerned)
