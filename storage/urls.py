"""How an operator writes the database's address, and how the drivers want it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

Dialect = Literal["sqlite", "postgresql"]

EXAMPLES = "sqlite:///rapport.db or postgresql://user:password@host/database"


class BadUrlError(ValueError):
    """The database's address cannot be used; its words say why, without quoting a password."""


@dataclass(frozen=True)
class Address:
    """Where the database is.

    `path` is the file of an embedded SQLite database, else none. `dsn` is what asyncpg connects to, else empty.
    """

    dialect: Dialect
    path: Path | None = None
    dsn: str = field(default="", repr=False)


def parse_url(text: str) -> Address:
    """Understand `sqlite:///file`, `postgresql://...` and the `postgres://` of hosting providers.

    All of libpq's parameters that asyncpg knows may follow (`sslmode`, `sslrootcert`, `target_session_attrs`, ...).

    Raises:
        BadUrlError: it is something else, or asks for what cannot be had.
    """
    scheme, separator, rest = text.strip().partition("://")
    if not separator:
        msg = f"A database's address looks like {EXAMPLES}."
        raise BadUrlError(msg)
    match scheme:
        case "sqlite":
            return Address("sqlite", path=_file(rest))
        case "postgres" | "postgresql" | "postgresql+asyncpg":
            return Address("postgresql", dsn=_dsn(rest))
        case _:
            kind, names_driver, _ = scheme.partition("+")
            if names_driver and kind in {"sqlite", "postgres", "postgresql"}:
                msg = f"Rapport brings its own driver: write {kind}:// in place of {scheme}://."
            else:
                msg = f"{scheme} databases are not supported; use {EXAMPLES}."
            raise BadUrlError(msg)


def _file(rest: str) -> Path:
    if "?" in rest:
        raise BadUrlError("A SQLite address takes no parameters.")
    if not rest.startswith("/"):
        raise BadUrlError("A SQLite address has three slashes before its file, four when the path is absolute.")
    name = unquote(rest[1:])
    if not name or name.startswith(":memory:"):
        raise BadUrlError(
            "SQLite needs a file, such as sqlite:///rapport.db: what is only in memory is lost at the end."
        )
    return Path(name)


def _dsn(rest: str) -> str:
    try:
        parts = urlsplit(f"postgresql://{rest}")
    except ValueError as error:
        msg = f"The database's address cannot be read: {error}."
        raise BadUrlError(msg) from None
    if parts.fragment:
        raise BadUrlError("A # in the database's address has to be written %23.")
    parameters = dict(parse_qsl(parts.query))
    # SQLAlchemy's own name for it, which settings of other programs carry.
    if "ssl" in parameters:
        parameters.setdefault("sslmode", parameters.pop("ssl"))
    # libpq can bind the login to the TLS channel. asyncpg cannot, and to drop what was asked for would be silent.
    if parameters.pop("channel_binding", "prefer") == "require":
        raise BadUrlError("channel_binding=require is not supported by the driver; remove it from the address.")
    query = f"?{urlencode(parameters)}" if parameters else ""
    return f"postgresql://{parts.netloc}{parts.path}{query}"
