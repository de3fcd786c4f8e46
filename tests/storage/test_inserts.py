"""Rows inserted by a statement are as those that a session writes, and what a unique key has stays as it is."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from storage.inserts import insert_each, insert_each_once, insert_once, insert_row
from storage.models import Delivery, JoinWish, Person, SubmittedForm, Win, WinThanks
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.deliveries import NOON, PERSONS, settle_in


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


def win(**values: object) -> Win:
    known = {"workspace_id": "T1", "author_id": "maya", "words": b"", "audience": "me", "created_at": NOON}
    return Win(**known | values)


async def test_a_row_is_there_at_once_and_what_changes_in_it_later_is_written(store: Store) -> None:
    async def deed(tx: Transaction) -> str:
        row = win()
        await insert_row(tx, row)
        assert await tx.get_one(Win, row.id) is row
        tx.add(WinThanks(workspace_id="T1", win_id=row.id, person_id="tom"))
        row.audience = "partner"
        assert await tx.scalar(select(Win.audience)) == "partner"
        row.message_by_id = "ada"
        return row.id

    id_ = await store.write(deed)
    row = await store.read(lambda tx: tx.get_one(Win, id_))
    assert (row.audience, row.message_by_id) == ("partner", "ada")
    assert (await store.read(lambda tx: tx.scalars(select(WinThanks.win_id)))).all() == [id_]


async def test_a_row_may_refer_to_one_that_is_not_written_yet(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        tx.add(Person(id="leo", workspace_id="T1", slack_id="LEO", name="Leo"))
        await insert_row(tx, win(author_id="leo"))
        tx.add(Person(id="zoe", workspace_id="T1", slack_id="ZOE", name="Zoe"))
        await insert_once(tx, JoinWish, id="wish", workspace_id="T1", person_id="zoe", role="mentor", created_at=NOON)

    await store.write(deed)
    assert (await store.read(lambda tx: tx.scalars(select(Win.author_id)))).all() == ["leo"]


async def test_what_a_row_does_not_say_is_its_default_or_nothing(store: Store) -> None:
    async def deed(tx: Transaction) -> tuple[bool, str | None]:
        wish, row = JoinWish(workspace_id="T1", person_id="maya", role="mentor", created_at=NOON), win()
        await insert_row(tx, wish)
        await insert_row(tx, row)
        return wish.another_match, row.pair_id

    assert await store.write(deed) == (False, None)
    columns = select(JoinWish.another_match, Win.pair_id).join(Win, Win.author_id == JoinWish.person_id)
    assert tuple((await store.read(lambda tx: tx.execute(columns))).one()) == (False, None)


async def test_a_row_whose_default_is_made_by_a_function_is_refused(store: Store) -> None:
    row = Person(id="leo", workspace_id="T1", slack_id="LEO", name="Leo")
    with pytest.raises(TypeError, match=r"kinds_off.*flush"):
        await store.write(lambda tx: insert_row(tx, row))
    assert await store.read(lambda tx: tx.get(Person, "leo")) is None


async def test_a_row_that_is_there_already_is_an_error_and_leaves_nothing(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        await insert_row(tx, win(id="one"))
        await insert_row(tx, win(id="one"))

    with pytest.raises(IntegrityError):
        await store.write(deed)
    assert await store.read(lambda tx: tx.get(Win, "one")) is None


async def test_rows_inserted_together_have_their_keys_in_their_order(store: Store) -> None:
    receivers = [PERSONS[number * number % 3] for number in range(40)]
    rows = [
        {"workspace_id": "T1", "person_id": name, "state": "pending", "created_at": NOON, "not_before": NOON}
        for name in receivers
    ]
    keys = await store.write(lambda tx: insert_each(tx, Delivery, rows))
    found = await store.read(lambda tx: tx.execute(select(Delivery.id, Delivery.receiver, Delivery.attempts)))
    assert [(receiver, tries) for _, receiver, tries in sorted(found, key=lambda row: keys.index(row.id))] == [
        (name, 0) for name in receivers
    ]
    assert await store.write(lambda tx: insert_each(tx, Delivery, [])) == ()


async def test_what_is_there_is_left_out_also_what_the_same_statement_brought(store: Store) -> None:
    def rows(*forms: str) -> list[dict[str, object]]:
        return [{"workspace_id": "T1", "form_id": form, "submitted_at": NOON} for form in forms]

    async def put(tx: Transaction, *forms: str) -> list[str]:
        return [row.form_id for row in await insert_each_once(tx, SubmittedForm, rows(*forms), SubmittedForm.form_id)]

    assert sorted(await store.write(lambda tx: put(tx, "one", "two", "one"))) == ["one", "two"]
    assert await store.write(lambda tx: put(tx, "two", "three")) == ["three"]
