"""A made casebook of the size the checks name: 300 reviews, 411 documents, a third finished.

Texts are drawn from the sample's own sentences and read in this process, which takes seconds
where children would take a minute. One document has nineteen suggestions.
"""

import hashlib
from contextlib import closing
from pathlib import Path

from caseview.domain.attribute import DetailName
from caseview.domain.codebook import Codebook
from caseview.domain.description import ReadDocument
from caseview.domain.suggestion import Decision, KeptSuggestion, Level, Suggestion
from caseview.locate import places
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.registry import read_text
from caseview.tagging.suggest import Tagger
from caseview.usecases.decide import Ruling, decide
from caseview.usecases.finish_document import finish_documents
from caseview.usecases.list_casebook import list_suggestions
from caseview.usecases.work import Casebook
from caseview.wiring.house import now
from tests.bench.made_texts import Texts
from tests.desktop.real_casebook import CODER, doorway

REVIEWS, DOCUMENTS = 300, 411
FINISHED = 100
"""So many reviews are finished, half of their suggestions accepted and a quarter rejected."""

SCREENED_OUT = 14
PARAGRAPHS = 3
NINETEEN = "nineteen.txt"
AREAS = ("Eastmere", "Kelbridge", "Harrowfield", "Saltwick", "Northmoor")
SCREENING = "Outside the period"


class InProcess:
    """Reads a text file as a child would."""

    def __init__(self, codebook: Codebook) -> None:
        self._describer = Describer(load_lists(places().resources / "lists"), codebook.headings)
        self._tagger = Tagger(codebook)

    def read(self, path: Path) -> ReadDocument:
        """Return what is read of a file of which nobody doubts that it can be read."""
        text = read_text(path)
        description = self._describer.describe(text, path.name)
        guess = description.guess
        found = self._tagger.suggest(description.passages, kind=guess.kind, form=guess.form)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return ReadDocument(str(path), sha256, text, description, found)


def make(folder: Path) -> Path:
    """Make the casebook in `folder` and return its path."""
    path = folder / "Made.casebook"
    with closing(doorway(folder).start(path, coder=CODER, passphrase=None)) as session:
        reader = InProcess(session.reading.codebook())
        _add(session.casebook, reader, folder)
        _decide(session.casebook)
        for number in range(REVIEWS - SCREENED_OUT, REVIEWS):
            session.deciding.screen(number + 1, SCREENING)
        for number, area in enumerate(AREAS):
            held = [review.id for review in session.reading.library()][number :: len(AREAS)]
            session.deciding.edit_reviews(
                held, {DetailName.AREA: [area], DetailName.PUBLISHED: [str(2019 + number)]}
            )
    return path


def _add(casebook: Casebook, reader: InProcess, folder: Path) -> None:
    """Add the documents: the first of each review, then a second one of those that have two."""
    texts, file = Texts(), folder / "made.txt"
    reviews: list[int] = []
    with casebook.writing() as work:
        for number in range(DOCUMENTS):
            words = texts.review(number, PARAGRAPHS)
            if number == REVIEWS // 2:
                file = folder / NINETEEN
                words = nineteen(texts, reader, file)
            else:
                file = folder / f"made-{number:03}.txt"
            file.write_text(words, encoding="utf-8")
            review = reviews[number - REVIEWS] if number >= REVIEWS else None
            kept = work.documents.add(reader.read(file), file.read_bytes(), review)
            reviews.append(kept.review_id)


def shown(suggestion: Suggestion) -> bool:
    """Whether a coder is asked about a suggestion."""
    return suggestion.confidence >= Level.NORMAL.least


def nineteen(texts: Texts, reader: InProcess, file: Path) -> str:
    """Return a text in which nineteen things are suggested, tried out in `file`."""
    parts = ["Safeguarding Adults Review: Subject of nineteen", "1. Part of the analysis"]
    found = 0
    while found < 19:
        tried = [*parts, texts.paragraph()]
        file.write_text("\n\n".join(tried), encoding="utf-8")
        now_found = sum(map(shown, reader.read(file).suggestions))
        if now_found <= 19:
            parts, found = tried, now_found
    return "\n\n".join(parts)


def _decide(casebook: Casebook) -> None:
    """Finish the documents of the first reviews; of four suggestions one stays undecided."""
    by_document: dict[int, list[KeptSuggestion]] = {}
    for kept in list_suggestions(casebook):
        if kept.review_id <= FINISHED and shown(kept.suggestion):
            by_document.setdefault(kept.document_id, []).append(kept)
    accepted: list[int] = []
    rejected: list[int] = []
    for held in by_document.values():
        accepted += [kept.id for number, kept in enumerate(held) if number % 4 < 2]
        rejected += [kept.id for number, kept in enumerate(held) if number % 4 == 2]
    decide(casebook, accepted, Ruling(Decision.ACCEPTED), coder=CODER, now=now)
    decide(casebook, rejected, Ruling(Decision.REJECTED), coder=CODER, now=now)
    with casebook.reading() as work:
        done = [each.id for each in work.documents.all() if each.review_id <= FINISHED]
    finish_documents(casebook, done, coder=CODER, now=now)
