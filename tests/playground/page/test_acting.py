"""Acting as people: the switcher, two windows at once, what is unread, the tour, and a lost connection."""

import re
from datetime import timedelta

from playwright.async_api import expect

from playground.server import Playground
from tests.playground.page.conftest import Clock, OpenPage, ready, send


async def test_switching_keeps_the_place_and_changes_the_person(open_page: OpenPage) -> None:
    page = await open_page("U1", "C1")
    switcher = page.get_by_label("Act as", exact=True)
    await expect(switcher).to_have_value("U1")
    await expect(page.get_by_text("10:30 in Stockholm").first).to_be_visible()
    await switcher.select_option("U2")
    await expect(page).to_have_url(re.compile(r"\?as=U2#C1$"))
    await ready(page)
    await expect(page.get_by_text("10:30 in Lagos").first).to_be_visible()
    await expect(page.get_by_label("Act as", exact=True)).to_be_focused()
    await expect(page.get_by_role("heading", name="wins")).to_be_visible()


async def test_a_place_the_person_cannot_see_becomes_home(open_page: OpenPage) -> None:
    page = await open_page("U3", "C404")
    await expect(page).to_have_url(re.compile(r"\?as=U3#home$"))
    await expect(page.get_by_role("region", name="Home")).to_be_visible()


async def test_two_windows_see_each_other_at_once(open_page: OpenPage) -> None:
    maya, tom = await open_page("U1", "C1"), await open_page("U2", "home")
    await send(maya, "Good morning, @tom")
    channel = tom.get_by_role("link", name="wins", exact=True)
    await expect(channel).to_have_accessible_description("1 unread")
    await channel.click()
    await expect(tom.get_by_role("list", name="Messages").get_by_role("article")).to_have_text(
        [re.compile("Maya Lindqvist.*Good morning, @Tom Okafor")]
    )
    await expect(channel).to_have_accessible_description("")
    await send(tom, "And to you")
    await expect(maya.get_by_role("article", name="Tom Okafor")).to_contain_text("And to you")


async def test_a_conversation_is_begun_with_the_people_chosen(open_page: OpenPage) -> None:
    maya, tom = await open_page("U1"), await open_page("U2")
    await maya.get_by_role("button", name="New message").click()
    dialog = maya.get_by_role("dialog", name="New message")
    await dialog.get_by_label("Tom Okafor").check()
    await dialog.get_by_label("サナ 田中").check()
    await expect(dialog.get_by_label("Lee Gone")).to_have_count(0)
    await dialog.get_by_role("button", name="Open").click()
    await expect(maya.get_by_role("heading", name="Tom Okafor, サナ 田中")).to_be_visible()
    await send(maya, "Shall we three?")
    await expect(tom.get_by_role("link", name="Maya Lindqvist, サナ 田中")).to_have_accessible_description("1 unread")


async def test_an_outsider_reads_joins_and_writes(open_page: OpenPage) -> None:
    page = await open_page("U3", "C1")
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await expect(composer).to_be_hidden()
    await page.get_by_role("button", name="Join").click()
    await expect(composer).to_be_visible()
    await send(page, "Hello")
    await expect(page.get_by_role("article", name="サナ 田中").last).to_contain_text("Hello")


async def test_members_are_shown_and_others_let_in(open_page: OpenPage) -> None:
    page = await open_page("U1", "C1")
    await page.get_by_role("button", name="3 members").click()
    dialog = page.get_by_role("dialog", name="In #wins")
    await expect(dialog.get_by_role("listitem")).to_have_count(3)
    await dialog.get_by_label("サナ 田中").check()
    await dialog.get_by_role("button", name="Add").click()
    await expect(page.get_by_role("button", name="4 members")).to_be_visible()


async def test_the_tour_says_what_to_try_switches_and_goes_away(open_page: OpenPage) -> None:
    page = await open_page("U1")
    tour = page.get_by_role("complementary", name="What to try first")
    await expect(tour.get_by_role("listitem").first).to_contain_text("You are Maya Lindqvist now.")
    await tour.get_by_label("Step 1 is done").check()
    await tour.get_by_role("button", name="Act as Tom Okafor").click()
    await expect(page.get_by_label("Act as", exact=True)).to_have_value("U2")
    await ready(page)
    await expect(tour.get_by_label("Step 1 is done")).to_be_checked()
    await tour.get_by_role("button", name="Got it").click()
    await expect(tour).to_be_hidden()
    await page.reload()
    await ready(page)
    await expect(tour).to_be_hidden()
    await page.get_by_role("button", name="What to try first").click()
    await expect(tour).to_be_visible()


async def test_a_changed_name_and_zone_change_everywhere(open_page: OpenPage) -> None:
    page = await open_page("U1", "C1")
    await send(page, "Now, @maya")
    await expect(page.get_by_role("article", name="Maya Lindqvist, 10:30")).to_be_visible()
    await page.get_by_role("button", name="Profile").click()
    await page.get_by_label("Name", exact=True).fill("Maya Holm")
    await page.get_by_label("Time zone").select_option("Asia/Tokyo")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("18:30 in Tokyo").first).to_be_visible()
    await expect(page.get_by_role("article", name="Maya Holm, 18:30")).to_contain_text("Now, @Maya Holm")


async def test_what_happened_while_the_server_was_away_is_caught_up(
    open_page: OpenPage, playground: Playground, clock: Clock
) -> None:
    page = await open_page("U1", "C1")
    port = int(playground.url.rsplit(":", 1)[1])
    await playground.stop()
    await expect(page.get_by_text("The playground does not answer.")).to_be_visible()
    clock.now += timedelta(hours=1)
    await playground.start(port=port)
    await expect(page.get_by_text("The playground does not answer.")).to_be_hidden()
    await expect(page.get_by_text("11:30 in Stockholm").first).to_be_visible()
