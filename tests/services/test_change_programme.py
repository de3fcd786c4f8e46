"""An organiser changes the programme."""

from datetime import time

import pytest

from mentoring.programmes import ProgrammeValues
from mentoring.refusals import Reason
from services.change_programme import change_programme
from services.ensure_workspace import Installed, ensure_workspace
from services.prepare_forms import prepare_pair, prepare_programme, prepare_settings
from storage.models import Programme
from storage.transaction import Transaction
from tests.services.world import RAPPORT, WINS, WORKSPACE, World, refusals_of, user_of

AMARA = (user_of("amara"),)
ACME = ProgrammeValues("Acme", organisers=AMARA)
VALUES = ProgrammeValues("Spring", WINS, 7, 12, time(8), time(16), "GB", AMARA)


async def test_a_workspace_has_a_programme_from_the_start(world: World) -> None:
    assert await prepare_programme(world.services, world.who("amara")) == ACME
    pair = await prepare_pair(world.services, world.who("amara"))
    assert (pair.rhythm_days, pair.asks_channel) == (14, True)


async def test_what_is_changed_is_kept(world: World) -> None:
    await change_programme(world.services, world.who("amara"), VALUES, world.form())
    assert await prepare_programme(world.services, world.who("amara")) == VALUES
    pair = await prepare_pair(world.services, world.who("amara"))
    assert (pair.rhythm_days, pair.asks_channel) == (7, False)
    await world.known("tom")
    settings = (await prepare_settings(world.services, world.who("tom"))).settings
    assert (settings.works_from, settings.works_until) == (time(8), time(16))


async def test_the_same_form_sent_twice_changes_it_once(world: World) -> None:
    await change_programme(world.services, world.who("amara"), VALUES, "V-same")
    await world.changes_programme(name="Summer")
    await change_programme(world.services, world.who("amara"), VALUES, "V-same")
    assert (await prepare_programme(world.services, world.who("amara"))).name == "Summer"


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"name": "  "}, [(Reason.EMPTY, "name")]),
        ({"rhythm_days": 0}, [(Reason.BAD_RHYTHM, "rhythm_days")]),
        ({"rhythm_days": 181}, [(Reason.BAD_RHYTHM, "rhythm_days")]),
        ({"works_from": time(17), "works_until": time(9)}, [(Reason.BAD_HOURS, "works_until")]),
        ({"country": "XX"}, [(Reason.UNKNOWN_COUNTRY, "country")]),
        ({"country": "gb"}, [(Reason.UNKNOWN_COUNTRY, "country")]),
        ({"organisers": ()}, [(Reason.EMPTY, "organisers")]),
        ({"name": "", "country": "XX"}, [(Reason.EMPTY, "name"), (Reason.UNKNOWN_COUNTRY, "country")]),
    ],
)
async def test_what_cannot_stand_is_refused_beside_its_field(
    world: World, changes: dict[str, object], refused: list[tuple[Reason, str]]
) -> None:
    assert await refusals_of(world.changes_programme(**changes)) == refused
    assert await prepare_programme(world.services, world.who("amara")) == ACME


async def test_two_programmes_do_not_share_a_name(world: World) -> None:
    async def second(tx: Transaction) -> None:
        tx.add(
            Programme(
                workspace_id=WORKSPACE, name="Autumn", rhythm_days=14, length_months=6, works_from=time(9),
                works_until=time(17), created_at=world.now,
            )
        )  # fmt: skip

    world.later(days=1)
    await world.store.write(second)
    assert await refusals_of(world.changes_programme(name=" Autumn ")) == [(Reason.NAME_TAKEN, "name")]


@pytest.mark.parametrize("name", ["tom", "leo"])
@pytest.mark.usefixtures("pair")
async def test_only_an_organiser_sees_or_changes_it(world: World, name: str) -> None:
    who, refused = world.who(name), [(Reason.NOT_ORGANISER, None)]
    assert await refusals_of(change_programme(world.services, who, VALUES, world.form())) == refused
    assert await refusals_of(prepare_programme(world.services, who)) == refused
    assert await refusals_of(prepare_pair(world.services, who)) == refused


async def test_installing_again_leaves_it_as_it_is(world: World) -> None:
    await change_programme(world.services, world.who("amara"), VALUES, world.form())
    await ensure_workspace(world.services, Installed(WORKSPACE, "Acme Renamed", RAPPORT))
    assert await prepare_programme(world.services, world.who("amara")) == VALUES
    assert await world.rows(Programme) == 1
