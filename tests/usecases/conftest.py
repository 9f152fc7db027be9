"""A real casebook, and a reader that does in this process what the children do."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import ReadError
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.registry import read_text
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger
from caseview.usecases.ports import Stop

ROOT = Path(__file__).parents[2]
CORE = read_codebook((ROOT / "resources/codebooks/core.toml").read_text(encoding="utf-8"))

REPORT = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:
1. Chief Constable, Northmoor Constabulary

1 CORONER
I am Judith Vale, Senior Coroner, for the coroner area of Northmoor

2 CORONER'S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

3 INVESTIGATION and INQUEST
On 4 May 2022 I commenced an investigation into the death of Martin Alder, aged 41. The
investigation concluded at the end of the inquest on 2 March 2023.

5 CORONER'S CONCERNS
The MATTERS OF CONCERN are as follows:

(1) Officers accepted what they were told at face value and no one asked who else lived there.

(2) The unit was struggling to staff its shifts and had nine vacancies.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.

10 March 2023
"""


class InProcess:
    """A FileReader without children, so that use cases are tested apart from processes."""

    def __init__(self) -> None:
        lists = load_lists(ROOT / "resources" / "lists")
        self._describer = Describer(lists, CORE.headings)
        self._tagger = Tagger(CORE)
        self.asked: list[Path] = []

    def read(
        self, paths: Sequence[Path], *, jobs: int, stop: Stop
    ) -> Iterator[ReadDocument | Refused]:
        for path in paths:
            if stop():
                return
            self.asked.append(path)
            yield self._one(path)

    def _one(self, path: Path) -> ReadDocument | Refused:
        try:
            text = read_text(path)
        except ReadError as fault:
            return Refused(str(path), fault.message, fault.advice)
        description = self._describer.describe(text, path.name)
        guess = description.guess
        suggestions = self._tagger.suggest(description.passages, kind=guess.kind, form=guess.form)
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        return ReadDocument(str(path), sha256, text, description, suggestions)


@pytest.fixture(scope="session")
def engines() -> InProcess:
    return InProcess()


@pytest.fixture
def reader(engines: InProcess) -> InProcess:
    engines.asked.clear()
    return engines


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[StoredCasebook]:
    made = create_casebook(
        tmp_path / "learning.casebook",
        CORE,
        full_text=FullTextIndex(),
        migrations=ROOT / "db",
        passphrase=None,
        coder="JB",
    )
    yield made
    made.close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "alder-report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def clock() -> Callable[[], str]:
    ticks = iter(range(1000))
    return lambda: f"2024-05-01T09:00:{next(ticks):02}+00:00"
