"""Whatever goes wrong: what surely did not arrive is sent again, what may have arrived is not."""

import asyncio
import logging
import os
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from scheduler.backoff import Backoff
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from storage.models import DeliveryState
from tests.forked import forked
from tests.scheduler import slack_server
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, TOM, Office, dm
from tests.scheduler.slack_server import Fault, SlackServer, answers, refuses, too_many

# What the databases differ in is tests/storage's to show.
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"])

# Every other way in which an answer can leave doubt: test_outcomes.py.
DOUBTFUL: dict[str, Fault] = {
    "reply lost": slack_server.loses_the_reply,
    "no reply in time": slack_server.never_answers,
    "503": answers("<h1>Back soon</h1>", status=503, content_type="text/html"),
}


@on_sqlite
@pytest.mark.parametrize("fault", DOUBTFUL.values(), ids=DOUBTFUL.keys())
async def test_a_post_that_may_have_arrived_is_in_doubt_and_not_sent_again(
    office: Office, sender: Sender, slack: SlackServer, fault: Fault
) -> None:
    slack.goes_wrong("chat.postMessage", fault)
    doubtful = await office.put()
    await office.send(sender)
    in_doubt = await office.get(doubtful)
    assert (in_doubt.state, in_doubt.channel) == (DeliveryState.IN_DOUBT, dm(MAYA))
    assert in_doubt.correlation_id == slack.posts[0]["metadata"]["event_payload"]["correlation_id"]

    office.later(days=1)
    following = await office.put()
    await office.send(sender)
    assert (await office.get(doubtful)).state == DeliveryState.IN_DOUBT
    assert (await office.get(following)).state == DeliveryState.SENT
    assert len(slack.posts) == 2


@on_sqlite
async def test_while_slack_is_away_everything_waits_and_nothing_counts_as_a_try(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    await slack.stop()
    deliveries = [await office.put(MAYA), await office.put(TOM)]
    for _ in range(3):
        await office.send(sender)
        office.later(hours=2)
    assert [(await office.get(each)).attempts for each in deliveries] == [0, 0]
    await slack.start()
    await office.send(sender)
    assert [(await office.get(each)).state for each in deliveries] == [DeliveryState.SENT] * 2
    assert len(slack.posts) == 2


@on_sqlite
@pytest.mark.parametrize(("retry_after", "seconds"), [("10", 10), ("99999", 600), (None, 30)])
async def test_a_429_is_obeyed_and_is_no_try(
    office: Office, sender: Sender, slack: SlackServer, retry_after: str | None, seconds: int
) -> None:
    slack.goes_wrong("chat.postMessage", too_many(retry_after))
    delivery = await office.put()
    await office.send(sender)
    waiting = await office.get(delivery)
    assert (waiting.state, waiting.attempts) == (DeliveryState.PENDING, 0)
    assert len(slack.calls) == 1
    office.later(seconds=seconds - 1)
    await office.send(sender)
    assert len(slack.calls) == 1
    office.later(seconds=1)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT


@on_sqlite
async def test_a_429_for_a_redrawing_closes_nothing_else(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    sender = new_sender(at_once=1)
    redrawing = await office.put_redraw(await office.put(TOM), TOM)
    slack.goes_wrong("chat.update", too_many("1"))
    await office.send(sender)
    post = await office.put(MAYA)
    await office.send(sender)
    assert (await office.get(post)).state == DeliveryState.SENT
    assert (await office.get(redrawing)).state == DeliveryState.PENDING
    assert (await office.get(redrawing)).attempts == 0
    office.later(seconds=2)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.SENT


async def test_what_waits_after_a_429_keeps_its_order(office: Office, sender: Sender, slack: SlackServer) -> None:
    slack.goes_wrong("chat.postMessage", too_many("1"))
    ids = [await office.put() for _ in range(5)]
    await office.send(sender)
    office.later(seconds=1)
    await office.send(sender)
    sent = [(await office.get(each)).ts for each in ids]
    assert sent == [post["ts"] for post in slack.posts]
    assert all(before < after for before, after in pairwise(str(ts) for ts in sent))


@on_sqlite
@pytest.mark.parametrize("error", ["invalid_auth", "account_inactive", "token_revoked"])
async def test_a_suspended_workspace_is_left_alone(
    office: Office, new_sender: NewSender, slack: SlackServer, error: str
) -> None:
    sender = new_sender(at_once=1)
    slack.goes_wrong("chat.postMessage", refuses(error))
    deliveries = [await office.put(MAYA), await office.put(TOM)]
    await office.send(sender)
    assert len(slack.calls) == 1
    assert [(await office.get(each)).attempts for each in deliveries] == [0, 0]
    office.later(minutes=10)
    await office.send(sender)
    assert [(await office.get(each)).state for each in deliveries] == [DeliveryState.SENT] * 2


@on_sqlite
@pytest.mark.parametrize("error", ["is_archived", "channel_not_found", "invalid_blocks"])
async def test_what_is_refused_for_good_is_dead_with_its_reason(
    office: Office, sender: Sender, slack: SlackServer, error: str
) -> None:
    slack.goes_wrong("chat.postMessage", refuses(error))
    delivery = await office.put()
    await office.send(sender)
    office.later(days=1)
    await office.send(sender)
    dead = await office.get(delivery)
    assert (dead.state, dead.error) == (DeliveryState.DEAD, error)
    assert len(slack.calls) == 1


@on_sqlite
async def test_what_fails_for_sure_is_tried_again_later_and_given_up_after_enough_tries(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    sender = new_sender(tries=3, backoff=Backoff(60.0, 3600.0, least=30.0))
    slack.goes_wrong("chat.postMessage", *[refuses("message_limit_exceeded")] * 3)
    delivery = await office.put()
    await office.send(sender)
    waiting = await office.get(delivery)
    assert timedelta(seconds=30) <= waiting.not_before - NOON <= timedelta(seconds=60)
    assert (waiting.attempts, waiting.error) == (1, "message_limit_exceeded")
    for _ in range(5):
        office.later(hours=1)
        await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.DEAD
    assert len(slack.calls) == 3


@on_sqlite
async def test_what_cannot_be_put_into_words_harms_nothing_else(
    office: Office, sender: Sender, caplog: pytest.LogCaptureFixture
) -> None:
    wordless = await office.put(MAYA, kind="of no kind")
    fine = await office.put(TOM)
    await office.send(sender)
    assert (await office.get(wordless)).state == DeliveryState.PENDING
    assert (await office.get(wordless)).error == "ValueError"
    assert (await office.get(fine)).state == DeliveryState.SENT
    assert f"delivery broke: id={wordless}" in caplog.text


@on_sqlite
async def test_a_mistake_of_our_own_after_a_post_never_sends_it_again(
    office: Office, sender: Sender, calls: SlackCalls, slack: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(calls, "_unreached")
    delivery = await office.put()
    await office.send(sender)
    office.later(days=1)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.IN_DOUBT
    assert len(slack.posts) == 1


@on_sqlite
async def test_no_words_reach_the_log(
    office: Office, sender: Sender, slack: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    slack.goes_wrong("chat.postMessage", answers("<h1>Welcome</h1>", content_type="text/html"))
    await office.put(MAYA)
    await office.put(TOM)
    await office.send(sender)
    assert "delivery" in caplog.text
    for post in slack.posts:
        assert not [line for line in post["text"].splitlines() if line and line in caplog.text]


@pytest.mark.parametrize("killed_at", ["conversations.open", "chat.postMessage"])
async def test_a_sender_killed_between_claim_and_end_loses_nothing_and_doubles_nothing(
    office: Office, sender: Sender, slack: SlackServer, database_url: str, tmp_path: Path, killed_at: str
) -> None:
    # Before its post the sender was about to open the direct message; after it, the answer is still to come.
    slack.goes_wrong(killed_at, slack_server.never_answers)
    await office.change(MAYA, dm_channel=None)
    delivery = await office.put()
    arguments = (database_url, slack.url, NOON.isoformat())
    async with forked(tmp_path, "tests.scheduler.sender_process", *arguments, environ=os.environ) as process:
        ended = asyncio.create_task(process.wait())
        # A busy machine takes a while to start a process.
        calling = asyncio.create_task(slack.until(lambda: len(slack.called(killed_at)) == 1, within=120))
        await asyncio.wait({ended, calling}, return_when=asyncio.FIRST_COMPLETED)
        assert process.returncode is None
        process.kill()
        await asyncio.gather(ended, calling)
    posts_before = len(slack.posts)

    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENDING
    # Once its lease is over, and some time more, the history tells.
    await office.lease_runs_out(delivery)
    office.later(minutes=5)
    await office.send(sender)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert posts_before == (killed_at == "chat.postMessage")
    assert len(slack.posts) == 1
