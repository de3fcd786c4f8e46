"""One call of a Web API method: its arguments, and what its handler works with."""

import json
from dataclasses import dataclass

from playground.files import Files
from playground.instants import Triggers
from playground.shapes import Json, SlackError
from playground.socket_mode import Sockets
from playground.workspace import Workspace


@dataclass(frozen=True)
class Call:
    """What a method's handler gets.

    Attributes:
        workspace: The state it reads and changes.
        triggers: The trigger ids that are out.
        sockets: The app's connections.
        files: The files that are being uploaded.
        base_url: Where this server is reached, such as `http://127.0.0.1:8765`.
        args: The arguments, by name; texts where the call was form-encoded.
    """

    workspace: Workspace
    triggers: Triggers
    sockets: Sockets
    files: Files
    base_url: str
    args: Json

    def text(self, name: str, default: str | None = None) -> str:
        """An argument that is a text.

        Raises:
            SlackError: `invalid_arguments` where it is missing and has no default.
        """
        value = self.args.get(name)
        if value in (None, ""):
            if default is None:
                raise SlackError("invalid_arguments", messages=[f"[ERROR] missing required field: {name}"])
            return default
        return str(value)

    def flag(self, name: str) -> bool:
        """An argument that is a yes or no; no where it is missing."""
        return self.args.get(name) in (True, "true", "True", "1", 1)

    def structure(self, name: str) -> object:
        """An argument that is JSON, sent as such or as a text; None where it is missing.

        Raises:
            SlackError: `invalid_arguments` where the text is no JSON.
        """
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise SlackError("invalid_arguments", messages=[f"[ERROR] failed to parse {name} as JSON"]) from error

    def mapping(self, name: str) -> Json | None:
        """An argument that is a JSON object; None where it is missing.

        Raises:
            SlackError: `invalid_arguments` where it is something else.
        """
        value = self.structure(name)
        if value is not None and not isinstance(value, dict):
            raise SlackError("invalid_arguments", messages=[f"[ERROR] must provide an object: {name}"])
        return value

    def listing(self, name: str) -> list[str]:
        """An argument that is a list of texts, or texts with commas between; empty where it is missing."""
        value = self.args.get(name)
        if isinstance(value, list):
            return [str(item) for item in value]
        return [item.strip() for item in str(value or "").split(",") if item.strip()]

    def need(self, scope: str) -> None:
        """Refuse the call unless the app was granted the scope.

        Raises:
            SlackError: `missing_scope`.
        """
        granted = self.workspace.granted_scopes
        if scope not in granted:
            raise SlackError("missing_scope", needed=scope, provided=",".join(granted))

    def page(self, items: list[Json], name: str, usual: int = 100, most: int = 1000) -> Json:
        """One page of a listing, by the arguments `limit` and `cursor`, with the cursor to the next one.

        Args:
            items: The whole listing.
            name: What it is called in the answer.
            usual: How many come if the app does not say.
            most: How many come at most, however many the app asks for.

        Raises:
            SlackError: `invalid_limit` or `invalid_cursor`.
        """
        try:
            limit = int(self.text("limit", str(usual)))
        except ValueError as error:
            raise SlackError("invalid_limit") from error
        cursor = self.text("cursor", "0")
        if not cursor.isdigit():
            raise SlackError("invalid_cursor")
        if not 1 <= limit <= 1000:
            raise SlackError("invalid_limit")
        start, limit = int(cursor), min(limit, most)
        following = str(start + limit) if start + limit < len(items) else ""
        return {name: items[start : start + limit], "response_metadata": {"next_cursor": following}}
