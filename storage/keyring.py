"""Keys for words at rest. Words are sealed with AES-GCM and bound to where they stand.

A sealed value is the id of its key (8 bytes), a random nonce (12 bytes) and the ciphertext with its tag. Words are
filled up to whole blocks with bytes that say how many they are, so that an answer cannot be told by its length.
"""

import base64
import binascii
import os
import secrets
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
ID_BYTES = 8
NONCE_BYTES = 12
BLOCK_BYTES = 16


class KeyringError(Exception):
    """Sealed words cannot be opened, or the keys cannot be used."""


class BadKeysError(KeyringError):
    """The text of the keys is malformed."""


class WrongKeyError(KeyringError):
    """The words were sealed with a key that is not in this keyring."""


class BrokenSealError(KeyringError):
    """The key is right, yet the words were altered, or moved from where they were sealed."""


class Keyring:
    """Keys of 32 bytes. The first seals; all of them open, so that a key can be replaced without losing words.

    Raises:
        BadKeysError: there is no key, or one has another length.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise BadKeysError("At least one key is needed.")
        if any(len(key) != KEY_BYTES for key in keys):
            msg = f"Each key has to have {KEY_BYTES} bytes."
            raise BadKeysError(msg)
        self._ciphers = {_key_id(key): AESGCM(key) for key in keys}
        self._sealing_id = _key_id(keys[0])

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read keys from base64, separated by commas, the sealing one first.

        Raises:
            BadKeysError: with a sentence that never quotes a key.
        """
        try:
            keys = [base64.b64decode(part.strip(), validate=True) for part in text.split(",")]
        except (binascii.Error, ValueError):
            raise BadKeysError("Each key has to be base64; several are separated by commas.") from None
        return cls(keys)

    def seal(self, words: str, about: str) -> bytes:
        """Encrypt words. They open only with the same `about`, which says where they stand."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        plain = words.encode()
        lacking = BLOCK_BYTES - len(plain) % BLOCK_BYTES
        sealed = self._ciphers[self._sealing_id].encrypt(nonce, plain + bytes([lacking]) * lacking, about.encode())
        return self._sealing_id + nonce + sealed

    def open(self, sealed: bytes, about: str) -> str:
        """Decrypt words that were sealed with the same `about`.

        Raises:
            WrongKeyError: no key of this keyring sealed them.
            BrokenSealError: they were altered, or sealed for another place.
        """
        cipher = self._ciphers.get(sealed[:ID_BYTES])
        if cipher is None:
            raise WrongKeyError("These words were sealed with a key that is not among RAPPORT_KEYS.")
        nonce, ciphertext = sealed[ID_BYTES : ID_BYTES + NONCE_BYTES], sealed[ID_BYTES + NONCE_BYTES :]
        try:
            plain = cipher.decrypt(nonce, ciphertext, about.encode())
            return plain[: -plain[-1]].decode()
        except (InvalidTag, ValueError):
            raise BrokenSealError("These sealed words were altered, or moved from where they were sealed.") from None


def new_key() -> str:
    """A random key as RAPPORT_KEYS takes it."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def key_file(path: Path) -> str:
    """Read the keys kept in a file, as `Keyring.from_text` takes them. A missing file is made, for its owner only.

    Two processes that start at once get the same key: the file appears whole or not at all.
    """
    if not path.exists():
        _make_key_file(path)
    return path.read_text("ascii").strip()


def _make_key_file(path: Path) -> None:
    # mkstemp makes a file of mode 600; a link, unlike a rename, never replaces a key that was made meanwhile.
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(new_key() + "\n")
            file.flush()
            os.fsync(descriptor)
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        Path(draft).unlink()


def _key_id(key: bytes) -> bytes:
    return sha256(b"rapport key id" + key).digest()[:ID_BYTES]
