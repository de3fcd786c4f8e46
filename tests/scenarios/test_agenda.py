"""Bringing a message to the next session."""

from tests.scenarios.office import Office


async def test_something_seen_in_a_channel_is_talked_about_in_the_next_session(office: Office) -> None:
    maya, tom, jonas = office["maya"], office["tom"], office["jonas"]
    for person in (maya, tom):
        await person.open_home()
    await jonas.say("#hallway", "Reviews take too long, don't they?")
    await maya.shortcut("Bring to next session", on=await maya.see_message("Reviews take", where="#hallway"))
    form = await maya.modal("Bring to next session")
    assert "*Jonas wrote this message, so it is not quoted here.*" in form.text
    await form.fill("What would you like to talk about?", "How to get a review sooner")
    assert (await form.submit()).result == "closed"
    assert "Saved for your next session with Tom, on Friday 6 March" in await office.sees("maya", "get a review sooner")
    home = await office.sees_at_home("tom")
    assert "*For your next session*\nHow to get a review sooner" in home
    assert "Maya brought this, for the two of you · About this message" in home
    assert "Reviews take" not in home

    await maya.say("#hallway", "I froze in the demo & I'd like to know why")
    await maya.shortcut("Bring to next session", on=await maya.see_message("I froze", where="#hallway"))
    form = await maya.modal("Bring to next session")
    assert form.value("What would you like to talk about?") == "I froze in the demo & I'd like to know why"
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "I froze in the demo")
    await maya.press("Take it off", in_="app")
    await office.sees("maya", "It is off the list for your next session with Tom.")
    assert "I froze" not in await office.sees_at_home("tom")

    office.later(days=2, hours=6)
    form = await office.opens("tom", "/checkin", "Log a check-in")
    assert (await form.submit()).result == "closed"
    assert "For your next session" not in await office.sees_at_home("tom")
    assert "This was on the list for your session with Tom." in await office.sees("maya", "get a review sooner")


async def test_without_a_pair_the_answer_says_how_to_get_one(office: Office) -> None:
    zainab = office["zainab"]
    await zainab.say("#hallway", "Where do I begin?")
    await zainab.shortcut("Bring to next session", on=await zainab.see_message("Where do I", where="#hallway"))
    await office.at_rest()
    answer = (await zainab.messages("#hallway"))[-1]
    assert answer.ephemeral
    assert "You are in no mentoring pair at the moment." in answer.text
