"""The main story with the keyboard alone: no mouse, and no place from which Tab finds no way on."""

from playwright.async_api import Page, expect

from tests.scenarios.windows import Windows, last

FOCUSED = """
() => {
  const element = document.activeElement;
  return element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
}
"""
# No page of these stories has more to go through.
MOST_STOPS = 80


async def test_two_people_are_paired_meet_and_celebrate_by_keyboard(windows: Windows) -> None:
    amara = await windows.of("amara")
    await _sends(amara, "/mentoring pair")
    await expect(amara.get_by_role("dialog", name="Pair two people")).to_be_visible()
    await _tabs_to(amara, "Mentor")
    await amara.keyboard.type("Jonas")
    await _tabs_to(amara, "Mentee")
    await amara.keyboard.type("Wanjiru")
    await _presses(amara, "Introduce them")
    await expect(amara.get_by_role("dialog")).to_have_count(0)
    for name in ("jonas", "wanjiru"):
        page = await windows.of(name)
        asked = last(page, "as part of Harbour Lane mentoring")
        await expect(asked).to_be_visible()
        await _presses(page, "Accept")
        await expect(asked).to_contain_text("accepted")

    wanjiru = await windows.of("wanjiru")
    await _sends(wanjiru, "/checkin")
    await expect(wanjiru.get_by_role("dialog", name="Log a check-in")).to_be_visible()
    await _tabs_to(wanjiru, "What we talked about")
    await wanjiru.keyboard.type("How data moves through the company")
    await _presses(wanjiru, "Save")
    await expect(last(wanjiru, "Saved: your session with Jonas")).to_be_visible()

    for name in ("wanjiru", "jonas"):
        page = await windows.of(name)
        question = last(page, "Your pair has reached a milestone.")
        await expect(question).to_be_visible()
        await _presses(page, "Yes")
        await expect(question).to_contain_text("You said yes.")
    await expect(last(await windows.of("zainab", "wins"), "their first mentoring session")).to_be_visible()


async def _sends(page: Page, text: str) -> None:
    await _tabs_to(page, "Message")
    await page.keyboard.type(text)
    await page.keyboard.press("Enter")


async def _presses(page: Page, name: str) -> None:
    await _tabs_to(page, name)
    await page.keyboard.press("Enter")


async def _tabs_to(page: Page, name: str) -> None:
    """Press Tab until what has that accessible name has the focus; a trap would keep it from ever coming."""
    for _ in range(MOST_STOPS):
        if await page.evaluate(FOCUSED) == name:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {name!r}")
