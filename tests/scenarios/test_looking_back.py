"""Looking back: at half-way, at a reached goal, at the end and months after it; what is shared, and what is not."""

from tests.scenarios.office import Office


async def test_half_way_one_writes_and_shares_a_part_and_the_other_never_does(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    # Three months after both accepted; some weeks later than today.
    await office.days_pass(days=61)
    await office.sees("maya", "*You and Tom are half-way.*")
    for name in ("maya", "tom"):
        assert "are half-way through their time as a mentoring pair." in await office.sees(name, "reached a milestone")
    await tom.press("Yes", in_="app")
    await maya.press("No", in_="app")

    await maya.press("Half-way: look back", in_="app")
    form = await maya.modal("Looking back")
    assert "*Half of your time with Tom is behind you.*" in form.text
    assert form.text.count("Read by you alone.") == 4
    await form.fill("What has changed for me", "I speak in the weekly now")
    await form.fill("What helps me", "That you wait until I have found it")
    await form.fill("How it is going", "4 \u2013 well")
    assert (await form.submit()).result == "updated"
    saved = await maya.modal("Looking back")
    assert "Saved. Only you read it" in saved.text
    await saved.press("Share with Tom…")
    sharing = await maya.modal("Share what I wrote")
    await sharing.fill("What would you like to share?", ["What helps me"])
    assert (await sharing.submit()).result == "updated"
    preview = await maya.modal("Share what I wrote")
    assert "*This is what Tom would read,* word for word." in preview.text
    assert "That you wait until I have found it" in preview.text
    assert "I speak in the weekly" not in preview.text
    assert (await preview.submit()).result == "updated"
    assert "Shared: Tom reads it" in (await maya.modal("Share what I wrote")).text

    read = await office.sees("tom", "*Maya shares with you what they wrote at half-way:*")
    assert "*What helps me*\nThat you wait until I have found it" in read
    everybody = await office.in_front_of("tom", "amara")
    for private in ("I speak in the weekly", "4 \u2013 well"):
        assert [name for name, seen in everybody.items() if private in seen] == []
    # What she changes now is hers alone.
    form = await office.opens("maya", "/mentoring review", "Looking back")
    assert "Half-way with Tom · Monday 4 May 2026" in form.text
    await form.press("Open")
    form = await maya.modal("Looking back")
    assert form.value("What has changed for me") == "I speak in the weekly now"
    await form.fill("What helps me", "Something else")
    assert (await form.submit()).result == "updated"
    assert "That you wait until I have found it" in await office.sees("tom", "shares with you what they wrote")
    # Tom has his to write, and is not asked again.
    form = await office.opens("tom", "/mentoring review", "Looking back")
    assert "*To look back on now*\nHalf-way with Maya" in form.text


async def test_they_finish_thank_each_other_graduate_and_hear_of_it_later(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    await office["amara"].open_home()
    # A week before the end.
    await office.days_pass(days=139)
    assert "How would you like to go on?" in await office.sees("tom", "*Your time with Maya is planned until")
    await tom.press("Finish", in_="app")
    form = await tom.modal("Finish our time")
    assert "with room to look back and to thank each other" in form.text
    assert (await form.submit()).result == "closed"
    await office.sees("tom", "You and Maya have completed your time as a pair")
    told = await office.sees("maya", "Tom says that your time as a pair is complete.")
    assert "a look back, which only you read, and a note of thanks, which Tom reads" in told

    await tom.press("Look back", in_="app")
    form = await tom.modal("Looking back")
    assert "What helped most, as far as I can tell" in form.text
    await form.fill("What I take with me", "Not to answer first")
    assert (await form.submit()).result == "updated"
    await (await tom.modal("Looking back")).press("Thank Maya")
    note = await tom.modal("A note of thanks")
    await note.fill("Your note", "Thank you for telling me when I talked too much")
    assert (await note.submit()).result == "closed"
    assert "Thank you for telling me" in await office.sees("tom", "Your note to Maya:")
    assert "Thank you for telling me when I talked too much" in await office.sees(
        "maya", "*A note of thanks from Tom:*"
    )
    await maya.press("Write one back", in_="app")
    note = await maya.modal("A note of thanks")
    await note.fill("Your note", "Thank you for the hours")
    assert (await note.submit()).result == "closed"
    assert "Thank you for the hours" in await office.sees("tom", "*A note of thanks from Maya:*")
    assert "[Write one back]" not in await office.sees("maya", "*A note of thanks from Tom:*")
    # It has arrived, so it stays as it is.
    await maya.press("Change it", in_="app")
    assert "*Tom has your note.*" in (await maya.modal("A note of thanks")).text
    assert "Not to answer first" not in await maya.everything()

    for name in ("tom", "maya"):
        await office.sees(name, "have completed their mentoring together.")
        await office[name].press("Yes", in_="app")
    await office.at_rest()
    await office.sees("amara", "have completed their mentoring together. Congratulations to both!", where="#wins")

    await office.days_pass(days=93)
    asked = await office.sees("maya", "*It is 3 months since you and Tom finished as a pair.*")
    assert "Tom reads of it only what you share" in asked
    await maya.press("Look back", in_="app")
    form = await maya.modal("Looking back")
    await form.fill("What came of it", "I lead the guild now")
    await form.fill("Would I mentor somebody myself?", "Yes")
    assert (await form.submit()).result == "updated"
    saved = await maya.modal("Looking back")
    assert "You would mentor. Shall I tell whoever organises the pairs?" in saved.text
    assert "*Maya* would like to mentor" not in await office.sees_at_home("amara")
    await saved.press("Tell them I would mentor")
    assert "*Maya* would like to mentor" in await office.sees_at_home("amara")
    assert "*Written down:* how you look back on your time with Tom." in await office.sees("maya", "Written down:")
    everybody = await office.in_front_of("tom", "amara")
    assert [name for name, seen in everybody.items() if "I lead the guild" in seen] == []
