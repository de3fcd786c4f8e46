"""An agreement that both change or answer at the same time, on PostgreSQL: one is first, nothing is overwritten."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from mentoring.agreements import AgreementMade, AgreementState, AgreementValues, Terms
from mentoring.refusals import Reason
from services.answer_agreement import agree, withdraw_agreement
from services.propose_agreement import prepare_agreement, propose_agreement
from storage.models import Agreement
from tests.services.test_races import at_once
from tests.services.world import World

TERMS = Terms(14, focus="Talks")
CLASH = (Reason.CHANGED_MEANWHILE, "rhythm")


# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_both_propose_change_and_answer_at_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    seen = {name: (await prepare_agreement(world.services, world.who(name), pair)).seen for name in ("tom", "maya")}
    first = (
        propose_agreement(world.services, world.who(name), AgreementValues(pair, TERMS, seen[name]), f"V-{name}")
        for name in seen
    )
    assert await at_once(*first) == {None: 1, CLASH: 1}
    [version] = await world.all(select(Agreement))
    proposer = "tom" if version.author_id == await world.id_of("tom") else "maya"
    other = "maya" if proposer == "tom" else "tom"

    # One takes it back or changes it while the other agrees, twice: either it is agreed to, or it is too late for that.
    now = (await prepare_agreement(world.services, world.who(proposer), pair)).seen
    values = AgreementValues(pair, replace(TERMS, focus="Saying no"), now)
    counted = await at_once(
        propose_agreement(world.services, world.who(proposer), values, "V-change"),
        withdraw_agreement(world.services, world.who(proposer), version.id),
        agree(world.services, world.who(other), version.id),
        agree(world.services, world.who(other), version.id),
    )
    states = await world.all(select(Agreement.state).order_by(Agreement.number))
    made = {name: len(await world.told(name, AgreementMade)) for name in seen}
    if AgreementState.AGREED in states:
        assert (states, counted) == ([AgreementState.AGREED], {None: 2, CLASH: 1, (Reason.TOO_LATE, None): 1})
        assert made == {"tom": 1, "maya": 1}
    elif states == [AgreementState.WITHDRAWN]:
        assert counted == {None: 1, CLASH: 1, (Reason.TOO_LATE, None): 2}
        assert made == {"tom": 0, "maya": 0}
    else:
        assert states == [AgreementState.CHANGED, AgreementState.WAITING]
        assert counted == {None: 1, (Reason.TOO_LATE, None): 3}
        assert made == {"tom": 0, "maya": 0}
    assert "runs again" not in caplog.text
