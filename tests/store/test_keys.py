"""How an encrypted casebook is recognised, and what its key is made of."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.errors import CasebookDamagedError, CasebookError
from caseview.store.keys import (
    MARK,
    PROFILE,
    RawKey,
    key_of,
    new_salt,
    raw_key,
    salt_of,
    scrypt_key,
)


def joined(words: bytes, salt: bytes) -> bytes:
    return words + salt


def test_profile_one_is_scrypt_with_the_agreed_cost() -> None:
    key = scrypt_key(b"three plain words", bytes(range(16)))
    assert key.hex() == "0d2b6f9f69a015402f373aa13ae14aa823fb3a56e025012e640a4e68121c83b3"


def test_salts_bear_the_mark_and_the_profile_and_never_repeat() -> None:
    salts = [new_salt() for _ in range(50)]
    assert len(set(salts)) == 50
    assert all(salt.startswith(MARK + bytes([PROFILE])) and len(salt) == 16 for salt in salts)


def test_the_key_statement_holds_key_and_salt() -> None:
    assert RawKey(b"\x01" * 32, b"\x02" * 16).pragma == (
        "PRAGMA key = \"x'" + "01" * 32 + "02" * 16 + "'\""
    )


def test_letters_typed_in_another_form_make_the_same_key() -> None:
    assert raw_key("café", b"s" * 16, joined) == raw_key("cafe\u0301", b"s" * 16, joined)
    assert raw_key("cafe", b"s" * 16, joined) != raw_key("Cafe", b"s" * 16, joined)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(CasebookError, match="empty"):
        raw_key("", b"s" * 16, joined)


@given(st.binary(max_size=40))
def test_no_other_file_passes_for_a_keyed_casebook(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.casebook"
    path.write_bytes(content)
    if content.startswith((MARK, b"SQLite format 3\x00")):
        return
    with pytest.raises(CasebookDamagedError):
        salt_of(path)


def test_a_keyed_file_gives_its_own_salt_to_its_key(tmp_path: Path) -> None:
    path, salt = tmp_path / "a.casebook", new_salt()
    path.write_bytes(salt + b"\x00" * 4080)
    assert salt_of(path) == salt
    assert key_of(path, "words", joined) == RawKey(b"words" + salt, salt)
