"""The catalogue and the code agree: nothing missing, nothing unused, every argument given."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import views
from mentoring.nudges.kinds import NudgeKind
from mentoring.refusals import Reason, Refusal
from views.refusals import sentence
from views.wording import Wording
from views.wording.catalogue import HERE, LANGUAGE, WordingError

# The catalogue and the code are read once, by one worker.
pytestmark = pytest.mark.xdist_group("words")

CODE = Path(views.__file__).parent
METHODS = ("say", "markup", "field")
# Added to a field's label by Wording.field.
FIELD_PARTS = ("hint", "placeholder")


@dataclass
class Entry:
    """What a message or an attribute refers to."""

    variables: set[str] = field(default_factory=set)
    messages: set[str] = field(default_factory=set)


class References(Visitor):
    def __init__(self) -> None:
        self.found = Entry()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.found.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - Fluent's name
        self.found.messages.add(node.id.name)


@dataclass(frozen=True)
class Call:
    """One place in the code that asks for words."""

    where: str
    method: str
    address: str
    arguments: frozenset[str]
    is_open: bool


@cache
def catalogue() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for file in sorted((HERE / LANGUAGE).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                entries[entry.id.name] = _references(entry.value)
                for attribute in entry.attributes:
                    entries[f"{entry.id.name}.{attribute.id.name}"] = _references(attribute.value)
    return entries


def _references(pattern: ftl.Pattern | None) -> Entry:
    references = References()
    if pattern is not None:
        references.visit(pattern)
    return references.found


@cache
def calls() -> tuple[Call, ...]:
    return tuple(_calls())


def _calls() -> Iterator[Call]:
    for file in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "self":
                continue
            given = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            is_open = any(keyword.arg is None for keyword in node.keywords)
            for address in _addresses(node.args[0]):
                yield Call(f"{file.name}:{node.lineno}", node.func.attr, address, given, is_open)


def _addresses(node: ast.expr) -> Iterator[str]:
    """The ids that an expression can be; one made at run time as a pattern with a star."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from (*_addresses(node.body), *_addresses(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
    else:
        pytest.fail(f"{ast.unparse(node)}: an id is written out, so that it can be found")


def _asked_for(call: Call) -> set[str]:
    if "*" in call.address:
        named = {name for name in catalogue() if re.fullmatch(call.address.replace("*", "[a-z0-9-]+"), name)}
    else:
        named = {call.address}
    parts = {f"{name}.{part}" for name in named for part in FIELD_PARTS} if call.method == "field" else set()
    return named | (parts & catalogue().keys())


def _variables(name: str) -> set[str]:
    entry = catalogue()[name]
    return entry.variables.union(*(_variables(message) for message in entry.messages))


def test_the_code_asks_for_words_in_many_places() -> None:
    assert len(calls()) > 100


def test_words_are_there_and_take_what_they_are_given() -> None:
    problems = [f"{call.where} {call.address}: {problem}" for call in calls() for problem in _problems(call)]
    assert problems == []


def _problems(call: Call) -> Iterator[str]:
    names = _asked_for(call)
    if not names or not names <= catalogue().keys():
        yield "there are no such words"
        return
    needed: set[str] = set().union(*(_variables(name) for name in names))
    if not call.is_open and needed - call.arguments:
        yield f"lacks {needed - call.arguments}"
    if call.arguments - needed:
        yield f"has no use for {call.arguments - needed}"


def test_no_words_are_unused() -> None:
    used = {name for call in calls() for name in _asked_for(call)}
    used |= {message for name in used for message in catalogue()[name].messages}
    assert catalogue().keys() - used == set()


def test_every_refusal_has_a_sentence(wording: Wording) -> None:
    facts: dict[str, Any] = {
        "name": "Tom Reid",
        "names": "Olu Adeyemi",
        "mentor": "Maya Okafor",
        "mentee": "Tom Reid",
        "most": 20,
    }
    sentences = {reason: sentence(Refusal(reason, **facts), wording) for reason in Reason}
    assert {reason: words for reason, words in sentences.items() if not words.endswith((".", "”."))} == {}


def test_without_an_organiser_a_refusal_says_who_can_become_one(wording: Wording) -> None:
    assert "/mentoring programme" in sentence(Refusal(Reason.NOT_ORGANISER, names=""), wording)


def test_unknown_words_and_missing_arguments_are_mistakes_of_ours(wording: Wording) -> None:
    with pytest.raises(WordingError, match="no words"):
        wording.say("nothing-like-it")
    with pytest.raises(WordingError, match="no words"):
        wording.say("failure.nothing-like-it", id="1")
    with pytest.raises(WordingError, match="failure"):
        wording.say("failure")


# Tone, as far as a machine can hear it.
AMERICAN = re.compile(r"\b(\w*organiz\w*|programs?\b|color|favorite|center|recogniz\w*|canceled)\b", re.IGNORECASE)
GUILT = re.compile(
    r"\b(fail(ed)? to|must not|you forgot|should have|overdue|streak|unfortunately|oops)\b", re.IGNORECASE
)
# What a later issue brings is absent until then.
LATER = re.compile(r"\bcoming soon\b", re.IGNORECASE)


@pytest.mark.parametrize("unwanted", [AMERICAN, GUILT, LATER, re.compile(r"\w'\w|\.\.\.|!!|\*\u2019")])
def test_the_voice_is_ours(unwanted: re.Pattern[str]) -> None:
    found = {file.name: unwanted.findall(_words(file)) for file in (HERE / LANGUAGE).glob("*.ftl")}
    assert {name: words for name, words in found.items() if words} == {}


def _words(file: Path) -> str:
    return "\n".join(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def test_every_kind_of_nudge_can_be_told_of_ahead(wording: Wording) -> None:
    told = {kind: wording.say(f"upcoming-{kind.replace(' ', '-')}", partner="Tom") for kind in NudgeKind}
    assert {kind: words for kind, words in told.items() if "Tom" not in words} == {}
