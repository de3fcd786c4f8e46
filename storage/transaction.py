"""A transaction: what a query function is given."""

from functools import cache
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Select, bindparam, inspect, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapper

from storage.keyring import Keyring

R = TypeVar("R")


class Sealable(Protocol):
    """A row that can hold sealed words: it has an id and a workspace before it is stored."""

    __tablename__: str

    @property
    def id(self) -> str | int:
        """What the row is called, for ever."""

    @property
    def workspace_id(self) -> str:
        """Whose it is."""


class Transaction(AsyncSession):
    """A session in one transaction, with the keys for words at rest. `Store` makes it, commits it and rolls it back.

    Rows keep their values after the commit. To change what you have read, read it `with_for_update()`: SQLite has one
    writer at a time anyway, but PostgreSQL would let two transactions read the same and the later one win.
    """

    def __init__(self, keyring: Keyring) -> None:
        super().__init__(expire_on_commit=False)
        self.keyring = keyring

    async def get(self, entity: type[R], ident: Any, **options: Any) -> R | None:  # type: ignore[override] # noqa: ANN401
        """As SQLAlchemy's, but with a statement that is made once: to make one takes as long as to run it."""
        if options:
            return await super().get(entity, ident, **options)
        mapper: Mapper[R] = inspect(entity)
        key = ident if isinstance(ident, tuple) else (ident,)
        row: R | None = self.sync_session.identity_map.get(mapper.identity_key_from_primary_key(key))
        return row or await self.scalar(_by_key(mapper), {f"key_{n}": value for n, value in enumerate(key)})

    async def get_one(self, entity: type[R], ident: Any, **options: Any) -> R:  # type: ignore[override] # noqa: ANN401
        """As `get`. Raises NoResultFound: there is none."""
        found = await self.get(entity, ident, **options)
        if found is None:
            raise NoResultFound(f"No {entity.__name__} has this key.")
        return found

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.get_bind().dialect.name

    def seal(self, row: Sealable, column: str, words: str | None) -> None:
        """Put words into a row's column, encrypted and bound to workspace, table, row and column. None empties it."""
        setattr(row, column, None if words is None else self.keyring.seal(words, _place(row, column)))

    def unseal(self, row: Sealable, column: str) -> str | None:
        """Read the words of a row's column. None: there are none.

        Raises:
            WrongKeyError: they were sealed with a key that is not in the keyring.
            BrokenSealError: they were altered, or belong to another row or column.
        """
        sealed = cast("bytes | None", getattr(row, column))
        return None if sealed is None else self.keyring.open(sealed, _place(row, column))


@cache
def _by_key(mapper: Mapper[Any]) -> Select[Any]:
    key = (column == bindparam(f"key_{n}") for n, column in enumerate(mapper.primary_key))
    return select(mapper).where(*key)


def _place(row: Sealable, column: str) -> str:
    parts: tuple[Any, ...] = (row.workspace_id, inspect(type(row)).local_table.name, row.id, column)
    if not all(parts):
        msg = f"Words can be sealed only for a row that has its id and its workspace: {parts}"
        raise ValueError(msg)
    return "|".join(map(str, parts))
