"""Nobody of another workspace, or of another pair, can read or change anything."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.consent import Answer
from mentoring.forms import AgendaValues
from mentoring.partings import EndValues
from mentoring.people import Profile
from mentoring.planning import OfferValues, PlanValues
from mentoring.promises import PromiseState
from mentoring.pulses import PulseSharing, PulseValues, Share, Worth
from mentoring.question_bank import Card, Stage
from mentoring.refusals import Reason
from mentoring.sharing import SharingValues
from mentoring.widening import WideningValues
from mentoring.wins import Audience
from services.answer_consent import answer_consent
from services.answer_nudge import ask_how_it_goes, ask_later, turn_kind_off
from services.answer_promise import answer_promise
from services.become_organiser import become_organiser
from services.bring_to_session import bring_to_session, prepare_agenda
from services.cancel_session import cancel_session
from services.draw_card import bring_question, pass_card, prepare_card
from services.end_pair import end_pair
from services.let_in import let_in
from services.miss_session import miss_session
from services.note_profile import note_profile
from services.note_pulse import keep_pulse, note_pulse
from services.plan_session import plan_session
from services.prepare_check_in import prepare_check_in
from services.prepare_plan import prepare_plan
from services.propose_times import propose_times
from services.read_calendar_entry import read_calendar_entry
from services.read_menu import read_menu, read_organisers
from services.share_pulse import share_pulse
from services.share_something import share_something
from services.take_off_agenda import take_off_agenda
from services.take_time import take_time
from services.uninstall import uninstall
from services.update_promises import settle_promise
from services.widen_win import share_with_partner, widen_win
from storage.models import (
    Base,
    Pair,
    Person,
)
from storage.store import Store
from storage.transaction import Transaction
from tests.services.attempts import TRIES, settle_a_promise
from tests.services.beginnings import Beginning, Prepare
from tests.services.something import Ids, something_of_everything
from tests.services.world import RAPPORT, WINS, World, profile, refusals_of

ELSEWHERE = "T2"


@pytest.fixture(scope="module")
async def two_workspaces(paired: Beginning, prepare: Prepare) -> tuple[Beginning, Ids]:
    """A workspace with something of everything, and another one where people have the very same Slack ids."""
    found = []

    async def story(world: World, pair: str) -> None:
        found.append(await something_of_everything(world, pair))
        other = await World.begin(world.store, ELSEWHERE)
        await other.paired("tom", "maya")
        await other.proposed("zoe", "leo")

    return await prepare(paired, story), found[0]


@pytest.fixture
def beginning(two_workspaces: tuple[Beginning, Ids]) -> Beginning:
    return two_workspaces[0]


@pytest.fixture
def ids(two_workspaces: tuple[Beginning, Ids]) -> Ids:
    return two_workspaces[1]


@pytest.fixture
def elsewhere(world: World) -> World:
    """The other workspace."""
    return World(world.store, ELSEWHERE, number=world.number)


async def everything(store: Store, workspace: str) -> list[object]:
    """All rows of a workspace."""

    async def look(tx: Transaction) -> list[object]:
        tables = [table for table in Base.metadata.sorted_tables if "workspace_id" in table.c]
        return [
            row
            for table in tables
            for row in (await tx.execute(select(table).where(table.c.workspace_id == workspace))).all()
        ]

    return await store.read(look)


async def test_ids_of_another_workspace_are_refused(world: World, elsewhere: World, ids: Ids) -> None:
    before = await everything(world.store, world.workspace)
    refused = {name: await refusals_of(attempt(elsewhere, ids)) for name, attempt in TRIES.items()}
    assert [name for name, reasons in refused.items() if not reasons] == []
    assert await everything(world.store, world.workspace) == before


@pytest.mark.parametrize("name", ["zoe", "amara"])
async def test_nobody_of_another_pair_changes_anything(world: World, ids: Ids, name: str) -> None:
    before = await everything(world.store, world.workspace)
    who, services = world.who(name), world.services
    for attempt in (
        world.checks_in(name, ids.pair),
        world.declines(name, ids.pair),
        prepare_check_in(services, who, pair_id=ids.pair),
        prepare_check_in(services, who, session_id=ids.session),
        world.celebrates(name, "x", Audience.PARTNER, ids.pair),
        answer_promise(services, who, ids.promise, accepts=True),
        settle_a_promise(world, name, ids.promise),
        share_with_partner(services, who, ids.win),
        widen_win(services, who, WideningValues(ids.win, ids.pair, Audience.CHANNEL), (), world.form()),
        end_pair(services, who, EndValues(ids.pair), world.form()),
        answer_consent(services, who, ids.shout_out, Answer.YES),
        bring_to_session(services, who, AgendaValues(ids.pair, "x"), world.form()),
        take_off_agenda(services, who, ids.item),
        prepare_agenda(services, who, pair_id=ids.pair),
        prepare_plan(services, who, pair_id=ids.pair),
        prepare_plan(services, who, session_id=ids.planned),
        prepare_plan(services, who, offer_id=ids.offer),
        plan_session(services, who, PlanValues(ids.pair, world.now + timedelta(days=2)), world.form()),
        propose_times(services, who, OfferValues(ids.pair, {"time_1": world.now + timedelta(days=2)}), world.form()),
        take_time(services, who, ids.time),
        cancel_session(services, who, ids.planned),
        miss_session(services, who, ids.planned),
        read_calendar_entry(services, who, ids.planned),
        ask_later(services, who, ids.notice),
        turn_kind_off(services, who, ids.notice),
        ask_how_it_goes(services, who, ids.notice),
        share_something(services, who, SharingValues(int(ids.notice), "x"), world.form()),
        settle_promise(services, who, ids.promise, PromiseState.DONE),
        prepare_card(services, who, ids.pair, Stage.STUCK),
        pass_card(services, who, ids.pair, Card(Stage.STUCK, 1)),
        bring_question(services, who, ids.pair, Card(Stage.STUCK, 1), "x", world.form()),
        note_pulse(services, who, ids.session, Worth.WELL),
        keep_pulse(services, who, PulseValues(ids.session, Worth.WELL, "x"), world.form()),
        share_pulse(services, who, PulseSharing(ids.session, Share.ALL, 1), world.form()),
    ):
        assert await refusals_of(attempt) in (
            [(Reason.NOT_YOURS, None)],
            [(Reason.NOT_PARTNER, None)],
            [(Reason.NO_PAIR, None)],
        )
    assert await everything(world.store, world.workspace) == before


async def test_each_workspace_has_its_own_people_pairs_and_organisers(world: World, elsewhere: World, ids: Ids) -> None:
    home, other = await world.home("maya"), await elsewhere.home("maya")
    assert [card.pair_id for card in home.pairs] == [ids.pair]
    assert ids.pair not in repr(other)
    assert (other.wins, other.proposals, other.to_add) == ((), (), None)
    [board] = (await elsewhere.home("amara")).boards
    assert len(board.pairs) == 2
    assert {organiser.id for organiser in home.organisers}.isdisjoint(organiser.id for organiser in other.organisers)
    assert len(await read_organisers(world.services, ELSEWHERE)) == 1


async def test_what_happens_in_one_workspace_leaves_the_other_alone(world: World, elsewhere: World) -> None:
    before = await everything(world.store, world.workspace)
    await elsewhere.changes_programme(channel=WINS, name="Elsewhere")
    pair = await elsewhere.pair_of("tom", "maya")
    await elsewhere.checks_in("tom", pair)
    await let_in(elsewhere.services, ELSEWHERE, WINS, RAPPORT)
    renamed = Profile(profile("tom").user, "Somebody Else", ELSEWHERE, "UTC", is_deactivated=True)
    await note_profile(elsewhere.services, ELSEWHERE, renamed)
    await uninstall(elsewhere.services, ELSEWHERE)
    assert await everything(world.store, world.workspace) == before


async def test_being_organiser_elsewhere_is_being_none_here(world: World, elsewhere: World) -> None:
    await elsewhere.known("tom")
    assert not (await read_menu(world.services, world.who("zoe"))).is_organiser
    refused = await refusals_of(become_organiser(elsewhere.services, ELSEWHERE, profile("priya", ELSEWHERE)))
    assert refused == [(Reason.NOT_ORGANISER, None)]


async def test_the_same_form_and_event_ids_may_come_in_two_workspaces(world: World, elsewhere: World, ids: Ids) -> None:
    await world.checks_in("tom", ids.pair, form="V-same")
    await elsewhere.checks_in("tom", await elsewhere.pair_of("tom", "maya"), form="V-same")
    assert (await elsewhere.home("tom")).pairs[0].sessions == 1
    assert await world.rows(Pair) == 4
    assert await world.rows(Person) == 10
