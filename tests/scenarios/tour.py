"""What people do and read, written down as it happens: docs/tour.md is such a transcript."""

from collections.abc import Mapping
from datetime import datetime

from playground.client import Modal, SeenMessage
from tests.scenarios.office import Office

PREFACE = """\
# A tour of Rapport

One afternoon in the playground's company, Harbour Lane, as an organiser, mentors, mentees and somebody in no pair live
through it. Nobody wrote this down by hand: `tests/scenarios/test_tour.py` does what is told here, checks what everybody
reads, and compares it with this page. Buttons stand in square brackets, what is filled in in round ones.
[Screens](screens.md) shows how it looks.
"""


class Tour:
    """Does things in somebody's name, and writes down what they did and what they then read."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._written = [PREFACE]

    @property
    def text(self) -> str:
        """All that was written down, as Markdown."""
        return "\n".join(self._written)

    def chapter(self, title: str, *sentences: str) -> None:
        """Begin a chapter."""
        self._written.append(f"## {title}\n")
        self.remark(*sentences)

    def remark(self, *sentences: str) -> None:
        """Say something about what happens."""
        self._written += [f"{sentence}\n" for sentence in sentences]

    async def types(self, name: str, typed: str, title: str) -> Modal:
        """Somebody types a command and has a form in front of them."""
        self.remark(f"**{name.title()}** types `{typed}`.")
        return await self._office.opens(name, typed, title)

    async def is_answered(self, name: str, typed: str) -> str:
        """Somebody types a command and is answered at once, with nobody else reading it."""
        self.remark(f"**{name.title()}** types `{typed}`, and alone reads:")
        return self._quote(await self._office.answer(name, typed))

    async def picks(self, name: str, shortcut: str, on: SeenMessage, title: str) -> Modal:
        """Somebody picks a shortcut from a message's menu and has a form in front of them."""
        self.remark(f"**{name.title()}** picks *{shortcut}* from the menu of the message “{on.text}”.")
        await self._office[name].shortcut(shortcut, on=on)
        return await self._office[name].modal(title)

    async def presses(self, name: str, label: str, where: str = "app") -> None:
        """Somebody presses a button, in their messages with Rapport or in App Home."""
        place = "in App Home" if where == "home" else "in the message"
        self.remark(f"**{name.title()}** presses [{label}] {place}.")
        await self._office[name].press(label, in_=where)
        await self._office.at_rest()

    async def presses_in(self, name: str, form: Modal, label: str) -> None:
        """Somebody presses a button in a form, of which it says what they read there."""
        self.remark(f"**{name.title()}** reads:")
        self._quote(form.text)
        self.remark(f"**{name.title()}** presses [{label}].")
        await form.press(label)

    async def form(self, name: str, title: str) -> Modal:
        """The form that opens for somebody."""
        return await self._office[name].modal(title)

    async def sends(self, name: str, form: Modal, values: Mapping[str, object] | None = None) -> str:
        """Somebody fills in a form, which is shown as they send it; how it was answered."""
        for label, value in (values or {}).items():
            await form.fill(label, value)
        self.remark(f"**{name.title()}** fills in the form and sends it:")
        self._quote(form.text)
        return (await form.submit()).result

    async def reads(self, name: str, fragment: str, where: str = "app") -> str:
        """Somebody finds a message; what it says."""
        place = "from Rapport" if where == "app" else f"in {where}"
        text = await self._office.sees(name, fragment, where)
        self.remark(f"**{name.title()}** reads, {place}:")
        return self._quote(text)

    async def reads_at_home(self, name: str) -> str:
        """Somebody looks at their App Home; what it says."""
        await self._office[name].open_home()
        text = await self._office.sees_at_home(name)
        self.remark(f"**{name.title()}** looks at App Home:")
        return self._quote(text)

    async def later(self, until: datetime, words: str) -> None:
        """Time passes, and whatever looks at the time has looked."""
        self.remark(f"*{words}*")
        self._office.clock.now = until
        for tick in self._office.rapport.ticks.ticks:
            tick.wake()
        await self._office.at_rest()

    def _quote(self, text: str) -> str:
        # A backslash at the end of a line keeps the lines apart.
        self._written.append("\\\n".join(f"> {line}" for line in text.splitlines() if line.strip()) + "\n")
        return text
