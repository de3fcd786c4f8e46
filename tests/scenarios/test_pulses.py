"""Whether an hour was worth it, for oneself; what a session opens with; and something lighter when weeks are heavy."""

from tests.scenarios.office import Office


async def test_an_hour_was_worth_it_and_the_partner_reads_what_was_chosen(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await office.days_pass(days=2, hours=6)
    await tom.press("We met", in_="app")
    form = await tom.modal("Log a check-in")
    await form.press("Add more")
    await form.see("A question for you alone:")
    form = await tom.modal("Log a check-in")
    await form.fill("A private reflection", "I talked when I could have asked")
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "*One tap, for you alone:* was this hour worth it?")
    await tom.press("Not this time", in_="app")
    noted = await office.sees("tom", "Noted; only you can read it.")
    assert "Not this time" not in noted
    await tom.press("Add words", in_="app")
    form = await tom.modal("For you alone")
    await form.fill("In a few words", "We never got to the point")
    assert (await form.submit()).result == "closed"
    before = (await office.in_front_of("tom", "maya"))["tom"]
    assert "We never got to the point" not in before

    # Maya logs nothing, and can say it all the same.
    await office.sees("maya", "*You met:* Tom has logged your session on Friday 6 March.")
    await maya.press("Well worth it", in_="app")
    await office.sees("maya", "Noted; only you can read it.")

    # He looks at what she would read, and keeps it; later he chooses otherwise.
    await tom.press("Share with Maya", in_="app")
    form = await tom.modal("Share with your partner")
    await form.fill("What may Maya read?", "My tap and my words")
    assert (await form.submit()).result == "updated"
    form = await tom.modal("Share with your partner")
    assert "was not worth it for them this time" in form.text
    assert "We never got to the point" in form.text
    await form.close()
    await tom.press("Add words", in_="app")
    form = await tom.modal("For you alone")
    assert form.value("In a few words") == "We never got to the point"
    await form.fill("In a few words", "Next time I would like to hear more of you")
    assert (await form.submit()).result == "closed"
    seen = await office.in_front_of("maya", "tom")
    assert all(words not in seen["maya"] for words in ("worth it for them", "to the point", "hear more of you"))
    await tom.press("Share with Maya", in_="app")
    form = await tom.modal("Share with your partner")
    await form.fill("What may Maya read?", "My words alone")
    assert (await form.submit()).result == "updated"
    form = await tom.modal("Share with your partner")
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "Maya reads what you shared of it; the rest only you can read.")
    # Her evening begins; she hears of it on Monday.
    await office.days_pass(days=3)
    shared = await office.sees("maya", "Next time I would like to hear more of you")
    assert "Tom shares a word on your session of Friday 6 March:" in shared
    seen = await office.in_front_of("maya", "tom")
    assert all(words not in seen["maya"] for words in ("worth it for them", "to the point", "could have asked"))
    assert "Well worth it" not in seen["tom"]


async def test_a_lighter_hour_is_offered_to_one_and_prepared_by_both(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await tom.open_home()
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.press("Add more")
    await form.see("How confident I feel")
    form = await maya.modal("Log a check-in")
    await form.fill("How confident I feel", "1")
    assert (await form.submit()).result == "closed"
    offered = await office.sees("maya", "Some weeks are heavy. Would a lighter next session help?")
    assert "confiden" not in offered
    await maya.press("A lighter one", in_="app")
    card = await maya.modal("A conversation card")
    first = card.text
    await card.press("Another one")
    card = await maya.modal("A conversation card")
    assert card.text != first
    [question] = [line.strip("*") for line in card.text.splitlines() if line.startswith("*")]
    assert (await card.submit()).result == "closed"
    await office.sees("maya", "Saved for your next session with Tom")
    home = await office.sees_at_home("tom")
    assert f"*For your next session*\n{question}" in home
    assert "Maya brought this, for the two of you" in home

    await office.days_pass(days=1)
    prepared = {name: await office.sees(name, "A question to open with:") for name in ("maya", "tom")}
    opens = [line for text in prepared.values() for line in text.splitlines() if "A question to open with" in line]
    assert opens[0] == opens[1]
    assert all(question in text for text in prepared.values())
    assert "heavy" not in (await office.in_front_of("tom"))["tom"]

    # Tom would rather begin elsewhere; he looks, and keeps what he finds.
    before = await office.in_front_of("maya")
    await tom.press("Another question", in_="app")
    choice = await tom.modal("A conversation card")
    await choice.press("Stuck")
    kept = (await tom.modal("A conversation card")).text
    await (await tom.modal("A conversation card")).close()
    await office.at_rest()
    await tom.press("Another question", in_="app")
    choice = await tom.modal("A conversation card")
    await choice.press("Stuck")
    card = await tom.modal("A conversation card")
    assert card.text != kept
    await card.press("About something else")
    assert "Different pace" in (await tom.modal("A conversation card")).text
    assert await office.in_front_of("maya") == before

    # What is brought after it was prepared is shown there, too.
    await maya.press("Add to the agenda", in_="app")
    form = await maya.modal("Bring to next session")
    await form.fill("What would you like to talk about?", "The talk in May")
    assert (await form.submit()).result == "closed"
    assert "The talk in May" in await office.sees("tom", "A question to open with:")


async def test_in_several_pairs_the_menu_asks_for_which_the_card_is(office: Office) -> None:
    await office.paired("maya", "zainab")
    maya = office["maya"]
    await office.answer("maya", "/mentoring")
    await maya.press("A question to talk about")
    choice = await maya.modal("Which pair?")
    await choice.press("This one")
    form = await maya.modal("A conversation card")
    assert "Tom is not told that you looked" in form.text
    await form.press("Goodbye")
    assert (await (await maya.modal("A conversation card")).submit()).result == "closed"
    await office.sees("maya", "Saved for your next session with Tom")
    assert await maya.stack() == []
