"""Tags on whole pages: puts a theme on a page of a scan, which has no words to choose."""

from dataclasses import dataclass

from caseview.domain.changes import Changes
from caseview.domain.document import Page
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetTag
from caseview.domain.reads_as import ReadsAs
from caseview.domain.tag import BY_HAND, Tag
from caseview.usecases.ports import Now
from caseview.usecases.tag_passage import theme_in_use
from caseview.usecases.work import Casebook, Work


@dataclass(frozen=True, slots=True)
class ChosenPage:
    """The page a coder chose, by its number, and how it reads (None for the theme's default)."""

    document_id: int
    page: int
    theme: str
    reads_as: ReadsAs | None = None
    origin: str = BY_HAND


def tag_page(casebook: Casebook, chosen: ChosenPage, *, coder: str, now: Now) -> Changes:
    """Tag a whole page; return what changed.

    Raises CasebookError when the document has no such page, the page has words of its own or
    carries this coder's tag for the theme already, CodebookError when the theme is unknown; then
    nothing is tagged.
    """
    with casebook.writing() as work:
        theme = theme_in_use(work, chosen.theme)
        document = work.documents.get(chosen.document_id)
        page = _bare_page(work, chosen)
        _not_twice(work, chosen, coder)
        tag = Tag(
            id=work.decisions.new_id("tag"),
            document_id=document.id,
            review_id=document.review_id,
            passage_id=None,
            theme=theme.id,
            start=page.start,
            end=page.end,
            text="",
            reads_as=chosen.reads_as or theme.default_reads_as,
            restated=False,
            coder=coder,
            made_at=now(),
            codebook_version=work.codebook.version,
            origin=chosen.origin,
            page=page.number,
        )
        label = f"Tag page {page.number} “{theme.name}”"
        return work.journal.perform(label, [SetTag(None, tag)], coder)


def _bare_page(work: Work, chosen: ChosenPage) -> Page:
    pages = work.documents.text(chosen.document_id).pages
    page = next((one for one in pages if one.number == chosen.page), None)
    if page is None:
        raise CasebookError(
            English("The document has no page {0}. Nothing was tagged.", chosen.page),
            English("It has pages 1 to {0}.", len(pages)) if pages else "It came without pages.",
        )
    if not page.bare:
        raise CasebookError(
            English(
                "Page {0} has words, so it is not tagged whole. Nothing was tagged.", page.number
            ),
            "Choose the words that the theme stands on.",
        )
    return page


def _not_twice(work: Work, chosen: ChosenPage, coder: str) -> None:
    for tag in work.decisions.tags(document_id=chosen.document_id):
        if (tag.page, tag.coder, tag.theme) == (chosen.page, coder, chosen.theme):
            raise CasebookError(
                "You have tagged this page with this theme already. Nothing was added.",
                "Choose another page or another theme.",
            )
