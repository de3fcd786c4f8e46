"""What cannot be done is refused where the person is looking, and what they typed stays."""

import pytest

from playground.client import Modal
from tests.scenarios.office import Office

GONE = "Gus Gone\N{RIGHT SINGLE QUOTATION MARK}s account is deactivated. Please choose somebody else."

# One office for all: a refusal changes nothing in it.
pytestmark = pytest.mark.xdist_group("refusals")


@pytest.mark.parametrize(
    ("mentor", "mentee", "refused"),
    [
        ("tom", "tom", {"Mentee": "Mentor and mentee need to be two different people."}),
        ("beep", "priya", {"Mentor": "Beep is an app. Please choose a person."}),
        ("tom", "U0PLAYBOT", {"Mentee": "Rapport is an app. Please choose a person."}),
        ("tom", "USLACKBOT", {"Mentee": "Slackbot is an app. Please choose a person."}),
        ("gus", "priya", {"Mentor": GONE}),
        ("tom", "maya", {"Mentee": "Tom and Maya are a pair already, or have been asked to be one."}),
        ("leo", "priya", {"Mentee": "Leo and Priya are a pair already, or have been asked to be one."}),
        (
            "gita",
            "priya",
            {
                "Mentor": "Gita Single is a guest in a single channel, where I cannot reach them. "
                "Please choose somebody else."
            },
        ),
        (
            "tom",
            "fara",
            {"Mentee": "Fara Way belongs to another workspace. Please choose somebody of this one."},
        ),
        (
            "gus",
            "beep",
            {
                "Mentor": GONE,
                "Mentee": "Beep is an app. Please choose a person.",
            },
        ),
    ],
)
async def test_two_who_cannot_be_paired(
    quiet_office: Office, mentor: str, mentee: str, refused: dict[str, str]
) -> None:
    form = await quiet_office.opens("amara", "/mentoring pair", "Pair two people")
    await form.fill("Mentor", mentor)
    await form.fill("Mentee", mentee)
    await form.fill("How often they mean to meet", "Every month")
    await form.fill("Or every so many days", "45")
    answer = await form.submit()
    assert (answer.result, answer.errors) == ("errors", refused)
    assert form.errors == refused
    assert form.value("Mentor") == await quiet_office[mentor].id()
    assert form.value("Or every so many days") == "45"
    await form.close()
    await quiet_office.at_rest()
    await quiet_office["amara"].nothing_new()


@pytest.mark.parametrize("days", ["0", "181", "ten"])
async def test_a_rhythm_that_is_none(quiet_office: Office, days: str) -> None:
    form = await quiet_office.opens("amara", "/mentoring pair", "Pair two people")
    await form.fill("Mentor", "zainab")
    await form.fill("Mentee", "jonas")
    await form.fill("Or every so many days", days)
    assert (await form.submit()).errors.keys() == {"Or every so many days"}
    await form.close()


@pytest.mark.parametrize("what", ["pair", "programme"])
async def test_somebody_who_organises_nothing(quiet_office: Office, what: str) -> None:
    answer = await quiet_office.answer("maya", f"/mentoring {what}")
    assert answer == "Only an organiser can do this. Please ask Amara."
    assert await quiet_office["maya"].top_modal() is None


async def test_a_check_in_without_a_pair(quiet_office: Office) -> None:
    answer = await quiet_office.answer("zainab", "/checkin")
    assert "You are in no mentoring pair at the moment. Amara brings pairs together" in answer
    assert "say what you would like to learn or to share" in answer
    assert "Meanwhile you can keep wins of your own." in answer


async def test_a_guest_gets_an_answer_to_everything(quiet_office: Office) -> None:
    gita = quiet_office["gita"]
    assert "You are in no mentoring pair" in await quiet_office.answer("gita", "/mentoring")
    assert "You are in no mentoring pair" in await quiet_office.answer("gita", "/checkin")
    assert await quiet_office.answer("gita", "/mentoring pair") == "Only an organiser can do this. Please ask Amara."
    await gita.open_home()
    await gita.press("I would like to mentor", in_="home")
    said = await gita.modal()
    assert "As a guest in a single channel you cannot be in a pair" in said.text
    await said.close()
    assert "You would like to mentor" not in await quiet_office.sees_at_home("gita")


async def test_somebody_of_another_workspace_is_told_so(quiet_office: Office) -> None:
    fara = quiet_office["fara"]
    for typed in ("/mentoring settings", "/mentoring pair"):
        await fara.say("#wins", typed)
    await fara.see_message("you belong to another one, so nothing was kept.", where="#wins")
    await fara.see_message("Only an organiser can do this. Please ask Amara.", where="#wins")


async def test_a_check_in_before_both_have_accepted(quiet_office: Office) -> None:
    answer = await quiet_office.answer("priya", "/checkin")
    assert "*You are invited to be one of a pair.* Accept or decline" in answer


@pytest.mark.parametrize(
    ("who", "called"), [("priya", "@Priya Nair"), ("beep", "@Beep"), ("gus", "@Gus Gone"), ("fara", "@Fara Way")]
)
async def test_a_check_in_with_somebody_who_is_not_the_partner(quiet_office: Office, who: str, called: str) -> None:
    answer = await quiet_office.answer("maya", f"/checkin @{who}")
    assert f"You and {called} are not a mentoring pair at the moment, so nothing has been logged." in answer
    await quiet_office["maya"].press("Log a check-in", in_="app")
    form = await quiet_office["maya"].modal("Log a check-in")
    assert "Tom" in form.text
    await form.close()


async def _refused_check_in(office: Office, **entries: object) -> Modal:
    """Maya's form as it is after a submit, with her notes."""
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What we talked about", "Saying no, kindly")
    for label, value in entries.items():
        await form.fill(label, value)
    assert (await form.submit()).result == "errors"
    assert form.value("What we talked about") == "Saying no, kindly"
    return form


async def test_a_session_in_the_future_and_a_plan_in_the_past(quiet_office: Office) -> None:
    entries = {"When did you meet?": "2026-03-05", "When we meet next": "2026-03-04T09:59:00+00:00"}
    form = await _refused_check_in(quiet_office, **entries)
    assert form.errors == {
        "When did you meet?": "That day is still to come. Choose the day you met: today or earlier.",
        "When we meet next": "That time has passed. Choose a time that is still to come.",
    }
    await form.close()


async def test_a_check_in_without_its_day(quiet_office: Office) -> None:
    form = await _refused_check_in(quiet_office, **{"When did you meet?": None})
    assert form.errors == {"When did you meet?": "Please complete this required field."}
    await form.close()


async def test_more_promises_than_anybody_keeps(quiet_office: Office) -> None:
    many = "\n".join(f"Promise {number}" for number in range(21))
    form = await _refused_check_in(quiet_office, **{"What I promise to do": many})
    assert form.errors == {"What I promise to do": "That is a lot to promise. Please keep to 20, one per line."}
    await form.close()


async def test_a_win_without_words(quiet_office: Office) -> None:
    form = await quiet_office.opens("maya", "/win", "Celebrate a win")
    assert (await form.submit()).errors == {"What happened?": "Please complete this required field."}
    await form.fill("What happened?", "   ")
    assert (await form.submit()).errors == {"What happened?": "Please fill this in."}
    await form.close()


@pytest.mark.parametrize("thanked", ["beep", "gus", "fara", "gita"])
async def test_thanks_to_somebody_who_cannot_be_asked(quiet_office: Office, thanked: str) -> None:
    form = await quiet_office.opens("maya", "/win I gave a talk", "Celebrate a win")
    await form.fill("Thanks to whom?", ["tom", thanked])
    errors = (await form.submit()).errors
    assert "cannot be asked whether they want to be named. Please choose somebody else." in errors["Thanks to whom?"]
    assert form.value("What happened?") == "I gave a talk"
    await form.close()


@pytest.mark.parametrize(
    ("typed", "title", "starts", "ends"),
    [
        ("/mentoring settings", "Your settings", "My working hours begin at", "My working hours end at"),
        ("/mentoring programme", "Programme", "Working hours begin at", "Working hours end at"),
    ],
)
async def test_hours_that_end_before_they_begin(
    quiet_office: Office, typed: str, title: str, starts: str, ends: str
) -> None:
    form = await quiet_office.opens("amara", typed, title)
    await form.fill(starts, "17:00")
    await form.fill(ends, "09:00")
    assert (await form.submit()).errors == {ends: "Working hours need to end after they begin, on the same day."}
    assert form.value(starts) == "17:00"
    await form.close()


async def test_a_form_of_an_older_version(quiet_office: Office) -> None:
    form = await quiet_office.opens("maya", "/win I gave a talk", "Celebrate a win")
    # As if Rapport was upgraded while the form was open.
    quiet_office.playground.workspace.views.find(form.view["id"]).source["private_metadata"] = '{"v":0}'
    assert (await form.submit()).errors == {
        "What happened?": "This form is out of date, and what you entered in it could not be saved. "
        "Please copy what you want to keep, then open the form again."
    }
    assert form.value("What happened?") == "I gave a talk"
    await form.close()


async def test_a_word_that_mentoring_does_not_know(quiet_office: Office) -> None:
    answer = await quiet_office.answer("maya", "/mentoring Lunch & <b>")
    assert "I do not know “Lunch & <b>”. Here is what I can do:" in answer
    assert "`/checkin`" in answer
    assert "`/mentoring pair`" not in answer
    assert "`/mentoring pair`" in await quiet_office.answer("amara", "/mentoring Lunch")
