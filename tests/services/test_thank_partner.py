"""A note of thanks: changed until it goes, answered with one back, and kept once for each."""

from datetime import UTC, datetime, timedelta

from mentoring.refusals import Reason
from mentoring.thanks import Thanked, ThanksValues, ThankYouSaved
from services.thank_partner import prepare_thanks, thank
from storage.models import ThankYou
from tests.services.nudged import jumps
from tests.services.world import World, refusals_of


async def test_a_note_of_thanks_can_be_changed_until_it_goes(world: World, pair: str) -> None:
    # In the evening, after the end: Tom reads it tomorrow.
    await jumps(world, datetime(2026, 8, 3, 20, tzinfo=UTC))
    for _ in range(2):
        await thank(world.services, world.who("maya"), ThanksValues(pair, "Thank you."), "V-thanks")
    draft = await prepare_thanks(world.services, world.who("maya"), pair)
    assert (draft.words, draft.is_out) == ("Thank you.", False)
    await thank(world.services, world.who("maya"), ThanksValues(pair, "Thank you for waiting."), world.form())
    assert [each.words for each in await world.told("maya", ThankYouSaved)] == ["Thank you for waiting."]
    world.now += timedelta(days=4)
    await world.send_all()
    [note] = await world.told("tom", Thanked)
    assert (note.author.name, note.words, note.is_answered) == ("Maya Iyer", "Thank you for waiting.", False)
    assert (await prepare_thanks(world.services, world.who("maya"), pair)).is_out
    late = thank(world.services, world.who("maya"), ThanksValues(pair, "Something else"), world.form())
    assert await refusals_of(late) == [(Reason.TOO_LATE, None)]
    await thank(world.services, world.who("tom"), ThanksValues(pair, "And thank you."), world.form())
    assert [each.is_answered for each in await world.told("tom", Thanked)] == [True]
    assert [each.is_answered for each in await world.told("maya", Thanked)] == [True]
    assert await world.rows(ThankYou) == 2
