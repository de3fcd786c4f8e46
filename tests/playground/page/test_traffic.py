"""The traffic drawer: what the app and the workspace say to each other, and the faults."""

import re

from playwright.async_api import expect

from playground.server import Playground
from tests.axe import violations
from tests.playground.page.conftest import DESKTOP, PHONE, OpenPage, send
from tests.playground.page.test_accessibility import overflow


async def test_traffic_is_read_filtered_and_disturbed(open_page: OpenPage, playground: Playground) -> None:
    page = await open_page("U1", "C1", DESKTOP)
    await send(page, "/blocks")
    await send(page, "/echo hello")
    newest = page.get_by_role("article").filter(has_text="hello").last
    await expect(newest).to_be_in_viewport()
    opener = page.get_by_role("button", name="Traffic and faults")
    await opener.focus()
    await page.keyboard.press("Enter")
    drawer = page.get_by_role("complementary", name="Traffic")
    await expect(drawer.get_by_role("searchbox", name="Filter the traffic")).to_be_focused()
    await expect(newest).to_be_in_viewport()
    await drawer.get_by_label("Which traffic").select_option("To the app")
    await page.get_by_role("searchbox").fill("/blocks")
    entries = drawer.get_by_role("list", name="Calls and payloads").get_by_role("listitem")
    await expect(entries).to_have_count(1)
    await expect(entries).to_contain_text(re.compile(r"/blocks.* ms"))
    await entries.locator("summary").focus()
    await page.keyboard.press("Enter")
    await expect(entries.get_by_label("Sent")).to_contain_text('"command": "/blocks"')
    await drawer.get_by_text("Faults", exact=True).click()
    await drawer.get_by_label("What goes wrong").select_option("server_error")
    await drawer.get_by_label("Method or event").fill("chat.postMessage")
    await drawer.get_by_role("button", name="Switch on").click()
    switched_on = drawer.get_by_role("list", name="Faults that are switched on").get_by_role("listitem")
    await expect(switched_on).to_contain_text("chat.postMessage, 1 more: Answered with a 500")
    assert await violations(drawer) == []
    await switched_on.get_by_role("button").click()
    await expect(switched_on).to_have_count(0)
    assert playground.faults.on == []
    await expect(drawer.get_by_label("Error")).to_be_disabled()
    await drawer.get_by_label("What goes wrong").select_option("refused")
    await drawer.get_by_label("Error").fill("is_archived")
    await drawer.get_by_role("button", name="Switch on").click()
    await expect(switched_on).to_have_count(1)
    assert [fault.error for fault in playground.faults.on] == ["is_archived"]
    await page.set_viewport_size(PHONE)
    assert await overflow(page) <= 0
    assert await violations(drawer) == []
    await page.keyboard.press("Escape")
    await expect(drawer).to_be_hidden()
