"""What a search answers: totals, hits, marks, facets and what it says about itself."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from caseview.domain.document import Kind
from caseview.domain.errors import StoppedError
from caseview.domain.query import Search, Sort, Total
from caseview.domain.section import SectionRole
from caseview.usecases.search_casebook import search_casebook
from tests.search.desk import Desk, doc, open_desk

STAFF = "Staffing was short; the staff were tired."
CURIOUS = "She showed professional curiosity about self-harm."


def test_words_are_found_by_family_and_said_so(desk: Desk) -> None:
    desk.texts(STAFF, CURIOUS, "Nobody was curious. It escalated; an escalation followed.")
    assert desk.ask("staff").also_finding == ("staffing",)
    assert desk.marked("staff") == [["Staffing", "staff"]]
    assert desk.marked("curious") == [["curiosity"], ["curious"]]
    assert desk.marked("escalation") == [["escalated", "escalation"]]


def test_forms_that_are_kept_out_are_not_said_to_be_found(desk: Desk) -> None:
    desk.texts(STAFF, CURIOUS)
    assert desk.ask("curious -staff").also_finding == ("curiosity",)
    assert desk.ask("professional -staff").also_finding == ()


def test_an_exact_search_takes_words_as_they_stand(desk: Desk) -> None:
    desk.texts(STAFF, CURIOUS)
    assert desk.marked("staff", exact=True) == [["staff"]]
    assert desk.marked("=staffing") == [["Staffing"]]
    assert desk.marked('"staff"') == [["staff"]]
    assert desk.ask('"staff"').also_finding == ()


def test_totals_count_passages_documents_and_reviews(desk: Desk) -> None:
    first, _ = desk.add(doc("risk here", "risk there"), doc("no such thing"))
    with desk.rows() as rows:
        review = rows.rows("SELECT review_id FROM document WHERE id = ?", (first,))[0][0]
    desk.add(doc("risk again", kind=Kind.SAR), review=review)
    assert desk.ask("risk").total == Total(passages=3, documents=2, reviews=1)


def test_hits_say_where_they_stand(desk: Desk) -> None:
    desk.add(doc(STAFF, CURIOUS, "x", "y", title="Adult D", published="2021-05-04"))
    (hit,) = desk.ask("tired").hits
    assert (hit.page, hit.number, hit.start, hit.end) == (1, 1, 0, len(STAFF))
    assert (hit.document, hit.year, hit.kind) == ("Adult D", "2021", Kind.SAR)
    assert hit.role is SectionRole.ANALYSIS
    (hit,) = desk.ask("y").hits
    assert (hit.page, hit.number) == (2, 4)


def test_marks_pass_through_accents_quotes_and_hyphens(desk: Desk) -> None:
    desk.texts("At the café, the child’s “self–harm” and self-harm; CAFÉS too.")
    assert desk.marked("cafe") == [["café", "CAFÉS"]]
    assert desk.marked("child's") == [["child’s"]]
    assert desk.marked("self-harm") == [["self–harm", "self-harm"]]


def test_a_phrase_is_marked_as_one(desk: Desk) -> None:
    desk.texts("Professional curiosity. But curiosity, professional; Professional “curiosity”")
    assert desk.marked('"professional curiosity"') == [
        ["Professional curiosity", "Professional “curiosity"]
    ]


def test_near_words_are_marked_only_where_they_are_near(desk: Desk) -> None:
    desk.texts("risk of one two three four five six assessment then risk assessment")
    assert desk.marked('"risk assessment"~2') == [["assessment", "risk", "assessment"]]
    assert desk.marked('"assessment risk"~>2') == [["assessment", "risk"]]


def test_facets_count_all_hits(desk: Desk) -> None:
    desk.add(
        doc("risk one", "risk two", kind=Kind.DHR, published="2019", police_force="Essex Police"),
        doc("risk three", published="2021", area=["Essex", "Kent"]),
        doc("none"),
    )
    found = desk.ask("risk", limit=1).facets
    assert found["kind"] == (("dhr", 2), ("sar", 1))
    assert found["year"] == (("2019", 2), ("2021", 1))
    assert found["force"] == (("Essex Police", 2),)
    assert found["area"] == (("Essex", 1), ("Kent", 1))
    assert found["role"] == (("analysis", 3),)
    assert found["status"] == (("to_tag", 3),)


def test_hits_can_be_put_in_order(desk: Desk) -> None:
    desk.add(
        doc("risk", "other risk", title="B", published="2020"),
        doc("risk risk risk", title="A", published="2019"),
        doc("a risk somewhere in a long paragraph of many words", title="C", published="2022"),
    )
    by_review = [hit.review for hit in desk.ask("risk", sort=Sort.REVIEW).hits]
    newest = [hit.year for hit in desk.ask("risk", sort=Sort.NEWEST).hits]
    assert by_review == ["A", "B", "B", "C"]
    assert newest == ["2022", "2020", "2020", "2019"]
    assert desk.ask("risk").hits[0].text == "risk risk risk"
    assert [hit.year for hit in desk.ask("risk", sort=Sort.NEWEST, skip=1, limit=1).hits] == [
        "2020"
    ]


def test_the_first_answer_has_the_same_total_and_the_passages_imported_last(desk: Desk) -> None:
    desk.texts(*(f"risk {number}" for number in range(30)))
    with desk.rows() as rows:
        first = desk.finder.first(rows, Search("risk", limit=3))
        rest = desk.finder.first(rows, Search("risk", limit=3, skip=28))
    assert first.total == desk.ask("risk").total
    assert [hit.text for hit in first.hits] == ["risk 29", "risk 28", "risk 27"]
    assert [hit.text for hit in rest.hits] == ["risk 1", "risk 0"]


def test_a_word_the_casebook_lacks_is_put_right(desk: Desk) -> None:
    desk.texts(CURIOUS, STAFF, "They should do what was filed.")
    answer = desk.ask('"professional curosity" AND self')
    assert answer.total.passages == 0
    assert answer.did_you_mean == '"professional curiosity" AND self'
    assert answer.would_find == 1
    assert [(one.word, one.passages) for one in answer.words] == [
        *(("professional", 1), ("curosity", 0), ("self", 1))
    ]
    assert answer.words[1].nearest == (("curiosity", 1),)
    assert desk.ask("curiosity").did_you_mean is None
    assert desk.ask("zzzzzzzz").did_you_mean is None
    assert desk.ask("don't").did_you_mean is None
    assert desk.ask("shouldn't").did_you_mean is None
    assert desk.ask("nosuch").did_you_mean is None


def test_a_keyed_casebook_is_searched_like_any_other(tmp_path: Path) -> None:
    with open_desk(tmp_path / "keyed.casebook", " ".join(("three", "plain", "words"))) as desk:
        gone = desk.texts(CURIOUS)
        desk.texts(STAFF)
        desk.remove(gone)
        assert desk.marked("staff OR curious") == [["Staffing", "staff"]]
        assert desk.ask("*").total.passages == 1


def test_a_search_that_is_no_longer_wanted_is_given_up_in_the_midst(desk: Desk) -> None:
    desk.texts(*(f"risk {number} of staff. The harm" for number in range(3000)))
    asked = iter([False] * 5)
    for query in ('"risk of staff harm"~sentence', "*a*", "risk"):
        with pytest.raises(StoppedError):
            search_casebook(desk.casebook, desk.finder, Search(query), lambda: next(asked, True))
    assert search_casebook(desk.casebook, desk.finder, Search("risk")).total.passages == 3000


def test_searches_of_several_threads_do_not_disturb_each_other(desk: Desk) -> None:
    desk.texts(*(f"risk {word}" for word in ("staff", "curious", "home", "ward") * 30))

    def count(query: str) -> list[int]:
        return [desk.ask(query, limit=5).total.passages for _ in range(8)]

    queries = ["risk", "st*", "*e*", "curious OR home", "staf~", '"risk ward"~3', "-staff", "nil"]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(count, queries)) == [
            [number] * 8 for number in (120, 30, 30, 60, 30, 30, 90, 0)
        ]
