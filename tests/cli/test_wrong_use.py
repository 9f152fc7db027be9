"""Wrong use ends with 2 before anything is done; a slip is met with what was meant."""

from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("filled")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "risk", "--limit", "-1"), "whole number of 0 or more"),
        (("search", "risk", "--limit", "many"), "whole number of 0 or more"),
        (("search", "risk", "--sort", "oldest"), "there is no '"),
        (("import", "x.txt", "--jobs", "0"), "whole number from 1 to 64"),
        (("crosstab", "--xlsx", "table.docx"), "ends in .xlsx"),
        (("crosstab", "--csv", "table"), "ends in .csv"),
        (("crosstab", "--count", "people"), "there is no '"),
        (("summary", "--theme", "it_systems", "--out", "summary.pdf"), "ends in .docx"),
        (("summary", "--theme", "it_systems", "--out", "s.docx", "--quotes", "some"), "key, all"),
        (("summary", "--out", "s.docx"), "--theme"),
        (("decide", "1"), "--accept"),
        (("decide", "1", "--accept", "--reject"), "not allowed with"),
        (("remove", "1"), "--reason"),
        (("screen", "1"), "--out"),
    ],
)
def test_wrong_use_ends_with_two_and_changes_nothing(
    caller: Any, words: tuple[str, ...], said: str
) -> None:
    before = caller.json("info", caller.casebook)
    verb, *rest = words
    told = caller.run(verb, caller.casebook, *rest, expect=2).err
    assert said in told
    assert "invalid" not in told
    assert "error" not in told
    assert caller.json("info", caller.casebook) == before


def test_suggest_takes_files_or_lines_but_not_both(caller: Any) -> None:
    assert "not both" in caller.run("suggest", expect=2).err
    assert "not both" in caller.run("suggest", "review.txt", "--stdin", expect=2).err


def test_bench_measures_at_least_one_passage(caller: Any) -> None:
    assert "1 or more" in caller.run("bench", "--passages", "0", expect=2).err


def test_several_themes_stand_after_one_flag_or_several(caller: Any) -> None:
    out = caller.folder / "summary.docx"
    said = ("--theme", "professional_curiosity", "staffing_capacity", "--theme", "it_systems")
    assert caller.json("summary", caller.casebook, *said, "--out", out)["quotes_checked"] > 0
    assert out.is_file()


def test_a_theme_may_be_given_by_its_name(caller: Any) -> None:
    caller.run("tag", caller.casebook, 1, 0, 20, "Professional Curiosity", "--coder", "JB")
    (tag,) = caller.json("tags", caller.casebook)
    assert tag["theme"] == "professional_curiosity"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("professional_curiousity", "professional_curiosity"),
        ("Professional-Curiosity", "professional_curiosity"),
        ("staffing", "staffing_capacity"),
        ("Recording and record-keeping", "record_keeping"),
        ("zzz", "cross-tab"),
    ],
)
def test_an_unknown_theme_is_met_with_the_nearest_ones(caller: Any, said: str, meant: str) -> None:
    out = caller.folder / "summary.docx"
    done = caller.run("summary", caller.casebook, "--theme", said, "--out", out, expect=1)
    assert f"no theme “{said}”" in done.err
    assert meant in done.err
    assert not out.exists()


def test_a_row_or_column_that_is_not_in_the_table_is_not_a_zero(caller: Any) -> None:
    cell = ("evidence", caller.casebook, "--rows", "themes", "--columns", "kind", "--row")
    done = caller.run(*cell, "professional_curiosity", "--column", "SAR", expect=1)
    assert "no column “SAR”" in done.err
    assert "Use its id: sar." in done.err
    assert caller.json(*cell, "professional_curiosity", "--column", "sar")


def test_a_table_by_something_unknown_lists_what_there_is(caller: Any) -> None:
    done = caller.run("crosstab", caller.casebook, "--columns", "colour", expect=1)
    assert "cannot be made by “colour”" in done.err
    assert "kind" in done.err
