"""What became of messages: how many arrived, how many did not, and why."""

from dataclasses import dataclass
from datetime import timedelta

# So long is it counted.
COUNTED_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Failures:
    """Messages that could not be delivered, and why, as Slack or the sender put it: views say it plainly."""

    error: str
    count: int


@dataclass(frozen=True)
class Deliveries:
    """What became of the messages of some days.

    Attributes:
        in_doubt: It may have arrived, or not.
        too_late: Its time was over before it could go.
    """

    delivered: int = 0
    in_doubt: int = 0
    too_late: int = 0
    failures: tuple[Failures, ...] = ()

    @property
    def failed(self) -> int:
        """How many could not be delivered."""
        return sum(each.count for each in self.failures)
