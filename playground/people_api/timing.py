"""The part of the People API for the clock: what it shows, what is to come, and moving it ahead."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from aiohttp import web

from playground.ahead import Coming
from playground.people_api.asking import Asking, RefusalError
from playground.seed import Person
from playground.shapes import Json
from playground.skipping import CannotSkipError, Skipping

WEEKS_AHEAD: Final = 4
"""How far ahead people see what is to come."""

FARTHEST: Final = timedelta(days=366)
"""How far the clock is moved at once."""

MORNING: Final = time(9)
NIGHT_ENDS: Final = time(5)


class Timing:
    """The clock, for whoever looks at it.

    Args:
        asking: Reads requests.
        skipping: Moves the clock.
    """

    def __init__(self, asking: Asking, skipping: Skipping) -> None:
        self._asking = asking
        self._skipping = skipping

    def add_routes(self, app: web.Application) -> None:
        """Serve these requests in `app`."""
        app.router.add_get("/people/clock", self._show_clock)
        app.router.add_post("/people/clock/skip", self._skip)
        app.router.add_delete("/people/clock/skip", self._put_skip_away)
        app.router.add_get("/people/{as}/ahead", self._show_ahead)

    async def _show_clock(self, _request: web.Request) -> web.Response:
        return web.json_response(self._skipping.shown())

    async def _skip(self, request: web.Request) -> web.Response:
        to = _instant((await self._asking.body(request)).get("to"))
        if to - self._asking.workspace.now() > FARTHEST:
            raise RefusalError("cannot_skip", "The clock is moved by a year at most.")
        try:
            await self._skipping.go(to)
        except CannotSkipError as refusal:
            raise RefusalError("cannot_skip", str(refusal)) from refusal
        return web.json_response(self._skipping.shown())

    async def _put_skip_away(self, _request: web.Request) -> web.Response:
        self._skipping.put_away()
        return web.json_response(self._skipping.shown())

    async def _show_ahead(self, request: web.Request) -> web.Response:
        person, now = self._asking.person(request), self._asking.workspace.now()
        ahead, coming = self._skipping.ahead, None
        if ahead and ahead.coming:
            coming = [one for one in await ahead.coming(now + timedelta(weeks=WEEKS_AHEAD)) if one.at > now]
        skips = _skips(person, now, coming) if ahead else {}
        return web.json_response(
            {
                "weeks": WEEKS_AHEAD,
                "coming": None if coming is None else [_coming(one) for one in coming],
                "skips": {name: at.isoformat() for name, at in skips.items()},
            }
        )


def next_morning(now: datetime, zone: str) -> datetime:
    """Nine o'clock on the next day; while it is night still, on the same."""
    here = now.astimezone(ZoneInfo(zone))
    day = here.date() if here.time() < NIGHT_ENDS else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, ZoneInfo(zone)).astimezone(UTC)


def week_later(now: datetime, zone: str) -> datetime:
    """The same time of day, as clocks of a zone show it, a week on."""
    # Of an aware time, timedelta moves what the clock shows.
    return (now.astimezone(ZoneInfo(zone)) + timedelta(weeks=1)).astimezone(UTC)


def _skips(person: Person, now: datetime, coming: list[Coming] | None) -> dict[str, datetime]:
    """Where the clock can be moved to, by the name of the skip."""
    skips = {"morning": next_morning(now, person.tz), "week": week_later(now, person.tz)}
    return {**skips, "next": coming[0].at} if coming else skips


def _coming(one: Coming) -> Json:
    return {"at": one.at.isoformat(), "users": list(one.users), "words": one.words}


def _instant(value: object) -> datetime:
    try:
        instant = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise RefusalError("no_instant", "`to` must be an instant, such as 2026-11-23T09:00:00+00:00.") from error
    if instant.tzinfo is None:
        raise RefusalError("no_instant", "`to` must say its offset from UTC.")
    return instant
