"""What one person of the workspace can see, and how to wait for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from playground.client.errors import NotOfferedError
from playground.client.reading import text_of_blocks
from playground.client.screen import Home, Modal, SeenMessage
from playground.shapes import Json

if TYPE_CHECKING:
    from playground.client.people import People

Found = TypeVar("Found")

Sight = SeenMessage | Home | Modal
"""Something in front of a person."""

PATIENCE = 20.0
"""Seconds that waits last unless told otherwise."""


class Onlooker:
    """Somebody who reads.

    A conversation is named by `app` (the direct message with the app), `#name`, `@name`, or its id.

    Args:
        people: The connection.
        who: Their id, handle or full name.
    """

    def __init__(self, people: "People", who: str) -> None:
        self.people = people
        self._who = who

    async def id(self) -> str:
        """Their user id."""
        return await self.people.find(self._who)

    async def post(self, path: str, body: Json) -> Json:
        """A request of the People API as this person."""
        return await self.people.request("POST", f"/people/{await self.id()}{path}", body)

    async def _get(self, path: str) -> Json:
        return await self.people.request("GET", f"/people/{await self.id()}{path}")

    async def upload(self, name: str, content: str = "") -> Json:
        """Upload a file for a form; gives the file as a file field keeps it."""
        file: Json = (await self.post("/files", {"name": name, "content": content}))["file"]
        return file

    async def conversations(self) -> list[Json]:
        """The conversations they can open."""
        found: list[Json] = (await self._get("/conversations"))["conversations"]
        return found

    async def conversation(self, which: str) -> str:
        """The id of a conversation.

        Raises:
            NotOfferedError: They see no such conversation.
            RefusedError: There is nobody of that name.
        """
        if which.startswith("@"):
            return str((await self.post("/conversations", {"users": [await self.people.find(which)]}))["id"])
        if which == "app" and (known := self.people.with_app.get(await self.id())):
            return known
        seen = await self.conversations()
        for one in seen:
            if which == "app" and one["kind"] == "app":
                self.people.with_app[await self.id()] = str(one["id"])
                return str(one["id"])
            if which == one["id"]:
                return str(one["id"])
            if one["kind"] in ("channel", "private") and which.removeprefix("#") == one["name"]:
                return str(one["id"])
            if one["kind"] == "mpim" and which == one["name"]:
                return str(one["id"])
        raise NotOfferedError(f"{self._who} sees no conversation {which!r}, but {[one['name'] for one in seen]}")

    async def group(self, *others: str) -> str:
        """The id of the group message they are in with exactly these people and no more (the app counts as one).

        Raises:
            NotOfferedError: They are in no such group.
        """
        wanted = {await self.id(), *[await self.people.find(other) for other in others]}
        for one in await self.conversations():
            if one["kind"] == "mpim" and set(one["members"]) == wanted:
                return str(one["id"])
        raise NotOfferedError(f"{self._who} is in no group message with just {others}")

    async def messages(self, where: str = "app") -> list[SeenMessage]:
        """The messages of a conversation, oldest first; they count as read then."""
        conversation = await self.conversation(where)
        names = await self.people.names()
        raw = (await self._get(f"/conversations/{conversation}/messages"))["messages"]
        await self.post(f"/conversations/{conversation}/read", {})
        return [SeenMessage(conversation, one, names) for one in raw]

    async def catch_up(self) -> None:
        """Read everything."""
        for one in await self.conversations():
            await self.messages(one["id"])

    async def nothing_new(self) -> None:
        """Make sure that nothing unread is there: whatever came since was read with `see`, `messages` or `catch_up`.

        Raises:
            NotOfferedError: Something is unread; the message shows it.
        """
        for one in await self.conversations():
            if one["unread"]:
                unread = (await self.messages(one["id"]))[-one["unread"] :]
                texts = "\n".join(message.text for message in unread)
                raise NotOfferedError(f"{self._who} has something new in {one['name']}:\n{texts}")

    async def home(self) -> Home | None:
        """Their App Home; None while the app has published none."""
        view = (await self._get("/home"))["view"]
        if view is None:
            return None
        return Home(view, text_of_blocks(view["blocks"], await self.people.names(), view["state"]["values"]))

    async def stack(self) -> list[Json]:
        """Their open modals as the People API gives them, the visible one last."""
        found: list[Json] = (await self._get("/views"))["stack"]
        return found

    async def ahead(self) -> Json:
        """What is to come, and where the clock can be moved to, as the People API gives them."""
        return await self._get("/ahead")

    async def top_modal(self) -> Modal | None:
        """The modal in front of them, if there is one."""
        stack = await self.stack()
        return Modal(self, stack[-1], await self.people.names()) if stack else None

    async def modal(self, title: str | None = None, *, timeout: float = PATIENCE) -> Modal:  # noqa: ASYNC109 - a wait
        """The modal in front of them, waiting until there is one (of that title).

        Raises:
            NotOfferedError: There is none in time.
        """

        async def look() -> Modal | None:
            modal = await self.top_modal()
            return modal if modal and title in (None, modal.title) else None

        found = await self.people.wait(await self.id(), look, timeout)
        if found is None:
            raise NotOfferedError(f"{self._who} sees no modal {title or ''}, but:\n{await self.everything()}")
        return found

    async def wait_in(self, modal: Modal, look: Callable[[], Found | None], what: str) -> Found:
        """Look at a modal again whenever something changes, until `look` finds something.

        Raises:
            NotOfferedError: It does not in time.
        """

        async def again() -> Found | None:
            await modal.refresh()
            return look()

        found = await self.people.wait(await self.id(), again, PATIENCE)
        if found is None:
            raise NotOfferedError(f"{self._who} does not see {what} in:\n{modal.text}")
        return found

    async def see(
        self,
        fragment: str,
        *,
        where: str | None = None,
        timeout: float = PATIENCE,  # noqa: ASYNC109 - a wait
    ) -> Sight:
        """Wait until something in front of them contains a text.

        Args:
            fragment: A part of what is to be seen, as plain text.
            where: `modal`, `home` or a conversation; anywhere if it is not given.
            timeout: How many seconds to wait at most.

        Returns:
            The modal, the newest message or the home that contains it.

        Raises:
            NotOfferedError: It does not come in time; the message shows all that the person sees.
        """
        return await self._await_sight(where, lambda one: fragment in one.text, repr(fragment), timeout)

    async def see_message(self, fragment: str, *, where: str | None = None) -> SeenMessage:
        """Wait until a message contains a text, and give the newest such.

        Raises:
            NotOfferedError: It does not come in time.
        """
        found = await self._await_sight(
            where,
            lambda one: isinstance(one, SeenMessage) and fragment in one.text,
            f"a message {fragment!r}",
            PATIENCE,
        )
        if not isinstance(found, SeenMessage):
            raise TypeError(f"{found} is no message")
        return found

    async def _await_sight(self, where: str | None, fits: Callable[[Sight], bool], what: str, seconds: float) -> Sight:
        async def look() -> Sight | None:
            for one in await self.in_sight(where):
                if fits(one):
                    return one
            return None

        found: Sight | None = await self.people.wait(await self.id(), look, seconds)
        if found is None:
            place = f" in {where}" if where else ""
            raise NotOfferedError(f"{self._who} does not see {what}{place}, but:\n{await self.everything()}")
        if isinstance(found, SeenMessage):
            await self.post(f"/conversations/{found.conversation}/read", {})
        return found

    async def in_sight(self, where: str | None) -> list[Sight]:
        """The modal, the messages (the newest first) and the home in front of them.

        Args:
            where: `modal`, `home` or a conversation; None: everywhere.
        """
        seen: list[Sight] = []
        if where in (None, "modal") and (modal := await self.top_modal()):
            seen.append(modal)
        if where not in ("modal", "home"):
            seen += await self._messages(where)
        if where in (None, "home") and (home := await self.home()):
            seen.append(home)
        return seen

    async def _messages(self, where: str | None) -> list[SeenMessage]:
        if where:
            chosen = [await self.conversation(where)]
        else:
            chosen = [one["id"] for one in await self.conversations() if one["is_member"]]
        names = await self.people.names()
        messages = [
            SeenMessage(conversation, one, names)
            for conversation in chosen
            for one in (await self._get(f"/conversations/{conversation}/messages"))["messages"]
        ]
        return sorted(messages, key=lambda message: message.ts, reverse=True)

    async def everything(self) -> str:
        """All that is in front of them, in plain text, to read when a test fails."""
        parts = []
        for one in await self.in_sight(None):
            place = f"message in {one.conversation}" if isinstance(one, SeenMessage) else type(one).__name__.lower()
            parts.append(f"--- {place}\n{one.text}")
        return "\n".join(parts) or "(nothing)"
