"""Feedback, the horizon check, an hour's worth and the end by mouse, by both, with a no and second thoughts."""

from playwright.async_api import expect

from tests.scenarios.office import Office
from tests.scenarios.test_horizon import QUESTIONS, USUAL
from tests.scenarios.windows import Windows, form_of, last, types


async def test_feedback_is_declined_given_and_asked_back_about(windows: Windows) -> None:
    tom = await windows.of("tom")
    await types(tom, "/mentoring feedback")
    await form_of(tom, "Feedback").get_by_role("button", name="Ask for it").click()
    form = form_of(tom, "Ask for feedback")
    await form.get_by_label("What is it about?").fill("our last session")
    await form.get_by_label("What would you like to know?").fill("What should I have left out?")
    await windows.show(tom, "ask-for-feedback")
    await form.get_by_role("button", name="Ask", exact=True).click()
    await expect(form).to_be_hidden()
    maya = await windows.of("maya")
    asked = last(maya, "What should I have left out?")
    await windows.show(asked, "feedback-is-asked-for")
    await asked.get_by_role("button", name="Decline").click()
    await expect(asked).to_contain_text("Tom was told kindly")
    tom = await windows.of("tom")
    await expect(last(tom, "cannot give you feedback about “our last session” this time")).to_be_visible()
    await windows.show(last(tom, "cannot give you feedback"), "feedback-declined")

    # She thinks better of it. Thanks without an example are asked for one, and she gives it.
    maya = await windows.of("maya")
    await types(maya, "/mentoring feedback")
    await form_of(maya, "Feedback").get_by_role("button", name="Give feedback").click()
    form = form_of(maya, "Give feedback")
    await form.get_by_label("What helps me").fill("Thank you, always great")
    await form.get_by_role("button", name="Send it").click()
    await expect(form).to_contain_text("Is there a moment you are thinking of?")
    await windows.show(maya, "give-feedback")
    await form.get_by_label("What helps me").fill("You waited when I lost the thread on Friday")
    await form.get_by_role("button", name="Send it").click()
    await expect(form).to_be_hidden()
    tom = await windows.of("tom")
    given = last(tom, "Maya has feedback for you:")
    await expect(given).to_contain_text("You waited when I lost the thread on Friday")
    await windows.show(given, "feedback-given")
    await given.get_by_role("button", name="What did you mean?").click()
    form = form_of(tom, "What did you mean?")
    await form.get_by_label("What would you like to understand?").fill("Which thread was it?")
    await form.get_by_role("button", name="Send it").click()
    await expect(form).to_be_hidden()
    maya = await windows.of("maya")
    await last(maya, "Tom would like to know what you meant:").get_by_role("button", name="Answer").click()
    form = form_of(maya, "What I meant")
    await expect(form).to_contain_text("Which thread was it?")
    await form.get_by_label("What did you mean?").fill("The one on reviews")
    await windows.show(maya, "what-i-meant")
    await form.get_by_role("button", name="Send it").click()
    await expect(form).to_be_hidden()
    tom = await windows.of("tom")
    await expect(last(tom, "Maya answers what you asked about their feedback:")).to_contain_text("The one on reviews")
    await given.get_by_role("button", name="This fits").click()
    await expect(given).to_contain_text("You said that this fits")
    await windows.show_on_a_phone(tom, "feedback-on-a-phone")


async def _answers_all_five(windows: Windows, name: str, **said: str) -> None:
    page = await windows.of(name)
    asked = last(page, "how do you see it?")
    await asked.get_by_role("button", name="Answer five questions").click()
    form = form_of(page, "Horizon check")
    for subject, answer in (USUAL | said).items():
        question = form.get_by_role("radiogroup", name=QUESTIONS[subject])
        await question.get_by_role("radio", name=answer, exact=True).check()
    if name == "maya":
        await windows.show(page, "horizon-check")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_contain_text("Saved, for you alone.")
    await windows.picture(page, f"horizon-check-saved-{name}")
    await form.get_by_role("button", name="Close").last.click()
    await expect(form).to_be_hidden()


async def test_the_horizon_check_gives_both_the_same_card_and_an_hour_is_kept_to_oneself(
    office: Office, windows: Windows
) -> None:
    await _answers_all_five(windows, "maya", pace="Too slow")
    # Tom has not answered, and nothing shows.
    maya = await windows.of("maya")
    await expect(last(maya, "read by you alone")).to_contain_text("Answered.")
    await expect(maya.get_by_role("article").filter(has_text="differently.")).to_have_count(0)
    await _answers_all_five(windows, "tom")
    cards = {name: last(await windows.of(name), "see one thing differently.") for name in ("maya", "tom")}
    read = {name: await card.locator(".message-blocks").inner_text() for name, card in cards.items()}
    assert read["maya"].replace("Tom", "Maya") == read["tom"]
    assert "Too slow" not in read["tom"]
    await windows.show(cards["tom"], "horizon-card")
    await cards["tom"].get_by_role("button", name="Bring it to our next session").click()
    maya = await windows.of("maya", "Home")
    await expect(maya.get_by_role("region", name="Home")).to_contain_text("From your horizon check, for Tom and you")

    # Another question is looked at, and kept; it stands in what prepares them both.
    await types(await windows.of("maya"), "/mentoring")
    await last(maya, "What would you like to do?").get_by_role("button", name="A question to talk about").click()
    card = form_of(maya, "A conversation card")
    await windows.show(maya, "conversation-cards")
    await card.get_by_role("button", name="Stuck").click()
    await expect(card.get_by_role("button", name="Another one")).to_be_visible()
    await windows.show(maya, "conversation-card")
    await card.get_by_role("button", name="Bring it to the session").click()
    await expect(card).to_be_hidden()
    await expect(last(maya, "Saved for your next session with Tom")).to_be_visible()
    await office.days_pass(days=1)
    tom = await windows.of("tom")
    await windows.show(last(tom, "A question to open with:"), "preparation")

    # They met. Tom keeps what he taps to himself; Maya never taps.
    await office.days_pass(days=1, hours=6)
    tom = await windows.of("tom")
    await last(tom, "We met").get_by_role("button", name="We met", exact=True).click()
    form = form_of(tom, "Log a check-in")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_be_hidden()
    pulse = last(tom, "was this hour worth it?")
    await windows.show(pulse, "pulse")
    await pulse.get_by_role("button", name="Not this time").click()
    noted = last(tom, "Noted; only you can read it.")
    await noted.get_by_role("button", name="Add words").click()
    form = form_of(tom, "For you alone")
    await form.get_by_label("In a few words").fill("We never got to the point")
    await windows.show(tom, "pulse-words")
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_be_hidden()
    maya = await windows.of("maya")
    await expect(maya.get_by_role("article").filter(has_text="to the point")).to_have_count(0)


async def test_they_look_back_thank_each_other_and_one_changes_their_mind_about_telling(
    office: Office, windows: Windows
) -> None:
    await office.days_pass(days=139)
    tom = await windows.of("tom")
    asked = last(tom, "Your time with Maya is planned until")
    await windows.show(asked, "wrapping-up")
    await asked.get_by_role("button", name="Finish", exact=True).click()
    form = form_of(tom, "Finish our time")
    await windows.show(tom, "finish-our-time")
    await form.get_by_role("button", name="Finish", exact=True).click()
    await expect(form).to_be_hidden()
    await last(tom, "have completed your time as a pair").get_by_role("button", name="Look back").click()
    form = form_of(tom, "Looking back")
    await form.get_by_label("What I take with me").fill("Not to answer first")
    await windows.show(tom, "looking-back")
    await form.get_by_role("button", name="Save").click()
    await form.get_by_role("button", name="Share with Maya…").click()
    share = form_of(tom, "Share what I wrote")
    await share.get_by_role("checkbox", name="What I take with me").check()
    await windows.show(tom, "share-what-i-wrote")
    await share.get_by_role("button", name="Preview").click()
    await expect(share).to_contain_text("This is what Maya would read, word for word.")
    await windows.picture(tom, "share-what-i-wrote-word-for-word")
    await share.get_by_role("button", name="Share it").click()
    await expect(share).to_contain_text("Shared: Maya reads it")
    await share.get_by_role("button", name="Close").last.click()
    await form.get_by_role("button", name="Thank Maya").click()
    note = form_of(tom, "A note of thanks")
    await note.get_by_label("Your note").fill("You told me when I talked too much")
    await windows.show(tom, "a-note-of-thanks")
    await note.get_by_role("button", name="Send it").click()
    await expect(note).to_be_hidden()
    await form.get_by_role("button", name="Close").last.click()
    await expect(form).to_be_hidden()
    graduation = last(tom, "have completed their mentoring together.")
    await graduation.get_by_role("button", name="Yes", exact=True).click()

    maya = await windows.of("maya")
    await expect(last(maya, "shares with you how they look back")).to_contain_text("Not to answer first")
    await expect(last(maya, "A note of thanks from Tom:")).to_contain_text("You told me when I talked too much")
    graduation = last(maya, "have completed their mentoring together.")
    await windows.show(graduation, "graduation")
    await graduation.get_by_role("button", name="No", exact=True).click()
    await expect(graduation).to_contain_text("You said no.")
    await windows.show(graduation, "graduation-declined")
    # On second thoughts she is glad to, though without their names.
    await graduation.get_by_role("button", name="Yes, without names").click()
    await expect(graduation).to_contain_text("You said yes, without names.")
    post = last(await windows.of("zainab", "wins"), "has completed its time together")
    await expect(post).not_to_contain_text("Tom")
    maya = await windows.of("maya")
    await types(maya, "/mentoring journal")
    journal = form_of(maya, "Journal")
    await expect(journal).to_contain_text("Tom thanked you")
    await windows.show(maya, "the-story")
    await windows.show_on_a_phone(maya, "the-story-on-a-phone")
