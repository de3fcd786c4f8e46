"""What people do and read, written down as it happens: docs/tour.md is such a transcript."""

import os
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from playwright.async_api import expect

from playground.client import Modal, SeenMessage
from tests.scenarios.office import Office
from tests.scenarios.windows import DESKTOP, PHONE, Windows, last

PAGE = Path(__file__).parents[2] / "docs" / "tour.md"


class Tour:
    """Does things in somebody's name, and writes down what they did and what they then read: a part of the page.

    Args:
        office: Where it happens.
        title: The part's.
        windows: A browser's, where pictures are wanted.
    """

    def __init__(self, office: Office, title: str, windows: Windows | None = None) -> None:
        self.office = office
        self._heading = f"## {title}\n\n"
        self._windows = windows
        self._written: list[str] = []

    @property
    def text(self) -> str:
        """All that was written down, as Markdown."""
        return "\n".join(self._written)

    def told(self) -> str:
        """What the page tells in this part; with RENEW_SNAPSHOTS, from now on what was written down."""
        before, _, rest = PAGE.read_text().partition(self._heading)
        told, mark, after = rest.partition("\n## ")
        if os.environ.get("RENEW_SNAPSHOTS"):
            told = self.text
            PAGE.write_text(f"{before}{self._heading}{told}{mark}{after}")
        return told

    def chapter(self, title: str, *sentences: str) -> None:
        """Begin a chapter."""
        self._written.append(f"### {title}\n")
        self.remark(*sentences)

    def scene(self, title: str, *sentences: str) -> None:
        """Begin a part of a chapter, and say why it matters."""
        self._written.append(f"#### {title}\n")
        self.remark(*sentences)

    def remark(self, *sentences: str) -> None:
        """Say something about what happens."""
        self._written += [f"{sentence}\n" for sentence in sentences]

    async def types(self, name: str, typed: str, title: str) -> Modal:
        """Somebody types a command and has a form in front of them."""
        self.remark(f"**{name.title()}** types `{typed}`.")
        return await self.office.opens(name, typed, title)

    async def is_answered(self, name: str, typed: str) -> str:
        """Somebody types a command and is answered at once, with nobody else reading it."""
        self.remark(f"**{name.title()}** types `{typed}`, and alone reads:")
        return self._quote(await self.office.answer(name, typed))

    async def picks(self, name: str, shortcut: str, on: SeenMessage, title: str) -> Modal:
        """Somebody picks a shortcut from a message's menu and has a form in front of them."""
        self.remark(f"**{name.title()}** picks *{shortcut}* from the menu of the message “{on.text}”.")
        await self.office[name].shortcut(shortcut, on=on)
        return await self.office[name].modal(title)

    async def presses(self, name: str, label: str, where: str = "app") -> None:
        """Somebody presses a button, in their messages with Rapport or in App Home."""
        place = "in App Home" if where == "home" else "in the message"
        self.remark(f"**{name.title()}** presses [{label}] {place}.")
        await self.office[name].press(label, in_=where)
        await self.office.at_rest()

    async def presses_in(self, name: str, form: Modal, label: str) -> None:
        """Somebody presses a button in a form, of which it says what they read there."""
        self.remark(f"**{name.title()}** reads:")
        self._quote(form.text)
        self.remark(f"**{name.title()}** presses [{label}].")
        await form.press(label)

    async def form(self, name: str, title: str) -> Modal:
        """The form that opens for somebody."""
        return await self.office[name].modal(title)

    async def closes(self, name: str) -> None:
        """Somebody closes the form that says what became of theirs; it is not told."""
        if form := await self.office[name].top_modal():
            await form.close()
        await self.office.at_rest()

    async def sends(self, name: str, form: Modal, values: Mapping[str, object] | None = None) -> str:
        """Somebody fills in a form, which is shown as they send it; how it was answered."""
        for label, value in (values or {}).items():
            await form.fill(label, value)
        self.remark(f"**{name.title()}** fills in the form and sends it:")
        self._quote(form.text)
        return (await form.submit()).result

    async def writes(self, name: str, form: Modal, values: Mapping[str, object], *, result: str = "closed") -> None:
        """Somebody fills in a form and sends it; only what they fill in is shown."""
        for label, value in values.items():
            await form.fill(label, value)
        fills_in = f"**{name.title()}** fills in *{form.title}*:"
        if self._written[-1].startswith(f"**{name.title()}** ") and self._written[-1].endswith(".\n"):
            # They have just opened it.
            fills_in = f"{self._written.pop()[:-2]}, and fills in *{form.title}*:"
        self.remark(fills_in)
        self._quote("\n".join(f"{label.rstrip('?:')}: *{_shown(value)}*" for label, value in values.items()))
        assert (await form.submit()).result == result, form.text

    def quotes(self, introduction: str, text: str, fragment: str, until: str) -> None:
        """Quote some lines of what somebody sees."""
        self.remark(introduction)
        self._quote(_part(text, fragment, until))

    async def reads(self, name: str, fragment: str, where: str = "app", *, until: str | None = None) -> str:
        """Somebody finds a message; what it says.

        Args:
            name: Who reads it.
            fragment: Words in it.
            where: In which conversation.
            until: Words of the last line that is quoted, the first being the one with `fragment`; None: all of it.
        """
        place = "from Rapport" if where == "app" else f"in {where}"
        text = await self.office.sees(name, fragment, where)
        self.remark(f"**{name.title()}** reads, {place}:")
        self._quote(text if until is None else _part(text, fragment, until))
        return text

    async def reads_at_home(self, name: str, *, since: str = "", until: str | None = None) -> str:
        """Somebody looks at their App Home; what it says. A part is quoted as of a message."""
        await self.office[name].open_home()
        text = await self.office.sees_at_home(name)
        self.remark(f"**{name.title()}** looks at App Home:")
        self._quote(text if until is None else _part(text, since, until))
        return text

    async def picture(self, name: str, file: str, alt: str, *, of: str = "", place: str | None = "Messages") -> None:
        """Show what somebody sees on their phone: the newest message with some words, else their form or main pane.

        The form is theirs where they are (`place` is None): it may be on its way.
        """
        self._written.append(f"![{alt}](images/{file}.png)\n")
        if self._windows:
            page = await self._windows.of(name, place)
            if place is None:
                await expect(page.locator("dialog[open]")).to_be_visible()
            await page.set_viewport_size(PHONE)
            await self._windows.picture(last(page, of) if of else page, file)
            await page.set_viewport_size(DESKTOP)

    async def later(self, until: datetime, words: str) -> None:
        """Time passes, and whatever looks at the time has looked."""
        self.remark(f"*{words}*")
        self.office.clock.now = until
        for tick in self.office.rapport.ticks.ticks:
            tick.wake()
        await self.office.at_rest()

    async def until(self, instant: datetime, words: str) -> None:
        """The clock moves on, from one thing that is due to the next."""
        self.remark(f"*{_day(instant)}. {words}*")
        await self.office.people.skip(instant)

    def _quote(self, text: str) -> str:
        # A backslash at the end of a line keeps the lines apart; buttons stand side by side.
        lines = "\n".join(line for line in text.splitlines() if line.strip()).replace("]\n[", "] [").splitlines()
        self._written.append("\\\n".join(f"> {line}" for line in lines) + "\n")
        return text


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return f"{_day(value)} at {value:%H:%M} UTC"
    if isinstance(value, date):
        return _day(value)
    several = [str(each) for each in value] if isinstance(value, list) else str(value).splitlines()
    return " / ".join(several)


def _part(text: str, fragment: str, until: str) -> str:
    """The lines from one with some words to one with others; an ellipsis stands for what is left out."""
    lines = text.splitlines()
    first = next(at for at, line in enumerate(lines) if fragment in line)
    end = next(at for at, line in enumerate(lines) if at >= first and until in line)
    return "\n".join([*["…"][:first], *lines[first : end + 1], *["…"][: len(lines) - end - 1]])
