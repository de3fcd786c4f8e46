"""Taps and cards of both at the same time, on PostgreSQL: each pulse once, one question for a session."""

import pytest
from sqlalchemy import select

from mentoring.check_in_news import CheckInSaved
from mentoring.nudge_contents import BeforeSession
from mentoring.pulses import PulseValues, Worth
from mentoring.question_bank import Card, Stage
from services.draw_card import bring_question, pass_card
from services.look_at_pairs import look_at_pairs
from services.note_pulse import keep_pulse, note_pulse
from storage.models import AskedQuestion, DrawnCards, Pulse, Session
from tests.services.test_cards import plans
from tests.services.test_races import at_once
from tests.services.world import MONDAY, World

# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_taps_and_cards_at_once(world: World, pair: str, caplog: pytest.LogCaptureFixture) -> None:
    await world.checks_in("tom", pair, feeling=1)
    await world.send_all()
    assert [saved.weighs for saved in await world.told("tom", CheckInSaved)] == [True]
    [session] = await world.all(select(Session.id))
    both, card = (world.who("tom"), world.who("maya")), Card(Stage.LIGHT, 1)
    counted = await at_once(
        *(note_pulse(world.services, who, session, worth) for who in both for worth in (Worth.WELL, Worth.HARDLY)),
        *(keep_pulse(world.services, who, PulseValues(session, Worth.PARTLY, "words"), "V-same") for who in both),
        *(pass_card(world.services, who, pair, card) for who in both),
        *(bring_question(world.services, who, pair, card, "Light", f"V-{who.user}") for who in both),
    )
    assert counted == {None: 10}
    assert (await world.rows(Pulse), await world.rows(DrawnCards)) == (2, 2)

    await plans(world, pair, MONDAY.replace(day=5, hour=12))
    world.now = MONDAY.replace(day=4, hour=12)
    await at_once(*(look_at_pairs(world.services) for _ in range(3)))
    await world.send_all()
    [told] = {(await world.newest(name, BeforeSession)).card for name in ("tom", "maya")}
    [asked] = await world.all(select(AskedQuestion))
    assert told == Card(Stage(asked.stage), asked.number)
    assert "runs again" not in caplog.text
