"""What a benchmark prints: a table, and the same as bars."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

BARE = "A bare Bolt app acknowledges"
FORMS_SQLITE = "Forms opened by /checkin, SQLite"
FORMS_POSTGRESQL = "Forms opened by /checkin, PostgreSQL"
COMMITS_SQLITE = "Check-ins committed, SQLite"
COMMITS_POSTGRESQL = "Check-ins committed, PostgreSQL"
BURST = "A burst of 500 commands acknowledged"

# The least that is to be reached, as a share of the bare app's rate.
FLOORS = {FORMS_SQLITE: 0.05, FORMS_POSTGRESQL: 0.08, COMMITS_SQLITE: 0.03, COMMITS_POSTGRESQL: 0.05, BURST: 0.35}
BAR = 50

console = Console(width=100)


def progress(what: str) -> None:
    """Say what is being measured."""
    console.print(f"[dim]{what}[/dim]")


def milliseconds(seconds: float) -> str:
    """A duration, in milliseconds."""
    return f"{seconds * 1000:.1f} ms"


def print_rates(rates: Mapping[str, float]) -> None:
    """Print what was done a second, beside the bare app's rate; then as bars."""
    bare = rates[BARE]
    table = Table(title="48 in flight, medians of 5 rounds measured in turn", title_justify="left")
    table.add_column("What")
    for heading in ("a second", "of bare", "at least"):
        table.add_column(heading, justify="right")
    for name, value in rates.items():
        floor = f"{FLOORS[name]:.2f}" if name in FLOORS else ""
        table.add_row(name, f"{value:,.0f}", f"{value / bare:.2f}", floor)
    console.print(table)
    for name, value in rates.items():
        bar = "█" * max(1, round(BAR * value / bare))
        console.print(f"{name:38} {bar} {value:,.0f}", highlight=False)
    console.print()


def print_figures(figures: Mapping[str, str], title: str = "And besides") -> None:
    """Print figures that are no rates."""
    table = Table(title=title, title_justify="left")
    table.add_column("What")
    table.add_column("Measured", justify="right")
    for name, value in figures.items():
        table.add_row(name, value)
    console.print(table)
