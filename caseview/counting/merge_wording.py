"""Says what a merge of two casebooks would bring, in the words of window and command line."""

from caseview.counting.wording import joined, several
from caseview.domain.merging import Merged, MergePreview


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
        return (f"“{preview.name}” holds nothing that is not here already.",)
    here = "is here" if preview.known_tags == 1 else "are here"
    brought = f"It brings {several(preview.tags, 'tag')} by {_names(preview.coders)}"
    known = f"{several(preview.known_tags, 'tag')} {here} already"
    said = [f"{brought}; {known}. Every tag keeps its coder."]
    if preview.decisions:
        said.append(
            f"{several(preview.decisions, 'decision')} on suggestions, finished documents and "
            "details that nobody has decided here will be taken over."
        )
    if preview.clashes:
        said.append("Clashes keep both coders’ tags and are listed under Agreement.")
    if preview.reread:
        are = "tag reads" if preview.reread == 1 else "tags read"
        said.append(
            f"{preview.reread:,} {are} otherwise there than here by the same coder: both are kept."
        )
    if preview.unplaced:
        are = "tag stands" if preview.unplaced == 1 else "tags stand"
        said.append(
            f"{preview.unplaced:,} {are} on words that this casebook reads otherwise: they come as "
            "notes on their documents."
        )
    if preview.themes:
        said.append(f"Themes that only its codebook has will be added: {joined(preview.themes)}.")
    if preview.still_tagging:
        are = "document is" if preview.still_tagging == 1 else "documents are"
        said.append(
            f"{preview.still_tagging:,} {are} still being tagged here and tagged there too: after "
            "the merge their coders see each other’s tags. Finish them first if agreement is to be "
            "measured."
        )
    return tuple(said)


def merged_sentence(merged: Merged) -> str:
    """Return what a merge did."""
    brought = merged.preview
    if brought.brings_nothing:
        return f"“{brought.name}” holds nothing that is not here already. Nothing was changed."
    return (
        f"Merged “{brought.name}”: {several(brought.new_documents, 'document')} and "
        f"{several(brought.tags, 'tag')} came in. "
        f"{several(brought.clashes, 'tag')} {'clashes' if brought.clashes == 1 else 'clash'}."
    )


def _are(count: int, noun: str, what: str) -> str:
    counted = several(count, noun) if noun else f"{count:,}"
    return f"{counted} {'is' if count == 1 else 'are'} {what}"


def _names(coders: tuple[str, ...]) -> str:
    return joined(coders) if coders else "nobody"
