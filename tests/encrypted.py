"""A passphrase for tests, and its key, which takes a fifth of a second and is worked out once."""

from functools import cache

from desktop.model.files.file_key import FileKey

PASSPHRASE = "seven grey herons wait"
OTHER = "nobody opens it with this"
MARKER = "Zaunkönig-Services"
"""What no encrypted file shows."""


@cache
def key() -> FileKey:
    """The key of a file that is made with it."""
    return FileKey(PASSPHRASE)


@cache
def other_key() -> FileKey:
    """A key that opens none of them."""
    return FileKey(OTHER)
