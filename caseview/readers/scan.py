"""Scanned pages: Tesseract, where this computer has it, reads the words on their pictures."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from caseview.readers.limits import Cores, Limits
from caseview.readers.programs import ProgramError, find_program, run_program
from caseview.readers.scan_lines import OcrWord, words_of

_LANGUAGE = "eng"
_DOTS = 200
_POINTS = 72
_LONGEST_SIDE = 8_000
_LOOK_UP = 10.0
_MOST_AT_ONCE = 64
_MOST_HELD = 8


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Tesseract on this computer, with its English data; as many pages at once as `cores` says."""

    program: Path
    cores: Cores
    seconds: float

    def words(self, pictures: "Iterable[Picture | None]") -> "Iterator[list[OcrWord] | None]":
        """Yield the words of each picture in reading order.

        None where a picture is missing or took too long. A few pictures are taken ahead and no
        more: they are large. Boxes are in points from the
        top left of the page as it is shown.
        """
        with ThreadPoolExecutor(max_workers=_MOST_AT_ONCE) as pool:
            under_way: deque[Future[list[OcrWord] | None]] = deque()
            for picture in pictures:
                self._wait_for_room(under_way)
                under_way.append(pool.submit(self._words_on, picture))
                while under_way and (under_way[0].done() or len(under_way) > _MOST_HELD):
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()

    def _wait_for_room(self, under_way: "Iterable[Future[list[OcrWord] | None]]") -> None:
        """Return once a core is free; how many there are may change while pages are read."""
        while True:
            busy = [page for page in under_way if not page.done()]
            if len(busy) < self.cores():
                return
            wait(busy, return_when=FIRST_COMPLETED)

    def _words_on(self, picture: "Picture | None") -> list[OcrWord] | None:
        if picture is None:
            return None
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
