"""SQLAlchemy engines, set up so that nothing is lost in silence."""

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from storage.urls import Address

POSTGRESQL_CONNECTIONS = 10
# Seconds a transaction waits for a connection of its pool.
POOL_TIMEOUT = 30

# PostgreSQL's own bounds, so that a stuck transaction frees what it holds even when this process cannot.
POSTGRESQL_SETTINGS = {
    "application_name": "rapport",
    "timezone": "UTC",
    "statement_timeout": "15s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
}

PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "foreign_keys = ON")


def sqlite_writer(address: Address, *, durable: bool = True) -> Engine:
    """Each transaction takes the write lock as it begins, so nothing it read can be outdated.

    A lock that another process holds is an error at once: who waits for it is the transaction, not the event loop. Not
    `durable`, it does not wait for the disk, and a power cut may take the database along.
    """
    pragmas = (*PRAGMAS, "busy_timeout = 0", *(() if durable else ("synchronous = OFF",)))
    return _sqlite(address, begin="BEGIN IMMEDIATE", pragmas=pragmas)


def sqlite_readers(address: Address) -> Engine:
    """Connections that cannot write. Each transaction sees the database as it was when it first read."""
    return _sqlite(address, begin="BEGIN", pragmas=(*PRAGMAS, "query_only = ON"))


def sqlite_migrator(address: Address) -> Engine:
    """Connections that do not enforce foreign keys: rebuilding a table would empty those that refer to it."""
    return _sqlite(address, begin="BEGIN IMMEDIATE", pragmas=(*PRAGMAS, "foreign_keys = OFF"))


def postgresql(address: Address, settings: dict[str, str] | None = None) -> AsyncEngine:
    """READ COMMITTED transactions. `settings` go over `POSTGRESQL_SETTINGS`.

    Connections are not checked beforehand, which takes half as long as a short transaction: `Store` runs a transaction
    again that lost its connection, and one lost connection has the pool make all of them anew.
    """
    return create_async_engine(
        # It names the driver alone: the driver reads `dsn` itself.
        URL.create("postgresql+asyncpg"),
        isolation_level="READ COMMITTED",
        pool_size=POSTGRESQL_CONNECTIONS,
        max_overflow=0,
        pool_timeout=POOL_TIMEOUT,
        connect_args={
            "dsn": address.dsn,
            "timeout": 10,
            "server_settings": {**POSTGRESQL_SETTINGS, **(settings or {})},
        },
    )


def _sqlite(address: Address, *, begin: str, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(address.path)),
        # Whoever connects keeps the connection.
        poolclass=NullPool,
        # The driver would begin transactions by itself, late and without the write lock. A commit may run in a thread.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
