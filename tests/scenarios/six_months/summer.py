"""May to July: a pause, half-way, a goal let go and one reached."""

from datetime import date

from tests.scenarios.six_months.words import CHAIR, SPEAK_UP, answers, at, logs
from tests.scenarios.test_goals import REACH
from tests.scenarios.tour import Tour


async def may(tour: Tour) -> None:
    """One of them is busy."""
    tour.chapter("May: life is full")
    tour.scene("They have not met for a while", "Asked once, kindly, with a way out that needs no explanation.")
    await tour.until(at(5, 26), "A month and three working days without a session.")
    await tour.reads("leo", "It may be time to meet Priya again.", until="[Something is not working]")
    await tour.presses("leo", "Busy until…")
    await tour.writes("leo", await tour.form("leo", "Pause"), {"Rest until": date(2026, 6, 8)})
    await tour.reads("priya", "Leo would like your pair to rest", until="Either of you can resume sooner.")
    tour.remark("Amara sees that they meet, and that they rest: never why, and nothing that they wrote.")
    await tour.reads_at_home("amara", since="*Leo* and *Priya*", until="*Leo* and *Priya*")


async def june(tour: Tour) -> None:
    """They go on, and look back at half of it."""
    tour.chapter("June: half-way")
    tour.scene("They go on, and there is a win", "Small wins count, and the confidence to say so grows.")
    await tour.until(at(6, 8), "The pause is over.")
    form = await tour.types("priya", "/mentoring plan", "Plan a session")
    await tour.writes("priya", form, {"Or another day and time": at(6, 10)})
    await tour.until(at(6, 10, 10, 35), "They have met.")
    await tour.presses("priya", "We met")
    form = await tour.form("priya", "Log a check-in")
    await form.press("Add more")
    values = {
        "What we talked about": "What to do when I chair, and somebody talks over me",
        "When we meet next": at(7, 29),
        f"Reached on the way: {SPEAK_UP}": ["Bring a point of my own by 15 April"],
        "How confident I feel": "4 \N{EN DASH} quite",
        "A win to celebrate": "I chaired half of a review",
    }
    await tour.writes("priya", form, values)
    await tour.reads("leo", "Priya shares a win with you", until="I chaired half")
    await tour.reads_at_home("priya", since="How confident you feel", until="Only you see this.")
    await tour.picture(
        "priya",
        "six-months-home",
        "Home of Priya on a phone: next session, promises, her pair, goals and checkpoints, confidence, wins",
        place="Home",
    )
    await _half_way(tour)


async def _half_way(tour: Tour) -> None:
    tour.scene(
        "Half-way",
        "What falls on one day comes as one message: the goals, a look back, and the same five questions as in April.",
    )
    await tour.until(at(6, 15), "Half of their time, the pause not counted.")
    await tour.reads("priya", "You and Leo are half-way.", until="[Half-way: look back]")
    await tour.picture(
        "priya", "six-months-half-way", "Priya reads what falls on the half-way day, in one message", of="are half-way."
    )
    await tour.presses("priya", "Look at our goals")
    await tour.writes(
        "priya",
        await tour.form("priya", "Half-way"),
        {"Goal 1: where does it stand?": "Change it: that form comes next"},
        result="updated",
    )
    await tour.writes(
        "priya",
        await tour.form("priya", "Our goals"),
        {REACH: CHAIR, "How will you both know?": "One from start to end"},
    )
    await tour.reads("leo", "on your list. ", until="One from start to end")
    await tour.presses("priya", "Half-way: look back")
    form = await tour.form("priya", "Looking back")
    values = {
        "What has changed for me": "I no longer wait until I am sure",
        "What helps me": "That you let me finish, even when it takes long",
    }
    await tour.writes("priya", form, values, result="updated")
    tour.remark("Only she reads it. She chooses to share one of the two, and sees first what Leo would read.")
    form = await tour.form("priya", "Looking back")
    await form.press("Share with Leo…")
    form = await tour.form("priya", "Share what I wrote")
    await form.fill("What would you like to share?", ["What helps me"])
    assert (await form.submit()).result == "updated"
    assert (await (await tour.form("priya", "Share what I wrote")).submit()).result == "updated"
    await tour.closes("priya")
    await tour.reads("leo", "Priya shares with you what they wrote", until="even when it takes long")
    await answers(tour, "priya", "Priya is content with the pace now.")
    await answers(tour, "leo", "Leo still is.")
    await tour.reads("priya", "see it alike")


async def july(tour: Tour) -> None:
    """Goals have their day."""
    tour.chapter("July: one goal let go, one reached")
    tour.scene("A week before a goal's date", "A goal that no longer fits may go; nobody has failed.")
    await tour.until(at(6, 26), "Leo's goal is for next Friday.")
    await tour.reads("leo", "In a week, on Friday 3 July", until="[Let it go]")
    await tour.presses("leo", "Let it go")
    await tour.reads("leo", "Let go,", until="/mentoring goals")
    tour.scene("A goal is reached", "It is told to both, brings two questions to each, and is celebrated if both wish.")
    await tour.until(at(7, 24), "Priya's goal is for next Friday.")
    await tour.presses("priya", "We reached it")
    await tour.reads("priya", "have reached a goal:", until="[No]")
    await tour.picture(
        "priya",
        "six-months-goal",
        "Priya reads that they reached a goal, with two questions, and whether it may be celebrated",
        of="have reached a goal:",
    )
    await tour.presses("priya", "Two questions")
    form = await tour.form("priya", "Looking back")
    values = {"What made it possible": "A list of three names to look at", "What is next for me": "Reviews of others"}
    await tour.writes("priya", form, values, result="updated")
    await tour.closes("priya")
    for name in ("priya", "leo"):
        await tour.presses(name, "Yes")
    await tour.reads("zainab", "have reached a goal", "#wins")
    await tour.until(at(7, 29, 10, 35), "They have met.")
    await logs(tour.office, "priya")
