"""The whole story in a real browser, clicked and typed. Everybody can use what is shown.

`make screens` keeps the pictures, for docs/screens.md.
"""

from playwright.async_api import expect

from tests.scenarios.windows import Windows, form_of, last, sends, types


async def test_two_people_are_paired_meet_and_celebrate(windows: Windows) -> None:
    await _amara_asks_jonas_and_wanjiru(windows)
    await _both_accept(windows)
    await _wanjiru_logs_their_session(windows)
    await _jonas_adds_his_side(windows)
    await _both_celebrate_their_first_session(windows)
    await _wanjiru_celebrates_a_win(windows)
    await _each_sees_it_at_home(windows)


async def _amara_asks_jonas_and_wanjiru(windows: Windows) -> None:
    amara = await windows.of("amara")
    await types(amara, "/mentoring pair")
    form = form_of(amara, "Pair two people")
    await form.get_by_label("Mentor").select_option("Jonas Weber")
    await form.get_by_label("Mentee").select_option("Jonas Weber")
    await form.get_by_role("button", name="Introduce them").click()
    await expect(form.get_by_text("Mentor and mentee need to be two different people.")).to_be_visible()
    await windows.show(amara, "refused-beside-its-field")
    await form.get_by_label("Mentee").select_option("Wanjiru Kamau")
    await sends(form, "Introduce them")


async def _both_accept(windows: Windows) -> None:
    jonas, wanjiru = await windows.of("jonas"), await windows.of("wanjiru")
    asked = last(jonas, "Amara would like you to mentor Wanjiru")
    await expect(asked).to_be_visible()
    await windows.picture(jonas, "introduction")
    await asked.get_by_role("button", name="Accept").click()
    await expect(asked).to_contain_text("You accepted.")
    await last(wanjiru, "Amara would like Jonas to be your mentor").get_by_role("button", name="Accept").click()
    group = await windows.of("wanjiru", "Jonas Weber")
    await expect(last(group, "your mentoring pair begins today")).to_be_visible()
    await windows.picture(group, "introduced-to-each-other")


async def _wanjiru_logs_their_session(windows: Windows) -> None:
    wanjiru = await windows.of("wanjiru")
    await types(wanjiru, "/checkin")
    form = form_of(wanjiru, "Log a check-in")
    await form.get_by_label("What we talked about").fill("How data moves through the company")
    await form.get_by_label("What I promise to do").fill("Read the notes on the pipeline")
    await form.get_by_label("What Jonas could do").fill("Send the list of dashboards")
    await form.get_by_label("When we meet next").fill("2026-03-18T15:00")
    await windows.picture(wanjiru, "check-in")
    await form.get_by_role("button", name="Add more").click()
    await form.get_by_label("How confident I feel").select_option(index=4)
    await form.get_by_label("A private reflection").fill("I understood more than I had feared")
    await windows.show(wanjiru, "check-in-with-more")
    await windows.show_on_a_phone(wanjiru, "check-in-on-a-phone", at_night=True)
    await sends(form, "Save")
    saved = last(wanjiru, "Saved: your session with Jonas on Wednesday 4 March.")
    await expect(saved).to_contain_text("Wednesday 18 March at 15:00, your time.")
    await expect(saved).not_to_contain_text("feared")
    await windows.picture(saved, "saved")


async def _jonas_adds_his_side(windows: Windows) -> None:
    jonas = await windows.of("jonas")
    news = last(jonas, "Wanjiru logged your session on Wednesday 4 March.")
    await expect(news).to_contain_text("Wednesday 18 March at 13:00, your time.")
    await windows.picture(jonas.locator("body"), "news-of-the-session")
    await news.get_by_role("button", name="I promise").click()
    await expect(news).to_contain_text("You promised this.")
    await news.get_by_role("button", name="Add my side").click()
    form = form_of(jonas, "Log a check-in")
    await form.get_by_label("What we talked about").fill("Pipelines, and whom to ask")
    await windows.picture(jonas, "my-side")
    await sends(form, "Save")
    await expect(news).to_contain_text("You have added your side.")


async def _both_celebrate_their_first_session(windows: Windows) -> None:
    for name in ("wanjiru", "jonas"):
        page = await windows.of(name)
        question = last(page, "Your pair has reached a milestone.")
        await question.get_by_role("button", name="Yes", exact=True).click()
        await expect(question).to_contain_text("You said yes.")
    wins = await windows.of("zainab", "wins")
    await expect(last(wins, "have had their first mentoring session.")).to_contain_text("@Jonas")
    await windows.picture(last(await windows.of("jonas"), "Your pair has reached a milestone."), "answered")


async def _wanjiru_celebrates_a_win(windows: Windows) -> None:
    wanjiru = await windows.of("wanjiru")
    await types(wanjiru, "/win I found the error in the sales figures, with a hint from @jonas")
    form = form_of(wanjiru, "Celebrate a win")
    await expect(form.get_by_label("What happened?")).to_have_value(
        "I found the error in the sales figures, with a hint from @jonas"
    )
    await form.get_by_label("Everyone in the celebrations channel").check()
    await windows.show(wanjiru, "win")
    await sends(form, "Save")
    jonas = await windows.of("jonas")
    question = last(jonas, "Wanjiru would like to celebrate a win")
    await expect(question).to_be_visible()
    await windows.show(question, "consent")
    await question.get_by_role("button", name="Yes, without names").click()
    await expect(question).to_contain_text("You said yes, without names.")
    wins = await windows.of("zainab", "wins")
    post = last(wins, "I found the error in the sales figures")
    await expect(post).to_contain_text("A win from one of our mentoring pairs")
    await expect(post).not_to_contain_text("Jonas")
    await expect(post).not_to_contain_text("Wanjiru")
    await windows.show(wins, "wins")


async def _each_sees_it_at_home(windows: Windows) -> None:
    wanjiru = (await windows.of("wanjiru", "Home")).get_by_role("region", name="Home")
    await expect(wanjiru).to_contain_text("with Jonas, on Wednesday 18 March at 15:00, your time.")
    await expect(wanjiru).to_contain_text("met once, on Wednesday 4 March")
    await expect(wanjiru).to_contain_text("Read the notes on the pipeline")
    await expect(wanjiru).to_contain_text("I found the error in the sales figures")
    await windows.show(await windows.of("wanjiru", "Home"), "home-of-a-mentee")
    jonas = await windows.of("jonas", "Home")
    await expect(jonas.get_by_role("region", name="Home")).to_contain_text("Send the list of dashboards")
    await windows.picture(jonas, "home-of-a-mentor")
    amara = await windows.of("amara", "Home")
    await expect(amara.get_by_role("region", name="Home")).to_contain_text("Jonas and Wanjiru · met once")
    await windows.picture(amara, "home-of-the-organiser")
    maya = await windows.of("maya", "Home")
    await expect(maya.get_by_role("region", name="Home")).to_contain_text("Suggested to you")
    await windows.show_on_a_phone(maya, "home-on-a-phone")
    priya = await windows.of("priya", "Home")
    await expect(priya.get_by_role("region", name="Home")).to_contain_text("Would you like Leo to be your mentor?")
    await windows.picture(priya, "home-of-somebody-invited")
