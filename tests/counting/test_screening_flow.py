"""The flow of screening adds up, each number has its list, and its words say the same."""

from hypothesis import given
from hypothesis import strategies as st

from caseview.counting.flow_wording import flow_rows, flow_sentences
from caseview.counting.screening_flow import flow_of
from caseview.domain.document import Document, Form, Kind
from caseview.domain.flow import Flow, Stage
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.review import Review, Status

NOON = "2026-03-02T12:00:00+00:00"
REASONS = ("Not a review", "Outside the period")


def document(number: int, review: int, replaced_by: int | None = None) -> Document:
    return Document(
        number, review, f"{number}.pdf", "", Kind.SAR, Form.FULL_REPORT, "", 3, 90, NOON,
        replaced_by=replaced_by,
    )  # fmt: skip


def review(number: int, status: Status, *documents: Document, why: str | None = None) -> Review:
    return Review(number, f"Person {number}", Kind.SAR, status, documents, screened_out=why)


def brought(path: str, number: int) -> ImportOutcome:
    return ImportOutcome(path, OutcomeKind.IMPORTED, document_id=number, review_id=number)


def here(path: str) -> ImportOutcome:
    return ImportOutcome(path, OutcomeKind.ALREADY_HERE, "Same file.", document_id=1)


def refused(path: str) -> ImportOutcome:
    return ImportOutcome(path, OutcomeKind.REFUSED, "Needs a password.")


@st.composite
def casebooks(draw: st.DrawFn) -> tuple[list[ImportOutcome], list[Review], int]:
    """Return outcomes of repeated imports, reviews of every status, and how many are gone."""
    statuses = draw(st.lists(st.sampled_from(Status), max_size=8))
    reviews = [
        review(
            n,
            status,
            document(n, n),
            why=REASONS[n % 2] if status is Status.SCREENED_OUT else None,
        )
        for n, status in enumerate(statuses, 1)
    ]
    outcomes = [
        brought(f"/a/{n}.pdf", n) for n in range(1, len(reviews) + 1) if draw(st.booleans())
    ]
    for kind in draw(st.lists(st.sampled_from([here, refused]), max_size=6)):
        name = draw(st.sampled_from([one.path for one in outcomes] or ["/b/new.pdf"]))
        outcomes.append(kind(draw(st.sampled_from([name, "/b/1.pdf", "/b/2.pdf"]))))
    return outcomes, reviews, draw(st.integers(0, 2))


@given(casebooks())
def test_the_numbers_add_up(known: tuple[list[ImportOutcome], list[Review], int]) -> None:
    flow = flow_of(*known)
    count = flow.count
    came = (
        count(Stage.FOUND)
        - count(Stage.DUPLICATE)
        - count(Stage.REFUSED)
        - count(Stage.REMOVED)
        + count(Stage.BROUGHT)
    )
    assert came == count(Stage.DOCUMENTS)
    assert count(Stage.REVIEWS) == (
        count(Stage.NO_TEXT) + count(Stage.WAITING) + count(Stage.SCREENED)
    )
    assert count(Stage.SCREENED) == count(Stage.OUT) + count(Stage.INCLUDED)
    assert count(Stage.INCLUDED) == count(Stage.FINISHED) + count(Stage.IN_HAND)


@given(casebooks())
def test_every_number_has_as_many_in_its_list(
    known: tuple[list[ImportOutcome], list[Review], int],
) -> None:
    flow, removed = flow_of(*known), known[2]
    for step in flow.steps:
        gone = removed if step.stage in {Stage.FOUND, Stage.REMOVED} else 0
        assert len(step.listed) + gone == step.count
        if step.reasons:
            assert sum(len(reason.listed) for reason in step.reasons) == step.count
    lines = [(words, number) for words, number, _ in flow_rows(flow)]
    assert [(s.words, s.count) for s in flow.steps] == [
        line for line in lines if ": " not in line[0]
    ]


def flow() -> Flow:
    outcomes = [
        brought("/a/1.pdf", 1), brought("/a/2.pdf", 2), brought("/a/3.pdf", 3),
        here("/a/1.pdf"), here("/b/1.pdf"), refused("/a/locked.pdf"), refused("/a/locked.pdf"),
    ]  # fmt: skip
    reviews = [
        review(1, Status.FINISHED, document(1, 1, replaced_by=4), document(4, 1)),
        review(2, Status.SCREENED_OUT, document(2, 2), why="Not a review"),
        review(3, Status.TO_TAG, document(3, 3)),
    ]
    return flow_of(outcomes, reviews, 1)


def test_a_file_imported_again_is_no_duplicate_of_itself() -> None:
    assert flow().count(Stage.FOUND) == 6
    assert [one.title for one in flow().of(Stage.DUPLICATE).listed] == ["1.pdf"]
    assert [one.title for one in flow().of(Stage.REFUSED).listed] == ["locked.pdf"]


def test_a_file_refused_at_first_and_read_later_is_not_told_as_refused() -> None:
    found = flow_of([refused("/a/1.pdf"), brought("/a/1.pdf", 1)], [], 0)
    assert (found.count(Stage.FOUND), found.count(Stage.REFUSED)) == (1, 0)


def test_the_flow_is_told_in_sentences() -> None:
    assert " ".join(flow_sentences(flow())) == (
        "6 files were found: 1 had the same words as another, 1 could not be read and 1 removed "
        "for good later. 1 document came from another casebook or program. That leaves 4 "
        "documents in 3 reviews (1 an older version that was replaced). 2 of the reviews were "
        "screened; 1 not looked at yet. 1 was screened out: Not a review (1); 1 is included."
    )


def test_the_sentences_say_when_every_file_was_read_and_no_two_were_alike() -> None:
    both = [brought("/a/1.pdf", 1), brought("/a/2.pdf", 2)]
    assert flow_sentences(flow_of(both, [], 0))[0] == (
        "2 files were found: no two had the same words and all could be read."
    )
    assert flow_sentences(flow_of(both[:1], [], 0))[0] == "1 file was found."


def test_where_nobody_screened_the_sentences_say_so() -> None:
    waiting = [review(1, Status.TO_TAG, document(1, 1)), review(2, Status.TO_TAG, document(2, 2))]
    both = [brought("/a/1.pdf", 1), brought("/a/2.pdf", 2)]
    assert flow_sentences(flow_of(both, waiting, 0))[2:] == (
        "None of the reviews was screened; 2 not looked at yet.",
    )


def test_where_small_numbers_are_hidden_only_the_reasons_are_told() -> None:
    assert flow_sentences(flow(), hidden=True) == ("Reviews were screened out for: Not a review.",)
    assert flow_sentences(flow_of([], [], 0), hidden=True) == ()


def test_what_never_happened_has_no_line_but_what_a_reader_asks_for_has() -> None:
    stages = [step.stage for step in flow_of([], [], 0).steps]
    assert stages == [
        Stage.FOUND, Stage.DUPLICATE, Stage.REFUSED, Stage.DOCUMENTS, Stage.REVIEWS,
        Stage.SCREENED, Stage.OUT, Stage.INCLUDED,
    ]  # fmt: skip
