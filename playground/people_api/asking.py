"""What every request of the People API needs: who acts, on what, and how a refusal is told."""

import json
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from playground.conversations import Conversation, Kind
from playground.elements import BadChoiceError
from playground.interactions import TROUBLE, GoneError
from playground.seed import Person
from playground.shapes import Json, SlackError
from playground.socket_mode import UnacknowledgedError
from playground.workspace import Workspace

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

NOT_FOUND: Final = {"user_not_found", "channel_not_found", "not_found", "unknown_command", "no_such_element"}


class RefusalError(Exception):
    """Something a person cannot do, with a sentence for them.

    Args:
        code: A word for programs.
        message: A sentence for the person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@web.middleware
async def told_kindly(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what went wrong into an answer with a code and a sentence."""
    try:
        return await handler(request)
    except RefusalError as refusal:
        return _refused(refusal.code, refusal.message)
    except SlackError as refusal:
        return _refused(refusal.code, f"Slack refuses this: {refusal.code}.")
    except GoneError as gone:
        return _refused("no_such_element", str(gone))
    except BadChoiceError as bad:
        return _refused("bad_choice", str(bad))
    except UnacknowledgedError as failure:
        return web.json_response({"ok": False, "error": failure.code, "message": TROUBLE}, status=424)


def _refused(code: str, message: str) -> web.Response:
    status = 404 if code in NOT_FOUND else 400
    return web.json_response({"ok": False, "error": code, "message": message}, status=status)


class Asking:
    """Reads requests against the state of the workspace.

    Args:
        workspace: The state.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def actor(self, request: web.Request) -> Person:
        """Who acts.

        Raises:
            RefusalError: Nobody here, or somebody whose account is deactivated.
        """
        person = self.person(request)
        if person.deleted:
            raise RefusalError("account_inactive", f"The account of {person.real_name} is deactivated.")
        return person

    def person(self, request: web.Request) -> Person:
        """Whom the request is about, deactivated or not.

        Raises:
            RefusalError: Nobody here.
        """
        person = self.workspace.people.get(request.match_info["as"])
        if person is None or person.is_bot:
            raise RefusalError("user_not_found", "There is nobody with that id to act as.")
        return person

    def conversation(self, request: web.Request, person: Person, conversation_id: str | None = None) -> Conversation:
        """The conversation that is acted in.

        Raises:
            RefusalError: It does not exist, or the person cannot see it.
        """
        wanted = conversation_id or request.match_info["conversation"]
        conversation = self.workspace.conversations.get(wanted)
        if conversation is None or not can_see(conversation, person):
            raise RefusalError("channel_not_found", "There is no such conversation for this person.")
        return conversation

    async def body(self, request: web.Request) -> Json:
        """The JSON object that was sent.

        Raises:
            RefusalError: It is something else.
        """
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise RefusalError("invalid_json", "The request is no JSON.") from error
        if not isinstance(body, dict):
            raise RefusalError("invalid_json", "The request is no JSON object.")
        return body


def can_see(conversation: Conversation, person: Person) -> bool:
    """Whether the person can open the conversation: it is theirs, or a public channel and they are no guest."""
    if person.id in conversation.members:
        return True
    return conversation.kind is Kind.CHANNEL and not (person.is_restricted or person.is_ultra_restricted)
