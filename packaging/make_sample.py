"""Make the sample casebook's documents, resources/sample/*, from packaging/sample/*.md.

Run it as ``python packaging/make_sample.py`` from the root of the repository. It needs LibreOffice
and poppler-utils, which the application itself does not: the made files are kept in the repository.
The notation of the sources is described in ``sample_source``.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sample_docx import write_docx
from sample_pdf import write_pdf, write_scan
from sample_source import read_source

if TYPE_CHECKING:
    from sample_source import Source

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "packaging" / "sample"
TARGET = ROOT / "resources" / "sample"
FORMATS = {"docx": "Word", "pdf": "PDF", "scan": "PDF, scanned (no text layer)"}
INTRODUCTION = """\
# Sample casebook

Everything in this folder is invented. The people, the places, the boards, the police forces, the
coroners, the agencies, the deaths and the reference numbers do not exist. National bodies, Acts of
Parliament and national schemes are named as real reviews name them. Nothing was copied from any
published review.

The documents are here so that CaseView can be tried before any real material is imported, and so
that its tests have something to read. They deal with abuse, neglect, suicide and homicide, soberly
and without detail.

| File | Kind | Form | Format | Year | Area | Title |
|---|---|---|---|---|---|---|
"""
NOTE = """
Some of them belong together, as real ones do. The executive summary and the overview report about
Hannah are one case, and so are each response and the coroner's report which it answers. The files
are made by `packaging/make_sample.py` from the sources in `packaging/sample`: change a source and
run it again, and do not edit a made file.
"""


def main() -> int:
    """Make every document and the list of them."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    TARGET.mkdir(parents=True, exist_ok=True)
    sources = [read_source(path) for path in sorted(SOURCES.glob("*.md"))]
    for source in sources:
        _make(source)
        logging.getLogger(__name__).info("%s", source.file_name)
    rows = "".join(_row(source) for source in sources)
    (TARGET / "README.md").write_text(INTRODUCTION + rows + NOTE, encoding="utf-8", newline="\n")
    return 0


def _make(source: Source) -> None:
    """Make the document of one source in the format it asks for."""
    target = TARGET / source.file_name
    wanted = source.settings["format"]
    if wanted == "docx":
        write_docx(source, target)
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"{source.name}.docx"
        write_docx(source, made)
        if wanted == "scan":
            write_scan(source, made, target)
        else:
            write_pdf(source, made, target)


def _row(source: Source) -> str:
    """One line of the list."""
    settings = source.settings
    cells = (
        f"`{source.file_name}`",
        settings["kind"],
        settings["scope"],
        FORMATS[settings["format"]] + (", two columns" if settings.get("columns") == "2" else ""),
        str(source.date.year),
        settings["area"],
        settings["title"],
    )
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main())
