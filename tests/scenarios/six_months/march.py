"""March: they are introduced, agree on goals and on how they work, and meet."""

from datetime import date

from tests.scenarios.six_months.words import ASK, POINT, RUTH, SHOUT_OUT, SPEAK_UP, at
from tests.scenarios.test_goals import DUE, KNOW, REACH, READY, WHY
from tests.scenarios.tour import Tour


async def march(tour: Tour) -> None:
    """They begin."""
    tour.chapter("March: a beginning", "Leo, in London, is to mentor Priya, in Kolkata. Amara organises the programme.")
    await _introduced(tour)
    await _goals(tour)
    await _agreement(tour)
    await _first_session_is_planned(tour)
    await _first_session(tour)
    await _promise_half_way(tour)
    await _second_session(tour)


async def _introduced(tour: Tour) -> None:
    tour.scene("They are introduced", "Nothing starts before both have said yes, and both know who will read what.")
    form = await tour.types("amara", "/mentoring pair", "Pair two people")
    await tour.writes("amara", form, {"Mentor": "Leo Hughes", "Mentee": "Priya Nair", "Celebrations channel": "#wins"})
    await tour.reads("priya", "Amara would like *Leo* to be your mentor", until="you need not say why.")
    await tour.presses("leo", "Accept")
    await tour.presses("priya", "Accept")
    await tour.reads("priya", "your mentoring pair begins today", "Rapport, Leo Hughes", until="A way to begin")


async def _goals(tour: Tour) -> None:
    tour.scene(
        "Goals, each alone and then together",
        "What both write before they talk shows how far they agree. A goal that says neither how they will know nor by "
        "when is asked for it, once.",
    )
    form = await tour.types("priya", "/mentoring goals", "My goals")
    values: dict[str, object] = {REACH: SPEAK_UP, WHY: "I hear my ideas from others, a week later", READY: "I am ready"}
    await tour.writes("priya", form, values, result="updated")
    form = await tour.form("priya", "My goals")
    tour.quotes("The form asks:", form.text, "How would you two notice", "easier to work towards")
    values = {KNOW: "I bring one point of my own to each", DUE: date(2026, 7, 31)}
    await tour.writes("priya", form, values, result="updated")
    await (await tour.form("priya", "My goals")).close()
    await tour.presses("leo", "Write my goals")
    form = await tour.form("leo", "My goals")
    values = {REACH: ASK, KNOW: "Priya talks for half of the hour", DUE: date(2026, 7, 3), READY: "I am ready"}
    await tour.writes("leo", form, values, result="updated")
    await (await tour.form("leo", "My goals")).close()
    await tour.reads("leo", "are both ready: here are both drafts.", until="What is the same")
    await tour.picture(
        "leo", "six-months-both-drafts", "Leo reads both drafts of goals, his and Priya's", of="here are both drafts"
    )
    await tour.presses("priya", "Make them one list")
    form = await tour.form("priya", "Our goals")
    assert (await form.submit()).result == "closed"
    tour.remark("She keeps both. Then she adds small steps to hers.")
    form = await tour.types("priya", "/mentoring goals", "Our goals")
    await form.press("Update")
    form = await tour.form("priya", "Our goals")
    await tour.writes("priya", form, {"Checkpoints": "Say one thing\nBring a point of my own by 15 April\nBe asked"})


async def _agreement(tour: Tour) -> None:
    tour.scene(
        "What they expect of each other", "One proposes, the other changes it, and it holds once both have agreed."
    )
    form = await tour.types("leo", "/mentoring agreement", "Our agreement")
    await tour.writes("leo", form, {"When life gets busy": "We say so, and meet for half an hour"})
    await tour.presses("priya", "Change it…")
    form = await tour.form("priya", "Our agreement")
    await tour.writes("priya", form, {"What stays out": "My yearly review"})
    await tour.reads("leo", "Priya changed what you proposed.", until="Nothing else has changed.")
    await tour.picture(
        "leo", "six-months-agreement", "Leo reads what Priya changed in it", of="changed what you proposed"
    )
    await tour.presses("leo", "Agree")
    await tour.reads("priya", "Leo agreed to what you proposed", until="at any time.")


async def _first_session_is_planned(tour: Tour) -> None:
    tour.scene("Three days pass", "The first meeting is the hardest to find a time for, so both are asked for it.")
    await tour.until(at(3, 5), "They have not met.")
    await tour.reads("priya", "have not met yet", until="You get this because")
    await tour.presses("priya", "Plan it")
    form = await tour.form("priya", "Plan a session")
    await tour.writes("priya", form, {"Choose a time": "Tue 10 Mar, 14:30"})
    await tour.presses("priya", "Add to the agenda")
    form = await tour.form("priya", "Bring to next session")
    await tour.writes("priya", form, {"What would you like to talk about?": "What makes a review a good one"})


async def _first_session(tour: Tour) -> None:
    tour.scene(
        "The first session", "The day before, both get what helps to prepare it; afterwards, logging it takes a minute."
    )
    await tour.until(at(3, 9, 10), "Tomorrow they meet.")
    await tour.reads("leo", "Your session with Priya: Tuesday 10 March", until="One thing from you")
    await tour.picture(
        "leo",
        "six-months-preparation",
        "Leo prepares his session with Priya: checkpoints, agenda, a question to open with, one thing from himself",
        of="A question to open with",
    )
    await tour.until(at(3, 10, 10, 35), "They have met.")
    await tour.presses("priya", "We met")
    form = await tour.form("priya", "Log a check-in")
    await form.press("Add more")
    values = {
        "What we talked about": "What makes a review a good one, and why I keep quiet",
        "What I promise to do": POINT,
        "What Leo could do": RUTH,
        "When we meet next": at(3, 24),
        "How confident I feel": "2 \N{EN DASH} a little",
        "A private reflection": "I nearly cancelled. Good that I did not",
    }
    await tour.writes("priya", form, values)
    logged = await tour.reads("leo", "Priya logged your session", until="[Not this one]")
    assert "nearly cancelled" not in logged
    await tour.picture(
        "leo",
        "six-months-news",
        "Leo reads what Priya shared of the session, with a promise to accept and a milestone to celebrate",
        of="Priya logged your session",
    )
    await tour.presses("leo", "I promise")
    tour.remark("Was it worth the hour? One tap, which nobody else sees.")
    await tour.reads("priya", "was this hour worth it?", until="nor is anybody else.")
    await tour.presses("priya", "Well worth it")
    tour.scene("A first milestone", "It is posted only once both have said yes; no and no answer look the same.")
    await tour.reads("leo", SHOUT_OUT, until="[No]")
    await tour.presses("leo", "Yes")
    await tour.presses("priya", "Yes")
    await tour.reads("zainab", "have had their first mentoring session", "#wins")


async def _promise_half_way(tour: Tour) -> None:
    tour.scene(
        "A promise, half-way to its date", "What was promised with a date comes back in time, and any answer is fine."
    )
    await tour.presses("priya", "Update my promises")
    form = await tour.form("priya", "Your promises")
    await tour.writes("priya", form, {f"By when? · {POINT}": date(2026, 3, 23)})
    await tour.until(at(3, 17), "A week later.")
    await tour.reads("priya", "Half-way to your date", until="[Drop it]")
    await tour.presses("priya", "Done")


async def _second_session(tour: Tour) -> None:
    tour.scene("A checkpoint", "Progress is seen where it happens: in the check-in.")
    await tour.until(at(3, 24, 10, 35), "They have met again.")
    await tour.presses("leo", "We met")
    form = await tour.form("leo", "Log a check-in")
    await form.press("Add more")
    values = {
        "What we talked about": "Her first word in a review, and the silence after it",
        "When we meet next": at(4, 7),
        f"Reached on the way: {SPEAK_UP}": ["Say one thing"],
        "How it is going": "4 \N{EN DASH} well",
        "A private reflection": "I said nothing for ten minutes. It was the best part",
    }
    await tour.writes("leo", form, values)
    await tour.reads("priya", "What Leo ticked off", until="Say one thing")
