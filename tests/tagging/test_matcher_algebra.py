"""The compiled matcher agrees with a plain one that walks over words, for any pattern."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from caseview.tagging.matcher import Matcher, fold
from caseview.tagging.needs import needs
from caseview.tagging.notation import Choice, Item, Join, Part, Pattern, Phrase, Word, parse
from caseview.tagging.prefilter import WORD, Prefilter

LETTERS = ["a", "ab", "abc", "b", "ba", "c"]
SEPARATORS = [" ", " ", " ", ", ", ". "]

words = st.builds(Word, st.sampled_from(LETTERS), st.booleans())


def items(phrases: st.SearchStrategy[Phrase]) -> st.SearchStrategy[Item]:
    options = st.lists(phrases, min_size=1, max_size=3).map(tuple)
    choices = st.builds(Choice, options, st.booleans())
    ending = st.lists(
        words.map(lambda word: Phrase((Item(Join.SPACE, (word,)),))), min_size=1, max_size=2
    ).map(tuple)
    glued = st.tuples(st.sampled_from(LETTERS).map(Word), st.builds(Choice, ending, st.booleans()))
    parts: st.SearchStrategy[tuple[Part, ...]] = st.one_of(
        st.tuples(words), st.tuples(choices), glued
    )
    return st.builds(Item, st.sampled_from(Join), parts)


def phrase_of(inner: list[Item]) -> Phrase:
    return Phrase((Item(Join.SPACE, inner[0].parts), *inner[1:]))


phrases = st.recursive(
    st.lists(st.builds(Item, st.sampled_from(Join), st.tuples(words)), min_size=1, max_size=3).map(
        phrase_of
    ),
    lambda deeper: (
        st
        .lists(items(deeper), min_size=1, max_size=3)
        .filter(lambda found: not all(item.optional for item in found))
        .map(phrase_of)
    ),
    max_leaves=5,
)
patterns = st.lists(phrases, min_size=1, max_size=2).map(lambda found: Pattern(tuple(found)))
texts = st.lists(
    st.tuples(st.sampled_from([*LETTERS, "abcd", "d"]), st.sampled_from(SEPARATORS)),
    min_size=1,
    max_size=12,
)


def starts(join: Join, at: int, text: list[tuple[str, str]]) -> set[int]:
    """Where the next item may begin when the one before ended with word `at` - 1."""
    between = text[at - 1][1]
    if join is Join.SPACE:
        return {at} if between == " " else set()
    allowed = set()
    for begin in range(at, min(at + 7, len(text) + 1)):
        if any("." in gap for _, gap in text[at - 1 : begin]):
            break
        allowed.add(begin)
    return allowed


def ends_of_phrase(phrase: Phrase, at: int, text: list[tuple[str, str]]) -> set[int]:
    def walk(number: int, here: int, join: Join | None, *, opened: bool) -> set[int]:
        if number == len(phrase.items):
            return {here} if opened else set()
        item = phrase.items[number]
        used = Join.GAP if Join.GAP in (join, item.join) else Join.SPACE
        reached: set[int] = set()
        for begin in starts(used, here, text) if opened else {here}:
            for end in ends_of_item(item, begin, text):
                reached |= walk(number + 1, end, None, opened=True)
        if item.optional:
            reached |= walk(number + 1, here, used if opened else None, opened=opened)
        return reached

    return walk(0, at, None, opened=False)


def ends_of_item(item: Item, at: int, text: list[tuple[str, str]]) -> set[int]:
    if at >= len(text):
        return set()
    if len(item.parts) == 1 and isinstance(item.parts[0], Choice):
        return {end for option in item.parts[0].options for end in ends_of_phrase(option, at, text)}
    spelt = [("", False)]
    for part in item.parts:
        spelt = [
            (before + letters, open_end)
            for before, _ in spelt
            for letters, open_end in spellings(part)
        ]
    word = text[at][0]
    fits = any(word == one or (any_end and word.startswith(one)) for one, any_end in spelt)
    return {at + 1} if fits else set()


def spellings(part: Part) -> list[tuple[str, bool]]:
    if isinstance(part, Word):
        return [(part.letters, part.any_ending)]
    found = [("", False)] if part.optional else []
    for option in part.options:
        found += spellings(option.items[0].parts[0])
    return found


def plainly_found(pattern: Pattern, text: list[tuple[str, str]]) -> bool:
    return any(
        ends_of_phrase(phrase, at, text) for phrase in pattern.options for at in range(len(text))
    )


@settings(max_examples=300, deadline=None)
@given(patterns, texts)
def test_matcher_agrees_with_walking_over_words(
    pattern: Pattern, text: list[tuple[str, str]]
) -> None:
    said = "".join(word + gap for word, gap in text)
    matched = Matcher(str(pattern)).find(fold(said)) is not None
    assert matched == plainly_found(pattern, text)


@settings(max_examples=200, deadline=None)
@given(st.lists(patterns, min_size=1, max_size=4), texts)
def test_prefilter_leaves_no_matching_pattern_out(
    many: list[Pattern], text: list[tuple[str, str]]
) -> None:
    said = fold("".join(word + gap for word, gap in text))
    candidates = Prefilter(many).candidates(WORD.findall(said))
    for number, pattern in enumerate(many):
        if Matcher(str(pattern)).find(said) is not None:
            assert number in candidates


@given(patterns)
def test_tree_survives_being_written_and_read(pattern: Pattern) -> None:
    assert parse(str(pattern)) == pattern


pieces = st.sampled_from(["over", "reli", "reliance", "staff", "s", "no", "further", "action"])
written = st.builds(
    "".join, st.tuples(pieces, st.sampled_from(["", "* ", "-", "'", " ", " .. "]), pieces)
)
options = st.lists(written, min_size=1, max_size=3).map(lambda found: f"({'|'.join(found)})")
said = st.lists(st.tuples(pieces, st.sampled_from([" ", "-", "'", "", ", "])), max_size=12)


@given(st.lists(options | written, min_size=1, max_size=3), said)
def test_marks_within_words_hide_no_pattern_from_the_prefilter(
    parts: list[str], text: list[tuple[str, str]]
) -> None:
    pattern = parse(" .. ".join(parts))
    folded = fold("".join(word + mark for word, mark in text))
    words_said = WORD.findall(folded)
    if Matcher(str(pattern)).find(folded) is not None:
        assert Prefilter([pattern]).candidates(words_said) == {0}
        assert all(
            any(
                word.startswith(one.letters) if one.open_end else word == one.letters
                for one in needed
                for word in words_said
            )
            for needed in needs(pattern)
        )


def test_alternatives_of_several_words_are_asked_for_together() -> None:
    prefilter = Prefilter([parse("(no further action|unresolved) .. (because|self-report*)?")])
    assert prefilter.candidates(["no", "action"]) == set()
    assert prefilter.candidates(["no", "further", "action"]) == {0}
    assert prefilter.candidates(["unresolved"]) == {0}


@given(
    st.lists(st.text("abc", min_size=1, max_size=4), min_size=2, max_size=8),
    st.lists(st.text("abc", min_size=1, max_size=5), max_size=10),
)
def test_of_alternatives_the_one_written_first_wins_however_they_are_looked_for(
    options: list[str], text: list[str]
) -> None:
    folded = " ".join(text)
    both = [*options, *(f"{one} {other}" for one, other in pairwise(options))]
    plain = re.search(rf"(?<!\w)(?:{'|'.join(both)})(?!\w)", folded)
    found = Matcher(f"({'|'.join(both)})").find(folded)
    assert found == (plain.span() if plain else None)
