"""What a message said is not kept for longer than it may have to be drawn again; that it was told stays known."""

from datetime import timedelta

from services.context import Services
from storage.tidying import wipe_facts

KEPT_FOR = timedelta(days=30)


async def wipe_outbox(services: Services) -> None:
    """Wipe the facts of notices whose post came to its end thirty days ago. Their keys stay: each is told once."""
    await services.store.write(lambda tx: wipe_facts(tx, services.now() - KEPT_FOR))
