"""Groups are added, renamed, moved, coloured and retired; files keep all of it."""

from dataclasses import replace

import pytest

from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.errors import CodebookError
from caseview.tagging.codebook_text import read_codebook, write_codebook
from caseview.tagging.editing.change_log import changes_between
from caseview.tagging.editing.groups import bring_group_back, keep_group, retire_group
from caseview.tagging.editing.sheets import from_sheets, to_sheets
from caseview.usecases.exchange_codes import codes_of
from caseview.usecases.exchange_matching import codebook_of

GROUPS = (
    ThemeGroup("a", "Able", "AB"),
    ThemeGroup("b", "Bold", "BO"),
    ThemeGroup("c", "Calm", "CA"),
)
THEMES = (
    Theme("one", "One", "a", "About one."),
    Theme("two", "Two", "a", "About two."),
    Theme("three", "Three", "b", "About three."),
)


@pytest.fixture
def book() -> Codebook:
    return Codebook("small", "Small", "1", "en-GB", GROUPS, THEMES)


def names(book: Codebook) -> list[str]:
    return [group.name for group in book.groups]


def test_a_group_is_added_at_its_place_in_its_colour_with_themes_that_join_it(
    book: Codebook,
) -> None:
    after = keep_group(book, ThemeGroup("", "New", "NE", "pink"), 1, {"two"})
    assert names(after) == ["Able", "New", "Bold", "Calm"]
    assert after.groups[1].colour == "pink"
    assert after.theme("two").group == after.groups[1].id
    assert after.theme("one").group == "a"
    assert changes_between(book, after) == (
        "New group “New” (NE).",
        "“Two” is in the group “New”.",
    )


def test_a_group_is_renamed_moved_and_coloured(book: Codebook) -> None:
    after = keep_group(book, replace(GROUPS[2], name="Quiet", letters="QU", colour="teal"), 0)
    assert names(after) == ["Quiet", "Able", "Bold"]
    assert changes_between(book, after) == (
        "The group “Calm” (CA) is “Quiet” (QU).",
        "The group “Quiet” is teal.",
        "The groups stand in another order.",
    )


def test_a_group_is_retired_with_its_themes_and_comes_back_alone(book: Codebook) -> None:
    gone = retire_group(book, "a")
    assert [theme.retired for theme in gone.themes] == [True, True, False]
    assert "The group “Able” is retired." in changes_between(book, gone)
    back = bring_group_back(gone, "a")
    assert not back.group("a").retired
    assert back.theme("one").retired
    last = retire_group(gone, "b")
    with pytest.raises(CodebookError, match="only group in use"):
        retire_group(last, "c")


@pytest.mark.parametrize(
    "wrong", [ThemeGroup("", "Able", "XX"), ThemeGroup("", "New", "AB"), ThemeGroup("", "New", "X")]
)
def test_a_name_or_letters_that_are_taken_are_refused(book: Codebook, wrong: ThemeGroup) -> None:
    with pytest.raises(CodebookError):
        keep_group(book, wrong, 0)


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(CodebookError, match="for its colour"):
        ThemeGroup("a", "Able", "AB", "mauve")


def test_text_sheets_and_other_programs_keep_colour_and_retirement(book: Codebook) -> None:
    changed = retire_group(keep_group(book, replace(GROUPS[1], colour="violet"), 0), "a")
    assert read_codebook(write_codebook(changed)) == changed
    sheets = {one.name: [one.headings, *one.rows] for one in to_sheets(changed)}
    assert from_sheets(sheets) == changed
    bare = replace(book, groups=GROUPS[2:], themes=())
    loaded = codebook_of(codes_of(changed), bare)
    kept = {group.name: group for group in loaded.groups}
    assert kept["Bold"].colour == "violet"
    assert kept["Able"].retired
