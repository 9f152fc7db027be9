"""Merging casebooks: new documents come whole, clashes keep both, twice is once."""

from caseview.counting.merge_wording import merged_sentence, preview_notes, preview_sentence
from caseview.domain.agreement import Per, Verdict
from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Decision
from caseview.store.casebook import StoredCasebook
from caseview.usecases.compare_coders import compare_coders
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.merge_casebooks import preview_merge
from caseview.usecases.screen_review import screen_review
from caseview.usecases.settle import settle
from caseview.usecases.undo import redo, undo
from caseview.usecases.write_note import write_note
from tests.store.merging_room import AT, Made, Reading, add, merge, now, state, tag, tags


def test_a_new_document_comes_whole(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    add(ours, document("south.pdf", ("Heading", "Other words stood here.")))
    read, original = document()
    add(theirs, (read, original))
    theirs.close()
    merge(ours, reading)
    with ours.reading() as work:
        came = work.documents.by_sha256(read.sha256)
        assert came is not None
        assert came.review_id == 2
        assert work.documents.original(came.id) == original
        assert work.documents.text(came.id).text == read.text.text
        assert work.documents.lines(came.id, 1) == read.text.lines
        assert work.documents.details(came.id) == read.description.details
        assert work.documents.outline(came.id) == read.description.outline
        assert work.documents.recommendations(came.id) == read.description.recommendations
        assert work.documents.concerns(came.id) == read.description.concerns
        assert work.imports.all()[-1].reason == "From the casebook “theirs”."
    assert ours.check(repair=False) == ()


def test_a_new_document_brings_what_was_decided_of_it(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    add(ours, document("south.pdf", ("Heading", "Other words stood here.")))
    number = add(theirs, document())
    add(theirs, document("more.pdf", ("Head", "More of the same review.")), 1)
    tag(theirs, number, "SO")
    with theirs.reading() as work:
        suggested = work.decisions.suggestions(document_id=number)
    decide(theirs, [suggested[0].id], Ruling(Decision.ACCEPTED), coder="SO", now=now)
    decide(theirs, [suggested[1].id], Ruling(Decision.REJECTED), coder="SO", now=now)
    finish_documents(theirs, [number], coder="SO", now=now)
    write_note(theirs, "passage:2", "Look at this.", coder="SO", now=now)
    write_note(theirs, f"document:{number}", "All of it.", coder="SO", now=now)
    screen_review(theirs, 1, "Out of scope", coder="SO")
    kept = tags(theirs)
    theirs.close()

    with reading() as other:
        preview = preview_merge(ours, other, "theirs")
    assert preview_sentence(preview) == "1 review is new here. 0 are in both. 0 tags clash."
    assert (preview.new_documents, preview.tags, preview.coders) == (2, 2, ("SO",))
    merged = merge(ours, reading)
    assert merged.preview == preview
    assert merged_sentence(merged) == (
        "Merged “theirs”: 2 documents and 2 tags came in. 0 tags clash."
    )
    assert tags(ours) == kept
    with ours.reading() as work:
        review = work.reviews.get(2)
        assert (len(review.documents), review.screened_out) == (2, "Out of scope")
        came = review.documents[0]
        assert (came.finished_by, came.finished_at) == ("SO", AT)
        own = work.decisions.suggestions(document_id=came.id)
        assert [one.decision for one in own] == [
            Decision.ACCEPTED,
            Decision.REJECTED,
            Decision.UNDECIDED,
        ]
        assert {one.suggestion_id for one in work.decisions.tags()} == {None, own[0].id}
        passages = work.documents.passages(came.id)
        assert {note.about: note.text for note in work.decisions.every_note()} == {
            f"document:{came.id}": "All of it.",
            f"passage:{passages[1].id}": "Look at this.",
        }


def test_the_same_casebook_merged_twice_changes_nothing_the_second_time(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    for casebook, coder in ((ours, "JB"), (theirs, "SO")):
        number = add(casebook, document())
        tag(casebook, number, coder)
        finish_documents(casebook, [number], coder=coder, now=now)
        write_note(casebook, f"tag:{1}", "Why.", coder=coder, now=now)
        write_note(casebook, "review:1", "The whole.", coder=coder, now=now)
    extra = add(theirs, document("west.pdf", ("Heading", "Something else entirely.")))
    tag(theirs, extra, "SO", theme="staffing", at=(9, 18))
    write_note(theirs, "suggestion:4", "On a suggestion.", coder="SO", now=now)
    theirs.close()
    merge(ours, reading)
    first = state(ours)
    again = merge(ours, reading)
    assert state(ours) == first
    assert again.preview.brings_nothing
    assert preview_notes(again.preview) == ("“theirs” holds nothing that is not here already.",)
    assert "Nothing was changed" in merged_sentence(again)


def test_where_both_decided_both_stay_and_the_clash_is_listed(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    for casebook, coder in ((ours, "JB"), (theirs, "SO")):
        number = add(casebook, document())
        tag(casebook, number, coder, reads_as=ReadsAs(("gap", "context")[coder == "SO"]))
        finish_documents(casebook, [number], coder=coder, now=now)
    tag(theirs, 1, "SO", theme="staffing", at=(60, 69))
    theirs.close()
    merged = merge(ours, reading)
    assert preview_sentence(merged.preview) == (
        "0 reviews are new here. 1 is in both. 2 tags clash."
    )
    assert {one[-1] for one in tags(ours)} == {"JB", "SO"}
    found = compare_coders(ours, ["JB", "SO"], Per.PARAGRAPH, now=now)
    assert len(found.disagreements) == merged.preview.clashes
    with ours.reading() as work:
        assert work.documents.get(1).finished_by == "JB"
        assert work.comparison.coded() == {1: {"SO": AT}}


def test_what_was_settled_here_does_not_come_back(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    for casebook, coder in ((ours, "JB"), (theirs, "SO")):
        finish_documents(casebook, [add(casebook, document())], coder=coder, now=now)
    tag(theirs, 1, "SO")
    theirs.close()
    merge(ours, reading)
    (found,) = compare_coders(ours, ["JB", "SO"], Per.REVIEW, now=now).disagreements
    settle(ours, found, Verdict.NEITHER, coder="JB", now=now)
    assert tags(ours) == set()
    assert merge(ours, reading).preview.brings_nothing
    assert tags(ours) == set()


def test_one_undo_takes_all_decisions_back_and_redo_brings_them_again(
    ours: StoredCasebook, theirs: StoredCasebook, document: Made, reading: Reading
) -> None:
    number = add(ours, document())
    add(theirs, document())
    tag(theirs, 1, "SO")
    tag(theirs, 1, "SO", theme="staffing", at=(60, 69))
    theirs.close()
    before = state(ours)
    merge(ours, reading)
    came = tags(ours)
    assert len(came) == 2
    undo(ours, coder="JB")
    assert tags(ours) == set()
    assert state(ours)[:-1] == before[:-1]
    redo(ours, coder="JB")
    assert tags(ours) == came
    with ours.reading() as work:
        points = work.restore_points.all()
        assert [point.why for point in points] == ["before “theirs” was merged"]
    assert number == 1
