"""What became of messages, in plain words, for organisers."""

import re
from collections import Counter
from collections.abc import Sequence

from mentoring.deliveries import Deliveries, Failures
from views.markup import Markup
from views.wording import Wording

WHY = {
    "person": {"user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot"},
    "place": {"channel_not_found", "is_archived", "not_in_channel", "method_not_supported_for_channel_type"},
    "permission": {"missing_scope", "restricted_action", "no_permission", "access_denied", "org_login_required"},
    "content": {"invalid_blocks", "invalid_arguments", "msg_too_long", "msg_blocks_too_long", "no_text"},
    "slack": {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "message_limit_exceeded"},
}
# As Slack names its reasons; anything else is the sender's name for the lack of an answer.
SLACKS_WORD = re.compile(r"[a-z_]+")


def deliveries_in_words(deliveries: Deliveries, wording: Wording) -> Markup:
    """How many messages arrived, could not be delivered and why, or are in doubt: a line for each."""
    return Markup.lines(
        wording.markup("deliveries-delivered", count=deliveries.delivered),
        *troubles_in_words(deliveries, wording),
        wording.markup("deliveries-too-late", count=deliveries.too_late) if deliveries.too_late else "",
    )


def troubles_in_words(deliveries: Deliveries, wording: Wording) -> list[Markup]:
    """What did not arrive, or may not have, and why."""
    lines = [wording.markup("deliveries-failed", count=deliveries.failed)] if deliveries.failed else []
    lines += [
        wording.markup(f"deliveries-why-{why}", count=count) for why, count in _reasons(deliveries.failures).items()
    ]
    if deliveries.in_doubt:
        lines.append(wording.markup("deliveries-in-doubt", count=deliveries.in_doubt))
    return lines


def _reasons(failures: Sequence[Failures]) -> Counter[str]:
    reasons: Counter[str] = Counter()
    for each in failures:
        reasons[_reason(each.error)] += each.count
    return reasons


def _reason(error: str) -> str:
    if not SLACKS_WORD.fullmatch(error):
        return "slack"
    return next((why for why, errors in WHY.items() if error in errors), "other")
