"""The catalogue of sentences: Fluent files, an id for each."""

from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from views.markup import Markup, escape, shorten

HERE = Path(__file__).parent
LANGUAGE, LOCALE = "en", "en-GB"
# Fluent takes 2,500 characters in all; what is longer than this is no part of a sentence.
LONGEST_ARGUMENT = 400

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
        self._kept: dict[str, str] = {}
        for file in sorted((HERE / LANGUAGE).glob("*.ftl")):
            self._add(file)

    def say(self, address: str, /, **arguments: Argument) -> str:
        """Plain words, for labels, buttons and wherever Slack interprets nothing.

        Raises:
            WordingError: The id is unknown, or an argument is missing.
        """
        if not arguments and address in self._kept:
            return self._kept[address]
        name, _, attribute = address.partition(".")
        if not self._bundle.has_message(name):
            raise WordingError(f"there are no words for {address!r}")
        message = self._bundle.get_message(name)
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
        attributes = self._bundle.get_message(address).attributes
        hint, placeholder = (
            self.say(f"{address}.{name}", **arguments) if name in attributes else None
            for name in ("hint", "placeholder")
        )
        return FieldWords(self.say(address, **arguments), hint, placeholder)

    def _add(self, file: Path) -> None:
        resource = FluentResource(file.read_text(encoding="utf-8"))
        ids = [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise WordingError(f"{file.name}: cannot read {entry.content!r}")
        # Fluent keeps the first of two and says nothing.
        for each in ids:
            if self._bundle.has_message(each) or ids.count(each) > 1:
                raise WordingError(f"{file.name}: {each!r} is there twice")
        self._bundle.add_resource(resource)
