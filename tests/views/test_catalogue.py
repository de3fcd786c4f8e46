"""The catalogue is taken apart into messages by a rule of our own, and each is what Fluent finds in its file.

What it says has one name for one thing.
"""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from views.wording import Wording
from views.wording.catalogue import HERE, LANGUAGE, WordingError, sources

# What Fluent says of where something stands, which differs, and of what is written above it.
ASIDE = ["span", "comment"]

# What is not said, and what is said in its place.
OTHER_NAMES = {
    r"called off": "cancelled",
    r"(is|are|not) resting|resting until": "paused",
    r"learned": "learnt",
    r"Rapport (can|cannot|does|knows|uses)": "I can, I cannot, ...",
    r"(your|their|Rapport.s) Home(?! tab)": "Home tab",
    r"\w{3,}(yz|[^e]iz)(e|ed|es|ing|ation)": "the same with an s",
}


def _messages(text: str) -> dict[str, ast.Message]:
    body = FluentParser().parse(text).body
    assert [entry.content for entry in body if isinstance(entry, ast.Junk)] == []
    return {entry.id.name: entry for entry in body if isinstance(entry, ast.Message)}


def test_each_message_is_the_same_alone_as_in_its_file() -> None:
    files = [_messages(file.read_text(encoding="utf-8")) for file in (HERE / LANGUAGE).glob("*.ftl")]
    whole = {name: message for messages in files for name, message in messages.items()}
    alone = {name: _messages(source)[name] for name, source in sources(HERE / LANGUAGE).items()}
    assert alone.keys() == whole.keys()
    assert [name for name, message in alone.items() if not message.equals(whole[name], ASIDE)] == []


def test_an_id_that_is_there_twice_is_a_mistake_of_ours(tmp_path: Path) -> None:
    (tmp_path / "one.ftl").write_text("hello = Hello\n")
    (tmp_path / "two.ftl").write_text("bye = Bye\nhello = Hello again\n")
    with pytest.raises(WordingError, match=r"two\.ftl: 'hello' is there twice"):
        sources(tmp_path)


def test_a_message_that_repeats_another_can_be_said_first() -> None:
    assert "Tom" in (Wording().field("goals-statement", number=1, partner="Tom").hint or "")


@pytest.mark.parametrize("other", OTHER_NAMES)
def test_a_thing_has_one_name_spelled_as_in_the_uk(other: str) -> None:
    said = {name: source.partition("=")[2] for name, source in sources(HERE / LANGUAGE).items()}
    assert [name for name, words in said.items() if re.search(rf"\b({other})\b", words)] == []
