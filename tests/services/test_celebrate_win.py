"""Somebody celebrates a win."""

from dataclasses import replace

import pytest

from mentoring.celebrations import ConsentAsked, ShoutOutText, WinSaved, WinShared
from mentoring.consent import Answer, ShoutOutState
from mentoring.people import Profile
from mentoring.picked import AboutMessage, PickedMessage
from mentoring.refusals import Reason
from mentoring.wins import Audience, WinValues
from services.celebrate_win import celebrate_win, prepare_win
from storage.models import ShoutOut, Win
from storage.people import card
from tests.services.world import WINS, World, profile, refusals_of, user_of

LINK = "https://acme.slack.com/archives/C0HALL/p1700000000000100"


@pytest.fixture
async def pair(world: World, pair: str) -> str:
    await world.has_channel()
    return pair


async def posted(world: World) -> list[ShoutOutText]:
    posts = await world.posts_to_channel()
    return [content for post in posts for content in post.contents if isinstance(content, ShoutOutText)]


async def test_what_is_for_oneself_is_told_nobody(world: World, pair: str) -> None:
    await world.celebrates("tom", "I said no", Audience.ME, pair)
    [saved] = await world.told("tom", WinSaved)
    assert (saved.audience, saved.words, saved.asked, saved.state) == (Audience.ME, None, (), None)
    assert await world.told("maya", WinShared) == []
    assert [win.words for win in (await world.home("tom")).wins] == ["I said no"]
    assert (await world.home("maya")).wins == ()
    assert await world.rows(ShoutOut) == 0


async def test_what_is_for_the_partner_reaches_them(world: World, pair: str) -> None:
    await world.celebrates("tom", "  She spoke up  ", Audience.PARTNER, pair)
    [shared] = await world.told("maya", WinShared)
    assert (shared.author.name, shared.words) == ("Tom Reed", "She spoke up")
    [saved] = await world.told("tom", WinSaved)
    assert saved.partner is not None
    assert saved.partner.name == "Maya Iyer"
    assert [win.words for win in (await world.home("maya")).wins] == ["She spoke up"]
    assert await world.rows(ShoutOut) == 0


async def test_what_names_nobody_else_is_posted_at_once(world: World, pair: str) -> None:
    await world.celebrates("tom", "I gave my first talk", Audience.CHANNEL, pair)
    [shout_out] = await posted(world)
    assert shout_out.author is not None
    assert (shout_out.author.name, shout_out.words) == ("Tom Reed", "I gave my first talk")
    assert [person.name for person in shout_out.named] == ["Tom Reed"]
    [saved] = await world.told("tom", WinSaved)
    assert (saved.state, saved.asked, saved.channel) == (ShoutOutState.AGREED, (), WINS)
    assert await world.told("maya", ConsentAsked) == []


async def test_everyone_thanked_is_asked_first(world: World, pair: str) -> None:
    await world.celebrates("tom", "The launch", Audience.CHANNEL, pair, thanks=("zoe", "maya", "tom", "zoe"))
    assert await posted(world) == []
    for name in ("zoe", "maya"):
        [asked] = await world.told(name, ConsentAsked)
        assert asked.named.words == "The launch"
        assert asked.named.author is not None
        assert asked.named.author.name == "Tom Reed"
        assert [person.name for person in asked.named.thanks] == ["Maya Iyer", "Zoë Brandt"]
        assert asked.unnamed.author is None
        assert asked.unnamed.named == ()
        assert {person.name for person in asked.unnamed.hidden} == {"Tom Reed", "Maya Iyer", "Zoë Brandt"}
    assert await world.told("tom", ConsentAsked) == []
    [saved] = await world.told("tom", WinSaved)
    assert [person.name for person in saved.asked] == ["Maya Iyer", "Zoë Brandt"]
    assert saved.state is ShoutOutState.ASKING


@pytest.mark.parametrize("words", ["Maya helped me", "Thanks to maya iyer!", "<@U0MAYA> is the best", "@Maya, thanks"])
async def test_a_partner_named_in_the_words_is_asked_too(world: World, pair: str, words: str) -> None:
    await world.celebrates("tom", words, Audience.CHANNEL, pair)
    assert len(await world.told("maya", ConsentAsked)) == 1
    assert await posted(world) == []


async def test_who_was_mentioned_is_asked_as_long_as_the_words_call_them(world: World, pair: str) -> None:
    zoe, leo = replace(profile("zoe"), handle="zbrandt"), replace(profile("leo"), handle="lcruz")
    values = WinValues("A hint of @zbrandt", Audience.CHANNEL, pair)
    for each, refusals in ((replace(zoe, home="T9"), [(Reason.CANNOT_BE_ASKED, "words")]), (zoe, [])):
        deed = celebrate_win(world.services, world.who("tom"), values, (), "V-same", mentioned=(each, leo))
        assert await refusals_of(deed) == refusals
    # Words have the name by which somebody can be asked, and be left out.
    [asked] = await world.told("zoe", ConsentAsked)
    assert asked.named.words == "A hint of @Zoë Brandt"
    assert user_of("leo") not in await world.people()
    [saved] = await world.told("tom", WinSaved)
    assert [person.name for person in saved.asked] == ["Zoë Brandt"]


async def test_a_win_in_a_check_in_asks_the_partner_it_names(world: World, pair: str) -> None:
    await world.checks_in("maya", pair, win="Tom taught me to wait", win_audience=Audience.CHANNEL)
    [_, asked] = sorted(await world.told("tom", ConsentAsked), key=lambda each: each.named.words or "")
    assert asked.named.words == "Tom taught me to wait"


async def test_without_a_pair_a_win_is_for_oneself(world: World) -> None:
    await world.known("zoe")
    for audience in (Audience.PARTNER, Audience.CHANNEL):
        refused = await refusals_of(world.celebrates("zoe", "I did it", audience))
        assert refused == [(Reason.NO_PAIR, "audience")]
    await world.celebrates("zoe", "I did it", Audience.ME)
    assert [win.words for win in (await world.home("zoe")).wins] == ["I did it"]


async def test_the_same_form_sent_twice_is_one_win(world: World, pair: str) -> None:
    for _ in range(2):
        await world.celebrates("tom", "Done", Audience.CHANNEL, pair, thanks=("maya",), form="V-same")
    assert await world.rows(Win) == 1
    assert len(await world.told("tom", WinSaved)) == 1
    assert len(await world.told("maya", ConsentAsked)) == 1


@pytest.mark.parametrize("words", ["", "  \n "])
async def test_a_win_has_words(world: World, pair: str, words: str) -> None:
    assert await refusals_of(world.celebrates("tom", words, Audience.ME, pair)) == [(Reason.EMPTY, "words")]


@pytest.mark.parametrize("changes", [{"is_bot": True}, {"is_deactivated": True}, {"home": "T9"}])
async def test_who_cannot_be_asked_cannot_be_thanked(world: World, pair: str, changes: dict[str, object]) -> None:
    odd = replace(profile("zoe"), **changes)  # type: ignore[arg-type]  # each as its test has it
    values = WinValues("Done", Audience.CHANNEL, pair, (user_of("zoe"),))
    form = "V-same"
    refused = await refusals_of(celebrate_win(world.services, world.who("tom"), values, [odd], form))
    assert refused == [(Reason.CANNOT_BE_ASKED, "thanks")]
    assert await world.rows(Win) == 0
    await world.celebrates("tom", "Done", Audience.CHANNEL, pair, thanks=("zoe",), form=form)
    assert await world.rows(Win) == 1


async def test_nobody_celebrates_in_anothers_pair(world: World, pair: str) -> None:
    await world.known("zoe")
    for audience in Audience:
        refused = await refusals_of(world.celebrates("zoe", "Done", audience, pair))
        assert refused == [(Reason.NOT_PARTNER, None)]
    assert await world.rows(Win) == 0


async def test_before_both_accepted_there_is_no_partner_to_tell(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    refused = await refusals_of(world.celebrates("tom", "Done", Audience.PARTNER, pair))
    assert refused == [(Reason.NOT_ACTIVE, None)]


async def test_whom_rapport_has_not_met_has_no_journal(world: World) -> None:
    assert await refusals_of(world.celebrates("zoe", "Done", Audience.ME)) == [(Reason.NO_PAIR, None)]


async def test_the_form_starts_with_the_first_pair_and_its_channel(world: World, pair: str) -> None:
    second = await world.paired("zoe", "tom")
    form = await prepare_win(world.services, world.who("tom"), words="Done", thanks=(user_of("zoe"),))
    assert form.pair is not None
    assert (form.pair.id, form.channel, form.words, form.thanks) == (pair, WINS, "Done", (user_of("zoe"),))
    chosen = await prepare_win(world.services, world.who("tom"), pair_id=second)
    assert chosen.pair is not None
    assert chosen.pair.partner.name == "Zoë Brandt"


@pytest.mark.parametrize("name", ["amara", "leo"])
async def test_without_a_pair_the_form_asks_for_no_audience(world: World, pair: str, name: str) -> None:
    form = await prepare_win(world.services, world.who(name), words="Done", pair_id=pair)
    assert (form.pairs, form.pair, form.channel) == ((), None, None)


async def about(world: World, audience: Audience, pair: str | None, message_by: Profile | None) -> None:
    """Tom celebrates what a message tells of."""
    picked = PickedMessage(LINK, message_by.user if message_by else None)
    values = WinValues("It went out at last", audience, pair, picked=picked)
    await celebrate_win(world.services, world.who("tom"), values, (), world.form(), message_by=message_by)


async def test_a_win_about_ones_own_message_keeps_its_link(world: World, pair: str) -> None:
    draft = await prepare_win(world.services, world.who("tom"), words="It went out", picked=PickedMessage(LINK))
    assert (draft.words, draft.picked) == ("It went out", PickedMessage(LINK))
    await about(world, Audience.PARTNER, pair, None)
    await about(world, Audience.CHANNEL, pair, None)
    [shared], [post] = await world.told("maya", WinShared), await posted(world)
    assert shared.message == post.message == AboutMessage(LINK)
    assert [win.message for win in (await world.home("maya")).wins] == [AboutMessage(LINK)] * 2


async def test_whoever_wrote_the_message_is_asked_before_it_is_posted(world: World, pair: str) -> None:
    await about(world, Audience.PARTNER, pair, profile("zoe"))
    assert await world.told("zoe", ConsentAsked) == []
    await about(world, Audience.CHANNEL, pair, profile("zoe"))
    [asked] = await world.told("zoe", ConsentAsked)
    by = (await world.people())[user_of("zoe")]
    assert asked.named.message == AboutMessage(LINK, card(by))
    # The address would say who wrote it.
    assert asked.unnamed.message is None
    await world.says("zoe", Answer.UNNAMED)
    [post] = await posted(world)
    assert (post.message, post.named) == (None, ())


@pytest.mark.parametrize("changes", [{"is_deactivated": True}, {"home": "T2"}])
async def test_whoever_cannot_be_asked_about_their_message(world: World, pair: str, changes: dict[str, object]) -> None:
    gone = replace(profile("zoe"), **changes)  # type: ignore[arg-type]
    refused = await refusals_of(about(world, Audience.CHANNEL, pair, gone))
    assert refused == [(Reason.MESSAGE_CANNOT_BE_POSTED, "audience")]
    await about(world, Audience.PARTNER, pair, gone)
    assert len(await world.told("maya", WinShared)) == 1
