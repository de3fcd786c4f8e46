"""`rapport run` beside a Slack-compatible server that leaves out whatever may be left out."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import utc_now
from bot.manifest import manifest_path
from playground.client import People
from playground.server import Playground
from playground.shapes import Json
from tests.scenarios.line import Line
from tests.scenarios.office import KEYS, the_company
from tests.scenarios.process import rapport_run

LEFT_OUT = {
    *("tz", "tz_label", "tz_offset", "locale", "hash", "is_restricted", "is_ultra_restricted", "is_bot", "deleted"),
    *("display_name", "display_name_normalized", "real_name_normalized", "color", "title", "updated", "is_member"),
    *("response_metadata", "enterprise", "is_enterprise_install", "is_ext_shared_channel", "authorizations", "tab"),
    *("team_domain", "domain", "channel_name", "user_name", "username", "event_context", "event_time", "api_app_id"),
    *("app_installed_team_id", "previous_view_id", "root_view_id", "external_id", "clear_on_close", "debug_info"),
}


def spare(answer: object) -> object:
    """An answer without anything that may be absent."""
    if isinstance(answer, dict):
        return {key: spare(value) for key, value in answer.items() if key not in LEFT_OUT}
    return [spare(one) for one in answer] if isinstance(answer, list) else answer


def spare_object(answer: Json) -> Json:
    return {key: spare(value) for key, value in answer.items() if key not in LEFT_OUT}


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    playground = Playground(manifest_path(), the_company(), utc_now, ack_timeout=20, trigger_life=20)
    Line(playground).change = spare_object
    playground.on_answer(spare_object)
    await playground.start()
    yield playground
    await playground.stop()


async def test_a_pair_begins_and_logs_a_session(playground: Playground, database_url: str, tmp_path: Path) -> None:
    settings = {
        "SLACK_BOT_TOKEN": playground.bot_token,
        "SLACK_APP_TOKEN": playground.app_token,
        "SLACK_API_URL": playground.api_url,
        "DATABASE_URL": database_url,
        "RAPPORT_KEYS": KEYS,
    }
    async with rapport_run(settings, tmp_path) as rapport, People(playground.url) as people:
        amara, jonas, wanjiru = (people.as_(name) for name in ("amara", "jonas", "wanjiru"))
        await amara.command("/mentoring", "pair")
        form = await amara.modal("Pair two people")
        await form.fill("Mentor", "jonas")
        await form.fill("Mentee", "wanjiru")
        await form.fill("Celebrations channel", "#wins")
        assert (await form.submit()).result == "closed"
        # News waits for working hours, and this may run on a Sunday; App Home does not wait.
        for person in (jonas, wanjiru):
            await person.open_home()
            await person.press("Accept", in_="home")
        await wanjiru.see("not met yet", where="home")
        await wanjiru.see("*Your settings:* UTC", where="home")
        await wanjiru.press("Log our first session", in_="home")
        form = await wanjiru.modal("Log a check-in")
        await form.fill("What we talked about", "How data moves")
        await form.press("Add more")
        await form.fill("A win to celebrate", "I understood it")
        assert (await form.submit()).result == "closed"
        await wanjiru.see("Saved: your session with Jonas Weber", where="app")
        await wanjiru.see("I understood it", where="home")
        await jonas.see("Wanjiru Kamau logged your session", where="home")
        await jonas.command("/mentoring", "settings")
        assert "Slack does not say which time zone you are in" in (await jonas.modal("Your settings")).text
        await amara.say("app", "hello")
        await amara.see("Thank you for writing.", where="app")
        assert "ERROR" not in rapport.log
