"""Notes, details, recommendations and concerns are found, and screened-out reviews left out."""

import pytest

from caseview.domain.errors import QueryError
from caseview.domain.journal import SetNote, SetScreening
from caseview.domain.note import Note
from caseview.domain.query import Search
from caseview.domain.saved import SavedKind
from caseview.usecases.keep_named import forget
from caseview.usecases.saved_search import Named, save_search, saved_searches
from tests.search.desk import Desk, Para, doc

RECORDS, STAFFING = "record_keeping", "staffing_capacity"


def now() -> str:
    return "2026-03-01T10:00:00+00:00"


def note(desk: Desk, about: str, text: str) -> None:
    with desk.casebook.writing() as work:
        made = Note(work.decisions.new_id("note"), about, text, "JB", now())
        work.journal.perform("Add note", [SetNote(None, made)], "JB")


def part(desk: Desk, table: str, document: int, begins: int, ends: int) -> None:
    with desk.casebook.writing() as work:
        row = (document, 0, "1", "text", None, begins, ends)
        work.sql.write(f"INSERT INTO {table} VALUES (?, ?, ?, ?, ?, ?, ?)", [row])  # noqa: S608 (a table of ours)


def screen_out(desk: Desk, document: int) -> None:
    with desk.casebook.writing() as work:
        review = work.documents.get(document).review_id
        work.journal.perform("Screen", [SetScreening(review, None, "Not ours")], "JB")


def test_words_of_notes_find_what_the_notes_are_about(desk: Desk) -> None:
    first, second = desk.add(doc("one", "two"), doc("three"))
    with desk.rows() as rows:
        (passage,) = rows.rows("SELECT id FROM passage WHERE text = 'two'")[0]
    note(desk, f"passage:{passage}", "Ask whether curiosity was lacking")
    note(desk, f"document:{second}", "Curious: compare with the other")
    assert desk.found("note:curious") == ["two", "three"]
    assert desk.found('note:"lacking curiosity"') == ["two"]
    assert desk.found("note:lack*") == ["two"]
    assert desk.found("in:notes") == ["two"]
    assert desk.ask("curious").beside == (("note", 1),)
    desk.undo()
    assert desk.found("note:curious") == ["two"]
    desk.remove(first)
    assert desk.found("note:curious") == []


def test_notes_on_tags_and_reviews_find_their_passages(desk: Desk) -> None:
    (document,) = desk.add(doc("one", "two"))
    desk.tag(RECORDS, document, (5, 8))
    with desk.rows() as rows:
        tag = rows.rows("SELECT id FROM tag")[0][0]
        review = rows.rows("SELECT id FROM review")[0][0]
    note(desk, f"tag:{tag}", "key")
    note(desk, f"review:{review}", "late")
    note(desk, "theme:record_keeping", "theme word")
    note(desk, "passage:99", "gone")
    assert desk.found("note:key") == ["two"]
    assert desk.found("note:late") == ["one", "two"]
    assert desk.found("note:theme") == desk.found("note:gone") == []


def test_words_of_details_find_their_documents(desk: Desk) -> None:
    desk.add(doc("one", police_force="Essex Police"), doc("police two", area="Kent"))
    assert desk.found("detail:police") == ["one"]
    assert desk.reviews("detail:police") == {1}
    assert desk.ask("police").beside == (("detail", 1),)
    assert desk.ask("police -kent").beside == ()
    assert desk.ask("zzz").beside == ()


def test_recommendations_and_concerns_can_be_searched_by_themselves(desk: Desk) -> None:
    (document,) = desk.add(doc("train staff", "the staff knew", "staff shortage"))
    part(desk, "recommendation", document, 0, 11)
    part(desk, "concern", document, 13, 20)
    assert desk.found("staff in:recommendations") == ["train staff"]
    assert desk.found("staff in:concerns") == ["the staff knew"]
    assert desk.found("staff in:concern in:recommendation") == ["train staff", "the staff knew"]
    assert desk.found("staff -in:recommendations") == ["the staff knew", "staff shortage"]
    with pytest.raises(QueryError, match="Nothing has the in “nowhere”"):
        desk.reviews("in:nowhere")


def test_passages_not_tagged_so_and_tagged_otherwise_can_be_asked_for(desk: Desk) -> None:
    (document,) = desk.add(doc("staff one", "staff two", Para("staff three", themes=(RECORDS,))))
    desk.tag(RECORDS, document, (0, 5))
    desk.tag(STAFFING, document, (11, 16))
    assert desk.found(f"staff untagged:{RECORDS}") == ["staff two", "staff three"]
    assert desk.found(f"staff otherwise:{RECORDS}") == ["staff two"]
    assert desk.found(f"staff untagged:{RECORDS} untagged:{STAFFING}") == ["staff three"]
    assert desk.found("staff untagged:any_theme_at_all") == [
        *("staff one", "staff two", "staff three")
    ]


def test_screened_out_reviews_are_left_out_unless_asked_for(desk: Desk) -> None:
    documents = desk.add(*(doc(f"risk {number}", "other") for number in range(6)))
    for document in (documents[0], documents[3]):
        screen_out(desk, document)
    answer = desk.ask("risk", limit=3)
    assert (answer.total.passages, answer.total.reviews, answer.left_out) == (4, 4, 2)
    assert len(answer.hits) == 3
    assert dict(answer.facets["kind"]) == {"sar": 4}
    assert desk.found("risk") == ["risk 1", "risk 2", "risk 4", "risk 5"]
    assert desk.ask("risk", screened_out=True).total.passages == 6
    with desk.rows() as rows:
        assert desk.finder.first(rows, Search("*", limit=1)).total.passages == 8
    desk.undo()
    assert desk.ask("risk").total.passages == 5


def test_a_saved_search_counts_itself_live_and_serves_as_a_filter(desk: Desk) -> None:
    desk.add(doc("staff risk", "x"), doc("staff", "risk"), doc("none"))
    wanted = Named("  Staff at   risk ", Search("staff risk", exact=True))
    save_search(desk.casebook, desk.finder, wanted, coder="JB", now=now)
    assert desk.found('saved:"staff at risk"') == ["staff risk"]
    assert desk.reviews('saved:"staff at risk"') == {1}
    assert desk.reviews('NOT saved:"staff at risk"') == {2, 3}
    assert desk.found('x OR saved:"Staff at risk"') == ["staff risk", "x"]
    (one,) = saved_searches(desk.casebook, desk.finder)
    assert (one.saved.name, one.total and one.total.passages) == ("Staff at risk", 1)
    desk.texts("staff risk")
    (one,) = saved_searches(desk.casebook, desk.finder)
    assert one.total
    assert one.total.passages == 2
    forget(desk.casebook, SavedKind.SEARCH, "Staff at risk", coder="JB")
    assert desk.found('saved:"Staff at risk"') == []
    with pytest.raises(QueryError, match="No search is saved as “Staff at risk”"):
        desk.reviews('saved:"Staff at risk"')
    desk.undo()
    assert len(desk.found('saved:"Staff at risk"')) == 2


def test_saved_searches_do_not_lead_round_in_circles(desk: Desk) -> None:
    desk.texts("risk")
    for name, query in (("a", "risk"), ("b", "saved:a"), ("a", "risk saved:b")):
        save_search(desk.casebook, desk.finder, Named(name, Search(query)), coder="JB", now=now)
    assert "leads back to itself" in desk.ask("saved:a").remark
    with pytest.raises(QueryError, match="leads back to itself"):
        desk.reviews("saved:b")


def test_a_search_that_cannot_be_read_is_not_saved(desk: Desk) -> None:
    with pytest.raises(QueryError):
        save_search(desk.casebook, desk.finder, Named("x", Search("…")), coder="JB", now=now)
    assert saved_searches(desk.casebook, desk.finder) == ()
