"""Several organisers: one names another, and two change the programme at the same time."""

from tests.scenarios.office import Office


async def test_an_organiser_names_another_and_leaves_it_to_them(office: Office) -> None:
    form = await office.opens("amara", "/mentoring programme", "Programme")
    assert form.value("Organisers") == ["U0AMARA"]
    for stranger, reason in (
        ("beep", "Beep is an app. Please choose a person."),
        ("gus", "Gus Gone\u2019s account is deactivated. Please choose somebody else."),
        ("fara", "Fara Way belongs to another workspace. Please choose somebody of this one."),
        ("marta", "Marta Multi is a guest here, and whoever organises sees all pairs. Please choose a full member."),
    ):
        await form.fill("Organisers", ["amara", stranger])
        assert (await form.submit()).errors == {"Organisers": reason}
    await form.fill("Organisers", ["amara", "jonas"])
    assert (await form.submit()).result == "closed"
    await office.sees("jonas", "Amara has named you an organiser of Harbour Lane mentoring.")
    await office["jonas"].open_home()
    await office["jonas"].see("Harbour Lane mentoring: the pairs", where="home")

    form = await office.opens("jonas", "/mentoring programme", "Programme")
    await form.fill("Organisers", ["jonas"])
    assert (await form.submit()).result == "closed"
    await office.sees("amara", "Jonas has changed who organises Harbour Lane mentoring, and you no longer do.")
    assert "Please ask Jonas." in await office.answer("amara", "/mentoring pair")


async def test_two_organisers_change_the_programme_at_once(office: Office) -> None:
    form = await office.opens("amara", "/mentoring programme", "Programme")
    await form.fill("Organisers", ["amara", "jonas"])
    await form.submit()
    amaras = await office.opens("amara", "/mentoring programme", "Programme")
    jonass = await office.opens("jonas", "/mentoring programme", "Programme")
    await amaras.fill("Name", "Lighthouse")
    await amaras.fill("Country", "Germany")
    assert (await amaras.submit()).result == "closed"
    await jonass.fill("Name", "Harbour lights")
    await jonass.fill("Working hours begin at", "08:00")
    assert (await jonass.submit()).result == "updated"
    assert "another organiser has changed this to *Lighthouse*; you chose *Harbour lights*." in jonass.text
    assert jonass.value("Name") == "Harbour lights"
    assert jonass.value("Working hours begin at") == "08:00"
    assert (await jonass.submit()).result == "closed"
    form = await office.opens("amara", "/mentoring programme", "Programme")
    for shown in ("(Harbour lights)", "(08:00)", "(Germany)"):
        assert shown in form.text
