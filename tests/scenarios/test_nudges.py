"""Nudges are answered where they stand, and both of a pair see what became of them."""

import pytest

from tests.scenarios.office import Office

MENU = ("Why am I seeing this?", "Not now: ask again in a few days", "No more of these")


async def until_asked_to_meet_again(office: Office) -> None:
    """Maya and Tom log Friday's session and plan nothing; three weeks later both are asked."""
    await office.days_pass(days=2, hours=6)
    await office["tom"].press("We met", in_="app")
    form = await office["tom"].modal("Log a check-in")
    assert (await form.submit()).result == "closed"
    # Wednesday, at ten.
    await office.days_pass(days=18, hours=18)


async def test_a_session_is_prepared_and_then_logged_by_one_tap(office: Office) -> None:
    await office.days_pass(days=1)
    before = await office.sees("maya", "Your session with Tom: Friday 6 March at 14:00")
    assert "For Tom, that is Friday 6 March at 15:00." in before
    assert "A question to open with:" in before
    assert "One thing from you:" in await office.sees("tom", "Your session with Maya: Friday 6 March at 15:00")
    assert "One thing from you:" not in before

    await office.days_pass(days=1, hours=6)
    for name, partner in (("maya", "Tom"), ("tom", "Maya")):
        await office.sees(name, f"How was your session with {partner}?")
    await office["tom"].press("We met", in_="app")
    form = await office["tom"].modal("Log a check-in")
    assert (await form.submit()).result == "closed"
    assert "you logged your session with Maya on Friday 6 March" in await office.sees("tom", "You met:")
    assert "Tom has logged your session on Friday 6 March" in await office.sees("maya", "You met:")
    for name in ("maya", "tom"):
        assert "[We moved it]" not in await office[name].everything()


async def test_one_plans_what_both_were_asked_for(office: Office) -> None:
    await until_asked_to_meet_again(office)
    asked = await office.sees("maya", "It may be time to meet Tom again.")
    assert "You last met on Friday 6 March, and nothing is planned yet." in asked
    assert all(choice in asked for choice in MENU)
    await office["maya"].press("Plan it", in_="app")
    form = await office["maya"].modal("Plan a session")
    assert (await form.submit()).result == "closed"
    assert "You set the time." in await office.sees("maya", "you meet Tom on")
    assert "Maya has set a time for you two" in await office.sees("tom", "Planned:")
    for name in ("maya", "tom"):
        assert "[Something is not working]" not in await office[name].everything()


async def test_why_it_came_not_now_and_no_more(office: Office) -> None:
    await until_asked_to_meet_again(office)
    maya, tom = office["maya"], office["tom"]
    await office.sees("maya", "It may be time to meet Tom again.")
    await maya.press("Why am I seeing this?", in_="app")
    why = await maya.modal("Why am I seeing this?")
    assert "You and Tom mean to meet every two weeks." in why.text
    await why.close()
    await maya.press("Not now: ask again in a few days", in_="app")
    assert "I ask again on Monday 30 March" in await office.sees("maya", "Not now.")

    await office.sees("tom", "It may be time to meet Maya again.")
    form = await office.opens("tom", "/mentoring settings", "Your settings")
    await tom.press("No more of these", in_="app")
    assert "Meeting again, when it has been a while" in await office.sees("tom", "No more of these:")
    # A form that was open meanwhile turns nothing on again.
    await form.fill("When my pair reaches a milestone", "Keep it between us")
    assert (await form.submit()).result == "closed"
    form = await office.opens("tom", "/mentoring settings", "Your settings")
    assert "'never'" in str(form.value("When my pair reaches a milestone"))
    assert "'first meeting'" in str(form.value("What Rapport writes to me about meeting"))
    assert "'have not met'" not in str(form.value("What Rapport writes to me about meeting"))
    await form.close()
    await tom.press("Turn them on again", in_="app")
    assert "[We did meet]" in await office.sees("tom", "It may be time to meet Maya again.")
    await office.days_pass(days=5)
    assert "[We did meet]" in await office.sees("maya", "It may be time to meet Tom again.")


async def test_something_is_shared_between_two_sessions(office: Office) -> None:
    await office.days_pass(days=2, hours=6)
    await office["tom"].press("We met", in_="app")
    form = await office["tom"].modal("Log a check-in")
    assert (await form.submit()).result == "closed"
    await office.days_pass(days=6, hours=18)
    told = {name: await office[name].everything() for name in ("maya", "tom")}
    [asked] = [name for name, seen in told.items() if "A word between two sessions?" in seen]
    [other] = told.keys() - {asked}
    await office[asked].press("Ask how it went", in_="app")
    await office.sees(asked, "Asked.")
    await office.sees(other, "asks how it has been going")
    await office[other].press("Share something", in_="app")
    form = await office[other].modal("Share something")
    assert (await form.submit()).errors
    await form.fill(form.labels[0], "I said no for the first time, & it was fine")
    assert (await form.submit()).result == "closed"
    assert "I said no for the first time, & it was fine" in await office.sees(other, "Answered.")
    assert "I said no for the first time, & it was fine" in await office.sees(asked, "shares something with you")


@pytest.mark.parametrize(("button", "became"), [("Done", "Done:"), ("Drop it", "Dropped:")])
async def test_a_promise_is_settled_by_one_tap(office: Office, button: str, became: str) -> None:
    tom = office["tom"]
    form = await office.opens("tom", "/checkin", "Log a check-in")
    await form.fill("What I promise to do", "Read the draft")
    assert (await form.submit()).result == "closed"
    await tom.press("Update my promises", in_="app")
    form = await tom.modal("Your promises")
    await form.fill("By when? · Read the draft", "2026-03-12")
    assert (await form.submit()).result == "closed"
    await office.days_pass(days=5)
    assert "by Thursday 12 March" in await office.sees("tom", "Half-way to your date:")
    await tom.press("New date", in_="app")
    form = await tom.modal("A new date")
    await form.fill("By when?", "2026-03-03")
    assert "That day has passed." in next(iter((await form.submit()).errors.values()))
    await form.close()
    await tom.press(button, in_="app")
    assert "Read the draft" in await office.sees("tom", became)
