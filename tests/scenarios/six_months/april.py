"""April: a difference that is spoken of, feedback, and another rhythm."""

from tests.scenarios.six_months.words import answers, at, logs
from tests.scenarios.tour import Tour


async def april(tour: Tour) -> None:
    """They find out how they see it, and what helps."""
    tour.chapter("April: a difference, and feedback")
    await _horizon(tour)
    await _feedback(tour)
    await _rhythm(tour)


async def _horizon(tour: Tour) -> None:
    tour.scene(
        "The horizon check",
        "Pairs fail on differences that nobody speaks of. After a month each answers alone; both get the same "
        "card, and never who said what.",
    )
    await tour.until(at(4, 1), "Day 30.")
    await tour.reads("priya", "A month with Leo: how do you see it?", until="[Answer five questions]")
    await answers(tour, "priya", "Of the pace, Priya says: *Too fast*. On all else she is content.", pace="Too fast")
    await answers(tour, "leo", "Leo is content with all of it.")
    cards = [await tour.office.sees(name, "see one thing differently") for name in ("leo", "priya")]
    assert cards[0].replace("Priya", "Leo") == cards[1]
    await tour.reads("leo", "see one thing differently", until="Who said what")
    await tour.picture(
        "leo",
        "six-months-horizon",
        "Leo reads the card that both get: the pace, a way to begin, and never who said what",
        of="see one thing differently",
    )
    await tour.presses("leo", "Bring it to our next session")
    await tour.until(at(4, 7, 10, 35), "They have met.")
    await tour.presses("priya", "We met")
    form = await tour.form("priya", "Log a check-in")
    await form.press("Add more")
    values = {
        "What we talked about": "Our pace. Two weeks are short beside a launch",
        "When we meet next": at(4, 21),
        "How confident I feel": "3 \N{EN DASH} somewhat",
    }
    await tour.writes("priya", form, values)


async def _feedback(tour: Tour) -> None:
    tour.scene(
        "Feedback that lands",
        "A specific question gets an answer that helps. Praise without an example is asked for one, and two weeks "
        "later the giver learns what came of it.",
    )
    await tour.until(at(4, 16), "Priya has spoken up.")
    form = await tour.types("priya", "/mentoring feedback", "Feedback")
    await form.press("Ask for it")
    form = await tour.form("priya", "Ask for feedback")
    asked = {"What is it about?": "my point on retries", "What would you like to know?": "Where did I lose the room?"}
    await tour.writes("priya", form, asked)
    await tour.presses("leo", "Give feedback")
    form = await tour.form("leo", "Give feedback")
    values = {
        "A moment that shone": "Very good!",
        "One thing to try differently": "Could you ask first, and let them look for the answer?",
        "What I believe you can do": "You could chair the next one",
    }
    await tour.writes("leo", form, values, result="updated")
    form = await tour.form("leo", "Give feedback")
    tour.quotes("The form asks:", form.text, "Is there a moment", "just as it is.")
    await tour.writes("leo", form, {"A moment that shone": "You drew the two queues, and Ruth put her pen down"})
    await tour.reads("priya", "Leo answers your question about")
    await tour.picture("priya", "six-months-feedback", "Priya reads Leo's feedback", of="Leo answers your question")
    await tour.presses("priya", "This fits")
    await tour.until(at(4, 21, 10, 35), "They have met, and Leo logs it without a date for the next time.")
    await logs(tour.office, "leo")
    await tour.until(at(4, 30), "Two weeks after the feedback.")
    await tour.reads("priya", "Two weeks ago Leo gave you this.", until="[Nothing to tell]")
    await tour.presses("priya", "Tell what came of it")
    form = await tour.form("priya", "What came of it")
    await tour.writes("priya", form, {"What did you do with it?": "I asked. Two people answered before I had finished"})
    await tour.reads("leo", "Priya tells you what came of your feedback", until="It is about this feedback")


async def _rhythm(tour: Tour) -> None:
    tour.scene(
        "The agreement, eight weeks on",
        "What was right in March need not be right now: a new rhythm, and the nudges follow it.",
    )
    await tour.reads("priya", "Is your agreement with Leo still right?", until="or not.")
    await tour.presses("priya", "Change it…")
    form = await tour.form("priya", "Our agreement")
    await tour.writes("priya", form, {"How often we mean to meet": "Every month"})
    await tour.presses("leo", "Agree")
    await tour.reads("leo", "You and Priya have an agreement.", until="From now on")
