"""How well files are read: words in order and whole paragraphs, against the development corpus.

    python tests/quality/reading_text.py [CORPUS]

prints a table: for each document the share of the gold's words found in the same order, and of
its passages how many are one paragraph of ours word for word, part of a longer one (glued), or
spread over several (cut).
"""

import json
import re
import sys
import time
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from caseview.domain.document import DocumentText, ParagraphStyle
from caseview.readers.registry import read_text

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_LETTERS = re.compile(r"[^\W_]+")
_FRONT_NUMBER = re.compile(r"^\s*(?:R?\d+(?:\.\d+)*[.:)]*|\(?(?:\d+|[a-z]|[ivx]+)[.)]+)\s+")


@dataclass
class Score:
    """What was found of one document's gold."""

    name: str
    words: float
    passages: int
    whole: int
    glued: int
    seconds: float
    pages: int

    @property
    def cut(self) -> int:
        """How many passages are spread over several paragraphs, or not there."""
        return self.passages - self.whole - self.glued


def words(text: str) -> list[str]:
    """Return the words of `text` in small letters."""
    return _LETTERS.findall(text.lower())


def key(text: str) -> str:
    """Return `text` as its letters and digits, without a number in front."""
    return "".join(words(_FRONT_NUMBER.sub("", text)))


def score(name: str, read: DocumentText, gold: list[str], seconds: float) -> Score:
    """Return how much of `gold` (passages in order) is in `read`."""
    ours, theirs = words(read.text), [word for passage in gold for word in words(passage)]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    found = sum(block.size for block in blocks) / max(1, len(theirs))
    paragraphs = [
        key(part)
        for p in read.paragraphs
        for part in (
            re.split(r" \| |\n", read.text[p.start : p.end])
            if p.style is ParagraphStyle.TABLE_ROW
            else [read.text[p.start : p.end]]
        )
    ]
    exact = set(paragraphs)
    whole = sum(key(passage) in exact for passage in gold)
    glued = sum(
        key(passage) not in exact and any(key(passage) in paragraph for paragraph in paragraphs)
        for passage in gold
    )
    return Score(name, found, len(gold), whole, glued, seconds, len(read.pages))


def timed(path: Path) -> tuple[DocumentText, float]:
    """Return a file's text and the seconds it took."""
    began = time.perf_counter()
    return read_text(path), time.perf_counter() - began


def invented(corpus: Path) -> list[Score]:
    """Score the invented documents that have words: a scan has where Tesseract is there."""
    scores = []
    for gold_file in sorted((corpus / "invented" / "gold").glob("*.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        read, seconds = timed(corpus / "invented" / "files" / gold["file"])
        if read.text:
            passages = [passage["text"] for passage in gold["passages"]]
            scores.append(score(gold["file"], read, passages, seconds))
    return scores


def boxed(corpus: Path) -> list[Score]:
    """Score the boxed forms against the same reports as plain text."""
    scores = []
    for file in sorted((corpus / "real" / "pfd_boxed").iterdir()):
        plain = next((corpus / "real" / "pfd").glob(f"{file.stem}*.txt"), None)
        if plain is None:
            continue
        read, seconds = timed(file)
        blocks = [b for b in plain.read_text(encoding="utf-8").split("\n") if len(b.split()) > 12]
        scores.append(score(file.name, read, blocks, seconds))
    return scores


def write(line: str) -> None:
    """Write one line of the table."""
    sys.stdout.write(f"{line}\n")


def table(scores: list[Score]) -> None:
    """Print the scores and their sum."""
    write(
        f"{'document':44} {'words':>7} {'pass.':>6} {'whole':>6} {'glued':>6} {'cut':>5} {'ms':>6}"
    )
    for s in scores:
        write(
            f"{s.name[:44]:44} {s.words:7.4f} {s.passages:6} {s.whole:6} {s.glued:6} {s.cut:5}"
            f" {1000 * s.seconds:6.0f}"
        )
    passages = sum(s.passages for s in scores)
    whole = sum(s.whole for s in scores)
    mean = sum(s.words for s in scores) / max(1, len(scores))
    write(f"{'all':44} {mean:7.4f} {passages:6} {whole:6}   whole {whole / max(1, passages):.1%}\n")


if __name__ == "__main__":
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not root.is_dir():
        sys.exit(f"the development corpus is not at {root}: nothing was measured")
    table(invented(root))
    table(boxed(root))
