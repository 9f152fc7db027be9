"""The register and the tracker as cards, tested without a window."""

from PySide6.QtCore import Qt

from caseview.desktop.models.cards import Card, CardModel
from caseview.desktop.models.register_cards import (
    GroupKey,
    OfferKey,
    about,
    facets,
    member_cards,
    name_for,
    register_cards,
)
from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.models.tracker_cards import (
    AnswerKey,
    answer_cards,
    answered,
    counts,
    summary,
    tracker_cards,
)
from caseview.domain.register import Reply
from tests.desktop import invented
from tests.desktop.invented_register import CONCERNS, PLACES, RESPONSE, InventedRegister

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
ALIKE = (PLACES[0], PLACES[1], PLACES[3])


def ticked(model: CardModel) -> list[object]:
    return [*model.chosen]


def titles(cards: tuple[Card, ...]) -> list[str]:
    return [card.title for card in cards]


def test_offers_stand_above_what_is_in_no_group() -> None:
    register = InventedRegister().register()
    cards = register_cards(register, register.items)
    assert [card.title for card in cards if card.heading] == [
        "May ask for the same thing",
        "Not grouped",
    ]
    assert cards[1].key == OfferKey(ALIKE)
    assert (cards[1].right, cards[1].mark) == ("3 reviews", "?")
    assert [card.ticks for card in cards if isinstance(card.key, type(PLACES[0]))] == [True] * 4


def test_groups_come_first_with_their_reviews_and_what_may_belong() -> None:
    held = InventedRegister()
    held.make_group("Training on curiosity", ALIKE[:2])
    register = held.register()
    cards = register_cards(register, register.items)
    assert titles(cards)[:2] == ["Groups, by number of reviews", "Training on curiosity"]
    assert cards[1].right == "2 reviews"
    assert cards[1].foot == "2019 to 2020  ·  Police  ·  1 may belong"
    members = member_cards(register, GroupKey(1))
    assert [card.mark for card in members if not card.heading] == ["✓", "✓", "?"]
    assert "may belong" in members[-1].spoken
    assert about(register, GroupKey(1)) == "2 reviews  ·  2019 to 2020  ·  Police"


def test_only_what_is_shown_is_listed() -> None:
    register = InventedRegister().register()
    cards = register_cards(register, register.items[2:3])
    assert [card.key for card in cards if not card.heading] == [PLACES[2]]
    assert register_cards(register, ()) == ()
    assert member_cards(register, GroupKey(99)) == ()


def test_a_name_is_offered_for_a_group_and_never_a_sentence_without_end() -> None:
    register = InventedRegister().register()
    name = name_for(register, ALIKE)
    assert name == "Commission training for all agencies on professional curiosity"


def test_facets_speak_in_words() -> None:
    book = ThemeBook(invented.CODEBOOK)
    shown = facets({"sorts": (("police", 3),), "years": (("", 1), ("2021", 2))}, book)
    assert [facet.words for facet in shown] == ["For whom", "Year"]
    assert shown[0].choices == (("police", "Police", 3),)
    assert shown[1].choices[0] == ("", "No year", 1)


def test_the_tracker_names_who_owes_what() -> None:
    tracker = InventedRegister().tracker()
    cards = tracker_cards(tracker)
    assert cards[0].heading
    assert "due 4 April 2024" in cards[0].right
    assert [card.right for card in cards[1:]] == [
        "Received late, 22 days late",
        "Outstanding, 27 days late",
    ]
    assert titles(tracker_cards(tracker, frozenset({"overdue"})))[1:] == ["NHS England"]
    assert tracker_cards(tracker, frozenset({"due"})) == ()
    assert [value for value, _, _ in counts(tracker)] == ["overdue", "late"]


def test_each_concern_stands_over_what_is_said_to_it() -> None:
    held = InventedRegister()
    (report,) = held.tracker().reports
    cards = answer_cards(report)
    assert [card.title for card in cards] == ["Concern 1", "Action", "Concern 2", "Silent"]
    assert cards[1].right == "suggested ?"
    held.answer(CONCERNS[0], RESPONSE, Reply.ACCEPTED, None)
    (report,) = held.tracker().reports
    decided = answer_cards(report)[1]
    assert (decided.title, decided.right, decided.tone) == ("Accepted", "QZ", "ok")
    assert answered(report, AnswerKey(CONCERNS[0], RESPONSE)) is not None
    assert answered(report, AnswerKey(CONCERNS[0], None)) is None
    assert summary(report) == "Sent 8 February 2024  ·  due 4 April 2024  ·  2 concerns"
    assert answer_cards(None) == ()


def test_ticks_stay_with_their_cards_and_headings_take_none() -> None:
    model = CardModel()
    first, second = Card("a", "A", ticks=True), Card("b", "B", ticks=True)
    model.show([Card("h", "Heading", heading=True), first, second])
    model.tick(model.index(0))
    model.tick(model.index(2))
    assert ticked(model) == ["b"]
    assert model.data(model.index(2), SPOKEN) == "B, ticked"
    model.show([second, first])
    assert ticked(model) == ["b"]
    assert (model.first(), model.row_of("a"), model.row_of("z")) == (0, 1, -1)
    model.show([first])
    assert ticked(model) == []
    model.tick_all()
    assert model.is_ticked(0)
    assert not model.is_ticked(5)
