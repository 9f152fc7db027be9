"""Invented reviews for measuring: the sample's own sentences, dealt out anew each time."""

import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KINDS = ("Safeguarding Adults Review", "Domestic Homicide Review", "Serious Case Review")
PLAIN = (
    "The bus to {place} left at {hour} on {day}.",
    "On {day} the market in {place} was busier than the week before.",
    "The road between {place} and the coast was closed at {hour}.",
    "It had rained in {place} since {day}, and the fields were wet.",
    "The library in {place} opens at {hour} and closes for lunch.",
    "The band played in {place} on {day} and again at {hour} the day after.",
    "A new bridge was opened in {place} on {day}.",
    "The clock on the hall in {place} struck at {hour}, as it does on {day}.",
)
PLACES = ("Eastmere", "Northmoor", "Saltwick", "Kelbridge", "Harrowfield")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PARAGRAPHS_A_SECTION = 12
PARAGRAPHS_A_PAGE = 5


class Texts:
    """Draws paragraphs of about 80 words; the same seed draws the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self._draw = random.Random(seed)  # noqa: S311 (texts, not secrets)
        self._sentences = _sentences()

    def paragraph(self) -> str:
        """Return four sentences that are full of themes."""
        return " ".join(self._draw.choices(self._sentences, k=4))

    def plain(self) -> str:
        """Return six sentences in which no theme is to be found."""
        fill = self._draw.choice
        return " ".join(
            fill(PLAIN).format(place=fill(PLACES), day=fill(DAYS), hour=f"{fill(range(1, 12))}.30")
            for _ in range(6)
        )

    def review(self, number: int, paragraphs: int) -> str:
        """Return a text with a title, sections and this many paragraphs."""
        parts = [f"{KINDS[number % len(KINDS)]}: Subject {number}", str(2015 + number % 10)]
        for at in range(paragraphs):
            if at % PARAGRAPHS_A_SECTION == 0:
                parts.append(f"{at // PARAGRAPHS_A_SECTION + 1}. Part of the analysis")
            parts.append(self.paragraph())
        return "\n\n".join(parts)

    def write(self, folder: Path, files: int, paragraphs: int) -> Path:
        """Write reviews as text files, one in ten of them ten times as long; return the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(files):
            long = 10 if number % 10 == 9 else 1
            text = self.review(number, paragraphs * long)
            (folder / f"invented-{number:05}.txt").write_text(text, encoding="utf-8")
        return folder

    def write_paged(self, path: Path, pages: int) -> Path:
        """Write one Word document of this many pages; return its path."""
        from docx import Document  # noqa: PLC0415 - only where a paged document is wanted

        made = Document()
        made.add_heading("Safeguarding Adults Review: Subject of many pages", 0)
        for page in range(pages):
            if page % 6 == 0:
                made.add_heading(f"Part {page // 6 + 1} of the analysis", 1)
            for at in range(PARAGRAPHS_A_PAGE):
                themes = at == 0 and page % 3 != 0
                made.add_paragraph(self.paragraph() if themes else self.plain())
            made.add_page_break()  # type: ignore[no-untyped-call]  # python-docx has no types here
        made.save(str(path))
        return path


def _sentences() -> list[str]:
    found: set[str] = set()
    for path in sorted((ROOT / "packaging" / "sample").glob("*.md")):
        _, _, body = path.read_text(encoding="utf-8").partition("===")
        for line in body.splitlines():
            if line[:1].isalpha():
                found.update(part.strip().rstrip(".") + "." for part in line.split(". "))
    return sorted(one for one in found if len(one.split()) > 3)
