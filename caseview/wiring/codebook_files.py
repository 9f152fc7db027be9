"""Codebooks as files: TOML for people who write, Excel for people who fill in."""

from pathlib import Path

from caseview.domain.codebook import Codebook
from caseview.domain.english import English
from caseview.domain.errors import CodebookError, ExportError

ENDINGS = (".toml", ".xlsx")


def read_codebook_file(path: Path) -> Codebook:
    """Return the codebook in a file; its ending says how it is written.

    Raises CodebookError, naming the place, when the file is not there or not a codebook.
    """
    if path.suffix.lower() == ".xlsx":
        from caseview.exporters.codebook_sheet import read_sheets  # noqa: PLC0415 (start-up)
        from caseview.tagging.editing.sheets import from_sheets  # noqa: PLC0415 (start-up)

        return from_sheets(read_sheets(path))
    from caseview.tagging.codebook_text import read_codebook  # noqa: PLC0415 (start-up)

    try:
        return read_codebook(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise CodebookError(
            English("“{0}” cannot be read, so the codebook stays as it is.", path.name),
            "Check that the file is there and was saved as text in UTF-8.",
        ) from None


def write_codebook_file(codebook: Codebook, path: Path) -> None:
    """Write a codebook to a file; its ending says how. Raises ExportError when it cannot be."""
    if path.suffix.lower() == ".xlsx":
        from caseview.exporters.codebook_sheet import write_sheets  # noqa: PLC0415 (start-up)
        from caseview.tagging.editing.sheets import to_sheets  # noqa: PLC0415 (start-up)

        write_sheets(to_sheets(codebook), path)
        return
    if path.suffix.lower() != ".toml":
        raise ExportError(
            English("A codebook cannot be written to a file that ends in “{0}”.", path.suffix),
            "Use .toml or .xlsx.",
        )
    from caseview.exporters.saving import save  # noqa: PLC0415 (start-up)
    from caseview.tagging.codebook_text import write_codebook  # noqa: PLC0415 (start-up)

    save(path, write_codebook(codebook).encode("utf-8"))
