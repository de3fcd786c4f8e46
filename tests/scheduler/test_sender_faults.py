"""Whatever goes wrong: what surely did not arrive is sent again, what may have arrived is not."""

import asyncio
import logging
import sys
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from scheduler.backoff import Backoff
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from storage.models import Delivery, DeliveryState
from storage.outbox import claim_due
from storage.transaction import Transaction
from tests.scheduler import slack_server
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, TOM, Office, dm
from tests.scheduler.slack_server import Fault, SlackServer, answers, hangs, holds, refuses, too_many

# What the databases differ in is tests/storage's to show.
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"])

# Every other way in which an answer can leave doubt: test_outcomes.py.
DOUBTFUL: dict[str, Fault] = {
    "reply lost": slack_server.loses_the_reply,
    "no reply in time": slack_server.never_answers,
    "503": answers("<h1>Back soon</h1>", status=503, content_type="text/html"),
}


@pytest.mark.parametrize("fault", DOUBTFUL.values(), ids=DOUBTFUL.keys())
async def test_a_post_that_may_have_arrived_is_in_doubt_and_never_sent_again(
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


@on_sqlite
class TestClosing:
    async def test_lets_a_post_on_its_way_arrive(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        gate = asyncio.Event()
        slack.goes_wrong("chat.postMessage", holds(gate))
        delivery = await office.put()
        await sender.drain()
        await slack.until(lambda: len(slack.calls) == 1)
        closing = asyncio.create_task(sender.close(within=5))
        gate.set()
        await closing
        assert (await office.get(delivery)).state == DeliveryState.SENT

    async def test_doubts_a_post_that_has_no_answer(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        slack.goes_wrong("chat.postMessage", hangs)
        delivery = await office.put()
        await sender.drain()
        await slack.until(lambda: len(slack.calls) == 1)
        await sender.close(within=0)
        in_doubt = await office.get(delivery)
        assert (in_doubt.state, in_doubt.error) == (DeliveryState.IN_DOUBT, "stopped")

    async def test_gives_back_what_is_not_on_its_way(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        slack.goes_wrong("conversations.open", hangs)
        await office.change(MAYA, dm_channel=None)
        delivery = await office.put()
        await sender.drain()
        await slack.until(lambda: len(slack.calls) == 1)
        await sender.close(within=0)
        given_back = await office.get(delivery)
        assert (given_back.state, given_back.attempts) == (DeliveryState.PENDING, 0)
        assert given_back.not_before == NOON

    async def test_gives_back_what_was_claimed_by_a_cancelled_pass(
        self, office: Office, sender: Sender, slack: SlackServer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        claiming = asyncio.Event()

        async def claim(
            tx: Transaction, now: datetime, limit: int, lease: timedelta, *, closed: Collection[str]
        ) -> list[Delivery]:
            claiming.set()
            return await claim_due(tx, now, limit, lease, closed=closed)

        monkeypatch.setattr("scheduler.sender.claim_due", claim)
        delivery = await office.put()
        passing = asyncio.create_task(sender.drain())
        await claiming.wait()
        passing.cancel()
        await sender.close(within=30)
        assert passing.cancelled()
        left = await office.get(delivery)
        assert left.state in (DeliveryState.PENDING, DeliveryState.SENT)
        assert len(slack.posts) == (left.state == DeliveryState.SENT)

    async def test_takes_nothing_more(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        await sender.close(within=0)
        delivery = await office.put()
        await office.send(sender)
        assert (await office.get(delivery)).state == DeliveryState.PENDING
        assert slack.calls == []


@on_sqlite
class TestRedrawing:
    async def test_shows_the_newest_state_in_place(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        post = await office.put()
        redrawing = await office.put_redraw(post)
        await office.send(sender)
        [update] = slack.called("chat.update")
        original = await office.get(post)
        assert (update["channel"], update["ts"]) == (original.channel, original.ts)
        assert "metadata" not in update
        assert (await office.get(redrawing)).state == DeliveryState.SENT
        assert len(slack.posts) == 1

    @pytest.mark.parametrize("fault", DOUBTFUL.values(), ids=DOUBTFUL.keys())
    async def test_is_repeated_when_it_is_in_doubt(
        self, office: Office, sender: Sender, slack: SlackServer, fault: Fault
    ) -> None:
        redrawing = await office.put_redraw(await office.put())
        slack.goes_wrong("chat.update", fault)
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.PENDING
        office.later(hours=1)
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.SENT
        assert len(slack.called("chat.update")) == 2

    async def test_waits_for_its_post(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        post = await office.put(not_before=NOON + timedelta(hours=1))
        redrawing = await office.put_redraw(post)
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.PENDING
        office.later(hours=1)
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.SENT
        assert [method for method, _ in slack.calls] == ["chat.postMessage", "chat.update"]

    async def test_holds_nothing_up_while_its_post_is_to_be_tried_again(
        self, office: Office, sender: Sender, slack: SlackServer
    ) -> None:
        slack.goes_wrong("chat.postMessage", refuses("message_limit_exceeded"))
        redrawing = await office.put_redraw(await office.put())
        await office.send(sender)
        following = await office.put()
        await office.send(sender)
        assert (await office.get(following)).state == DeliveryState.SENT
        assert (await office.get(redrawing)).state == DeliveryState.PENDING

    async def test_ends_with_a_post_that_died(self, office: Office, sender: Sender, slack: SlackServer) -> None:
        slack.goes_wrong("chat.postMessage", refuses("is_archived"))
        redrawing = await office.put_redraw(await office.put())
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.CANCELLED
        assert slack.called("chat.update") == []

    async def test_of_a_deleted_message_ends_quietly(
        self, office: Office, sender: Sender, slack: SlackServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        redrawing = await office.put_redraw(await office.put())
        slack.goes_wrong("chat.update", refuses("message_not_found"))
        await office.send(sender)
        assert (await office.get(redrawing)).state == DeliveryState.DEAD
        assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize("killed_at", ["conversations.open", "chat.postMessage"])
async def test_a_sender_killed_between_claim_and_end_leaves_doubt_and_never_a_double(
    office: Office, sender: Sender, slack: SlackServer, database_url: str, killed_at: str
) -> None:
    # Before its post the sender was about to open the direct message; after it, the answer is still to come.
    slack.goes_wrong(killed_at, slack_server.never_answers)
    await office.change(MAYA, dm_channel=None)
    delivery = await office.put()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.scheduler.sender_process", database_url, slack.url, NOON.isoformat()
    )
    ended = asyncio.create_task(process.wait())
    # It has all of Rapport to import first, on a machine that may be busy.
    calling = asyncio.create_task(slack.until(lambda: len(slack.called(killed_at)) == 1, within=120))
    await asyncio.wait({ended, calling}, return_when=asyncio.FIRST_COMPLETED)
    assert process.returncode is None
    process.kill()
    await asyncio.gather(ended, calling)
    posts_before = len(slack.posts)

    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENDING
    await office.lease_runs_out(delivery)
    office.later(days=1)
    await office.send(sender)
    in_doubt = await office.get(delivery)
    assert (in_doubt.state, in_doubt.error) == (DeliveryState.IN_DOUBT, "lease_ran_out")
    assert len(slack.posts) == posts_before == (killed_at == "chat.postMessage")
