"""What Slack makes of text that a person types: escaped, with names, channels and links turned into references."""

import re

from playground.conversations import Kind
from playground.workspace import Workspace

_EVERYBODY = ("here", "channel", "everyone")
_LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]'\"]")


def escape(text: str) -> str:
    """Text whose `&`, `<` and `>` mean nothing but themselves."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_message(workspace: Workspace, text: str) -> str:
    """A typed message in Slack's markup: `@maya` becomes `<@U1>`, `#wins` becomes `<#C1|wins>`."""
    return _LINK.sub(lambda link: f"<{link[0]}>", _refer(workspace, escape(text), with_names=False))


def as_command_text(workspace: Workspace, text: str) -> str:
    """The text of a command with `should_escape`: `@maya` becomes `<@U1|maya>`, `#wins` becomes `<#C1|wins>`."""
    return _LINK.sub(lambda link: f"<{link[0]}>", _refer(workspace, escape(text), with_names=True))


def _refer(workspace: Workspace, text: str, *, with_names: bool) -> str:
    names: dict[str, str] = {f"@{word}": f"<!{word}>" for word in _EVERYBODY}
    for person in workspace.people.values():
        reference = f"<@{person.id}|{person.name}>" if with_names else f"<@{person.id}>"
        for name in (person.real_name, person.name):
            names[f"@{escape(name).lower()}"] = reference
    for conversation in workspace.conversations.values():
        if conversation.kind in (Kind.CHANNEL, Kind.PRIVATE):
            names[f"#{conversation.name.lower()}"] = f"<#{conversation.id}|{conversation.name}>"
    # The longest name first, so that @tom leaves @tomoko alone and a full name is not cut at its first word.
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(rf"(?<![\w@#])(?:{choices})(?!\w)", lambda found: names[found[0].lower()], text, flags=re.IGNORECASE)
