"""What is written in a world, field by field: its value and who may read it; and the same world with other values."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from sqlalchemy import LargeBinary, select

from mentoring.consent import ShoutOutState
from storage.models import Base, GoalDraft, Pair, Person, ShoutOut, WinThanks
from storage.store import Store
from storage.transaction import Transaction
from tests.privacy.table import FIELDS, Circle, Row, Value

MODELS: dict[str, type[Base]] = {mapper.local_table.name: mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]
BOTH = 2
# Whose a row is that does not say so itself, and of which pair.
PARENTS = {"review_id": "review", "session_id": "session", "goal_id": "goal"}


@dataclass(frozen=True)
class Cell:
    """A field of one row. `writer` is a first name, and so are the `readers`: all of the workspace who may read it."""

    field: str
    row_id: object
    value: Value
    circle: Circle
    writer: str | None
    readers: frozenset[str]

    @property
    def words(self) -> str | None:
        """What somebody wrote, if it was words."""
        return self.value if isinstance(self.value, str) and "-by-" in self.value else None


async def cells_of(store: Store, workspace: str) -> Sequence[Cell]:
    """Everything that has been written in a workspace."""

    async def look(tx: Transaction) -> list[Cell]:
        return [cell for cell, _ in await _cells(tx, workspace)]

    return await store.read(look)


async def rewrite(store: Store, workspace: str, is_chosen: Callable[[Cell], bool]) -> None:
    """Have some of what has been written say something else."""

    async def deed(tx: Transaction) -> None:
        for cell, row in await _cells(tx, workspace):
            if is_chosen(cell):
                table, column = cell.field.split(".")
                other = FIELDS[cell.field].other(cell.value)
                if isinstance(MODELS[table].__table__.c[column].type, LargeBinary):
                    tx.seal(row, column, other)
                else:
                    setattr(row, column, other)

    await store.write(deed)


async def remove(store: Store, workspace: str, is_chosen: Callable[[Cell], bool]) -> None:
    """Have some of what has been written not be there: the column is empty, or there is no such row."""

    async def deed(tx: Transaction) -> None:
        for cell, row in await _cells(tx, workspace):
            if is_chosen(cell):
                table, column = cell.field.split(".")
                if MODELS[table].__table__.c[column].nullable:
                    setattr(row, column, None)
                else:
                    await tx.delete(row)

    await store.write(deed)


async def _cells(tx: Transaction, workspace: str) -> list[tuple[Cell, Row]]:
    people = {person.id: person.slack_id.removeprefix("U0").lower() for person in await tx.scalars(select(Person))}
    pairs = {pair.id: {people[pair.mentor_id], people[pair.mentee_id]} for pair in await tx.scalars(select(Pair))}
    posted = set(await tx.scalars(select(ShoutOut.win_id).where(ShoutOut.state == ShoutOutState.POSTED)))
    thanked = [(each.win_id, people[each.person_id]) for each in await tx.scalars(select(WinThanks))]
    drafts = {(each.pair_id, each.author_id): each.ready_at for each in await tx.scalars(select(GoalDraft))}
    ready = Counter(pair for (pair, _), ready_at in drafts.items() if ready_at)

    async def cell(name: str, row: Row) -> Cell | None:
        table, column = name.split(".")
        is_sealed = isinstance(MODELS[table].__table__.c[column].type, LargeBinary)
        value = tx.unseal(row, column) if is_sealed else getattr(row, column)
        if value is None:
            return None
        whose = await _whose(tx, row)
        writer = people.get(whose.writer_id)
        known = SimpleNamespace(
            audience=getattr(row, "audience", None), tells_organiser=getattr(row, "tells_organiser", None),
            is_posted=row.id in posted, are_both_ready=ready[whose.pair_id] == BOTH,
        )  # fmt: skip
        circle = FIELDS[name].circle(known)
        both, alone = pairs.get(whose.pair_id, set()), {writer} if writer else set()
        readers: dict[Circle, set[str]] = {
            Circle.WRITER: alone,
            Circle.PAIR: both,
            Circle.NAMED: both | {person for win, person in thanked if win == row.id},
            Circle.ORGANISER: alone | {"amara"},
            Circle.EVERYONE: {"tom", "maya", "amara", "zoe"},
        }
        return Cell(name, row.id, value, circle, writer, frozenset(readers[circle]))

    found = []
    for table in sorted({name.partition(".")[0] for name in FIELDS}):
        model: Any = MODELS[table]
        for row in (await tx.scalars(select(model).where(model.workspace_id == workspace).order_by(model.id))).all():
            for name in FIELDS:
                if name.startswith(f"{table}.") and (made := await cell(name, row)):
                    found.append((made, row))
    return found


async def _whose(tx: Transaction, row: Row) -> SimpleNamespace:
    """The ids of who wrote a row and of their pair, from the row or from what it belongs to."""
    writer_id = next((getattr(row, name) for name in ("author_id", "receiver") if hasattr(row, name)), None)
    pair_id = getattr(row, "pair_id", None)
    for reference, table in PARENTS.items():
        if pair_id is None and (parent_id := getattr(row, reference, None)):
            parent: Any = await tx.get_one(MODELS[table], parent_id)
            writer_id, pair_id = writer_id or getattr(parent, "author_id", None), parent.pair_id
    return SimpleNamespace(writer_id=row.id if isinstance(row, Person) else writer_id, pair_id=pair_id)
