"""Opening the database at start: its schema, its keys, and that nobody else runs on it."""

from pathlib import Path

from sqlalchemy.exc import DBAPIError

from bot.problems import CannotStartError
from bot.settings import Settings
from storage.key_proof import prove_keys
from storage.keyring import Keyring, KeyringError, key_file
from storage.migrate import BrokenReferencesError, SchemaState, migrate, schema_state
from storage.store import Store
from storage.urls import parse_url


def keyring_for(settings: Settings) -> Keyring:
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


def key_path(settings: Settings) -> Path:
    """Where the key file is, beside the SQLite database."""
    database = parse_url(settings.database_url).path
    if database is None:
        raise ValueError("Only an embedded database has a key file.")
    return database.with_name(f"{database.name}.key")


async def open_store(settings: Settings) -> Store:
    """Open the database, with the newest schema and the right keys. An embedded SQLite database is migrated.

    Raises:
        CannotStartError: It cannot be reached, has an old schema, or was sealed with other keys.
    """
    keyring = keyring_for(settings)
    try:
        if parse_url(settings.database_url).dialect == "sqlite":
            await migrate(settings.database_url)
        elif not (await schema_state(settings.database_url)).is_newest:
            problem = (
                "The database's schema is not the one this version needs. Run `rapport migrate`, then start again."
            )
            raise CannotStartError([problem], exit_code=1)
        store = Store(settings.database_url, keyring)
        try:
            await store.write(prove_keys)
        except BaseException:
            await store.close()
            raise
    except KeyringError as error:
        problem = "RAPPORT_KEYS, or the key file, is not what this database was sealed with. Add the key it had before."
        raise CannotStartError([problem]) from error
    except (DBAPIError, OSError) as error:
        raise CannotStartError([_unusable(error)]) from error
    return store


async def migrate_database(settings: Settings) -> SchemaState:
    """Bring the schema to the newest revision.

    Raises:
        CannotStartError: The database cannot be reached, or the migration failed and was rolled back.
    """
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
