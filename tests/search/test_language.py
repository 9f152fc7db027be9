"""What is typed is understood, or answered for its plain words with the place of the trouble."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.domain.errors import QueryError
from caseview.domain.query import Search
from caseview.domain.section import Section, SectionRole
from caseview.search.fields import FIELDS
from caseview.search.typed import DEEPEST, LONGEST, Typed, read_typed
from tests.search.desk import Desk, doc
from tests.search.noise import noise_of

A, B, C = "alpha bravo", "bravo charlie", "charlie delta"


@pytest.fixture
def abc(desk: Desk) -> Desk:
    desk.texts(A, B, C)
    return desk


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("alpha bravo", [A]),
        ("alpha AND bravo", [A]),
        ("alpha OR delta", [A, C]),
        ("bravo NOT alpha", [B]),
        ("bravo -alpha", [B]),
        ("bravo AND NOT alpha", [B]),
        ("NOT alpha", [B, C]),
        ("NOT NOT alpha", [A]),
        ("alpha OR -bravo", [A, C]),
        ("alpha bravo OR charlie", [A]),
        ("(alpha bravo) OR charlie", [A, B, C]),
        ("alpha OR bravo AND charlie", [A, B]),
        ("-(alpha OR delta)", [B]),
        ("bravo -(alpha OR delta)", [B]),
        ("+bravo alpha", [A, B]),
        ("+bravo -alpha delta", [B]),
        ("(bravo)AND(charlie)", [B]),
        ("((((bravo))))", [A, B]),
        ("*", [A, B, C]),
        ("and or not", []),
        ("alpha, bravo.", [A]),
    ],
)
def test_operators_mean_what_they_say(abc: Desk, query: str, found: list[str]) -> None:
    assert abc.found(query) == found
    assert abc.ask(query).remark == ""


@pytest.mark.parametrize(
    ("query", "place", "remark", "found"),
    [
        ("(alpha", 0, "bracket without its partner", [A]),
        ("alpha) bravo", 5, "bracket without its partner", [A]),
        ('"alpha bravo', 0, "quotation mark without its partner", [A]),
        ('alpha "bravo" "', 14, "quotation mark without its partner", [A]),
        ("(alpha OR delta", 0, "Searched for the plain words instead", []),
        ("alpha AND", 6, "“AND” has nothing to work on", [A]),
        ("AND alpha", 0, "“AND” has nothing to work on", [A]),
        ("alpha OR OR delta", 9, "“OR” has nothing to work on", [A, C]),
        ("alpha NOT", 6, "“NOT” has nothing to work on", [A]),
        ("alpha - bravo", 6, "“-” has nothing to work on", [A]),
        ("knid:sar alpha", 0, "Did you mean “kind:”?", []),
        ("alpha kind:", 6, "Nothing stands after “kind:”", [A]),
        ("kind:zzz alpha", 0, "Nothing has the kind “zzz”", []),
        ("bravo year:[2019 TO", 6, "A range is not complete", [A, B]),
        ("year:[2019 TO 2021 bravo", 0, "A range is not complete", [A, B]),
        ("year:2019 TO 2021] bravo", 0, "A range is not complete", [A, B]),
        ("year:[2019] bravo", 0, "A range is not complete", [A, B]),
        ("bravo [alpha TO charlie", 6, "A range is not complete", []),
        ("bravo [alpha", None, "", [A]),
        ("saved:none bravo", 0, "No search is saved as “none”", []),
    ],
)
def test_a_wrong_query_points_at_its_place_and_is_still_searched(
    abc: Desk, query: str, place: int | None, remark: str, found: list[str]
) -> None:
    answer = abc.ask(query)
    assert remark in answer.remark
    assert answer.place == place
    assert abc.found(query) == found


@pytest.mark.parametrize(
    ("query", "place", "message"),
    [
        ("", 0, "nothing to search for"),
        ("  \t ", 0, "nothing to search for"),
        ("…!?", 0, "nothing to search for"),
        ('"" ()', 0, "nothing to search for"),
        ("a" * (LONGEST + 1), LONGEST, "characters long"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), DEEPEST, "more than 20 deep"),
        ("alpha~3", 6, "at most 2 letters"),
        ('"alpha bravo"~51', 14, "at most 50 words apart"),
        ("kind:", 0, "Nothing is left"),
        ("year:[2019 TO", 0, "Nothing is left"),
        ('"a b c d e f g h i j k l m"~5', 27, "13 words stand together"),
    ],
)
def test_what_cannot_be_searched_says_why_and_where(
    abc: Desk, query: str, place: int, message: str
) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        abc.ask(query)
    assert caught.value.place == place
    assert caught.value.advice


def test_quotes_of_every_kind_pair(desk: Desk) -> None:
    desk.texts("professional curiosity", "curiosity of a professional")
    for query in (
        '"professional curiosity"',
        "“professional curiosity”",
        "”professional curiosity“",
    ):
        assert desk.found(query) == ["professional curiosity"]


def test_a_hyphen_inside_a_word_is_no_minus(desk: Desk) -> None:
    desk.texts("self-harm", "self", "harm self")
    assert desk.found("self-harm") == ["self-harm"]
    assert desk.found("self -harm") == ["self"]
    assert desk.found("self‑harm") == ["self-harm"]


def test_quotes_hold_wildcards_and_alternatives(desk: Desk) -> None:
    desk.texts("social worker visit", "social workers visited", "family visit", "nurse visit")
    assert desk.found('"social work*"') == ["social worker visit", "social workers visited"]
    assert desk.found('"(family OR nurse) visit"') == ["family visit", "nurse visit"]
    # OR joins its neighbours only, in quotes as everywhere.
    assert desk.found('"(social worker OR nurse) visit"') == ["social worker visit"]
    assert desk.found('"((social worker) OR nurse) visit"') == [
        "social worker visit",
        "nurse visit",
    ]


def test_many_alternatives_beyond_one_match_are_still_a_phrase(desk: Desk) -> None:
    words = [f"b{letter}{other}" for letter in "abcdefgh" for other in "abcdefgh"]
    desk.texts(*(f"risk {word} end" for word in words), *(f"{word} risk" for word in words))
    assert len(desk.found('"risk b?? end"')) == len(words)
    assert len(desk.found('"b?? end"~0')) == len(words)
    assert len(desk.found("b??")) == 2 * len(words)


def test_same_section_joins_paragraphs(desk: Desk) -> None:
    texts = ("staff one", "risk one", "staff two", "other")
    ends = [sum(len(text) + 2 for text in texts[:count]) for count in range(5)]
    sections = (
        Section("One", SectionRole.ANALYSIS, 1, 0, ends[2]),
        Section("Two", SectionRole.ANALYSIS, 1, ends[2], ends[4] - 2),
    )
    desk.add(replace(doc(*texts), sections=sections))
    assert desk.found('"staff risk"~section') == ["staff one", "risk one"]
    assert desk.marked('"staff risk"~section') == [["staff"], ["risk"]]


def test_numbers_can_be_ranged(desk: Desk) -> None:
    desk.texts("aged 9", "aged 17", "aged 18", "page 170")
    assert desk.found("[9 TO 17]") == ["aged 9", "aged 17"]
    assert desk.found("aged {9 TO 18}") == ["aged 17"]
    assert desk.found("[18 TO]") == ["aged 18", "page 170"]


def checked(query: str) -> Typed | QueryError:
    try:
        return read_typed(query, FIELDS)
    except QueryError as refused:
        return refused


@settings(max_examples=300)
@given(st.text(max_size=60) | st.integers(0, 2**32).map(noise_of))
def test_checking_keeps_every_place(query: str) -> None:
    found = checked(query)
    if isinstance(found, QueryError):
        assert found.place is not None
        assert 0 <= found.place <= len(query)
        assert found.message.endswith((".", "!"))
    else:
        assert len(found.text) == len(query)
        assert (found.place is None) == (found.remark == "")


@pytest.mark.parametrize("seed", range(4))
def test_noise_is_answered_or_refused_in_plain_words(abc: Desk, seed: int) -> None:
    with abc.rows() as rows:
        for number in range(100):
            query = noise_of(1000 * seed + number)
            with suppress(QueryError):
                answer = abc.finder.search(rows, Search(query))
                assert answer.total.passages == len(answer.hits)
            with suppress(QueryError):
                assert abc.finder.reviews(rows, query) <= {1}
