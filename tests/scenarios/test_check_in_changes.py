"""What becomes of a check-in afterwards: it is edited, withdrawn or disputed, or both change the same thing at once."""

from playground.client import Modal
from tests.scenarios.office import Office


async def maya_logs(office: Office, **entries: object) -> None:
    """Maya logs today's session with Tom, who has read of it."""
    form = await office.opens("maya", "/checkin", "Log a check-in")
    for label, value in entries.items():
        await form.fill(label, value)
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "Maya logged your session on Wednesday 4 March.")


async def edits(office: Office, name: str) -> Modal:
    await office[name].press("Edit", in_="app")
    return await office[name].modal("Edit your check-in")


async def test_an_entry_is_edited_and_both_read_what_it_says_now(office: Office) -> None:
    entries = {"What we talked about": "Sayin no", "What Tom could do": "Sit in\nShare his list"}
    await maya_logs(office, **entries)
    form = await edits(office, "maya")
    assert form.value("What we talked about") == "Sayin no"
    assert form.value("What Tom could do") == "Sit in\nShare his list"
    await form.fill("What we talked about", "Saying no")
    await form.fill("What Tom could do", "Share his list\nIntroduce Ruth")
    await form.fill("A private reflection", "I had not prepared")
    assert (await form.submit()).result == "closed"
    assert "Saying no" in await office.sees("maya", "What you kept private is saved too")
    news = await office.sees("tom", "Introduce Ruth")
    assert "Saying no" in news
    assert "Sit in" not in news
    assert "I had not prepared" not in await office["tom"].everything()
    # And it is all there when it is edited once more.
    assert (await edits(office, "maya")).value("A private reflection") == "I had not prepared"


async def test_an_entry_is_withdrawn(office: Office) -> None:
    await maya_logs(office, **{"What we talked about": "The wrong partner", "What Tom could do": "Sit in"})
    await office["maya"].press("Withdraw", in_="app")
    told = await office.sees("maya", "You have withdrawn your check-in of Wednesday 4 March with Tom.")
    assert "What you wrote in it is gone, for both of you." in told
    told = await office.sees("tom", "Maya has withdrawn their check-in of Wednesday 4 March.")
    assert "There is nothing you need to do." in told
    await office["tom"].open_home()
    home = await office.sees_at_home("tom")
    assert "met twice" in home
    for name in ("maya", "tom"):
        assert "The wrong partner" not in await office[name].everything()
    assert "Sit in" not in home


async def test_they_did_not_meet_and_the_writer_was_wrong(office: Office) -> None:
    await maya_logs(office)
    await office["tom"].press("We did not meet", in_="app")
    asked = await office.sees("tom", "You said that you did not meet on Wednesday 4 March.")
    assert "Maya is asked too." in asked
    await office["tom"].press("We did not meet", in_="app")
    await office.sees("tom", "*Noted once more:* you did not meet.")
    assert "It may be a mix-up of days." in await office.sees("maya", "Tom says that the two of you did not meet")
    await office["maya"].press("My mistake", in_="app")
    await office.sees("maya", "*That is settled.* You did not meet on Wednesday 4 March")
    await office.sees("maya", "You have withdrawn your check-in of Wednesday 4 March with Tom.")
    await office.sees("tom", "Maya has withdrawn their check-in")


async def test_they_did_meet_after_all(office: Office) -> None:
    await maya_logs(office)
    await office["maya"].open_home()
    await office["maya"].see("met 3 times", where="home")
    await office["tom"].press("We did not meet", in_="app")
    await office["maya"].see("met twice", where="home")
    await office["maya"].see("You logged a session with Tom on Wednesday 4 March; they say", where="home")
    await office.sees("maya", "Tom says that the two of you did not meet on Wednesday 4 March.")
    await office["maya"].press("We did meet", in_="app")
    await office.sees("maya", "*You said that you did meet.*")
    await office.sees("tom", "Maya remembers that you did.")
    await office["tom"].press("We did meet after all", in_="app")
    await office.sees("maya", "*That is settled.* You and Tom did meet on Wednesday 4 March, and it counts.")
    await office["maya"].see("met 3 times", where="home")
    await office["tom"].press("Add my side", in_="app")
    await office["tom"].modal("Log a check-in")


async def test_both_move_the_next_session_at_once(office: Office) -> None:
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What we talked about", "Reviews")
    await form.fill("When we meet next", "2026-03-19T14:00:00+00:00")
    other = await office.opens("tom", "/checkin", "Log a check-in")
    await other.fill("When we meet next", "2026-03-20T10:00:00+00:00")
    assert (await other.submit()).result == "closed"
    # Maya's form was opened before; hers is also a session of its own, and so it is asked which one it is.
    assert (await form.submit()).result == "updated"
    again = await office["maya"].modal("Log a check-in")
    answer = await again.submit()
    assert answer.result == "updated"
    await again.see("In the meantime Tom changed this to *Friday 20 March at 10:00*; you chose *Thursday 19 March")
    assert again.value("What we talked about") == "Reviews"
    assert (await again.submit()).result == "closed"
    assert "*Next session:* Thursday 19 March at 14:00" in await office.sees("maya", "Saved: your session with Tom")
