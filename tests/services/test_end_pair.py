"""One of a pair ends it, or an organiser takes a proposed one back."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from mentoring.beginnings import Introduction, PairStarted
from mentoring.celebrations import ConsentAsked, NotPosted
from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.consent import Answer, ShoutOutState
from mentoring.pairs import PairState, Role
from mentoring.partings import EndSaved, EndValues, PairEnded, ProposalWithdrawn
from mentoring.refusals import Reason
from mentoring.sessions import CheckInValues, SessionState
from mentoring.wins import Audience
from services.answer_promise import answer_promise
from services.edit_check_in import edit_check_in, prepare_edit
from services.end_pair import end_pair, prepare_end
from services.prepare_check_in import prepare_check_in
from services.wish_to_join import wish_to_join
from services.withdraw_check_in import withdraw_check_in
from services.withdraw_proposal import withdraw_proposal
from storage.models import JoinWish, Pair, Session
from tests.services.world import MONDAY, WINS, WORKSPACE, World, profile, refusals_of

NEXT = MONDAY + timedelta(days=9)


async def ends(world: World, name: str, pair: str, *, another_match: bool = False, form: str | None = None) -> None:
    values = EndValues(pair, another_match=another_match)
    await end_pair(world.services, world.who(name), values, form or world.form())


async def test_the_partner_is_told_in_their_hours_and_the_organiser_without_a_name(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await world.checks_in("priya", pair, notes="talked-of-courage", next_at=NEXT)
    draft = await prepare_end(world.services, world.who("tom"), pair)
    assert (draft.pair.partner.name, draft.next_at) == ("Priya Shah", NEXT)
    assert [organiser.name for organiser in draft.organisers] == ["Amara Obi"]
    await ends(world, "tom", pair)
    [told] = await world.told("priya", PairEnded)
    assert (told.role, told.cancelled, told.wishing) == (Role.MENTEE, NEXT, ())
    # 21:00 in Sydney: on the next morning there.
    assert (await world.post_with("priya", PairEnded)).at == MONDAY + timedelta(hours=12)
    [organiser] = await world.told("amara", PairEnded)
    assert (organiser.role, organiser.cancelled, organiser.wishing) == (None, None, ())
    assert await world.told("tom", EndSaved) == [EndSaved(told.mentee, NEXT, another_match=False)]
    assert await world.rows(JoinWish) == 0
    for name in ("tom", "priya"):
        home = await world.home(name)
        assert (home.pairs, home.next_session, home.step) == ((), None, None)
    [line] = (await world.home("amara")).boards[0].pairs
    assert (line.state, line.ended_at, line.sessions) == (PairState.ENDED_EARLY, MONDAY, 1)
    assert await world.all(select(Session.state).where(Session.planned_at.is_not(None))) == [SessionState.CANCELLED]
    world.later(days=15)
    assert (await world.home("amara")).boards[0].pairs == ()


async def test_another_match_that_was_wished_for_in_the_other_role_is_not_of_this_pair(world: World) -> None:
    with_zoe, with_maya = await world.paired("zoe", "tom"), await world.paired("tom", "maya")
    await ends(world, "tom", with_zoe, another_match=True)
    await ends(world, "tom", with_maya)
    assert [saved.another_match for saved in await world.told("tom", EndSaved)] == [True, False]
    told = {ended.mentor.name: [each.name for each in ended.wishing] for ended in await world.told("amara", PairEnded)}
    assert told == {"Zoë Brandt": ["Tom Reed"], "Tom Reed": []}


async def test_another_match_is_for_the_organisers_list_alone(world: World, pair: str) -> None:
    await ends(world, "maya", pair, another_match=True, form="V-same")
    await ends(world, "maya", pair, another_match=True, form="V-same")
    [wish] = await world.all(select(JoinWish))
    assert (wish.person_id, wish.role, wish.another_match) == (await world.id_of("maya"), Role.MENTEE, True)
    [organiser] = await world.told("amara", PairEnded)
    assert [person.name for person in organiser.wishing] == ["Maya Iyer"]
    [partner] = await world.told("tom", PairEnded)
    assert partner.wishing == ()
    [saved] = await world.told("maya", EndSaved)
    assert saved.another_match


async def test_who_wished_to_join_already_and_now_for_another_match_keeps_their_place(world: World, pair: str) -> None:
    await wish_to_join(world.services, WORKSPACE, profile("maya"), Role.MENTEE)
    world.later(hours=1)
    await ends(world, "maya", pair, another_match=True)
    [wish] = await world.all(select(JoinWish))
    assert (wish.another_match, wish.created_at) == (True, MONDAY)
    [saved] = await world.told("maya", EndSaved)
    assert saved.another_match


async def test_both_may_end_it_and_nobody_hears_what_they_did_themselves(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await ends(world, "tom", pair)
    await ends(world, "priya", pair, another_match=True)
    assert await world.told("priya", PairEnded) == []
    for name in ("tom", "priya"):
        [saved] = await world.told(name, EndSaved)
        assert not saved.tells_partner
    [organiser] = await world.told("amara", PairEnded)
    assert [person.name for person in organiser.wishing] == ["Priya Shah"]


async def test_what_was_agreed_stays_and_what_was_asked_is_asked_no_more(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.celebrates("tom", "Thanks, Maya", Audience.CHANNEL, pair)
    await world.celebrates("maya", "Tom was there", Audience.CHANNEL, pair)
    await world.celebrates("tom", "Zoe, too", Audience.CHANNEL, pair, thanks=("zoe",))
    await world.send_all()
    await world.says("tom", Answer.YES)
    await ends(world, "maya", pair)
    # Their first session, which nobody has answered; and Maya's win.
    assert [asked.state for asked in await world.told("tom", ConsentAsked)] == [
        ShoutOutState.NOT_POSTED,
        ShoutOutState.AGREED,
    ]
    assert len(await world.told("tom", NotPosted)) == 1
    [zoes] = await world.told("zoe", ConsentAsked)
    assert zoes.state is ShoutOutState.ASKING
    await world.changes_programme(channel=WINS)
    await world.says("zoe", Answer.YES)
    assert len(await world.posts_to_channel()) == 2


async def test_old_buttons_and_open_forms_answer_kindly(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, their_promises=("Write it down",))
    [proposal] = (await world.home("maya")).proposals
    await ends(world, "tom", pair)
    services, maya = world.services, world.who("maya")
    for late in (
        world.checks_in("maya", pair, notes="typed"),
        world.celebrates("maya", "typed", Audience.PARTNER, pair),
        prepare_end(services, maya, pair),
        prepare_check_in(services, maya, pair_id=pair),
        prepare_check_in(services, maya, session_id=(await world.sessions_of(pair))[0]),
        answer_promise(services, maya, proposal.promise.id, accepts=True),
    ):
        assert await refusals_of(late) == [(Reason.ALREADY_ENDED, None)]


async def test_what_somebody_wrote_stays_theirs_to_change_but_nothing_is_planned(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, notes="Sayin no")
    [saved] = await world.told("tom", CheckInSaved)
    await ends(world, "maya", pair)
    services, tom = world.services, world.who("tom")
    draft = await prepare_edit(services, tom, saved.check_in_id)
    values = CheckInValues(pair, draft.day, notes="Saying no", seen=draft.seen)
    planned = replace(values, next_at=NEXT)
    refused = await refusals_of(edit_check_in(services, tom, saved.check_in_id, planned, world.form()))
    assert refused == [(Reason.ALREADY_ENDED, "next_at")]
    await edit_check_in(services, tom, saved.check_in_id, values, world.form())
    assert [told.notes for told in await world.told("maya", PartnerCheckedIn)] == ["Saying no"]
    await withdraw_check_in(services, tom, saved.check_in_id)
    assert await world.rows(Session) == 0


async def test_a_pair_that_has_just_begun_is_not_introduced_any_more(world: World) -> None:
    pair = await world.proposed("priya", "tom")
    await world.accepts("priya", pair)
    await world.accepts("tom", pair)
    await ends(world, "tom", pair)
    assert await world.posts_to_pair(pair) == []
    assert await world.told("priya", PairStarted) == []


async def test_an_organiser_in_the_pair_hears_of_it_as_a_partner(world: World) -> None:
    pair = await world.paired("amara", "tom")
    draft = await prepare_end(world.services, world.who("tom"), pair)
    assert (draft.organisers, draft.partner_organises) == ((), True)
    await ends(world, "tom", pair, another_match=True)
    [told] = await world.told("amara", PairEnded)
    assert (told.role, told.wishing) == (Role.MENTOR, ())


async def test_what_cannot_be_ended(world: World) -> None:
    pair, proposed = await world.paired("tom", "maya"), await world.proposed("tom", "zoe")
    for name in ("zoe", "amara"):
        assert await refusals_of(ends(world, name, pair)) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(ends(world, "tom", proposed)) == [(Reason.NOT_ACTIVE, None)]


async def test_a_proposal_is_taken_back_and_told_only_to_who_heard_of_it(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.send_all()
    for _ in range(2):
        await withdraw_proposal(world.services, world.who("amara"), pair)
    assert [told.partner.name for told in await world.told("tom", ProposalWithdrawn)] == ["Priya Shah"]
    [introduction] = await world.told("tom", Introduction)
    assert introduction.state is PairState.ENDED_EARLY
    world.later(days=1)
    await world.send_all()
    assert await world.posts_to("priya") == []
    assert (await world.home("tom")).invitations == ()
    assert (await world.home("amara")).boards[0].pairs == ()
    assert await refusals_of(world.accepts("priya", pair)) == [(Reason.ALREADY_ENDED, None)]


async def test_only_an_organiser_takes_back_and_only_what_has_not_begun(world: World) -> None:
    proposed, begun = await world.proposed("tom", "maya"), await world.paired("tom", "zoe")
    for name in ("tom", "zoe"):
        refused = await refusals_of(withdraw_proposal(world.services, world.who(name), proposed))
        assert refused == [(Reason.NOT_YOURS, None)]
    refused = await refusals_of(withdraw_proposal(world.services, world.who("amara"), begun))
    assert refused == [(Reason.TOO_LATE, None)]
    assert set(await world.all(select(Pair.ended_at))) == {None}
