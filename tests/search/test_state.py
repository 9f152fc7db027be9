"""What is kept between searches never outlives what it was read from."""

from pathlib import Path

from caseview.domain.document import Kind
from caseview.search.finder import QueryFinder
from caseview.search.state import State, state_of
from tests.search.desk import Desk, Para, doc, open_desk


def state(desk: Desk, before: State | None = None) -> State:
    with desk.rows() as rows:
        return state_of(rows, before or State())


def same(one: State, other: State) -> bool:
    """Return whether two states say the same of every passage."""
    return (
        one.places.every == other.places.every
        and all(
            one.places.document[passage] == other.places.document[passage]
            and one.places.roles[one.places.role[passage]]
            == other.places.roles[other.places.role[passage]]
            for passage in one.places.every
        )
        and one.shelf.volumes == other.shelf.volumes
    )


def test_nothing_is_read_again_while_nothing_changes(desk: Desk) -> None:
    desk.texts("alpha", "bravo")
    first = state(desk)
    assert state(desk, first) is first


def test_a_tag_leaves_places_and_words_as_they_are(desk: Desk) -> None:
    document = desk.texts("alpha", "bravo")
    first = state(desk)
    desk.tag("record_keeping", document, (0, 5))
    second = state(desk, first)
    assert second is not first
    assert second.places is first.places
    assert second.kept is first.kept


def test_state_follows_documents_as_they_come_and_go(desk: Desk) -> None:
    desk.add(doc("alpha", "bravo"), doc("charlie"), doc("delta", "echo"))
    held = state(desk)
    for change in (
        lambda: desk.add(doc("foxtrot")),
        lambda: desk.remove(2),
        lambda: desk.remove(1),
        lambda: desk.add(doc("golf", kind=Kind.DHR), doc("hotel")),
        lambda: desk.remove(5),
    ):
        change()
        held = state(desk, held)
        assert same(held, state(desk))
    with desk.rows() as rows:
        assert held.places.holds(rows)


def test_another_casebook_in_the_same_place_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "one.casebook"
    finder = QueryFinder()
    for serial, texts in ((0, ("alpha", "bravo")), (2, ("bravo", "alpha"))):
        with open_desk(path) as desk:
            desk.finder, desk.serial = finder, serial
            desk.add(*(doc(text, title=text) for text in texts))
            assert [hit.document for hit in desk.ask("alpha").hits] == ["alpha"]
            assert desk.ask("*").total.documents == 2
        path.unlink()


def test_one_finder_serves_two_casebooks_in_turn(tmp_path: Path) -> None:
    with open_desk(tmp_path / "a.casebook") as one, open_desk(tmp_path / "b.casebook") as other:
        other.finder = one.finder
        one.texts("alpha", "alpha bravo")
        other.texts("alpha")
        for _ in range(2):
            assert one.ask("alpha").total.passages == 2
            assert other.ask("alpha").total.passages == 1


def test_new_words_are_known_to_wildcards_and_spelling(desk: Desk) -> None:
    desk.texts("staffing")
    assert desk.ask("*ing").total.passages == 1
    desk.texts("curiosity", "meeting")
    assert desk.found("*ing") == ["staffing", "meeting"]
    assert desk.found("curosity~") == ["curiosity"]
    assert desk.ask("curosity").did_you_mean == "curiosity"


def test_removed_words_are_not_offered(desk: Desk) -> None:
    desk.texts("staff")
    gone = desk.texts("curiosity", "staffing")
    assert desk.ask("curosity").did_you_mean == "curiosity"
    desk.remove(gone)
    assert desk.ask("curosity").did_you_mean is None
    assert desk.ask("staff").also_finding == ()
    assert desk.ask("*ity").total.passages == 0


def test_facets_and_titles_follow_what_coders_do(desk: Desk) -> None:
    document = desk.add(doc(*(Para(f"alpha {number}") for number in range(3))))[0]
    assert desk.ask("alpha").facets["theme"] == ()
    desk.tag("record_keeping", document, (0, 7))
    assert desk.ask("alpha").facets["theme"] == (("record_keeping", 1),)
    desk.undo()
    assert desk.ask("alpha").facets["theme"] == ()
