"""September and afterwards: thanks, graduation, the echo, and the story of it all."""

from tests.scenarios.six_months.words import at
from tests.scenarios.tour import Tour


async def september(tour: Tour) -> None:
    """It ends well."""
    tour.chapter("September: a good end")
    tour.scene("Two weeks to go", "An end that is spoken of can be chosen: go on, go on less often, or finish.")
    await tour.until(at(9, 1), "The summer has gone.")
    await tour.reads("leo", "Your time with Priya is planned until", until="[Finish]")
    tour.scene("The last day", "A look back for oneself, a note of thanks for the other, and a graduation for both.")
    await tour.until(at(9, 14), "Six months, and the time of their pause.")
    await tour.reads("priya", "have reached the end of your time as a pair", until="[Celebrate a win]")
    await tour.presses("priya", "Look back")
    form = await tour.form("priya", "Looking back")
    values = {"What I take with me": "To ask first", "How it was, all in all": "5 \N{EN DASH} very good"}
    await tour.writes("priya", form, values, result="updated")
    form = await tour.form("priya", "Looking back")
    await form.press("Thank Leo")
    form = await tour.form("priya", "A note of thanks")
    await tour.writes("priya", form, {"Your note": "You waited until I had found the word. Now I do that for others"})
    await tour.reads("leo", "A note of thanks from Priya", until="Read by the two of you.")
    await tour.picture(
        "leo",
        "six-months-thanks",
        "Priya thanks Leo: You waited until I had found the word. Now I do that for others",
        of="A note of thanks from",
    )
    for name in ("priya", "leo"):
        await tour.presses(name, "Yes")
    await tour.reads("zainab", "have completed their mentoring together", "#wins")
    await tour.picture(
        "zainab",
        "six-months-wins",
        "The celebrations channel on a phone: a first session, a goal, and that they have completed it",
        place="wins",
    )


async def afterwards(tour: Tour) -> None:
    """What came of it shows later."""
    tour.chapter("Afterwards: what came of it")
    tour.scene("The echo", "What mentoring does shows months later; 3, 6 and 12 months after the end, both are asked.")
    await tour.later(at(12, 15, 10), "Three months later, on a Tuesday in December.")
    await tour.reads("priya", "It is 3 months since you and Leo finished", until="[Celebrate a win]")
    await tour.presses("priya", "Look back")
    form = await tour.form("priya", "Looking back")
    values = {"What came of it": "I chair the reviews now, every second week", "Would I mentor somebody myself?": "Yes"}
    await tour.writes("priya", form, values, result="updated")
    form = await tour.form("priya", "Looking back")
    await tour.presses_in("priya", form, "Tell them I would mentor")
    await tour.closes("priya")
    await tour.reads_at_home("amara", since="Who would like to join", until="[Find a partner]")
    await tour.later(at(3, 15, 10, year=2027), "Half a year after the end.")
    await tour.presses("leo", "Look back")
    form = await tour.form("leo", "Looking back")
    await tour.writes("leo", form, {"What came of it for me": "I count to ten before I answer"}, result="updated")
    await tour.closes("leo")
    await tour.later(at(9, 15, 10, year=2027), "A year after the end.")
    await tour.reads("leo", "A year ago, you and Priya finished as a pair.", until="What do you still use")
    tour.scene("The journal", "All that was, as one story; each reads it from their own side.")
    form = await tour.types("priya", "/mentoring journal", "Journal")
    tour.quotes("**Priya** reads:", form.text, "Journal", "[Close]")
    assert "reached a goal" in form.text
    assert "changed a goal" not in form.text
    await tour.picture(
        "priya",
        "six-months-journal",
        "Priya's journal on a phone: what came of it, whom she thanked, what she looked back on, sessions and goals",
        place=None,
    )
