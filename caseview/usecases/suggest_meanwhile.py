"""Suggests on what is imported by the codebook in use, though another one was when it was read."""

from dataclasses import replace

from caseview.domain.codebook import Codebook
from caseview.domain.description import ReadDocument
from caseview.tagging.suggest import Tagger
from caseview.usecases.work import Casebook, Work


class KeepingUp:
    """Keeps the suggestions of an import up with the codebook.

    A reader goes on with the codebook it began with, for its children hold it.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._read_by = codebook
        self._tagger: tuple[Codebook, Tagger] | None = None

    def by_codebook_in_use(self, work: Work, read: ReadDocument) -> ReadDocument:
        """Return a document as read, with suggestions by the codebook in use in this work.

        They are made anew only where another codebook was put in use meanwhile.
        """
        codebook = work.codebook
        if codebook == self._read_by:
            return read
        if self._tagger is None or self._tagger[0] != codebook:
            self._tagger = (codebook, Tagger(codebook))
        about, guess = read.description, read.description.guess
        put = self._tagger[1].suggest(about.passages, kind=guess.kind, form=guess.form)
        return replace(read, suggestions=put)


def codebook_in_use(casebook: Casebook) -> Codebook:
    """Return the codebook in use."""
    with casebook.reading() as work:
        return work.codebook
