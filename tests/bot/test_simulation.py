"""A made-up programme is lived through by the rules, and whoever broke one would be found out."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.simulation.figures import Figures, read_figures
from bot.simulation.people import Habits
from bot.simulation.programme import MadeUpProgramme
from mentoring.nudges.kinds import NudgeKind
from storage.models import Delivery, Notice
from storage.store import Store
from storage.transaction import Transaction

# A Monday; clocks change on the 29th in Europe, and on 5 April in Australia and New Zealand.
START = datetime(2026, 3, 23, 10, tzinfo=UTC)
END = START + timedelta(days=21)


@pytest.fixture
def dialect() -> str:
    return "sqlite"


async def figures(store: Store) -> Figures:
    return await store.read(lambda tx: read_figures(tx, START, END))


async def test_people_meet_are_nudged_and_no_rule_is_broken(store: Store) -> None:
    # Six pairs in many zones, over three weeks.
    programme = MadeUpProgramme(store, 6, START, Habits(meets=0.5, answers=0.6))
    await programme.begin()
    await programme.live_until(END, lambda _now: None)
    found = await figures(store)
    assert (found.outside_hours, found.over_budget, found.twice) == (0, 0, 0)
    assert found.people == 10
    assert found.meetings.total() > 4
    assert found.sent[NudgeKind.FIRST_MEETING] > 4
    assert 0 < found.answered[NudgeKind.FIRST_MEETING] <= found.sent[NudgeKind.FIRST_MEETING]
    assert 0 < found.in_rhythm.total() <= found.looked_at.total() == 6 * 3
    # Whoever breaks a rule is counted.
    await store.write(_at_night_and_all_on_one_day)
    broken = await figures(store)
    assert broken.outside_hours == broken.sent.total()
    assert broken.over_budget > 0


async def _at_night_and_all_on_one_day(tx: Transaction) -> None:
    saturday = datetime(2026, 4, 4, 12, tzinfo=UTC)
    await tx.execute(update(Delivery).values(ended_at=saturday))
    await tx.execute(update(Notice).where(Notice.day.is_not(None)).values(day=saturday.date()))
