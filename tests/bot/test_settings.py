"""Settings: read once, checked at once, and every problem named at the same time."""

import logging
from pathlib import Path

import pytest

from bot.problems import CannotStartError
from bot.settings import NAMES, SLACK_API_URL, DatabaseSettings, Settings
from storage.keyring import new_key

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1-very-secret", "SLACK_APP_TOKEN": "xapp-1-very-secret"}


def problems(environ: dict[str, str], env_file: Path | None = None) -> tuple[str, ...]:
    with pytest.raises(CannotStartError) as caught:
        Settings.load(environ, env_file)
    assert caught.value.exit_code == 2
    return caught.value.problems


def test_two_tokens_are_enough() -> None:
    assert Settings.load(TOKENS) == Settings(
        slack_bot_token=TOKENS["SLACK_BOT_TOKEN"],
        slack_app_token=TOKENS["SLACK_APP_TOKEN"],
        slack_api_url=SLACK_API_URL,
        database_url="sqlite:///rapport.db",
        rapport_keys=None,
        port=3000,
        log_level=logging.INFO,
    )


def test_every_field_is_set_by_its_name() -> None:
    assert sorted(NAMES) == sorted(name.upper() for name in Settings.__dataclass_fields__)


def test_work_without_slack_needs_no_tokens_and_ignores_bad_ones() -> None:
    assert DatabaseSettings.load({}) == DatabaseSettings()
    keys = new_key()
    environ = {"DATABASE_URL": "postgres://me:pw@db/rapport", "RAPPORT_KEYS": keys, "SLACK_BOT_TOKEN": "oops"}
    settings = DatabaseSettings.load(environ)
    assert settings.secrets == (keys, "pw")
    with pytest.raises(CannotStartError) as caught:
        DatabaseSettings.load({"DATABASE_URL": environ["DATABASE_URL"], "RAPPORT_KEY": keys})
    assert [problem.split()[0] for problem in caught.value.problems] == ["RAPPORT_KEYS", "RAPPORT_KEY"]


def test_everything_can_be_set() -> None:
    keys = f"{new_key()},{new_key()}"
    environ = {
        "SLACK_API_URL": "http://localhost:9/api",
        "DATABASE_URL": "postgres://me:pw@db/rapport",
        "RAPPORT_KEYS": keys,
        "PORT": "0",
        "LOG_LEVEL": "debug",
    }
    settings = Settings.load({**TOKENS, **environ})
    assert settings.slack_api_url == "http://localhost:9/api/"
    assert (settings.database_url, settings.rapport_keys) == ("postgres://me:pw@db/rapport", keys)
    assert (settings.port, settings.log_level) == (0, logging.DEBUG)


def test_the_environment_goes_before_the_file_and_empty_is_not_set(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKEN=xoxb-of-$file\nSLACK_APP_TOKEN='xapp-of-file'\nPORT=\nLOG_LEVEL=ERROR\n")
    settings = Settings.load({"LOG_LEVEL": "WARNING", "SLACK_APP_TOKEN": " "}, file)
    assert (settings.slack_bot_token, settings.slack_app_token) == ("xoxb-of-$file", "xapp-of-file")
    assert (settings.port, settings.log_level) == (3000, logging.WARNING)


def test_a_file_need_not_exist(tmp_path: Path) -> None:
    assert Settings.load(TOKENS, tmp_path / "none").port == 3000


def test_everything_that_is_wrong_is_named_at_once_and_no_secret_is_quoted() -> None:
    found = problems(
        {
            "SLACK_BOT_TOKEN": "xapp-1-very-secret",
            "DATABASE_URL": "mysql://me:very-secret@db/rapport",
            "RAPPORT_KEYS": "very-secret",
            "PORT": "70000",
            "LOG_LEVEL": "loud",
            "RAPPORT_KEY": "very-secret",
        }
    )
    assert [problem.split()[0] for problem in found] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "DATABASE_URL",
        "RAPPORT_KEYS",
        "LOG_LEVEL",
        "PORT",
        "RAPPORT_KEY",
    ]
    assert "very-secret" not in "".join(found)


def test_another_server_may_give_its_tokens_any_form() -> None:
    tokens = {"SLACK_BOT_TOKEN": "bot", "SLACK_APP_TOKEN": "app"}
    assert Settings.load({**tokens, "SLACK_API_URL": "http://localhost:9/"}).slack_app_token == "app"
    assert len(problems(tokens)) == 2
    (problem,) = problems({**TOKENS, "SLACK_API_URL": "slack.com"})
    assert problem.startswith("SLACK_API_URL is not a web address.")


def test_each_problem_says_what_to_do() -> None:
    bot, app = problems({})
    assert bot.startswith("SLACK_BOT_TOKEN is missing.")
    assert "OAuth & Permissions" in bot
    assert app.startswith("SLACK_APP_TOKEN is missing.")
    assert "connections:write" in app


def test_postgresql_needs_keys_of_its_own() -> None:
    (problem,) = problems({**TOKENS, "DATABASE_URL": "postgresql://db/rapport"})
    assert problem.startswith("RAPPORT_KEYS is missing")
    assert "openssl rand -base64 32" in problem


def test_unknown_names_are_named_with_what_was_perhaps_meant(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKE=x\nHOME_SWEET_HOME=1\n")
    found = problems({**TOKENS, "RAPPORT_DATABASE_URL": "x", "HOME": "/root", "SLACK_CLI_XOXB": "x"}, file)
    assert found == (
        f"HOME_SWEET_HOME in .env is not a setting. Remove it; the settings are {', '.join(NAMES)}.",
        "RAPPORT_DATABASE_URL in the environment is not a setting. Did you mean DATABASE_URL?",
        "SLACK_BOT_TOKE in .env is not a setting. Did you mean SLACK_BOT_TOKEN?",
    )


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    settings = Settings.load(
        {**TOKENS, "DATABASE_URL": "postgresql://me:very-secret@db/rapport", "RAPPORT_KEYS": new_key()}
    )
    shown = f"{settings!r} {settings}"
    assert "secret" not in shown
    assert settings.rapport_keys is not None
    assert settings.rapport_keys not in shown
    assert set(settings.secrets) == {*TOKENS.values(), "very-secret", settings.rapport_keys}


def test_the_example_file_lists_every_setting() -> None:
    example = Path(__file__).parents[2] / ".env.example"
    lines = [line.removeprefix("# ") for line in example.read_text("utf-8").splitlines()]
    named = [line.partition("=")[0] for line in lines if line.partition("=")[0].isupper() and "=" in line]
    assert named == list(NAMES)
