"""Everybody can use it: no serious violation in any view, the keyboard suffices, and a phone is wide enough."""

from typing import Literal

import pytest
from playwright.async_api import Locator, Page, ViewportSize, expect

from tests.axe import violations
from tests.playground.page.conftest import DESKTOP, PHONE, OpenPage, send


async def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(await page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone at night"])
async def test_no_view_has_a_serious_violation(
    open_page: OpenPage, size: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    page = await open_page("U1", "home", size)
    await page.emulate_media(color_scheme=scheme)
    found: dict[str, list[str]] = {}

    async def check(view: str, part: Locator | None = None) -> None:
        assert await overflow(page) <= 0, view
        found[view] = await violations(part or page.locator("html"))

    await expect(page.get_by_role("heading", name="Good morning")).to_be_visible()
    await check("home")
    if size == PHONE:
        await page.get_by_role("button", name="Show conversations").click()
        await check("side bar", page.get_by_role("navigation", name="Workspace"))
    await page.get_by_role("link", name="wins", exact=True).click()
    await send(page, "/blocks")
    await send(page, "/echo hello")
    await expect(page.get_by_text("Only visible to you")).to_be_visible()
    await check("messages")
    await page.get_by_role("textbox", name="Message", exact=True).fill("/")
    await check("suggestions", page.locator(".composer"))
    await page.get_by_role("button", name="Shortcuts").click()
    await check("menu", page.get_by_role("menu"))
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Remove").click()
    await check("confirmation", page.get_by_role("alertdialog"))
    await page.keyboard.press("Escape")
    await send(page, "/form")
    dialog = page.get_by_role("dialog", name="Every field")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_text("Please complete this required field.").first).to_be_visible()
    await check("form with errors", dialog)
    assert found == {view: [] for view in found}


async def test_the_keyboard_suffices(open_page: OpenPage) -> None:
    page = await open_page()
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await tab_to(page, "wins")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="wins")).to_be_visible()
    await tab_to(page, "Message")
    await page.keyboard.type("/form")
    await page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Every field")
    await expect(dialog.get_by_label("Name")).to_be_focused()
    await page.keyboard.type("Ada")
    await tab_to(page, "Colour")
    await page.keyboard.type("Blue")
    await expect(dialog.get_by_label("Colour")).to_have_value("blue")
    await tab_to(page, "Save")
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(composer).to_be_focused()


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has that accessible name has the focus; a trap would keep it from ever coming."""
    script = """
    () => {
      const element = document.activeElement;
      return element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    }
    """
    for _ in range(60):
        await page.keyboard.press("Tab")
        if await page.evaluate(script) == name:
            return
    raise AssertionError(f"Tab never comes to {name!r}")


async def test_on_a_phone_the_side_bar_comes_and_goes(open_page: OpenPage) -> None:
    page = await open_page("U1", "home", PHONE)
    link = page.get_by_role("link", name="wins", exact=True)
    await expect(link).to_be_hidden()
    opener = page.get_by_role("button", name="Show conversations")
    await opener.click()
    await expect(page.get_by_role("button", name="Hide conversations")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(link).to_be_hidden()
    await expect(opener).to_be_focused()
    await opener.click()
    await link.click()
    await expect(link).to_be_hidden()
    await expect(page.get_by_role("heading", name="wins")).to_be_visible()
