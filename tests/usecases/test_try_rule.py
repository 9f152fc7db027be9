"""A rule tried while it is written finds what it will find, and the index leaves nothing out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from caseview.domain.codebook import Codebook, Effect
from caseview.domain.document import Form, Kind
from caseview.domain.errors import NotationError
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.readers.suggesting import ChildSuggester
from caseview.search.touching import WordTouching
from caseview.tagging.editing.rules import add_rule
from caseview.tagging.notation import Pattern
from caseview.usecases.ports import Rows
from caseview.usecases.suggest_again import InTurn, Text, suggest_again
from caseview.usecases.try_rule import Attempt, Trial, try_rule
from tests.usecases.codebook_room import CodebookRoom, open_room

PATTERNS = (
    "quiet",
    "record* .. late",
    "(staff|posts|home) .. (short|unfilled|tidy)",
    "nobody asked (who|why)?",
    "(short)? posts",
    "curi(ous|osity)",
    "well between",
    "who else .. lived",
    "zebra*",
    "share* information|information was shared",
)


class Everything(WordTouching):
    """Takes every passage for one that may match."""

    @override
    def passages(self, rows: Rows, pattern: Pattern) -> list[int] | None:
        return None


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CodebookRoom]:
    made = open_room(tmp_path_factory.mktemp("tried"))
    yield made
    made.casebook.close()


def tried(room: CodebookRoom, pattern: str, effect: Effect = Effect.GAP) -> Trial:
    attempt = Attempt(room.book, "sharing", effect, pattern)
    return try_rule(room.casebook, WordTouching(), attempt, stop=lambda: False)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_index_leaves_out_no_passage_that_matches(room: CodebookRoom, pattern: str) -> None:
    attempt = Attempt(room.book, "sharing", Effect.GAP, pattern)
    slow = try_rule(room.casebook, Everything(), attempt, stop=lambda: False)
    assert tried(room, pattern) == slow
    assert bool(slow.passages) is (pattern != "zebra*")


def alone(book: Codebook, pattern: str) -> Codebook:
    """Return the codebook in which a theme has one rule and no other theme has any."""
    bare = replace(book, themes=tuple(replace(theme, rules=()) for theme in book.themes))
    return add_rule(bare, "sharing", Effect.GAP, pattern)


@pytest.mark.parametrize("pattern", PATTERNS[:4])
def test_a_rule_tried_finds_what_the_rule_will_suggest(room: CodebookRoom, pattern: str) -> None:
    found = suggest_again(
        room.casebook,
        alone(room.book, pattern),
        InTurn(),
        told=lambda *_: None,
        stop=lambda: False,
    )
    assert found is not None
    assert tried(room, pattern).passages == sum(map(len, found.values()))


def test_what_the_theme_has_already_is_told_apart(room: CodebookRoom) -> None:
    again = tried(room, "information .. shared")
    assert again.passages == again.known > 0
    assert tried(room, "quiet").known == 0
    back = tried(room, "shared well", Effect.FALSE_FRIEND)
    assert back.known == back.passages > 0


def test_a_sentence_is_shown_with_its_place(room: CodebookRoom) -> None:
    (first, *_rest) = tried(room, "quiet").shown
    assert "quiet" in first.text
    assert first.review.startswith("Adult")


def test_a_rule_half_written_says_where_it_cannot_be_read(room: CodebookRoom) -> None:
    with pytest.raises(NotationError) as told:
        tried(room, "lack of (staff|")
    assert told.value.place == len("lack of (staff|")


def test_children_suggest_what_this_process_does_and_are_gone_after(
    room: CodebookRoom, tmp_path: Path
) -> None:
    def by(suggester: InTurn | ChildSuggester) -> dict[int, list[Suggestion]]:
        found = suggest_again(
            room.casebook, room.book, suggester, told=lambda *_: None, stop=lambda: False
        )
        assert found is not None
        return {number: [one.suggestion for one in put] for number, put in found.items()}

    assert by(ChildSuggester(2)) == by(InTurn())


def test_children_stop_when_asked(room: CodebookRoom) -> None:
    found = suggest_again(
        room.casebook, room.book, ChildSuggester(1), told=lambda *_: None, stop=lambda: True
    )
    assert found is None


def test_long_documents_go_through_children_without_stopping_them(room: CodebookRoom) -> None:
    words = "Nobody asked who else lived there. " + "The home was quiet. " * 30
    passage = Passage(0, len(words), words, 1, None, SectionRole.ANALYSIS)
    texts = (Text(n, Kind.SAR, Form.FULL_REPORT, (passage,) * 400) for n in range(4))
    found = dict(ChildSuggester(2).suggest(room.book, texts, lambda: False))
    assert {number: len(put) for number, put in found.items()} == dict.fromkeys(range(4), 400)
