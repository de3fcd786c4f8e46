"""The whole story, as people read it: from two people who are asked, to a milestone and a win in the channel."""

import pytest

from playground.client import Home
from tests.scenarios.office import Office


@pytest.fixture
def dialect() -> str:
    """PostgreSQL; the tour and the stories in a browser are told on SQLite."""
    return "postgresql"


async def test_two_people_are_paired_meet_and_celebrate(office: Office) -> None:
    await _amara_asks_jonas_and_wanjiru(office)
    await _both_accept_and_are_introduced(office)
    await _wanjiru_logs_their_session(office)
    await _jonas_adds_his_side_to_the_same_session(office)
    await _both_agree_to_celebrate_their_first_session(office)
    await _wanjiru_thanks_jonas_for_a_win_and_he_stays_unnamed(office)
    await _each_sees_it_at_home(office)


async def _amara_asks_jonas_and_wanjiru(office: Office) -> None:
    await office.pair("jonas", "wanjiru")
    asked = await office.sees("jonas", "would like you to mentor")
    assert "Amara would like you to mentor *Wanjiru*, as part of Harbour Lane mentoring." in asked
    assert "*Who reads what:* what you write about a session is for you and Wanjiru." in asked
    assert "Nothing starts until you both accept. If it is not right for you, just decline" in asked
    asked = await office.sees("wanjiru", "would like")
    assert "Amara would like *Jonas* to be your mentor, as part of Harbour Lane mentoring." in asked


async def _both_accept_and_are_introduced(office: Office) -> None:
    jonas, wanjiru = office["jonas"], office["wanjiru"]
    await jonas.press("Accept", in_="app")
    waits = await office.sees("jonas", "You accepted")
    assert "As soon as Wanjiru has accepted too, you will both hear from me." in waits
    await wanjiru.press("Accept", in_="app")
    group = await jonas.see_message("your mentoring pair begins today")
    assert "Jonas and Wanjiru, you have both accepted" in group.text
    assert "You mean to meet every two weeks." in group.text
    assert group.conversation == await wanjiru.group("jonas", "U0PLAYBOT")
    assert "Their pair is under way" in await office.sees("amara", "Jonas and Wanjiru have both accepted")


async def _wanjiru_logs_their_session(office: Office) -> None:
    form = await office.opens("wanjiru", "/checkin", "Log a check-in")
    await form.fill("What we talked about", "How data moves through the company")
    await form.fill("What I promise to do", "Read the notes on the pipeline\nAsk Ruth & Ben for an hour")
    await form.fill("What Jonas could do", "Send the list of dashboards")
    await form.fill("When we meet next", "2026-03-18T12:00:00+00:00")
    assert (await form.submit()).result == "closed"
    saved = await office.sees("wanjiru", "Saved: your session with Jonas on Wednesday 4 March.")
    assert "• Ask Ruth & Ben for an hour" in saved
    assert "*Next session:* Wednesday 18 March at 15:00, your time." in saved
    news = await office.sees("jonas", "Wanjiru logged your session on Wednesday 4 March.")
    assert "How data moves through the company" in news
    assert "Wanjiru suggests a promise to you. It counts only if you accept it." in news
    assert "*Next session:* Wednesday 18 March at 13:00, your time." in news


async def _jonas_adds_his_side_to_the_same_session(office: Office) -> None:
    jonas = office["jonas"]
    await jonas.press("I promise", in_="app")
    await jonas.see("You promised this.", where="app")
    await jonas.press("Add my side", in_="app")
    form = await jonas.modal("Log a check-in")
    await form.see("The one Wanjiru logged, on Wed 4 Mar")
    await form.press("Add more")
    await form.fill("How it is going", "4")
    await form.fill("A private reflection", "I talked too much")
    assert (await form.submit()).result == "closed"
    saved = await office.sees("jonas", "Saved: your session with Wanjiru on Wednesday 4 March.")
    assert "What you kept private is saved too, and only you can read it." in saved
    await jonas.see("You have added your side.", where="app")
    news = await office.sees("wanjiru", "Jonas logged your session on Wednesday 4 March.")
    assert "You have added your side." in news
    await office.sees("wanjiru", "Send the list of dashboards \N{EN DASH} promised")


async def _both_agree_to_celebrate_their_first_session(office: Office) -> None:
    question = await office.sees("wanjiru", "Your pair has reached a milestone.")
    assert "Jonas and Wanjiru have had their first mentoring session." in question
    await office["wanjiru"].press("Yes", in_="app")
    assert "The others it names are still to answer." in await office.sees("wanjiru", "*You said yes.* Thank you.")
    await office["jonas"].press("Yes", in_="app")
    await office.sees(
        "zainab", "🎉 @Jonas Weber and @Wanjiru Kamau have had their first mentoring session.", where="#wins"
    )
    await office.sees("jonas", "It has been posted.")


async def _wanjiru_thanks_jonas_for_a_win_and_he_stays_unnamed(office: Office) -> None:
    form = await office.opens(
        "wanjiru", "/win I found the error in the sales figures, with a hint from @jonas", "Celebrate a win"
    )
    assert form.value("What happened?") == "I found the error in the sales figures, with a hint from @jonas"
    assert form.value("Thanks to whom?") == ["U0JONAS"]
    await form.fill("Who may see the win?", "Everyone in the celebrations channel")
    assert (await form.submit()).result == "closed"
    assert "First, Jonas will see how the post would look" in await office.sees("wanjiru", "🎉 Saved.")
    question = await office.sees("jonas", "Wanjiru would like to celebrate a win")
    assert "I found the error in the sales figures, with a hint from @Jonas\nWith thanks to Jonas." in question
    assert "*A win from one of our mentoring pairs*" in question
    await office["jonas"].press("Yes, without names", in_="app")
    await office.sees("jonas", "*You said yes, without names.* Thank you.")
    post = await office.sees("zainab", "I found the error in the sales figures", where="#wins")
    assert post == (
        "🎉 *A win from one of our mentoring pairs*\nI found the error in the sales figures, with a hint from somebody"
    )
    await office.sees("wanjiru", "🎉 Your win is in")


async def _each_sees_it_at_home(office: Office) -> None:
    await office["wanjiru"].open_home()
    home = await _home(office, "wanjiru")
    assert "*Next session:* with Jonas, on Wednesday 18 March at 15:00, your time." in home.text
    assert "*Jonas*, your mentor\nEvery two weeks · met once, on Wednesday 4 March" in home.text
    assert "*What you promised*\n• Read the notes on the pipeline\n• Ask Ruth & Ben for an hour" in home.text
    assert "*What Jonas promised*\n• Send the list of dashboards" in home.text
    assert "I found the error in the sales figures" in home.text
    await office["jonas"].open_home()
    home = await _home(office, "jonas")
    assert "*Wanjiru*, your mentee\nEvery two weeks · met once, on Wednesday 4 March" in home.text
    assert "*What you promised*\n• Send the list of dashboards" in home.text
    assert "I talked too much" not in home.text
    await office["amara"].open_home()
    board = await _home(office, "amara")
    assert "*Jonas* and *Wanjiru* · met once, on Wednesday 4 March" in board.text
    assert "dashboards" not in board.text
    assert "sales figures" not in board.text
    for reader in ("wanjiru", "amara", "zainab"):
        assert "I talked too much" not in await office[reader].everything()


async def _home(office: Office, name: str) -> Home:
    home = await office[name].see("Hello, ", where="home")
    assert isinstance(home, Home)
    return home
