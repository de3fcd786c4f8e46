"""Somebody reads the journal: their own wins, and those that their partners shared."""

from mentoring.journal import WINS_A_PAGE, JournalPage
from mentoring.people import Actor
from services.context import Services
from services.journal import journal_lines
from services.telling import today_of
from storage.pairs import channels_of
from storage.people import card, find_person
from storage.transaction import Transaction


async def read_journal(services: Services, actor: Actor, *, skip: int = 0) -> JournalPage:
    """A page of it, without so many newer wins; an empty one for somebody Rapport has not met."""

    async def look(tx: Transaction) -> JournalPage:
        now = services.now()
        me = await find_person(tx, actor)
        if me is None:
            return JournalPage(None, now.date())
        wins, count = await journal_lines(tx, me, await channels_of(tx, me), WINS_A_PAGE, skip)
        return JournalPage(card(me), today_of(me, now), wins, skip, count, me.locale)

    return await services.read(look)
