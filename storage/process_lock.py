"""Keeps a second process off an embedded database."""

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self


class AlreadyRunningError(RuntimeError):
    """Another process serves this database; its words are for the operator."""


class ProcessLock:
    """A lock file beside a SQLite database, held by the one process that serves it. It goes with the process.

    Two senders on one file would keep Slack's pace each for itself. Short commands need no lock: SQLite has its own.

    Raises:
        AlreadyRunningError: on entering, when another process holds it.
    """

    def __init__(self, database: Path) -> None:
        self._database = database
        self._path = database.with_name(f"{database.name}.lock")
        self._descriptor = -1

    def __enter__(self) -> Self:
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._descriptor, 20).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            msg = (
                f"Rapport already runs on {self._database}{f' (process {holder})' if holder else ''}. "
                "Stop it first, or set DATABASE_URL to another database; several processes need PostgreSQL."
            )
            raise AlreadyRunningError(msg) from None
        os.truncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode("ascii"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # The file stays: removed, it could be locked twice, by a process that had opened the old one.
        os.close(self._descriptor)
