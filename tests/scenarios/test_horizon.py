"""The horizon check, as both of a pair live through it: alone first, then with the same message."""

from tests.scenarios.office import Office

QUESTIONS = {
    "pace": "How is the pace, for you?",
    "priorities": "What should come first for you two, just now?",
    "comfort": "How far should you two go into what is hard: doubts, mistakes, conflicts?",
    "workload": "How do time and effort fit in, beside everything else?",
    "worth": "Is it worth your time?",
}
USUAL = {
    "pace": "About right",
    "priorities": "Getting better at something",
    "comfort": "As far as we do now",
    "workload": "It fits",
    "worth": "Yes",
}
UNSAID = "I would rather not say"


async def answers(office: Office, name: str, *, typed: bool = False, **said: str) -> str:
    """Somebody answers all five, from the nudge or by the command; all that the form said."""
    if typed:
        form = await office.opens(name, "/mentoring horizon", "Horizon check")
    else:
        await office.at_rest()
        await office[name].press("Answer five questions", in_="app")
        form = await office[name].modal("Horizon check")
    shown = form.text
    for subject, answer in (USUAL | said).items():
        await form.fill(QUESTIONS[subject], answer)
    assert (await form.submit()).result == "updated"
    saved = await office[name].modal("Horizon check")
    assert "Saved, for you alone." in saved.text
    await saved.close()
    return shown


async def test_they_differ_and_bring_it_to_their_next_session(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for name, partner in (("maya", "Tom"), ("tom", "Maya")):
        await office.sees(name, f"A month with {partner}: how do you see it?")
    for person in (maya, tom):
        await person.open_home()
    before = await office.in_front_of("tom")
    told = await answers(office, "maya", pace="Too slow", worth="I am not sure yet")
    assert "*What will show:* of the first four, only whether you and Tom see it alike or differently" in told
    # She thinks better of it before he has answered, of which he learns nothing.
    again = await office.opens("maya", "/mentoring horizon", "Horizon check")
    assert "Too slow" in str(again.value(QUESTIONS["pace"]))
    await again.fill(QUESTIONS["pace"], "Too fast")
    await again.fill(QUESTIONS["comfort"], "Further than we do now")
    assert (await again.submit()).result == "updated"
    await (await maya.modal("Horizon check")).close()
    assert await office.in_front_of("tom") == before
    assert "Answered." in await office.sees("maya", "read by you alone")

    await answers(office, "tom", comfort="Less far, for now")
    seen = {name: await office.sees(name, "see two things differently.") for name in ("maya", "tom")}
    assert "The pace." in seen["maya"]
    assert "How far to go into what is hard." in seen["maya"]
    assert seen["maya"].replace("Tom", "Maya") == seen["tom"]
    everything = await office.in_front_of("amara", "maya", "tom")
    assert "see two things differently" not in everything["amara"]
    assert "Too fast" not in everything["maya"] + everything["tom"]

    await tom.press("Bring it to our next session", in_="app")
    for name, partner in (("maya", "Tom"), ("tom", "Maya")):
        assert "It is on the list for your next session." in await office.sees(name, "see two things differently.")
        assert f"From your horizon check, for {partner} and you" in await office.sees_at_home(name)
    # What she said she can read, and he cannot.
    hers = await office.opens("maya", "/mentoring horizon", "Horizon check")
    assert "You and Tom have both answered, so this check is complete." in hers.text
    assert "• *The pace:* Too fast" in hers.text
    his = await office.opens("tom", "/mentoring horizon", "Horizon check")
    assert "• *The pace:* About right" in his.text
    assert "Too fast" not in his.text


async def test_they_agree_and_what_one_would_rather_not_say_does_not_show(office: Office) -> None:
    await answers(office, "maya", priorities=UNSAID, workload=UNSAID, worth=UNSAID)
    await answers(office, "tom", typed=True, priorities="Confidence, and how the days feel")
    seen = {name: await office.sees(name, "see it alike") for name in ("maya", "tom")}
    assert "wherever you have both said something" in seen["tom"]
    assert seen["maya"].replace("Tom", "Maya") == seen["tom"]


async def test_one_never_answers_and_half_way_both_are_asked_anew(office: Office) -> None:
    await answers(office, "maya", workload="It is more than I can give now")
    # Two months on, on a Monday, nothing of it has shown.
    await office.days_pass(days=61)
    for name, partner in (("maya", "Tom"), ("tom", "Maya")):
        await office.sees(name, f"Half-way with {partner}: how do you see it now?")
    everything = await office.in_front_of("maya", "tom")
    assert all("see it alike*" not in seen and "differently" not in seen for seen in everything.values())
    shown = await answers(office, "maya")
    assert "What you answered on Wednesday 4 March" in shown
    assert "It is more than I can give now" in shown


async def test_something_not_working_leads_to_it_too(office: Office) -> None:
    await office.answer("maya", "/mentoring")
    await office["maya"].press("Something is not working…")
    form = await office["maya"].modal("Something not working")
    await form.press("Horizon check")
    assert "So each of you answers alone." in (await office["maya"].modal("Horizon check")).text
