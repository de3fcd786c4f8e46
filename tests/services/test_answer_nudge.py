"""Nudges are answered where they stand: later, no more, in one tap, or by sharing something."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from mentoring.nudge_contents import BetweenSessions, By, HaveNotMet, Outcome, PromiseHalfWay, Settled, WhyNudged
from mentoring.nudges.kinds import NudgeKind
from mentoring.partings import EndValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.refusals import Reason
from mentoring.sharing import AskedHowItGoes, SharedWithYou, SharingValues
from mentoring.wins import Audience
from services.answer_nudge import ask_how_it_goes, ask_later, turn_kind_off, turn_kind_on
from services.end_pair import end_pair
from services.prepare_promises import prepare_promise_date
from services.read_nudge import read_nudge
from services.share_something import prepare_sharing, share_something
from services.update_promises import settle_promise, update_promises
from storage.models import Person, Promise, Sharing
from tests.services.beginnings import THURSDAY, Beginning, Prepare
from tests.services.nudged import passes, ticks
from tests.services.world import MONDAY, World, refusals_of


@pytest.fixture(scope="module")
async def a_week_later(met: Beginning, prepare: Prepare) -> Beginning:
    """Maya is asked what happens between two sessions."""
    return await prepare(met, lambda world, _pair: passes(world, MONDAY + timedelta(days=7, hours=2)))


@pytest.fixture(scope="module")
async def promised(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom is asked half-way to the tenth, when he wants to have done what he promised."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair, my_promises=("Send the list",), happened_on=date(2026, 3, 1))
        [promise] = await world.all(select(Promise.id))
        dated = PromiseValues(promise, Standing(date(2026, 3, 10)), Standing())
        await update_promises(world.services, world.who("tom"), [dated], world.form())
        await passes(world, MONDAY + timedelta(days=4))

    return await prepare(paired, story)


async def asked(world: World, name: str, kind: type[HaveNotMet] | type[BetweenSessions]) -> str:
    """The id of somebody's newest nudge of a kind, as its buttons have it."""
    return str((await world.newest(name, kind)).about.notice_id)


async def newest(world: World, name: str) -> Settled:
    return await world.newest(name, Settled)


class TestLater:
    @pytest.fixture
    def beginning(self, have_not_met: Beginning) -> Beginning:
        return have_not_met

    async def test_it_comes_again_and_says_when(self, world: World) -> None:
        notice = await asked(world, "tom", HaveNotMet)
        await ask_later(world.services, world.who("tom"), notice)
        await ticks(world)
        settled = await newest(world, "tom")
        assert (settled.outcome, settled.on) == (Outcome.SNOOZED, date(2026, 3, 24))
        # The partner's is theirs to answer.
        assert (await world.newest("maya", HaveNotMet)).about.step == 1
        assert await world.told("tom", HaveNotMet) == []
        await passes(world, datetime(2026, 3, 23, 23, tzinfo=UTC))
        assert await world.told("tom", HaveNotMet) == []
        await passes(world, datetime(2026, 3, 24, 9, 30, tzinfo=UTC))
        assert (await world.newest("tom", HaveNotMet)).about.step == 1

    async def test_what_was_settled_meanwhile_is_not_put_off(self, world: World) -> None:
        notice = await asked(world, "tom", HaveNotMet)
        await ask_later(world.services, world.who("tom"), notice)
        later = ask_later(world.services, world.who("tom"), notice)
        assert await refusals_of(later) == [(Reason.TOO_LATE, None)]


class TestNoMore:
    @pytest.fixture
    def beginning(self, have_not_met: Beginning) -> Beginning:
        return have_not_met

    async def test_a_kind_is_turned_off_and_on_again_in_the_message(self, world: World) -> None:
        notice, tom = await asked(world, "tom", HaveNotMet), world.who("tom")
        for _ in range(2):
            await turn_kind_off(world.services, tom, notice)
            await ticks(world)
        settled = await newest(world, "tom")
        assert (settled.outcome, settled.about.kind) == (Outcome.TURNED_OFF, NudgeKind.HAVE_NOT_MET)
        assert (await world.people())["U0TOM"].kinds_off == [NudgeKind.HAVE_NOT_MET.value]
        assert (await world.people())["U0MAYA"].kinds_off == []
        for _ in range(2):
            await turn_kind_on(world.services, tom, notice)
            await ticks(world)
        assert await asked(world, "tom", HaveNotMet) == notice
        assert (await world.people())["U0TOM"].kinds_off == []

    async def test_turned_off_it_comes_no_more(self, world: World) -> None:
        await turn_kind_off(world.services, world.who("tom"), await asked(world, "tom", HaveNotMet))
        await passes(world, THURSDAY + timedelta(days=14))
        assert await world.told("tom", HaveNotMet) == []
        assert (await world.newest("maya", HaveNotMet)).about.step == 2

    async def test_turned_on_again_after_they_met_it_does_not_ask(self, world: World, pair: str) -> None:
        notice, tom = await asked(world, "tom", HaveNotMet), world.who("tom")
        await turn_kind_off(world.services, tom, notice)
        await world.checks_in("maya", pair)
        await turn_kind_on(world.services, tom, notice)
        await ticks(world)
        assert (await newest(world, "tom")).outcome is Outcome.MET


class TestBetweenSessions:
    @pytest.fixture
    def beginning(self, a_week_later: Beginning) -> Beginning:
        return a_week_later

    @pytest.fixture
    async def notice(self, world: World) -> str:
        return await asked(world, "maya", BetweenSessions)

    async def test_something_is_shared_with_the_partner(self, world: World, notice: str) -> None:
        maya = world.who("maya")
        draft = await prepare_sharing(world.services, maya, notice)
        assert (str(draft.notice_id), draft.partner.name) == (notice, "Tom Reed")
        values, form = SharingValues(int(notice), " I asked first. "), world.form()
        for _ in range(2):
            await share_something(world.services, maya, values, form)
        await ticks(world)
        shared = await world.told("tom", SharedWithYou)
        assert [(each.author.name, each.words) for each in shared] == [("Maya Iyer", "I asked first.")]
        settled = await newest(world, "maya")
        assert (settled.outcome, settled.by, settled.words) == (Outcome.SHARED, By.ME, "I asked first.")

    async def test_the_partner_is_asked_and_answers(self, world: World, notice: str) -> None:
        maya, tom = world.who("maya"), world.who("tom")
        await ask_how_it_goes(world.services, maya, notice)
        assert await refusals_of(ask_how_it_goes(world.services, maya, notice)) == [(Reason.TOO_LATE, None)]
        await ticks(world)
        assert (await newest(world, "maya")).outcome is Outcome.ASKED
        question = await world.newest("tom", AskedHowItGoes)
        assert (question.author.name, question.words) == ("Maya Iyer", None)
        await share_something(world.services, tom, SharingValues(question.notice_id, "Better."), world.form())
        await ticks(world)
        assert (await world.newest("tom", AskedHowItGoes)).words == "Better."
        assert (await world.newest("maya", SharedWithYou)).words == "Better."

    async def test_a_win_answers_it_and_one_with_somebody_else_does_not(self, world: World, notice: str) -> None:
        other = await world.paired("zoe", "maya")
        await world.celebrates("maya", "A good talk with Zoe", Audience.PARTNER, other)
        assert await asked(world, "maya", BetweenSessions) == notice
        [pair] = await world.all(select(Promise.pair_id).limit(1)) or [await world.pair_of("tom", "maya")]
        await world.celebrates("maya", "I led the retro", Audience.PARTNER, pair)
        await ticks(world)
        assert (await newest(world, "maya")).outcome is Outcome.CELEBRATED

    async def test_of_a_pair_that_has_ended_nothing_is_shared(self, world: World, pair: str, notice: str) -> None:
        await end_pair(world.services, world.who("tom"), EndValues(pair), world.form())
        values = SharingValues(int(notice), "Too late")
        shares = share_something(world.services, world.who("maya"), values, world.form())
        assert await refusals_of(shares) == [(Reason.ALREADY_ENDED, None)]
        assert await world.rows(Sharing) == 0

    async def test_nothing_is_nothing_to_share(self, world: World, notice: str) -> None:
        shares = share_something(world.services, world.who("maya"), SharingValues(int(notice), " "), world.form())
        assert await refusals_of(shares) == [(Reason.EMPTY, "words")]

    async def test_it_is_the_receivers_alone(self, world: World, notice: str) -> None:
        tom, services = world.who("tom"), world.services
        for deed in (
            ask_later(services, tom, notice),
            turn_kind_off(services, tom, notice),
            turn_kind_on(services, tom, notice),
            ask_how_it_goes(services, tom, notice),
            prepare_sharing(services, tom, notice),
            share_something(services, tom, SharingValues(int(notice), "Mine"), world.form()),
            read_nudge(services, tom, notice),
            read_nudge(services, tom, "none"),
        ):
            assert await refusals_of(deed) == [(Reason.NOT_YOURS, None)]

    async def test_why_it_came_can_be_read(self, world: World, notice: str) -> None:
        [why] = await read_nudge(world.services, world.who("maya"), notice)
        assert why == WhyNudged(NudgeKind.BETWEEN_SESSIONS, why.partner, 14)
        assert why.partner.name == "Tom Reed"


async def test_why_several_came_in_one_message_can_be_read_at_once(world: World) -> None:
    for mentor in ("tom", "zoe"):
        await world.checks_in("maya", await world.paired(mentor, "maya"))
    await passes(world, THURSDAY)
    whys = await read_nudge(world.services, world.who("maya"), await asked(world, "maya", HaveNotMet))
    # Which pair is looked at first is nobody's wish.
    assert sorted((why.kind, why.partner.name) for why in whys) == [
        (NudgeKind.HAVE_NOT_MET, "Tom Reed"),
        (NudgeKind.HAVE_NOT_MET, "Zoë Brandt"),
    ]


class TestPromise:
    @pytest.fixture
    def beginning(self, promised: Beginning) -> Beginning:
        return promised

    @pytest.fixture
    async def promise(self, world: World) -> str:
        return (await world.newest("tom", PromiseHalfWay)).promise_id

    @pytest.mark.parametrize(
        ("state", "outcome"), [(PromiseState.DONE, Outcome.DONE), (PromiseState.DROPPED, Outcome.DROPPED)]
    )
    async def test_one_tap_settles_it(self, world: World, promise: str, state: PromiseState, outcome: Outcome) -> None:
        for _ in range(2):
            await settle_promise(world.services, world.who("tom"), promise, state)
            await ticks(world)
        settled = await newest(world, "tom")
        assert (settled.outcome, settled.words) == (outcome, "Send the list")
        other = PromiseState.DROPPED if state is PromiseState.DONE else PromiseState.DONE
        assert await refusals_of(settle_promise(world.services, world.who("tom"), promise, other)) == [
            (Reason.TOO_LATE, None)
        ]
        assert await refusals_of(prepare_promise_date(world.services, world.who("tom"), promise)) == [
            (Reason.TOO_LATE, None)
        ]

    async def test_nobody_else_settles_it(self, world: World, promise: str) -> None:
        settles = settle_promise(world.services, world.who("maya"), promise, PromiseState.DONE)
        assert await refusals_of(settles) == [(Reason.NOT_YOURS, None)]
        opens = prepare_promise_date(world.services, world.who("maya"), promise)
        assert await refusals_of(opens) == [(Reason.NOT_YOURS, None)]

    async def test_it_gets_another_date(self, world: World, promise: str) -> None:
        [row] = (await prepare_promise_date(world.services, world.who("tom"), promise)).rows
        assert (row.words, row.seen) == ("Send the list", Standing(date(2026, 3, 10)))


async def test_who_is_nobodys_nudge_is_not_known(world: World) -> None:
    await world.known("zoe")
    assert await world.rows(Person)
    assert await refusals_of(read_nudge(world.services, world.who("leo"), "1")) == [(Reason.NO_PAIR, None)]
    assert await refusals_of(read_nudge(world.services, world.who("zoe"), "1")) == [(Reason.NOT_YOURS, None)]
