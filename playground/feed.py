"""Tells the open pages and clients of each person what has changed, so that they read it again."""

from asyncio import Queue
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playground.shapes import Json


class Feed:
    """Subscriptions of people to what changes for them."""

    def __init__(self) -> None:
        self._readers: defaultdict[str, list[Queue[Json]]] = defaultdict(list)

    @contextmanager
    def subscribe(self, *readers: str) -> Iterator[Queue[Json]]:
        """A queue that gets, while the context lasts, every change that concerns a person, or a topic of that name."""
        queue: Queue[Json] = Queue()
        for reader in readers:
            self._readers[reader].append(queue)
        try:
            yield queue
        finally:
            for reader in readers:
                self._readers[reader].remove(queue)

    def tell(self, people: Iterable[str], change: Json) -> None:
        """Tell these people of a change."""
        for person in people:
            for queue in self._readers[person]:
                queue.put_nowait(change)

    def tell_everybody(self, change: Json) -> None:
        """Tell all that listen of a change."""
        for queue in {id(queue): queue for queues in self._readers.values() for queue in queues}.values():
            queue.put_nowait(change)
