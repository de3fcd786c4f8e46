"""Addresses as operators write them."""

from pathlib import Path

import pytest

from storage.urls import BadUrlError, parse_url


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("sqlite:///rapport.db", "rapport.db"),
        ("sqlite:////var/lib/rapport/rapport.db", "/var/lib/rapport/rapport.db"),
        ("sqlite:///100%.db", "100%.db"),
        (" sqlite:///my%20data/rapport.db\n", "my data/rapport.db"),
    ],
)
def test_sqlite(text: str, path: str) -> None:
    address = parse_url(text)
    assert (address.dialect, address.path) == ("sqlite", Path(path))


@pytest.mark.parametrize(
    ("text", "dsn"),
    [
        ("postgres://u:p@host/db", "postgresql://u:p@host/db"),
        ("postgresql://u:p%40ss@host:6432/db", "postgresql://u:p%40ss@host:6432/db"),
        ("postgresql+asyncpg://u@host/db?ssl=require", "postgresql://u@host/db?sslmode=require"),
        ("postgres://u@host/db?sslmode=verify-full", "postgresql://u@host/db?sslmode=verify-full"),
        ("postgresql://u@host/db?sslmode=disable&ssl=require", "postgresql://u@host/db?sslmode=disable"),
        ("postgresql://postgres:@/db?host=/run/postgresql", "postgresql://postgres:@/db?host=%2Frun%2Fpostgresql"),
        ("postgresql://u@host/db?channel_binding=prefer", "postgresql://u@host/db"),
    ],
)
def test_postgresql(text: str, dsn: str) -> None:
    address = parse_url(text)
    assert (address.dialect, address.dsn, address.path) == ("postgresql", dsn, None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "looks like"),
        ("rapport.db", "looks like"),
        ("mysql://u:secret@host/db", "mysql databases are not supported"),
        ("sqlite+aiosqlite:///rapport.db", "write sqlite:// in place of sqlite+aiosqlite://"),
        ("postgresql+psycopg://u:secret@host/db", "write postgresql:// in place of postgresql+psycopg://"),
        ("mysql+asyncmy://u:secret@host/db", "mysql+asyncmy databases are not supported"),
        ("sqlite://rapport.db", "three slashes"),
        ("sqlite://", "three slashes"),
        ("sqlite:///", "needs a file"),
        ("sqlite:///:memory:", "only in memory"),
        ("sqlite:///rapport.db?mode=ro", "no parameters"),
        ("postgresql://u:sec#ret@host/db", "%23"),
        ("postgresql://u:secret@[::1/db", "cannot be read"),
        ("postgresql://u:secret@host/db?channel_binding=require", "channel_binding"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(BadUrlError) as refusal:
        parse_url(text)
    assert sentence in str(refusal.value)
    assert "secret" not in str(refusal.value)


def test_a_password_is_not_shown() -> None:
    assert "secret" not in repr(parse_url("postgres://u:secret@host/db"))
