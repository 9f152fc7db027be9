"""Checks the quotes of a summary against their sources before anything is written."""

from caseview.domain.errors import ExportError
from caseview.domain.summary import Summary
from caseview.usecases.work import Casebook


def check_quotes(casebook: Casebook, summary: Summary) -> tuple[str, ...]:
    """Return a plain sentence for each quote that no longer matches its source."""
    troubles = []
    texts: dict[int, str] = {}
    with casebook.reading() as work:
        for quote in summary.quotes:
            if quote.document_id not in texts:
                texts[quote.document_id] = work.documents.text(quote.document_id).text
            try:
                quote.check(texts[quote.document_id])
            except ExportError as trouble:
                troubles.append(str(trouble))
    return tuple(dict.fromkeys(troubles))
