"""Themes go out as codes and come back; other programs' codes find their theme or become one."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.exchange import ExchangeCode, ExchangeSelection, ExchangeSource
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.exporters.refi_codebook import write_codebook_file
from caseview.exporters.refi_reader import read_codebook_file
from caseview.tagging.codebook_text import read_codebook
from caseview.usecases.exchange_codes import codes_of, describe, theme_of
from caseview.usecases.exchange_matching import codebook_of, match_codes
from caseview.usecases.exchange_offsets import settle

ROOT = Path(__file__).parents[2]
CORE = read_codebook((ROOT / "resources/codebooks/core.toml").read_text(encoding="utf-8"))
SCHEMA = Path(__file__).parents[1] / "exporters" / "refi" / "Codebook.xsd"
PLAIN = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
WORDS = st.lists(PLAIN, min_size=1, max_size=4).map(" ".join)
LINES = st.lists(WORDS, min_size=1, max_size=3).map("\n".join)
THEMES = st.builds(
    Theme,
    id=st.just("asked"),
    name=WORDS,
    group=st.just("practice"),
    definition=WORDS,
    use_when=st.just("") | LINES,
    not_when=st.just("") | LINES,
    examples=st.dictionaries(st.sampled_from(["gap", "good practice"]), LINES, max_size=2),
    sources=st.lists(WORDS, max_size=2).map(tuple),
    rules=st.lists(
        st.builds(
            Rule,
            id=st.just("asked.gap.1"),
            theme=st.just("asked"),
            effect=st.sampled_from(Effect),
            pattern=WORDS,
        ),
        max_size=2,
    ).map(tuple),
    default_reads_as=st.sampled_from(ReadsAs),
    extended=st.booleans(),
    marker=st.just(value=False),
    retired=st.booleans(),
    maps_to=st.dictionaries(st.sampled_from(["college", "panel"]), WORDS, max_size=2),
    came_from=st.lists(st.sampled_from(["old", "older"]), max_size=2).map(tuple),
)


def code(name: str, *, guid: str = "", parent: str = "", codable: bool = True) -> ExchangeCode:
    return ExchangeCode(guid or f"0-{name}", name, "", parent, codable)


@given(THEMES)
def test_a_theme_comes_back_from_its_description_whole(theme: Theme) -> None:
    assert theme_of(ExchangeCode("", theme.name, describe(theme)), "practice") == replace(
        theme, name=theme.name.strip()
    )


def test_the_codebook_that_ships_goes_out_valid_and_comes_back_the_same(tmp_path: Path) -> None:
    write_codebook_file(codes_of(CORE), "CaseView", tmp_path / "core.qdc")
    body = etree.parse(str(tmp_path / "core.qdc"))
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(body)
    codes = read_codebook_file(tmp_path / "core.qdc")
    assert codebook_of(codes, CORE) == CORE
    bare = replace(CORE, themes=(), groups=())
    back = codebook_of(codes, bare)
    said = tuple(replace(theme, telling=None) for theme in CORE.themes)  # weights stay at home
    assert (back.themes, back.groups) == (said, CORE.groups)


def test_a_code_with_a_themes_name_is_that_theme() -> None:
    name = CORE.theme("staffing_capacity").name
    matched = match_codes([code(name.upper())], CORE)
    assert matched.themes == {f"0-{name.upper()}": "staffing_capacity"}
    assert matched.codebook is CORE


def test_an_unknown_code_becomes_a_theme_in_the_group_its_top_code_names() -> None:
    tree = [
        code("Housing", guid="top", codable=False),
        code("Damp and mould", guid="child", parent="top"),
        code("Alone"),
    ]
    matched = match_codes(tree, CORE)
    damp, alone = matched.added
    assert (damp.id, damp.name, matched.codebook.group(damp.group).name) == (
        "damp_and_mould",
        "Damp and mould",
        "Housing",
    )
    assert matched.codebook.group(alone.group).name == "Loaded themes"
    letters = [group.letters for group in matched.codebook.groups]
    assert len(set(letters)) == len(letters)


def test_a_code_that_goes_round_in_circles_ends_somewhere() -> None:
    round_about = [code("One", guid="a", parent="b"), code("Two", guid="b", parent="a")]
    assert len(match_codes(round_about, CORE).added) == 2


def test_two_codes_of_one_name_stay_two_themes_and_are_found_again() -> None:
    tree = [
        code("Home", guid="x"),
        code("Other", guid="a", parent="x"),
        code("School", guid="y"),
        code("other", guid="b", parent="y"),
    ]
    first = match_codes(tree, CORE)
    names = {first.codebook.theme(first.themes[one]).name for one in ("a", "b")}
    assert names == {"Other", "other (School)"}
    again = match_codes(tree, first.codebook)
    assert again.themes == first.themes
    assert again.added == ()


def test_another_programs_words_do_not_overwrite_a_theme() -> None:
    known = CORE.theme("staffing_capacity")
    codes = [ExchangeCode("a", known.name, "Our own words about it.")]
    assert codebook_of(codes, CORE) == CORE


def test_no_codes_at_all_make_an_empty_book(tmp_path: Path) -> None:
    empty = Codebook("e", "E", "1", "en-GB", (ThemeGroup("g", "G", "GG"),), ())
    assert match_codes([], empty).codebook is empty


TEXT = "Nobody asked.\r\nThe \N{GRINNING FACE} sign was seen.\r\nThen it was noted."


def selected(*spans: tuple[int, int]) -> ExchangeSource:
    return ExchangeSource(
        "g", "s", TEXT, selections=tuple(ExchangeSelection("", *one) for one in spans)
    )


def test_offsets_are_read_in_the_way_that_fits_the_words() -> None:
    plain = TEXT.replace("\r\n", "\n")
    wanted = [plain.index(words) for words in ("Nobody", "sign", "noted")]
    spans = tuple(Span(at, at + 4) for at in wanted)
    whole = [
        (span.start, plain.index(" ", span.start) if " " in plain[span.start :] else len(plain) - 1)
        for span in spans
    ]
    for name, text in (
        ("code points, a line end as one", plain),
        ("code points, a line end as two", TEXT),
    ):
        given_ = [(text.index(plain[a:b]), text.index(plain[a:b]) + b - a) for a, b in whole]
        settled = settle(selected(*given_))
        assert settled.way == name
        assert [span.of(settled.text) for span in settled.spans if span] == [
            plain[a:b] for a, b in whole
        ]


def test_utf16_units_are_told_by_the_words_too() -> None:
    units = TEXT.encode("utf-16-le")
    words = ["sign", "seen", "Then", "noted"]
    spans = []
    for one in words:
        at = units.index(one.encode("utf-16-le")) // 2
        spans.append((at, at + len(one)))
    settled = settle(selected(*spans))
    assert settled.way == "UTF-16 units, a line end as two"
    assert [span.of(settled.text) for span in settled.spans if span] == words


@given(st.integers(-3, 80), st.integers(-3, 80))
def test_no_offset_breaks_anything(start: int, end: int) -> None:
    settled = settle(selected((start, end)))
    (span,) = settled.spans
    assert span is None or 0 <= span.start < span.end <= len(settled.text)
