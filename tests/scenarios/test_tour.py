"""An afternoon with all there is to do, as organiser, mentors, mentees and somebody in no pair; it is docs/tour.md."""

from datetime import UTC, datetime

from tests.scenarios.office import Office
from tests.scenarios.tour import Tour


async def test_an_afternoon_goes_as_it_is_told(office: Office) -> None:
    tour = Tour(office, "An afternoon in the company")
    await _somebody_in_no_pair(tour)
    await _an_organiser_pairs_two_people(tour)
    await _both_are_asked(tour)
    await _a_session_is_logged(tour)
    await _wins(tour, office)
    await _something_for_the_next_session(tour, office)
    await _a_mistake_is_mended(tour)
    await _a_pair_ends(tour)
    await _an_invitation_waits(tour)
    await _somebody_leaves(tour, office)
    assert tour.told() == tour.text


async def _somebody_in_no_pair(tour: Tour) -> None:
    tour.chapter("Somebody in no pair", "Wanjiru has heard of the mentoring programme, and is in no pair.")
    home = await tour.reads_at_home("wanjiru")
    assert "*Would you like to take part?*" in home
    await tour.is_answered("wanjiru", "/checkin")
    await tour.is_answered("wanjiru", "/mentoring what is this")
    await tour.presses("wanjiru", "I would like to be mentored", "home")
    assert "*You would like to have a mentor.*" in await tour.reads_at_home("wanjiru")


async def _an_organiser_pairs_two_people(tour: Tour) -> None:
    tour.chapter("The organiser pairs two people", "Amara runs the programme. Her App Home has the board.")
    assert "*Wanjiru* would like to be mentored" in await tour.reads_at_home("amara")
    await tour.presses("amara", "Find a partner", "home")
    form = await tour.form("amara", "Pair two people")
    assert await tour.sends("amara", form, {"Mentor": "wanjiru"}) == "errors"
    tour.remark("That was a slip. The form stays, and says so beside the field.")
    form = await tour.form("amara", "Pair two people")
    assert "Mentor and mentee need to be two different people." in form.text
    assert await tour.sends("amara", form, {"Mentor": "jonas"}) == "closed"


async def _both_are_asked(tour: Tour) -> None:
    tour.chapter("Both are asked")
    assert "Nothing starts until you both accept." in await tour.reads("jonas", "would like you to mentor")
    await tour.presses("jonas", "Accept")
    await tour.reads("wanjiru", "to be your mentor")
    await tour.presses("wanjiru", "Accept")
    await tour.reads("wanjiru", "You have both accepted")
    await tour.reads("amara", "Jonas and Wanjiru have both accepted")
    tour.remark("A group message introduces the two to each other.")
    await tour.reads("jonas", "your mentoring pair begins today", "Rapport, Wanjiru Kamau")


async def _a_session_is_logged(tour: Tour) -> None:
    tour.chapter("Their first session", "They met this morning. Wanjiru logs it; nothing but the day is required.")
    form = await tour.types("wanjiru", "/checkin", "Log a check-in")
    await form.press("Add more")
    values = {
        "What we talked about": "How data moves through the company",
        "What I promise to do": "Read the notes on the pipeline\nAsk Ruth & Ben for an hour",
        "What Jonas could do": "Send the list of dashboards",
        "When we meet next": "2026-03-18T12:00:00+00:00",
        "How confident I feel": "4",
        "A private reflection": "I understood more than I had feared",
    }
    assert await tour.sends("wanjiru", form, values) == "closed"
    saved = await tour.reads("wanjiru", "Saved: your session with Jonas")
    assert "feared" not in saved
    assert "feared" not in await tour.reads("jonas", "Wanjiru logged your session")
    await tour.presses("jonas", "I promise")
    await tour.presses("jonas", "Add my side")
    form = await tour.form("jonas", "Log a check-in")
    assert await tour.sends("jonas", form, {"What we talked about": "Pipelines, and whom to ask"}) == "closed"
    await tour.reads("wanjiru", "Jonas logged your session")


async def _wins(tour: Tour, office: Office) -> None:
    tour.chapter("Wins", "Maya and Tom have been a pair for weeks.")
    form = await tour.types("maya", "/win I said no to a meeting, as @tom taught me", "Celebrate a win")
    assert await tour.sends("maya", form, {"Who may see the win?": "Everyone in the celebrations channel"}) == "closed"
    await tour.reads("tom", "Maya would like to celebrate a win")
    await tour.presses("tom", "Yes, without names")
    post = await tour.reads("zainab", "I said no to a meeting", "#wins")
    assert "Tom" not in post
    tour.remark("A message can be celebrated, too. Somebody else's words are never quoted.")
    await office["zainab"].say("#hallway", "Maya's talk was the best of the day!")
    message = await office["maya"].see_message("best of the day", where="#hallway")
    form = await tour.picks("maya", "Celebrate this", message, "Celebrate a win")
    values = {"What happened?": "I gave my first talk", "Who may see the win?": "Only me"}
    assert await tour.sends("maya", form, values) == "closed"
    await tour.reads("maya", "Kept in your journal")
    tour.remark("Later she changes her mind about who may see it. It can become wider, never narrower.")
    await tour.presses("maya", "Share with Tom")
    await tour.reads("tom", "I gave my first talk")


async def _something_for_the_next_session(tour: Tour, office: Office) -> None:
    tour.chapter("Something for the next session")
    await office["maya"].say("#hallway", "Why do reviews take so long?")
    message = await office["maya"].see_message("reviews take", where="#hallway")
    form = await tour.picks("maya", "Bring to next session", message, "Bring to next session")
    assert await tour.sends("maya", form) == "closed"
    assert "Why do reviews take so long?" in await tour.reads_at_home("tom")


async def _a_mistake_is_mended(tour: Tour) -> None:
    tour.chapter("A mistake is mended", "Maya logs a session on the wrong day.")
    form = await tour.types("maya", "/checkin @tom", "Log a check-in")
    assert await tour.sends("maya", form, {"What we talked about": "Reviews"}) == "closed"
    await tour.presses("tom", "We did not meet")
    await tour.reads("tom", "You said that you did not meet")
    await tour.reads("maya", "Tom says that the two of you did not meet")
    await tour.presses("maya", "My mistake")
    await tour.reads("maya", "You have withdrawn your check-in")
    await tour.reads("tom", "Maya has withdrawn their check-in")


async def _a_pair_ends(tour: Tour) -> None:
    tour.chapter("A pair ends", "Either of a pair ends it in two taps, and nobody is asked why.")
    await tour.reads_at_home("maya")
    await tour.presses("maya", "More…", "home")
    await tour.presses_in("maya", await tour.form("maya", "My pair"), "End this pair…")
    form = await tour.form("maya", "End this pair")
    assert await tour.sends("maya", form, {"Somebody new": "I would like another match"}) == "closed"
    await tour.reads("maya", "Your pair with Tom has ended.")
    assert "match" not in await tour.reads("tom", "Your pair with Maya has come to an end.")
    await tour.reads("amara", "no longer a pair")


async def _an_invitation_waits(tour: Tour) -> None:
    tour.chapter("An invitation waits", "Priya and Leo were asked to be a pair, and have not answered.")
    await tour.later(datetime(2026, 3, 9, 10, tzinfo=UTC), "The next Monday.")
    await tour.reads("priya", "it waits for your answer")
    await tour.presses("priya", "Decline")
    await tour.reads("priya", "This invitation is closed.")
    await tour.reads("leo", "will not be a pair this time")


async def _somebody_leaves(tour: Tour, office: Office) -> None:
    tour.chapter("Somebody leaves", "Jonas leaves the company, and his account is deactivated.")
    await office.people.request("PATCH", "/people/U0JONAS/profile", {"deleted": True})
    await tour.reads("wanjiru", "Jonas is no longer in this workspace")
    await tour.reads("amara", "Jonas is no longer in this workspace")
    await tour.reads_at_home("wanjiru")
