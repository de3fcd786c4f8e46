"""Done twice counts once: forms sent again, buttons clicked twice, events and envelopes that Slack repeats."""

import asyncio

from tests.scenarios.office import Office

EVERYBODY = ("amara", "maya", "tom", "priya", "leo", "zainab")


async def _changes_nothing(office: Office, kind: str | None = None) -> None:
    """What passed last to the bot passes once more, and nobody sees anything of it."""
    before = await office.in_front_of(*EVERYBODY)
    await office.line.again(kind)
    assert await office.in_front_of(*EVERYBODY) == before


async def _open_homes(office: Office) -> None:
    for name in EVERYBODY:
        await office[name].open_home()
        await office.sees_at_home(name)


async def pairs(office: Office) -> None:
    await office.pair("tom", "zainab")


async def changes_the_programme(office: Office) -> None:
    form = await office.opens("amara", "/mentoring programme", "Programme")
    await form.fill("Name", "Lighthouse")
    await form.submit()


async def changes_settings(office: Office) -> None:
    form = await office.opens("maya", "/mentoring settings", "Your settings")
    await form.fill("My working hours end at", "16:00")
    await form.submit()


async def checks_in(office: Office) -> None:
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What I promise to do", "Say no once")
    await form.fill("What Tom could do", "Tell of a time it went wrong")
    await form.press("Add more")
    await form.fill("A win to celebrate", "I said no")
    await form.submit()


async def celebrates(office: Office) -> None:
    await office.celebrates("maya", "I gave a talk", "Everyone in the celebrations channel")


async def test_forms_sent_twice(office: Office) -> None:
    await _open_homes(office)
    for deed in (pairs, changes_the_programme, changes_settings, checks_in, celebrates):
        await deed(office)
        await _changes_nothing(office, "interactive")


async def test_buttons_clicked_twice(office: Office) -> None:
    leo, priya, tom = office["leo"], office["priya"], office["tom"]
    await leo.press("Accept", in_="app")
    await _changes_nothing(office)
    await priya.press("Accept", in_="app")
    await _changes_nothing(office)
    await celebrates_with_tom(office)
    await tom.press("Yes, without names", in_="app")
    await _changes_nothing(office)
    await office.sees("zainab", "What somebody taught me", where="#wins")
    await office["maya"].open_home()
    await office["maya"].press("I promise", in_="home")
    await _changes_nothing(office)


async def celebrates_with_tom(office: Office) -> None:
    await office.celebrates("maya", "What @tom taught me", "Everyone in the celebrations channel")
    await office.sees("tom", "the post names you")


async def test_two_clicks_at_the_same_moment(office: Office) -> None:
    await celebrates_with_tom(office)
    with office.line.kept_back("U0TOM"):
        clicks = [asyncio.create_task(office["tom"].press("Yes", in_="app")) for _ in range(2)]
        await office.line.has_kept("U0TOM", 2)
    await asyncio.gather(*clicks)
    await office.sees("zainab", "taught me", where="#wins")
    await office.at_rest()
    assert len([one for one in await office["zainab"].messages("#wins") if "taught me" in one.text]) == 1


async def test_no_twice_and_a_promise_refused_twice(office: Office) -> None:
    await celebrates_with_tom(office)
    await office["tom"].press("No", in_="app")
    await _changes_nothing(office)
    await office["maya"].open_home()
    await office["maya"].press("Not this one", in_="home")
    await _changes_nothing(office)
    await office["leo"].press("Decline", in_="app")
    await office.sees("priya", "This invitation is closed.")
    before = await office.in_front_of("amara", "priya")
    await office.line.again()
    assert await office.in_front_of("amara", "priya") == before


async def test_events_that_slack_repeats(office: Office) -> None:
    await _open_homes(office)
    await office["zainab"].say("app", "hello there")
    await office.sees("zainab", "Thank you for writing.")
    await _changes_nothing(office, "events_api")
    await office.people.request("PATCH", "/people/U0TOM/profile", {"tz": "Asia/Tokyo"})
    await office["tom"].see("Japan Time", where="home")
    await _changes_nothing(office, "events_api")
    form = await office.opens("amara", "/mentoring programme", "Programme")
    await form.fill("Celebrations channel", "#hallway")
    await form.submit()
    await office.celebrates("maya", "I gave a talk", "Everyone in the celebrations channel")
    await office["amara"].say("#hallway", "/invite @Rapport")
    await office.sees("zainab", "I gave a talk", where="#hallway")
    await _changes_nothing(office, "events_api")


async def test_what_opens_a_form_sent_twice(office: Office) -> None:
    maya = office["maya"]
    await maya.open_home()
    await maya.press("Log a check-in", in_="home")
    for kind in ("interactive", "slash_commands"):
        form = await maya.modal("Log a check-in")
        await form.fill("What we talked about", "Saying no, kindly")
        before = await office.in_front_of("maya")
        await office.line.again(kind)
        assert await office.in_front_of("maya") == before
        assert len(await maya.stack()) == 1
        await maya.command("/checkin")
