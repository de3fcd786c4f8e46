"""The log: what happened, in ids, kinds and durations. Nobody's words, no secrets."""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType

from slack_sdk.errors import SlackApiError

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
TOKENS = re.compile(r"\bx(?:ox[a-z]|app)-[\w.-]+")
HIDDEN = "(secret)"
# To hide anything shorter would hide ordinary words.
SHORTEST_SECRET = 6

# At DEBUG, other people's packages write out whole payloads and every query with its values. Only what is named here
# says more than warnings, and only our own packages say all that LOG_LEVEL asks for.
OURS = ("bot", "handlers", "scheduler", "services", "storage", "views")
HEARD_AT_INFO = ("slack_bolt", "slack_sdk")
HEARD_AT_ERROR = ("apscheduler",)

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WordlessFormatter(logging.Formatter):
    """Writes a record without tokens, and an exception without its message, which may quote what somebody wrote.

    What stays of an exception is its type and where it was raised; and Slack's own error code, or the system's reason.

    Args:
        secrets: What to hide besides everything that looks like a token.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(FORMAT)
        self._secrets = sorted((secret for secret in secrets if len(secret) >= SHORTEST_SECRET), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        text = super().format(record)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return TOKENS.sub(HIDDEN, text)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's name
        """Write an exception and what caused it."""
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines.append(describe_error(error))
            lines.extend(line.rstrip() for line in traceback.format_tb(error.__traceback__))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
            if error is not None:
                lines.append("caused by")
        return "\n".join(lines)


def describe_error(error: BaseException) -> str:
    """An exception in a few words that are not anybody's."""
    name = type(error).__qualname__
    if isinstance(error, SlackApiError):
        return f"{name}: {_slacks_word(error)}"
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror}"
    return name


def _slacks_word(error: SlackApiError) -> str:
    # Whatever stands between us and Slack may answer with a page instead of JSON.
    answer = getattr(error.response, "data", error.response)
    code = answer.get("error") if isinstance(answer, dict) else None
    return str(code or f"HTTP status {getattr(error.response, 'status_code', 'unknown')}")


def set_up_logs(level: int, secrets: Iterable[str] = ()) -> None:
    """Log to standard error: ours from a level on, other people's packages no more than is safe."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(WordlessFormatter(secrets))
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)
    for names, from_level in ((OURS, level), (HEARD_AT_INFO, logging.INFO), (HEARD_AT_ERROR, logging.ERROR)):
        for name in names:
            logging.getLogger(name).setLevel(max(level, from_level))
