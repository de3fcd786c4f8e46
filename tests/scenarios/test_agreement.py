"""The agreement: one proposes, the other changes it, both agree; and a partner who never answers."""

from tests.scenarios.office import Office

FOCUS, STAYS_OUT, OURS, BUSY = "Topics in focus", "What stays out", "What we keep to ourselves", "When life gets busy"
RHYTHM = "How often we mean to meet"
SUGGESTED = "What we tell each other stays between us, unless we both say otherwise."


async def test_one_proposes_the_other_changes_it_and_both_agree(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    form = await office.opens("maya", "/mentoring agreement", "Our agreement")
    assert "*Say early what you each expect.*" in form.text
    # Two minutes are enough: one thing is suggested, and only how often has to be said.
    assert form.value(OURS) == SUGGESTED
    await form.fill(FOCUS, "Speaking up in meetings")
    # Tom does the same at once, and is quicker.
    theirs = await office.opens("tom", "/mentoring agreement", "Our agreement")
    await theirs.fill(FOCUS, "Leading without a title")
    assert (await theirs.submit()).result == "closed"
    assert (await form.submit()).result == "updated"
    form = await maya.modal("Our agreement")
    assert "*Not proposed yet.* In the meantime this has changed." in form.text
    assert "Leading without a title" in form.text
    assert form.value(FOCUS) == "Speaking up in meetings"
    await form.fill(FOCUS, "Speaking up, and leading without a title")
    await form.fill(STAYS_OUT, "Pay")
    await form.fill(RHYTHM, "Every week")
    assert (await form.submit()).result == "closed"

    assert "*Changed since:*" in await office.sees("tom", "has a message of its own")
    changed = await office.sees("tom", "Maya changed what you proposed.")
    assert "*Topics in focus*\nWas: Leading without a title\nNow: Speaking up, and leading without a title" in changed
    assert "*How often we meet*\nWas: every two weeks\nNow: every week" in changed
    assert "*What stays out*\nWas: nothing said\nNow: Pay" in changed
    assert SUGGESTED not in changed
    assert "Whoever organises does not see it." in changed

    # He looks at all of it, changes his mind twice, and agrees in the end.
    await tom.press("Read all of it", in_="app")
    page = await tom.modal("Our agreement")
    assert "*Maya changed what you proposed, on Wednesday 4 March.*" in page.text
    assert SUGGESTED in page.text
    await page.press("Change it…")
    form = await tom.modal("Our agreement")
    await form.fill(BUSY, "We say so")
    assert (await form.submit()).result == "closed"
    assert "Was: nothing said\nNow: We say so" in await office.sees("maya", "Tom changed what you proposed.")
    await office.sees("tom", "Maya reads your changes in their working hours.")
    await tom.press("Withdraw it", in_="app")
    await office.sees("maya", "Tom has taken this proposal back.")
    await office.sees("tom", "as you wished")
    await tom.press("Agree", in_="app")
    made = await office.sees("tom", "You and Maya have an agreement.")
    assert "From now on you mean to meet every week." in made
    assert "From now on you mean to meet every week." in await office.sees("maya", "Tom agreed to what you proposed:")

    form = await office.opens("maya", "/mentoring agreement", "Our agreement")
    assert "*You and Tom agreed on this on Wednesday 4 March.*" in form.text
    await form.press("How it came about")
    history = await maya.modal("How it came about")
    steps = ["You withdrew it", "Tom withdrew it", "Tom agreed on", "Changed again on"]
    assert [step in history.text for step in steps] == [False, True, True, True]
    # Whoever organises reads nothing of it.
    await office["amara"].open_home()
    assert "leading without a title" not in (await office["amara"].everything()).lower()


async def test_what_was_left_open_shows_what_has_changed_since(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    form = await office.opens("tom", "/mentoring agreement", "Our agreement")
    assert (await form.submit()).result == "closed"
    page = await office.opens("maya", "/mentoring agreement", "Our agreement")
    await office.sees("tom", "reads your agreement in their working hours")
    await tom.press("Change it…", in_="app")
    form = await tom.modal("Our agreement")
    await form.fill(FOCUS, "Leading without a title")
    assert (await form.submit()).result == "closed"
    # She does not agree to what she has not read.
    await page.press("Agree")
    await page.see("In the meantime this has changed.")
    page = await maya.modal("Our agreement")
    assert "Leading without a title" in page.text
    await page.press("Agree")
    await page.see("You and Tom agreed on this")
    # Who changes nothing proposes nothing.
    await page.press("Change it…")
    assert (await (await maya.modal("Our agreement")).submit()).result == "updated"
    assert "[Withdraw it]" not in await maya.everything()
    # In several pairs, one is asked which.
    await office.paired("Tom", "Leo")
    form = await office.opens("tom", "/mentoring agreement", "Which pair?")
    await form.press("This one")
    assert "*You and Maya agreed on this on Wednesday 4 March.*" in (await tom.modal("Our agreement")).text


async def test_a_partner_who_never_answers_is_reminded_and_looks_at_it_again_in_time(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    form = await office.opens("tom", "/mentoring agreement", "Our agreement")
    await form.fill(BUSY, "We say so, and meet for half an hour")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "Tom proposes an agreement for the two of you:")
    await office.days_pass(days=7)
    asked = await office.sees("maya", "It holds once you agree:")
    assert "• When life gets busy: We say so, and meet for half an hour" in asked
    # It stays as it is, and whoever waits may have it otherwise.
    form = await office.opens("tom", "/mentoring agreement", "Our agreement")
    assert "There is nothing you need to do." in form.text
    await form.close()
    await maya.press("Agree", in_="app")
    await office.sees("tom", "Maya agreed to what you proposed:")
    assert "*Agreed:* you and Tom have an agreement." in await maya.everything()

    await office.days_pass(days=56)
    await office.sees("tom", "Is your agreement with Maya still right?")
    await maya.press("Still right", in_="app")
    await office.sees("maya", "Still right,* as you said")
    assert "*Still right:* Maya says so." in await office.sees("tom", "If you see it differently")
