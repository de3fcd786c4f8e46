"""kill -9 right after Slack had its answer: what was acknowledged is there, and every message comes exactly once."""

import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.assemble import assemble
from bot.clock import latest_working_morning, utc_now
from bot.manifest import manifest_path
from bot.seed import seed
from bot.settings import Settings
from playground.client import Actor, People
from playground.faults import Trouble
from playground.server import Playground
from tests.scenarios.office import KEYS, the_company
from tests.scenarios.process import rapport_run


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(manifest_path(), the_company(), utc_now, ack_timeout=20, trigger_life=20)
    await playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
def environ(playground: Playground, database_url: str) -> Mapping[str, str]:
    """The settings of `rapport run`."""
    return {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_APP_TOKEN": playground.app_token,
        "SLACK_API_URL": playground.api_url,
        "DATABASE_URL": database_url,
        "RAPPORT_KEYS": KEYS,
    }


async def _live_through_the_history(environ: Mapping[str, str]) -> None:
    """Maya and Tom have met for weeks, up to this moment."""
    rapport = await assemble(Settings.load(environ), utc_now)
    await seed(rapport.services, latest_working_morning(utc_now()))
    await rapport.stop()


async def test_nothing_acknowledged_is_lost_and_nothing_is_said_twice(
    environ: Mapping[str, str], playground: Playground, database_url: str, tmp_path: Path
) -> None:
    await _live_through_the_history(environ)
    async with People(playground.url) as people:
        maya, tom, zainab = (people.as_(name) for name in ("maya", "tom", "zainab"))

        async with rapport_run(environ, tmp_path) as rapport:
            # Slack takes no posts, so that none can be on its way when the end comes.
            playground.faults.add(Trouble.TOO_MANY, "chat.postMessage", seconds=600)
            await people.as_("amara").say("app", "hello")
            await rapport.logs("too many calls of chat.postMessage")
            await maya.command("/win", "I said no, kindly")
            form = await maya.modal("Celebrate a win")
            await form.fill("Who may see the win?", "Everyone in the celebrations channel")
            assert (await form.submit()).result == "closed"
            # Whoever writes is asked about, and no answer comes: the event is acknowledged, and not handled.
            playground.faults.add(Trouble.NO_ANSWER, "users.info")
            await zainab.say("app", "hello there")
            await maya.command("/checkin", "What I learnt of saying no")
            form = await maya.modal("Log a check-in")
            assert (await form.submit()).result == "closed"
            await rapport.kill()

        playground.faults.clear()
        _a_minute_passes(database_url)

        async with rapport_run(environ, tmp_path):
            await maya.see("What I learnt of saying no", where="app")
            await maya.see("Your win is in", where="app")
            await tom.see("I said no, kindly", where="#wins")
            await zainab.see("Thank you for writing.", where="app")
            for person in (maya, tom):
                await person.open_home()
            await maya.see("I said no, kindly", where="home")
            await tom.see("Maya logged your session", where="home")

        assert await _count(maya, "app", "Saved: your session with Tom") == 1
        assert await _count(maya, "app", "Your win is in") == 1
        assert await _count(tom, "#wins", "I said no, kindly") == 1
        assert await _count(zainab, "app", "Thank you for writing.") == 1
        assert await _count(people.as_("amara"), "app", "Thank you for writing.") == 1


async def _count(person: Actor, where: str, words: str) -> int:
    return sum(words in message.text for message in await person.messages(where))


def _a_minute_passes(database_url: str) -> None:
    """Events are left to whoever received them for half a minute; nobody waits for that here."""
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as database, database:
        database.execute("UPDATE slack_event SET received_at = datetime(received_at, '-1 minute')")
