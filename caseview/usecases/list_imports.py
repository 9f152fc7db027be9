"""The list of what became of each file ever imported, to be written out."""

from collections import Counter
from pathlib import PurePath

from caseview.domain.listing import Listing
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.work import Casebook

WORDS = {
    OutcomeKind.IMPORTED: "Imported",
    OutcomeKind.ALREADY_HERE: "Already here",
    OutcomeKind.NEW_VERSION: "New version",
    OutcomeKind.NO_TEXT: "No text",
    OutcomeKind.REFUSED: "Not imported",
}
_HEADS = (
    "What happened", "File", "Why", "What to do", "Review type", "Form", "Pages", "Words",
    "Review", "Document", "Path",
)  # fmt: skip


def import_list(casebook: Casebook) -> Listing:
    """Return every outcome of every import, oldest first, with how many came to which end."""
    info = casebook.info()
    with casebook.reading() as work:
        outcomes = work.imports.all()
    counts = Counter(one.outcome for one in outcomes)
    about = [("Casebook", info.title), ("Files", f"{len(outcomes):,}")]
    about += [(WORDS[kind], f"{counts[kind]:,}") for kind in OutcomeKind]
    return Listing(
        "What happened to each file",
        _HEADS,
        tuple(_row(one) for one in outcomes),
        tuple(about),
        info.marking,
    )


def _row(one: ImportOutcome) -> tuple[str | int | None, ...]:
    return (
        WORDS[one.outcome],
        PurePath(one.path).name,
        one.reason or None,
        one.advice or None,
        one.kind.label if one.kind else None,
        one.form.label if one.form else None,
        one.pages or None,
        one.words or None,
        one.review_id,
        one.document_id,
        one.path,
    )
