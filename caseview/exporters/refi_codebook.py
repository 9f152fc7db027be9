"""Writes a codebook as REFI-QDA (.qdc)."""

from pathlib import Path

from lxml import etree

from caseview.domain.exchange import ExchangeCode
from caseview.exporters.refi_parts import codebook
from caseview.exporters.saving import save


def write_codebook_file(codes: tuple[ExchangeCode, ...], origin: str, path: Path) -> None:
    """Write codes as a codebook file. Raises ExportError when it cannot be written."""
    root = codebook(codes, origin)
    save(path, etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
