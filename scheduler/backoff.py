"""How long to wait before trying again."""

from dataclasses import dataclass
from random import SystemRandom

_random = SystemRandom()


@dataclass(frozen=True)
class Backoff:
    """Exponential, with full jitter: many that failed together do not come back together.

    Attributes:
        first: The longest wait after the first failure, in seconds; it doubles with each further one.
        longest: No wait is longer, in seconds.
        least: No wait is shorter, in seconds.
    """

    first: float
    longest: float
    least: float = 0.0

    def seconds(self, failures: int) -> float:
        """A wait after so many failures in a row, at least one."""
        # Past 30 doublings, any longest wait is reached.
        ceiling = min(self.longest, self.first * 2 ** min(failures - 1, 30))
        return _random.uniform(self.least, max(self.least, ceiling))
