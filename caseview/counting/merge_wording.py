"""Says what a merge of two casebooks would bring, in the words of window and command line."""

from caseview.counting.wording import joined, several
from caseview.domain.english import English
from caseview.domain.merging import Merged, MergePreview

_DECISIONS = English(
    "on suggestions, finished documents and details will be taken over, where nobody here has "
    "decided."
)
_REGISTER = English(
    "of its register of recommendations will be taken over, where nobody here has said anything."
)
_SAVED = English(
    "(searches, cross-tabs, filters) will be kept here too. Saved summaries stay there."
)
_REREAD = English("otherwise there than here by the same coder: both are kept.")
_UNPLACED = English(
    "on words that this casebook reads otherwise: they come as notes on their documents."
)
_THEMES = English("Themes that only its codebook has will be added:")
_STILL_TAGGING = English(
    "still being tagged here and tagged there too: after the merge their coders see each other’s "
    "tags. Finish them first if agreement is to be measured."
)


def preview_sentence(preview: MergePreview) -> str:
    """Return the sentence of the preview: how much is new, is in both, and clashes."""
    return (
        f"{_are(preview.new_reviews, 'review', 'new here')}. "
        f"{_are(preview.shared_reviews, '', 'in both')}. "
        f"{several(preview.clashes, 'tag')} {'clashes' if preview.clashes == 1 else 'clash'}."
    )


def preview_notes(preview: MergePreview) -> tuple[str, ...]:
    """Return what else is worth knowing before a merge."""
    if preview.brings_nothing:
        return (English("“{0}” holds nothing that is not here already.", preview.name),)
    here = English("is here") if preview.known_tags == 1 else English("are here")
    brought = English("It brings {0} by {1}", several(preview.tags, "tag"), _names(preview.coders))
    known = English("{0} {1} already", several(preview.known_tags, "tag"), here)
    said = (
        (preview.decisions, "decision", "decisions", _DECISIONS),
        (preview.register, "entry", "entries", _REGISTER),
        (preview.saved, English("saved question"), English("saved questions"), _SAVED),
        (
            preview.clashes,
            "",
            "",
            English("Clashes keep both coders’ tags and are listed under Agreement."),
        ),
        (preview.reread, English("tag reads"), English("tags read"), _REREAD),
        (preview.unplaced, English("tag stands"), English("tags stand"), _UNPLACED),
        (len(preview.themes), "", "", f"{_THEMES} {joined(preview.themes)}."),
        (preview.still_tagging, English("document is"), English("documents are"), _STILL_TAGGING),
    )
    return (
        English("{0}; {1}. Every tag keeps its coder.", brought, known),
        *(
            f"{several(count, one, more)} {words}" if one else words
            for count, one, more, words in said
            if count
        ),
    )


def merged_sentence(merged: Merged) -> str:
    """Return what a merge did."""
    brought = merged.preview
    if brought.brings_nothing:
        return English(
            "“{0}” holds nothing that is not here already. Nothing was changed.", brought.name
        )
    return English(
        "Merged “{0}”: {1} and {2} came in. {3} {4}.",
        brought.name,
        several(brought.new_documents, "document"),
        several(brought.tags, "tag"),
        several(brought.clashes, "tag"),
        "clashes" if brought.clashes == 1 else "clash",
    )


def _are(count: int, noun: str, what: str) -> str:
    counted = several(count, noun) if noun else f"{count:,}"
    return f"{counted} {'is' if count == 1 else 'are'} {what}"


def _names(coders: tuple[str, ...]) -> str:
    return joined(coders) if coders else "nobody"
