"""Writes a project as REFI-QDA (.qdpx): a zip of project.qde and the sources' files."""

import os
import secrets
import zipfile
from itertools import chain
from pathlib import Path

from lxml import etree
from typing_extensions import override

from caseview.domain.exchange import Exchange
from caseview.exporters import refi_parts as parts
from caseview.exporters.refi_names import PROJECT, PROJECT_FILE, SCHEMA_INSTANCE, SCHEMA_PLACE, fit
from caseview.exporters.saving import in_plain_words
from caseview.usecases.ports import ExchangeWriter

_PACKED_ALREADY = {".pdf", ".docx", ".odt"}


class RefiProject(ExchangeWriter):
    """Fulfils `usecases.ports.ExchangeWriter` with a .qdpx file.

    Children stand in the schema's order, guids in upper case, texts as UTF-8 without a mark and
    with LF only; offsets are code points, the end exclusive, as the programs that read it take
    them.
    """

    @override
    def write(self, exchange: Exchange, path: Path) -> int:
        """Write the file whole or not at all; return how many sources are in it.

        Raises ExportError when it cannot be written.
        """
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        body = part.with_name(part.name + ".qde")
        try:
            try:
                with zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as packed:
                    count = _write(exchange, body, packed)
                    packed.write(body, PROJECT_FILE)
                with part.open("rb") as file:
                    os.fsync(file.fileno())
                part.replace(path)
            finally:
                body.unlink(missing_ok=True)
                part.unlink(missing_ok=True)
        except OSError as problem:
            raise in_plain_words(path, problem) from problem
        return count


def _write(exchange: Exchange, body: Path, packed: zipfile.ZipFile) -> int:
    """Write project.qde to `body`, source by source, and their files into the zip."""
    head = {
        "name": fit(exchange.name),
        "origin": exchange.origin,
        f"{{{SCHEMA_INSTANCE}}}schemaLocation": f"{PROJECT} {SCHEMA_PLACE}",
    }
    names = {None: PROJECT, "xsi": SCHEMA_INSTANCE}
    sources = iter(exchange.sources)
    first = next(sources, None)
    count = 0
    with etree.xmlfile(str(body), encoding="utf-8") as out:
        out.write_declaration()
        with out.element(parts.tag("Project"), head, nsmap=names):
            for element in parts.before_sources(exchange):
                out.write(element)
            if first is not None:  # the schema wants no empty list
                with out.element(parts.tag("Sources")):
                    for source in chain([first], sources):
                        element, files = parts.source(source)
                        out.write(element)
                        _pack(packed, files)
                        count += 1
            for element in parts.after_sources(exchange):
                out.write(element)
    return count


def _pack(packed: zipfile.ZipFile, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        stored = Path(name).suffix in _PACKED_ALREADY
        how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        packed.writestr(name, content, compress_type=how)
