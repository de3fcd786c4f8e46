"""The author of a win lets more people see it; never fewer."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked, ShoutOutText, WinSaved, WinShared
from mentoring.consent import Answer, ShoutOutState
from mentoring.refusals import Reason
from mentoring.widening import WideningValues
from mentoring.wins import Audience
from services.widen_win import prepare_widening, share_with_partner, widen_win
from storage.models import ShoutOut, Win
from tests.services.world import WINS, World, profile, refusals_of, user_of


@pytest.fixture
async def pair(world: World, pair: str) -> str:
    await world.has_channel()
    return pair


async def kept(world: World, pair: str | None, words: str = "I said no", audience: Audience = Audience.ME) -> str:
    """Tom's win, of which he has been told; its id."""
    await world.celebrates("tom", words, audience, pair)
    await world.send_all()
    [win] = await world.all(select(Win.id))
    return win


async def widen(
    world: World,
    win: str,
    audience: Audience,
    thanks: tuple[str, ...] = (),
    *,
    name: str = "tom",
    pair: str | None = None,
    form: str | None = None,
) -> None:
    [its_own] = await world.all(select(Win.pair_id).where(Win.id == win))
    values = WideningValues(win, pair or its_own or "", audience, tuple(map(user_of, thanks)))
    thanked = [profile(each, world.workspace) for each in thanks]
    await widen_win(world.services, world.who(name), values, thanked, form or world.form())


async def test_what_was_for_oneself_is_shared_with_one_tap(world: World, pair: str) -> None:
    win = await kept(world, pair)
    [saved] = await world.told("tom", WinSaved)
    assert saved.widening is not None
    assert saved.widening.partner is not None
    assert (saved.widening.partner.name, saved.widening.to_channel) == ("Maya Iyer", True)
    for _ in range(2):
        await share_with_partner(world.services, world.who("tom"), win)
    [shared] = await world.told("maya", WinShared)
    assert (shared.author.name, shared.words) == ("Tom Reed", "I said no")
    assert [line.words for line in (await world.home("maya")).wins] == ["I said no"]
    assert await world.redrawings() == {(await world.post_with("tom", WinSaved)).id}
    [saved] = await world.told("tom", WinSaved)
    assert saved.widening is not None
    assert (saved.words, saved.widening.partner, saved.widening.to_channel) == ("I said no", None, True)


async def test_a_post_asks_everyone_it_names_as_one_of_a_new_win_does(world: World, pair: str) -> None:
    win = await kept(world, pair, "Maya taught me to say no", Audience.PARTNER)
    draft = await prepare_widening(world.services, world.who("tom"), win)
    assert (draft.words, draft.offered, draft.channel) == ("Maya taught me to say no", (Audience.CHANNEL,), WINS)
    for _ in range(2):
        await widen(world, win, Audience.CHANNEL, ("zoe",), form="V-same")
    for name in ("maya", "zoe"):
        [asked] = await world.told(name, ConsentAsked)
        assert [person.name for person in asked.named.thanks] == ["Zoë Brandt"]
    [saved] = await world.told("tom", WinSaved)
    assert (saved.state, saved.widening) == (ShoutOutState.ASKING, None)
    for name in ("maya", "zoe"):
        await world.says(name, Answer.YES)
    await world.settles()
    [post] = await world.posts_to_channel()
    assert isinstance(post.contents[0], ShoutOutText)
    assert len(await world.told("maya", WinShared)) == 1
    assert await world.rows(ShoutOut) == 1


async def test_it_never_becomes_narrower(world: World, pair: str) -> None:
    await world.known("zoe")
    win = await kept(world, pair, audience=Audience.CHANNEL)
    for audience in Audience:
        await widen(world, win, audience, ("zoe",))
    await share_with_partner(world.services, world.who("tom"), win)
    assert await world.all(select(Win.audience)) == [Audience.CHANNEL]
    assert await world.told("zoe", ConsentAsked) == []
    assert await refusals_of(prepare_widening(world.services, world.who("tom"), win)) == [(Reason.TOO_LATE, None)]
    [line] = (await world.home("tom")).wins
    assert line.widen_id is None


async def test_what_was_kept_without_a_pair_is_shared_in_any(world: World) -> None:
    await world.known("tom")
    win = await kept(world, None)
    assert (await world.home("tom")).wins[0].widen_id is None
    assert await refusals_of(share_with_partner(world.services, world.who("tom"), win)) == [(Reason.NO_PAIR, None)]
    first = await world.paired("tom", "maya")
    second = await world.paired("zoe", "tom")
    assert (await world.home("tom")).wins[0].widen_id == win
    draft = await prepare_widening(world.services, world.who("tom"), win, pair_id=second)
    assert (len(draft.pairs), draft.pair.partner.name, draft.offered) == (2, "Zoë Brandt", (Audience.PARTNER,))
    await widen(world, win, Audience.PARTNER, pair=second)
    # A form for another pair, open since then, does not take it away from her.
    moved = widen(world, win, Audience.CHANNEL, pair=first)
    assert await refusals_of(moved) == [(Reason.TOO_LATE, None)]
    assert await world.all(select(Win.pair_id)) == [second]
    assert len(await world.told("zoe", WinShared)) == 1
    assert await world.told("maya", WinShared) == []


async def test_only_its_author_widens_it_and_thanks_whom_one_can_ask(world: World, pair: str) -> None:
    win = await kept(world, pair)
    await world.known("zoe")
    for name in ("maya", "zoe", "amara"):
        who = world.who(name)
        for deed in (
            share_with_partner(world.services, who, win),
            prepare_widening(world.services, who, win),
            widen(world, win, Audience.CHANNEL, name=name),
        ):
            assert await refusals_of(deed) == [(Reason.NOT_YOURS, None)]
    values = WideningValues(win, pair, Audience.CHANNEL, (user_of("zoe"),))
    deed = widen_win(world.services, world.who("tom"), values, [replace(profile("zoe"), is_bot=True)], "V-bot")
    assert await refusals_of(deed) == [(Reason.CANNOT_BE_ASKED, "thanks")]
    assert await world.all(select(Win.audience)) == [Audience.ME]


async def test_whoever_the_words_call_is_asked_though_nobody_thanks_them(world: World, pair: str) -> None:
    await world.known("zoe", "leo")
    await world.celebrates("tom", "With a hint of @Zoë, and Leo watched", Audience.CHANNEL, pair)
    assert len(await world.told("zoe", ConsentAsked)) == 1
    assert await world.told("leo", ConsentAsked) == []
    [saved] = await world.told("tom", WinSaved)
    assert [person.name for person in saved.asked] == ["Zoë Brandt"]
