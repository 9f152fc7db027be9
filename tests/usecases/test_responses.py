"""The tracker over a report and its response: who owes one, what came, what a person decides."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from caseview.counting.due import Came
from caseview.domain.errors import CasebookError
from caseview.domain.listing import Listing
from caseview.domain.register import Placed, Reply
from caseview.domain.span import Span
from caseview.store.casebook import StoredCasebook
from caseview.usecases.answer_concern import Answer, answer_concern, forget_answer
from caseview.usecases.export_register import To, export_responses
from caseview.usecases.import_documents import gather_files, import_documents
from caseview.usecases.list_casebook import list_reviews
from caseview.usecases.ports import ListingWriter
from caseview.usecases.track_responses import track_responses
from caseview.usecases.undo import undo
from tests.usecases.conftest import InProcess

LETTER = """Northmoor Constabulary
Castle Road, Northmoor
2 May 2023

Judith Vale
Senior Coroner, Northmoor

Dear Madam

Response to Regulation 28 report: Martin Alder (deceased)

Thank you for your report dated 10 March 2023 made under regulation 28 following the inquest
into the death of Martin Alder.

Concern 1

You were concerned that officers accepted what they were told at face value.

I accept this concern. We have introduced joint visits and every officer has been trained.

Concern 2

You were concerned that the unit had nine vacancies.

The force does not propose any further recruitment this year.

Yours sincerely

Eleanor Brandreth
Chief Constable
"""
ON = "2023-06-01"


@pytest.fixture
def filled(
    casebook: StoredCasebook, reader: InProcess, report: Path, tmp_path: Path
) -> StoredCasebook:
    """Return a casebook with a coroner's report and the response to it."""
    letter = tmp_path / "alder-response.txt"
    letter.write_text(LETTER, encoding="utf-8")
    batch = gather_files([report, letter])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    return casebook


def test_a_response_is_tracked_to_whom_it_was_asked_of_and_in_time(filled: StoredCasebook) -> None:
    (report,) = track_responses(filled, ON).reports
    (owed,) = report.expected
    assert (report.sent, report.due) == ("2023-03-10", "2023-05-05")
    assert (owed.came, owed.received, owed.days) == (Came.RECEIVED, "2023-05-02", -3)
    assert report.others == ()
    early = track_responses(filled, "2023-04-01").reports[0].expected[0]
    assert (early.came, early.response_id) == (Came.DUE, None)


def test_what_it_says_to_each_concern_is_offered_in_its_own_words(filled: StoredCasebook) -> None:
    (report,) = track_responses(filled, ON).reports
    said = [concern.answers[0] for concern in report.concerns]
    assert [one.reply for one in said] == [Reply.ACTION, Reply.REJECTED]
    assert all(one.decided is None for one in said)
    for one in said:
        with filled.reading() as work:
            text = work.documents.text(one.response_id).text
        assert text[one.offered.start : one.offered.end] == one.words


def test_a_person_decides_and_can_take_it_back(
    filled: StoredCasebook, clock: Callable[[], str]
) -> None:
    before = track_responses(filled, ON)
    concern = before.reports[0].concerns[0]
    offer = concern.answers[0].offered
    assert offer.start is not None
    span = Span(offer.start, offer.start + len("I accept this concern."))
    place, response = concern.kept.place, offer.response_id
    answer = Answer(place, response, Reply.ACCEPTED, span)
    assert answer_concern(filled, answer, coder="JB", now=clock).register
    found = track_responses(filled, ON).reports[0].concerns[0].answers[0]
    assert (found.reply, found.words) == (Reply.ACCEPTED, "I accept this concern.")
    assert found.decided is not None
    assert found.decided.coder == "JB"
    assert not answer_concern(filled, answer, coder="JB", now=clock).register
    forget_answer(filled, place, response, coder="JB")
    assert track_responses(filled, ON) == before
    undo(filled, coder="JB")
    undo(filled, coder="JB")
    assert track_responses(filled, ON) == before
    assert not forget_answer(filled, place, response, coder="JB").register


def test_an_answer_needs_its_words_and_silence_has_none(
    filled: StoredCasebook, clock: Callable[[], str]
) -> None:
    concern = track_responses(filled, ON).reports[0].concerns[0]
    place, response = concern.kept.place, concern.answers[0].response_id
    answer_concern(filled, Answer(place, response, Reply.SILENT), coder="JB", now=clock)
    wrong = (
        (Answer(place, response, Reply.ACTION), "needs the words"),
        (Answer(place, response, Reply.SILENT, Span(0, 4)), "needs the words"),
        (Answer(place, response, Reply.ACTION, Span(0, 99_999)), "not in the response"),
        (Answer(place, place.document_id, Reply.SILENT), "no response to this concern"),
        (Answer(Placed(99, 0), response, Reply.SILENT), "not in the casebook any more"),
    )
    for answer, words in wrong:
        with pytest.raises(CasebookError, match=words):
            answer_concern(filled, answer, coder="JB", now=clock)


class Kept(ListingWriter):
    """Keeps the list it was given in place of a file."""

    listing: Listing

    @override
    def write(self, listing: Listing, path: Path) -> None:
        self.listing = listing


def test_the_list_has_a_row_for_each_body_asked_and_concern_answered(
    filled: StoredCasebook, clock: Callable[[], str]
) -> None:
    writer = Kept()
    rows = export_responses(filled, ON, To(writer, Path("x.xlsx")), clock)
    found = [dict(zip(writer.listing.heads, row, strict=True)) for row in writer.listing.rows]
    assert rows == len(found) == 2
    assert [one["Says"] for one in found] == ["Action ?", "Rejected ?"]
    assert {one["Stands"] for one in found} == {"Received"}
    export_responses(filled, "2023-05-01", To(writer, Path("x.csv")), clock)
    (row,) = writer.listing.rows
    owed = dict(zip(writer.listing.heads, row, strict=True))
    assert (owed["Stands"], owed["Says"]) == ("Due", None)
    assert export_responses(filled, "2023-05-06", To(writer, Path("x.docx")), clock) == 1
    assert writer.listing.rows[0][-1] == "Received on 2 May 2023"


def test_of_reports_of_one_day_and_place_the_one_about_the_person_is_answered(
    casebook: StoredCasebook, reader: InProcess, report: Path, tmp_path: Path
) -> None:
    other = tmp_path / "birch-report.txt"
    words = report.read_text(encoding="utf-8").replace("Martin Alder", "Helen Birch")
    other.write_text(words, encoding="utf-8")
    letter = tmp_path / "alder-response.txt"
    letter.write_text(LETTER, encoding="utf-8")
    batch = gather_files([report, other, letter])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    stands = {
        one.review: [expected.came for expected in one.expected]
        for one in track_responses(casebook, ON).reports
    }
    assert stands == {"Martin Alder": [Came.RECEIVED], "Helen Birch": [Came.OVERDUE]}


def test_responses_to_one_report_stand_together_until_it_comes(
    casebook: StoredCasebook, reader: InProcess, report: Path, tmp_path: Path
) -> None:
    other = LETTER.replace("Northmoor Constabulary", "Northmoor Council").replace(
        "The force does not propose any further recruitment this year.",
        "Whom the police take on is a matter for the Chief Constable, not for this council.",
    )
    elsewhere = LETTER.replace("10 March 2023", "4 July 2023").replace("joint visits", "a rota")
    for name, words in (("one", LETTER), ("two", other), ("three", elsewhere)):
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
        batch = gather_files([tmp_path / f"{name}.txt"])
        list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    batch = gather_files([report])
    list(import_documents(casebook, reader, batch, jobs=1, stop=lambda: False))
    held = sorted(len(review.documents) for review in list_reviews(casebook, None))
    assert held == [1, 3]
