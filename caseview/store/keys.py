"""Passphrases: how an encrypted casebook is recognised, and the raw key that opens it.

SQLCipher keeps the salt of a file in its first 16 bytes, where a plain file says "SQLite format
3". We choose that salt ourselves: a mark and the number of the key profile, then 12 random bytes
(RFC 8018, section 4.1, asks for 8 or more). So one look at the file tells a keyed casebook from
any other file, and says how its key is made, without a second file beside it.
"""

import hashlib
import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from caseview.domain.english import English
from caseview.domain.errors import (
    CasebookCannotOpenError,
    CasebookDamagedError,
    CasebookError,
    WrongPassphraseError,
)

PLAIN = b"SQLite format 3\x00"
MARK = b"CVK"
SALT_BYTES = 16
KEY_BYTES = 32
PROFILE = 1

Derive = Callable[[bytes, bytes], bytes]
"""Makes the 32 bytes of a raw key from a passphrase and the 16 bytes of a salt."""


@dataclass(frozen=True, slots=True)
class RawKey:
    """The key of a file, already derived, with the salt it stands on."""

    key: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """The statement that gives the key to a connection."""
        return f"PRAGMA key = {self.literal}"

    @property
    def literal(self) -> str:
        """Key and salt as SQLCipher reads them."""
        return f"\"x'{self.key.hex()}{self.salt.hex()}'\""


def scrypt_key(passphrase: bytes, salt: bytes) -> bytes:
    """Return the raw key of profile 1: scrypt (RFC 7914), N=2^17, r=8, p=1, 128 MiB of memory."""
    return hashlib.scrypt(
        passphrase, salt=salt, n=2**17, r=8, p=1, maxmem=160 * 2**20, dklen=KEY_BYTES
    )


def new_salt() -> bytes:
    """Return a salt for a new keyed casebook, never the same twice."""
    return MARK + bytes([PROFILE]) + os.urandom(SALT_BYTES - len(MARK) - 1)


def raw_key(passphrase: str, salt: bytes, derive: Derive) -> RawKey:
    """Return the key that a passphrase makes over a salt.

    The passphrase is brought to Unicode's composed form first, so that the same letters typed on
    another computer open the file. Raises CasebookError when it is empty.
    """
    if not passphrase:
        raise CasebookError(
            "The passphrase is empty, so it would protect nothing.",
            "Choose one of several words.",
        )
    words = unicodedata.normalize("NFC", passphrase).encode()
    return RawKey(derive(words, salt), salt)


def salt_of(path: Path) -> bytes | None:
    """Return the salt of a keyed casebook, None for a plain SQLite file.

    Raises CasebookCannotOpenError when the file cannot be read, CasebookDamagedError when it is
    neither, or when its key is made in a way this CaseView does not know.
    """
    start = _first_bytes(path)
    if start == PLAIN:
        return None
    if len(start) < SALT_BYTES or not start.startswith(MARK):
        raise CasebookDamagedError(
            English("“{0}” is not a casebook, so it was not opened.", path.name),
            "Choose a file that ends in .casebook. If it is one, its start is damaged: open the "
            "newest backup.",
        )
    if start[len(MARK)] != PROFILE:
        raise CasebookCannotOpenError(
            English(
                "“{0}” was encrypted by a newer CaseView, so this one cannot open it.", path.name
            ),
            "Open it with the newer CaseView.",
        )
    return start


def key_of(path: Path, passphrase: str | None, derive: Derive) -> RawKey | None:
    """Return the key that opens a casebook, None for a plain one.

    Raises WrongPassphraseError when one is needed and none was given, else as `salt_of`.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    if not passphrase:
        raise WrongPassphraseError(
            English("“{0}” is protected by a passphrase, and none was given.", path.name),
            "Give the passphrase it was made with.",
        )
    return raw_key(passphrase, salt, derive)


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except FileNotFoundError:
        raise CasebookCannotOpenError(
            English("There is no casebook at “{0}”.", path),
            "Look at the name and the folder, or make a new casebook there.",
        ) from None
    except OSError as fault:
        raise CasebookCannotOpenError(
            English("“{0}” cannot be read, so it was not opened.", path.name),
            "Ask for the right to read it, or copy it to a folder of your own.",
        ) from fault
