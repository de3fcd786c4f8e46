"""What a pair sees of itself: at Home what is next, and in the journal what was, each their own side of it."""

from tests.scenarios.office import Office


async def test_home_begins_with_what_is_next_and_shows_how_it_goes_to_the_writer_alone(office: Office) -> None:
    for name in ("maya", "tom"):
        await office[name].open_home()
    home = await office.sees_at_home("maya")
    assert home.index("*Next session:* with Tom") < home.index("Nothing is on your list") < home.index("*Your pair*")
    await office["maya"].press("Add to the agenda", in_="home")
    form = await office["maya"].modal("Bring to next session")
    await form.fill("What would you like to talk about?", "Whether to apply")
    assert (await form.submit()).result == "closed"
    for name in ("maya", "tom"):
        assert "*For your next session*\nWhether to apply" in await office.sees_at_home(name)

    for feeling in ("2 \N{EN DASH} a little", "4 \N{EN DASH} quite"):
        form = await office.opens("maya", "/checkin", "Log a check-in")
        await form.press("Add more")
        await form.fill("How confident I feel", feeling)
        assert (await form.submit()).result == "closed"
    home = await office.sees_at_home("maya")
    assert "*How confident you feel*, as you noted after your sessions\n▂▂▆▆\n" in home
    assert "out of 5: 2, 4\nOnly you see this." in home
    for name in ("tom", "amara"):
        await office[name].open_home()
        assert "Only you see this." not in await office.sees_at_home(name)


async def test_both_read_their_story_each_from_their_side_and_nobody_else_does(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.press("Add more")
    await form.fill("What we talked about", "Whether to apply for the lead role")
    await form.fill("A private reflection", "I nearly did not ask")
    await form.fill("A win to celebrate", "I asked for the role")
    assert (await form.submit()).result == "closed"
    await maya.open_home()
    await maya.press("Our story", in_="home")
    story = await maya.modal("Journal")
    assert "March 2026\n" in story.text
    assert "*A session with Tom* · Wednesday 4 March\nWhether to apply for the lead role\nYour notes" in story.text
    assert "I nearly did not ask\nYour reflection · only you see this" in story.text
    assert "I asked for the role" in story.text
    assert "*Your first session with Tom*" in story.text
    assert "*You and Tom began*, with Tom as your mentor" in story.text
    await story.close()

    # Tom comes from his pair; he has two by now, and chooses of which he reads.
    await office.paired("Tom", "Leo")
    await tom.open_home()
    await office.at_rest()
    await tom.press("More…", in_="home")
    page = await tom.modal("My pair")
    assert "*Leo*, your mentee\nEvery two weeks · not met yet" in page.text
    await page.press("Our story")
    story = await tom.modal("Journal")
    assert "*You and Leo began*, you as their mentor" in story.text
    assert "lead role" not in story.text
    await story.close()
    await page.close()
    story = await office.opens("tom", "/mentoring journal", "Journal")
    assert "Whether to apply for the lead role\nMaya\N{RIGHT SINGLE QUOTATION MARK}s notes, for you both" in story.text
    assert "I nearly did not ask" not in story.text
    # Who only organises has no part in it.
    assert "Your journal is still empty" in await office.answer("amara", "/mentoring journal")
