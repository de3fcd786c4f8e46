"""What people do to the app: commands, shortcuts and actions, in Slack's shapes, each sent and waited for."""

from dataclasses import dataclass
from typing import Final

from playground.conversations import Conversation, Message
from playground.element_rules import suggested
from playground.elements import ELEMENTS, find_element, read_choice, state_of
from playground.instants import Triggers
from playground.manifest import Command, Shortcut
from playground.responses import Responses
from playground.seed import Person
from playground.shapes import Json, SlackError
from playground.socket_mode import Sockets, UnacknowledgedError
from playground.typed import as_command_text
from playground.views import View
from playground.workspace import Workspace

TROUBLE: Final = "We had some trouble connecting. Try again?"


class GoneError(Exception):
    """What the person acted on is not (or no longer) in front of them."""


@dataclass(frozen=True)
class Posted:
    """A message where it stands."""

    conversation: Conversation
    message: Message

    @property
    def blocks(self) -> list[Json]:
        """The message's blocks."""
        return self.message.blocks


class Interactions:
    """Sends people's deeds to the app.

    Args:
        workspace: The state.
        sockets: The app's connections.
        triggers: Gives out trigger ids.
        responses: Gives out response URLs.
    """

    def __init__(self, workspace: Workspace, sockets: Sockets, triggers: Triggers, responses: Responses) -> None:
        self._workspace = workspace
        self._sockets = sockets
        self._triggers = triggers
        self._responses = responses

    def envelope(self, kind: str, person: Person) -> Json:
        """What every interactive payload carries.

        Raises:
            GoneError: The manifest has interactivity off.
        """
        workspace = self._workspace
        if not workspace.manifest.interactivity:
            raise GoneError("This app is not configured to handle interactive responses.")
        return {
            "type": kind,
            "token": "playground",
            "team": {"id": workspace.team_id, "domain": workspace.seed.domain},
            "enterprise": None,
            "is_enterprise_install": False,
            "api_app_id": workspace.app.id,
            "user": {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id},
            "trigger_id": self._triggers.give(person.id),
        }

    async def command(self, person: Person, conversation: Conversation, command: Command, text: str) -> None:
        """Run a slash command and show what its acknowledgement says.

        Raises:
            UnacknowledgedError: The app did not answer; the person has been told.
        """
        workspace = self._workspace
        payload = {
            "token": "playground",
            "team_id": workspace.team_id,
            "team_domain": workspace.seed.domain,
            "channel_id": conversation.id,
            "channel_name": conversation.name_for_apps,
            "user_id": person.id,
            "user_name": person.name,
            "command": command.name,
            "text": as_command_text(workspace, text) if command.should_escape else text,
            "api_app_id": workspace.app.id,
            "is_enterprise_install": "false",
            "response_url": self._responses.give(person.id, conversation),
            "trigger_id": self._triggers.give(person.id),
        }
        try:
            answer = await self._sockets.deliver("slash_commands", payload)
            self._responses.answer_now(person.id, conversation, answer)
        except (UnacknowledgedError, SlackError) as failure:
            sentence = f'{command.name} failed with the error "{failure.code}"'
            workspace.slackbot_says(conversation, person.id, sentence)
            raise

    async def shortcut(self, person: Person, shortcut: Shortcut) -> None:
        """Run a global shortcut.

        Raises:
            UnacknowledgedError: The app did not answer.
        """
        payload = self.envelope("shortcut", person) | {
            "callback_id": shortcut.callback_id,
            "action_ts": self._workspace.next_ts(),
        }
        await self._sockets.deliver("interactive", payload)

    async def message_shortcut(self, person: Person, shortcut: Shortcut, place: Posted) -> None:
        """Run a shortcut on a message, whether or not the app is a member where that stands.

        Raises:
            UnacknowledgedError: The app did not answer.
        """
        message, conversation = place.message, place.conversation
        payload = self.envelope("message_action", person) | {
            "callback_id": shortcut.callback_id,
            "action_ts": self._workspace.next_ts(),
            "message_ts": message.ts,
            "message": self._workspace.message_payload(message),
            "channel": {"id": conversation.id, "name": conversation.name_for_apps},
            "response_url": self._responses.give(person.id, conversation, message.ts),
        }
        await self._sockets.deliver("interactive", payload)

    async def action(self, person: Person, place: Posted | View, given: Json) -> None:
        """Press a button, or choose something in an element that reports each choice.

        Args:
            person: Who does it.
            place: The message or view where they do it.
            given: `block_id`, `action_id`, the choice in the element's own field, and `state` with what is typed.

        Raises:
            GoneError: There is no such element there.
            BadChoiceError: The element does not offer that choice.
            UnacknowledgedError: The app did not answer.
        """
        block_id, action_id = given.get("block_id", ""), given.get("action_id", "")
        element = find_element(place.blocks, block_id, action_id)
        if element is None:
            raise GoneError("That button is no longer there.")
        kind = ELEMENTS[element["type"]]
        # Nobody types a button's value: it is the app's own.
        choice = {kind.key: element.get("value")} if element["type"] == "button" else read_choice(element, given)
        typed: Json = (given.get("state") or {}).get("values") or {}
        if kind.keeps_state:
            typed = {**typed, block_id: {**typed.get(block_id, {}), action_id: choice}}
        if isinstance(place, View):
            place.type_in(typed)
        block = next(one for one in place.blocks if one.get("block_id") == block_id)
        if block["type"] == "input" and not block.get("dispatch_action"):
            return
        action: Json = {"type": element["type"], "block_id": block_id, "action_id": action_id}
        action |= {key: one for key, one in choice.items() if one is not None}
        if element["type"] == "button":
            action["text"] = element["text"]
        payload = self.envelope("block_actions", person)
        payload["actions"] = [action | {"action_ts": self._workspace.next_ts()}]
        payload |= self._in_view(place) if isinstance(place, View) else self._in_message(person, place, typed)
        await self._sockets.deliver("interactive", payload)

    async def suggestions(self, person: Person, place: Posted | View, given: Json) -> list[Json]:
        """The options that the app serves for what somebody types into an external select.

        Args:
            person: Who types.
            place: The message or view where they do.
            given: `block_id`, `action_id` and `value`, what is typed.

        Raises:
            GoneError: There is no such element there.
            UnacknowledgedError: The app did not answer.
            SlackError: Slack would not take what it answers.
        """
        element = find_element(place.blocks, given.get("block_id", ""), given.get("action_id", ""))
        if element is None or ELEMENTS[element["type"]].focused_on != "suggestions":
            raise GoneError("That list is no longer there.")
        payload = self.envelope("block_suggestion", person)
        del payload["trigger_id"]
        payload |= {key: str(given.get(key, "")) for key in ("block_id", "action_id", "value")}
        # A list that is typed into is no deed, which alone has a response_url.
        where = self._in_view(place) if isinstance(place, View) else self._in_message(person, place, {})
        payload |= {key: value for key, value in where.items() if key not in ("state", "response_url")}
        return suggested(await self._sockets.deliver("interactive", payload))

    def _in_view(self, view: View) -> Json:
        return {"container": {"type": "view", "view_id": view.id}, "view": self._workspace.views.payload(view)}

    def _in_message(self, person: Person, place: Posted, typed: Json) -> Json:
        message, conversation = place.message, place.conversation
        where: Json = {
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": conversation.id,
                "is_ephemeral": message.only_for is not None,
            },
            "channel": {"id": conversation.id, "name": conversation.name_for_apps},
            "state": {"values": state_of(message.blocks, typed)},
            "response_url": self._responses.give(person.id, conversation, message.ts),
        }
        # Slack keeps no ephemeral message, so it cannot show one to the app.
        return where if message.only_for else where | {"message": self._workspace.message_payload(message)}
