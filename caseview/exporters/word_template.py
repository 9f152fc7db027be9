"""The empty Word document that is written into: our own, or a house template's."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.constants import CONTENT_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from caseview.domain.english import English
from caseview.domain.errors import ExportError
from caseview.exporters import word_styles as look
from caseview.exporters.word_page import Page

_TYPES = "[Content_Types].xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def new_page(template: Path | None) -> Page:
    """Return an empty document: our own, or one in the house style of a template.

    Raises ExportError when the template is no Word document or template, or holds macros.
    """
    try:
        document = docx.Document(None if template is None else _as_document(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as problem:
        name = template.name if template else ""
        if template is not None and not template.exists():
            raise ExportError(
                English("The template {0} cannot be found.", template),
                "Choose another template, or none.",
            ) from problem
        raise ExportError(
            English(
                "The template “{0}” cannot be used: it is not there or is no Word document.", name
            ),
            "Choose another template, or none.",
        ) from problem
    for block in list(document.element.body):
        if block.tag != qn("w:sectPr"):
            document.element.body.remove(block)
    look.dress(document, ours=template is None)
    ids = {style.name: look.style_id(document, style) for style in look.LOOKS}
    return Page(document, ids, numbered=template is None)


def _as_document(template: Path) -> BytesIO:
    """Return a document (.docx) or template (.dotx) of Word as a document."""
    out = BytesIO()
    with ZipFile(template) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == _TYPES:
                data = data.replace(_TEMPLATE, CONTENT_TYPE.WML_DOCUMENT_MAIN.encode())
            target.writestr(name, data)
    out.seek(0)
    return out
