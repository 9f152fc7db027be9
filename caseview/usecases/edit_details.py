"""Edits what is recorded about documents; what a person typed is confirmed."""

from collections.abc import Sequence

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.domain.journal import SetDetails
from caseview.usecases.work import Casebook


def edit_details(
    casebook: Casebook,
    documents: Sequence[int],
    name: DetailName,
    values: Sequence[str],
    *,
    coder: str,
) -> Changes:
    """Give documents these confirmed values of one detail as one undoable act.

    A value that was read from the document keeps the words that support it. No values means
    "not recorded". Raises CasebookError when a document is unknown or when a detail that has
    one value is given several.
    """
    wanted = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    if len(wanted) > 1 and not name.many:
        raise CasebookError(
            English(
                "“{0}” has one value, and {1} were given. Nothing was changed.",
                name.label,
                len(wanted),
            ),
            "Give one.",
        )
    with casebook.writing() as work:
        commands = []
        for document_id in dict.fromkeys(documents):
            work.documents.get(document_id)
            before = tuple(
                detail for detail in work.documents.details(document_id) if detail.name is name
            )
            after = tuple(_confirmed(name, value, before) for value in wanted)
            if after != before:
                commands.append(SetDetails(document_id, name, before, after))
        if not commands:
            return Changes()
        return work.journal.perform(f"Change {name.label.lower()}", commands, coder)


def _confirmed(name: DetailName, value: str, before: tuple[Detail, ...]) -> Detail:
    for detail in before:
        if detail.value == value:
            return Detail(
                name,
                value,
                detail.text,
                detail.start,
                detail.end,
                confirmed=True,
                known=detail.known,
            )
    return Detail(name, value, confirmed=True)
