"""Words as people typed them, on their way in."""

import re
from collections.abc import Mapping
from types import MappingProxyType

_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")
# NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 does.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(words: str) -> str:
    """Words without blanks around them, and without characters that no database takes."""
    return _UNSTORABLE.sub("", words).strip()


def mentioned_users(text: str) -> tuple[str, ...]:
    """The users that a command's text mentions, each once, in order.

    Args:
        text: As Slack sends it with `should_escape`: `<@U012AB3CD|maya>`.
    """
    return tuple(dict.fromkeys(_MENTION.findall(text)))


def typed_words(text: str, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """The text of a command or message as it was typed: mentions as `@name`, entities undone.

    Args:
        text: As Slack sends it.
        names: The names of users, by id, for mentions that come without.
    """
    text = _MENTION.sub(lambda found: f"@{names[found[1]]}" if found[1] in names else found[0], text)
    text = re.sub(r"<@[UW][A-Z0-9]+\|([^>]*)>", r"@\1", text)
    text = re.sub(r"<#[CG][A-Z0-9]+\|([^>]*)>", r"#\1", text)
    text = re.sub(r"<[@#!]([^>|]*)(?:\|([^>]*))?>", lambda found: f"@{found[2] or found[1]}", text)
    text = re.sub(r"<([^>|]*)(?:\|[^>]*)?>", r"\1", text)
    return clean(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
