"""Wins and milestones: who reads them, and what consent means."""

import asyncio

from mentoring.people import Actor
from mentoring.wins import Audience, WinValues
from services.celebrate_win import celebrate_win
from tests.scenarios.office import Office

EVERYONE = "Everyone in the celebrations channel"


async def test_without_a_pair_a_win_is_kept_for_oneself(office: Office) -> None:
    zainab = office["zainab"]
    await zainab.open_home()
    form = await office.opens("zainab", "/win I asked a question in the big meeting", "Celebrate a win")
    assert "*Only you will see this win.* Once you are in a pair, you can share your wins." in form.text
    assert form.labels == ["What happened?"]
    assert (await form.submit()).result == "closed"
    kept = await office.sees("zainab", "Kept in your journal")
    assert "the big meeting" not in kept
    await zainab.see("I asked a question in the big meeting", where="home")


async def test_a_win_for_oneself_is_told_to_nobody(office: Office) -> None:
    others = await office.in_front_of("tom", "amara")
    await office.celebrates("maya", "I said no, kindly", "Only me")
    assert "for you alone" in await office.sees("maya", "Kept in your journal")
    assert await office.in_front_of("tom", "amara") == others


async def test_a_win_is_shared_with_the_partner(office: Office) -> None:
    await office.celebrates("maya", "I said *no*, kindly", "Tom and me")
    assert await office.sees("tom", "Maya shares a win with you") == (
        "🎉 Maya shares a win with you:\nI said *no*, kindly"
    )
    assert "I said *no*, kindly" in await office.sees("maya", "🎉 Saved. Tom will read it in their working hours:")


async def test_a_win_that_names_nobody_else_is_posted_at_once(office: Office) -> None:
    await office.celebrates("maya", "I said no, kindly", EVERYONE)
    post = await office.sees("zainab", "I said no, kindly", where="#wins")
    assert post == "🎉 *A win from @Maya Lindqvist*\nI said no, kindly"
    await office.sees("maya", "🎉 Your win is in")
    assert "names you" not in (await office.in_front_of("tom"))["tom"]


async def test_with_everybodys_yes_it_is_posted_with_names(office: Office) -> None:
    await office.celebrates("maya", "I gave a talk, thanks to @tom and @jonas", EVERYONE)
    await office.sees("tom", "the post names you")
    await office["tom"].press("Yes", in_="app")
    assert "The others it names are still to answer." in await office.sees("tom", "*You said yes.*")
    assert "talk" not in "".join(message.text for message in await office["zainab"].messages("#wins"))
    await office["jonas"].press("Yes", in_="app")
    post = await office.sees("zainab", "I gave a talk", where="#wins")
    assert "*A win from @Maya Lindqvist*" in post
    assert "With thanks to @Jonas Weber and @Tom Becker." in post


async def test_no_and_no_answer_look_the_same(office: Office) -> None:
    await office.celebrates("maya", "One: what @tom taught me", EVERYONE)
    await office.celebrates("maya", "Two: what @jonas taught me", EVERYONE)
    for name in ("tom", "jonas"):
        await office.sees(name, "the post names you")
    before = await office.in_front_of("maya", "jonas", "amara")
    await office["tom"].press("No", in_="app")
    said = await office.sees("tom", "*You said no.*")
    assert "That is quite all right: it will not be posted, and nobody is told why." in said
    assert await office.in_front_of("maya", "jonas", "amara") == before
    # Three days and a weekend later.
    office.later(days=5)
    await office.sees("maya", "Your win was not posted in the channel.")
    after = (await office.in_front_of("maya"))["maya"]
    of_no, of_silence = (_about(after, word) for word in ("One: what @Tom", "Two: what @Jonas"))
    assert of_no == of_silence
    assert of_no
    channel = await office["zainab"].messages("#wins")
    assert not [message for message in channel if "taught me" in message.text]


def _about(everything: str, words: str) -> list[str]:
    """The lines above some words."""
    lines = everything.splitlines()
    return [lines[place - 1] for place, line in enumerate(lines) if words in line]


async def test_a_yes_that_comes_too_late(office: Office) -> None:
    await office.celebrates("maya", "What @tom taught me", EVERYONE)
    await office.sees("tom", "the post names you")
    office.later(hours=71, minutes=59)
    with office.line.kept_back("U0TOM"):
        pressing = asyncio.create_task(office["tom"].press("Yes", in_="app"))
        await office.line.has_kept("U0TOM")
        office.later(minutes=2)
        await office.sees("tom", "It has not been posted.")
    await pressing
    await office.at_rest()
    told = (await office["tom"].messages())[-1].text
    assert told == "This has been settled in the meantime, so nothing was changed."


async def test_a_milestone_nobody_wants_to_be_asked_about(office: Office) -> None:
    form = await office.opens("leo", "/mentoring settings", "Your settings")
    await form.fill("When my pair reaches a milestone", "Keep it between us")
    assert (await form.submit()).result == "closed"
    await _first_session_of_leo_and_priya(office)
    for name in ("leo", "priya"):
        assert "milestone." not in (await office.in_front_of(name))[name].replace("milestones:", "")


async def test_a_milestone_that_both_always_want_posted(office: Office) -> None:
    for name in ("leo", "priya"):
        form = await office.opens(name, "/mentoring settings", "Your settings")
        await form.fill("When my pair reaches a milestone", "It may be posted")
        assert (await form.submit()).result == "closed"
    await _first_session_of_leo_and_priya(office)
    await office.sees("zainab", "have had their first mentoring session", where="#wins")


async def test_a_milestone_without_an_answer_is_not_posted(office: Office) -> None:
    await _first_session_of_leo_and_priya(office)
    await office.sees("leo", "Your pair has reached a milestone.")
    await office["leo"].press("Yes", in_="app")
    await office.sees("leo", "*You said yes.*")
    office.later(hours=72)
    await office.sees("leo", "It has not been posted.")
    await office.sees("priya", "It has not been posted.")
    assert "[Yes]" not in (await office.in_front_of("priya"))["priya"]


async def _first_session_of_leo_and_priya(office: Office) -> None:
    await office.both_accept("leo", "priya")
    form = await office.opens("leo", "/checkin", "Log a check-in")
    assert (await form.submit()).result == "closed"
    await office.sees("leo", "Saved: your session with Priya")


async def test_several_pairs_share_nothing_but_the_words(office: Office) -> None:
    await office.paired("maya", "zainab")
    form = await office.opens("maya", "/win I said no, kindly", "Celebrate a win")
    await form.fill("Thanks to whom?", ["jonas"])
    await form.fill("Which pair is this about?", "Zainab, your mentee")
    await form.see("Zainab and me")
    form = await office["maya"].modal("Celebrate a win")
    assert form.value("What happened?") == "I said no, kindly"
    assert form.value("Thanks to whom?") == ["U0JONAS"]
    await form.fill("Who may see the win?", "Zainab and me")
    assert (await form.submit()).result == "closed"
    await office.sees("zainab", "Maya shares a win with you")
    assert "I said no, kindly" not in (await office.in_front_of("tom"))["tom"]


async def test_the_shortcut_opens_the_form_too(office: Office) -> None:
    await office["maya"].shortcut("Celebrate a win")
    await office["maya"].modal("Celebrate a win")


async def test_what_one_wrote_and_what_another_wrote_is_celebrated(office: Office) -> None:
    maya, jonas = office["maya"], office["jonas"]
    await maya.say("#hallway", "The release is out, thanks to @jonas")
    await maya.shortcut("Celebrate this", on=await maya.see_message("The release is out", where="#hallway"))
    form = await maya.modal("Celebrate a win")
    assert form.value("What happened?") == "The release is out, thanks to @Jonas"
    assert form.value("Thanks to whom?") == ["U0JONAS"]
    await form.fill("Who may see the win?", "Tom and me")
    assert (await form.submit()).result == "closed"
    shared = await office.sees("tom", "Maya shares a win with you")
    assert "About this message" in shared

    await jonas.say("#hallway", "Maya taught me a lot")
    await maya.shortcut("Celebrate this", on=await maya.see_message("taught me a lot", where="#hallway"))
    form = await maya.modal("Celebrate a win")
    assert "*Jonas wrote this message, so it is not quoted here.*" in form.text
    assert "taught me a lot" not in form.text
    assert not form.value("What happened?")
    await form.fill("What happened?", "Teaching, and being thanked for it")
    await form.fill("Who may see the win?", EVERYONE)
    assert (await form.submit()).result == "closed"
    asked = await office.sees("jonas", "the post names you")
    assert "About this message by Jonas" in asked
    await jonas.press("Yes", in_="app")
    post = await office.sees("zainab", "being thanked for it", where="#wins")
    assert "About this message by @Jonas Weber" in post
    assert "taught me a lot" not in post


async def test_a_win_is_widened_with_one_tap_and_then_with_a_form(office: Office) -> None:
    maya = office["maya"]
    await maya.open_home()
    await office.celebrates("maya", "I said no, kindly", "Only me")
    await office.sees("maya", "Kept in your journal")
    await maya.press("Share with Tom", in_="app")
    assert await office.sees("tom", "Maya shares a win with you") == (
        "🎉 Maya shares a win with you:\nI said no, kindly"
    )
    assert "Share with" not in await office.sees("maya", "🎉 Saved. Tom will read it")
    await maya.press("Celebrate in the channel", in_="app")
    form = await maya.modal("Share your win")
    assert "I said no, kindly" in form.text
    await form.fill("Thanks to whom?", ["jonas"])
    assert (await form.submit()).result == "closed"
    await office.sees("jonas", "the post names you")
    await office["jonas"].press("Yes", in_="app")
    assert "With thanks to @Jonas Weber." in await office.sees("zainab", "I said no, kindly", where="#wins")
    assert "[Celebrate in the channel]" not in (await office.in_front_of("maya"))["maya"]

    await office.celebrates("maya", "I asked for help", "Only me")
    await office.at_rest()
    await maya.press("Share…", in_="home")
    form = await maya.modal("Share your win")
    assert form.value("Who may see the win?")
    await form.fill("Who may see the win?", EVERYONE)
    assert (await form.submit()).result == "closed"
    await office.sees("zainab", "I asked for help", where="#wins")


async def test_who_is_taken_out_of_the_thanks_but_not_of_the_words_is_asked(office: Office) -> None:
    form = await office.opens("maya", "/win A hint of @jonas got me there", "Celebrate a win")
    await form.fill("Thanks to whom?", [])
    await form.fill("Who may see the win?", EVERYONE)
    assert (await form.submit()).result == "closed"
    asked = await office.sees("jonas", "the post names you")
    assert "A hint of @Jonas got me there" in asked
    await office["jonas"].press("Yes, without names", in_="app")
    post = await office.sees("zainab", "got me there", where="#wins")
    assert "Jonas" not in post


async def test_the_journal_has_every_win_whole(office: Office) -> None:
    zainab = office["zainab"]
    assert "Your journal is still empty." in await office.answer("zainab", "/mentoring journal")
    await zainab.open_home()
    await office.at_rest()
    words = [f"{n}: " + "I asked a question, and somebody answered. " * 20 for n in range(12)]
    actor = Actor(office.rapport.installed.workspace, await zainab.id())
    for n, each in enumerate(words):
        values = WinValues(each, Audience.ME)
        await celebrate_win(office.rapport.services, actor, values, (), f"V-{n}")
    assert "9 earlier wins are kept as well." in await office.sees_at_home("zainab")
    await zainab.press("All wins", in_="home")
    form = await zainab.modal("Journal")
    assert words[11].strip() in form.text
    await form.press("Older")
    await form.see(words[0].strip())
    assert "Older" not in form.buttons
    await form.press("Newer")
    await form.see(words[11].strip())
