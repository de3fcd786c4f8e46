"""What notices say of somebody who would like to talk with the organiser."""

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.troubles import TalkAsked, TalkSaved
from storage.models import Notice, Pair, Person, Trouble
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def talk_asked(tx: Transaction, notice: Notice) -> TalkAsked:
    """To an organiser."""
    trouble = await tx.get_one(Trouble, notice.subject)
    pair = await tx.get_one(Pair, trouble.pair_id)
    author = await tx.get_one(Person, trouble.author_id)
    partner = await tx.get_one(Person, partner_of(pair, author.id))
    return TalkAsked(card(author), card(partner), tx.unseal(trouble, "words"))


async def talk_saved(tx: Transaction, notice: Notice) -> TalkSaved:
    """To whoever asked: who is told."""
    told = (
        select(Person)
        .join(Notice, Notice.receiver == Person.id)
        .where(
            Notice.workspace_id == notice.workspace_id,
            Notice.kind == NoticeKind.TALK_ASKED.value,
            Notice.subject == notice.subject,
        )
        .order_by(Person.name, Person.id)
    )
    return TalkSaved(tuple(card(person) for person in await tx.scalars(told)))
