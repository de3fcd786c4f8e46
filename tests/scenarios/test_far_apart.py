"""A pair in Auckland and New York, over five weeks in which both change their clocks; it is docs/far-apart.md."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mentoring.hours import local
from playground.seed import Person
from services.next_due import next_due
from tests.scenarios.conftest import OpenOffice
from tests.scenarios.office import Office, the_company

PAGE = Path(__file__).parents[2] / "docs" / "far-apart.md"
PREFACE = """\
# Far apart: five weeks of a pair in Auckland and New York

Roa mentors Sam. Eighteen hours lie between them, then seventeen when New York changes its clocks on 8 March, then
sixteen when Auckland does on 5 April. This is all that Rapport says to the two of them, when it came on each one's own
clock, and what they do. Nobody wrote it down by hand: `tests/scenarios/test_far_apart.py` lives through it and compares
it with this page.
"""
ROA = Person("U0ROA", "roa", "Roa Tane", "T0HARBOUR", tz="Pacific/Auckland", display_name="Roa")
SAM = Person("U0SAM", "sam", "Sam Ruiz", "T0HARBOUR", tz="America/New_York", display_name="Sam")
ZONES = {"roa": ROA.tz, "sam": SAM.tz}
# A Tuesday morning in Auckland, a Monday afternoon in New York.
BEGINS = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
CLOCKS_IN_NEW_YORK, CLOCKS_IN_AUCKLAND = datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 4, 4, 14, tzinfo=UTC)


class Transcript:
    """Lets time pass, and writes down what comes as it comes."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._written = [PREFACE]
        self._seen: set[tuple[str, str]] = set()
        self.came: list[tuple[str, datetime]] = []
        # Their group message with Rapport, once there is one.
        self.group: str | None = None

    @property
    def text(self) -> str:
        """All that was written down, as Markdown."""
        return "\n".join(self._written)

    def does(self, name: str, words: str) -> None:
        """Say what somebody does."""
        self._written.append(f"**{self._clock(name)}.** {name.title()} {words}\n")

    async def passes(self, until: datetime) -> None:
        """Time goes from one thing that is due to the next."""
        await self.note()
        while (at := await next_due(self._office.rapport.services)) and at < until:
            self._go_to(at)
            await self.note()
        self._go_to(until)
        await self.note()

    async def note(self) -> None:
        """Write down what has come since."""
        await self._office.at_rest()
        for name in ZONES:
            for message in await self._office[name].messages():
                if not message.ephemeral and (name, message.ts) not in self._seen:
                    self._seen.add((name, message.ts))
                    self.came.append((name, self._office.clock.now))
                    self._written += [f"**{self._clock(name)}.** {name.title()} reads:\n", _quoted(message.text)]
        if self.group:
            for message in await self._office["roa"].messages(self.group):
                if ("both", message.ts) not in self._seen:
                    self._seen.add(("both", message.ts))
                    clocks = f"**{self._clock('roa')}; {self._clock('sam')}.**"
                    self._written += [f"{clocks} Both read, in their group message:\n", _quoted(message.text)]

    def _go_to(self, at: datetime) -> None:
        for instant in (CLOCKS_IN_NEW_YORK, CLOCKS_IN_AUCKLAND):
            if self._office.clock.now < instant <= at:
                where = "New York" if instant == CLOCKS_IN_NEW_YORK else "Auckland"
                self._written.append(f"*The clocks change in {where}.*\n")
        self._office.clock.now = max(at, self._office.clock.now)
        self._office.rapport.services.wake()

    def _clock(self, name: str) -> str:
        here = local(self._office.clock.now, ZONES[name])
        return f"{here:%a} {here.day} {here:%b, %H:%M}, {ZONES[name].split('/')[1].replace('_', ' ')}"


def _quoted(text: str) -> str:
    return "\\\n".join(f"> {line}" for line in text.splitlines() if line.strip()) + "\n"


async def test_five_weeks_over_two_changes_of_clocks(opening_with_history: OpenOffice) -> None:
    company = the_company()
    office = await opening_with_history(company=replace(company, people=(*company.people, ROA, SAM)))
    await office.at_rest()
    office.clock.now = BEGINS
    await office.pair("roa", "sam")
    told = Transcript(office)
    await told.note()
    for name in ("roa", "sam"):
        await office[name].press("Accept", in_="app")
        told.does(name, "presses [Accept].")
        await office.at_rest()
    told.group = await office["roa"].group("sam", "Rapport")
    # Friday morning in Auckland, Thursday afternoon in New York: both have been asked for a first meeting.
    await told.passes(datetime(2026, 3, 5, 21, tzinfo=UTC))

    await office["sam"].press("Propose times", in_="app")
    form = await office["sam"].modal("Propose times")
    assert (await form.submit()).result == "closed"
    told.does("sam", "presses [Propose times], and sends the times that Rapport suggests.")
    await told.passes(datetime(2026, 3, 5, 22, tzinfo=UTC))
    await office["roa"].press("Take this", in_="app")
    told.does("roa", "takes the first.")
    await told.note()
    await _meet(office, told, next_at="2026-03-24T20:00:00+00:00")
    await _meet(office, told, next_at="2026-04-07T20:00:00+00:00")
    await told.passes(datetime(2026, 4, 7, 3, tzinfo=UTC))

    if os.environ.get("RENEW_SNAPSHOTS"):
        PAGE.write_text(told.text)
    assert PAGE.read_text() == told.text
    for name, at in told.came:
        here = local(at, ZONES[name])
        # Replies to what they have just done come at once; nothing else outside the hours, and two for sessions.
        assert here.weekday() < 5, (name, here)
        assert 7 <= here.hour < 19, (name, here)
    # No more than a considerate colleague would write in five weeks.
    assert all(sum(who == name for who, _ in told.came) <= 16 for name in ZONES)


async def _meet(office: Office, told: Transcript, next_at: str) -> None:
    """They meet as planned; Sam logs it from the question that follows."""
    while "We met" not in await _newest(office, "sam"):
        at = await next_due(office.rapport.services)
        assert at, "there is a session to come"
        await told.passes(at + timedelta(seconds=1))
    await office["sam"].press("We met", in_="app")
    form = await office["sam"].modal("Log a check-in")
    await form.fill("When we meet next", next_at)
    assert (await form.submit()).result == "closed"
    told.does("sam", "presses [We met], and plans the next session in the form.")
    await told.note()


async def _newest(office: Office, name: str) -> str:
    return (await office[name].messages())[-1].text
