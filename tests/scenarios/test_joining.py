"""Somebody in no pair says that they would like to be in one, and the organiser brings it about."""

from tests.scenarios.office import Office


async def test_from_a_wish_to_a_pair(office: Office) -> None:
    await office["wanjiru"].open_home()
    home = await office.sees_at_home("wanjiru")
    assert "*Would you like to take part?* Say so here: the organisers see it" in home
    await office["wanjiru"].press("I would like to mentor", in_="home")
    await office["wanjiru"].press("I would like to be mentored", in_="home")
    home = await office.sees_at_home("wanjiru")
    assert "*You would like to mentor somebody.* The organisers see this, and nobody else." in home
    assert "*You would like to have a mentor.*" in home
    await office["wanjiru"].press("wish_to_mentor_no_longer", in_="home")

    office.later(days=2)
    await office["amara"].open_home()
    board = await office.sees_at_home("amara")
    assert "*Wanjiru* would like to be mentored · for 2 days" in board
    assert "would like to mentor" not in board
    await office["amara"].press("Find a partner", in_="home")
    form = await office["amara"].modal("Pair two people")
    assert form.value("Mentee") == "U0WANJIRU"
    await form.fill("Mentor", "jonas")
    assert (await form.submit()).result == "closed"
    assert "Who would like to join" not in await office.sees_at_home("amara")
    for name in ("jonas", "wanjiru"):
        await office.sees(name, "Nothing starts until you both accept.")
        await office[name].press("Accept", in_="app")
    home = await office.sees_at_home("wanjiru")
    assert "*Jonas*, your mentor" in home
    assert "You would like" not in home
