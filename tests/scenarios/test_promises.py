"""Promises: by when, and what became of them."""

from mentoring.people import Actor
from mentoring.promises import PromiseState, PromiseValues, Standing
from services.prepare_promises import prepare_promises
from services.update_promises import update_promises
from tests.scenarios.office import Office

LETTER = "Write " + "a very long letter, " * 30 + "soon"
DASH = "\N{EN DASH}"
SAVED = f"• Draft the talk {DASH} done\n• Ask Ruth {DASH} by Friday 6 March"


async def elsewhere(office: Office, words: str, state: PromiseState) -> None:
    """On another device, Maya saves something else of a promise."""
    services, maya = office.rapport.services, Actor(office.rapport.installed.workspace, await office["maya"].id())
    row = next(row for row in (await prepare_promises(services, maya)).rows if row.words == words)
    await update_promises(services, maya, [PromiseValues(row.id, Standing(state=state), row.seen)], "V-elsewhere")


async def test_promises_get_dates_are_done_and_are_accepted_in_the_form(office: Office) -> None:
    maya, tom = office["maya"], office["tom"]
    for person in (maya, tom):
        await person.open_home()
    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What I promise to do", f"Draft the talk\nAsk Ruth\n{LETTER}")
    await form.fill("What Tom could do", "Read the draft")
    assert (await form.submit()).result == "closed"
    await office.sees("maya", "Saved: your session with Tom")
    read_by_tom = await office["tom"].messages()

    await maya.press("Update my promises", in_="app")
    form = await maya.modal("Your promises")
    await form.fill("Draft the talk", "Done")
    await form.fill("By when? · Ask Ruth", "2026-03-06")
    assert (await form.submit()).result == "closed"
    assert SAVED in await office.sees("maya", "Saved: your session")
    for name in ("maya", "tom"):
        home = await office.sees_at_home(name)
        assert "by Friday 6 March" in home
        assert "Draft the talk" not in home
    assert len(await tom.messages()) == len(read_by_tom)

    assert LETTER not in await office.sees_at_home("tom")
    await tom.press("Read them all", in_="home")
    assert LETTER in (await tom.modal("Promised to you")).text

    form = await office.opens("tom", "/mentoring promises", "Your promises")
    assert "Read the draft" not in form.labels
    await form.press("I promise")
    await form.see("By when? · Read the draft")
    form = await tom.modal("Your promises")
    assert "Read the draft" in form.labels
    await form.fill("Read the draft", "Dropped")
    assert (await form.submit()).result == "closed"
    assert f"Read the draft {DASH} dropped" in await office.sees("maya", "Saved: your session")


async def test_two_windows_at_once_and_an_answer_where_there_is_nothing(office: Office) -> None:
    assert "You are in no mentoring pair at the moment." in await office.answer("zainab", "/mentoring promises")
    maya = office["maya"]
    form = await office.opens("maya", "/mentoring promises", "Your promises")
    for label in [label for label in form.labels if not label.startswith("By when?")]:
        await form.fill(label, "Done")
    for _ in range(form.buttons.count("Not this one")):
        await form.press("Not this one")
    assert (await form.submit()).result == "closed"
    assert "You have no open promises right now." in await office.answer("maya", "/mentoring promises")

    form = await office.opens("maya", "/checkin", "Log a check-in")
    await form.fill("What I promise to do", "Draft the talk\nAsk Ruth")
    assert (await form.submit()).result == "closed"
    here = await office.opens("maya", "/mentoring promises", "Your promises")
    await elsewhere(office, "Draft the talk", PromiseState.DROPPED)
    await here.fill("Draft the talk", "Done")
    await here.fill("By when? · Ask Ruth", "2026-03-06")
    assert (await here.submit()).result == "updated"
    await here.see("You have changed this elsewhere to *Dropped* in the meantime; here you chose *Done*.")
    assert here.value("By when? · Ask Ruth") == "2026-03-06"
    assert (await here.submit()).result == "closed"
    assert SAVED in await office.sees("maya", "Saved: your session")
    form = await office.opens("maya", "/mentoring promises", "Your promises")
    await form.fill("By when? · Ask Ruth", "2026-03-03")
    assert (await form.submit()).errors["By when? · Ask Ruth"].startswith("That day has passed.")
    assert (await maya.modal("Your promises")).value("By when? · Ask Ruth") == "2026-03-03"
