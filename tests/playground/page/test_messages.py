"""Messages: what they are made of, who sees them, what can be done in them, and the composer."""

import re

from playwright.async_api import expect
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import Playground
from tests.playground.page.conftest import OpenPage, send


async def test_every_block_is_drawn(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "/blocks")
    message = page.get_by_role("list", name="Messages").get_by_role("article", name="Gallery")
    await expect(message.get_by_role("heading", name="A header")).to_be_visible()
    await expect(message.get_by_role("link", name="a link")).to_have_attribute("rel", "noopener noreferrer")
    await expect(message.locator("strong", has_text="Bold")).to_be_visible()
    await expect(message.get_by_text("<b>")).to_be_visible()
    await expect(message.get_by_text(re.compile(r"Saturday 21 November 2026 at 10:30"))).to_be_visible()
    await expect(message.locator("blockquote")).to_have_text(re.compile("A quote.*of two lines"))
    await expect(message.locator("pre")).to_have_text("preformatted *text*")
    await expect(message.get_by_role("separator")).to_have_count(1)
    await expect(message.get_by_role("listitem")).to_have_text(["one", "two"])
    await expect(message.get_by_label("Choose a colour")).to_be_visible()
    await expect(message.get_by_text("A cat asleep on a keyboard")).to_be_visible()


async def test_a_button_changes_its_message_and_the_keyboard_stays_there(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "/blocks")
    await page.get_by_role("button", name="Agree").click()
    message = page.get_by_role("article", name="Gallery")
    await expect(message).to_contain_text("Agreed.")
    await expect(message).to_contain_text("(edited)")
    await expect(page.locator(".scroller")).to_be_focused()


async def test_a_danger_is_asked_about_first(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "/blocks")
    remove = page.get_by_role("button", name="Remove")
    await remove.click()
    dialog = page.get_by_role("alertdialog", name="Remove it?")
    await expect(dialog).to_have_accessible_description("It cannot be brought back.")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(remove).to_be_focused()
    await remove.click()
    await dialog.get_by_role("button", name="Remove").click()
    await expect(page.get_by_role("list", name="Messages").get_by_role("article")).to_have_count(0)


async def test_an_overflow_menu_goes_by_keyboard(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "/blocks")
    more = page.get_by_role("button", name="More actions")
    await more.focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Red")).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_role("menuitem", name="Green")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(more).to_be_focused()
    await expect(more).to_have_attribute("aria-expanded", "false")


async def test_a_message_has_a_menu_of_shortcuts(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "Worth keeping")
    more = page.get_by_role("article", name="Maya Lindqvist").get_by_role("button", name="More for this message")
    await more.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("menuitem", name="Keep this")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog", name="Every field")).to_be_visible()


async def test_reactions_and_files_hang_on_a_message(open_page: OpenPage, playground: Playground) -> None:
    client = AsyncWebClient(token=playground.bot_token, base_url=playground.api_url)
    dot = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
    await client.files_upload_v2(
        channel="C1", content=dot, filename="dot.gif", title="A dot", alt_txt="One pixel", initial_comment="See this"
    )
    page = await open_page(place="C1")
    message = page.get_by_role("article", name="Gallery")
    await expect(message.get_by_role("img", name="One pixel")).to_be_attached()
    await message.hover()
    await message.get_by_role("button", name="More for this message").click()
    await page.get_by_role("menuitem", name="React with 🎉").click()
    ts = await message.get_attribute("data-ts") or ""
    link = (await client.chat_getPermalink(channel="C1", message_ts=ts))["permalink"]
    await client.chat_postMessage(channel="C1", text=f"<{link}|The picture>")
    await page.get_by_role("link", name="The picture").click()
    await expect(message.first).to_be_focused()
    message = page.locator(f'article[data-ts="{ts}"]')
    reaction = message.get_by_role("group", name="Reactions").get_by_role("button")
    await expect(reaction).to_have_accessible_name("tada, 1: Maya Lindqvist")
    await expect(reaction).to_have_attribute("aria-pressed", "true")
    await reaction.click()
    await expect(reaction).to_have_count(0)


async def test_what_only_one_sees_says_so(open_page: OpenPage) -> None:
    maya, tom = await open_page("U1", "C1"), await open_page("U2", "C1")
    await send(maya, "/echo for me")
    message = maya.get_by_role("article", name="Gallery")
    await expect(message).to_contain_text("Only visible to you")
    await expect(message).to_contain_text("You said: for me")
    await send(maya, "for all")
    await expect(tom.get_by_role("article")).to_have_count(1)


async def test_markup_that_somebody_types_stays_words(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, '<img src=x onerror="document.title=1"> &amp; <!channel>')
    message = page.get_by_role("article", name="Maya Lindqvist")
    await expect(message).to_contain_text('<img src=x onerror="document.title=1"> &amp; <!channel>')
    await expect(message.locator("img")).to_have_count(0)


async def test_the_composer_offers_commands_and_people(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.fill("/")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    await expect(options).to_have_count(3)
    await composer.press("ArrowDown")
    await expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    await composer.fill("/ec")
    await composer.press("Enter")
    await expect(composer).to_have_value("/echo ")
    await composer.press_sequentially("hello @to")
    await expect(options).to_contain_text(["Tom Okafor"])
    await composer.press("Tab")
    await expect(composer).to_have_value("/echo hello @tom ")
    await composer.press("Enter")
    await expect(page.get_by_role("article", name="Gallery")).to_contain_text("You said: hello @Tom Okafor")


async def test_an_unknown_command_is_answered_and_comes_back(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await send(page, "/nonsense at all")
    await expect(page.get_by_role("article")).to_contain_text("/nonsense is not a valid command.")
    await expect(page.get_by_role("textbox", name="Message", exact=True)).to_have_value("/nonsense at all")


async def test_what_is_begun_waits_while_another_conversation_is_open(open_page: OpenPage) -> None:
    page = await open_page("U2", "C1")
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.fill("half a thought")
    await page.get_by_role("link", name="random", exact=True).click()
    await expect(composer).to_have_value("")
    await page.get_by_role("link", name="wins", exact=True).click()
    await expect(composer).to_have_value("half a thought")


async def test_the_app_is_written_to_and_answers(open_page: OpenPage) -> None:
    page = await open_page()
    await page.get_by_role("navigation", name="Gallery").get_by_role("link", name="Messages").click()
    await send(page, "hello")
    await expect(page.get_by_role("article", name="Gallery")).to_contain_text("I heard: hello")
