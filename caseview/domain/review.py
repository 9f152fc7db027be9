"""Reviews: one case each, the unit of counting."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.attribute import Detail, DetailName, value, values
from caseview.domain.document import Document, Kind
from caseview.domain.english import English


class Status(StrEnum):
    """How far the work on a review has come."""

    TO_TAG = "to_tag"
    TAGGING = "tagging"
    FINISHED = "finished"
    SCREENED_OUT = "screened_out"
    NO_TEXT = "no_text"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Review:
    """One case with its documents, details and status.

    `title` is the short name shown in lists; `details` are those of the principal document first,
    then what the others add; `to_decide` counts undecided suggestions at level normal; `readers`
    are the initials of those who tagged in it or finished a document of it, in order.
    """

    id: int
    title: str
    kind: Kind
    status: Status
    documents: tuple[Document, ...] = ()
    details: tuple[Detail, ...] = ()
    kind_also: Kind | None = None
    screened_out: str | None = None
    tags: int = 0
    to_decide: int = 0
    readers: tuple[str, ...] = ()

    @property
    def year(self) -> str | None:
        """The year of publication, else of the death, else None."""
        for name in (DetailName.PUBLISHED, DetailName.DATE_OF_DEATH):
            if found := value(self.details, name):
                return found[:4]
        return None

    def attribute(self, name: DetailName) -> tuple[str, ...]:
        """Return every recorded value of one detail."""
        return values(self.details, name)


def status_of(documents: Iterable[Document], *, screened_out: str | None, decided: bool) -> Status:
    """Return the status of a review with these documents.

    `decided` says whether a coder has decided anything in it. A review is finished when each of
    its counted documents with text is; with no text at all it is "no text".
    """
    if screened_out is not None:
        return Status.SCREENED_OUT
    readable = [document for document in documents if document.stands]
    if not readable:
        return Status.NO_TEXT
    counted = [document for document in readable if document.form.counted] or readable
    finished = [document.finished_at is not None for document in counted]
    if all(finished):
        return Status.FINISHED
    return Status.TAGGING if decided or any(finished) else Status.TO_TAG
