"""How the sender goes about its work, in numbers."""

from dataclasses import dataclass, field
from datetime import timedelta

from scheduler.backoff import Backoff


@dataclass(frozen=True)
class Margins:
    """How the sender goes about its work.

    Attributes:
        at_once: How many deliveries are in hand at a time, each for another receiver.
        lease: For how long a delivery is claimed. Once that is over, nobody knows what became of it.
        spare: What has to be left of the lease, beyond the time that Slack has for its answer, when a call begins.
        settle: How long after the end of its lease a post is looked for in Slack's history, if it is in doubt: until
            then it may still come to be there.
        tries: After so many that surely failed, a delivery is dead; after so many to learn of it, it is unconfirmed.
        backoff: How long to wait after one that failed.
        look: While something is in hand, how long until it is looked whether more is due.
    """

    at_once: int = 20
    lease: timedelta = timedelta(seconds=60)
    spare: timedelta = timedelta(seconds=5)
    settle: timedelta = timedelta(seconds=60)
    tries: int = 12
    backoff: Backoff = field(default_factory=lambda: Backoff(15.0, 3600.0))
    look: timedelta = timedelta(seconds=1)
