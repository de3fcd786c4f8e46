"""An organiser is told, once a week, what waits for them; sees what was tried; and reads how the pairs are doing."""

from datetime import timedelta

from playwright.async_api import expect

from services.next_due import next_due
from tests.scenarios.office import Office
from tests.scenarios.windows import Windows, last, types

WEEKLY = "what could use a word from you this week"


async def time_goes_by(office: Office, **span: float) -> None:
    """Time passes, and whatever is due on the way happens at its time."""
    until = office.clock.now + timedelta(**span)
    await office.at_rest()
    while (due := await next_due(office.rapport.services)) and due <= until:
        office.clock.now = due
        await office.at_rest()
    office.clock.now = until
    await office.at_rest()


async def weekly_messages(office: Office) -> list[str]:
    return [message.text for message in await office["amara"].messages("app") if WEEKLY in message.text]


async def test_an_invitation_that_waits_is_told_once_and_taken_back_from_there(office: Office) -> None:
    amara = office["amara"]
    await time_goes_by(office, days=12)
    [told] = await weekly_messages(office)
    assert "*Leo* and *Priya* · asked on Wednesday 4 March, both have yet to accept" in told
    assert "since you organise Harbour Lane mentoring" in told
    await amara.press("Take back", in_="app")
    await office.at_rest()
    [told] = await weekly_messages(office)
    assert "Nothing of this waits any more." in told
    await time_goes_by(office, days=7)
    assert len(await weekly_messages(office)) == 1


async def test_a_pair_that_has_not_met_is_seen_once_it_was_asked_in_vain(office: Office) -> None:
    amara = office["amara"]
    await amara.open_home()
    await time_goes_by(office, days=2, hours=6)
    await office["tom"].press("We met", in_="app")
    form = await office["tom"].modal("Log a check-in")
    assert (await form.submit()).result == "closed"
    await time_goes_by(office, days=38)
    asked = "met 3 times, last on Friday 6 March · I asked them on 25 March and 1 April"
    home = await office.sees_at_home("amara")
    assert f"*Tom* and *Maya* · {asked}" in home
    assert "Messages in this workspace in the last 30 days" in home
    told = (await weekly_messages(office))[-1]
    assert f"• *Tom* and *Maya* · {asked}" in told
    count = len(await weekly_messages(office))

    report = await office.answer("amara", "/mentoring report")
    for said in (
        "*In rhythm today:* 0 of 1 pair under way",
        "*Nudges answered:* 2 of 8 in the last six months",
        "April 2026, so far | 0 of 1 | \u2013 | 0 of 2",
        "no more than its rhythm and a week has passed since it met or began",
    ):
        assert said in report
    assert "Please ask Amara" in await office.answer("tom", "/mentoring report")

    await amara.press("No more of these", in_="app")
    await office.sees("amara", "I will not send you the weekly message about Harbour Lane mentoring any more.")
    await amara.press("Send it again", in_="app")
    await office.at_rest()
    assert len(await weekly_messages(office)) == count
    await amara.press("How it is going", in_="app")
    assert "how the pairs are doing" in (await amara.messages("app"))[-1].text


async def test_it_is_read_in_a_browser(office: Office, windows: Windows) -> None:
    await time_goes_by(office, days=20)
    amara = await windows.of("amara")
    weekly = last(amara, WEEKLY)
    await windows.show(weekly, "once-a-week")
    await types(amara, "/mentoring report")
    report = last(amara, "how the pairs are doing")
    await expect(report.get_by_role("figure")).to_contain_text("Pairs in rhythm, at the end of each month")
    await expect(report.get_by_role("table").last).to_contain_text("March 2026, so far")
    await windows.show(report, "report")
    home = await windows.of("amara", "Home")
    await expect(home.get_by_role("region", name="Home")).to_contain_text("Messages in this workspace")
    await windows.picture(home, "board-after-weeks")
