"""Why Rapport cannot start, in sentences that say what to do."""

from collections.abc import Iterable


class CannotStartError(Exception):
    """Something has to be put right first.

    Attributes:
        problems: A sentence each. None quotes a secret.
        exit_code: 2 where a setting is to blame, else 1.
    """

    def __init__(self, problems: Iterable[str], exit_code: int = 2) -> None:
        self.problems = tuple(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(self.problems))
