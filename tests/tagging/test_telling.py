"""Telling words suggest where no rule does, and say by which words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CodebookError
from caseview.domain.passage import Passage
from caseview.domain.suggestion import Suggestion
from caseview.domain.telling import TellingWords
from caseview.tagging.codebook_text import read_codebook, write_codebook
from caseview.tagging.editing.draft import affected_themes, narrowed
from caseview.tagging.editing.joining import Half, merge, split
from caseview.tagging.editing.sheets import from_sheets, to_sheets
from caseview.tagging.families import SMALL, classes, family
from caseview.tagging.known_words import KnownWords, features
from caseview.tagging.notation import parse_named
from caseview.tagging.prefilter import WORD
from caseview.tagging.suggest import Tagger
from caseview.tagging.telling import FEWEST_FAMILIES, Telling
from caseview.tagging.telling_text import read_telling, write_telling
from caseview.tagging.told_words import FARTHEST, NEAR, Teller

WORDS = TellingWords(0.1, {"lodg": 900, "stair": 300, "@nobody~lodg": 500})
SAID = "It rained. Nobody met the lodger on the stairs! Then it was June."
words = st.from_regex(r"[a-z]{1,9}", fullmatch=True)
weights = st.dictionaries(words | st.builds("{}~{}".format, words, words), st.integers(1, 999))


@pytest.fixture
def telling(small: Codebook) -> Codebook:
    """The small codebook, in which curiosity has telling words."""
    themes = [
        replace(theme, telling=WORDS) if theme.id == "curiosity" else theme
        for theme in small.themes
    ]
    return replace(small, themes=tuple(themes), words={"nobody": "nobody|no one"})


def suggested(codebook: Codebook, *passages: Passage) -> Sequence[Suggestion]:
    return Tagger(codebook).suggest(passages, kind=Kind.SAR, form=Form.FULL_REPORT)


def test_words_suggest_where_no_rule_matches_and_show_the_sentence_that_weighs_most(
    telling: Codebook, passage: Callable[..., Passage]
) -> None:
    (one,) = suggested(telling, passage(SAID, start=40))
    assert (one.theme, one.rule) == ("curiosity", "curiosity.telling")
    assert one.text == "Nobody met the lodger on the stairs!"
    assert (one.start, one.end) == (40 + SAID.index("Nobody"), 40 + SAID.index(" Then"))
    assert "“Nobody · lodger · stairs”" in one.reason
    assert one.reason.startswith("No rule matched")


def test_without_telling_words_nothing_is_suggested_there(
    small: Codebook, passage: Callable[..., Passage]
) -> None:
    assert suggested(small, passage(SAID)) == ()


def test_telling_words_make_a_rules_match_surer_and_leave_its_reason(
    small: Codebook, telling: Codebook, passage: Callable[..., Passage]
) -> None:
    text = "There was a lack of curiosity about the lodger on the stairs."
    (before,) = suggested(small, passage(text))
    (after,) = suggested(telling, passage(text))
    assert after.confidence > before.confidence
    assert replace(after, confidence=before.confidence) == before


def test_a_false_friend_holds_telling_words_back_in_its_sentence(
    telling: Codebook, passage: Callable[..., Passage]
) -> None:
    themes = [
        replace(theme, telling=WORDS if theme.id == "staffing" else None)
        for theme in telling.themes
    ]
    text = "Nobody met the lodger on the stairs for lack of curiosity by staff."
    found = suggested(replace(telling, themes=tuple(themes)), passage(text))
    assert "staffing" not in {one.theme for one in found}


def test_a_retired_theme_tells_nothing(telling: Codebook, passage: Callable[..., Passage]) -> None:
    themes = tuple(replace(theme, retired=True) for theme in telling.themes)
    assert suggested(replace(telling, themes=themes), passage(SAID)) == ()


def test_a_theme_weighs_the_same_alone_and_among_others(core: Codebook) -> None:
    said = [WORD.findall(SAID.lower())]
    named = parse_named(core.words)
    whole = Telling(core, named).read(said)
    for theme in core.themes[::9]:
        alone = Telling(narrowed(core, {theme.id}), named).read(said)
        assert alone.of(theme.id) == whole.of(theme.id)
        assert len(list(alone.above(-inf))) == (theme.telling is not None)


@given(st.lists(words, max_size=30), weights, st.floats(-2, 2))
def test_what_is_packed_into_one_number_adds_up_as_one_by_one(
    said: list[str], held: dict[str, int], usual: float
) -> None:
    book = read_codebook(
        'id = "x"\nname = "X"\nversion = "1"\n[[group]]\nid = "g"\nname = "G"\nletters = "GG"\n'
        '[[theme]]\nid = "a"\nname = "A"\ngroup = "g"\ndefinition = "."\n'
        '[[theme]]\nid = "b"\nname = "B"\ngroup = "g"\ndefinition = "."\n'
    )
    other = TellingWords(usual, dict.fromkeys(held, 1))
    mine = TellingWords(usual, held)
    themes = (replace(book.themes[0], telling=other), replace(book.themes[1], telling=mine))
    told = Telling(replace(book, themes=themes), {}).read([said])
    families, pairs = Teller({}).features(said)
    length = 100 * max(len(families), FEWEST_FAMILIES) ** 0.5
    total = sum(held.get(one, 0) for one in families | pairs)
    assert told.of("b") == pytest.approx(total / length - usual)
    assert told.of("a") == pytest.approx(len((families | pairs) & held.keys()) / length - usual)


@given(st.lists(st.sampled_from(["ask", "not", "asked", "lodger", "stairs", "of", "x1"])), weights)
def test_known_features_are_those_features_of_a_sentence_that_a_theme_has(
    said: list[str], held: dict[str, int]
) -> None:
    teller = Teller({"ask": "@ask", "not": "@not"})
    families, pairs = teller.features(said)
    known = [*held, "ask~not", "@not~ask", "not~ask", "@not~@ask", "ask~@not", "lodg", "lodg~stair"]
    words = KnownWords({one: number for number, one in enumerate(known)}, teller.form)
    placed = words.placed(said)
    found = [(known[number], first, last) for number, first, last in features(placed)]
    assert {one for one, _, _ in found} == (families | pairs) & {*known}
    assert {one.family for _, one in placed} - {""} == families
    assert all(0 <= last - first <= FARTHEST for _, first, last in found)
    assert len([one for one, _, _ in found if "~" in one]) <= 2 * NEAR * len(said)
    for one, first, last in found:
        own, other = (teller.form(said[at]) for at in (first, last))
        first_word, _, last_word = one.partition("~")
        assert first_word in own
        assert (last_word or first_word) in other


@given(words)
def test_a_family_begins_its_word_and_is_never_shorter_than_three_letters(word: str) -> None:
    assert word.startswith(family(word))
    assert len(family(word)) >= min(3, len(word))


def test_words_of_one_family_come_together_and_small_words_say_nothing_alone() -> None:
    assert len({family(word) for word in ("record", "records", "recorded", "recording")}) == 1
    assert Teller({}).features(sorted(SMALL))[0] == set()


def test_single_words_of_a_name_are_of_its_kind() -> None:
    named = parse_named({"ask": "ask|asked|find out|check*", "told": "told|ask"})
    assert classes(named) == {"ask": "@ask", "asked": "@ask", "told": "@told"}


@given(weights, st.floats(allow_nan=False, allow_infinity=False))
def test_telling_words_written_are_read_back(held: dict[str, int], usual: float) -> None:
    telling = TellingWords(usual, held)
    assert read_telling(write_telling(telling), "x") == telling


@pytest.mark.parametrize("text", ["", "usual", "usual nan\n", "usual 0.1\nx y", "usual 0.1\n0 ask"])
def test_telling_words_that_cannot_be_read_are_named(text: str) -> None:
    with pytest.raises(CodebookError, match="telling words of “curiosity”"):
        read_telling(text, "curiosity")


def test_telling_words_travel_with_the_codebook_as_text_and_as_sheets(telling: Codebook) -> None:
    assert read_codebook(write_codebook(telling)) == telling
    sheets = {one.name: [one.headings, *one.rows] for one in to_sheets(telling)}
    assert from_sheets(sheets) == telling


def test_telling_words_of_no_theme_are_refused(telling: Codebook) -> None:
    text = write_codebook(telling).replace("curiosity = ", "other = ")
    with pytest.raises(CodebookError, match="“other”, which is no theme"):
        read_codebook(text)


def test_halves_of_a_theme_have_rules_alone_and_a_merged_theme_keeps_its_words(
    telling: Codebook,
) -> None:
    halves = split(telling, "curiosity", (Half("One", "The one."), Half("Two", "The two.")), [])
    assert [one.telling for one in halves.themes if "curiosity" in one.came_from] == [None, None]
    joined = merge(telling, "staffing", "curiosity")
    assert joined.theme("curiosity").telling == WORDS


def test_other_telling_words_change_what_is_suggested_for_their_theme_alone(
    small: Codebook, telling: Codebook
) -> None:
    before = replace(small, words=telling.words)
    assert affected_themes(before, telling) == {"curiosity"}
