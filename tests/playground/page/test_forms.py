"""Modals and App Home: every field, errors beside them, updates that keep what was typed, and where the focus goes."""

from playwright.async_api import FilePayload, Locator, Page, expect
from slack_sdk.web.async_client import AsyncWebClient

from playground.server import Playground
from tests.playground.page.conftest import OpenPage, send
from tests.playground.page.gallery_blocks import field, form, plain

HELD = """\
name: Ada
story: One Two
address: ada@example.com
page: https://example.com
age: 36
colour: green
shades: red
mentor: U2
guests: U1 U2
channel: C1
place: C1
day: 2026-11-20
hour: 09:15
moment: 1795161600
habits: blue
city: lisbon
thoughts: Many
paper: paper.txt
score: red"""
"""What the app hears of the fields filled below; nine in Stockholm, where Maya is, is eight in UTC."""


async def open_form(page: Page) -> Locator:
    await send(page, "/form")
    dialog = page.get_by_role("dialog", name="Every field")
    await expect(dialog).to_be_visible()
    return dialog


async def what_the_app_heard(page: Page) -> Locator:
    """The lines in which the gallery tells back what was submitted."""
    await page.get_by_role("link", name="Gallery", exact=True).click()
    await page.get_by_role("link", name="Messages", exact=True).click()
    return page.get_by_role("article", name="Gallery").locator("pre")


async def test_every_field_holds_what_is_put_into_it(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    dialog = await open_form(page)
    await dialog.get_by_label("Name").fill("Ada")
    await dialog.get_by_label("Story").fill("One\nTwo")
    await dialog.get_by_label("Address").fill("ada@example.com")
    await dialog.get_by_label("Page", exact=True).fill("https://example.com")
    await dialog.get_by_label("Age", exact=True).fill("36")
    await dialog.get_by_label("Colour").select_option("Green")
    await dialog.get_by_role("group", name="Shades").get_by_label("Red").check()
    await dialog.get_by_label("Mentor").select_option("Tom Okafor")
    guests = dialog.get_by_role("group", name="Guests")
    await guests.get_by_label("Maya Lindqvist").check()
    await guests.get_by_label("Tom Okafor").check()
    await expect(guests.get_by_label("サナ 田中")).to_be_disabled()
    await dialog.get_by_label("Channel").select_option("#wins")
    await dialog.get_by_label("Place").select_option("#wins")
    await expect(dialog.get_by_label("Day")).to_have_value("2026-11-20")
    await dialog.get_by_label("Hour").fill("09:15")
    await dialog.get_by_label("Moment").fill("2026-11-20T09:00")
    await dialog.get_by_role("group", name="Habits").get_by_label("Blue").check()
    await dialog.get_by_label("City").fill("li")
    await dialog.get_by_role("radio", name="Lisbon").check()
    await dialog.get_by_label("Thoughts").fill("Many")
    paper = FilePayload(name="paper.txt", mimeType="text/plain", buffer=b"words")
    await dialog.get_by_label("Paper").set_input_files(paper)
    await expect(dialog.get_by_role("listitem")).to_have_text("paper.txt")
    await dialog.get_by_role("radiogroup", name="Score").get_by_label("Red").check()
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    await expect(await what_the_app_heard(page)).to_have_text(HELD)


async def test_errors_stand_beside_their_fields_and_take_the_focus(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    dialog = await open_form(page)
    name, colour = dialog.get_by_label("Name"), dialog.get_by_label("Colour")
    await expect(name).to_be_focused()
    await name.fill("A")
    await name.press("Enter")
    await expect(colour).to_have_accessible_description("Please complete this required field.")
    await expect(colour).to_be_focused()
    await colour.select_option("Blue")
    await dialog.get_by_role("button", name="Save").click()
    await expect(name).to_have_accessible_description("At least two letters That is too short.")
    await expect(name).to_have_attribute("aria-invalid", "true")
    await expect(name).to_be_focused()
    await expect(name).to_have_value("A")
    await expect(colour).to_have_value("blue")
    # Also where the field's own end was the last that could be seen.
    await page.set_viewport_size({"width": 1280, "height": 400})
    story, save = dialog.get_by_label("Story"), dialog.get_by_role("button", name="Save")
    await story.fill("Once more.\n" * 300)
    await save.click()
    told = dialog.get_by_text("Please enter at most 3000 characters.")
    await expect(told).to_be_visible()
    # What does not fit is scrolled to within the form, between its title and its buttons: not the two together as well.
    assert await dialog.evaluate("dialog => dialog.scrollHeight <= dialog.clientHeight")
    await story.evaluate("field => field.scrollIntoView({ block: 'end' })")
    await expect(told).not_to_be_in_viewport()
    await save.click()
    await expect(told).to_be_in_viewport()


async def test_an_update_keeps_what_was_typed_and_the_focus_in_the_form(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    dialog = await open_form(page)
    await dialog.get_by_label("Name").fill("Ada")
    await dialog.get_by_role("group", name="Habits").get_by_label("Green").check()
    await dialog.get_by_role("button", name="Add more").click()
    await expect(dialog.get_by_label("Wish")).to_be_visible()
    await expect(dialog.get_by_label("Name")).to_have_value("Ada")
    await expect(dialog.get_by_role("group", name="Habits").get_by_label("Green")).to_be_checked()
    assert await page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    await dialog.get_by_label("Wish").fill("To fly")
    await dialog.get_by_label("Colour").select_option("Blue")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_be_hidden()
    lines = await what_the_app_heard(page)
    await expect(lines).to_contain_text("name: Ada")
    await expect(lines).to_contain_text("habits: green")
    await expect(lines).to_contain_text("wish: To fly")


async def test_an_update_amid_typing_disturbs_nobody(open_page: OpenPage, playground: Playground) -> None:
    page = await open_page(place="C1")
    dialog = await open_form(page)
    name = dialog.get_by_label("Name")
    await name.press_sequentially("Ada")
    await name.press("ArrowLeft")
    view = form([field("Name", {"type": "plain_text_input"}, hint=plain("Another hint"))])
    client = AsyncWebClient(token=playground.bot_token, base_url=playground.api_url)
    await client.views_update(view_id=await dialog.get_attribute("data-view"), view=view)
    await expect(name).to_have_accessible_description("Another hint")
    await expect(name).to_be_focused()
    await page.keyboard.type("d")
    await expect(name).to_have_value("Adda")


async def test_escape_closes_and_gives_the_focus_back(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    composer = page.get_by_role("textbox", name="Message", exact=True)
    await composer.fill("/form")
    await composer.press("Enter")
    dialog = page.get_by_role("dialog", name="Every field")
    await expect(dialog).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(composer).to_be_focused()


async def test_a_form_outlives_a_reload(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name="Open the form").click()
    await expect(page.get_by_role("dialog", name="Every field")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("dialog", name="Every field")).to_be_visible()


async def test_an_app_that_does_not_answer_is_told_in_the_form(open_page: OpenPage) -> None:
    page = await open_page(place="C1")
    dialog = await open_form(page)
    await dialog.get_by_label("Name").fill("crash")
    await dialog.get_by_label("Colour").select_option("Red")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_role("alert")).to_have_text("We had some trouble connecting. Try again?")
    await expect(dialog.get_by_label("Name")).to_have_value("crash")


async def test_home_is_acted_in_and_follows_the_app(open_page: OpenPage) -> None:
    page = await open_page()
    home = page.get_by_role("region", name="Home")
    await expect(home.get_by_role("heading", name="Good morning")).to_be_visible()
    await home.get_by_label("How is it going?").fill("well")
    await home.get_by_label("Send the draft").check()
    await home.get_by_role("button", name="Prepare").click()
    await expect(home.get_by_text("Prepared.")).to_be_visible()
    await expect(home.get_by_label("How is it going?")).to_have_value("well")
    await expect(home.get_by_label("Send the draft")).to_be_checked()
    await expect(home.get_by_role("button", name="Prepare")).to_be_focused()
