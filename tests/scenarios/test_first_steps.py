"""Somebody who has never heard of Rapport: a message to it, its Home, its menu, its help."""

from tests.scenarios.conftest import OpenOffice
from tests.scenarios.office import Office


async def test_a_message_is_answered_with_what_can_be_done(office: Office) -> None:
    await office["zainab"].say("app", "hello there")
    told = await office.sees("zainab", "Thank you for writing.")
    assert "I have not kept what you wrote" in told
    assert "My Home tab says how to join one." in told
    assert "`/win`" in told
    assert "[Settings]" in told
    assert "`/checkin`" not in told
    await office["maya"].say("app", "hello there")
    assert "`/checkin`" in await office.sees("maya", "Thank you for writing.")
    await office["priya"].say("app", "hello there")
    assert "*You are invited to be one of a pair.*" in await office.sees("priya", "Thank you for writing.")


async def test_home_says_what_this_is_and_how_to_join(office: Office) -> None:
    await office["zainab"].open_home()
    home = await office.sees_at_home("zainab")
    assert "Hello, Zainab" in home
    assert "I help mentoring pairs to keep meeting" in home
    assert "You are in no mentoring pair at the moment. Amara brings pairs together" in home
    assert "West Africa Time" in home


async def test_home_where_nobody_organises_anything(opening: OpenOffice) -> None:
    office = await opening()
    await office["zainab"].open_home()
    assert "An owner or admin of this workspace can begin with `/mentoring programme`." in await office.sees_at_home(
        "zainab"
    )
    assert "nobody brings pairs together here so far" in await office.answer("zainab", "/checkin")
    assert "[Pair two people]" in await office.answer("amara", "/mentoring")


async def test_the_menu_leads_everywhere(office: Office) -> None:
    amara = office["amara"]
    assert "What would you like to do?" in await office.answer("amara", "/mentoring")
    for button, title in (
        ("Pair two people", "Pair two people"),
        ("Programme settings", "Programme"),
        ("Settings", "Your settings"),
        ("Celebrate a win", "Celebrate a win"),
    ):
        await amara.press(button, in_="app")
        await (await amara.modal(title)).close()
    await amara.press("Who reads what", in_="app")
    assert "*You alone:*" in (await amara.modal("Who reads what")).text


async def test_help_is_in_words_for_each(office: Office) -> None:
    assert "`/checkin`" in await office.answer("maya", "/mentoring help")
    helped = await office.answer("amara", "/mentoring HELP")
    assert "`/mentoring programme`" in helped
    assert "`/checkin`" not in helped
    assert "*Whoever runs the server*" in await office.answer("maya", "/mentoring privacy")


async def test_whoever_moves_is_met_where_they_are(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
        await person.see("*Next session:*", where="home")
    await office.people.request("PATCH", "/people/U0TOM/profile", {"tz": "Asia/Tokyo"})
    await tom.see("on Friday 6 March at 23:00, your time.", where="home")
    await maya.see("Their time zone: Japan Time", where="home")
