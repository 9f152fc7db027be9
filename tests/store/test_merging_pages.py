"""Tags on whole pages come over in a merge and to a newer version, or are said not to."""

from dataclasses import replace

from caseview.counting.agreement_wording import notes
from caseview.domain.agreement import Per, Verdict
from caseview.domain.document import DocumentText, Page
from caseview.domain.reads_as import ReadsAs
from caseview.store.casebook import StoredCasebook
from caseview.usecases.compare_coders import compare_coders
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.new_version import adopt_version
from caseview.usecases.settle import settle
from caseview.usecases.undo import redo, undo
from tests.store.merging_room import Made, Reading, add, merge, now, state
from tests.store.scans import part_scanned, scanned, tag_whole

Found = set[tuple[int | None, str, str, str]]


def pages(casebook: StoredCasebook, document: int | None = None) -> Found:
    with casebook.reading() as work:
        tags = work.decisions.tags(document_id=document)
    return {(tag.page, tag.theme, tag.coder, tag.reads_as.value) for tag in tags}


def test_a_new_scan_brings_its_tags(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    add(ours, document("south.pdf", ("Heading", "Other words stood here.")))
    tag_whole(theirs, add(theirs, scanned(document)), 2, "SO")
    theirs.close()
    merge(ours, reading)
    assert pages(ours) == {(2, "curiosity", "SO", "gap")}
    assert ours.check(repair=False) == ()


def test_tags_on_pages_of_a_scan_in_both_come_over_once(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    number = add(ours, scanned(document))
    tag_whole(ours, number, 1, "JB")
    other = add(theirs, scanned(document))
    for page in (1, 2, 3):
        tag_whole(theirs, other, page, "SO")
    tag_whole(theirs, other, 1, "JB")
    theirs.close()
    merge(ours, reading)
    wanted = {(page, "curiosity", "SO", "gap") for page in (1, 2, 3)}
    assert pages(ours) == wanted | {(1, "curiosity", "JB", "gap")}
    after = state(ours)
    merge(ours, reading)
    assert state(ours) == after, "the same casebook merged again changes nothing"
    undo(ours, coder="JB")
    assert pages(ours) == {(1, "curiosity", "JB", "gap")}


def test_a_page_that_was_read_here_leaves_the_tag_as_a_note(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    read, original = document("part.pdf")
    number = add(ours, (read, original))
    bare = replace(part_scanned(document)[0], sha256=read.sha256)
    other = add(theirs, (bare, original))
    tag_whole(theirs, other, 2, "SO")
    theirs.close()
    merge(ours, reading)
    assert pages(ours) == set()
    with ours.reading() as work:
        (note,) = work.decisions.notes(f"document:{number}")
    assert "the whole of page 2" in note.text


def test_a_newer_version_with_as_many_pages_takes_the_tags_over(
    casebook: StoredCasebook, document: Made
) -> None:
    old, new = add(casebook, scanned(document)), add(casebook, scanned(document, name="new.pdf"))
    tag_whole(casebook, old, 3)
    done = adopt_version(casebook, old, new, coder="JB")
    assert (done.tags, done.left) == (1, ())
    assert pages(casebook, new) == {(3, "curiosity", "JB", "gap")}
    undo(casebook, coder="JB")
    assert pages(casebook, old) == {(3, "curiosity", "JB", "gap")}
    redo(casebook, coder="JB")
    assert pages(casebook, new) == {(3, "curiosity", "JB", "gap")}


def test_a_newer_version_with_other_pages_or_words_leaves_them_and_says_so(
    casebook: StoredCasebook, document: Made
) -> None:
    old = add(casebook, scanned(document))
    longer = add(casebook, scanned(document, 4, "longer.pdf"))
    tag_whole(casebook, old, 3)
    assert [tag.page for tag in adopt_version(casebook, old, longer, coder="JB").left] == [3]
    undo(casebook, coder="JB")
    words = document("read.pdf")[0].text
    three = tuple(Page(n, 0, len(words.text) if n == 3 else 0) for n in (1, 2, 3))
    ocr = add(casebook, document("read.pdf", text=replace(words, pages=three, lines=())))
    assert [tag.page for tag in adopt_version(casebook, old, ocr, coder="JB").left] == [3]
    assert pages(casebook, old) == {(3, "curiosity", "JB", "gap")}


def test_agreement_counts_whole_pages_by_review_and_leaves_them_out_by_paragraph(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 1, "JB")
    tag_whole(casebook, number, 2, "SO")
    for coder in ("JB", "SO"):
        finish_documents(casebook, [number], coder=coder, now=now)
    by_review = compare_coders(casebook, ["JB", "SO"], Per.REVIEW, now=now)
    assert (by_review.units, by_review.overall.all_used) == (1, 1)
    assert not any("whole page" in said for said in notes(by_review))
    by_paragraph = compare_coders(casebook, ["JB", "SO"], Per.PARAGRAPH, now=now)
    assert (by_paragraph.units, by_paragraph.whole_pages, by_paragraph.disagreements) == (0, 2, ())
    said = " ".join(notes(by_paragraph))
    assert "2 tags on whole pages are left out: a page without words has no paragraph." in said


def test_a_disagreement_over_a_scan_is_settled_and_opened_again(
    casebook: StoredCasebook, document: Made
) -> None:
    number = add(casebook, scanned(document))
    tag_whole(casebook, number, 1, "SO", ReadsAs.GOOD_PRACTICE)
    for coder in ("JB", "SO"):
        finish_documents(casebook, [number], coder=coder, now=now)
    (found,) = compare_coders(casebook, ["JB", "SO"], Per.REVIEW, now=now).disagreements
    before = state(casebook)
    settle(casebook, found, Verdict.NEITHER, coder="JB", now=now)
    assert pages(casebook) == set()
    with casebook.reading() as work:
        (kept,) = work.comparison.settlements()
    assert [(tag.page, tag.text) for tag in kept.before] == [(1, "")]
    undo(casebook, coder="JB")
    assert pages(casebook) == {(1, "curiosity", "SO", "good_practice")}
    assert len(state(casebook)) == len(before)


def test_a_scan_is_nothing_but_its_pages(document: Made) -> None:
    read, _ = scanned(document, 2)
    assert read.text == DocumentText("", (), tuple(Page(n, 0, 0, 595.0, 842.0) for n in (1, 2)))
    assert all(page.bare for page in read.text.pages)
