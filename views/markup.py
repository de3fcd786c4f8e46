"""Text that Slack interprets, kept apart from text that people typed.

`Markup` is Slack's mrkdwn; a plain `str` is words to be shown as they are. Blocks look at the type, so words that
somebody typed can never mention a channel or become a link.
"""

import re
from typing import Self

ELLIPSIS = "…"
# A short one, after a space. A long one is cut, and so is what has no spaces.
_LAST_WORD = re.compile(r"\s\S{1,15}$")


class Markup(str):
    """Text in Slack's mrkdwn, safe to be interpreted."""

    __slots__ = ()

    def shortened(self, most: int) -> "Markup":
        """The same, at most so many characters long, with no entity or mention cut in two."""
        if len(self) <= most:
            return self
        return Markup(re.sub(r"(&[a-z]*|<[^>]*)$", "", self[: most - 1]).rstrip() + ELLIPSIS)

    def __add__(self, other: str) -> "Markup":
        """Join with more markup; words are escaped."""
        return Markup(str.__add__(self, escape(other)))

    @classmethod
    def lines(cls, *lines: str) -> Self:
        """One line for each; words are escaped, empty lines left out."""
        return cls("\n".join(escape(line) for line in lines if line))


def escape(words: str) -> Markup:
    """Make words harmless in mrkdwn; what is markup already stays as it is."""
    if isinstance(words, Markup):
        return words
    return Markup(words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def quote(words: str) -> Markup:
    """Words set apart, each line as a quotation."""
    return Markup("\n".join(f"> {line}" for line in escape(words).splitlines()))


def mention(user: str) -> Markup:
    """A mention of a user, which Slack shows as their name."""
    return Markup(f"<@{user}>")


def channel(channel_id: str) -> Markup:
    """A link to a channel, which Slack shows as its name."""
    return Markup(f"<#{channel_id}>")


def link(address: str, words: str) -> Markup:
    """Words that lead to an address; the address is ours, made of nothing that was typed."""
    return Markup(f"<{escape(address)}|{escape(words)}>")


def shorten(words: str, most: int) -> str:
    """Words, at most so many characters long, an ellipsis in place of what is left out; whole ones if it can be."""
    if isinstance(words, Markup):
        return words.shortened(most)
    if len(words) <= most:
        return words
    kept = words[: most - 1]
    return (kept if words[most - 1].isspace() else _LAST_WORD.sub("", kept)).rstrip() + ELLIPSIS
