"""A wrong key is noticed at start."""

import pytest

from storage.key_proof import prove_keys
from storage.keyring import Keyring, WrongKeyError
from storage.store import Store

OTHER = bytes([9]) * 32


async def test_the_key_of_a_database_is_asked_for_ever_after(store: Store, database_url: str) -> None:
    await store.write(prove_keys)
    await store.write(prove_keys)
    stranger = Store(database_url, Keyring([OTHER]))
    try:
        with pytest.raises(WrongKeyError):
            await stranger.write(prove_keys)
    finally:
        await stranger.close()


async def test_a_new_key_in_front_of_the_old_one_is_right(store: Store, database_url: str) -> None:
    await store.write(prove_keys)
    rotated = Store(database_url, Keyring([OTHER, bytes(range(32))]))
    try:
        await rotated.write(prove_keys)
    finally:
        await rotated.close()
    await store.write(prove_keys)
