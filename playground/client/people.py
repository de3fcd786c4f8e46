"""The connection to a playground's People API."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import ClientSession, WSMsgType

from playground.client.actor import Actor
from playground.client.errors import RefusedError, StoppedError
from playground.shapes import Json

Found = TypeVar("Found")


class People:
    """All people of a playground, to act as.

    Use it as an asynchronous context manager, or close it in the end.

    Args:
        url: Where the playground is reached, such as `http://127.0.0.1:8765`.

    Attributes:
        with_app: The direct messages with the app that have been looked for: ids, by the person's.
    """

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._open_session: ClientSession | None = None
        self._workspace: Json = {}
        self.with_app: dict[str, str] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections."""
        if self._open_session:
            await self._open_session.close()
            self._open_session = None

    def as_(self, who: str) -> Actor:
        """Act as somebody, named by id, handle or full name."""
        return Actor(self, who)

    @property
    def _session(self) -> ClientSession:
        if self._open_session is None:
            self._open_session = ClientSession(base_url=self._url)
        return self._open_session

    async def workspace(self) -> Json:
        """The workspace with its people, commands and tour."""
        if not self._workspace:
            self._workspace = await self.request("GET", "/people/workspace")
        return self._workspace

    async def names(self) -> dict[str, str]:
        """The full name of each person, and the name of each public channel, by id."""
        workspace = await self.workspace()
        people = {person["id"]: person["real_name"] for person in workspace["people"]}
        return people | {channel["id"]: channel["name"] for channel in workspace["channels"]}

    async def find(self, who: str) -> str:
        """The id of somebody, by id, handle (with or without @) or full name.

        Raises:
            RefusedError: There is nobody of that name.
        """
        wanted = who.removeprefix("@").lower()
        for person in (await self.workspace())["people"]:
            if wanted in {person["id"].lower(), person["name"].lower(), person["real_name"].lower()}:
                return str(person["id"])
        raise RefusedError("user_not_found", f"there is nobody called {who}")

    async def now(self) -> datetime:
        """What the workspace's clock shows, in UTC."""
        return datetime.fromisoformat((await self.request("GET", "/people/clock"))["now"])

    async def skip(self, to: datetime) -> None:
        """Move the workspace's clock ahead; done when the app has done all that was due on the way.

        Args:
            to: An aware instant.

        Raises:
            RefusedError: The clock cannot be moved, or not there.
            StoppedError: It has stopped on the way.
        """
        answer = await self.request("POST", "/people/clock/skip", {"to": to.isoformat()})
        if answer["skip"]["why"]:
            raise StoppedError(answer["skip"]["why"])

    async def request(self, method: str, path: str, body: Json | None = None) -> Json:
        """One request of the People API.

        Raises:
            RefusedError: The answer is a refusal.
        """
        async with self._session.request(method, path, json=body) as response:
            answer: Json = await response.json()
        if response.status >= 400:
            raise RefusedError(answer.get("error", str(response.status)), answer.get("message", ""))
        return answer

    async def wait(self, person_id: str, look: Callable[[], Awaitable[Found | None]], seconds: float) -> Found | None:
        """Look again whenever something changes for a person, until `look` finds something; None if it never does.

        Args:
            person_id: Whose changes to wait for.
            look: Gives what is sought, or None.
            seconds: How long to wait at most.
        """
        # Mostly it is there, and to listen takes longer than to look.
        found = await look()
        if found is not None:
            return found
        # Listening begins before the next look, so that no change falls between the two.
        async with self._session.ws_connect(f"/people/{person_id}/events") as changes:
            try:
                async with asyncio.timeout(seconds):
                    await changes.receive()
                    while True:
                        found = await look()
                        if found is not None:
                            return found
                        if (await changes.receive()).type is not WSMsgType.TEXT:
                            return None
            except TimeoutError:
                return None
