"""The command `rapport`.

Each command imports what it runs: help, and a setting that is wrong, shall not wait for all that only the bot needs.
"""

import asyncio
import gc
import logging
import os
from errno import EADDRINUSE
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from bot import outbox_command
from bot.logs import set_up_logs
from bot.problems import CannotStartError
from bot.proxy import drop_bypassed_proxies
from bot.settings import HIGHEST_PORT, DatabaseSettings, Settings
from bot.terminal import ENV_FILE, carry_out, leave_nothing_to_bolt, load_settings

app = typer.Typer(
    help="Rapport keeps mentoring pairs alive, in Slack.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Typer has pydantic convert even a `--help` that is not given: 12 MB, which `rapport run` would hold for ever.
    context_settings={"default_map": {"help": False, "run": {"help": False}}},
)
app.add_typer(outbox_command.app, name="outbox", help="See what was delivered, failed or is in doubt, and decide.")


@app.command()
def run() -> None:
    """Run the bot: connect to Slack and work until stopped."""
    settings = load_settings(Settings)
    set_up_logs(settings.log_level, settings.secrets)
    drop_bypassed_proxies(settings.slack_api_url, os.environ)
    # A start keeps what it makes. To look for garbage all the while took a sixth of it; `bot.run` does so again after.
    gc.disable()
    import uvloop

    from bot.run import run as run_until_stopped

    carry_out(run_until_stopped(settings), uvloop.new_event_loop)


@app.command()
def playground(
    port: Annotated[int, typer.Option(min=0, max=HIGHEST_PORT, help="Where to serve it on this machine.")] = 8765,
) -> None:
    """Try Rapport in a browser, without Slack: a local workspace, with the bot beside it.

    Nothing is kept: each time it begins anew.
    """
    set_up_logs(logging.WARNING)
    carry_out(_play(port))


@app.command()
def migrate() -> None:
    """Bring the database's schema to what this version needs. Slack's tokens need not be set."""
    settings = load_settings(DatabaseSettings)
    set_up_logs(settings.log_level, settings.secrets)
    from bot.database import migrate_database
    from bot.printing import output

    state = carry_out(migrate_database(settings))
    output.print(f"The database's schema is the newest: {state.newest}.")


@app.command()
def preview(
    weeks: Annotated[int, typer.Option(min=1, max=26, help="How far ahead to look.")] = 4,
) -> None:
    """Print what will be sent to whom in the weeks to come if nobody does anything. Nothing is sent or changed.

    Rapport may run meanwhile. Slack's tokens need not be set.
    """
    settings = load_settings(DatabaseSettings)
    set_up_logs(settings.log_level, settings.secrets)
    from bot.clock import utc_now
    from bot.preview import preview as look_ahead
    from bot.printing import output

    carry_out(look_ahead(output, settings, weeks, utc_now))


@app.command()
def simulate(
    pairs: Annotated[int, typer.Option(min=1, max=1_000, help="How many pairs.")] = 100,
    months: Annotated[int, typer.Option(min=1, max=24, help="How long they go.")] = 6,
    meets: Annotated[float, typer.Option(min=0, max=1, help="How often they meet without being nudged.")] = 0.7,
    answers: Annotated[float, typer.Option(min=0, max=1, help="How often a nudge is followed.")] = 0.5,
) -> None:
    """Live through a made-up programme in a minute: real rules, real storage, nobody written to.

    It ends with a plot and a table: sessions, nudges, nudges a person a week, the share of pairs that meet in rhythm.
    """
    from bot.clock import utc_now
    from bot.printing import output
    from bot.simulate_command import simulate as live_through
    from bot.simulation.people import Habits

    live_through(output, utc_now(), pairs, months, Habits(meets, answers))


@app.command()
def doctor() -> None:
    """Check settings, tokens, scopes, database, keys and clock, and say what to do about each."""
    from rich.markup import escape

    from bot.clock import utc_now
    from bot.doctor import Finding, examine
    from bot.printing import output

    set_up_logs(logging.CRITICAL)
    try:
        settings = Settings.load(os.environ, ENV_FILE)
    except CannotStartError as error:
        findings = [Finding("Settings", problem, is_well=False) for problem in error.problems]
    else:
        leave_nothing_to_bolt()
        drop_bypassed_proxies(settings.slack_api_url, os.environ)
        findings = [Finding("Settings", "All that is needed is set."), *asyncio.run(examine(settings, utc_now))]
    for finding in findings:
        mark = "[green]✓[/]" if finding.is_well else "[red]✗[/]"
        output.print(f"{mark} [bold]{finding.subject}[/]: {escape(finding.words)}")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    """Be the command `rapport`."""
    app(prog_name="rapport")


async def _play(port: int) -> None:
    from bot.printing import output
    from bot.run import stop_signal
    from bot.try_out import playground_clock, playground_with_rapport

    stop = stop_signal()
    with TemporaryDirectory(prefix="rapport-playground-") as folder:
        try:
            async with playground_with_rapport(Path(folder), playground_clock(), port) as (workspace, _):
                output.print(f"\nRapport's playground is at [bold]{workspace.url}[/]\nPress Ctrl-C to end it.\n")
                await stop.wait()
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise
            problem = f"Port {port} is taken, perhaps by another playground. Choose another one with --port {port + 1}."
            raise CannotStartError([problem], exit_code=1) from error
