"""The programme: its settings, and a celebrations channel that Rapport is not in."""

from dataclasses import replace

from playground.seed import Channel
from tests.scenarios.conftest import OpenOffice
from tests.scenarios.office import Office, the_company

EVERYONE = "Everyone in the celebrations channel"


async def _changes(office: Office, **entries: object) -> None:
    form = await office.opens("amara", "/mentoring programme", "Programme")
    for label, value in entries.items():
        await form.fill(label.replace("_", " "), value)
    assert (await form.submit()).result == "closed"


async def test_a_changed_programme_holds_from_now_on(office: Office) -> None:
    await _changes(
        office,
        Name="Lighthouse",
        How_often_pairs_mean_to_meet="Every month",
        How_long_a_pair_runs="6 months",
        Working_hours_begin_at="08:00",
        Country="Germany",
    )
    form = await office.opens("amara", "/mentoring programme", "Programme")
    for shown in ("(Lighthouse)", "(Every month)", "(6 months)", "(08:00)", "(Germany)"):
        assert shown in form.text
    await office.pair("jonas", "wanjiru")
    asked = await office.sees("wanjiru", "as part of Lighthouse.")
    assert "The two of you would meet every month." in asked
    await office["amara"].open_home()
    await office["amara"].see("Lighthouse: the pairs", where="home")


async def test_a_channel_that_rapport_is_not_in_is_said_and_then_opened(office: Office) -> None:
    await _changes(office, Celebrations_channel="#hallway")
    told = await office.sees("amara", "I cannot post in")
    assert "the celebrations channel of Harbour Lane mentoring." in told
    assert "type `/invite @Rapport`. Posts that are agreed wait for up to two weeks." in told
    await office.celebrates("maya", "I said no, kindly", EVERYONE)
    await office.sees("maya", "🎉 Saved.")
    await office.at_rest()
    assert not [one for one in await office["zainab"].messages("#hallway") if "kindly" in one.text]
    await office["amara"].say("#hallway", "/invite @Rapport")
    assert "I said no, kindly" in await office.sees("zainab", "A win from", where="#hallway")
    assert len([one for one in await office["amara"].messages() if "I cannot post" in one.text]) == 1


async def test_another_channel_gets_what_the_first_refused(office: Office) -> None:
    await _changes(office, Celebrations_channel="#hallway")
    await office.celebrates("maya", "I said no, kindly", EVERYONE)
    await office.sees("maya", "🎉 Saved.")
    await _changes(office, Celebrations_channel="#wins")
    await office.sees("zainab", "I said no, kindly", where="#wins")


async def test_a_private_channel_of_which_slack_may_not_tell(opening_with_history: OpenOffice) -> None:
    company = the_company()
    members = ("U0AMARA", "U0MAYA", company.app.bot_user_id)
    private = Channel("C0CHEERS", "cheers", is_private=True, members=members, topic="")
    app = replace(company.app, declined_scopes=("groups:read",))
    office = await opening_with_history(company=replace(company, channels=(*company.channels, private), app=app))
    await _changes(office, Celebrations_channel="#cheers")
    await office.celebrates("maya", "I said no, kindly", EVERYONE)
    await office.sees("amara", "I said no, kindly", where="#cheers")
    assert "went wrong" not in (await office.in_front_of("amara"))["amara"]


async def test_settings_are_kept_and_shown(office: Office) -> None:
    await office["maya"].open_home()
    form = await office.opens("maya", "/mentoring settings", "Your settings")
    assert "United Kingdom Time" in form.text
    await form.fill("My working hours begin at", "08:30")
    await form.fill("My working hours end at", "16:15")
    await form.fill("When my pair reaches a milestone", "Keep it between us")
    assert (await form.submit()).result == "closed"
    await office["maya"].see("working hours 08:30 to 16:15 · milestones: stay between you", where="home")
    form = await office.opens("maya", "/mentoring settings", "Your settings")
    assert form.value("My working hours end at") == "16:15"
