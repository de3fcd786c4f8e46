"""The state of the workspace: people, conversations, messages and views.

It knows no HTTP. It tells `feed` what changed for whom, and `on_event` what an app that subscribed would hear.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from playground.conversations import CHANNEL_TYPE, EVENT_OF, Conversation, Kind, Message
from playground.feed import Feed
from playground.instants import Ids, Timestamps
from playground.manifest import Manifest
from playground.members import SLACKBOT, user_payload
from playground.seed import Person, Seed
from playground.shapes import Clock, Json, SlackError
from playground.views import View, Views


class Workspace:
    """One team with one app installed.

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
        self.views = Views(self.ids, self.app, self.team_id)
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
        self.conversations: dict[str, Conversation] = {}
        for channel in seed.channels:
            kind = Kind.PRIVATE if channel.is_private else Kind.CHANNEL
            members = list(channel.members)
            self.conversations[channel.id] = Conversation(
                channel.id, kind, channel.name, members, self._seconds(), channel.topic
            )
        for person in seed.people:
            if not person.is_bot and not person.deleted and person.team_id == self.team_id:
                self.direct([person.id, bot.id])

    def now(self) -> datetime:
        """The present instant."""
        return self._clock()

    def next_ts(self) -> str:
        """A fresh timestamp."""
        return self._timestamps.next()

    def _seconds(self) -> int:
        return int(self._clock().timestamp())

    @property
    def granted_scopes(self) -> list[str]:
        """The scopes of the bot token: what the manifest asks for, less the optional ones that were declined."""
        manifest = self.manifest
        optional = (scope for scope in manifest.optional_scopes if scope not in self.app.declined_scopes)
        return [*manifest.scopes, *optional]

    # People

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
        if person.deleted:
            for conversation in self.conversations.values():
                if conversation.kind in (Kind.CHANNEL, Kind.PRIVATE) and person_id in conversation.members:
                    conversation.members.remove(person_id)
        self.feed.tell_everybody({"type": "people"})
        event_ts = self.next_ts()
        user = self.user(person, with_locale=True)
        self.on_event(
            "user_change", {"type": "user_change", "user": user, "cache_ts": int(user["updated"]), "event_ts": event_ts}
        )

    # Conversations

    def conversation(self, conversation_id: str) -> Conversation:
        """A conversation by id.

        Raises:
            SlackError: `channel_not_found`.
        """
        conversation = self.conversations.get(conversation_id)
        if conversation is None:
            raise SlackError("channel_not_found")
        return conversation

    def find_direct(self, members: Iterable[str]) -> Conversation | None:
        """The direct or group message of exactly these people, if there is one."""
        wanted = set(members)
        for conversation in self.conversations.values():
            if conversation.kind in (Kind.DIRECT, Kind.GROUP) and set(conversation.members) == wanted:
                return conversation
        return None

    def direct(self, members: Iterable[str]) -> Conversation:
        """The direct message (two members) or group message (more) of exactly these people; made if it is new."""
        people = list(dict.fromkeys(members))
        found = self.find_direct(people)
        if found:
            return found
        kind = Kind.DIRECT if len(people) <= 2 else Kind.GROUP
        names = "--".join(sorted(self.person(one).name for one in people))
        conversation = Conversation(
            self.ids.next("D" if kind is Kind.DIRECT else "C"),
            kind,
            "" if kind is Kind.DIRECT else f"mpdm-{names}-1",
            people,
            self._seconds(),
        )
        self.conversations[conversation.id] = conversation
        self.feed.tell(people, {"type": "conversations"})
        return conversation

    def join(self, conversation: Conversation, person_id: str, inviter: str) -> None:
        """Let somebody into a channel; an app that is let in hears `member_joined_channel`."""
        conversation.members.append(person_id)
        self.post(conversation, person_id, f"<@{person_id}> has joined the channel", subtype="channel_join")
        self._tell_of(conversation, {"type": "conversations"})
        if self.app.bot_user_id not in conversation.members:
            return
        self.on_event(
            "member_joined_channel",
            {
                "type": "member_joined_channel",
                "user": person_id,
                "channel": conversation.id,
                "channel_type": "C" if conversation.kind is Kind.CHANNEL else "G",
                "team": self.team_id,
                "inviter": inviter,
                "event_ts": self.next_ts(),
            },
        )

    # Messages

    def message_payload(self, message: Message, *, with_metadata: bool = True) -> Json:
        """The message as the Web API, events and actions show it."""
        payload: Json = {
            "type": "message",
            "user": message.user,
            "text": message.text,
            "ts": message.ts,
            "team": self.team_id,
        }
        if message.subtype:
            payload["subtype"] = message.subtype
        if message.from_app:
            payload |= {"bot_id": self.app.bot_id, "app_id": self.app.id, "bot_profile": self.bot_profile()}
        if message.blocks:
            payload["blocks"] = message.blocks
        if message.edited_ts:
            payload["edited"] = {"user": message.user, "ts": message.edited_ts}
        if message.thread_ts:
            payload["thread_ts"] = message.thread_ts
        if message.metadata:
            # Without include_all_metadata Slack tells only the type.
            event_type = {"event_type": message.metadata["event_type"]}
            payload["metadata"] = message.metadata if with_metadata else event_type
        return payload

    def bot_profile(self) -> Json:
        """The app behind a bot's message."""
        return {
            "id": self.app.bot_id,
            "app_id": self.app.id,
            "user_id": self.app.bot_user_id,
            "name": self.manifest.bot_name,
            "icons": {},
            "deleted": False,
            "updated": self._seconds(),
            "team_id": self.team_id,
        }

    def post(self, conversation: Conversation, user: str, text: str, **more: object) -> Message:
        """Post a message; `more` are further fields of Message."""
        # mypy cannot see that the caller names fields of Message with their types.
        message = Message(self.next_ts(), conversation.id, user, text, **more)  # type: ignore[arg-type]
        conversation.messages.append(message)
        if message.only_for:
            self.feed.tell([message.only_for], {"type": "conversation", "id": conversation.id})
            return message
        conversation.read[user] = message.ts
        self._message_event(conversation, self.message_payload(message))
        return message

    def slackbot_says(self, conversation: Conversation, person_id: str, text: str) -> None:
        """Show one person a line of Slack's own."""
        self.post(conversation, SLACKBOT.id, text, only_for=person_id)

    def edit(
        self, conversation: Conversation, message: Message, text: str, blocks: list[Json], metadata: Json | None
    ) -> None:
        """Replace what a message says."""
        before = self.message_payload(message)
        message.text, message.blocks = text, blocks
        message.metadata = metadata or message.metadata
        message.edited_ts = self.next_ts()
        after = self.message_payload(message)
        self._message_event(
            conversation,
            {
                "type": "message",
                "subtype": "message_changed",
                "message": after,
                "previous_message": before,
                "hidden": True,
                "ts": message.edited_ts,
            },
        )

    def delete(self, conversation: Conversation, message: Message) -> None:
        """Take a message away."""
        conversation.messages.remove(message)
        if message.only_for:
            self.feed.tell([message.only_for], {"type": "conversation", "id": conversation.id})
            return
        self._message_event(
            conversation,
            {
                "type": "message",
                "subtype": "message_deleted",
                "previous_message": self.message_payload(message),
                "deleted_ts": message.ts,
                "hidden": True,
                "ts": self.next_ts(),
            },
        )

    def _tell_of(self, conversation: Conversation, change: Json) -> None:
        if conversation.kind is Kind.CHANNEL:
            self.feed.tell_everybody(change)
        else:
            self.feed.tell(conversation.members, change)

    def _message_event(self, conversation: Conversation, event: Json) -> None:
        self._tell_of(conversation, {"type": "conversation", "id": conversation.id})
        if self.app.bot_user_id not in conversation.members:
            return
        place = {
            "channel": conversation.id,
            "channel_type": CHANNEL_TYPE[conversation.kind],
            "event_ts": event["ts"],
        }
        self.on_event(f"message.{EVENT_OF[conversation.kind]}", event | place)

    # The app

    def uninstall(self) -> None:
        """Take the app out of the workspace: its tokens end, and it hears so once."""
        self.installed = False
        revoked = {"oauth": [], "bot": [self.app.bot_user_id]}
        self.on_event("tokens_revoked", {"type": "tokens_revoked", "tokens": revoked, "event_ts": self.next_ts()})
        self.on_event("app_uninstalled", {"type": "app_uninstalled", "event_ts": self.next_ts()})

    # Views

    def views_changed(self, person_id: str) -> None:
        """Tell the person's pages that their open modals are others now."""
        self.feed.tell([person_id], {"type": "views"})

    def publish_home(self, person_id: str, source: Json, known_hash: str | None) -> View:
        """Show somebody's App Home.

        Raises:
            SlackError: `hash_conflict`.
        """
        view = self.views.publish(person_id, source, known_hash)
        self.feed.tell([person_id], {"type": "home"})
        return view


def _nobody_listens(_name: str, _event: Json) -> None:
    """What happens to events before an app is connected to the workspace."""
