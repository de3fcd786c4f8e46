"""Goals and the agreement by mouse, by both: written alone, made one, changed at the same time, reached."""

from playwright.async_api import Locator, Page, expect

from tests.scenarios.test_goals import DUE, KNOW, REACH
from tests.scenarios.windows import Windows, form_of, last, sends, types

CLASH = "In the meantime Tom has changed this too."


async def test_goals_are_written_alone_made_one_list_and_reached(windows: Windows) -> None:
    maya = await windows.of("maya")
    form = await _opens(maya, "/mentoring goals", "My goals")
    await form.get_by_label(REACH).fill("Give a talk")
    await windows.show(maya, "my-goals")
    await form.get_by_role("checkbox", name="I am ready").check()
    await form.get_by_role("button", name="Save").click()
    # What it lacks is asked for once, and may stay empty; then she thinks better of it.
    await expect(form).to_contain_text("Not saved yet:")
    await windows.picture(maya, "my-goals-lack-something")
    await form.get_by_label(KNOW).fill("Twenty people hear it")
    await form.get_by_label(DUE).fill("2026-05-29")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_contain_text("Saved, and Tom learns that you are ready")
    await _closes(form)

    tom = await windows.of("tom")
    asked = last(tom, "Maya has written down goals for the time with you.")
    await expect(asked).not_to_contain_text("Give a talk")
    await windows.picture(asked, "goals-are-asked-for")
    await asked.get_by_role("button", name="Write my goals").click()
    form = form_of(tom, "My goals")
    await form.get_by_label(REACH).fill("Listen longer")
    await form.get_by_label(KNOW).fill("She says so")
    await form.get_by_label(DUE).fill("2026-05-29")
    await form.get_by_role("checkbox", name="I am ready").check()
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_contain_text("You are both ready.")
    await _closes(form)

    drafts = last(tom, "are both ready: here are both drafts.")
    await expect(drafts).to_contain_text("Give a talk")
    await windows.show(drafts, "both-drafts")
    await drafts.get_by_role("button", name="Make them one list").click()
    theirs = form_of(tom, "Our goals")
    await windows.show(tom, "one-list")
    maya = await windows.of("maya")
    await last(maya, "are both ready: here are both drafts.").get_by_role("button", name="Make them one list").click()
    mine = form_of(maya, "Our goals")
    await mine.get_by_label("Goal 1", exact=True).fill("Give two talks")
    await windows.of("tom", None)
    await theirs.get_by_label("Goal 1", exact=True).fill("Give a short talk")
    await sends(theirs, "Save")

    # Hers was left open meanwhile: nothing is overwritten, and she sees his beside her own.
    await windows.of("maya", None)
    await mine.get_by_role("button", name="Save").click()
    await expect(mine).to_contain_text(CLASH)
    await expect(mine).to_contain_text("Give a short talk")
    await windows.show(maya, "changed-meanwhile")
    await mine.get_by_role("button", name="Cancel").click()
    home = (await windows.of("maya", "Home")).get_by_role("region", name="Home")
    await expect(home).to_contain_text("Give a short talk")
    await expect(home).not_to_contain_text("Give two talks")
    await _a_checkpoint_and_the_goal_itself(windows)


async def _a_checkpoint_and_the_goal_itself(windows: Windows) -> None:
    maya = await windows.of("maya")
    form = await _opens(maya, "/mentoring goals", "Our goals")
    await windows.show(maya, "our-goals")
    await form.get_by_role("button", name="Update").first.click()
    await form.get_by_label("Checkpoints").fill("Find a subject\nAsk for a slot by 20 April")
    await windows.show(maya, "a-goal")
    await sends(form, "Save")
    tom = await windows.of("tom")
    form = await _opens(tom, "/mentoring goals", "Our goals")
    await expect(form).to_contain_text("0 of 2 checkpoints reached")
    await form.get_by_role("button", name="Update").first.click()
    await form.get_by_role("checkbox", name="Find a subject").check()
    await form.get_by_label("Where does it stand?").select_option("We have reached it")
    await sends(form, "Save")
    await windows.of("maya")
    await expect(last(maya, "have reached a goal:")).to_contain_text("Give a short talk")
    await windows.show(last(maya, "have reached a goal:"), "a-goal-is-reached")
    # Maya would rather not have it celebrated; of that Tom learns nothing.
    milestone = last(maya, "have reached a goal that they had set for their mentoring.")
    await milestone.get_by_role("button", name="No", exact=True).click()
    await expect(milestone).to_contain_text("You said no.")
    form = await _opens(maya, "/mentoring goals", "Our goals")
    await expect(form).to_contain_text("Reached on Wednesday 4 March 2026: Give a short talk")
    await windows.picture(maya, "our-goals-and-what-was-reached")
    await windows.show_on_a_phone(maya, "our-goals-on-a-phone")


async def test_an_agreement_is_proposed_changed_left_open_and_agreed(windows: Windows) -> None:
    maya, tom = await windows.of("maya"), await windows.of("tom")
    form = await _opens(tom, "/mentoring agreement", "Our agreement")
    await windows.show(tom, "agreement")
    await form.get_by_label("Topics in focus").fill("Leading without a title")
    await sends(form, "Propose")
    await windows.of("maya")
    proposed = last(maya, "Tom proposes an agreement for the two of you:")
    await expect(proposed).to_contain_text("Leading without a title")
    await windows.show(proposed, "agreement-proposed")
    page = await _opens(maya, "/mentoring agreement", "Our agreement")

    # He changes his mind while she reads; she does not agree to what she has not read.
    await windows.of("tom")
    await last(tom, "reads your agreement").get_by_role("button", name="Change it…").click()
    await form.get_by_label("Topics in focus").fill("Leading, and saying no")
    await sends(form, "Propose")
    await windows.of("maya", None)
    await page.get_by_role("button", name="Agree", exact=True).click()
    await expect(page).to_contain_text("In the meantime this has changed.")
    await expect(page).to_contain_text("Leading, and saying no")
    await windows.show(maya, "agreement-changed-meanwhile")
    await page.get_by_role("button", name="Change it…").click()
    form = form_of(maya, "Our agreement")
    await form.get_by_label("What stays out").fill("Pay")
    await sends(form, "Propose")

    tom = await windows.of("tom")
    changed = last(tom, "Maya changed what you proposed.")
    await expect(changed).to_contain_text("Now: Pay")
    await windows.show(changed, "agreement-changed")
    await changed.get_by_role("button", name="Agree", exact=True).click()
    await expect(last(tom, "You and Maya have an agreement.")).to_be_visible()
    await windows.of("maya")
    await expect(last(maya, "Tom agreed to what you proposed:")).to_be_visible()
    form = await _opens(maya, "/mentoring agreement", "Our agreement")
    await expect(form).to_contain_text("You and Tom agreed on this on Wednesday 4 March.")
    await form.get_by_role("button", name="How it came about").click()
    history = form_of(maya, "How it came about")
    await expect(history).to_contain_text("Tom agreed on")
    await windows.show(maya, "agreement-how-it-came-about")
    await windows.show_on_a_phone(maya, "agreement-on-a-phone")


async def _opens(page: Page, typed: str, title: str) -> Locator:
    await types(page, typed)
    form = form_of(page, title)
    await expect(form).to_be_visible()
    return form


async def _closes(form: Locator) -> None:
    await form.get_by_role("button", name="Close").last.click()
    await expect(form).to_be_hidden()
