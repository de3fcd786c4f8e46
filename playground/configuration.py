"""Reading of configuration (manifest, seed), field by field, so that what is wrong is named by its place."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast


class ConfigurationError(ValueError):
    """A manifest or a seed that cannot be used; the message names the field and, where known, the line."""


class Entry:
    """One mapping of a configuration.

    Args:
        data: What stands there.
        path: Where it stands, such as `features.slash_commands[0]`; empty for the whole.
        place: Turns a path into what an error calls it (it may add the line).
    """

    def __init__(self, data: object, path: str = "", place: Callable[[str], str] = str) -> None:
        self.path = path
        self._place = place
        if not isinstance(data, Mapping):
            raise self._error(path or "the whole", "must be a mapping")
        self._data = cast("Mapping[str, object]", data)

    def _error(self, path: str, problem: str) -> ConfigurationError:
        return ConfigurationError(f"{self._place(path)}: {problem}")

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def error(self, key: str, problem: str) -> ConfigurationError:
        """An error about the field `key` of this entry, to be raised by the caller."""
        return self._error(self._at(key), problem)

    def has(self, key: str) -> bool:
        """Whether the field is there and not null."""
        return self._data.get(key) is not None

    def text(self, key: str, default: str | None = None, *, at_most: int | None = None) -> str:
        """A text; required where no default is given.

        Raises:
            ConfigurationError: The field is missing, no text, or longer than `at_most` characters.
        """
        value = self._data.get(key)
        if value is None:
            if default is None:
                raise self.error(key, "is required")
            return default
        if not isinstance(value, str):
            raise self.error(key, f"must be a text, not {value!r}")
        if at_most is not None and len(value) > at_most:
            raise self.error(key, f"has {len(value)} characters, at most {at_most} are allowed")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """A yes or no.

        Raises:
            ConfigurationError: The field is neither true nor false.
        """
        value = self._data.get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, f"must be true or false, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the field is missing.

        Raises:
            ConfigurationError: The field is not a list, or holds something other than texts.
        """
        return tuple(self._text_item(key, i, value) for i, value in enumerate(self._list(key)))

    def _text_item(self, key: str, index: int, value: object) -> str:
        if not isinstance(value, str):
            raise self.error(f"{key}[{index}]", f"must be a text, not {value!r}")
        return value

    def _list(self, key: str) -> list[object]:
        value = self._data.get(key)
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            raise self.error(key, "must be a list")
        return list(value)

    def entry(self, key: str) -> "Entry":
        """The mapping under `key`; an empty one where the field is missing."""
        value = self._data.get(key)
        return Entry({} if value is None else value, self._at(key), self._place)

    def entries(self, key: str) -> Iterator["Entry"]:
        """The mappings of the list under `key`, in order."""
        for index, value in enumerate(self._list(key)):
            yield Entry(value, f"{self._at(key)}[{index}]", self._place)
