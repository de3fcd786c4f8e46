"""Opening the database at start: its schema, its keys, and that nobody else runs on it."""

import asyncio
import logging
from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.problems import CannotStartError
from bot.settings import DatabaseSettings
from storage.key_proof import prove_keys
from storage.keyring import Keyring, KeyringError, key_file
from storage.process_lock import AlreadyRunningError, ProcessLock
from storage.schema import SchemaState, schema_state
from storage.store import Store
from storage.urls import parse_url

log = logging.getLogger(__name__)

# Seconds.
CLOSE_WITHIN = 2.0

OLD_SCHEMA = "The database has another schema than this version needs. Run `rapport migrate`, then start again."


def keyring_for(settings: DatabaseSettings) -> Keyring:
    """The keys that are set; without them those of the key file beside the SQLite database, made when absent.

    Raises:
        CannotStartError: The key file cannot be made, read or understood.
    """
    if settings.rapport_keys:
        return Keyring.from_text(settings.rapport_keys)
    path = key_path(settings)
    try:
        return Keyring.from_text(key_file(path))
    except OSError as error:
        problem = (
            f"The key file {path} cannot be used: {error.strerror}. Make its folder writable, or set RAPPORT_KEYS."
        )
        raise CannotStartError([problem]) from error
    except KeyringError as error:
        problem = f"The key file {path} is damaged. Restore it from a backup: without it private words cannot be read."
        raise CannotStartError([problem]) from error


def key_path(settings: DatabaseSettings) -> Path:
    """Where the key file is, beside the SQLite database."""
    database = parse_url(settings.database_url).path
    if database is None:
        raise ValueError("Only an embedded database has a key file.")
    return database.with_name(f"{database.name}.key")


async def open_store(settings: DatabaseSettings, resources: AsyncExitStack) -> Store:
    """Open the database, with the newest schema and the right keys. An embedded SQLite database is migrated.

    Args:
        settings: Where it is, and its keys.
        resources: Closes it in the end, once the transactions that run have ended.

    Raises:
        CannotStartError: It cannot be reached, has an old schema, was sealed with other keys, or is in use.
    """
    address = parse_url(settings.database_url)
    if address.path and not address.path.parent.is_dir():
        raise CannotStartError(
            [f"DATABASE_URL leads to a folder that is not there: {address.path.parent}. Make it first."]
        )
    keyring = keyring_for(settings)
    try:
        if address.path:
            resources.enter_context(ProcessLock(address.path))
        if not (await schema_state(settings.database_url)).is_newest:
            if not address.path:
                raise CannotStartError([OLD_SCHEMA], exit_code=1)
            await migrate_database(settings)
        store = Store(settings.database_url, keyring)
        resources.push_async_callback(_close, store)
        await store.write(prove_keys)
    except AlreadyRunningError as error:
        raise CannotStartError([str(error)], exit_code=1) from error
    except KeyringError as error:
        problem = "RAPPORT_KEYS, or the key file, is not what this database was sealed with. Add the key it had before."
        raise CannotStartError([problem]) from error
    except (DBAPIError, OSError) as error:
        raise CannotStartError([_unusable(error)]) from error
    return store


async def open_beside(settings: DatabaseSettings, resources: AsyncExitStack) -> Store:
    """Open the database, as it is, for a short command; Rapport may run on it meanwhile. Nothing is made or migrated.

    Args:
        settings: Where it is, and its keys.
        resources: Closes it in the end.

    Raises:
        CannotStartError: It is not there, cannot be reached, has an old schema or lacks its keys.
    """
    address = parse_url(settings.database_url)
    if address.path and not address.path.exists():
        raise CannotStartError([f"There is no database at {address.path}. `rapport run` makes it."], exit_code=1)
    if not settings.rapport_keys and not key_path(settings).exists():
        advice = "Put it back, or set RAPPORT_KEYS; if Rapport has never run on this database, `rapport run` makes it."
        raise CannotStartError([f"The key file {key_path(settings)} is missing. {advice}"])
    try:
        state = await schema_state(settings.database_url)
    except (DBAPIError, OSError) as error:
        raise CannotStartError([_unusable(error)]) from error
    if not state.is_newest:
        raise CannotStartError([OLD_SCHEMA], exit_code=1)
    store = Store(settings.database_url, keyring_for(settings))
    resources.push_async_callback(_close, store)
    return store


async def _close(store: Store) -> None:
    try:
        async with asyncio.timeout(CLOSE_WITHIN):
            await store.close()
    except TimeoutError:
        log.warning("a transaction did not end in time")


async def migrate_database(settings: DatabaseSettings) -> SchemaState:
    """Bring the schema to the newest revision.

    Raises:
        CannotStartError: The database cannot be reached, or the migration failed and was rolled back.
    """
    # Alembic takes half a second to import, and mostly there is nothing to migrate.
    from storage.migrate import BrokenReferencesError, migrate

    try:
        return await migrate(settings.database_url)
    except (DBAPIError, OSError) as error:
        raise CannotStartError([_unusable(error)]) from error
    except BrokenReferencesError as error:
        raise CannotStartError([str(error)], exit_code=1) from error


def _unusable(error: DBAPIError | OSError) -> str:
    return f"The database cannot be used: {reason(error)}. Check DATABASE_URL."


def reason(error: DBAPIError | OSError) -> str:
    """Why a database cannot be used, in its own words, which quote no secret."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().rstrip(".") or type(cause).__name__
