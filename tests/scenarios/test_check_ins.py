"""Logging sessions: the form in all its turns, and two people who log the same hour."""

from playground.client import Modal
from tests.scenarios.office import Office

FRIDAY = "2026-03-06T14:00:00+00:00"


async def _as_it_stands(office: Office, name: str) -> Modal:
    """The form as the workspace has it, whatever the test typed before."""
    return await office[name].modal("Log a check-in")


async def test_adding_more_keeps_what_was_typed(office: Office) -> None:
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("When did you meet?", "2026-03-02")
    await form.fill("What we talked about", "Saying no, kindly")
    await form.fill("What Tom could do", "Tell of a time it went wrong")
    await form.press("Add more")
    await form.see("A private reflection")
    longer = await _as_it_stands(office, "maya")
    assert longer.value("When did you meet?") == "2026-03-02"
    assert longer.value("What we talked about") == "Saying no, kindly"
    assert longer.value("What Tom could do") == "Tell of a time it went wrong"
    assert "Add more" not in longer.buttons
    await longer.fill("What kind of meeting was it?", "A coffee chat")
    await longer.fill("How confident I feel", "2")
    await longer.fill("A win to celebrate", "I asked for help before it was late")
    await longer.fill("Who may see the win?", "Only me")
    assert (await longer.submit()).result == "closed"
    saved = await office.sees("maya", "Saved: your coffee chat with Tom on Monday 2 March.")
    assert "What you kept private is saved too" in saved
    await office.sees("tom", "Maya logged your coffee chat on Monday 2 March.")
    before_tom = (await office.in_front_of("tom"))["tom"]
    assert "I asked for help" not in before_tom
    await office["maya"].open_home()
    await office["maya"].see("I asked for help before it was late", where="home")


async def test_words_behind_the_command_begin_the_notes(office: Office) -> None:
    form = await office.opens("maya", "/checkin We spoke of <deadlines> & how Tom says no", "Log a check-in")
    assert form.value("What we talked about") == "We spoke of <deadlines> & how Tom says no"


async def test_somebody_in_several_pairs_chooses_one(office: Office) -> None:
    await office.paired("maya", "zainab")
    maya = office["maya"]
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What we talked about", "How to begin")
    await form.fill("What I promise to do", "Write down what I wish I had known")
    # Only Tom and she have planned something.
    assert form.value("When we meet next") == 1772805600
    await form.fill("Which pair is this about?", "Zainab, your mentee")
    await form.see("What Zainab could do")
    form = await _as_it_stands(office, "maya")
    assert form.value("What we talked about") == "How to begin"
    assert form.value("What I promise to do") == "Write down what I wish I had known"
    assert form.value("When we meet next") is None
    assert (await form.submit()).result == "closed"
    news = await office.sees("zainab", "Maya logged your session on Wednesday 4 March.")
    assert "Next session" not in news
    await office.sees("maya", "Saved: your session with Zainab")
    assert "How to begin" not in (await office.in_front_of("tom"))["tom"]
    await maya.open_home()
    await maya.see("*Your pairs*", where="home")


async def test_a_time_that_was_typed_stays_when_another_pair_is_chosen(office: Office) -> None:
    await office.paired("maya", "zainab")
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("When we meet next", "2026-03-11T15:00:00+00:00")
    await form.fill("Which pair is this about?", "Zainab, your mentee")
    await form.see("What Zainab could do")
    form = await _as_it_stands(office, "maya")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "*Next session:* Wednesday 11 March at 15:00, your time.")


async def test_the_partner_named_behind_the_command_is_the_one(office: Office) -> None:
    await office.paired("maya", "zainab")
    for typed in ("/checkin @zainab", "/checkin zainab"):
        form = await office.opens("maya", typed, "Log a check-in")
        assert "What Zainab could do" in form.labels
        assert not form.value("What we talked about")
    assert "What Tom could do" in (await office.opens("maya", "/checkin @tom", "Log a check-in")).labels


async def test_a_plan_that_is_wrong_is_said_beside_it_in_every_pair(office: Office) -> None:
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("When we meet next", "2026-03-04T08:00:00+00:00")
    assert (await form.submit()).errors.keys() == {"When we meet next"}


async def _both_have_the_form_open(office: Office) -> tuple[Modal, Modal]:
    forms = [await office.opens(name, "/checkin", "Log a check-in") for name in ("maya", "tom")]
    await forms[0].fill("What we talked about", "Saying no, kindly")
    assert (await forms[0].submit()).result == "closed"
    await forms[1].fill("What we talked about", "Deadlines")
    await forms[1].fill("What Maya could do", "Draw a map")
    # Tom's form was opened before there was anything to ask.
    assert (await forms[1].submit()).result == "updated"
    asked = await _as_it_stands(office, "tom")
    assert "*Not saved yet.* In the meantime Maya has logged a session around this day." in asked.text
    assert asked.value("What we talked about") == "Deadlines"
    assert asked.value("What Maya could do") == "Draw a map"
    return forms[0], asked


async def test_two_who_log_at_once_mean_the_same_session(office: Office) -> None:
    _, asked = await _both_have_the_form_open(office)
    assert (await asked.submit()).result == "closed"
    assert "Deadlines" in await office.sees("tom", "Saved: your session with Maya")
    await office["tom"].open_home()
    await office["tom"].see("met 3 times, last on Wednesday 4 March", where="home")
    await office.sees("tom", "You have added your side.")


async def test_two_who_log_at_once_mean_two_sessions(office: Office) -> None:
    _, asked = await _both_have_the_form_open(office)
    await asked.fill("Which session is this?", "Another one")
    assert (await asked.submit()).result == "closed"
    await office["tom"].open_home()
    await office["tom"].see("met 4 times, last on Wednesday 4 March", where="home")


async def test_a_planned_session_is_logged_from_home_and_the_next_one_moves(office: Office) -> None:
    maya = office["maya"]
    office.later(days=2, hours=5)
    await maya.open_home()
    await maya.see("*You and Tom planned to meet on Friday 6 March at 14:00.* If you did, log it", where="home")
    await maya.press("Yes, we met", in_="home")
    form = await maya.modal("Log a check-in")
    assert "The one we planned for Fri 6 Mar" in form.text
    assert form.value("When did you meet?") == "2026-03-06"
    await form.fill("When we meet next", "2026-03-20T14:00:00+00:00")
    assert (await form.submit()).result == "closed"
    await maya.see("*Next session:* with Tom, on Friday 20 March at 14:00, your time.", where="home")
    await maya.see("met 3 times, last on Friday 6 March", where="home")


async def test_a_planned_session_that_was_earlier_in_the_day_is_not_planned_again(office: Office) -> None:
    maya = office["maya"]
    office.later(days=2, hours=1)
    form = await office.opens("maya", "/checkin", "Log a check-in")
    assert "The one we planned for Fri 6 Mar" in form.text
    assert form.value("When we meet next") is None
    await form.fill("When we meet next", FRIDAY)
    assert (await form.submit()).result == "closed"
    assert "Next session" not in await office.sees("maya", "Saved: your session with Tom on Friday 6 March.")
    await maya.open_home()
    await maya.see("met 3 times", where="home")
    assert "Next session" not in await office.sees_at_home("maya")


async def test_news_of_a_session_waits_for_the_partners_hours(office: Office) -> None:
    form = await office.opens("tom", "/mentoring settings", "Your settings")
    await form.fill("My working hours begin at", "14:00")
    assert (await form.submit()).result == "closed"
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What we talked about", "Saying no, kindly")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "Tom hears of it in their working hours")
    assert "Saying no" not in (await office.in_front_of("tom"))["tom"]
    # Fourteen in Berlin.
    office.later(hours=3)
    await office.sees("tom", "Saying no, kindly")


async def test_the_shortcut_opens_the_form_too(office: Office) -> None:
    await office["maya"].shortcut("Log a check-in")
    assert "What Tom could do" in (await office["maya"].modal("Log a check-in")).labels
    await office["zainab"].shortcut("Log a check-in")
    told = await office["zainab"].modal("Rapport")
    assert "You are in no mentoring pair at the moment. Amara brings pairs together" in told.text
