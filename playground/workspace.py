"""The state of the workspace: the team, its conversations and messages, and what the app shows it."""

from collections.abc import Iterable

from playground.conversations import CHANNEL_TYPE, Conversation, Kind, Message, reactions_payload
from playground.manifest import Manifest
from playground.members import SLACKBOT
from playground.seed import Seed
from playground.shapes import Clock, Json, SlackError
from playground.team import Team
from playground.views import View, Views


class Workspace(Team):
    """A team with its conversations, open modals and App Homes. The arguments are those of Team."""

    def __init__(self, manifest: Manifest, seed: Seed, clock: Clock) -> None:
        super().__init__(manifest, seed, clock)
        self.views = Views(self.ids, self.app, self.team_id)
        self.conversations: dict[str, Conversation] = {}
        self._direct: dict[frozenset[str], Conversation] = {}
        for channel in seed.channels:
            kind = Kind.PRIVATE if channel.is_private else Kind.CHANNEL
            members = list(channel.members)
            self.conversations[channel.id] = Conversation(
                channel.id, kind, channel.name, members, self.seconds(), channel.topic
            )
        for person in seed.people:
            if not person.is_bot and not person.deleted and person.team_id == self.team_id:
                self.direct([person.id, self.app.bot_user_id])

    def change_profile(self, person_id: str, **changes: str | bool) -> None:
        """Change somebody's settings; whoever is deactivated leaves the channels too."""
        if changes.get("deleted"):
            for conversation in self.conversations.values():
                if conversation.kind in (Kind.CHANNEL, Kind.PRIVATE) and person_id in conversation.members:
                    conversation.members.remove(person_id)
        super().change_profile(person_id, **changes)

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
        return self._direct.get(frozenset(members))

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
            self.seconds(),
        )
        self.conversations[conversation.id] = self._direct[frozenset(people)] = conversation
        self.feed.tell(people, {"type": "conversations"})
        return conversation

    def join(self, conversation: Conversation, person_id: str, inviter: str) -> None:
        """Let somebody into a channel; an app that is let in hears `member_joined_channel`."""
        conversation.members.append(person_id)
        self.post(conversation, person_id, f"<@{person_id}> has joined the channel", subtype="channel_join")
        self.tell_of(conversation, {"type": "conversations"})
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
        if message.files:
            payload["files"] = message.files
        if message.reactions:
            payload["reactions"] = reactions_payload(message)
        payload |= self._thread_payload(message)
        if message.metadata:
            # Without include_all_metadata Slack tells only the type.
            event_type = {"event_type": message.metadata["event_type"]}
            payload["metadata"] = message.metadata if with_metadata else event_type
        return payload

    def _thread_payload(self, message: Message) -> Json:
        if message.is_reply:
            return {"thread_ts": message.thread_ts}
        replies = self.conversations[message.channel].replies(message)
        if not replies:
            return {}
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": list(dict.fromkeys(reply.user for reply in replies)),
            "latest_reply": replies[-1].ts,
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

    def tell_of(self, conversation: Conversation, change: Json) -> None:
        """Tell everybody who can see a conversation of a change in it."""
        if conversation.kind is Kind.CHANNEL:
            self.feed.tell_everybody(change)
        else:
            self.feed.tell(conversation.members, change)

    def _message_event(self, conversation: Conversation, event: Json) -> None:
        self.tell_of(conversation, {"type": "conversation", "id": conversation.id})
        if self.app.bot_user_id not in conversation.members:
            return
        place = {
            "channel": conversation.id,
            "channel_type": CHANNEL_TYPE[conversation.kind],
            "event_ts": event["ts"],
        }
        self.on_event(f"message.{conversation.kind}", event | place)

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
