"""Goals: each writes alone, then both read both, and make them one list."""

from tests.scenarios.office import Office

REACH, KNOW, DUE, WHY, READY = (
    "What would you like to reach?",
    "How will you know?",
    "By when?",
    "Why does it matter to you?",
    "Ready?",
)


async def test_both_write_alone_and_then_read_both(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    form = await office.opens("maya", "/mentoring goals", "My goals")
    await form.fill(REACH, "Give a talk at the spring meet-up")
    await form.fill(WHY, "I freeze in front of people")
    await form.fill(READY, "I am ready")
    assert (await form.submit()).result == "updated"
    form = await maya.modal("My goals")
    assert "*Not saved yet:* a question" in form.text
    assert "I freeze in front of people" not in await office.sees_at_home("tom")
    await form.fill(KNOW, "Twenty people hear it")
    await form.press("Another goal")
    await form.see("Goal 2: what would you like to reach?")
    form = await maya.modal("My goals")
    assert form.value(KNOW) == "Twenty people hear it"
    await form.fill("Goal 2: what would you like to reach?", "Say no more often")
    await form.fill("Goal 2: by when?", "2026-05-29")
    for _ in range(2):
        # Each goal is asked for what it lacks, once; what is left empty then stays so.
        assert (await form.submit()).result == "updated"
        form = await maya.modal("My goals")
    assert "Saved, and Tom learns that you are ready" in form.text

    asked = await office.sees("tom", "Maya has written down goals for the time with you.")
    assert "talk at the spring" not in asked
    await tom.press("Write my goals", in_="app")
    form = await tom.modal("My goals")
    assert "spring meet-up" not in form.text
    await form.fill(REACH, "Listen longer before I advise")
    assert (await form.submit()).result == "updated"
    form = await tom.modal("My goals")
    # Whoever has no answer leaves it empty, and nothing insists.
    await form.fill(READY, "I am ready")
    assert (await form.submit()).result == "updated"
    assert "You are both ready." in (await tom.modal("My goals")).text

    for name in ("tom", "maya"):
        read = await office.sees(name, "are both ready: here are both drafts.")
        assert "Give a talk at the spring meet-up\nHow to know: Twenty people hear it\nWhy it matters: I freeze" in read
        assert "Listen longer before I advise" in read
    await office.sees("tom", "you both have both drafts")
    form = await office.opens("maya", "/mentoring goals", "Both drafts")
    assert "Say no more often" in form.text
    await form.press("Make them one list")
    mine = await maya.modal("Our goals")
    assert mine.value("Goal 1") == "Give a talk at the spring meet-up"
    assert mine.value("Goal 3") == "Listen longer before I advise"

    # Tom does the same at once, and is quicker.
    await tom.press("Make them one list", in_="app")
    theirs = await tom.modal("Our goals")
    await theirs.fill("Goal 3", "Say no twice a week")
    await theirs.fill("Goal 3: by when?", "")
    assert (await theirs.submit()).result == "closed"
    await mine.fill("Goal 1", "Give two talks")
    assert (await mine.submit()).result == "updated"
    mine = await maya.modal("Our goals")
    assert "*Not saved yet.* In the meantime Tom has changed this too." in mine.text
    assert "Say no twice a week" in mine.text
    assert mine.value("Goal 1") == "Give two talks"
    # Hers are new beside his, unless she empties what is there twice.
    for label in ("Goal 2", "Goal 2: by when?", "Goal 3"):
        await mine.fill(label, "")
    assert (await mine.submit()).result == "closed"
    home = await office.sees_at_home("tom")
    for words in ("Say no twice a week", "Give two talks", "Listen longer before I advise"):
        assert home.count(words) == 1


async def makes_list(office: Office, goal: str, due: str) -> None:
    """Maya and Tom draft something, are ready, and Tom makes it one list with one goal."""
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    for name in ("maya", "tom"):
        form = await office.opens(name, "/mentoring goals", "My goals")
        await form.fill(REACH, f"{name} speaks up")
        await form.fill(KNOW, "Once a week")
        await form.fill(DUE, due)
        await form.fill(READY, "I am ready")
        assert (await form.submit()).result == "updated"
    await office.sees("tom", "are both ready: here are both drafts.")
    await tom.press("Make them one list", in_="app")
    form = await tom.modal("Our goals")
    await form.fill("Goal 1", goal)
    for label in ("Goal 2", "Goal 2: how will you both know?", "Goal 2: by when?"):
        await form.fill(label, "")
    assert (await form.submit()).result == "closed"


async def test_a_goal_is_reached_and_taken_up_again(office: Office) -> None:
    maya = office["maya"]
    await makes_list(office, "We both speak up", "2026-05-29")
    told = await office.sees("maya", "Tom has written down a first goal for the two of you:")
    assert "How to know: Once a week" in told
    assert "• We both speak up · by Friday 29 May" in await office.sees_at_home("maya")

    form = await office.opens("maya", "/mentoring goals", "Our goals")
    await form.press("Update")
    form = await maya.modal("Our goals")
    await form.fill("Where does it stand?", "We have reached it")
    assert (await form.submit()).result == "closed"
    for name in ("maya", "tom"):
        assert "We both speak up" in await office.sees(name, "have reached a goal:")
        await office.sees(name, "have reached a goal that they had set for their mentoring.")
        assert "We both speak up" not in await office.sees_at_home(name)
    # It brings two questions, which each answers for themselves.
    await office["tom"].press("Two questions", in_="app")
    form = await office["tom"].modal("Looking back")
    assert "*You and Maya have reached a goal.*" in form.text
    assert "We both speak up" in form.text
    await form.fill("What I learnt myself", "To ask twice")
    assert (await form.submit()).result == "updated"
    assert "To ask twice" not in await maya.everything()

    # The message about both drafts leads to the list by now. A new goal is asked for what it lacks, once.
    await maya.press("Make them one list", in_="app")
    form = await maya.modal("Our goals")
    await form.press("Add a goal")
    form = await maya.modal("Our goals")
    await form.fill("What would you like to reach?", "Say no twice a week")
    assert (await form.submit()).result == "updated"
    form = await maya.modal("Our goals")
    assert "How would you two notice that you are there?" in form.text
    await form.fill("How will you both know?", "I count")
    assert (await form.submit()).result == "closed"
    assert "Say no twice a week\nHow to know: I count" in await office.sees("tom", "Maya has put a goal on your list:")

    form = await office.opens("tom", "/mentoring goals", "Our goals")
    assert "Reached on Wednesday 4 March 2026: We both speak up" in form.text
    await form.press("Look at it")
    form = await office["tom"].modal("Our goals")
    assert "Wednesday 4 March 2026: Maya marked it as reached" in form.text
    await form.fill("Where does it stand?", "We work on it")
    assert (await form.submit()).result == "closed"
    assert "We both speak up" in await office.sees("maya", "Tom has updated a goal on your list.")
    assert "• We both speak up · by Friday 29 May" in await office.sees_at_home("maya")


async def test_checkpoints_lead_to_a_goal(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await makes_list(office, "Give a talk", "2026-05-29")
    form = await office.opens("tom", "/mentoring goals", "Our goals")
    await form.press("Update")
    form = await tom.modal("Our goals")
    await form.fill("Checkpoints", "Find a subject\nAsk for a slot by 20 April\n")
    assert (await form.submit()).result == "closed"

    # Maya has the goal in front of her, and Tom is quicker.
    mine = await office.opens("maya", "/mentoring goals", "Our goals")
    await mine.press("Update")
    mine = await maya.modal("Our goals")
    theirs = await office.opens("tom", "/mentoring goals", "Our goals")
    assert "0 of 2 checkpoints reached\n• Find a subject\n• Ask for a slot by 20 April" in theirs.text
    await theirs.press("Update")
    theirs = await tom.modal("Our goals")
    await theirs.fill("Checkpoints", "Find a subject\nAsk for a slot by 20 April\nRehearse")
    await theirs.fill("Reached on the way", ["Find a subject"])
    assert (await theirs.submit()).result == "closed"
    assert "• Find a subject (reached)" in await office.sees(
        "maya", "Tom has updated a goal on your list, and ticked off a checkpoint."
    )
    await mine.fill("Checkpoints", "Find one subject\nAsk for a slot by 20 April\nBreathe")
    assert (await mine.submit()).result == "updated"
    mine = await maya.modal("Our goals")
    assert "*Not saved yet.* In the meantime Tom has changed this too." in mine.text
    assert "• Rehearse" in mine.text
    assert (await mine.submit()).result == "closed"
    # Hers stand, and what he ticked stays ticked, although she has put it differently.
    assert "Give a talk · by Friday 29 May · 1 of 3 checkpoints reached" in await office.sees_at_home("tom")

    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.press("Add more")
    await form.see("Reached on the way: Give a talk")
    form = await maya.modal("Log a check-in")
    await form.fill("Reached on the way: Give a talk", ["Breathe"])
    assert (await form.submit()).result == "closed"
    assert "• Breathe" in await office.sees("maya", "What you ticked off on the way to your goals")
    assert "• Breathe" in await office.sees("tom", "What Maya ticked off on the way to your goals")
    assert "2 of 3 checkpoints reached" in await office.sees_at_home("tom")
    await maya.press("Withdraw", in_="app")
    assert "1 of 3 checkpoints reached" in await office.sees_at_home("tom")
    assert "[We did not meet]" not in await tom.everything()


async def test_a_goal_is_asked_about_near_its_date_past_it_and_half_way(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await makes_list(office, "Give a talk", "2026-03-20")
    # Friday, a week before.
    await office.days_pass(days=9)
    for name, partner in (("maya", "Tom"), ("tom", "Maya")):
        await office.sees(name, f"*In a week, on Friday 20 March:* the day by which you and {partner} wanted to reach")
    await maya.press("Go on with it", in_="app")
    await office.days_pass(minutes=1)
    await office.sees("maya", "*You go on with it,* you and Tom:")
    await office.sees("tom", "*You two go on with it,* says Maya:")
    # Monday: its date was a Friday.
    await office.days_pass(days=10)
    for name in ("maya", "tom"):
        await office.sees(name, "*Friday 20 March has come and gone:*")
    await tom.press("Change it", in_="app")
    form = await tom.modal("Our goals")
    await form.fill("By when?", "2026-05-29")
    assert (await form.submit()).result == "closed"
    await office.days_pass(minutes=1)
    await office.sees("maya", "*A new date:* Tom has moved this to Friday 29 May.")
    assert "[We reached it]" not in await maya.everything()

    # Half of six months, less the weeks of their history.
    await office.days_pass(days=37)
    for name in ("maya", "tom"):
        assert "Give a talk" in await office.sees(name, "are half-way.*")
    await maya.press("Look at our goals", in_="app")
    form = await maya.modal("Half-way")
    await form.fill("Where does it stand?", "Change it: that form comes next")
    assert (await form.submit()).result == "updated"
    form = await maya.modal("Our goals")
    await form.fill("What would you like to reach?", "Give two talks")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "*Looked at.* Thank you")
    asked = await office.sees("tom", "Maya has looked at them by now")
    assert "Give two talks" in asked
    await tom.press("Look at our goals", in_="app")
    form = await tom.modal("Half-way")
    await form.fill("Where does it stand?", "We let it go")
    assert (await form.submit()).result == "closed"
    assert "Let go: Give two talks" in await office.sees("maya", "Tom has updated your list of goals.")
