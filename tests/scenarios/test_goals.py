"""Goals: each writes alone, then both read both."""

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
    assert "*Not saved yet:* one question" in form.text
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
