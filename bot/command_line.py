"""The command `rapport`."""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.markup import escape

from bot.logs import set_up_logs
from bot.problems import CannotStartError
from bot.proxy import drop_bypassed_proxies
from bot.run import run as run_rapport
from bot.settings import NAMES, Settings

T = TypeVar("T")

ENV_FILE = Path(".env")

app = typer.Typer(
    help="Rapport keeps mentoring pairs alive, in Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


@app.command()
def run() -> None:
    """Run the bot: connect to Slack and work until stopped."""
    settings = _settings()
    set_up_logs(settings.log_level, settings.secrets)
    drop_bypassed_proxies(settings.slack_api_url, os.environ)
    _carry_out(run_rapport(settings))


def main() -> None:
    """Be the command `rapport`."""
    app(prog_name="rapport")


def _settings() -> Settings:
    try:
        settings = Settings.load(os.environ, ENV_FILE)
    except CannotStartError as error:
        _complain(error)
        raise typer.Exit(error.exit_code) from None
    # Bolt reads some of these names by itself. What is said once is enough.
    for name in NAMES:
        os.environ.pop(name, None)
    return settings


def _carry_out(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except CannotStartError as error:
        _complain(error)
        raise typer.Exit(error.exit_code) from None


def _complain(error: CannotStartError) -> None:
    errors.print("Rapport cannot start:")
    for problem in error.problems:
        errors.print(f"  • {escape(problem)}")
