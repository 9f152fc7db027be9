"""Scanned pages: Tesseract, where this computer has it, reads the words on their pictures."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from caseview.readers.limits import Limits
from caseview.readers.programs import ProgramError, find_program, run_program
from caseview.readers.scan_lines import OcrWord, words_of

_LANGUAGE = "eng"
_DOTS = 200
_POINTS = 72
_LONGEST_SIDE = 8_000
_LOOK_UP = 10.0


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Tesseract on this computer, with its English data; `cores` pages are read at a time."""

    program: Path
    cores: int
    seconds: float

    def words(self, pictures: "list[Picture]") -> "list[list[OcrWord] | None]":
        """Return the words of each picture in reading order, None where it took too long.

        Boxes are in points from the top left of the page as it is shown.
        """
        with ThreadPoolExecutor(max_workers=max(1, self.cores)) as pool:
            return list(pool.map(self._words_on, pictures))

    def _words_on(self, picture: "Picture") -> list[OcrWord] | None:
        page = ("stdin", "stdout", "-l", _LANGUAGE, "--dpi", str(_DOTS))
        try:
            table = run_program(
                [self.program, *page, "-c", "tessedit_create_tsv=1"],
                seconds=self.seconds,
                given=picture.pixels,
                # One core a page: its own threads slow it down where others work too.
                settings={"OMP_THREAD_LIMIT": "1"},
            )
        except ProgramError:
            return None
        return words_of(table.decode("utf-8", errors="replace"), picture.points)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a grey picture (PGM); `points` is the size of one pixel in points."""

    pixels: bytes
    points: float


def recogniser(limits: Limits) -> Recogniser | None:
    """Return what reads scanned pages, None where this computer has not all it takes."""
    program = find_program("tesseract")
    if program is None:
        return None
    try:
        listed = run_program([program, "--list-langs"], seconds=_LOOK_UP)
    except ProgramError:
        return None
    if _LANGUAGE not in listed.decode("utf-8", errors="replace").split():
        return None
    return Recogniser(program, limits.cores, limits.scan_pages * limits.seconds_a_page)


def picture_of(page: pdfium.PdfPage) -> Picture:
    """Return a page as Tesseract wants it: grey, at 200 dots an inch, no side too long."""
    width, height = page.get_size()
    scale = min(_DOTS / _POINTS, _LONGEST_SIDE / max(width, height, 1))
    shown = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    head = f"P5 {shown.width} {shown.height} 255\n".encode("ascii")
    return Picture(head + shown.tobytes(), 1 / scale)
