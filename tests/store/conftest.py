"""Casebooks, plain and keyed, and documents invented for the store's tests."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from caseview.domain.attribute import Detail, DetailName
from caseview.domain.codebook import Codebook, Effect, Rule, Theme, ThemeGroup
from caseview.domain.description import Description, KindGuess, ReadDocument
from caseview.domain.document import (
    DocumentText,
    Form,
    Kind,
    Line,
    Page,
    Paragraph,
    ParagraphStyle,
)
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.section import Section, SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook, open_casebook
from caseview.store.other_casebook import OtherCasebook, open_other

MIGRATIONS = Path(__file__).parents[2] / "db"
PASSPHRASE = " ".join(("three", "plain", "words"))
WORDS = (
    "The agencies",
    "Nobody asked who else lived at the address.",
    "Staff vacancies stood at a third throughout the spring.",
    "The school nurse kept calm and careful notes.",
)


def quick_key(passphrase: bytes, salt: bytes) -> bytes:
    """Derive a key as the program does, at a cost fit for tests."""
    return hashlib.scrypt(passphrase, salt=salt, n=2, r=1, p=1, dklen=32)


def _codebook(version: str = "1") -> Codebook:
    """Return a codebook of three themes and a marker."""
    themes = [
        Theme(
            one,
            one.capitalize(),
            "practice",
            f"About {one}.",
            rules=(Rule(f"{one}.gap.1", one, Effect.GAP, one),),
        )
        for one in ("curiosity", "staffing", "recording")
    ]
    themes.append(Theme("change", "Change since", "", "Said to be better since.", marker=True))
    return Codebook(
        id="small",
        name="Small",
        version=version,
        language="en-GB",
        groups=(ThemeGroup("practice", "Practice", "PR"),),
        themes=tuple(themes),
    )


def _document(
    name: str = "north.pdf", words: Sequence[str] = WORDS, **changes: Any
) -> tuple[ReadDocument, bytes]:
    """Return what was read of an invented file, and its bytes.

    The first paragraph is a heading; each other one carries a suggestion on its first word.
    """
    original = ("%PDF " + name + "\n" + "\n".join(words)).encode(errors="surrogatepass")
    text = "\n\n".join(words)
    paragraphs, start = [], 0
    for number, one in enumerate(words, start=1):
        style = ParagraphStyle.HEADING if number == 1 else ParagraphStyle.BODY
        level = 1 if number == 1 else 0
        paragraphs.append(
            Paragraph(start, start + len(one), number, 1, f"1.{number}", style, level, number == 1)
        )
        start += len(one) + 2
    lines = tuple(
        Line(p.start, p.end, 1, 20.0 * p.number, 20.0 * p.number + 12, _edges(p.end - p.start))
        for p in paragraphs
    )
    description = Description(
        guess=KindGuess(Kind.SAR, Form.FULL_REPORT, 2.5, None, ("Safeguarding Adults Review",)),
        details=_details(text),
        outline=(Section(words[0], SectionRole.FINDINGS, 1, 0, len(text)),) if words else (),
        passages=tuple(_passage(p, text, words[0]) for p in paragraphs),
        recommendations=_asked(Recommendation, paragraphs, text),
        concerns=_asked(Concern, paragraphs, text),
    )
    read = ReadDocument(
        path=f"/from/{name}",
        sha256=hashlib.sha256(original).hexdigest(),
        text=DocumentText(
            text,
            tuple(paragraphs),
            (Page(1, 0, len(text), 595.0, 842.0, ("Page 1",)),) if words else (),
            lines,
            ((0, 3, 0.875),) if words else (),
            ("1 hidden passage was left out.",),
        ),
        description=description,
        suggestions=tuple(_suggestion(p, text) for p in paragraphs[1:]),
    )
    return replace(read, **changes), original


def _edges(count: int) -> tuple[float, ...]:
    return tuple(round(72 + 5.13 * i, 2) for i in range(count + 1))


def _details(text: str) -> tuple[Detail, ...]:
    if not text:
        return (Detail(DetailName.SUBJECT, "Adult Q"),)
    first = text.split(maxsplit=1)[0]
    return (
        Detail(DetailName.SUBJECT, "Adult Q", first, 0, len(first)),
        Detail(DetailName.PUBLISHED, "2021-09"),
        Detail(DetailName.BOARD, "Northmoor Safeguarding Adults Board", confirmed=True),
        Detail(DetailName.AGENCY, "Police"),
        Detail(DetailName.AGENCY, "Housing", known=False),
    )


def _passage(paragraph: Paragraph, text: str, heading: str) -> Passage:
    return Passage(
        paragraph.start,
        paragraph.end,
        text[paragraph.start : paragraph.end],
        paragraph.number,
        paragraph.page,
        SectionRole.FINDINGS,
        paragraph.printed,
        paragraph.style,
        restated=paragraph.number == 3,
        heading=heading,
    )


def _asked(kind: type[Any], paragraphs: Sequence[Paragraph], text: str) -> tuple[Any, ...]:
    return tuple(
        kind("1", text[p.start : p.end], "The board", p.start, p.end) for p in paragraphs[-1:]
    )


def _suggestion(paragraph: Paragraph, text: str) -> Suggestion:
    theme = ("curiosity", "staffing", "recording")[paragraph.number % 3]
    words = text[paragraph.start : paragraph.end].split(maxsplit=1)[0]
    return Suggestion(
        theme,
        paragraph.start,
        paragraph.start + len(words),
        words,
        ReadsAs.GAP,
        f"{theme}.gap.1",
        "The words name it.",
        0.4 + 0.1 * paragraph.number,
    )


Maker = Callable[..., StoredCasebook]


@pytest.fixture
def document() -> Callable[..., tuple[ReadDocument, bytes]]:
    """Return the function that makes an invented document: what was read, and its bytes."""
    return _document


@pytest.fixture
def codebook() -> Callable[..., Codebook]:
    """Return the function that makes the small codebook."""
    return _codebook


@pytest.fixture(params=["plain", "keyed"])
def passphrase(request: pytest.FixtureRequest) -> str | None:
    return PASSPHRASE if request.param == "keyed" else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.casebook"


@pytest.fixture
def opener(path: Path, passphrase: str | None) -> Maker:
    """Return the function that opens the test's casebook again, unless told otherwise."""

    def opened(where: Path = path, **changes: Any) -> StoredCasebook:
        usual = {"passphrase": passphrase, "coder": "SO", "migrations": MIGRATIONS}
        return open_casebook(where, full_text=FullTextIndex(), derive=quick_key, **usual | changes)

    return opened


@pytest.fixture
def maker(path: Path, passphrase: str | None) -> Maker:
    """Return the function that makes the test's casebook, unless told otherwise."""

    def made(where: Path = path, **changes: Any) -> StoredCasebook:
        usual = {"passphrase": passphrase, "coder": "SO", "migrations": MIGRATIONS}
        return create_casebook(
            where, _codebook(), full_text=FullTextIndex(), derive=quick_key, **usual | changes
        )

    return made


@pytest.fixture
def casebook(maker: Maker) -> Iterator[StoredCasebook]:
    """Return a new casebook, given back when the test ends."""
    made = maker(title="National learning")
    yield made
    made.close()


@pytest.fixture
def run_alone(casebook: StoredCasebook, path: Path, passphrase: str | None) -> Callable[[str], str]:
    """Return the function that opens the casebook in a process of its own and runs code there."""
    casebook.close()
    opening = (
        "import runpy, sys; from pathlib import Path; kit = runpy.run_path(sys.argv[1]); "
        "made = kit['open_casebook'](Path(sys.argv[2]), full_text=kit['FullTextIndex'](), "
        "migrations=kit['MIGRATIONS'], passphrase=sys.argv[3] or None, coder='SO', "
        "derive=kit['quick_key'])\n"
    )

    def run(code: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", opening + code, __file__, str(path), passphrase or ""],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    return run


@pytest.fixture
def other_path(tmp_path: Path) -> Path:
    return tmp_path / "theirs.casebook"


@pytest.fixture
def reading(path: Path, other_path: Path, passphrase: str | None) -> Callable[..., Any]:
    """Return what opens the other casebook to read, as a context."""

    @contextmanager
    def opened(**changes: Any) -> Iterator[OtherCasebook]:
        usual = {"beside": path, "migrations": MIGRATIONS, "passphrase": passphrase, "coder": "JB"}
        other = open_other(
            other_path, full_text=FullTextIndex(), derive=quick_key, **usual | changes
        )
        try:
            yield other
        finally:
            other.close()

    return opened


@pytest.fixture
def ours(maker: Maker) -> Iterator[StoredCasebook]:
    """Return the casebook merged into; the first coder is JB."""
    made = maker(coder="JB")
    yield made
    made.close()


@pytest.fixture
def theirs(maker: Maker, other_path: Path) -> Iterator[StoredCasebook]:
    """Return the other casebook; its coder is SO."""
    made = maker(other_path, coder="SO")
    yield made
    made.close()
