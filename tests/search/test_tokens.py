"""Text is split into words exactly as the index splits it."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.search.tokens import fold, spans, tokens, words

# Where Python's and SQLite's tables of signs are of one mind. They part on signs newer than
# SQLite's table, on Cherokee and Georgian capitals and the like.
SIGNS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x300, 0x370),
    *range(0x391, 0x3A2),
    *range(0x3A3, 0x3CF),
    *range(0x400, 0x482),
    *range(0x5D0, 0x5EB),
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2065),
    *range(0x20A0, 0x20BA),
    *range(0x2100, 0x218A),
    *range(0x2190, 0x2300),
    *range(0x25A0, 0x2700),
    *range(0x3041, 0x3097),
    *range(0x4E00, 0x4F00),
    *range(0xFB00, 0xFB07),
    *range(0x1F300, 0x1F321),
]


@pytest.fixture
def index() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    made.executescript(
        """
        CREATE VIRTUAL TABLE said USING fts5(text, tokenize="unicode61 remove_diacritics 2");
        CREATE VIRTUAL TABLE word USING fts5vocab('said', 'instance');
        """
    )
    return made


def indexed(index: sqlite3.Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row, word in index.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
        found.setdefault(row, []).append(word)
    return found


def test_every_sign_is_part_of_a_word_or_parts_words_as_in_the_index(
    index: sqlite3.Connection,
) -> None:
    texts = {sign: f"x{chr(sign)}y {chr(sign)} {chr(sign)}z" for sign in SIGNS}
    index.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", texts.items())
    held = indexed(index)
    # A mark that belongs to no word before it begins one in the index, and is nothing.
    differ = {
        hex(sign): (words(text), [word for word in held[sign] if word])
        for sign, text in texts.items()
        if words(text) != [word for word in held[sign] if word]
    }
    assert differ == {}


@given(st.text(st.sampled_from([chr(sign) for sign in SIGNS if sign not in range(0x300, 0x370)])))
def test_words_keep_their_places(text: str) -> None:
    found = tokens(text)
    assert [token.word for token in found] == words(text)
    assert [(token.start, token.end) for token in found] == spans(text)
    assert all(fold(text[token.start : token.end]) == token.word for token in found)


def test_accents_case_and_curly_signs_make_no_difference() -> None:
    assert words("The child’s CAFÉ—self‑harm, 5.12") == [
        *("the", "child", "s", "cafe", "self", "harm", "5", "12")
    ]
    assert words("cafe\u0301 naïve Zoë") == ["cafe", "naive", "zoe"]
