"""A codebook calls themes by their names wherever a person reads of them."""

from caseview.domain.codebook import Codebook, Theme, ThemeGroup

HISTORY = Theme("history_not_considered", "History not considered", "in", "What was known.")
SHARING = Theme(
    "sharing",
    "Sharing",
    "in",
    "Not shared (history_not_considered).",
    use_when="When told late; see history_not_considered.",
    not_when="Inside one body: staff_left_alone is no theme here.",
)


def test_other_themes_are_called_by_their_names_and_other_words_stay() -> None:
    group = ThemeGroup("in", "Information", "IN")
    book = Codebook("core", "Core", "1.0", "en", (group,), (HISTORY, SHARING))
    told = book.in_words(SHARING)
    assert told.definition == "Not shared (History not considered)."
    assert told.use_when == "When told late; see History not considered."
    assert told.not_when == SHARING.not_when
    assert book.in_words(HISTORY) == HISTORY
