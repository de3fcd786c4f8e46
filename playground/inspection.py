"""Finds what Slack would not take in blocks and views, and names the place as Slack does."""

from collections.abc import Iterator

from playground.shapes import Json


class Inspection:
    """One look over blocks or a view.

    Args:
        surface: `message`, `modal` or `home`.

    Attributes:
        messages: What is wrong, each with its place, in the form of `response_metadata.messages`.
    """

    def __init__(self, surface: str) -> None:
        self.surface = surface
        self.messages: list[str] = []

    def fail(self, path: str, problem: str) -> None:
        """Note a problem at a place (a JSON pointer)."""
        self.messages.append(f"[ERROR] {problem} [json-pointer:{path}]")

    def string(self, owner: Json, key: str, path: str, *, at_most: int, required: bool = False) -> None:
        """A field that is a string of 1 to `at_most` characters."""
        value = owner.get(key)
        if value is None:
            if required:
                self.fail(path, f"missing required field: {key}")
            return
        if not isinstance(value, str):
            self.fail(f"{path}/{key}", "must be a string")
            return
        self._length(value, f"{path}/{key}", at_most, required=required)

    def text(
        self, owner: Json, key: str, path: str, *, at_most: int, required: bool = False, plain: bool = False
    ) -> None:
        """A field that is a text object of 1 to `at_most` characters; `plain` forbids markup."""
        value = owner.get(key)
        if value is None:
            if required:
                self.fail(path, f"missing required field: {key}")
            return
        self.text_object(value, f"{path}/{key}", at_most=at_most, plain=plain)

    def text_object(self, value: object, path: str, *, at_most: int, plain: bool = False) -> None:
        """A text object of 1 to `at_most` characters."""
        kinds = ("plain_text",) if plain else ("plain_text", "mrkdwn")
        if not isinstance(value, dict) or value.get("type") not in kinds:
            self.fail(path, f"must be a text object of type {' or '.join(kinds)}")
        elif not isinstance(value.get("text"), str):
            self.fail(path, "missing required field: text")
        else:
            self._length(value["text"], f"{path}/text", at_most, required=True)

    def _length(self, value: str, path: str, at_most: int, *, required: bool) -> None:
        if len(value) > at_most:
            self.fail(path, f"must be less than {at_most + 1} characters")
        elif required and not value:
            self.fail(path, "must be more than 0 characters")

    def items(self, owner: Json, key: str, path: str, *, at_most: int, at_least: int = 1) -> Iterator[tuple[str, Json]]:
        """The mappings of a list, each with its place; the list must have `at_least` to `at_most` of them."""
        value = owner.get(key)
        if value is None and at_least == 0:
            return
        if not isinstance(value, list):
            self.fail(path, f"missing required field: {key}")
            return
        if len(value) > at_most:
            self.fail(f"{path}/{key}", f"no more than {at_most} items allowed")
        if len(value) < at_least:
            self.fail(f"{path}/{key}", f"must provide at least {at_least} items")
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield f"{path}/{key}/{index}", item
            else:
                self.fail(f"{path}/{key}/{index}", "must be an object")
