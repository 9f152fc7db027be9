"""The flow of a real casebook: files, a copy, a bad file, one removed, one screened out."""

from pathlib import Path
from typing import Any

from caseview.domain.flow import Stage
from caseview.store.casebook import StoredCasebook
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews
from caseview.usecases.remove_document import remove_document
from caseview.usecases.screen_review import screen_review
from caseview.usecases.tell_flow import flow_list, tell_flow


def fill(book: StoredCasebook, reader: Any, report: Path) -> None:
    words = report.read_text(encoding="utf-8")
    folder = report.parent / "found"
    folder.mkdir()
    report = report.rename(folder / report.name)
    for name in ("Beech", "Cedar"):
        other = report.with_name(f"{name}.txt")
        other.write_text(words.replace("Martin Alder", f"Ann {name}"), encoding="utf-8")
    report.with_name("copy.txt").write_bytes(b"\xef\xbb\xbf" + report.read_bytes())
    report.with_name("nothing.pdf").write_bytes(b"")
    for _ in range(2):  # the same folder twice: the second time nothing is new
        batch = gather_files([folder])
        list(import_documents(book, reader, batch, jobs=1, stop=lambda: False))


def test_files_documents_and_reviews_are_told_with_their_reasons(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    fill(casebook, reader, report)
    first, second, _ = list_reviews(casebook, None)
    screen_review(casebook, first.id, "Outside the area", coder="JB")
    flow = tell_flow(casebook)
    counts = {step.stage: step.count for step in flow.steps}
    assert counts == {
        Stage.FOUND: 5, Stage.DUPLICATE: 1, Stage.REFUSED: 1, Stage.DOCUMENTS: 3,
        Stage.REVIEWS: 3, Stage.WAITING: 2, Stage.SCREENED: 1, Stage.OUT: 1, Stage.INCLUDED: 0,
    }  # fmt: skip
    assert flow.of(Stage.OUT).reasons[0].listed[0].review_id == first.id
    remove_document(casebook, second.documents[0].id, reason="Sent by mistake", coder="JB")
    after = tell_flow(casebook)
    assert (after.count(Stage.REMOVED), after.count(Stage.DOCUMENTS)) == (1, 2)
    assert after.count(Stage.FOUND) == 5


def test_the_list_has_a_line_for_each_number(
    casebook: StoredCasebook, reader: Any, report: Path
) -> None:
    fill(casebook, reader, report)
    listing = flow_list(casebook)
    assert ("Files found", 5, "files") in listing.rows
    assert ("Could not be read", 1, "files") in listing.rows
    assert {len(row) for row in listing.rows} == {len(listing.heads)}
