"""Messages in Slack that somebody picked to celebrate them, or to talk about them."""

import re
from dataclasses import dataclass

from mentoring.people import Person

DOMAIN, CONVERSATION, TS = re.compile(r"[a-z0-9-]+"), re.compile(r"[A-Z0-9]+"), re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class PickedMessage:
    """What a form keeps of a message: its address, and who wrote it if that was another person; never their words.

    `user` is that person's Slack id, `name` what to call them.
    """

    link: str
    user: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class AboutMessage:
    """What is shown of a message that something is about: its address, and who wrote it if that was another person."""

    link: str
    by: Person | None = None


def link_to(domain: str, conversation: str, ts: str, thread_ts: str | None = None) -> str:
    """The address of a message, which only those who can read it there can open.

    Args:
        domain: The workspace's, as in `acme.slack.com`.
        conversation: Slack's id of where it stands.
        ts: Slack's id of it.
        thread_ts: The same of the message it answers, if any.

    Raises:
        ValueError: One of them is none.
    """
    parts = ((DOMAIN, domain), (CONVERSATION, conversation), (TS, ts), (TS, thread_ts or ts))
    if not all(shape.fullmatch(part) for shape, part in parts):
        msg = "That is not the place of a message."
        raise ValueError(msg)
    address = f"https://{domain}.slack.com/archives/{conversation}/p{ts.replace('.', '')}"
    return address if thread_ts in (None, ts) else f"{address}?thread_ts={thread_ts}&cid={conversation}"
