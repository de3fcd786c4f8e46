"""App Homes that no longer show what is are published anew."""

import asyncio
import logging
from collections import Counter
from datetime import timedelta

from scheduler.alarm import Alarm
from scheduler.backoff import Backoff
from scheduler.outcomes import Done
from scheduler.pace import PUBLISH
from scheduler.slack_calls import SlackCalls
from services.context import Services
from services.keep_homes_fresh import StaleHome, home_published, stale_homes
from services.picture_home import picture_home
from views.home import home as draw_home
from views.wording import Wording

log = logging.getLogger(__name__)


class Homes:
    """Publishes stale homes: each at most once in a while, so that what changes together is shown together.

    A home that could not be published stays stale and is tried again later; publishing twice does no harm.

    Args:
        services: The store, the time, and the way to be woken when a home has rested.
        slack: The calls to Slack.
        wording: What homes say.
        rest: How long a home rests after it was published.
        backoff: How long one rests that could not be.
        at_once: How many are published side by side.
    """

    def __init__(
        self,
        services: Services,
        slack: SlackCalls,
        wording: Wording,
        *,
        rest: timedelta = timedelta(seconds=2),
        backoff: Backoff = Backoff(5.0, 3600.0, least=1.0),  # noqa: B008 - frozen
        at_once: int = 5,
    ) -> None:
        self._services = services
        self._slack = slack
        self._wording = wording
        self._rest = rest.total_seconds()
        self._backoff = backoff
        self._at_once = at_once
        self._rests_until: dict[str, float] = {}
        self._failures: Counter[str] = Counter()
        self._alarm = Alarm(services.wake)

    async def drain(self) -> bool:
        """Publish some of the homes that are stale and have rested.

        Returns:
            True when there may be more: call it again. After False, the services are woken when one has rested.
        """
        now = self._slack.clock()
        self._rests_until = {person: until for person, until in self._rests_until.items() if until > now}
        # Those that rest are stale the longest, and must not hide the others.
        stale = await stale_homes(self._services, self._at_once + len(self._rests_until))
        waits = {home: self._wait(home) for home in stale}
        ready = [home for home, wait in waits.items() if wait == 0][: self._at_once]
        if ready:
            await asyncio.gather(*(self._publish(home) for home in ready))
            return True
        if waits:
            self._alarm.set(min(waits.values()))
        return False

    def _wait(self, home: StaleHome) -> float:
        rest = self._rests_until.get(home.person_id, 0.0) - self._slack.clock()
        return max(0.0, rest, self._slack.pace.wait(home.workspace, PUBLISH))

    async def _publish(self, home: StaleHome) -> None:
        try:
            published = await self._published(home)
        except Exception:
            log.exception("a home could not be drawn: person=%s", home.person_id)
            published = False
        if published:
            del self._failures[home.person_id]
            rest = self._rest
        else:
            self._failures[home.person_id] += 1
            rest = self._backoff.seconds(self._failures[home.person_id])
        self._rests_until[home.person_id] = self._slack.clock() + rest

    async def _published(self, home: StaleHome) -> bool:
        picture = await picture_home(self._services, home.person_id)
        view = draw_home(picture, self._wording)
        if not await self._slack.turn(home.workspace, PUBLISH, within=self._slack.patience.answer):
            return False
        outcome = await self._slack.publish(home.workspace, home.user, view)
        if not isinstance(outcome, Done):
            log.warning("a home could not be published: person=%s %s", home.person_id, outcome)
            return False
        await home_published(self._services, home)
        return True
