"""What a story tells of looking back: horizon checks, forms, what was shared of them, notes of thanks.

What somebody answered is read where they are its author. There is little of it, so all of it is read.
"""

from mentoring.reviews import ReviewKind, Subject
from mentoring.story import Entry, HorizonTold, LookedBack, Thanked
from services.story_reader import Reader
from storage.horizon import read_answers
from storage.reviews import reviews_of, shared_in, thanks_in
from storage.stories import own_horizon_answers
from storage.transaction import Transaction


async def horizon_answers(tx: Transaction, reader: Reader) -> list[Entry]:
    """What the reader answered; what it came to, both were told."""
    return [
        HorizonTold(reader.moment(row.answered_at, row.pair_id), read_answers(tx, row), row.compared_at is not None)
        for row in await own_horizon_answers(tx, reader.ids, reader.me.id)
    ]


async def reviews(tx: Transaction, reader: Reader) -> list[Entry]:
    """What the reader wrote, for themselves."""
    return [
        LookedBack(
            reader.moment(review.created_at, review.subject.pair_id),
            review.subject.kind,
            reader.role(review.subject.pair_id),
            review.answers,
            is_mine=True,
            has_shared=bool(review.shared),
            months=_months(review.subject),
        )
        for review in await reviews_of(tx, reader.me.id, reader.ids)
    ]


async def shared_reviews(tx: Transaction, reader: Reader) -> list[Entry]:
    """What partners shared of theirs."""
    return [
        LookedBack(
            reader.moment(shared.at, shared.subject.pair_id),
            shared.subject.kind,
            reader.role_of(shared.subject.pair_id, shared.author_id),
            shared.answers,
            is_mine=False,
            months=_months(shared.subject),
        )
        for shared in await shared_in(tx, reader.me.id, reader.ids)
        if shared.author_id != reader.me.id
    ]


async def thanks(tx: Transaction, reader: Reader) -> list[Entry]:
    """The notes with which either thanked the other."""
    return [
        Thanked(
            reader.moment(note.created_at, note.pair_id), tx.unseal(note, "words") or "", note.author_id == reader.me.id
        )
        for note in await thanks_in(tx, reader.me.id, reader.ids)
    ]


def _months(subject: Subject) -> int:
    return int(subject.id) if subject.kind is ReviewKind.ECHO else 0
