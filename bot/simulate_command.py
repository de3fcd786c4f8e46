"""`rapport simulate`: what a made-up programme would come to."""

import os
import time
from datetime import UTC, datetime, timedelta

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from bot.clock import latest_working_morning
from bot.simulation.cohorts import Cohort, live
from bot.simulation.figures import Figures
from bot.simulation.people import Habits
from mentoring.nudges.course import add_months
from mentoring.nudges.kinds import ASK_NOTHING

# Fewer are not worth a process.
PAIRS_A_PROCESS = 25
PLOT_WIDTH = 40


def simulate(output: Console, now: datetime, pairs: int, months: int, habits: Habits) -> Figures:
    """Live through a made-up programme that ends now, show how far it is, and print what came of it."""
    start = latest_working_morning(datetime.combine(add_months(now.date(), -months), now.time(), UTC))
    end = start + timedelta(days=months * 30)
    processes = max(1, min(os.cpu_count() or 1, pairs // PAIRS_A_PROCESS))
    shares = [pairs // processes + (which < pairs % processes) for which in range(processes)]
    cohorts = [Cohort(share, start, end, habits, seed=which) for which, share in enumerate(shares)]
    columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn()
    began = time.monotonic()
    with Progress(*columns, console=output, transient=True) as progress:
        task = progress.add_task(f"{pairs} pairs, {months} months", total=1.0)
        figures = live(cohorts, lambda share: progress.update(task, completed=share))
    report(output, figures, pairs, months, time.monotonic() - began)
    return figures


def report(output: Console, figures: Figures, pairs: int, months: int, seconds: float) -> None:
    """Print a plot by month, a table of the nudges, and whether any broke a rule."""
    output.print(f"\n[bold]{pairs} pairs over {months} months[/], lived through in {seconds:.0f} s\n")
    _plot(output, figures, months)
    table = Table("Nudge", "Sent", "Answered", "Share", title="\nNudges, by what they were about", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for kind, sent in figures.sent.most_common():
        answered = figures.answered[kind]
        shown = ("", "") if kind in ASK_NOTHING else (str(answered), f"{answered / sent:.0%}")
        table.add_row(kind.value.capitalize(), str(sent), *shown)
    output.print(table)
    looked_at = figures.looked_at.total()
    output.print(f"\nSessions held: {figures.meetings.total()}")
    output.print(f"Nudges sent: {figures.sent.total()}, in {figures.messages} messages")
    output.print(f"Messages a person a week: {figures.messages_a_person_a_week:.2f}")
    output.print(f"Pairs meeting in rhythm: {figures.in_rhythm.total() / max(1, looked_at):.0%} of all weeks")
    output.print(
        f"Outside somebody's hours: {figures.outside_hours}; over the budget: {figures.over_budget}; "
        f"said twice: {figures.twice}"
    )


def _plot(output: Console, figures: Figures, months: int) -> None:
    most = max(figures.meetings.values(), default=1)
    output.print("[bold]Sessions a month, and the share of pairs that met in rhythm[/]")
    for month in range(months):
        held, looked_at = figures.meetings[month], figures.looked_at[month]
        share = f"{figures.in_rhythm[month] / looked_at:>4.0%}" if looked_at else " " * 4
        output.print(f"Month {month + 1:>2}  {'█' * round(held / most * PLOT_WIDTH):<{PLOT_WIDTH}} {held:>5}  {share}")
