"""Checks the quotes of a summary against their sources before anything is written."""

from caseview.domain.errors import ExportError
from caseview.domain.summary import Summary
from caseview.usecases.work import Casebook


def check_quotes(casebook: Casebook, summary: Summary) -> tuple[str, ...]:
    """Return a plain sentence for each quote that no longer matches its source."""
    troubles = []
    texts: dict[int, str] = {}
    with casebook.reading() as work:
        for section in summary.sections:
            for item in (
                *section.gaps,
                *section.good_practice,
                *section.recommended,
                *section.improved,
            ):
                document_id = item.quote.document_id
                if document_id not in texts:
                    texts[document_id] = work.documents.text(document_id).text
                try:
                    item.quote.check(texts[document_id])
                except ExportError as trouble:
                    troubles.append(str(trouble))
    return tuple(dict.fromkeys(troubles))
