"""A newer version of a report is known as one, and takes over what was decided."""

from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.errors import CasebookError
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.domain.span import Span
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.new_version import Adopted, adopt_version
from caseview.usecases.ports import FileReader
from caseview.usecases.tag_passage import Chosen, tag_passage
from caseview.usecases.write_note import write_note

Clock = Callable[[], str]
ADDED = "\n\n(3) Nobody told the family what had been decided.\n\n6 ACTION"


@pytest.fixture
def bring_in(casebook: StoredCasebook, reader: FileReader) -> Callable[[Path], ImportOutcome]:
    def done(path: Path) -> ImportOutcome:
        batch = Batch((path,))
        (outcome,) = import_documents(casebook, reader, batch, jobs=1, stop=lambda: False)
        return outcome

    return done


BringIn = Callable[[Path], ImportOutcome]


@pytest.fixture
def revised(report: Path) -> Path:
    path = report.with_name("alder-report-revised.txt")
    words = report.read_text(encoding="utf-8").replace("\n\n6 ACTION", ADDED)
    path.write_text(words.replace("nine vacancies", "eleven vacancies"), encoding="utf-8")
    return path


def test_a_revised_report_is_a_new_version_in_the_same_review(
    bring_in: BringIn, report: Path, revised: Path, casebook: StoredCasebook
) -> None:
    first, second = bring_in(report), bring_in(revised)
    assert (second.outcome, second.replaces) == (OutcomeKind.NEW_VERSION, first.document_id)
    assert second.review_id == first.review_id
    assert "alder-report.txt" in second.reason
    with casebook.reading() as work:
        assert [one.replaces for one in work.imports.all()] == [None, first.document_id]


def test_a_report_on_another_person_is_never_a_version(
    bring_in: BringIn, report: Path, tmp_path: Path
) -> None:
    bring_in(report)
    other = tmp_path / "other.txt"
    words = report.read_text(encoding="utf-8").replace("Martin Alder", "Priya Nolan")
    other.write_text(words, encoding="utf-8")
    assert bring_in(other).outcome is OutcomeKind.IMPORTED


def nameless(report: Path, name: str, *changes: tuple[str, str]) -> Path:
    """Return the report without the name of the person, with other changes of its words."""
    words = report.read_text(encoding="utf-8").replace(
        "the death of Martin Alder, aged 41", "a death"
    )
    for old, new in changes:
        words = words.replace(old, new)
    path = report.with_name(name)
    path.write_text(words, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        pytest.param("area of Northmoor", "area of Essex", OutcomeKind.IMPORTED, id="area"),
        pytest.param("10 March 2023", "24 July 2023", OutcomeKind.IMPORTED, id="day"),
        pytest.param("nine vacancies", "eleven vacancies", OutcomeKind.NEW_VERSION, id="words"),
    ],
)
def test_a_report_that_names_nobody_is_a_version_of_one_of_the_same_day_and_area_only(
    bring_in: BringIn, report: Path, old: str, new: str, outcome: OutcomeKind
) -> None:
    bring_in(nameless(report, "one.txt"))
    assert bring_in(nameless(report, "other.txt", (old, new))).outcome is outcome


def test_a_report_on_one_person_sent_again_on_a_later_day_is_a_version(
    bring_in: BringIn, report: Path, tmp_path: Path
) -> None:
    bring_in(report)
    later = tmp_path / "later.txt"
    words = report.read_text(encoding="utf-8").replace("10 March 2023", "24 July 2023")
    later.write_text(words, encoding="utf-8")
    assert bring_in(later).outcome is OutcomeKind.NEW_VERSION


@pytest.fixture
def adopted(
    bring_in: BringIn, report: Path, revised: Path, casebook: StoredCasebook, clock: Clock
) -> Adopted:
    old = bring_in(report).document_id or 0
    with casebook.reading() as work:
        suggestions = work.decisions.suggestions(document_id=old)
        text = work.documents.text(old).text
    decide(casebook, [suggestions[0].id], Ruling(Decision.ACCEPTED), coder="JB", now=clock)
    decide(casebook, [suggestions[1].id], Ruling(Decision.REJECTED), coder="JB", now=clock)
    for words in ("face value", "nine vacancies"):
        at = text.index(words)
        chosen = Chosen(old, Span(at, at + len(words)), "training_knowledge")
        tag_passage(casebook, chosen, coder="SO", now=clock)
    write_note(casebook, "tag:2", "Ask again.", coder="SO", now=clock)
    new = bring_in(revised).document_id or 0
    return adopt_version(casebook, old, new, coder="JB")


def test_tags_and_decisions_go_over_and_what_cannot_is_listed(
    adopted: Adopted, casebook: StoredCasebook
) -> None:
    assert adopted.tags == 2
    assert [tag.text for tag in adopted.left] == ["nine vacancies"]
    with casebook.reading() as work:
        moved = work.decisions.tags(document_id=2)
        assert {tag.coder for tag in moved} == {"JB", "SO"}
        assert [tag.text for tag in moved if tag.id == 2] == ["face value"]
        decided = {kept.decision for kept in work.decisions.suggestions(document_id=2)}
        assert {Decision.ACCEPTED, Decision.REJECTED} <= decided
        assert work.decisions.notes("tag:2")


def test_the_older_version_counts_no_more_and_undo_brings_all_back(
    adopted: Adopted, casebook: StoredCasebook
) -> None:
    with casebook.reading() as work:
        (review,) = work.reviews.all()
        assert [(one.id, one.replaced_by, one.stands) for one in review.documents] == [
            (1, 2, False),
            (2, None, True),
        ]
    with casebook.writing() as work:
        work.journal.undo("JB")
    with casebook.reading() as work:
        assert len(work.decisions.tags(document_id=1)) == 3
        assert work.documents.get(1).replaced_by is None


def test_one_document_is_replaced_once(adopted: Adopted, casebook: StoredCasebook) -> None:
    with pytest.raises(CasebookError, match="replaced by another version already"):
        adopt_version(casebook, 1, 2, coder="JB")
