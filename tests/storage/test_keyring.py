"""Words at rest open only with the right key, and only where they stand."""

import stat
from pathlib import Path

import pytest

from storage.keyring import BadKeysError, BrokenSealError, Keyring, WrongKeyError, key_file, new_key

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
FIRST, SECOND = bytes(32), bytes([1]) * 32


def test_words_come_back_as_they_were() -> None:
    keyring = Keyring([FIRST])
    words = "Grüße \U0001f468\u200d\U0001f469\u200d\U0001f467 \u200f\u05e9\u05dc\x00 " + "x" * 40_000
    assert keyring.open(keyring.seal(words, "here"), "here") == words


def test_the_same_words_never_look_the_same() -> None:
    keyring = Keyring([FIRST])
    assert keyring.seal("words", "here") != keyring.seal("words", "here")


def test_sealed_words_are_not_to_be_read() -> None:
    assert b"secret" not in Keyring([FIRST]).seal("secret", "here")


@pytest.mark.parametrize("answers", [("right", "slow"), ("", "well", "partly"), ("x" * 16, "y" * 31)])
def test_answers_cannot_be_told_by_their_length(answers: tuple[str, ...]) -> None:
    keyring = Keyring([FIRST])
    assert len({len(keyring.seal(answer, "here")) for answer in answers}) == 1
    assert [keyring.open(keyring.seal(answer, "here"), "here") for answer in answers] == [*answers]


def test_another_key_is_named_as_the_cause() -> None:
    with pytest.raises(WrongKeyError, match="RAPPORT_KEYS"):
        Keyring([SECOND]).open(Keyring([FIRST]).seal("words", "here"), "here")


def test_after_rotation_the_new_key_seals_and_the_old_one_opens() -> None:
    before = Keyring([FIRST]).seal("old words", "here")
    rotated = Keyring([SECOND, FIRST])
    assert rotated.open(before, "here") == "old words"
    assert Keyring([SECOND]).open(rotated.seal("new words", "here"), "here") == "new words"


def test_words_open_only_where_they_were_sealed() -> None:
    keyring = Keyring([FIRST])
    with pytest.raises(BrokenSealError):
        keyring.open(keyring.seal("words", "here"), "there")


@pytest.mark.parametrize("position", [8, 20, -1])
def test_altered_words_are_refused(position: int) -> None:
    keyring = Keyring([FIRST])
    sealed = bytearray(keyring.seal("words", "here"))
    sealed[position] ^= 1
    with pytest.raises(BrokenSealError):
        keyring.open(bytes(sealed), "here")


@pytest.mark.parametrize("length", [8, 12, 25])
def test_words_cut_short_are_refused(length: int) -> None:
    keyring = Keyring([FIRST])
    with pytest.raises(BrokenSealError):
        keyring.open(keyring.seal("words", "here")[:length], "here")


def test_keys_from_text() -> None:
    older, newer = new_key(), new_key()
    sealed = Keyring.from_text(older).seal("words", "here")
    assert Keyring.from_text(f"{newer} , {older}\n").open(sealed, "here") == "words"


@pytest.mark.parametrize("text", ["", "not base64!", "c2hvcnQ=", f"{KEY},", f"{KEY};{KEY}"])
def test_malformed_keys_are_refused_without_being_shown(text: str) -> None:
    with pytest.raises(BadKeysError) as refusal:
        Keyring.from_text(text)
    assert not text or text not in str(refusal.value)


def test_a_key_file_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "rapport.key"
    text = key_file(path)
    Keyring.from_text(text)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert key_file(path) == text
    assert [entry.name for entry in tmp_path.iterdir()] == ["rapport.key"]


def test_a_key_made_at_the_same_moment_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rapport.key"
    theirs = new_key()

    def meanwhile() -> str:
        path.write_text(theirs)
        return new_key()

    monkeypatch.setattr("storage.keyring.new_key", meanwhile)
    assert key_file(path) == theirs
