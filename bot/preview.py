"""`rapport preview`: what will be sent in the weeks to come if nobody does anything, before any of it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.markup import escape
from sqlalchemy import select

from bot.clock import Clock
from bot.database import open_beside
from bot.settings import DatabaseSettings
from mentoring.upcoming import About, Upcoming
from services.context import Services
from services.read_upcoming import read_upcoming
from storage.models import Workspace
from storage.transaction import Transaction
from views.upcoming import what_it_is_about
from views.wording import Wording
from views.wording.dates import clock as time_of_day
from views.wording.dates import day as day_in_words

NO_PAIR = "Of no one pair"


async def preview(output: Console, settings: DatabaseSettings, weeks: int, clock: Clock) -> None:
    """Print what goes to whom, per day where its receiver is, under the two it is about. Nothing is changed.

    Raises:
        CannotStartError: The database cannot be read.
    """
    async with AsyncExitStack() as resources:
        store = await open_beside(settings, resources)
        now = clock()
        # All look from the same instant, and nobody is woken.
        services = Services(store, lambda: now, lambda: None)
        workspaces = await services.read(_workspaces)
        if not workspaces:
            output.print("Nothing will be sent: this database knows of no workspace that Rapport is in.")
        for workspace in workspaces:
            upcoming = await read_upcoming(services, workspace.id, now + timedelta(weeks=weeks))
            _print(output, workspace.name, weeks, upcoming, now.date())


async def _workspaces(tx: Transaction) -> Sequence[Workspace]:
    here = select(Workspace).where(Workspace.uninstalled_at.is_(None)).order_by(Workspace.name, Workspace.id)
    return (await tx.scalars(here)).all()


def _print(output: Console, workspace: str, weeks: int, upcoming: Sequence[Upcoming], today: date) -> None:
    span = "week" if weeks == 1 else f"{weeks} weeks"
    if not upcoming:
        output.print(f"{escape(workspace)}: nothing is to come in the next {span}, unless somebody does something.")
        return
    output.print(f"[bold]{escape(workspace)}: what will be sent in the next {span} if nobody does anything[/]")
    output.print("Days and times are those of whoever gets it.")
    wording = Wording()
    width = max(len(_whose(each)) for each in upcoming)
    for day, lines in sorted(_by_day(upcoming).items()):
        output.print(f"\n[bold]{day_in_words(day, None, today=today)}[/]")
        for pair, theirs in sorted(_by_pair(lines).items()):
            output.print(f"  {escape(pair)}")
            for each, about in theirs:
                at = time_of_day(_local(each).time(), None)
                words = what_it_is_about(about, each.receiver, wording)
                output.print(f"    {at}  {escape(_whose(each)):<{width}}  {escape(words)}")
    output.print(f"\n{len(upcoming)} messages to {len({each.receiver for each in upcoming})} people")


def _whose(each: Upcoming) -> str:
    return f"{each.receiver.name} ({each.zone})"


def _by_day(upcoming: Sequence[Upcoming]) -> Mapping[date, list[Upcoming]]:
    days: Mapping[date, list[Upcoming]] = defaultdict(list)
    for each in upcoming:
        days[_local(each).date()].append(each)
    return days


def _by_pair(upcoming: Sequence[Upcoming]) -> Mapping[str, list[tuple[Upcoming, About]]]:
    """What messages say, under the names of the two it is about, in the order of local time."""
    pairs: Mapping[str, list[tuple[Upcoming, About]]] = defaultdict(list)
    for each in sorted(upcoming, key=lambda each: (_local(each).time(), each.receiver.name)):
        for about in each.about:
            names = " and ".join(person.name for person in about.pair) if about.pair else NO_PAIR
            pairs[names].append((each, about))
    return pairs


def _local(each: Upcoming) -> datetime:
    return each.at.astimezone(ZoneInfo(each.zone))
