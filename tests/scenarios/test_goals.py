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
    assert "*Not saved yet.* In the meantime Tom has changed the list." in mine.text
    assert "Say no twice a week" in mine.text
    assert mine.value("Goal 1") == "Give two talks"
    # Hers are new beside his, unless she empties what is there twice.
    for label in ("Goal 2", "Goal 2: by when?", "Goal 3"):
        await mine.fill(label, "")
    assert (await mine.submit()).result == "closed"
    home = await office.sees_at_home("tom")
    for words in ("Say no twice a week", "Give two talks", "Listen longer before I advise"):
        assert home.count(words) == 1


async def test_a_goal_is_reached(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    for name in ("maya", "tom"):
        form = await office.opens(name, "/mentoring goals", "My goals")
        await form.fill(REACH, f"{name} speaks up")
        await form.fill(KNOW, "Once a week")
        await form.fill(DUE, "2026-05-29")
        await form.fill(READY, "I am ready")
        assert (await form.submit()).result == "updated"
    await office.sees("tom", "are both ready: here are both drafts.")
    await tom.press("Make them one list", in_="app")
    form = await tom.modal("Our goals")
    await form.fill("Goal 2", "We both speak up")
    assert (await form.submit()).result == "closed"
    assert "How to know: Once a week" in await office.sees("maya", "Tom has changed your list of goals.")
    assert "• We both speak up · by Friday 29 May" in await office.sees_at_home("maya")

    form = await office.opens("maya", "/mentoring goals", "Our goals")
    await form.fill("Goal 2: where does it stand?", "We have reached it")
    assert (await form.submit()).result == "closed"
    for name in ("maya", "tom"):
        assert "We both speak up" in await office.sees(name, "have reached a goal:")
        await office.sees(name, "have reached a goal that they had set for their mentoring.")
        assert "We both speak up" not in await office.sees_at_home(name)
    form = await office.opens("tom", "/mentoring goals", "Our goals")
    assert "Reached on Wednesday, 4 March 2026: We both speak up" in form.text
