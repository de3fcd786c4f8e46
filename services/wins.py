"""Keeping a win, from its own form or with a check-in. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select

from mentoring.consent import called_in, names_in, without_names
from mentoring.notices import NoticeKind, Weight
from mentoring.picked import AboutMessage
from mentoring.wins import Audience
from services.shout_outs import ask_for_win
from services.telling import tell
from storage.inserts import insert_row
from storage.models import Pair, Person, Programme, Win, WinThanks
from storage.pairs import partner_of
from storage.people import card, everybody, people_by_id
from storage.programmes import first_programme
from storage.transaction import Transaction


async def keep_win(
    tx: Transaction,
    now: datetime,
    author: Person,
    pair: Pair | None,
    words: str,
    audience: Audience,
    thanks: Sequence[Person] = (),
    *,
    message_link: str | None = None,
    message_by: Person | None = None,
) -> set[str]:
    """Keep a win and tell whom it is for; `message_by` wrote the message that it is about, if its author did not.

    Returns:
        The ids of all whose homes show another thing now, to be marked last.
    """
    win = Win(
        workspace_id=author.workspace_id, author_id=author.id, pair_id=pair.id if pair else None, audience=audience,
        message_by_id=message_by.id if message_by else None, created_at=now,
    )  # fmt: skip
    tx.seal(win, "words", words)
    tx.seal(win, "message_link", message_link)
    await insert_row(tx, win)
    await thank(tx, win, thanks)
    if pair:
        programme = await tx.get_one(Programme, pair.programme_id)
        concerned = await share_win(tx, now, win, author, pair)
    else:
        concerned = {author.id}
        programme = await first_programme(tx, author.workspace_id)
    await tell(
        tx, now, NoticeKind.WIN_SAVED, win.id, author, programme, weight=Weight.REPLY,
        pair_id=pair.id if pair else None,
    )  # fmt: skip
    return concerned


async def thank(tx: Transaction, win: Win, people: Sequence[Person]) -> None:
    """Have a win thank exactly these people, but for its author."""
    before = {thanks.person_id: thanks for thanks in await tx.scalars(_thanks_of(win))}
    after = {person.id for person in people if person.id != win.author_id}
    for person_id in before.keys() - after:
        await tx.delete(before[person_id])
    # In one order, so that two such deeds do not wait for each other.
    for person_id in sorted(after - before.keys()):
        tx.add(WinThanks(workspace_id=win.workspace_id, win_id=win.id, person_id=person_id))
    await tx.flush()


async def share_win(tx: Transaction, now: datetime, win: Win, author: Person, pair: Pair) -> set[str]:
    """Have those read a win whom its audience means: the partner, or the channel once everyone it names agrees.

    Returns:
        The ids of all whose homes show another thing now, to be marked last: those who are asked find it there, too.
    """
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, author.id))
    if win.audience == Audience.PARTNER:
        await tell(tx, now, NoticeKind.WIN_SHARED, win.id, partner, programme, pair_id=pair.id)
    if win.audience == Audience.CHANNEL:
        named = await _named(tx, win, partner)
        await ask_for_win(tx, now, programme, win, named, author)
        return {author.id, partner.id, *(person.id for person in named)}
    return {author.id, partner.id}


async def about_message(tx: Transaction, win: Win) -> AboutMessage | None:
    """The message in Slack that a win is about, for those who may read the win."""
    return message_by(tx, win, await tx.get_one(Person, win.message_by_id) if win.message_by_id else None)


def message_by(tx: Transaction, win: Win, by: Person | None) -> AboutMessage | None:
    """The same, where its writer is at hand."""
    link = tx.unseal(win, "message_link")
    return AboutMessage(link, card(by) if by else None) if link else None


def _thanks_of(win: Win) -> Select[WinThanks]:
    return select(WinThanks).where(WinThanks.win_id == win.id).order_by(WinThanks.person_id)


async def _named(tx: Transaction, win: Win, partner: Person) -> list[Person]:
    """Whom a win names beside its author: those it thanks, the partner, and whoever its words call with an "@".

    And whoever wrote the message that it is about.
    """
    words = tx.unseal(win, "words") or ""
    by_id = [thanks.person_id for thanks in await tx.scalars(_thanks_of(win))]
    by_id += [win.message_by_id] if win.message_by_id else []
    named = await people_by_id(tx, win.workspace_id, by_id)
    # The words name the partner as surely as the thanks do.
    if names_in(words, (card(partner),)):
        named[partner.id] = partner
    author = await tx.get_one(Person, win.author_id)
    # A name that stands for one of these is not somebody else's of the same name.
    words = without_names(words, map(card, (*named.values(), author)), "")
    if "@" in words:
        known = await everybody(tx, win.workspace_id)
        called = {person.id for person in called_in(words, map(card, known))}
        named |= {person.id: person for person in known if person.id in called}
    return list(named.values())
