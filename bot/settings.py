"""What an operator can set: read from the environment and `.env`, checked at once, and named when wrong."""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self, TypeVar
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.problems import CannotStartError
from storage.keyring import BadKeysError, Keyring
from storage.urls import BadUrlError, parse_url

T = TypeVar("T")

SLACK_API_URL = "https://slack.com/api/"
DATABASE_URL = "sqlite:///rapport.db"
PORT = 3000
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
HIGHEST_PORT = 65_535

OURS = ("RAPPORT_", "SLACK_")
# Whoever uses Slack's own command line finds these set: no mistake, and nothing to us.
OF_SLACKS_OWN_TOOLS = (
    "SLACK_AUTO_REQUEST_AAA", "SLACK_CLI_", "SLACK_CONFIG_DIR", "SLACK_DISABLE_TELEMETRY", "SLACK_SERVICE_TOKEN",
    "SLACK_SKIP_UPDATE", "SLACK_TEST_", "SLACK_USER_TOKEN",
)  # fmt: skip

BOT_PAGE = "api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token"
APP_PAGE = "api.slack.com/apps, your app, Basic Information, App-Level Tokens (scope connections:write)"
HOW_TO_MAKE_KEYS = "Make one with `openssl rand -base64 32`, and keep a copy of it in a safe place."


@dataclass(frozen=True, kw_only=True)
class DatabaseSettings:
    """What an operator has set for work that is done without Slack. Secrets do not show when it is printed.

    Each field is set by the name of the same letters in capitals.

    Attributes:
        database_url: A SQLite file or a PostgreSQL database.
        rapport_keys: Keys for private words at rest; None: a key file beside the SQLite database.
        log_level: From which of logging's levels on to log.
    """

    database_url: str = field(default=DATABASE_URL, repr=False)
    rapport_keys: str | None = field(default=None, repr=False)
    log_level: int = logging.INFO

    @classmethod
    def load(cls, environ: Mapping[str, str], env_file: Path | None = None) -> Self:
        """Read settings. The environment goes before the file, and an empty value counts as not set.

        Args:
            environ: The process's environment.
            env_file: A file of `NAME=value` lines; it need not exist.

        Raises:
            CannotStartError: With everything that is missing or wrong.
        """
        in_file = _read(env_file)
        reader = _Reader(in_file, environ)
        settings = cls(**cls._of(reader))
        if settings.rapport_keys is None and parse_url(settings.database_url).dialect == "postgresql":
            reader.problem("RAPPORT_KEYS", f"is missing, and PostgreSQL needs it. {HOW_TO_MAKE_KEYS}")
        reader.problems.extend(_unknown(in_file, environ))
        if reader.problems:
            raise CannotStartError(reader.problems)
        return settings

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be seen in a log."""
        password = urlsplit(self.database_url).password
        return tuple(filter(None, (self.rapport_keys, password)))

    @classmethod
    def _of(cls, reader: "_Reader") -> dict[str, Any]:
        return {
            "database_url": reader.optional("DATABASE_URL", _database_url, DATABASE_URL),
            "rapport_keys": reader.optional("RAPPORT_KEYS", _keys, None),
            "log_level": reader.optional("LOG_LEVEL", _log_level, logging.INFO),
        }


@dataclass(frozen=True)
class Settings(DatabaseSettings):
    """All that an operator has set.

    Attributes:
        slack_bot_token: The bot's token, `xoxb-...`.
        slack_app_token: The app-level token for Socket Mode, `xapp-...`.
        slack_api_url: Where Slack's Web API is, with a slash at the end.
        port: Where `/healthz` listens; 0: any free port, for this machine alone.
    """

    slack_bot_token: str = field(repr=False)
    slack_app_token: str = field(repr=False)
    slack_api_url: str = SLACK_API_URL
    port: int = PORT

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be seen in a log."""
        return tuple(filter(None, (self.slack_bot_token, self.slack_app_token, *super().secrets)))

    @classmethod
    def _of(cls, reader: "_Reader") -> dict[str, Any]:
        api_url = reader.optional("SLACK_API_URL", _api_url, SLACK_API_URL)
        # Another server may give its tokens any form.
        is_slacks = api_url == SLACK_API_URL
        return {
            "slack_bot_token": reader.required("SLACK_BOT_TOKEN", _bot_token if is_slacks else str, BOT_PAGE),
            "slack_app_token": reader.required("SLACK_APP_TOKEN", _app_token if is_slacks else str, APP_PAGE),
            "slack_api_url": api_url,
            **super()._of(reader),
            "port": reader.optional("PORT", _port, PORT),
        }


# In the order in which an operator meets them.
NAMES = (
    "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_API_URL", "DATABASE_URL", "RAPPORT_KEYS", "PORT", "LOG_LEVEL",
)  # fmt: skip


class _Reader:
    """Takes settings one by one, from the last source that has them, and collects what is wrong with them."""

    def __init__(self, *sources: Mapping[str, str]) -> None:
        self._given = {name: value.strip() for source in sources for name, value in source.items() if value.strip()}
        self.problems: list[str] = []

    def problem(self, name: str, what: str) -> None:
        """Note what is wrong with a setting."""
        self.problems.append(f"{name} {what}")

    def required(self, name: str, parse: Callable[[str], str], where: str) -> str:
        """Read a setting without which nothing goes."""
        if name not in self._given:
            self.problem(name, f"is missing. You find it at {where}.")
        return self.optional(name, parse, "")

    def optional(self, name: str, parse: Callable[[str], T], default: T) -> T:
        """Read a setting, or take its default when it is not set or wrong."""
        if name not in self._given:
            return default
        try:
            return parse(self._given[name])
        except ValueError as error:
            self.problem(name, str(error))
            return default


def _read(env_file: Path | None) -> dict[str, str]:
    if env_file is None:
        return {}
    # Without interpolation: a $ in a password is a $.
    return {name: value or "" for name, value in dotenv_values(env_file, interpolate=False).items()}


def _unknown(in_file: Iterable[str], environ: Iterable[str]) -> list[str]:
    strangers = {name: ".env" for name in in_file if name not in NAMES}
    for name in environ:
        if name.startswith(OURS) and not name.startswith(OF_SLACKS_OWN_TOOLS) and name not in NAMES:
            strangers.setdefault(name, "the environment")
    problems = []
    for name, place in sorted(strangers.items()):
        close = get_close_matches(name.upper(), NAMES, n=1)
        advice = f"Did you mean {close[0]}?" if close else f"Remove it; the settings are {', '.join(NAMES)}."
        problems.append(f"{name} in {place} is not a setting. {advice}")
    return problems


def _bot_token(text: str) -> str:
    if not text.startswith(("xoxb-", "xoxe.xoxb-")):
        error = f"is not a bot token, which begins with xoxb-. You find it at {BOT_PAGE}."
        raise ValueError(error)
    return text


def _app_token(text: str) -> str:
    if not text.startswith("xapp-"):
        error = f"is not an app-level token, which begins with xapp-. You find it at {APP_PAGE}."
        raise ValueError(error)
    return text


def _api_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        error = f"is not a web address. Leave it out for Slack itself, which is {SLACK_API_URL}."
        raise ValueError(error)
    return text if text.endswith("/") else f"{text}/"


def _database_url(text: str) -> str:
    try:
        parse_url(text)
    except BadUrlError as error:
        wrong = f"cannot be used: {error}"
        raise ValueError(wrong) from None
    return text


def _keys(text: str) -> str:
    try:
        Keyring.from_text(text)
    except BadKeysError as error:
        wrong = f"cannot be used: {error} {HOW_TO_MAKE_KEYS}"
        raise ValueError(wrong) from None
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        error = f"is not a port number. Give a number from 1 to {HIGHEST_PORT}, or leave it out for {PORT}."
        raise ValueError(error)
    return int(text)


def _log_level(text: str) -> int:
    level = text.upper()
    if level not in LOG_LEVELS:
        error = f"is not a level. Give one of {', '.join(LOG_LEVELS)}, or leave it out for INFO."
        raise ValueError(error)
    return logging.getLevelNamesMapping()[level]
