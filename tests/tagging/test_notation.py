"""The rule notation means what analysts are told it means."""

import pytest

from caseview.domain.errors import CodebookError
from caseview.tagging.matcher import Matcher, fold, passed_over
from caseview.tagging.notation import parse, parse_named


def found(pattern: str, text: str) -> str | None:
    folded = fold(text)
    span = Matcher(pattern).find(folded)
    return None if span is None else text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("did not (probe|explore|ask)", "officers did not probe further"),
        ("lack of .. (professional)? curiosity", "a lack of appropriate professional curiosity"),
        ("lack of .. (professional)? curiosity", "lack of curiosity"),
        ("lack of .. (professional)? curiosity", "lack of professional curiosity"),
        ("(took|taken) .. at face value", "His account was taken at face value"),
        ("staff* shortage*", "acute staffing shortages"),
        ("was (not|never) (fully)? considered", "it was not considered"),
        ("was (not|never) (fully)? considered", "it was not fully considered"),
        ("child's voice", "the child’s voice was lost"),
        ("child's voice", "the childs voice was lost"),
        ("over-reli* on", "an over reliance on self report"),
        ("over-reli* on", "an overreliance on self report"),
        ("over-reli* on", "over‑reliance on"),
        ("polic(y|ies)", "policies"),
        ("(further|any)? probing", "no probing"),
        ("(no|without) .. (risk)? assessment*", "there was no assessment"),
        ("(adequately|fully) staff(ed)?", "adequately staff their units"),
        ("lack (of)? (adequate|sufficient)? staffing", "lack of sufficient staffing"),
        ("lack (of)? (adequate|sufficient)? staffing", "lack staffing"),
        ("multi agency", "a multi-agency plan"),
        ("multi agency", "multi/agency"),
        ("s.42", "a s.42 enquiry"),
        ("lack of .. agency", "lack of multi-agency work"),
        ("(assess|review)* plan", "reviewing a plan, assessed plan"),
    ],
)
def test_pattern_finds(pattern: str, text: str) -> None:
    assert found(pattern, text) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("risk .. not", "the risk. It was not"),
        ("risk .. not", "the risk; it was not"),
        ("staff", "staffing"),
        ("staff", "flagstaff"),
        ("lack of curiosity", "lack, of curiosity"),
        ("asked .. why", "asked one two three four five six seven why"),
    ],
)
def test_pattern_does_not_find(pattern: str, text: str) -> None:
    assert found(pattern, text) is None


def test_gap_takes_six_words_at_most_and_counts_a_hyphenated_word_once() -> None:
    assert found("asked .. why", "asked one two-three four five six seven why") is not None
    assert found("asked .. why", "asked why") == "asked why"


def test_match_is_given_in_the_words_of_the_text() -> None:
    assert found("no curiosity", "There was No  Curiosity here") == "No  Curiosity"


def test_folding_keeps_every_offset() -> None:
    text = "İstanbul’s “Straße” — O’Neill"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("pattern", "place"),
    [
        ("lack of (curiosity", "character 9 “(”"),
        ("lack of curiosity)", "character 18 “)”"),
        ("fully? considered", "character 6 “?”"),
        (".. considered", "character 4 “considered”"),
        ("considered ..", "end of the pattern"),
        ("(a|) b", "character 4 “)”"),
        ("", "end of the pattern"),
        ("sta*ff", "character 1 “sta*ff”"),
        ("staff*(ed)", "character 7 “(”"),
        ("what [is] this", "character 6 “[is]”"),
    ],
)
def test_wrong_pattern_is_refused_with_its_place(pattern: str, place: str) -> None:
    with pytest.raises(CodebookError) as refused:
        parse(pattern)
    assert place in refused.value.message
    assert refused.value.advice


def test_pattern_that_may_match_nothing_is_refused() -> None:
    with pytest.raises(CodebookError, match="match nothing"):
        parse("(fully)? (partly)?")


def test_pattern_of_any_length_or_depth_is_refused_not_endured() -> None:
    with pytest.raises(CodebookError, match="too deep"):
        parse("(" * 500 + "a" + ")" * 500)
    with pytest.raises(CodebookError, match="characters"):
        parse("a " * 5000)


def test_tree_reads_back_as_the_pattern_it_came_from() -> None:
    for pattern in ("lack of .. (professional|clinical)? curiosity", "polic(y|ies)|guid*"):
        assert str(parse(pattern)) == pattern


def test_text_without_spaces_comes_to_an_end() -> None:
    assert found("no .. risk .. plan", "-".join(["no", "risk", "assess"] * 3000)) is None
    assert found("no .. risk .. plan", "no" + " " * 20_000 + "risk,".join(["a"] * 3000)) is None


def test_named_words_stand_for_what_the_codebook_keeps_and_may_build_on_one_another() -> None:
    named = parse_named({"nobody": "nobody|no one", "not_asked": "@nobody (asked|wondered)"})
    matcher = Matcher("@not_asked why", named)
    assert matcher.find("then no one asked why") == (5, 21)
    assert str(matcher.tree) == "@not_asked why"
    assert Matcher("(fully|@nobody)? asked", named).find("nobody asked") is not None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"No-One": "nobody"}, "cannot name words"),
        ({"later": "@earlier", "earlier": "nobody"}, "keeps"),
        ({"nobody": "(nobody"}, "In the words “nobody”"),
    ],
)
def test_words_that_cannot_be_kept_under_a_name_are_refused(
    words: dict[str, str], said: str
) -> None:
    with pytest.raises(CodebookError, match=said):
        parse_named(words)


def test_a_name_that_the_codebook_does_not_keep_is_refused_with_its_place() -> None:
    with pytest.raises(CodebookError, match="character 1 “@anybody”"):
        parse("@anybody asked", parse_named({"nobody": "nobody|no one"}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lack of training", 0),
        ("lack of any multi-agency training", 2),
        ("lack of plans, and none of us had training", 6),
        ("lack of good training for all the staff", 3),
    ],
)
def test_the_words_in_the_gaps_of_a_match_are_counted(text: str, words: int) -> None:
    matched = Matcher("lack of .. training (for .. staff)?").look(text, 0, len(text))
    assert matched is not None
    assert passed_over(matched) == words
