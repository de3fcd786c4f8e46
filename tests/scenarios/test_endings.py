"""How a pair comes to its end: in two taps, because somebody leaves, or because nobody answers."""

from tests.scenarios.office import Office


async def test_one_ends_their_pair_while_the_other_writes(office: Office) -> None:
    for name in ("amara", "tom", "maya"):
        await office[name].open_home()
    writing = await office.opens("tom", "/checkin", "Log a check-in")
    await writing.fill("What we talked about", "How to ask for a review")
    await office["maya"].press("More…", in_="home")
    await (await office["maya"].modal("My pair")).press("End this pair…")
    form = await office["maya"].modal("End this pair")
    assert "nobody asks you why" in form.text
    assert "Amara, who organises the pairs, learns that it ended, never why." in form.text
    assert "Your next session, planned for Friday 6 March at 14:00, is cancelled." in form.text
    await form.fill("Somebody new", "I would like another match")
    assert (await form.submit()).result == "closed"
    saved = await office.sees("maya", "Your pair with Tom has ended.")
    assert "You would like another match: the organisers have it on their list." in saved
    told = await office.sees("tom", "Your pair with Maya has come to an end.")
    assert "Your session on Friday" in told
    assert "match" not in told
    # What Tom was writing is still there for him.
    answer = await writing.submit()
    assert answer.result == "errors"
    assert "This pair has ended, so this could not be saved." in next(iter(answer.errors.values()))
    assert writing.value("What we talked about") == "How to ask for a review"
    assert "Maya would like another match, and is on your list." in await office.sees("amara", "no longer a pair")
    assert "*Tom* and *Maya* · ended on Wednesday 4 March" in await office.sees_at_home("amara")
    for name in ("tom", "maya"):
        home = await office.sees_at_home(name)
        assert "End this pair" not in home
        assert "My first design note went through its review" in home


async def test_an_invitation_that_nobody_answers(office: Office) -> None:
    await office["amara"].open_home()
    await office["leo"].press("Accept", in_="app")
    await office.days_pass(days=5, hours=-1)
    again = await office.sees("priya", "as part of Harbour Lane mentoring, and it waits for your answer")
    assert "I ask only this once more. Either answer is fine" in again
    assert "waits for your answer" not in await office["leo"].everything()
    await office.days_pass(days=8)
    home = await office.sees_at_home("amara")
    assert "Priya has yet to accept\nThey were asked on Wednesday 4 March." in home
    # Answered at last, from the second message; both show it.
    await office["priya"].press("Accept", in_="app")
    await office.at_rest()
    assert (await office["priya"].everything()).count("*You have both accepted:*") == 2


async def test_an_invitation_is_taken_back_and_somebody_leaves(office: Office) -> None:
    for name in ("amara", "maya"):
        await office[name].open_home()
    await office["amara"].press("Take back", in_="home")
    for name, partner in (("leo", "Priya"), ("priya", "Leo")):
        told = await office.sees(name, f"The organiser has taken back the invitation to be in a pair with {partner}.")
        assert "There is nothing you need to do." in told
        assert "[Accept]" not in await office[name].everything()
    with_tom = office.playground.workspace.direct(["U0TOM", "U0PLAYBOT"])
    before = len(with_tom.messages)
    await office.people.request("PATCH", "/people/U0TOM/profile", {"deleted": True})
    told = await office.sees("maya", "Tom is no longer in this workspace, so your pair has come to an end.")
    assert "Your session on Friday 6 March at 14:00 is cancelled." in told
    await office.sees("amara", "Tom is no longer in this workspace, so the pair with Maya has ended.")
    assert "Your pair" not in await office.sees_at_home("maya")
    assert "yet to accept" not in await office.sees_at_home("amara")
    assert len(with_tom.messages) == before
