"""What people do with a modal, and what the app's answer makes of it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import Actor, Modal, People, RefusedError, Submission
from playground.server import Playground
from playground.shapes import Json
from tests.playground.raw_app import RawApp
from tests.playground.test_forms import HOW, form
from tests.playground.test_views import trigger

VERY: Json = {"text": {"type": "plain_text", "text": "Very", "emoji": True}, "value": "5"}


@pytest.fixture
async def app(playground: Playground) -> AsyncIterator[RawApp]:
    async with RawApp(playground) as app:
        yield app


@pytest.fixture
def maya(people: People) -> Actor:
    return people.as_("maya")


async def opened(app: RawApp, client: AsyncWebClient, actor: Actor, view: Json) -> Modal:
    """A modal in front of somebody."""
    await client.views_open(trigger_id=await trigger(app, actor), view=view)
    return await actor.modal()


async def submitted(app: RawApp, modal: Modal, answer: Json | None = None) -> tuple[Json, Submission]:
    """The payload of a submission, and what became of it."""
    submitting = asyncio.create_task(modal.submit())
    payload = await app.answer_next(answer)
    return payload, await submitting


async def test_a_submission_has_slacks_shape(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    modal = await opened(app, client, maya, form())
    payload, outcome = await submitted(app, modal)
    assert outcome.result == "closed"
    assert payload["type"] == "view_submission"
    assert payload["team"] == {"id": "T1", "domain": "harbour"}
    assert payload["user"] == {"id": "U1", "username": "maya", "name": "maya", "team_id": "T1"}
    assert payload["view"]["id"] == modal.view["id"]
    assert payload["response_urls"] == []
    assert payload["trigger_id"]
    assert await maya.stack() == []


async def test_a_required_field_is_asked_for_before_the_app_hears(
    app: RawApp, client: AsyncWebClient, maya: Actor
) -> None:
    modal = await opened(app, client, maya, form(HOW))
    await modal.fill("Whom?", "")
    outcome = await modal.submit()
    sentence = "Please complete this required field."
    assert outcome.errors == {"Whom?": sentence, "How warmly?": sentence}
    assert modal.errors == outcome.errors
    await modal.fill("Whom?", "Tom")
    await modal.fill("How warmly?", "Mildly")
    payload, outcome = await submitted(app, modal)
    assert payload["view"]["state"]["values"]["name"]["typed"]["value"] == "Tom"
    assert outcome.result == "closed"


async def test_a_field_tells_of_a_choice_only_where_it_is_asked_to(
    app: RawApp, client: AsyncWebClient, maya: Actor, people: People
) -> None:
    for dispatches in (False, True):
        modal = await opened(app, client, maya, form({**HOW, "dispatch_action": dispatches}))
        choice = {"block_id": "how", "action_id": "chosen", "selected_option": {"value": "5"}}
        where = {"container": {"type": "view", "view_id": modal.view["id"]}}
        choosing = asyncio.create_task(people.request("POST", "/people/U1/actions", choice | where))
        if dispatches:
            assert (await app.answer_next())["actions"][0]["selected_option"]["value"] == "5"
        await choosing
        assert (await maya.modal()).value("How warmly?") == VERY


async def test_an_answer_can_update_push_or_clear(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    modal = await opened(app, client, maya, form())
    other = form(title={"type": "plain_text", "text": "Other"})
    _, outcome = await submitted(app, modal, {"response_action": "update", "view": other})
    assert (outcome.result, len(await maya.stack())) == ("updated", 1)
    modal = await maya.modal("Other")
    _, outcome = await submitted(app, modal, {"response_action": "push", "view": form()})
    assert (outcome.result, len(await maya.stack())) == ("pushed", 2)
    modal = await maya.modal("Greet")
    _, outcome = await submitted(app, modal, {"response_action": "clear"})
    assert (outcome.result, len(await maya.stack())) == ("closed", 0)


async def test_submitting_the_upper_modal_shows_the_lower_one(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    lower = await opened(app, client, maya, form(title={"type": "plain_text", "text": "Lower"}))
    await client.views_push(trigger_id=await trigger(app, maya), view=form())
    with pytest.raises(RefusedError, match="no longer open"):
        await lower.submit()
    await submitted(app, await maya.modal("Greet"))
    assert (await maya.modal()).title == "Lower"


@pytest.mark.parametrize(
    "answer",
    [
        {"response_action": "errors", "errors": {"no_such_block": "Wrong."}},
        {"response_action": "errors", "errors": {}},
        {"response_action": "update", "view": {"type": "modal"}},
        {"response_action": "close"},
    ],
)
async def test_an_answer_that_slack_would_not_take_fails(
    app: RawApp, client: AsyncWebClient, maya: Actor, answer: Json
) -> None:
    modal = await opened(app, client, maya, form())
    with pytest.raises(RefusedError, match="We had some trouble connecting"):
        await submitted(app, modal, answer)
    assert len(await maya.stack()) == 1


@pytest.mark.parametrize("ack_timeout", [1.0])
async def test_without_an_answer_the_form_stays_with_what_was_typed(
    app: RawApp, client: AsyncWebClient, maya: Actor
) -> None:
    modal = await opened(app, client, maya, form())
    await modal.fill("Whom?", "Tom")
    with pytest.raises(RefusedError, match="We had some trouble connecting"):
        await modal.submit()
    await app.next()
    assert (await maya.modal()).value("Whom?") == "Tom"


async def test_a_double_submit_reaches_the_app_twice_and_closes_once(
    app: RawApp, client: AsyncWebClient, maya: Actor
) -> None:
    modal = await opened(app, client, maya, form())
    both = asyncio.gather(modal.submit(), modal.submit())
    first, second = await app.next(), await app.next()
    assert first["payload"]["view"]["id"] == second["payload"]["view"]["id"]
    await app.ack(first)
    await app.ack(second)
    assert [one.result for one in await both] == ["closed", "closed"]


async def test_closing_is_told_only_to_who_wants_to_know(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    silent = await opened(app, client, maya, form())
    await silent.close()
    modal = await opened(app, client, maya, form(notify_on_close=True))
    closing = asyncio.create_task(modal.close())
    payload = await app.answer_next()
    await closing
    assert (payload["type"], payload["is_cleared"], payload["view"]["id"]) == ("view_closed", False, modal.view["id"])
    assert "trigger_id" not in payload


async def test_a_modal_can_take_those_beneath_with_it(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    await opened(app, client, maya, form(notify_on_close=True))
    await client.views_push(trigger_id=await trigger(app, maya), view=form(clear_on_close=True))
    closing = asyncio.create_task((await maya.modal()).close())
    payload = await app.answer_next()
    await closing
    assert payload["is_cleared"] is True
    assert await maya.stack() == []


async def test_nobody_submits_anothers_modal(app: RawApp, client: AsyncWebClient, maya: Actor, people: People) -> None:
    modal = await opened(app, client, maya, form())
    with pytest.raises(RefusedError, match="no longer open"):
        await people.as_("tom").post(f"/views/{modal.view['id']}/submit", {})


async def test_a_chosen_conversation_can_be_answered_to(app: RawApp, client: AsyncWebClient, maya: Actor) -> None:
    where = {
        "type": "input",
        "block_id": "where",
        "label": {"type": "plain_text", "text": "Where?"},
        "element": {"type": "conversations_select", "action_id": "chosen", "response_url_enabled": True},
    }
    modal = await opened(app, client, maya, form(where))
    await modal.fill("Where?", "#wins")
    payload, _ = await submitted(app, modal)
    [answerable] = payload["response_urls"]
    assert (answerable["channel_id"], answerable["block_id"]) == ("C1", "where")
    assert answerable["response_url"].startswith("http://127.0.0.1:")
