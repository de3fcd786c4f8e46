"""Posts for the celebrations channel, with all that they say, read at once however many they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import aliased

from mentoring.celebrations import ShoutOutText
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.people import Person as Card
from mentoring.picked import AboutMessage
from services.wins import message_by
from storage.consents import QUESTIONS
from storage.models import Consent, Person, Programme, ShoutOut, Win, WinThanks
from storage.models import Milestone as MilestoneRow
from storage.people import card
from storage.transaction import Transaction

AUTHOR, MESSAGE_BY = aliased(Person), aliased(Person)

# A row for each person named, by name.
POSTS = (
    select(ShoutOut, Programme.channel, Consent, Person, WinThanks, MilestoneRow, Win, AUTHOR, MESSAGE_BY)
    .join(Programme, Programme.id == ShoutOut.programme_id)
    .join(Consent, Consent.shout_out_id == ShoutOut.id)
    .join(Person, Person.id == Consent.person_id)
    .outerjoin(MilestoneRow, MilestoneRow.id == ShoutOut.milestone_id)
    .outerjoin(Win, Win.id == ShoutOut.win_id)
    .outerjoin(AUTHOR, AUTHOR.id == Win.author_id)
    .outerjoin(MESSAGE_BY, MESSAGE_BY.id == Win.message_by_id)
    .outerjoin(WinThanks, and_(WinThanks.win_id == Win.id, WinThanks.person_id == Person.id))
    .order_by(Person.name, Person.id)
)
POSTS_BY_ID = POSTS.where(ShoutOut.id.in_(bindparam("ids", expanding=True)))
POSTS_ASKED_ABOUT = POSTS.where(ShoutOut.id.in_(QUESTIONS))


@dataclass(frozen=True)
class Post:
    """A post with its words: of a milestone, or of a win with its author.

    `consents` has whoever it names, by name, and what each of them said; `thanked` those of them whom the win thanks.
    """

    shout_out: ShoutOut
    channel: str | None
    milestone: Milestone | None = None
    author: Card | None = None
    words: str | None = None
    message: AboutMessage | None = None
    consents: list[tuple[Card, Consent]] = field(default_factory=list)
    thanked: list[Card] = field(default_factory=list)

    def text(self, *, with_names: bool) -> ShoutOutText:
        """What it says, with or without names."""
        people = tuple(person for person, _ in self.consents)
        if not with_names:
            return ShoutOutText((), people, words=self.words, milestone=self.milestone)
        return ShoutOutText(
            people, (), author=self.author, words=self.words, thanks=tuple(self.thanked), milestone=self.milestone,
            # The address leads to whoever wrote it.
            message=self.message,
        )  # fmt: skip


async def posts(tx: Transaction, ids: Sequence[str]) -> list[Post]:
    """The posts with these ids, those first that are waited for the least."""
    return _put_together(tx, await tx.execute(POSTS_BY_ID, {"ids": list(ids)}))


async def posts_asked_about(tx: Transaction, reader: Person, now: datetime, most: int) -> list[Post]:
    """The most urgent posts that somebody is asked about and has not answered, as many as are to be shown."""
    return _put_together(tx, await tx.execute(POSTS_ASKED_ABOUT, {"reader": reader.id, "now": now, "most": most}))


def _put_together(tx: Transaction, rows: Iterable[Sequence[Any]]) -> list[Post]:
    found: dict[str, Post] = {}
    for row, channel, consent, person, thanks, milestone, win, author, by in rows:
        if row.id not in found:
            found[row.id] = _post(tx, row, channel, milestone, win, author, by)
        found[row.id].consents.append((card(person), consent))
        if thanks is not None:
            found[row.id].thanked.append(card(person))
    return sorted(found.values(), key=lambda post: (post.shout_out.waits_until, post.shout_out.id))


def _post(
    tx: Transaction,
    row: ShoutOut,
    channel: str | None,
    milestone: MilestoneRow | None,
    win: Win | None,
    author: Person | None,
    by: Person | None,
) -> Post:
    if milestone:
        return Post(row, channel, milestone=Milestone(MilestoneKind(milestone.kind), milestone.subject))
    assert win is not None  # noqa: S101 - a post has one or the other
    assert author is not None  # noqa: S101 - the same
    return Post(row, channel, None, card(author), tx.unseal(win, "words"), message_by(tx, win, by))
