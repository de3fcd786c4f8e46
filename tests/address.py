"""Where the playgrounds of a run are, one after the other: a browser keeps what it has compiled by its address."""

from contextlib import suppress

from playground.server import Playground


class Address:
    """A port that is used again."""

    def __init__(self) -> None:
        self._port = 0

    async def open(self, playground: Playground) -> None:
        """Start a playground where the last one was, or anywhere while somebody else is there."""
        with suppress(OSError):
            await playground.start(port=self._port)
        if not playground.url:
            await playground.start()
        self._port = self._port or int(playground.url.rsplit(":", 1)[1])


address = Address()
