"""How a pair comes about, or does not."""

import asyncio
from pathlib import Path

from bot.manifest import manifest_path
from tests.scenarios.conftest import OpenOffice
from tests.scenarios.office import Office


async def test_what_was_refused_is_put_right_in_the_same_form(office: Office) -> None:
    form = await office.opens("amara", "/mentoring pair", "Pair two people")
    await form.fill("Mentor", "jonas")
    await form.fill("Mentee", "gita")
    await form.fill("Or every so many days", "10")
    assert (await form.submit()).errors.keys() == {"Mentee"}
    # A guest of several channels is as good as anybody.
    await form.fill("Mentee", "marta")
    assert (await form.submit()).result == "closed"
    assert "The two of you would meet every 10 days." in await office.sees("marta", "*Jonas* to be your mentor")


async def test_an_organiser_may_be_one_of_the_two(office: Office) -> None:
    form = await office.opens("amara", "/mentoring pair", "Pair two people")
    await form.fill("Mentor", "amara")
    await form.fill("Mentee", "jonas")
    assert (await form.submit()).result == "closed"
    asked = await office.sees("jonas", "*Amara* would like to be your mentor")
    assert "The organisers see that you meet and how often, never what you say." in asked
    await office.sees("amara", "You would like to mentor *Jonas*")


async def test_the_first_admin_becomes_organiser_and_chooses_the_channel(opening: OpenOffice) -> None:
    office = await opening()
    refused = await office.answer("zainab", "/mentoring pair")
    assert refused == (
        "Only an organiser can do this, and there is none yet. An owner or admin of this workspace becomes one with "
        "/mentoring programme."
    )
    form = await office.opens("amara", "/mentoring pair", "Pair two people")
    await form.fill("Mentor", "tom")
    await form.fill("Mentee", "maya")
    await form.fill("Celebrations channel", "#wins")
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "Amara would like you to mentor *Maya*")
    form = await office.opens("amara", "/mentoring pair", "Pair two people")
    assert "Celebrations channel" not in form.labels
    assert await office.answer("zainab", "/mentoring pair") == "Only an organiser can do this. Please ask Amara."


async def test_whoever_waits_for_the_other_is_told_so(office: Office) -> None:
    menu = await office.answer("priya", "/mentoring")
    assert "*You are invited to be one of a pair.* Accept or decline in the message you have from me" in menu
    await office["priya"].press("Accept", in_="app")
    await office.sees("priya", "*You accepted.* As soon as Leo has accepted too")
    menu = await office.answer("priya", "/mentoring")
    assert "You have accepted, so your pair begins as soon as your partner has, too." in menu
    assert "You are invited" not in menu


async def test_an_invitation_is_answered_at_home_too(office: Office) -> None:
    priya, leo = office["priya"], office["leo"]
    for person in (priya, leo):
        await person.open_home()
    await priya.press("Accept", in_="home")
    await priya.see("*You accepted to be a pair with Leo.*", where="home")
    await priya.see("*You accepted.*", where="app")
    await leo.press("Accept", in_="home")
    await leo.see("*Priya*, your mentee\nEvery two weeks · not met yet", where="home")
    await leo.see_message("your mentoring pair begins today")
    # Whoever begins from there has the right pair before them.
    await leo.press("Log our first session", in_="home")
    assert "You, Priya and the organiser see that you met" in (await leo.modal("Log a check-in")).text


async def test_a_pair_that_is_declined_is_over_without_a_reason(office: Office) -> None:
    leo, priya = office["leo"], office["priya"]
    await leo.press("Accept", in_="app")
    await office.sees("leo", "*You accepted.*")
    await priya.press("Decline", in_="app")
    told = await office.sees("leo", "You and Priya will not be a pair this time.")
    assert told == (
        "You and Priya will not be a pair this time. Often it is simply a matter of time, and it says "
        "nothing about you. The organiser knows, and can suggest somebody else."
    )
    assert "Nobody is asked for a reason." in await office.sees("amara", "Leo and Priya will not be a pair this time.")
    for name in ("leo", "priya"):
        closed = "This invitation is closed. Nobody is given a reason, and there is nothing you need to do."
        await office.sees(name, closed)
    assert "You are in no mentoring pair at the moment." in await office.answer("priya", "/checkin")
    # Nothing stands in the way of another try.
    await office.pair("leo", "priya")
    await office.at_rest()
    assert "[Accept]" in (await priya.messages())[-1].text


async def test_one_accepts_while_the_other_declines(office: Office) -> None:
    with office.line.kept_back("U0PRIYA"):
        accepting = asyncio.create_task(office["priya"].press("Accept", in_="app"))
        await office.line.has_kept("U0PRIYA")
        await office["leo"].press("Decline", in_="app")
        await office.sees("priya", "This invitation is closed.")
    await accepting
    await office.at_rest()
    assert (await office["priya"].messages())[-1].text == "This pair has ended, so nothing was changed."
    assert len([one for one in await office["leo"].conversations() if one["kind"] == "mpim"]) == 0


async def test_where_group_messages_are_not_permitted_each_is_told_alone(
    opening_with_history: OpenOffice, tmp_path: Path
) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(manifest_path().read_text("utf-8").replace("      - mpim:write\n", ""), "utf-8")
    office = await opening_with_history(manifest=manifest)
    await office.both_accept("leo", "priya")
    for name in ("leo", "priya"):
        told = await office.sees(name, "your mentoring pair begins today")
        assert "@Leo Hughes is the mentor, @Priya Nair the mentee." in told
        assert "Your partner has the same message in their own conversation with me." in told
