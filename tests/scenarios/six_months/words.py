"""What the months share."""

from datetime import UTC, datetime

from tests.scenarios.office import Office
from tests.scenarios.test_horizon import QUESTIONS, USUAL
from tests.scenarios.tour import Tour

POINT, RUTH = "Write down one point before each review", "Introduce me to Ruth, who runs the reviews"
SPEAK_UP, CHAIR, ASK = "Speak up in design reviews", "Chair a design review", "Ask more than I answer"
SHOUT_OUT = "Your pair has reached a milestone."


def at(month: int, day: int, hour: int = 9, minute: int = 0, year: int = 2026) -> datetime:
    """An instant: at nine it is morning for Leo in London and afternoon for Priya in Kolkata."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


async def answers(tour: Tour, name: str, told: str, **said: str) -> None:
    """Somebody answers the horizon check as usual, but for what is `said`; only `told` is told of it."""
    await tour.presses(name, "Answer five questions")
    form = await tour.form(name, "Horizon check")
    for subject, answer in (USUAL | said).items():
        await form.fill(QUESTIONS[subject], answer)
    tour.remark(told)
    assert (await form.submit()).result == "updated"
    await (await tour.form(name, "Horizon check")).close()


async def logs(office: Office, name: str) -> None:
    """Somebody logs the session that was planned, without a date for the next one; it is not told."""
    await office.at_rest()
    await office[name].press("We met", in_="app")
    form = await office[name].modal("Log a check-in")
    assert (await form.submit()).result == "closed"
    await office.at_rest()
