"""One process serves an embedded database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from storage.process_lock import AlreadyRunningError, ProcessLock

HOLD = """
import sys
from pathlib import Path
from storage.process_lock import ProcessLock
with ProcessLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_refused_and_told_why(tmp_path: Path) -> None:
    database = tmp_path / "rapport.db"
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyRunningError) as refusal, ProcessLock(database):
            pass
        assert f"already runs on {database} (process {holder.pid})" in str(refusal.value)
        holder.kill()
        holder.wait()
        with ProcessLock(database):
            assert (tmp_path / "rapport.db.lock").read_text() == f"{os.getpid()}\n"


def test_two_databases_are_two_locks(tmp_path: Path) -> None:
    with ProcessLock(tmp_path / "one.db"), ProcessLock(tmp_path / "two.db"):
        assert len(list(tmp_path.iterdir())) == 2


def test_it_can_be_taken_again_after_it_was_let_go(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "rapport.db")
    for _ in range(2):
        with lock, pytest.raises(AlreadyRunningError), ProcessLock(tmp_path / "rapport.db"):
            pass
