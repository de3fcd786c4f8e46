"""Whoever a post names says yes, yes without names, or no; and is not found out."""

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.celebrations import ConsentAsked, NotPosted, ShoutOutText, WinSaved
from mentoring.consent import ANSWERS_WITHIN, Answer, ShoutOutState, without_names
from mentoring.people import Celebrations
from mentoring.refusals import Reason
from mentoring.wins import Audience
from services.answer_consent import answer_consent
from services.keep_homes_fresh import home_published, stale_homes
from services.open_home import open_home
from services.settle_shout_outs import settle_shout_outs
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import MONDAY, WINS, WORKSPACE, World, profile, refusals_of


@pytest.fixture(scope="module")
async def thanked(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom thanks Maya and Zoë for something; both have been asked."""

    async def story(world: World, pair: str) -> None:
        await world.has_channel()
        await world.celebrates("tom", "Maya and Zoe saved the launch", Audience.CHANNEL, pair, thanks=("maya", "zoe"))
        await world.send_all()

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, thanked: Beginning) -> Beginning:
    return thanked if "asked" in request.fixturenames else beginning


@pytest.fixture
async def asked(world: World) -> str:
    """The id of the shout-out that both have been asked about."""
    return (await world.newest("maya", ConsentAsked)).shout_out_id


async def posted(world: World) -> list[ShoutOutText]:
    posts = await world.posts_to_channel()
    return [content for post in posts for content in post.contents if isinstance(content, ShoutOutText)]


async def question(world: World, name: str) -> ConsentAsked:
    [content] = await world.told(name, ConsentAsked)
    return content


async def author_sees(world: World) -> WinSaved:
    [content] = await world.told("tom", WinSaved)
    return content


async def in_journal(world: World) -> ShoutOutState | None:
    """What the author's App Home says has become of the post."""
    [win] = (await world.home("tom")).wins
    return win.post


@pytest.mark.usefixtures("asked")
async def test_when_all_say_yes_it_is_posted_with_names(world: World) -> None:
    await world.says("maya", Answer.YES)
    assert await posted(world) == []
    assert await in_journal(world) is ShoutOutState.ASKING
    await world.says("zoe", Answer.YES)
    [post] = await posted(world)
    assert [person.name for person in post.named] == ["Maya Iyer", "Tom Reed", "Zoë Brandt"]
    assert post.author is not None
    assert post.hidden == ()
    assert (await author_sees(world)).state is ShoutOutState.AGREED
    await world.settles()
    assert (await author_sees(world)).state is await in_journal(world) is ShoutOutState.POSTED


@pytest.mark.usefixtures("asked")
async def test_when_one_goes_unnamed_no_name_appears_not_even_in_the_words(world: World) -> None:
    await world.says("maya", Answer.UNNAMED)
    await world.says("zoe", Answer.YES)
    [post] = await posted(world)
    assert (post.author, post.named, post.thanks) == (None, (), ())
    shown = without_names(post.words or "", post.hidden, "somebody")
    assert shown == "somebody and somebody saved the launch"


@pytest.mark.usefixtures("asked")
async def test_a_no_looks_like_no_answer(world: World) -> None:
    author, other = await author_sees(world), await question(world, "zoe")
    posts = {name: (await world.post_with(name, ConsentAsked)).id for name in ("maya", "zoe")}
    await world.says("maya", Answer.NO)
    assert (await question(world, "maya")).answer is Answer.NO
    assert await author_sees(world) == author
    assert await question(world, "zoe") == other
    # Slack marks a message that is drawn again as edited.
    assert await world.redrawings() == {posts["maya"]}
    world.now = MONDAY + ANSWERS_WITHIN - timedelta(minutes=1)
    await world.settles()
    assert await author_sees(world) == author
    assert await in_journal(world) is ShoutOutState.ASKING
    assert await world.told("tom", NotPosted) == []


@pytest.mark.parametrize("answer", [Answer.NO, None])
@pytest.mark.usefixtures("asked")
async def test_without_a_yes_of_all_it_is_not_posted_after_72_hours(world: World, answer: Answer | None) -> None:
    if answer:
        await world.says("maya", answer)
    await world.says("zoe", Answer.YES)
    world.now = MONDAY + ANSWERS_WITHIN
    await world.settles()
    assert await posted(world) == []
    [told] = await world.told("tom", NotPosted)
    assert told.words == "Maya and Zoe saved the launch"
    assert (await author_sees(world)).state is await in_journal(world) is ShoutOutState.NOT_POSTED
    for name in ("maya", "zoe"):
        assert (await question(world, name)).state is ShoutOutState.NOT_POSTED
        assert await world.told(name, NotPosted) == []


@pytest.mark.usefixtures("asked")
async def test_it_is_given_up_once(world: World) -> None:
    world.now = MONDAY + ANSWERS_WITHIN
    for _ in range(3):
        await world.settles()
    assert len(await world.told("tom", NotPosted)) == 1


@pytest.mark.usefixtures("asked")
async def test_an_answer_can_be_changed_while_the_others_think(world: World) -> None:
    await world.says("maya", Answer.NO)
    await world.says("zoe", Answer.YES)
    await world.says("maya", Answer.YES)
    assert len(await posted(world)) == 1


@pytest.mark.usefixtures("asked")
async def test_a_second_tap_changes_nothing(world: World) -> None:
    await world.says("maya", Answer.YES)
    await world.send_all()
    await world.says("maya", Answer.YES)
    assert await world.redrawings() == set()
    await world.says("zoe", Answer.YES)
    await world.says("zoe", Answer.YES)
    assert len(await posted(world)) == 1


@pytest.mark.usefixtures("asked")
async def test_what_is_agreed_cannot_be_taken_back(world: World) -> None:
    await world.says("maya", Answer.YES)
    await world.says("zoe", Answer.YES)
    for answer in (Answer.NO, Answer.UNNAMED):
        assert await refusals_of(world.says("maya", answer)) == [(Reason.TOO_LATE, None)]
    [post] = await posted(world)
    assert post.named


@pytest.mark.usefixtures("asked")
async def test_after_72_hours_it_is_too_late_even_before_it_is_given_up(world: World) -> None:
    await world.says("zoe", Answer.YES)
    world.now = MONDAY + ANSWERS_WITHIN
    assert await refusals_of(world.says("maya", Answer.YES)) == [(Reason.TOO_LATE, None)]
    await world.settles()
    assert await refusals_of(world.says("maya", Answer.YES)) == [(Reason.TOO_LATE, None)]
    assert await posted(world) == []


async def test_who_is_not_named_has_nothing_to_say(world: World, asked: str) -> None:
    await world.known("priya")
    for name in ("priya", "amara"):
        answer = answer_consent(world.services, world.who(name), asked, Answer.YES)
        assert await refusals_of(answer) == [(Reason.NOT_YOURS, None)]
    assert await refusals_of(answer_consent(world.services, world.who("leo"), asked, Answer.YES)) == [
        (Reason.NO_PAIR, None)
    ]


async def test_always_covers_milestones_never_somebodys_words(world: World, pair: str) -> None:
    await world.sets("maya", Celebrations.ALWAYS)
    await world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=("maya",))
    assert len(await world.told("maya", ConsentAsked)) == 1


async def test_over_a_long_weekend_the_hours_count_from_when_the_last_is_asked(world: World) -> None:
    await world.changes_programme(channel=WINS, country="DE")
    pair = await world.paired("tom", "maya")
    world.now = datetime(2026, 4, 2, 17, 30, tzinfo=UTC)  # the evening before Good Friday
    await world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=("maya",))
    tuesday = datetime(2026, 4, 7, 3, 30, tzinfo=UTC)  # 09:00 in Kolkata
    post = await world.post_with("maya", ConsentAsked)
    assert post.at == tuesday
    assert (await question(world, "maya")).until == tuesday + ANSWERS_WITHIN
    world.now = tuesday
    await world.settles()
    await world.says("maya", Answer.YES)
    assert len(await posted(world)) == 1


@pytest.mark.usefixtures("asked")
async def test_who_was_never_asked_is_not_asked_when_it_is_over(world: World) -> None:
    pair = await world.pair_of("tom", "maya")
    world.now = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    await world.celebrates("tom", "More thanks", Audience.CHANNEL, pair, thanks=("priya",))
    world.now += timedelta(days=6)
    # Nothing was sent in all this time, and now it is too late to ask.
    await settle_shout_outs(world.services)
    await world.send_all()
    assert await world.told("priya", ConsentAsked) == []


async def test_a_question_is_in_app_home_until_it_is_answered(world: World, pair: str) -> None:
    await world.has_channel()
    await open_home(world.services, WORKSPACE, profile("zoe"))
    for words in ("one", "two", "three", "four"):
        world.later(hours=1)
        await world.celebrates("tom", words, Audience.CHANNEL, pair, thanks=["zoe"])
    home = await world.home("zoe")
    assert [each.named.words for each in home.questions] == ["one", "two", "three"]
    assert (home.more_questions, (await world.home("tom")).questions) == (1, ())
    for answer, each in zip(Answer, home.questions, strict=True):
        # Published, and stale again with the answer: at first, with the question.
        [stale] = await stale_homes(world.services, 10)
        await home_published(world.services, stale)
        await answer_consent(world.services, world.who("zoe"), each.shout_out_id, answer)
    [left] = (await world.home("zoe")).questions
    # What was answered at home before the message went out is not asked there any more.
    assert [each.named.words for each in await world.told("zoe", ConsentAsked)] == [left.named.words] == ["four"]
    [stale] = await stale_homes(world.services, 10)
    await home_published(world.services, stale)
    world.later(days=6)
    await world.settles()
    assert len(await stale_homes(world.services, 10)) == 1
    assert (await world.home("zoe")).questions == ()
