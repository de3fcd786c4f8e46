"""Keeping a win, from its own form or with a check-in. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.consent import names_in
from mentoring.notices import NoticeKind, Weight
from mentoring.wins import Audience
from services.shout_outs import ask_for_win
from services.telling import tell
from storage.models import Pair, Person, Programme, Win, WinThanks
from storage.pairs import partner_of
from storage.people import card
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
) -> None:
    """Keep a win and tell whom it is for."""
    win = Win(
        workspace_id=author.workspace_id, author_id=author.id, pair_id=pair.id if pair else None, audience=audience,
        created_at=now,
    )  # fmt: skip
    tx.seal(win, "words", words)
    tx.add(win)
    await tx.flush()
    others = {person.id: person for person in thanks if person.id != author.id}
    tx.add_all(WinThanks(workspace_id=author.workspace_id, win_id=win.id, person_id=person_id) for person_id in others)
    if pair is None:
        programme = await first_programme(tx, author.workspace_id)
    else:
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, author.id))
        if audience is Audience.PARTNER:
            await tell(tx, now, NoticeKind.WIN_SHARED, win.id, partner, programme, pair_id=pair.id)
        if audience is Audience.CHANNEL:
            # The words name the partner as surely as the thanks do.
            if names_in(words, (card(partner),)):
                others[partner.id] = partner
            await ask_for_win(tx, now, programme, win, list(others.values()), author)
    await tell(
        tx, now, NoticeKind.WIN_SAVED, win.id, author, programme, weight=Weight.REPLY,
        pair_id=pair.id if pair else None,
    )  # fmt: skip
