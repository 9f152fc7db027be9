"""Each file has one outcome; what is in stays in; what is in twice is there once."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.codebook import Effect
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CasebookError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.store.casebook import StoredCasebook
from caseview.tagging.editing.draft import Draft
from caseview.tagging.editing.rules import add_rule
from caseview.tagging.editing.themes import retire
from caseview.tagging.suggest import Tagger
from caseview.usecases.edit_codebook import apply_codebook
from caseview.usecases.import_documents import gather_files, import_documents, stopped
from caseview.usecases.list_casebook import list_documents, list_reviews
from caseview.usecases.ports import FileReader
from caseview.usecases.undo import undo
from caseview.usecases.work import Casebook


def run(casebook: Casebook, reader: FileReader, paths: Sequence[Path]) -> list[ImportOutcome]:
    batch = gather_files(paths)
    return list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))


def test_a_report_comes_in_as_what_it_is(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    (outcome,) = run(casebook, reader, [report])
    assert outcome.outcome is OutcomeKind.IMPORTED
    assert (outcome.kind, outcome.form) == (Kind.PFD, Form.FULL_REPORT)
    (document,) = list_documents(casebook)
    assert document.id == outcome.document_id
    with casebook.reading() as work:
        themes = {kept.suggestion.theme for kept in work.decisions.suggestions()}
        assert {"professional_curiosity", "staffing_capacity"} <= themes
        assert work.documents.original(document.id) == report.read_bytes()


def test_a_second_import_skips_what_is_here_without_reading_it(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    run(casebook, reader, [report])
    reader.asked.clear()
    (outcome,) = run(casebook, reader, [report])
    assert outcome.outcome is OutcomeKind.ALREADY_HERE
    assert "Same file as “alder-report.txt”" in outcome.reason
    assert reader.asked == []
    assert len(list_documents(casebook)) == 1


def test_the_same_words_in_another_file_are_not_added_again(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    copy = report.with_name("copy.txt")
    copy.write_bytes(b"\xef\xbb\xbf" + report.read_bytes())
    outcomes = run(casebook, reader, [report, copy])
    assert [item.outcome for item in outcomes] == [OutcomeKind.IMPORTED, OutcomeKind.ALREADY_HERE]
    assert outcomes[1].reason == "Same words as “alder-report.txt”. Not added again."
    assert outcomes[1].document_id == outcomes[0].document_id


def test_a_bad_file_is_refused_in_words_and_the_rest_goes_on(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    empty = report.with_name("a-empty.pdf")
    empty.write_bytes(b"")
    outcomes = {Path(item.path).name: item for item in run(casebook, reader, [empty, report])}
    refused = outcomes["a-empty.pdf"]
    assert refused.outcome is OutcomeKind.REFUSED
    assert refused.reason
    assert refused.advice
    assert outcomes["alder-report.txt"].outcome is OutcomeKind.IMPORTED
    with casebook.reading() as work:
        assert len(work.imports.all()) == 2


def test_a_stopped_import_carries_on_where_it_stopped(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    files = [report]
    for number in range(4):
        path = report.with_name(f"more-{number}.txt")
        path.write_text(f"Safeguarding Adults Review\n\nAdult {number}", encoding="utf-8")
        files.append(path)
    seen: list[ImportOutcome] = []
    batch = gather_files(files)
    for outcome in import_documents(casebook, reader, batch, jobs=1, stop=lambda: len(seen) >= 2):
        seen.append(outcome)  # noqa: PERF402 (stop looks at it while it grows)
    assert len(seen) == len(list_documents(casebook)) == 2
    outcomes = run(casebook, reader, files)
    kinds = [item.outcome for item in outcomes]
    assert kinds.count(OutcomeKind.ALREADY_HERE) == 2
    assert kinds.count(OutcomeKind.IMPORTED) == 3
    assert len(list_documents(casebook)) == 5


def test_a_file_that_changes_while_it_is_read_is_refused(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    class Meddling:
        def read(self, paths: Any, *, jobs: int, stop: Any) -> Any:
            for read in reader.read(paths, jobs=jobs, stop=stop):
                report.write_text("other words", encoding="utf-8")
                yield read

    (outcome,) = run(casebook, Meddling(), [report])
    assert outcome.outcome is OutcomeKind.REFUSED
    assert "changed while it was read" in outcome.reason
    assert list_documents(casebook) == ()


@pytest.mark.parametrize("undone", [False, True])
def test_what_is_kept_after_the_codebook_changed_is_suggested_on_by_the_new_one(
    casebook: StoredCasebook, reader: Any, report: Path, *, undone: bool
) -> None:
    second = report.with_name("second.txt")
    second.write_text(report.read_text("utf-8").replace("Martin Alder", "Jo Birch"), "utf-8")

    class Meanwhile:
        """Applies a change of the codebook while the first file is being read."""

        def read(self, paths: Any, *, jobs: int, stop: Any) -> Any:
            for at, read in enumerate(reader.read(paths, jobs=jobs, stop=stop)):
                if not at:
                    apply_codebook(casebook, draft, {}, coder="JB")
                    if undone:
                        undo(casebook, coder="JB")
                yield read

    with casebook.reading() as work:
        book = work.codebook
    changed = add_rule(
        retire(book, "professional_curiosity"), "staffing_capacity", Effect.GAP, "no one"
    )
    draft = Draft.of(book).with_codebook(changed)
    run(casebook, Meanwhile(), [report, second])
    with casebook.reading() as work:
        held = work.decisions.suggestions()
        documents = work.documents.all()
        themes = {kept.suggestion.theme for kept in held}
        assert ("professional_curiosity" in themes) is undone
        for document in documents:
            inside = [kept.passage for kept in work.documents.passages(document.id)]
            put = Tagger(work.codebook).suggest(inside, kind=document.kind, form=document.form)
            mine = [one.suggestion for one in held if one.document_id == document.id]
            assert mine == sorted(put, key=mine.index)
    assert len(documents) == 2


def test_a_full_disk_is_said_for_the_file_and_the_rest_is_tried(
    casebook: StoredCasebook, reader: Any, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = report.with_name("second.txt")
    second.write_text("Safeguarding Adults Review\n\nAdult X", encoding="utf-8")
    writing, tries = type(casebook).writing, list[StoredCasebook]()

    def full_once(book: StoredCasebook) -> Any:
        tries.append(book)
        if len(tries) <= 2:  # the document, then the record of its outcome
            raise CasebookError("The disk is full, so the last change could not be written.")
        return writing(book)

    monkeypatch.setattr(type(casebook), "writing", full_once)
    outcomes = run(casebook, reader, [report, second])
    assert [item.outcome for item in outcomes] == [OutcomeKind.REFUSED, OutcomeKind.IMPORTED]
    assert outcomes[0].reason.startswith("The disk is full")


def test_a_response_joins_the_report_it_answers(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    response = report.with_name("alder-response.txt")
    response.write_text(
        "Judith Vale\nSenior Coroner for Northmoor\n\n5 May 2023\n\nDear Ms Vale,\n\n"
        "RESPONSE TO REGULATION 28 REPORT TO PREVENT FUTURE DEATHS\n\n"
        "Thank you for your report dated 10 March 2023 following the inquest into the death of "
        "Martin Alder.\n\nMatter of concern 1\n\n"
        "You were concerned that officers accepted what they were told at face value.\n\n"
        "We have introduced new training.\n\nYours sincerely,\n\nChief Constable",
        encoding="utf-8",
    )
    outcomes = run(casebook, reader, [report, response])
    assert outcomes[1].kind is Kind.PFD_RESPONSE
    assert outcomes[0].review_id == outcomes[1].review_id
    (review,) = list_reviews(casebook, None)
    assert review.kind is Kind.PFD
    assert len(review.documents) == 2


@pytest.mark.skipif(os.name == "nt", reason="file names are text on this system")
def test_a_file_name_that_is_not_text_comes_in_and_stops_nothing(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    odd = report.with_name("caf\udce9.txt")
    odd.write_text("Nobody asked who lived there.", encoding="utf-8")
    empty = report.with_name("a\udcff.txt")
    empty.write_bytes(b"")
    outcomes = run(casebook, reader, [odd, empty, report])
    assert {item.outcome for item in outcomes} == {OutcomeKind.IMPORTED, OutcomeKind.REFUSED}
    assert {item.name for item in list_documents(casebook)} == {"caf\ufffd.txt", report.name}
    (again, _, _) = run(casebook, reader, [odd, empty, report])
    assert again.outcome is OutcomeKind.ALREADY_HERE
    assert Path(again.path).name == "caf\ufffd.txt"


def test_a_file_without_words_is_not_called_a_scan(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    blank = report.with_name("blank.txt")
    blank.write_text("\n \n", encoding="utf-8")
    (outcome,) = run(casebook, reader, [blank])
    assert outcome.outcome is OutcomeKind.NO_TEXT
    assert outcome.reason.startswith("This document holds no words")


def test_a_stopped_import_says_how_many_files_are_safe() -> None:
    assert stopped(0).startswith("Stopped before any file was in.")
    assert stopped(1).startswith("Stopped. 1 file is in and safe.")
    assert stopped(1).endswith("to carry on: that one will be skipped.")
    assert stopped(2755).startswith("Stopped. 2,755 files are in and safe.")
