"""Wins as somebody reads them in their journal. Called inside a deed's transaction."""

from collections.abc import Mapping

from mentoring.consent import ShoutOutState
from mentoring.home import WinLine
from mentoring.hours import local
from mentoring.widening import wider_audiences
from mentoring.wins import Audience
from services.telling import zone_of
from services.wins import message_by
from storage.models import Person, Win
from storage.people import card
from storage.transaction import Transaction
from storage.wins import WinInFull, journal_of


async def journal_lines(
    tx: Transaction, me: Person, channels: Mapping[str, str | None], most: int
) -> tuple[tuple[WinLine, ...], int]:
    """The newest wins that somebody may read, and how many there are.

    Args:
        tx: The transaction.
        me: Who reads them.
        channels: The celebrations channel, or none, of each pair of theirs that is under way, by the pair's id.
        most: How many.
    """
    wins, count = await journal_of(tx, me, most)
    return tuple(win_line(tx, me, win, channels) for win in wins), count


def win_line(tx: Transaction, me: Person, found: WinInFull, channels: Mapping[str, str | None]) -> WinLine:
    """A win as somebody reads it; `channels` as `journal_lines` has them."""
    win = found.win
    return WinLine(
        card(found.author),
        tx.unseal(win, "words") or "",
        Audience(win.audience),
        local(win.created_at, zone_of(me)).date(),
        message_by(tx, win, found.message_by),
        win.id if win.author_id == me.id and _can_be_widened(win, channels) else None,
        ShoutOutState(found.post) if found.post else None,
    )


def _can_be_widened(win: Win, channels: Mapping[str, str | None]) -> bool:
    # One that was kept in no pair can be shared in any.
    there = [channel for pair_id, channel in channels.items() if win.pair_id in (None, pair_id)]
    return any(wider_audiences(Audience(win.audience), has_channel=channel is not None) for channel in there)
