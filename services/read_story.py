"""Somebody reads the story of their pairs, or of one of them: what happened, as far as it is theirs to read."""

from datetime import date, datetime

from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.story import ENTRIES_A_PAGE, Entry, Part, StoryPage
from services.context import Services
from services.story_reader import Reader
from services.story_sources import sources_of
from storage.pairs import pair_choice
from storage.people import card, find_person
from storage.stories import pairs_that_began
from storage.transaction import Transaction


async def read_story(
    services: Services, actor: Actor, pair_id: str | None = None, part: Part = Part.EVERYTHING, *, skip: int = 0
) -> StoryPage:
    """A page of it, without so many newer entries; an empty one for somebody Rapport has not met.

    Args:
        services: The store and the time.
        actor: Who reads.
        pair_id: The pair; none: all of theirs that ever began, and their own wins in none.
        part: What of it.
        skip: How many newer entries to leave out.

    Raises:
        Refusal: The pair is not theirs, or never began.
    """

    async def look(tx: Transaction) -> StoryPage:
        me = await find_person(tx, actor)
        if me is None:
            return StoryPage(None)
        pairs = {pair.id: (pair, partner) for pair, partner in await pairs_that_began(tx, me)}
        if pair_id is not None and pair_id not in pairs:
            raise Refusal(Reason.NOT_PARTNER)
        of = {pair_id: pairs[pair_id]} if pair_id else pairs
        # One more than is shown: that there are older ones is said.
        reader = Reader(me, of, pair_id, skip + ENTRIES_A_PAGE + 1)
        told = [entry for source in sources_of(part) for entry in await source(tx, reader)]
        told.sort(key=_newest_last, reverse=True)
        return StoryPage(
            me=card(me),
            entries=tuple(told[skip : skip + ENTRIES_A_PAGE]),
            pairs=tuple(pair_choice(pair, me, partner) for pair, partner in pairs.values()),
            pair_id=pair_id,
            part=part,
            skipped=skip,
            has_older=len(told) > skip + ENTRIES_A_PAGE,
            locale=me.locale,
        )

    return await services.read(look)


def _newest_last(entry: Entry) -> tuple[date, datetime]:
    return entry.moment.on, entry.moment.at
