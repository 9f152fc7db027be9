"""What the appliers of commands share: what they expect, and what they say they changed."""

from collections.abc import Callable
from typing import Any, NoReturn

from sqlalchemy import Connection, bindparam, select

from caseview.domain.changes import Changes
from caseview.domain.english import English
from caseview.domain.errors import CasebookError
from caseview.store.tables import DocumentRow

_REVIEWS = select(DocumentRow.review_id).where(
    DocumentRow.id.in_(bindparam("documents", expanding=True))
)
Applier = Callable[[Any, Connection], Changes]
"""Carries out a command of one type; raises CasebookError when the casebook is not as expected."""


def missing(what: str, number: int) -> NoReturn:
    """Raise CasebookError: there is no such thing of this number."""
    raise CasebookError(
        English("There is no {0} {1} in this casebook. Nothing was changed.", what, number),
        English("Look at the list of {0}s.", what),
    )


def expect(there: object, expected: object) -> None:
    """Raise CasebookError when what is there is not what was expected."""
    if there != expected:
        raise CasebookError(
            "This was changed in the meantime, so nothing was done.", "Look at it again first."
        )


def of_documents(connection: Connection, documents: frozenset[int], changes: Changes) -> Changes:
    """Return the changes with these documents and the reviews they are in."""
    reviews = connection.scalars(_REVIEWS, {"documents": documents})
    return changes | Changes(reviews=frozenset(reviews), documents=documents)
