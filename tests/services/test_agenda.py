"""What one of a pair brings to the next session: both see it until they have met, and either takes it off."""

from datetime import timedelta

from sqlalchemy import select

from mentoring.forms import AgendaValues
from mentoring.notices import BroughtToSession, OffTheAgenda
from mentoring.picked import AboutMessage, PickedMessage
from mentoring.refusals import Reason
from services.bring_to_session import bring_to_session, prepare_agenda
from services.dispute_session import dispute_session
from services.take_off_agenda import take_off_agenda
from services.withdraw_check_in import withdraw_check_in
from storage.models import AgendaItem, CheckIn
from tests.services.world import MONDAY, World, refusals_of

LINK = "https://acme.slack.com/archives/C0HALL/p1700000000000100"


async def bring(world: World, name: str, pair: str, words: str, *, form: str | None = None) -> None:
    world.later(minutes=1)
    values = AgendaValues(pair, words, PickedMessage(LINK))
    await bring_to_session(world.services, world.who(name), values, form or world.form())


async def agenda(world: World, name: str) -> list[str]:
    return [line.words for line in (await world.home(name)).agenda]


async def test_both_see_it_and_either_takes_it_off(world: World, pair: str) -> None:
    for _ in range(2):
        await bring(world, "tom", pair, " How to say no ", form="V-same")
    await bring(world, "maya", pair, "A talk in May")
    assert await agenda(world, "tom") == await agenda(world, "maya") == ["How to say no", "A talk in May"]
    toms = (await world.home("maya")).agenda[0]
    assert (toms.author and toms.author.name, toms.message) == ("Tom Reed", AboutMessage(LINK))
    await world.send_all()
    [told] = await world.told("tom", BroughtToSession)
    assert (told.words, told.next_at, told.is_discussed) == ("How to say no", None, False)
    for _ in range(2):
        await take_off_agenda(world.services, world.who("maya"), toms.item_id)
    assert await agenda(world, "tom") == ["A talk in May"]
    assert [post.partner.name for post in await world.told("tom", OffTheAgenda)] == ["Maya Iyer"]
    assert await world.redrawings()


async def test_once_they_have_met_it_is_off_the_list_and_kept(world: World, pair: str) -> None:
    await bring(world, "tom", pair, "How to say no")
    [item] = (await world.home("tom")).agenda
    world.later(days=1)
    await bring(world, "maya", pair, "A talk in May")
    # A session of yesterday was not about what came today.
    await world.checks_in("tom", pair, happened_on=MONDAY.date())
    assert await agenda(world, "maya") == ["A talk in May"]
    assert [told.is_discussed for told in await world.told("tom", BroughtToSession)] == [True]
    assert await refusals_of(take_off_agenda(world.services, world.who("maya"), item.item_id)) == [
        (Reason.TOO_LATE, None)
    ]
    assert await world.rows(AgendaItem) == 2


async def test_what_was_for_a_session_that_was_none_is_there_again(world: World, pair: str) -> None:
    await bring(world, "tom", pair, "How to say no")
    await world.checks_in("tom", pair)
    [session] = await world.sessions_of(pair)
    # The partner's side brings nothing of its own to be discussed.
    await bring(world, "maya", pair, "A talk in May")
    await world.checks_in("maya", pair, session_id=session)
    assert await agenda(world, "tom") == ["A talk in May"]
    for name in ("maya", "tom"):
        await withdraw_check_in(world.services, world.who(name), await own(world, name))
    assert await agenda(world, "tom") == ["How to say no", "A talk in May"]
    world.later(hours=1)
    await world.checks_in("tom", pair)
    [session] = await world.sessions_of(pair)
    assert await agenda(world, "tom") == []
    await dispute_session(world.services, world.who("maya"), session)
    assert len(await agenda(world, "maya")) == 2


async def own(world: World, name: str) -> str:
    """The id of somebody's only check-in."""
    [check_in] = await world.all(select(CheckIn.id).where(CheckIn.author_id == await world.id_of(name)))
    return check_in


async def test_nobody_else_sees_or_changes_it(world: World, pair: str) -> None:
    await bring(world, "tom", pair, "How to say no")
    [item] = (await world.home("tom")).agenda
    await world.paired("zoe", "leo")
    assert (await world.home("zoe")).agenda == (await world.home("amara")).agenda == ()
    assert await refusals_of(bring(world, "zoe", pair, "x")) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(take_off_agenda(world.services, world.who("zoe"), item.item_id)) == [
        (Reason.NOT_YOURS, None)
    ]
    assert await refusals_of(bring(world, "tom", pair, " ")) == [(Reason.EMPTY, "words")]
    assert await refusals_of(prepare_agenda(world.services, world.who("amara"))) == [(Reason.NO_PAIR, None)]
    draft = await prepare_agenda(world.services, world.who("maya"), words="x", picked=PickedMessage(LINK))
    assert (draft.words, draft.pair.partner.name, draft.picked) == ("x", "Tom Reed", PickedMessage(LINK))


async def test_the_plan_is_told_with_it(world: World, pair: str) -> None:
    planned = world.now + timedelta(days=3)
    await world.checks_in("tom", pair, next_at=planned)
    await bring(world, "maya", pair, "How to say no")
    assert [told.next_at for told in await world.told("maya", BroughtToSession)] == [planned]
