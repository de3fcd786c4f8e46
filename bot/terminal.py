"""What the commands of `rapport` share: settings, words for the operator, and how a command fails."""

import asyncio
import logging
import os
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any, TypeVar

import typer

from bot.problems import CannotStartError
from bot.settings import NAMES, DatabaseSettings

log = logging.getLogger(__name__)

T = TypeVar("T")
S = TypeVar("S", bound=DatabaseSettings)

ENV_FILE = Path(".env")


def load_settings(kind: type[S]) -> S:
    """What the operator has set; where something is wrong, it is said and the command ends."""
    try:
        settings = kind.load(os.environ, ENV_FILE)
    except CannotStartError as error:
        complain(error.problems)
        raise typer.Exit(error.exit_code) from None
    leave_nothing_to_bolt()
    return settings


def leave_nothing_to_bolt() -> None:
    """Bolt reads some of these names by itself. What has been read once is enough."""
    for name in NAMES:
        os.environ.pop(name, None)


def carry_out(work: Coroutine[Any, Any, T], new_loop: Callable[[], asyncio.AbstractEventLoop] | None = None) -> T:
    """Do a command's work; what stands in its way is said, and the command ends."""
    try:
        with asyncio.Runner(loop_factory=new_loop) as runner:
            return runner.run(work)
    except CannotStartError as error:
        complain(error.problems)
        raise typer.Exit(error.exit_code) from None
    except Exception:
        log.exception("Rapport has failed")
        raise typer.Exit(1) from None


def complain(problems: Iterable[str]) -> None:
    """Say what has to be put right."""
    typer.echo("Something has to be put right first:", err=True)
    for problem in problems:
        typer.echo(f"  • {problem}", err=True)
