"""The playground's clock moves on, and Rapport keeps up with it."""

from datetime import timedelta

import pytest

from bot.look_ahead import ahead_of
from playground.client import StoppedError
from tests.scenarios.office import Office


async def test_while_slack_takes_nothing_the_clock_waits(office: Office) -> None:
    office.playground.look_ahead(ahead_of(office.rapport, office.clock.move))
    office.playground._skipping._patience = 0.5
    office.playground.faults.add("too_many", "chat.postMessage", seconds=60)
    began = office.clock.now
    with pytest.raises(StoppedError, match="had not done all that was due"):
        await office.people.skip(began + timedelta(weeks=1))
    assert office.clock.now - began < timedelta(days=2), "nothing that waits is passed over"
