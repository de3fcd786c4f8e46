"""The catalogue of sentences: Fluent files, an id for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from views.markup import Markup, escape

HERE = Path(__file__).parent
LANGUAGE, LOCALE = "en", "en-GB"

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

    An id is `message` or `message.attribute`. Build it once and share it: it holds no state but what it has compiled.
    """

    def __init__(self) -> None:
        # Fluent's isolation marks would break mentions.
        self._bundle = FluentBundle([LOCALE], use_isolating=False)
        for file in sorted((HERE / LANGUAGE).glob("*.ftl")):
            self._add(file)

    def say(self, address: str, /, **arguments: Argument) -> str:
        """Plain words, for labels, buttons and wherever Slack interprets nothing.

        Raises:
            WordingError: The id is unknown, or an argument is missing.
        """
        name, _, attribute = address.partition(".")
        if not self._bundle.has_message(name):
            raise WordingError(f"there are no words for {address!r}")
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise WordingError(f"there are no words for {address!r}")
        words, errors = self._bundle.format_pattern(pattern, arguments)
        if errors:
            raise WordingError(f"{address}: {errors}")
        return str(words)

    def markup(self, address: str, /, **arguments: Argument) -> Markup:
        """The same in Slack's mrkdwn; arguments that are mere words are escaped."""
        safe = {name: escape(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return Markup(self.say(address, **safe))

    def field(self, address: str, /, **arguments: Argument) -> FieldWords:
        """The words of a form's field: the message is its label, `.hint` and `.placeholder` are its attributes."""
        attributes = self._bundle.get_message(address).attributes
        hint, placeholder = (
            self.say(f"{address}.{name}", **arguments) if name in attributes else None
            for name in ("hint", "placeholder")
        )
        return FieldWords(self.say(address, **arguments), hint, placeholder)

    def _add(self, file: Path) -> None:
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for entry in _entries(resource):
            if isinstance(entry, ast.Junk):
                raise WordingError(f"{file.name}: cannot read {entry.content!r}")
            if isinstance(entry, ast.Message) and self._bundle.has_message(entry.id.name):
                raise WordingError(f"{file.name}: {entry.id.name!r} is there twice")
        self._bundle.add_resource(resource)


def _entries(resource: ast.Resource) -> Iterator[ast.EntryType]:
    yield from resource.body
