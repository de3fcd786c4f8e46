"""One person of the workspace, to act as."""

from datetime import datetime

from playground.client.errors import NotOfferedError, RefusedError
from playground.client.onlooker import PATIENCE, Onlooker, Sight
from playground.client.screen import Modal, Pressable, SeenMessage


class Actor(Onlooker):
    """Somebody who reads, writes, presses and runs commands. The arguments are those of Onlooker."""

    async def say(self, conversation: str, text: str, *, in_thread_of: SeenMessage | None = None) -> None:
        """Write a message, or a reply in another one's thread."""
        body = {"text": text, **({"thread_ts": in_thread_of.ts} if in_thread_of else {})}
        await self.post(f"/conversations/{await self.conversation(conversation)}/messages", body)

    async def command(self, command: str, text: str = "", *, in_: str = "app") -> None:
        """Run a slash command, typed in a conversation; done when the app has acknowledged it.

        Raises:
            RefusedError: There is no such command, or the app did not answer.
        """
        await self.say(in_, f"{command} {text}".strip())

    async def shortcut(self, name: str, *, on: SeenMessage | None = None) -> None:
        """Run a shortcut, by its name or callback id; done when the app has acknowledged it.

        Args:
            name: The name or the callback id.
            on: The message whose menu offers it; without one it is a global shortcut.

        Raises:
            NotOfferedError: There is no such shortcut.
            RefusedError: The app did not answer.
        """
        place = {"message": {"channel": on.conversation, "ts": on.ts}} if on else {}
        everywhere = (await self.people.workspace())["shortcuts"]
        offered = [one for one in everywhere if one["type"] == ("message" if on else "global")]
        for one in offered:
            if name in (one["name"], one["callback_id"]):
                await self.post("/shortcuts", {"callback_id": one["callback_id"], **place})
                return
        raise NotOfferedError(f"there is no shortcut {name!r}, but {[one['name'] for one in offered]}")

    async def react(self, name: str, on: SeenMessage) -> None:
        """Put an emoji (by its name, such as `tada`) under a message, or take one's own away again."""
        place = {"channel": on.conversation, "ts": on.ts}
        await self.post("/reactions", {"name": name, "message": place})

    async def open_home(self, tab: str = "home") -> None:
        """Open the app, at its home or its messages."""
        await self.post("/home/opened", {"tab": tab})

    async def skip(self, to: str) -> None:
        """Move the workspace's clock ahead, as this person could; done when all that was due on the way is done.

        Args:
            to: `morning`, `week` or `next` (message that is to come).

        Raises:
            NotOfferedError: It cannot be moved there: nothing is to come, or this clock cannot be moved.
            StoppedError: It has stopped on the way.
        """
        offered = (await self.ahead())["skips"]
        if to not in offered:
            raise NotOfferedError(f"there is no skip to {to!r}, but {sorted(offered)}")
        await self.people.skip(datetime.fromisoformat(offered[to]))

    async def press(self, label: str, *, in_: str | Sight | None = None) -> None:
        """Press a button, or choose an option of a menu, waiting until it is there; done when the app has acknowledged.

        Args:
            label: The label or the action id.
            in_: A message, home or modal, or where to look for one, as in `see`; the newest first.

        Raises:
            NotOfferedError: There is none.
            RefusedError: The app did not answer.
        """
        try:
            await self._press_seen(label, in_)
        except RefusedError as refusal:
            if refusal.code != "no_such_element" or isinstance(in_, Sight):
                raise
            # Where it stands was drawn anew after it was seen.
            await self._press_seen(label, in_)

    async def _press_seen(self, label: str, in_: str | Sight | None) -> None:
        async def look() -> tuple[Sight, Pressable] | None:
            for place in [in_] if isinstance(in_, Sight) else await self.in_sight(in_):
                if found := place.pressable(label):
                    return place, found
            return None

        found = await self.people.wait(await self.id(), look, PATIENCE)
        if found is None:
            raise NotOfferedError(f"{self._who} sees no button {label!r}, but:\n{await self.everything()}")
        place, button = found
        if isinstance(place, Modal):
            await place.press(label)
        else:
            await self.post("/actions", {**button.request, "state": {"values": {}}})
