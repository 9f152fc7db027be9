"""Make PDF files, with a text layer or as a scan, from the Word documents of the samples.

LibreOffice makes the PDF and pdftoppm the page pictures of the scan; only this builder needs them.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from sample_source import Source

SCAN_DPI = 130
SCAN_QUALITY = 38
_NOISE = 0.045
_PAPER = 246


def write_pdf(source: Source, made: Path, path: Path) -> None:
    """Convert a Word document to PDF."""
    moment = _moment(source)
    with tempfile.TemporaryDirectory() as profile:
        environment = dict(os.environ, SOURCE_DATE_EPOCH=str(int(moment.timestamp())))
        command = [
            _program("soffice"),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            str(path.parent),
            str(made),
        ]
        subprocess.run(command, check=True, capture_output=True, env=environment)
    made_pdf = path.parent / f"{made.stem}.pdf"
    made_pdf.replace(path)
    _fix_times(path, moment)


def write_scan(source: Source, made: Path, path: Path) -> None:
    """Convert a Word document to a PDF that holds only slightly crooked grey pictures."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "pages.pdf"
        write_pdf(source, made, pdf)
        command = [_program("pdftoppm"), "-r", str(SCAN_DPI), "-gray", str(pdf), f"{folder}/page"]
        subprocess.run(command, check=True, capture_output=True)
        pictures = sorted(Path(folder).glob("page*.pgm"))
        pages = [_scanned(picture, seed) for seed, picture in enumerate(pictures)]
    moment = _moment(source).timetuple()
    pages[0].save(
        path,
        save_all=True,
        append_images=pages[1:],
        resolution=SCAN_DPI,
        quality=SCAN_QUALITY,
        title=source.settings["title"],
        author=source.settings["author"],
        producer="",
        creationDate=moment,
        modDate=moment,
    )


def _scanned(picture: Path, seed: int) -> Image.Image:
    """Make a clean page picture look as though it had been through an office scanner."""
    # The seed makes the same noise at every run; nothing here is a secret.
    chance = random.Random(seed)  # noqa: S311
    page = Image.open(picture).convert("L").point(lambda value: min(value + 12, _PAPER))
    angle = chance.uniform(-0.7, 0.7)
    page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=_PAPER)
    width, height = page.size
    small = (width // 2, height // 2)
    noise = Image.frombytes("L", small, chance.randbytes(small[0] * small[1])).resize(page.size)
    return Image.blend(page, noise, _NOISE).filter(ImageFilter.GaussianBlur(0.4))


def _fix_times(path: Path, moment: datetime) -> None:
    """Give the PDF the date of its document, and an identifier made from its name."""
    data = path.read_bytes()
    stamp = moment.strftime("D:%Y%m%d%H%M%S").encode()
    data = re.sub(rb"D:\d{14}", stamp, data)
    fixed = random.Random(path.name).randbytes(16).hex().upper().encode()  # noqa: S311
    data = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", fixed, data)
    checksum = re.compile(rb"(?<=/DocChecksum /)[0-9A-F]{32}")
    path.write_bytes(checksum.sub(fixed, data))


def _moment(source: Source) -> datetime:
    """Nine in the morning on the day of the document."""
    return datetime(source.date.year, source.date.month, source.date.day, 9, tzinfo=UTC)


def _program(name: str) -> str:
    """Find a program, or say what to install."""
    found = shutil.which(name)
    if found is None:
        message = f"{name} is needed: install libreoffice-writer and poppler-utils"
        raise FileNotFoundError(message)
    return found
