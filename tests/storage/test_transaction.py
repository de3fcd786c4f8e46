"""Rows are found by their keys, and words sealed in them stay bound to where they stand."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update
from sqlalchemy.exc import NoResultFound

from storage.keyring import BrokenSealError
from storage.models import CheckIn, Person, Win, WinThanks, Workspace
from storage.store import Store
from storage.transaction import Transaction

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
async def store(store: Store) -> Store:
    async def settle_in(tx: Transaction) -> None:
        tx.add(Workspace(id="T1", name="Acme", bot_user_id="B1", installed_at=NOW))
        await tx.flush()
        tx.add(Person(id="maya", workspace_id="T1", slack_id="U1", name="Maya"))

    await store.write(settle_in)
    return store


def win(**values: object) -> Win:
    return Win(workspace_id="T1", author_id="maya", audience="me", created_at=NOW, **values)


async def add_win(store: Store, words: str) -> str:
    async def deed(tx: Transaction) -> str:
        row = win()
        tx.seal(row, "words", words)
        tx.add(row)
        return row.id

    return await store.write(deed)


async def words_of(store: Store, win_id: str) -> str | None:
    async def look(tx: Transaction) -> str | None:
        return tx.unseal(await tx.get_one(Win, win_id), "words")

    return await store.read(look)


async def test_sealed_words_are_read_again(store: Store) -> None:
    win_id = await add_win(store, "I gave my first talk")
    assert await words_of(store, win_id) == "I gave my first talk"


async def test_words_moved_to_another_row_are_refused(store: Store) -> None:
    mine, other = await add_win(store, "mine"), await add_win(store, "other")

    async def move(tx: Transaction) -> None:
        stolen = (await tx.get_one(Win, mine)).words
        await tx.execute(update(Win).where(Win.id == other).values(words=stolen))

    await store.write(move)
    with pytest.raises(BrokenSealError):
        await words_of(store, other)


async def test_words_moved_to_another_column_are_refused(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        check_in = CheckIn(workspace_id="T1", session_id="none", author_id="maya", created_at=NOW)
        tx.seal(check_in, "reflection", "for my eyes")
        check_in.notes, check_in.reflection = check_in.reflection, None
        assert tx.unseal(check_in, "reflection") is None
        with pytest.raises(BrokenSealError):
            tx.unseal(check_in, "notes")

    await store.write(deed)


async def test_no_words_empty_the_column(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        check_in = CheckIn(workspace_id="T1", session_id="none", author_id="maya", created_at=NOW)
        tx.seal(check_in, "notes", "words")
        tx.seal(check_in, "notes", None)
        assert check_in.notes is None

    await store.write(deed)


async def test_a_row_without_its_workspace_cannot_hold_words(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        tx.seal(Win(author_id="maya"), "words", "whose?")

    with pytest.raises(ValueError, match="workspace"):
        await store.write(deed)


async def test_a_row_is_found_by_its_key_as_it_is_in_this_transaction(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        row = win(words=b"")
        tx.add(row)
        assert await tx.get_one(Win, row.id) is row
        tx.add(WinThanks(workspace_id="T1", win_id=row.id, person_id="maya"))
        thanks = await tx.get(WinThanks, (row.id, "maya"))
        assert thanks is not None
        assert thanks is await tx.get_one(WinThanks, (row.id, "maya"))
        assert await tx.get(WinThanks, (row.id, "tom")) is None
        locked = await tx.get_one(Win, row.id, with_for_update=True)
        assert locked is row

    await store.write(deed)


async def test_a_row_that_is_not_there_is_an_error_where_one_has_to_be(store: Store) -> None:
    async def look(tx: Transaction) -> None:
        assert await tx.get(Win, "none") is None
        with pytest.raises(NoResultFound, match="Win"):
            await tx.get_one(Win, "none")

    await store.read(look)
