"""The team without its talk: who is there, which app is installed, what time it is.

It knows no HTTP. It tells `feed` what changed for whom, and `on_event` what an app that subscribed would hear.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from playground.feed import Feed
from playground.instants import Ids, Timestamps
from playground.manifest import Manifest
from playground.members import SLACKBOT, user_payload
from playground.seed import Person, Seed
from playground.shapes import Clock, Json, SlackError


class Team:
    """People, and one app that is installed.

    Args:
        manifest: What the app declares.
        seed: What is there from the start.
        clock: The workspace's time.
    """

    def __init__(self, manifest: Manifest, seed: Seed, clock: Clock) -> None:
        self.manifest = manifest
        self.seed = seed
        self.app = seed.app
        self.team_id = seed.workspace_id
        self.ids = Ids()
        self.feed = Feed()
        self.on_event: Callable[[str, Json], None] = _nobody_listens
        self.installed = True
        self._clock = clock
        self._timestamps = Timestamps(clock)
        bot = Person(
            id=self.app.bot_user_id,
            name=manifest.bot_name.lower().replace(" ", "_"),
            real_name=manifest.bot_name,
            team_id=self.team_id,
            colour=manifest.colour.removeprefix("#"),
            is_bot=True,
        )
        everybody = (*seed.people, bot, replace(SLACKBOT, team_id=self.team_id))
        self.people = {person.id: person for person in everybody}

    def now(self) -> datetime:
        """The present instant."""
        return self._clock()

    def next_ts(self) -> str:
        """A fresh timestamp."""
        return self._timestamps.next()

    def seconds(self) -> int:
        """The present instant in whole seconds since 1970."""
        return int(self._clock().timestamp())

    @property
    def granted_scopes(self) -> list[str]:
        """The scopes of the bot token: what the manifest asks for, less the optional ones that were declined."""
        manifest = self.manifest
        optional = (scope for scope in manifest.optional_scopes if scope not in self.app.declined_scopes)
        return [*manifest.scopes, *optional]

    def person(self, person_id: str) -> Person:
        """Somebody by id.

        Raises:
            SlackError: `user_not_found`.
        """
        person = self.people.get(person_id)
        if person is None:
            raise SlackError("user_not_found")
        return person

    def user(self, person: Person, *, with_locale: bool = False) -> Json:
        """The person as a user object of the Web API."""
        return user_payload(person, self.app.id, self.team_id, self.now(), with_locale=with_locale)

    def change_profile(self, person_id: str, **changes: str | bool) -> None:
        """Change somebody's settings (`tz`, `real_name`, `deleted`); apps hear `user_change`."""
        # mypy cannot see that the caller names fields of Person with their types.
        person = replace(self.person(person_id), **changes)  # type: ignore[arg-type]
        self.people[person_id] = person
        self.feed.tell_everybody({"type": "people"})
        event_ts = self.next_ts()
        user = self.user(person, with_locale=True)
        self.on_event(
            "user_change", {"type": "user_change", "user": user, "cache_ts": int(user["updated"]), "event_ts": event_ts}
        )

    def bot_profile(self) -> Json:
        """The app behind a bot's message."""
        return {
            "id": self.app.bot_id,
            "app_id": self.app.id,
            "user_id": self.app.bot_user_id,
            "name": self.manifest.bot_name,
            "icons": {},
            "deleted": False,
            "updated": self.seconds(),
            "team_id": self.team_id,
        }

    def uninstall(self) -> None:
        """Take the app out of the workspace: its tokens end, and that is the last it hears."""
        revoked = {"oauth": [], "bot": [self.app.bot_user_id]}
        self.on_event("tokens_revoked", {"type": "tokens_revoked", "tokens": revoked, "event_ts": self.next_ts()})
        self.on_event("app_uninstalled", {"type": "app_uninstalled", "event_ts": self.next_ts()})
        self.installed = False


def _nobody_listens(_name: str, _event: Json) -> None:
    """What happens to events before an app is connected to the workspace."""
