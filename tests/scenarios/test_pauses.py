"""The quiet ways: a pair rests, meets less often, says that something is not working, goes on and is finished."""

from tests.scenarios.office import Office


async def test_a_pair_rests_and_is_resumed_by_the_other(office: Office) -> None:
    for name in ("amara", "tom", "maya"):
        await office[name].open_home()
    late = await office.opens("tom", "/mentoring pause", "Pause")
    form = await office.opens("maya", "/mentoring pause", "Pause")
    assert "You have planned to meet:\n• Friday 6 March at 14:00" in form.text
    assert "Nobody asks you why." in form.text
    await form.fill("Rest until", "2026-03-04")
    assert "Please choose a day from tomorrow on" in next(iter((await form.submit()).errors.values()))
    await form.fill("Rest until", "2026-03-23")
    await form.fill("What is planned before that day", "Cancel it")
    assert (await form.submit()).result == "closed"
    assert "You and Tom rest until Monday 23 March." in await office.sees("maya", "rest until")
    told = await office.sees("tom", "Maya would like your pair to rest until Monday 23 March.")
    assert "Your session on Friday 6 March at 15:00 is cancelled." in told
    # Tom was about to choose a day himself: he reads of Maya's first.
    await late.fill("Rest until", "2026-03-09")
    assert (await late.submit()).result == "updated"
    await late.see("Maya chose *Monday 23 March* as the day until which you rest; you chose *Monday 9 March*")
    await late.close()
    assert "Paused until Monday 23 March" in await office.sees_at_home("tom")
    assert "*Tom* and *Maya* · paused" in await office.sees_at_home("amara")
    # Nobody is asked anything meanwhile.
    before = {name: len(await office[name].messages()) for name in ("tom", "maya")}
    await office.days_pass(days=12)
    assert {name: len(await office[name].messages()) for name in ("tom", "maya")} == before
    assert "You are invited to be one of a pair." in await office.answer("priya", "/mentoring resume")
    await office["tom"].press("Resume", in_="app")
    assert "You and Maya are back." in await office.sees("tom", "are back")
    assert "Tom has resumed your pair" in await office.sees("maya", "so the pause is over")
    assert "[Resume]" not in await office["maya"].everything()
    assert await office.answer("maya", "/mentoring resume") == (
        "None of your pairs is paused. `/mentoring pause` lets one rest for a while."
    )
    assert "Paused until" not in await office.sees_at_home("maya")


async def test_meeting_less_often_is_said_to_both_and_changed_back(office: Office) -> None:
    await office["tom"].open_home()
    await office["tom"].press("More…", in_="home")
    await (await office["tom"].modal("My pair")).press("Meet less often…")
    form = await office["tom"].modal("How often we meet")
    await office["maya"].open_home()
    await office["maya"].press("More…", in_="home")
    await (await office["maya"].modal("My pair")).press("Meet less often…")
    late = await office["maya"].modal("How often we meet")
    assert (await form.submit()).result == "closed"
    assert "you and Maya mean to meet every month" in await office.sees("tom", "From now on")
    assert "Tom suggests a different pace" in await office.sees("maya", "you mean to meet every month")
    # Maya was about to choose a pace herself: she reads of Tom's first.
    await late.fill("How often we mean to meet", "Every week")
    assert (await late.submit()).result == "updated"
    await late.see("In the meantime Tom changed this: you mean to meet every month now.")
    await late.close()
    await office["maya"].press("Change it…", in_="app")
    form = await office["maya"].modal("How often we meet")
    await form.fill("How often we mean to meet", "Every two weeks")
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "you mean to meet every two weeks")
    assert "Something else has been said since." in await office["tom"].everything()
    # In several pairs, one is asked which.
    await office.paired("Tom", "Leo")
    form = await office.opens("tom", "/mentoring pause", "Which pair?")
    assert "Maya, your mentee" in form.text
    await form.press("This one")
    form = await office["tom"].modal("Pause")
    assert (await form.submit()).result == "closed"
    assert await office["tom"].stack() == []
    assert "You and Maya rest until" in await office.sees("tom", "rest until")


async def test_what_is_not_working_is_said_to_nobody_but_whom_they_tell(office: Office) -> None:
    await office["amara"].open_home()
    await office["maya"].open_home()
    await office.at_rest()
    before = await office["tom"].everything()
    await office["maya"].press("More…", in_="home")
    await (await office["maya"].modal("My pair")).press("Something is not working…")
    form = await office["maya"].modal("Something not working")
    assert "Nothing says that it comes from you; only you know." in form.text
    await form.press("Read it")
    advice = await office["maya"].modal("What may help")
    assert "It feels one-sided" in advice.text
    await advice.close()
    await (await office["maya"].modal("My pair")).press("Something is not working…")
    form = await office["maya"].modal("Something not working")
    await form.press("Ask to talk…")
    form = await office["maya"].modal("Talk to the organiser")
    assert "Read by Amara" in form.text
    await form.fill("What is it about?", "We talk past each other")
    assert (await form.submit()).result == "closed"
    assert "Amara hears in their working hours" in await office.sees("maya", "would like to talk")
    told = await office.sees("amara", "Maya would like to talk to you")
    assert "We talk past each other" in told
    assert "*Maya*, about the pair with Tom" in await office.sees_at_home("amara")
    assert await office["tom"].everything() == before


async def test_who_does_not_reply_gets_what_everybody_gets(office: Office) -> None:
    """Tom is asked as Maya is by time alone two weeks later: not a word differs but the name."""
    form = await office.opens("maya", "/checkin", "Log a check-in")
    assert (await form.submit()).result == "closed"
    form = await office.opens("maya", "/mentoring pause", "Pause")
    await form.fill("Rest until", "2026-03-07")
    await form.fill("What is planned before that day", "Cancel it")
    await form.submit()
    await office.days_pass(days=5)
    await office["maya"].command("/mentoring")
    await office["maya"].press("Something is not working…", in_="app")
    form = await office["maya"].modal("Something not working")
    await form.press("Ask them")
    noted = await office["maya"].modal("Rapport")
    assert "Tom hears from me what everybody hears who has not met for a while" in noted.text
    await noted.close()
    await office.days_pass(days=3)
    by_maya = await office.sees("tom", "meet Maya again")
    assert "meet Tom again" not in await office["maya"].everything()
    await office.days_pass(days=15)
    by_time = await office.sees("maya", "meet Tom again")
    assert by_maya == by_time.replace("Tom", "Maya")


async def test_one_says_go_on_and_the_other_finishes(office: Office) -> None:
    for name in ("amara", "tom", "maya"):
        await office[name].open_home()
    await office.days_pass(days=135)
    await office["tom"].press("Go on, less often…", in_="home")
    form = await office["tom"].modal("Go on")
    assert (await form.submit()).result == "closed"
    told = await office.sees("maya", "Tom would like to go on")
    assert "every month" in told
    await office["maya"].press("Finish…", in_="app")
    form = await office["maya"].modal("Finish our time")
    assert "Amara, who organises the pairs, learns that you completed it." in form.text
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "You and Tom have completed your time as a pair.")
    await office.sees("tom", "Maya says that your time as a pair is complete.")
    assert "You and Maya have completed your time as a pair.* Thank you" in await office.sees_at_home("tom")
    await office.sees("amara", "Tom and Maya have completed their time as a pair.")
    assert "*Tom* and *Maya* · completed on" in await office.sees_at_home("amara")
