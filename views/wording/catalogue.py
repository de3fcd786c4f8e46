"""The catalogue of sentences: Fluent files, an id for each."""

import re
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from views.markup import Markup, escape, shorten

HERE = Path(__file__).parent
LANGUAGE, LOCALE = "en", "en-GB"
# Fluent takes 2,500 characters in all; what is longer than this is no part of a sentence.
LONGEST_ARGUMENT = 400

# How a message begins. Whatever else it has is indented.
BEGINNING = re.compile(r"^([a-z][a-z0-9-]*) =", re.MULTILINE)

Argument = str | int


@dataclass(frozen=True)
class FieldWords:
    """The words of a form's field."""

    label: str
    hint: str | None = None
    placeholder: str | None = None


class WordingError(Exception):
    """The catalogue lacks something, or was asked for it wrongly: a mistake of ours, never of the person."""


class Wording:
    """Puts things into words.

    An id is `message` or `message.attribute`. Build it once and share it: it holds no state but what it has read. A
    message is read when it is first said; to read all of them takes half a second.
    """

    def __init__(self) -> None:
        # Fluent's isolation marks would break mentions.
        self._bundle = FluentBundle([LOCALE], use_isolating=False)
        self._kept: dict[str, str] = {}
        self._sources = sources(HERE / LANGUAGE)

    def say(self, address: str, /, **arguments: Argument) -> str:
        """Plain words, for labels, buttons and wherever Slack interprets nothing.

        Raises:
            WordingError: The id is unknown, or an argument is missing.
        """
        if not arguments and address in self._kept:
            return self._kept[address]
        name, _, attribute = address.partition(".")
        message = self._message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise WordingError(f"there are no words for {address!r}")
        fitting = {
            key: shorten(value, LONGEST_ARGUMENT) if isinstance(value, str) else value
            for key, value in arguments.items()
        }
        words, errors = self._bundle.format_pattern(pattern, fitting)
        if errors:
            raise WordingError(f"{address}: {errors}")
        if not arguments:
            self._kept[address] = str(words)
        return str(words)

    def markup(self, address: str, /, **arguments: Argument) -> Markup:
        """The same in Slack's mrkdwn; arguments that are mere words are escaped."""
        safe = {name: escape(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return Markup(self.say(address, **safe))

    def field(self, address: str, /, **arguments: Argument) -> FieldWords:
        """The words of a form's field: the message is its label, `.hint` and `.placeholder` are its attributes."""
        attributes = self._message(address).attributes
        hint, placeholder = (
            self.say(f"{address}.{name}", **arguments) if name in attributes else None
            for name in ("hint", "placeholder")
        )
        return FieldWords(self.say(address, **arguments), hint, placeholder)

    def _message(self, name: str) -> Message:
        if not self._bundle.has_message(name):
            self._read(name)
        return self._bundle.get_message(name)

    def _read(self, name: str) -> None:
        if name not in self._sources:
            raise WordingError(f"there are no words for {name!r}")
        resource = FluentResource(self._sources[name])
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise WordingError(f"cannot read {entry.content!r}")
        self._bundle.add_resource(resource)
        mentioned = _Mentioned()
        mentioned.visit(resource)
        for each in mentioned.names:
            self._message(each)


class _Mentioned(Visitor):
    """The messages that a message repeats in its own."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - Fluent's name
        self.names.append(node.id.name)


def sources(folder: Path) -> dict[str, str]:
    """Every message of the Fluent files in a folder, unread, by its id.

    Raises:
        WordingError: An id is there twice. Fluent would keep one of them and say nothing.
    """
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.ftl")):
        _, *parts = BEGINNING.split(file.read_text(encoding="utf-8"))
        for name, rest in zip(parts[::2], parts[1::2], strict=True):
            if name in found:
                raise WordingError(f"{file.name}: {name!r} is there twice")
            found[name] = f"{name} ={rest}"
    return found
