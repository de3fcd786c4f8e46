"""Signing in: what is Slack's refusal, what is no Slack at all, and what may pass."""

from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web

from bot.problems import CannotStartError
from bot.settings import Settings
from bot.slack import open_session, sign_in, slack_client
from tests.bot.tiny_slack import APP_TOKEN, BOT_TOKEN, TEAM, TinySlack

Answer = Callable[[web.Request], web.Response]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.slack.TRY_AGAIN_AFTER", (0.0, 0.0))


@pytest.fixture
async def tiny_slack() -> AsyncIterator[TinySlack]:
    server = TinySlack()
    await server.start()
    yield server
    await server.stop()


class OddServer:
    """Answers every call in the same way, and counts them."""

    def __init__(self) -> None:
        self.calls = 0
        self.answer: Answer = lambda _: web.Response()
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.calls += 1
        return self.answer(request)


@pytest.fixture
async def odd_server() -> AsyncIterator[OddServer]:
    server = OddServer()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    yield server
    await runner.cleanup()


async def problems(url: str, bot_token: str = BOT_TOKEN, app_token: str = APP_TOKEN) -> tuple[str, ...]:
    settings = Settings(bot_token, app_token, slack_api_url=url)
    async with open_session() as session:
        with pytest.raises(CannotStartError) as caught:
            await sign_in(slack_client(settings, session), settings)
    assert caught.value.exit_code == 2
    return caught.value.problems


async def test_who_we_are_and_where_to_connect(tiny_slack: TinySlack) -> None:
    settings = Settings(BOT_TOKEN, APP_TOKEN, slack_api_url=tiny_slack.api_url)
    async with open_session() as session:
        signed_in = await sign_in(slack_client(settings, session), settings)
    assert (signed_in.installed.workspace, signed_in.installed.bot_user) == (TEAM, "U0BOT")
    assert (signed_in.authorization.bot_id, signed_in.authorization.bot_token) == ("B0BOT", BOT_TOKEN)
    assert signed_in.socket_address.startswith("ws://127.0.0.1:")


async def test_each_token_that_is_refused_is_named(tiny_slack: TinySlack) -> None:
    (bot,) = await problems(tiny_slack.api_url, bot_token="very-secret")
    assert bot.startswith("SLACK_BOT_TOKEN is refused by Slack (invalid_auth).")
    (app,) = await problems(tiny_slack.api_url, app_token="very-secret")
    assert app.startswith("SLACK_APP_TOKEN is refused by Slack (invalid_auth).")
    both = await problems(tiny_slack.api_url, bot_token="very-secret", app_token="very-secret")
    assert len(both) == 2
    assert "very-secret" not in "".join(both)


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: web.Response(text="<p>Welcome</p>", content_type="text/html"),
        lambda _: web.Response(text="<p>Not here</p>", content_type="text/html", status=404),
        lambda _: web.json_response({"hello": "world"}),
        lambda _: web.Response(text="{", content_type="application/json"),
    ],
)
async def test_what_is_no_slack_is_said_once(odd_server: OddServer, answer: Answer) -> None:
    odd_server.answer = answer
    (problem,) = await problems(odd_server.url)
    assert problem.startswith("SLACK_API_URL does not answer as Slack does")
    assert odd_server.calls == 2


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: web.json_response({"ok": False, "error": "internal_error"}),
        lambda _: web.json_response({"ok": False, "error": "ratelimited"}, status=429),
        lambda _: web.Response(text="<p>Bad gateway</p>", content_type="text/html", status=502),
    ],
)
async def test_what_may_pass_is_tried_again(odd_server: OddServer, answer: Answer) -> None:
    odd_server.answer = answer
    (problem,) = await problems(odd_server.url)
    assert problem.startswith(f"Slack is not reached at {odd_server.url}")
    assert odd_server.calls == 6


async def test_nobody_there() -> None:
    (problem,) = await problems("http://127.0.0.1:1/api/")
    assert problem.startswith("Slack is not reached at http://127.0.0.1:1/api/ (ClientConnectorError).")
