"""Every tag of a casebook as a plain list, each with its words and its place."""

from collections.abc import Sequence

from caseview.domain.listing import Listing
from caseview.domain.tag import Tag
from caseview.usecases.work import Casebook

HEADS = (
    "Tag", "Review", "Kind", "Year", "Document", "Page", "Paragraph", "Section", "Theme",
    "Reads as", "Restated", "Coder", "Made at", "Came from", "Key quote", "Start", "End", "Words",
)  # fmt: skip


def _about_pages(tags: Sequence[Tag]) -> tuple[tuple[str, str], ...]:
    """Return what to know of tags without words, nothing where there are none."""
    whole = sum(tag.page is not None for tag in tags)
    if not whole:
        return ()
    said = f"{whole:,} of the tags; such a page has no words, so no paragraph, section or length."
    return (("Whole pages", said),)


def tag_table(casebook: Casebook) -> Listing:
    """Return every tag in reading order, with what is needed to find its words again."""
    info = casebook.info()
    with casebook.reading() as work:
        reviews = {review.id: review for review in work.reviews.all()}
        documents = {document.id: document for document in work.documents.all()}
        names = {theme.id: theme.name for theme in work.codebook.themes}
        tags = work.decisions.tags()
        passages = {
            kept.id: kept.passage
            for number in sorted({tag.document_id for tag in tags})
            for kept in work.documents.passages(number)
        }

    def row(tag: Tag) -> tuple[str | int | None, ...]:
        review = reviews[tag.review_id]
        passage = None if tag.passage_id is None else passages[tag.passage_id]
        return (
            tag.id, review.title, review.kind.label, review.year,
            documents[tag.document_id].name, passage.page if passage else tag.page,
            passage.printed or str(passage.number) if passage else "",
            passage.heading if passage else "", names.get(tag.theme, tag.theme),
            tag.reads_as.label, "yes" if tag.restated else "", tag.coder, tag.made_at, tag.origin,
            "yes" if tag.is_key else "", tag.start, tag.end, tag.words,
        )  # fmt: skip

    return Listing(
        title=f"Tags of {info.title}",
        heads=HEADS,
        rows=tuple(map(row, tags)),
        about=(
            ("Casebook", info.title),
            ("Codebook", f"{info.codebook}, version {info.codebook_version}"),
            ("Tags", f"{len(tags):,}"),
            ("Start and end", "In characters of the document’s text, the end not included."),
            *_about_pages(tags),
        ),
        marking=info.marking,
    )
