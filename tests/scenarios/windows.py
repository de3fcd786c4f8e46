"""Windows of a real browser, one for each person, as stories are clicked and typed through it."""

from pathlib import Path

from playwright.async_api import Locator, Page, ViewportSize, expect

from tests.axe import violations
from tests.browser import Lend
from tests.scenarios.office import Office
from tests.scenarios.pictures import keep_picture

# Wide enough for the list of places beside what is shown, and as wide as a phone.
DESKTOP, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)


class Windows:
    """A window for each person, side by side."""

    def __init__(self, office: Office, lend: Lend, pictures: Path | None) -> None:
        self._office = office
        self._lend = lend
        self._pictures = pictures
        self._open: dict[str, Page] = {}

    async def of(self, name: str, place: str | None = "Messages") -> Page:
        """Somebody's window, at the messages or home of the app, at a channel, or (None) where it is, with its form."""
        page = self._open.get(name)
        if page is None:
            page = self._open[name] = await self._lend(DESKTOP)
            await page.goto(f"{self._office.playground.url}/?as={await self._office[name].id()}#home")
            await expect(page.locator("body")).to_have_attribute("data-ready", "true")
        # A window behind another is drawn but once a second.
        await page.bring_to_front()
        if place in ("Home", "Messages"):
            await page.get_by_role("link", name="Rapport", exact=True).click()
            await page.get_by_label("Rapport", exact=True).get_by_role("link", name=place).click()
        elif place:
            await page.get_by_role("link", name=place).click()
        return page

    async def show(self, shown: Page | Locator, name: str) -> None:
        """A kind of screen that is seen for the first time: everybody can use it. Its picture is kept, too.

        Args:
            shown: A part of a window; or a window, of which its form or else its main pane is of interest.
            name: The picture's.
        """
        # An app cannot choose colours; the page's own are looked at, by day and by night, where it is tested itself.
        assert await violations(await _of_interest(shown), colours=False) == [], name
        await self.picture(shown, name)

    async def picture(self, shown: Page | Locator, name: str) -> None:
        """Keep what is shown, where pictures are wanted."""
        if self._pictures:
            await keep_picture(await _of_interest(shown), self._pictures / f"{name}.png")

    async def show_on_a_phone(self, page: Page, name: str, *, at_night: bool = False) -> None:
        """A phone is wide enough for what a window shows; its picture is kept where pictures are wanted."""
        before = page.viewport_size
        await page.set_viewport_size(PHONE)
        assert await page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        if self._pictures:
            await page.emulate_media(color_scheme="dark" if at_night else "light")
            await self.picture(page.locator("body"), name)
            await page.emulate_media(color_scheme="light")
        if before:
            await page.set_viewport_size(before)


async def _of_interest(shown: Page | Locator) -> Locator:
    if isinstance(shown, Locator):
        return shown
    forms = shown.locator("dialog[open]")
    return forms.last if await forms.count() else shown.locator("main")


async def types(page: Page, text: str) -> None:
    """Write a message or a command, and send it."""
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.click()
    await composer.fill(text)
    await page.get_by_role("button", name="Send").click()


def form_of(page: Page, title: str) -> Locator:
    """The form of that title."""
    return page.get_by_role("dialog", name=title)


def last(page: Page, words: str) -> Locator:
    """The newest message of Rapport with these words."""
    return page.get_by_role("article", name="Rapport").filter(has_text=words).last


async def picks(page: Page, shortcut: str, words: str) -> None:
    """Pick a shortcut from the menu of the newest message with these words."""
    message = page.get_by_role("article").filter(has_text=words).last
    await message.hover()
    await message.get_by_role("button", name="More for this message").click()
    await page.get_by_role("menuitem", name=shortcut).click()


async def sends(form: Locator, button: str) -> None:
    """Press a form's last button, by its whole name; the form closes."""
    await form.get_by_role("button", name=button, exact=True).click()
    await expect(form).to_be_hidden()
