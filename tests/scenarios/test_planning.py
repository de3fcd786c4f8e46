"""Planning the next session, from the first form to somebody's calendar."""

from dataclasses import replace
from pathlib import Path

import aiohttp
from icalendar import Calendar, Event

from bot.manifest import manifest_path
from playground.seed import Person
from tests.scenarios.conftest import OpenOffice
from tests.scenarios.office import Office, the_company


async def test_times_are_proposed_refused_proposed_back_and_taken(office: Office) -> None:
    await office.both_accept("leo", "priya")
    form = await office.opens("leo", "/mentoring plan", "Plan a session")
    assert "(Thu 5 Mar, 09:00)" in form.text
    assert "These lie in your working hours and in those of Priya. Read by you and Priya." in form.text
    await form.press("Propose several times instead")
    await form.see("takes one with a tap")
    assert form.title == "Propose times"
    await form.fill("A third", None)
    assert (await form.submit()).result == "closed"
    await office.sees("leo", "Priya can choose from these times, and hears of them in their working hours.")
    offered = await office.sees("priya", "Leo proposes times for your next session.")
    assert "Thu 5 Mar, 14:30" in offered
    assert offered.count("[Take this]") == 2

    await office["priya"].press("None of these", in_="app")
    form = await office["priya"].modal("Propose times")
    await form.fill("What kind of meeting will it be?", "A coffee chat")
    assert (await form.submit()).result == "closed"
    offered = await office.sees("leo", "Priya proposes times for a coffee chat.")
    assert "Thu 5 Mar" not in offered
    # What Leo had proposed is settled by what Priya proposes.
    assert "They are settled: there is nothing you need to do." in await office.sees(
        "priya", "Leo proposed times here."
    )
    await office["leo"].press("Take this", in_="app")
    await office.at_rest()
    taken = await office.sees("leo", "You took one of the times that Priya proposed: you meet on")
    assert "[Take this]" not in taken
    group = await office["leo"].group("priya", "Rapport")
    told = await office.sees("priya", "Your coffee chat is planned:", where=group)
    assert "Mon 9" not in told
    assert "at 09:00* for Leo" in told or "at 10:00* for Leo" in told
    assert "for Priya" in told
    assert "[Add to calendar]" in told


async def test_where_no_hour_suits_both_it_lies_at_the_edges(opening_with_history: OpenOffice) -> None:
    """As Berlin's day begins, Auckland's ended hours ago."""
    company = the_company()
    roa = Person("U0ROA", "roa", "Roa Tane", company.workspace_id, tz="Pacific/Auckland", display_name="Roa")
    office = await opening_with_history(company=replace(company, people=(*company.people, roa)))
    await office.pair("jonas", "roa")
    await office["jonas"].press("Accept", in_="app")
    # It is half past nine of the next morning in Auckland.
    await office.days_pass(hours=10, minutes=30)
    await office["roa"].press("Accept", in_="app")
    await office.at_rest()
    form = await office.opens("roa", "/mentoring plan", "Plan a session")
    await form.see("Your working hours do not overlap here, so these lie at their edges")
    [times] = [block["element"]["options"] for block in form.view["blocks"] if block["block_id"].startswith("time:")]
    assert [each["text"]["text"] for each in times] == ["Fri 6 Mar, 21:00", "Mon 9 Mar, 21:00", "Tue 10 Mar, 21:00"]
    assert {each["description"]["text"] for each in times} == {"09:00 for Jonas"}


async def test_both_propose_times_at_once_and_the_second_sees_those_of_the_first(office: Office) -> None:
    mine, theirs = [await office.opens(name, "/mentoring plan", "Move your session") for name in ("maya", "tom")]
    for form in (mine, theirs):
        await form.press("Propose several times instead")
        await form.see("takes one with a tap")
    assert (await theirs.submit()).result == "closed"
    await mine.fill("A first time", "2026-03-10T16:00:00+00:00")
    assert (await mine.submit()).result == "updated"
    assert "*Not sent yet.* In the meantime Tom has proposed times to you" in mine.text
    assert (await mine.submit()).result == "closed"
    offered = await office.sees("tom", "Maya proposes times for your next session.")
    assert "Tue 10 Mar, 17:00" in offered
    assert "For now you are to meet on *Friday 6 March at 15:00*: whichever you take comes in its place." in offered
    await office.sees("tom", "You proposed times to Maya here; they are settled.")


async def test_both_move_a_session_at_once_and_the_second_sees_both_times(office: Office) -> None:
    tom = office["tom"]
    await office["maya"].open_home()
    mine = await office.opens("maya", "/mentoring plan", "Move your session")
    assert "Your next session with Tom is planned for *Friday 6 March at 14:00*." in mine.text
    assert "(Fri 6 Mar, 14:00" in mine.text
    await tom.open_home()
    await tom.press("Reschedule", in_="home")
    theirs = await tom.modal("Move your session")
    await theirs.fill("Or another day and time", "2026-03-09T09:00:00+01:00")
    assert (await theirs.submit()).result == "closed"
    await mine.fill("Or another day and time", "2026-03-10T16:00:00+00:00")
    assert (await mine.submit()).result == "updated"
    clash = "In the meantime Tom planned *Monday 9 March at 08:00*; you chose *Tuesday 10 March at 16:00*."
    assert clash in mine.text
    assert (await mine.submit()).result == "closed"
    assert "Moved: you meet Tom on *Tuesday 10 March at 16:00*" in await office.sees("maya", "Moved: you meet Tom")
    assert "*Tuesday 10 March at 17:00*" in await office.sees("tom", "Maya has moved your next meeting to")
    await office.sees("tom", "This plan with Maya for Monday 9 March at 09:00 has been changed since.")
    assert "Tuesday 10 March at 17:00" in await office.sees_at_home("tom")
    assert "[Reschedule]" in await office.sees_at_home("maya")


async def test_into_a_calendar_and_out_of_it(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await maya.open_home()
    await maya.press("Add to the agenda", in_="home")
    form = await maya.modal("Bring to next session")
    await form.fill("What would you like to talk about?", "How to say no")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "Saved for your next session with Tom")

    await maya.press("Add to calendar", in_="home")
    form = await maya.modal("Add to calendar")
    await form.see("there is a file in our direct messages now")
    assert "Google Calendar" in form.text
    await form.close()
    event, method = await file_in_front_of(office, "maya")
    assert (method, event["summary"], event["sequence"]) == ("PUBLISH", "Mentoring session with Tom", 1)
    assert f"{event.start:%a %d %H:%M}" == "Fri 06 14:00"
    assert "How to say no" not in str(event)

    await tom.open_home()
    await tom.press("Cancel", in_="home")
    assert "Your session with Maya on Friday" in await office.sees("tom", "without a reason")
    told = await office.sees("maya", "Tom cannot make your session on Friday 6 March at 14:00")
    assert "Would you like to plan a new time?" in told
    await maya.press("Take it off my calendar", in_="app")
    form = await maya.modal("Add to calendar")
    await form.see("*This session does not take place.*")
    await form.close()
    off, method = await file_in_front_of(office, "maya")
    assert (method, off["uid"], off["sequence"]) == ("CANCEL", event["uid"], 2)
    assert "[Plan the next session]" in await office.sees_at_home("maya")


async def test_where_files_are_not_permitted_there_are_links(opening_with_history: OpenOffice, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(manifest_path().read_text("utf-8").replace("      - files:write\n", ""), "utf-8")
    office = await opening_with_history(manifest=manifest)
    await office["maya"].open_home()
    await office["maya"].press("Add to calendar", in_="home")
    form = await office["maya"].modal("Add to calendar")
    await office.at_rest()
    await form.refresh()
    assert "Outlook" in form.text
    assert "file" not in form.text


async def test_they_did_not_meet_and_plan_anew(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    await office.days_pass(days=2, hours=5)
    assert "[We moved it]" in await office.sees_at_home("tom")
    await maya.press("We did not meet", in_="home")
    told = await office.sees("tom", "Maya notes that your session on Friday 6 March at 15:00 did not take place.")
    assert "These things happen." in told
    await office.sees("maya", "Noted: your session with Tom on Friday 6 March at 14:00 did not take place.")
    await maya.press("Plan the next session", in_="app")
    form = await maya.modal("Plan a session")
    assert (await form.submit()).result == "closed"
    assert "at 10:30" in await office.sees("maya", "Planned: your session with Tom")
    await office.sees("maya", "The next one is planned.")


async def test_without_a_pair_the_answer_says_how_to_get_one(office: Office) -> None:
    assert "You can also say in my Home tab" in await office.answer("zainab", "/mentoring plan")
    assert "You bring pairs together here, and you may be one" in await office.answer("amara", "/mentoring plan")


async def file_in_front_of(office: Office, name: str) -> tuple[Event, str]:
    """The newest file that somebody got from Rapport, as their calendar reads it."""
    await office.at_rest()
    newest = [message for message in await office[name].messages() if message.files][-1]
    async with aiohttp.ClientSession() as session, session.get(newest.raw["files"][0]["url_private"]) as response:
        calendar = Calendar.from_ical(await response.read())
    assert isinstance(calendar, Calendar)
    [event] = calendar.events
    return event, str(calendar["method"])
