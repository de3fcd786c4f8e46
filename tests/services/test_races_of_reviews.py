"""What both of a pair do at once at its end, on PostgreSQL: once each, nobody stuck, nothing lost."""

from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import select

from mentoring.going_on import PairCompleted
from mentoring.reviews import (
    Answer,
    Question,
    ReviewKind,
    ReviewShared,
    ReviewValues,
    SharingValues,
    Subject,
    answers_print,
)
from mentoring.thanks import Thanked, ThanksValues
from services.finish_pair import finish_pair
from services.look_at_pairs import look_at_pairs
from services.look_back import save_review
from services.share_review import share_review
from services.thank_partner import thank
from storage.models import Milestone, Review, ReviewAnswer, ThankYou
from storage.reviews import reviews_of
from tests.services.test_races import at_once
from tests.services.world import World

BOTH = ("tom", "maya")
TAKES = Answer(Question.TAKES_ALONG, "To ask first.")


# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_both_finish_write_share_and_thank_at_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    await world.checks_in("tom", pair)
    world.now = datetime(2026, 7, 21, 10, tzinfo=UTC)
    finishing = (finish_pair(world.services, world.who(name), pair, f"V-end-{name}") for name in BOTH for _ in range(2))
    assert await at_once(*finishing) == {None: 4}
    assert [len(await world.told(name, PairCompleted)) for name in BOTH] == [1, 1]
    await at_once(*(look_at_pairs(world.services) for _ in range(4)))
    assert sorted(await world.all(select(Milestone.kind))) == ["first session", "graduation"]

    subject = Subject(pair, ReviewKind.END)
    # Each in two windows, in one of which they pressed twice.
    writing = (
        save_review(world.services, world.who(name), ReviewValues(subject, (TAKES,)), f"V-{window}-{name}")
        for name in BOTH
        for window in (1, 2, 2)
    )
    assert await at_once(*writing) == {None: 6}
    assert (await world.rows(Review), await world.rows(ReviewAnswer)) == (2, 2)

    mine = {}
    for name in BOTH:
        author = await world.id_of(name)
        [mine[name]] = await world.store.read(partial(reviews_of, author_id=author, pair_ids=(pair,)))
    seen = answers_print((TAKES,))
    telling = (
        deed
        for name in BOTH
        for _ in range(2)
        for deed in (
            share_review(
                world.services, world.who(name), SharingValues(mine[name].id, (Question.TAKES_ALONG,), seen),
                f"V-share-{name}",
            ),
            thank(world.services, world.who(name), ThanksValues(pair, "Thank you."), f"V-thank-{name}"),
        )
    )  # fmt: skip
    assert await at_once(*telling) == {None: 8}
    for name in BOTH:
        assert [told.answers for told in await world.told(name, ReviewShared)] == [(TAKES,)]
        assert [told.is_answered for told in await world.told(name, Thanked)] == [True]
    assert await world.rows(ThankYou) == 2
    assert "runs again" not in caplog.text
