"""What verbs say to people: whole sentences, right numbers, nothing cut."""

import json
from typing import Any

import pytest

from caseview.cli.output import WIDEST_HEADING

pytestmark = pytest.mark.usefixtures("filled")


def test_why_a_file_did_not_come_in_is_said_in_full(caller: Any) -> None:
    (caller.folder / "empty.pdf").write_bytes(b"")
    done = caller.run("import", caller.casebook, caller.folder / "empty.pdf", expect=1)
    (line,) = [line for line in done.out.splitlines() if line.startswith("empty.pdf: ")]
    assert line.endswith(".")
    assert "…" not in line
    assert "1 not imported" in done.out


def test_one_is_not_called_several(caller: Any) -> None:
    done = caller.run("search", caller.casebook, "Helen curiosity")
    assert done.out.startswith("1 passage in 1 document, 1 review\n")
    done = caller.run("search", caller.casebook, "curiosity")
    assert done.out.startswith("3 passages in 3 documents, 3 reviews\n")
    behind = ("evidence", caller.casebook, "--row", "professional_curiosity", "--column")
    assert caller.run(*behind, "dhr").out.startswith("1 review, 1 tag or suggestion\n")
    assert caller.run(*behind, "sar").out.startswith("2 reviews, 2 tags and suggestions\n")


def test_a_large_count_has_its_comma_and_every_small_base_its_sign(caller: Any) -> None:
    shown = caller.run("crosstab", caller.casebook, "--rows", "groups").out.splitlines()
    assert shown[0] == "Theme groups by review type (provisional)"
    bases = next(line for line in shown if "reviews" in line)
    assert bases.split("  ")[-1].strip() == "3 reviews †"


def test_a_table_with_nothing_to_count_says_so_and_lists_no_themes(caller: Any) -> None:
    shown = caller.run("crosstab", caller.casebook, "--counts", "tags").out
    assert "No finished reviews match. 3 reviews are still to tag." in shown
    assert "Not found in any" not in shown


def test_a_table_of_the_reviews_themselves_is_not_provisional(caller: Any) -> None:
    shown = caller.run("crosstab", caller.casebook, "--rows", "kind", "--columns", "year").out
    assert shown.startswith("Review type by year\n")
    assert "Counts the 3 reviews with text, whatever is tagged in them." in shown


def test_long_headings_stand_in_lines(caller: Any) -> None:
    table = caller.run("crosstab", caller.casebook, "--rows", "kind", "--columns", "themes").out
    _, *heads = table.split("\n---")[0].splitlines()
    assert len(heads) > 1
    parts = (part.strip() for line in heads for part in line.split("  "))
    assert max(map(len, parts)) <= WIDEST_HEADING


def test_finishing_names_the_documents_and_the_suggestions_left(caller: Any) -> None:
    done = caller.run("finish", caller.casebook, 1, 2, "--coder", "JB")
    assert "documents 1, 2" in done.out
    assert "undecided. They stay undecided and are not counted." in done.err
    again = caller.run("finish", caller.casebook, 1, "--coder", "JB")
    assert again.out.startswith("Nothing to change")
    assert not again.err


def test_the_area_stands_in_the_list_of_reviews(caller: Any) -> None:
    assert "Area" in caller.run("reviews", caller.casebook).out.splitlines()[0]


def test_lines_that_are_no_text_are_named_and_the_rest_is_answered(caller: Any) -> None:
    text = "There was a lack of professional curiosity."
    given = [json.dumps({"id": "a", "text": text}), "[1]", "words", '{"id": 2}', '{"text": "x"}']
    given += ['{"id": 3, "text": 5}', '{"id": 4, "text": "x", "role": "nowhere"}', "", '"x"']
    lines = caller.lines("suggest", "--stdin", stdin="\ufeff" + "\n".join(given), expect=1)
    assert lines[0]["id"] == "a"
    assert lines[0]["suggestions"]
    assert [line["line"] for line in lines[1:]] == [2, 3, 4, 5, 6, 7, 9]
    assert all(line["advice"] for line in lines[1:])


def test_a_summary_without_key_quotes_says_that_nothing_is_quoted(caller: Any) -> None:
    said = ("--theme", "professional_curiosity", "--quotes", "key")
    done = caller.run("summary", caller.casebook, *said, "--out", caller.folder / "s.docx")
    assert "Nothing is quoted." in done.out
    assert "No key quote" in done.err
    done = caller.run("summary", caller.casebook, *said[:2], "--out", caller.folder / "s.docx")
    assert "quotes were compared with the source and match." in done.out


def test_a_passphrase_for_a_casebook_that_has_none_is_not_passed_over(caller: Any) -> None:
    words = caller.folder / "words"
    words.write_text("three plain words\n", encoding="utf-8")
    done = caller.run("info", caller.casebook, "--json", "--passphrase-file", words)
    assert "not protected by a passphrase" in done.err
    assert not json.loads(done.out)["encrypted"]


def test_a_demo_that_cannot_make_its_folder_says_so(caller: Any) -> None:
    taken = caller.folder / "taken"
    taken.write_text("a file", encoding="utf-8")
    done = caller.run("demo", "--no-window", "--out", taken, expect=1)
    assert "cannot be made" in done.err


def test_what_the_system_refuses_is_said_in_words(
    caller: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/secret/x.casebook")

    monkeypatch.setattr("caseview.cli.casebook_verbs.house", refuse)
    done = caller.run("new", "/secret/x.casebook", expect=1)
    assert "“/secret/x.casebook” cannot be used: permission denied." in done.err
    assert "fault in CaseView" not in done.err
