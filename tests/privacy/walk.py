"""A walk through everything that somebody can come to see: whatever can be opened is opened, whatever pressed, pressed.

What a step changes is undone before the next one, so that each is taken in the same world, in any order.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, or_, select

from mentoring.notices import Content
from mentoring.notices import Reader as SlackReader
from playground.elements import elements_of, options_of, state_of
from scheduler.slack_calls import SlackCalls
from services.compose_delivery import compose_delivery
from services.context import Services
from services.picture_home import picture_home
from storage.engines import sqlite_writer
from storage.keyring import Keyring
from storage.lanes import InlineLane
from storage.models import (
    CheckIn,
    Clarification,
    Delivery,
    DeliveryState,
    Feedback,
    FeedbackRequest,
    Goal,
    Pair,
    Person,
    Promise,
    Review,
    Session,
    Win,
)
from storage.store import Store
from storage.transaction import Transaction
from storage.urls import parse_url
from tests.privacy.slack import Desk, Heard, Json
from tests.services.world import user_of
from views.home import home as draw_home
from views.ids import ActionId, Command, ShortcutId, Word
from views.messages import merge, nudge_foot, render
from views.wording import Wording

# Forms upon forms upon forms: as many as Slack has room for.
DEEPEST = 3
# What somebody types into every field that is empty.
TYPED = "typed-by-hand"


# Buttons that open what somebody wrote, by what their value is the id of: most of them are offered only at times.
OLD_BUTTONS: Mapping[type[Any], tuple[ActionId, ...]] = {
    Pair: (
        ActionId.OPEN_HORIZON, ActionId.SHARE_GOALS, ActionId.REVISIT_GOALS, ActionId.THANK_PARTNER, ActionId.GO_ON,
        ActionId.REVIEW_HALF_WAY, ActionId.REVIEW_END, ActionId.REVIEW_ECHO, ActionId.AGREEMENT_HISTORY,
    ),
    Goal: (ActionId.CHANGE_GOAL, ActionId.REVIEW_GOAL),
    Review: (ActionId.OPEN_REVIEW, ActionId.SHARE_REVIEW),
    Feedback: (ActionId.ASK_MEANING, ActionId.FOLLOW_UP_FEEDBACK),
    FeedbackRequest: (ActionId.ANSWER_REQUEST,),
    Clarification: (ActionId.REPLY_MEANING,),
    CheckIn: (ActionId.EDIT_CHECK_IN,),
    Promise: (ActionId.OPEN_PROMISE_DATE,),
    Session: (ActionId.OPEN_PULSE, ActionId.SHARE_PULSE, ActionId.ADD_MY_SIDE),
    Win: (ActionId.WIDEN_WIN,),
}  # fmt: skip


class UndoneStore(Store):
    """A store that can undo: all of it happens in one transaction of one connection, which is never committed."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        url = f"sqlite:///{path}"
        super().__init__(url, keyring, durable=False)
        self._connection = sqlite_writer(parse_url(url), durable=False).connect()
        self._connection.begin()
        # Within a savepoint, sessions make savepoints of their own.
        self._savepoints = [self._connection.begin_nested()]
        self._writer = self._readers = self._glancers = InlineLane(cast("Engine", self._connection), 1)

    def undo(self) -> None:
        """Have everything as it was at the beginning, or when it was last kept."""
        self._savepoints.pop().rollback()
        self._savepoints.append(self._connection.begin_nested())

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Undo no further back than to here, until the end of this."""
        self._savepoints.append(self._connection.begin_nested())
        yield
        self._savepoints.pop().rollback()
        self.undo()

    async def close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()


@dataclass(frozen=True)
class Reader:
    """Somebody of a workspace, by their first name."""

    name: str
    workspace: str

    @property
    def user(self) -> str:
        return user_of(self.name)


@dataclass(frozen=True)
class Step:
    """Something that can be done: pressed, typed, chosen or submitted. `name` tells it from all others."""

    name: str
    body: Json = field(hash=False, compare=False)
    depth: int = field(default=0, compare=False)

    @property
    def is_submit(self) -> bool:
        return bool(self.body.get("type") == "view_submission")


@dataclass
class Seen:
    """What somebody came to see: as text, by where; the steps that they could take, and those that showed them more.

    `kept` is what of it Slack keeps: messages and files. Home and forms it does not.
    """

    drawn: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    showed: list[Step] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(self.drawn.values())


class Walk:
    """Walks through a world that is at rest.

    Attributes:
        contents: The kinds of content that messages had.
        metadata: What was sent along with messages.
        failed: Steps that ended in an error that nobody had thought of.
    """

    def __init__(self, store: UndoneStore, now: datetime, heard: Heard) -> None:
        self.store = store
        self.services = Services(store, lambda: now, lambda: None)
        self.contents: set[type[Content]] = set()
        self.metadata: list[Json] = []
        self.failed: list[str] = []
        self._wording = Wording()
        self._heard = heard
        self._desks: dict[str, Desk] = {}
        self._slack = SlackCalls(AsyncWebClient(token="xoxb-test", retry_handlers=[]))

    async def explore(self, reader: Reader, old: Iterable[Step] = (), *, submits: bool = True) -> Seen:
        """All that somebody sees: their Home, their messages, and what becomes of each step they can take.

        `old` are steps that messages of long ago may still offer.
        """
        seen = await self.look(reader)
        for step in old:
            seen.steps.setdefault(step.name, step)
        ways = [*_typed(), *seen.steps.values()]
        while ways:
            step = ways.pop()
            if submits or not step.is_submit:
                ways += await self._take(reader, step, seen)
        return seen

    async def old_buttons(self) -> list[Step]:
        """The buttons that lead to words, each for every row that it could ever have been for."""

        async def look(tx: Transaction) -> list[Step]:
            return [
                _pressed(action, id_)
                for model, actions in OLD_BUTTONS.items()
                for id_ in await tx.scalars(select(model.id).order_by(model.id))
                for action in actions
            ]

        return await self.store.read(look)

    async def look(self, reader: Reader) -> Seen:
        """What somebody sees without doing anything: their Home and their messages."""
        seen = Seen()
        await self._see_home(reader, seen)
        await self._see_messages(reader, seen)
        return seen

    async def take(self, reader: Reader, steps: Iterable[Step]) -> Seen:
        """What comes of these steps, whether or not they are offered to somebody."""
        seen = Seen()
        for step in steps:
            await self._take(reader, step, seen)
        return seen

    def says_that_it_failed(self, drawn: str) -> bool:
        """Whether somebody is told that something went wrong that nobody had thought of."""
        return self._wording.say("failure", id="").partition(",")[0] in drawn

    async def _see_home(self, reader: Reader, seen: Seen) -> None:
        person = await self._person(reader)
        view = draw_home(await picture_home(self.services, person.id), self._wording)
        seen.drawn["Home"] = json.dumps(view)
        _note(view, "anywhere", {"type": "home"}, 0, seen)

    async def _see_messages(self, reader: Reader, seen: Seen) -> None:
        for delivery in await self._deliveries(reader):
            if (composed := await compose_delivery(self.services, delivery.id)) is None:
                continue
            # One by one: together they would have less room.
            for number, content in enumerate(composed.contents):
                await self._see_message(f"message {delivery.id} {number}", content, composed.reader, delivery, seen)

    async def _see_message(
        self, where: str, content: Content, reader: SlackReader, delivery: Delivery, seen: Seen
    ) -> None:
        self.contents.add(type(content))
        foot = nudge_foot([content], self._wording)
        message = merge([render(content, reader, self._wording)], self._wording, foot)
        workspace, correlation = delivery.workspace_id, delivery.correlation_id or ""
        await self._slack.post(workspace, delivery.channel or "D0", message.text, message.blocks, correlation)
        [(_, said)] = self._heard.take()
        self.metadata.append(said.pop("metadata"))
        seen.drawn[where] = seen.kept[where] = json.dumps(said)
        _note(said, "anywhere", None, 0, seen)

    async def _deliveries(self, reader: Reader) -> list[Delivery]:
        """Messages to somebody, to their pairs, and to the channels of their workspace."""
        person = await self._person(reader)
        pairs = select(Pair.id).where(or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id))
        gone = (DeliveryState.CANCELLED, DeliveryState.EXPIRED)
        query = select(Delivery).where(
            Delivery.workspace_id == reader.workspace,
            or_(Delivery.person_id == person.id, Delivery.pair_id.in_(pairs), Delivery.programme_id.is_not(None)),
            Delivery.redraws_id.is_(None),
            Delivery.state.not_in(gone),
        )

        async def look(tx: Transaction) -> list[Delivery]:
            return list(await tx.scalars(query.order_by(Delivery.id)))

        return await self.store.read(look)

    async def _take(self, reader: Reader, step: Step, seen: Seen) -> list[Step]:
        """Take a step, if it has not been taken; where it leads."""
        if step.name in seen.drawn:
            return []
        if reader.workspace not in self._desks:
            self._desks[reader.workspace] = Desk(self.services, self._wording, self._heard, reader.workspace)
        told = await self._desks[reader.workspace].hand_in(reader.user, step.body)
        seen.drawn[step.name] = json.dumps(told)
        seen.kept[step.name] = json.dumps([said for _, said in told if "view" not in said])
        if self.says_that_it_failed(seen.drawn[step.name]):
            self.failed.append(f"{reader.name}: {step.name}")
        before = set(seen.steps)
        for view in _views(told):
            if (text := json.dumps(view)) not in seen.shown:
                seen.shown.add(text)
                seen.showed.append(step)
            _note(view, str(view.get("callback_id", "anywhere")), view, step.depth + 1, seen)
        self.store.undo()
        return [each for name, each in seen.steps.items() if name not in before]

    async def _person(self, reader: Reader) -> Person:
        query = select(Person).where(Person.workspace_id == reader.workspace, Person.slack_id == reader.user)

        async def look(tx: Transaction) -> Person:
            return (await tx.scalars(query)).one()

        return await self.store.read(look)


def _typed() -> Iterator[Step]:
    """What can be typed and chosen anywhere."""
    response = {"response_url": "https://hooks.slack.com/x", "channel_id": "C0TALK"}
    for command in Command:
        words = ("", *Word, TYPED) if command is Command.MENTORING else ("", TYPED)
        for word in words:
            yield Step(f"{command} {word}", {"command": command, "text": word, **response})
    message = {"user": user_of("leo"), "text": "Something in a channel", "ts": "1700000000.000100"}
    for shortcut in ShortcutId:
        on_message = shortcut in (ShortcutId.CELEBRATE_THIS, ShortcutId.BRING_TO_SESSION)
        place = {"message": message, "message_ts": message["ts"], "channel": {"id": "C0HALL"}} if on_message else {}
        kind = "message_action" if on_message else "shortcut"
        yield Step(f"shortcut {shortcut}", {"type": kind, "callback_id": shortcut, **place})


def _views(told: list[tuple[str, Json]]) -> Iterator[Json]:
    """The forms that are shown, and the messages that have blocks."""
    for _, said in told:
        if "view" in said:
            yield said["view"]
        elif said.get("blocks"):
            yield said


def _note(drawn: Json, place: str, view: Json | None, depth: int, seen: Seen) -> None:
    """Note the steps that something drawn offers."""
    blocks = drawn["blocks"]
    is_modal = drawn.get("type") == "modal"
    if is_modal:
        if depth > DEEPEST:
            return
        view = _as_sent_back(drawn)
    where: Json = {"view": view, "container": {"type": "view"}} if view else _IN_MESSAGE
    for block in blocks:
        for element in elements_of(block):
            if element.get("action_id") in _ACTIONS:
                for chosen in _choices(element):
                    value = chosen.get("value") or chosen.get("selected_option", {}).get("value") or ""
                    # About one thing it does the same wherever it stands.
                    name = f"press {element['action_id']} {value}" + ("" if _ID.search(value) else f" in {place}")
                    action = {"type": element["type"], "action_id": element["action_id"], "block_id": "b", **chosen}
                    step = Step(name, {"type": "block_actions", "actions": [action], **where}, depth)
                    seen.steps.setdefault(name, step)
    if is_modal and "submit" in drawn:
        name = f"submit {place}"
        seen.steps.setdefault(name, Step(name, {"type": "view_submission", "view": view}, depth))


def _pressed(action_id: str, value: str) -> Step:
    """A button of a message, as it is pressed."""
    action = {"type": "button", "action_id": action_id, "block_id": "b", "value": value}
    return Step(f"press {action_id} {value}", {"type": "block_actions", "actions": [action], **_IN_MESSAGE})


_ACTIONS = frozenset(ActionId)
_ID = re.compile("[0-9a-f]{32}")
_IN_MESSAGE: Json = {
    "channel": {"id": "D0"},
    "container": {"type": "message", "message_ts": "1.5", "channel_id": "D0"},
    "response_url": "https://hooks.slack.com/x",
}


def _choices(element: Json) -> Iterator[dict[str, Any]]:
    """The ways in which an element can be used."""
    options = options_of(element)
    for option in options:
        yield {"selected_option": option}
    if not options:
        yield {"value": element["value"]} if "value" in element else {}


def _as_sent_back(modal: Json) -> Json:
    """A form as Slack sends it back: as it was opened, and with something typed into every empty field."""
    blocks = [{"block_id": f"block-{number}", **block} for number, block in enumerate(modal["blocks"])]
    values: Json = state_of(blocks, {})
    for fields in values.values():
        for state in fields.values():
            if state["type"] == "plain_text_input" and not state.get("value"):
                state["value"] = TYPED
    return {**modal, "id": "V0FORM", "hash": "1.abc", "blocks": blocks, "state": {"values": values}}
