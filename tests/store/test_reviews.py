"""A review's title, kind, details and attributes follow from its documents."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.description import KindGuess, ReadDocument
from caseview.domain.document import Form, Kind
from caseview.domain.errors import CasebookError
from caseview.domain.journal import Finished, SetDetails, SetFinished, SetReview, SetScreening
from caseview.domain.review import Status
from caseview.store.casebook import StoredCasebook

Document = Callable[..., tuple[ReadDocument, bytes]]


def described(
    made: tuple[ReadDocument, bytes], guess: KindGuess, *details: Detail
) -> tuple[ReadDocument, bytes]:
    """Return the document with another kind and other details."""
    description = replace(made[0].description, guess=guess, details=details)
    return replace(made[0], description=description), made[1]


def keep(casebook: StoredCasebook, made: tuple[ReadDocument, bytes], review: Any = None) -> Any:
    with casebook.writing() as work:
        return work.documents.add(*made, review)


REPORT = KindGuess(Kind.PFD, Form.FULL_REPORT)
RESPONSE = KindGuess(Kind.PFD_RESPONSE, Form.RESPONSE)


def test_a_review_is_called_after_whom_it_is_about_and_whose_it_is(
    casebook: StoredCasebook, document: Document
) -> None:
    keep(casebook, document())
    with casebook.reading() as work:
        assert work.reviews.get(1).title == "Adult Q, Northmoor Safeguarding Adults Board"


def test_a_review_without_a_subject_is_called_by_its_title_or_its_file(
    casebook: StoredCasebook, document: Document
) -> None:
    guess = KindGuess(Kind.OTHER, Form.FULL_REPORT)
    keep(casebook, described(document("a.pdf"), guess, Detail(DetailName.TITLE, "Lost and found")))
    keep(casebook, described(document("Northmoor 2020.pdf"), guess))
    with casebook.reading() as work:
        assert [review.title for review in work.reviews.all()] == [
            "Lost and found",
            "Northmoor 2020",
        ]


@pytest.mark.parametrize(
    ("guess", "told", "called"),
    [
        (
            REPORT,
            {"ref": "2024-0101", "published": "2024-02-26", "area": "Essex"},
            "Report 2024-0101, Essex",
        ),
        (REPORT, {"published": "2024-02-26", "area": "Essex"}, "Report of 26 February 2024, Essex"),
        (REPORT, {"published": "2024-02"}, "Report of 2024-02"),
        (REPORT, {"area": "Essex"}, "Regulation 28 report"),
        (RESPONSE, {"responds_to_ref": "2024-0101"}, "Response to report 2024-0101"),
        (RESPONSE, {}, "Regulation 28 report"),
    ],
)
def test_a_coroners_report_that_names_nobody_is_called_by_its_reference_or_its_day(
    casebook: StoredCasebook,
    document: Document,
    guess: KindGuess,
    told: dict[str, str],
    called: str,
) -> None:
    details = [Detail(DetailName(name), said) for name, said in told.items()]
    title = Detail(DetailName.TITLE, "Regulation 28 report")
    kept = keep(casebook, described(document("a.pdf"), guess, title, *details))
    with casebook.reading() as work:
        assert work.reviews.get(kept.review_id).title == called


def test_a_report_speaks_for_its_review_whichever_came_first(
    casebook: StoredCasebook, document: Document
) -> None:
    subject = Detail(DetailName.SUBJECT, "Jo Marsh")
    answer = keep(
        casebook,
        described(
            document("answer.pdf"), RESPONSE,
            Detail(DetailName.RESPONDS_TO_SUBJECT, "Jo Marsh"),
            Detail(DetailName.PUBLISHED, "2022-02-01"),
            Detail(DetailName.AUTHOR, "A trust"),
        ),
    )  # fmt: skip
    with casebook.reading() as work:
        alone = work.reviews.get(answer.review_id)
        assert (alone.kind, alone.title) == (Kind.PFD_RESPONSE, "Jo Marsh (response)")
    published = Detail(DetailName.PUBLISHED, "2021-11-30")
    keep(casebook, described(document("report.pdf"), REPORT, subject, published), answer.review_id)
    with casebook.reading() as work:
        review = work.reviews.get(answer.review_id)
        assert (review.kind, review.title, review.year) == (Kind.PFD, "Jo Marsh", "2021")
        assert review.attribute(DetailName.AUTHOR) == ("A trust",)
        assert work.reviews.attributes("form") == {review.id: ("full_report", "response")}
        assert work.reviews.attributes("subject") == {review.id: ("jo marsh",)}


def test_a_joint_review_is_filed_under_both_its_kinds(
    casebook: StoredCasebook, document: Document
) -> None:
    keep(casebook, described(document(), KindGuess(Kind.SAR, Form.FULL_REPORT, 1.0, Kind.DHR)))
    with casebook.reading() as work:
        assert work.reviews.attributes("kind") == {1: ("sar", "dhr")}
        assert work.reviews.having("kind", "dhr") == work.reviews.all()
        assert work.reviews.get(1).kind_also is Kind.DHR


def test_each_value_of_a_detail_is_an_attribute_and_a_missing_one_is_not_there(
    casebook: StoredCasebook, document: Document
) -> None:
    keep(casebook, document())
    with casebook.reading() as work:
        assert work.reviews.attributes("agency") == {1: ("Police", "Housing")}
        assert work.reviews.attributes("year") == {1: ("2021",)}
        assert work.reviews.attributes("force") == {}
        assert set(work.reviews.attribute_names()) > {
            "kind",
            "form",
            "board",
            "status",
            "ref",
            "published",
        }


def test_the_status_follows_each_decision(casebook: StoredCasebook, document: Document) -> None:
    kept = keep(casebook, document())
    done = Finished("SO", "2026-03-01T09:00:00+00:00")

    def status() -> Status:
        with casebook.reading() as work:
            assert work.reviews.attributes("status") == {1: (work.reviews.get(1).status.value,)}
            return work.reviews.get(1).status

    assert status() is Status.TO_TAG
    with casebook.writing() as work:
        work.journal.perform("Finish", [SetFinished(kept.id, None, done)], "SO")
    assert status() is Status.FINISHED
    assert casebook.info().finished == 1
    with casebook.writing() as work:
        work.journal.perform("Screen out", [SetScreening(1, None, "Outside the area")], "SO")
    assert status() is Status.SCREENED_OUT
    for _ in range(2):
        with casebook.writing() as work:
            work.journal.undo("SO")
    assert status() is Status.TO_TAG


def test_a_corrected_detail_renames_and_refiles_the_review(
    casebook: StoredCasebook, document: Document
) -> None:
    kept = keep(casebook, document())
    with casebook.writing() as work:
        before = tuple(d for d in work.documents.details(kept.id) if d.name is DetailName.BOARD)
        after = (Detail(DetailName.BOARD, "Southmoor Board", confirmed=True),)
        change = SetDetails(kept.id, DetailName.BOARD, before, after)
        work.journal.perform("Correct board", [change], "SO")
    with casebook.reading() as work:
        assert work.reviews.get(1).title == "Adult Q, Southmoor Board"
        assert work.reviews.having("board", "Southmoor Board")
        assert not work.reviews.having("board", "Northmoor Safeguarding Adults Board")


def test_a_document_moved_to_another_review_takes_its_details_along(
    casebook: StoredCasebook, document: Document
) -> None:
    keep(casebook, document("one.pdf"))
    two = keep(casebook, document("two.pdf"))
    with casebook.writing() as work:
        work.journal.perform("Group", [SetReview(two.id, 2, 1)], "SO")
        assert [review.id for review in work.reviews.all()] == [1]
        assert len(work.reviews.get(1).documents) == 2
        work.journal.undo("SO")
        assert [review.id for review in work.reviews.all()] == [1, 2]


def test_a_document_can_be_moved_to_a_review_of_its_own(
    casebook: StoredCasebook, document: Document
) -> None:
    one = keep(casebook, document("one.pdf"))
    two = keep(casebook, document("two.pdf"), one.review_id)
    with casebook.writing() as work:
        number = work.decisions.new_id("review")
        work.journal.perform("Part", [SetReview(two.id, one.review_id, number)], "SO")
        assert work.reviews.get(number).documents[0].id == two.id
        work.journal.undo("SO")
        with pytest.raises(CasebookError, match=f"no review {number}"):
            work.reviews.get(number)


def test_some_reviews_are_read_as_they_are_among_all_and_one_that_is_gone_is_left_out(
    casebook: StoredCasebook, document: Document
) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        keep(casebook, document(name))
    with casebook.reading() as work:
        whole = work.reviews.all()
        wanted = {whole[0].id, whole[-1].id}
        assert work.reviews.these({*wanted, 999}) == tuple(r for r in whole if r.id in wanted)
        assert work.reviews.these(()) == ()
