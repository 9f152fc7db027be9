"""Tells a text on how things are from one on what happened."""

from caseview.tagging.prefilter import WORD

_WAS = frozenset(["was", "were", "had", "did", "could", "would", "might"])
_IRREGULAR = """
said told gave made took went came wrote saw left became began knew felt thought rang found held met
sent kept got brought heard spoke fell lost led paid ran sat stood understood grew broke chose drew
drove ate hid rose sought slept struck taught threw wore won
"""
_HAPPENED = frozenset(_IRREGULAR.split())
_BEFORE_A_STATE = frozenset([
    "is",
    "are",
    "be",
    "been",
    "being",
    "am",
    "not",
    "to",
    "a",
    "an",
    "the",
    "and",
    "or",
    "has",
    "have",
    "its",
    "their",
    "of",
    "as",
    "those",
    "most",
    "more",
    "well",
])


def is_standing(folded: str) -> bool:
    """Return whether a folded text tells only how things are: in it nothing has happened.

    A form in -ed after "is", "are" or an article is a state ("is allocated", "the named nurse"),
    and so is one before "by" that no "was" makes past ("a form used by the police").
    """
    words = ["", *WORD.findall(folded), ""]
    return not any(
        word in _WAS or (_may_be_past(word) and before not in _BEFORE_A_STATE and after != "by")
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _may_be_past(word: str) -> bool:
    return word in _HAPPENED or word.endswith("ed")
