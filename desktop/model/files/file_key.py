"""What opens an encrypted file: a passphrase, and the key that follows from it and the salt with which the file begins.

The files are those of SQLCipher 4: any program that knows it opens them with the passphrase. How the key follows is
said by SQLCipher's documentation (PBKDF2 with HMAC-SHA512, 256,000 rounds). It is worked out here and once, since that
takes a fifth of a second on purpose, and a file is connected to several times.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from pathlib import Path

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import head_of, looks_encrypted

SALT = 16
LEAST_LETTERS = 10
"""Characters that a passphrase has at least."""

LEAST_DIFFERENT = 5
"""Characters in it that are not alike, at least."""

MOST_LETTERS = 500
ROUNDS = 256_000
_BYTES = 32


class FileKey:
    """The key of one encrypted file and of its copies; never shown.

    Args:
        passphrase: as somebody typed it; how its letters are composed does not matter.
        salt: that of the file; a new one for a file that is to be encrypted.
    """

    def __init__(self, passphrase: str, salt: bytes | None = None) -> None:
        self._passphrase = _composed(passphrase)
        self.salt = secrets.token_bytes(SALT) if salt is None else salt
        self._key = hashlib.pbkdf2_hmac("sha512", self._passphrase, self.salt, ROUNDS, _BYTES)

    def __repr__(self) -> str:
        """Nothing of it."""
        return "FileKey(…)"

    @property
    def setting(self) -> str:
        """What SQLCipher is told, so that it need not work the key out again."""
        return f"x'{self._key.hex()}{self.salt.hex()}'"

    def is_of(self, passphrase: str) -> bool:
        """Whether this is the passphrase."""
        return hmac.compare_digest(self._passphrase, _composed(passphrase))

    def fitted(self, path: Path) -> FileKey | None:
        """The key of a file by the same passphrase; None where the file is not encrypted."""
        if looks_encrypted(path) and head_of(path, SALT) == self.salt:
            return self
        return key_for(path, self._passphrase.decode(errors="surrogatepass"))


def key_for(path: Path, passphrase: str) -> FileKey | None:
    """The key of a file by a passphrase, be it the right one or not; None where the file is not encrypted."""
    return FileKey(passphrase, head_of(path, SALT)) if looks_encrypted(path) else None


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase that would be guessed in no time.

    Raises:
        RefusalError: ``passphrase.short`` with ``least``, ``passphrase.plain``, ``passphrase.long`` with ``most``.
    """
    if len(passphrase) < LEAST_LETTERS:
        raise RefusalError("passphrase.short", least=LEAST_LETTERS)
    if len(passphrase) > MOST_LETTERS:
        raise RefusalError("passphrase.long", most=MOST_LETTERS)
    if len(set(passphrase.casefold())) < LEAST_DIFFERENT:
        raise RefusalError("passphrase.plain", least=LEAST_DIFFERENT)


def _composed(passphrase: str) -> bytes:
    """Systems compose letters with accents differently; what is typed is the same."""
    return unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
