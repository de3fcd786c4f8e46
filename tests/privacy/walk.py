"""A walk through everything that somebody can come to see: whatever can be opened is opened, whatever pressed, pressed.

What a step changes is undone before the next one, so that each is taken in the same world, in any order.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import or_, select

from mentoring.notices import Content
from mentoring.notices import Reader as SlackReader
from scheduler.slack_calls import SlackCalls
from services.context import Services
from services.picture_home import picture_home
from storage.models import CheckIn, Delivery, DeliveryState, Pair, Person, Session
from storage.transaction import Transaction
from tests.privacy.slack import Desk, Heard, Json
from tests.privacy.steps import OF_A_FULL_HOME, OLD_BUTTONS, Seen, Step, note, pressed, typed, views_in
from tests.privacy.undone_store import UndoneStore
from tests.services.drawing import composed
from tests.services.world import user_of
from views.home import home as draw_home
from views.messages import merge, nudge_foot, render
from views.wording import Wording


@dataclass(frozen=True)
class Reader:
    """Somebody of a workspace, by their first name."""

    name: str
    workspace: str

    @property
    def user(self) -> str:
        return user_of(self.name)


class Walk:
    """Walks through a world that is at rest.

    Attributes:
        metadata: What was sent along with messages.
        told: What notices have said, by their ids.
        alike: The ids of pairs that are passed over: what can be done to one of them is done once.
        failed: Steps that ended in an error that nobody had thought of.
    """

    def __init__(self, store: UndoneStore, now: datetime, heard: Heard) -> None:
        self.store = store
        self.services = Services(store, lambda: now, lambda: None)
        self.metadata: list[Json] = []
        self.told: dict[int, Content] = {}
        self.alike: frozenset[str] = frozenset()
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
        ways = [*typed(), *seen.steps.values()]
        while ways:
            step = ways.pop()
            if submits or not step.is_submit:
                ways += await self._take(reader, step, seen)
        return seen

    async def pass_over_empty_pairs(self) -> None:
        """Have all pairs count as one of which nobody has logged anything."""

        async def look(tx: Transaction) -> frozenset[str]:
            logged = select(Session.pair_id).join(CheckIn, CheckIn.session_id == Session.id)
            return frozenset(await tx.scalars(select(Pair.id).where(Pair.id.not_in(logged))))

        self.alike = await self.store.read(look)

    async def old_buttons(self) -> list[Step]:
        """The buttons that lead to words, each for every row that it could ever have been for."""

        async def look(tx: Transaction) -> list[Step]:
            return [pressed(action, "") for action in OF_A_FULL_HOME] + [
                pressed(action, id_)
                for model, actions in OLD_BUTTONS.items()
                for id_ in await tx.scalars(select(model.id).order_by(model.id))
                for action in actions
                if id_ not in self.alike
            ]

        return await self.store.read(look)

    async def look(self, reader: Reader) -> Seen:
        """What somebody sees without doing anything: their Home and their messages."""
        seen = Seen(self.alike)
        await self._see_home(reader, seen)
        await self._see_messages(reader, seen)
        return seen

    async def take(self, reader: Reader, steps: Iterable[Step]) -> Seen:
        """What comes of these steps, whether or not they are offered to somebody."""
        seen = Seen(self.alike)
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
        note(view, "anywhere", {"type": "home"}, 0, seen)

    async def _see_messages(self, reader: Reader, seen: Seen) -> None:
        deliveries = await self._deliveries(reader)
        drawn = await composed(self.services, [delivery.id for delivery in deliveries])
        for delivery, said in zip(deliveries, drawn, strict=True):
            if said is None:
                continue
            # One by one: together they would have less room.
            for number, (content, notices) in enumerate(zip(said.contents, said.notices, strict=True)):
                self.told.update(dict.fromkeys(notices, content))
                where = f"message {delivery.id} {number}"
                await self._see_message(where, content, said.reader, delivery, reader.name, seen)

    async def _see_message(
        self, where: str, content: Content, reader: SlackReader, delivery: Delivery, name: str, seen: Seen
    ) -> None:
        foot = nudge_foot([content], self._wording)
        message = merge([render(content, reader, self._wording)], self._wording, foot)
        workspace, correlation = delivery.workspace_id, delivery.correlation_id or ""
        await self._slack.post(workspace, delivery.channel or "D0", message.text, message.blocks, correlation)
        [(_, said)] = self._heard.take()
        self.metadata.append(said.pop("metadata"))
        seen.drawn[where] = seen.kept[where] = json.dumps(said)
        note(said, "anywhere", None, 0, seen, f"{type(content).__name__} to {name}")

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
        for view in views_in(told):
            if (text := json.dumps(view)) not in seen.shown:
                seen.shown.add(text)
                seen.showed.append(step)
            note(view, str(view.get("callback_id", "anywhere")), view, step.depth + 1, seen)
        self.store.undo()
        return [each for name, each in seen.steps.items() if name not in before]

    async def _person(self, reader: Reader) -> Person:
        query = select(Person).where(Person.workspace_id == reader.workspace, Person.slack_id == reader.user)

        async def look(tx: Transaction) -> Person:
            return (await tx.scalars(query)).one()

        return await self.store.read(look)
