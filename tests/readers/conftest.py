"""Documents made on the spot: PDFs from drawing commands, Word files from their XML."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pytest

from caseview.domain.document import DocumentText

WIDTH, HEIGHT = 595, 842
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass
class Sheet:
    """One page of a PDF: words and lines put at points from its top left, in Courier."""

    drawn: list[str] = field(default_factory=list)
    fields: list[tuple[float, float, str]] = field(default_factory=list)
    rotate: int = 0

    def text(
        self, left: float, top: float, words: str, *, size: float = 10, bold: bool = False
    ) -> "Sheet":
        """Put words on the page; each letter is 0.6 of `size` wide."""
        shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "B" if bold else "N"
        base = HEIGHT - top - size
        self.drawn.append(f"BT /{font} {size} Tf 1 0 0 1 {left} {base} Tm ({shown}) Tj ET")
        return self

    def block(
        self, left: float, top: float, lines: Sequence[str], *, size: float = 10, step: float = 12
    ) -> "Sheet":
        """Put lines one under another."""
        for number, line in enumerate(lines):
            self.text(left, top + number * step, line, size=size)
        return self

    def filled(self, left: float, top: float, words: str) -> "Sheet":
        """Put a form field with these words in it on the page."""
        self.fields.append((left, top, words))
        return self

    def rule(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """Draw a thin filled line, level or upright, as word processors draw borders."""
        wide, high = max(right - left, 0.5), max(bottom - top, 0.5)
        self.drawn.append(f"{left} {HEIGHT - bottom} {wide} {high} re f")
        return self

    def shade(self, left: float, top: float, right: float, bottom: float) -> "Sheet":
        """Fill an area with grey."""
        area = f"{left} {HEIGHT - bottom} {right - left} {bottom - top} re f"
        self.drawn.append(f"q 0.9 g {area} Q")
        return self


def pdf_bytes(sheets: Sequence[Sheet], *, password: bool = False) -> bytes:
    """Return a PDF with these pages; `password` locks it with one nobody knows."""
    first_page = 5
    kids = " ".join(f"{first_page + 2 * n} 0 R" for n in range(len(sheets)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        font.format("Courier").encode(),
        font.format("Courier-Bold").encode(),
    ]
    looks = [_look_of_field(words) for sheet in sheets for _, _, words in sheet.fields]
    first_look = first_page + 2 * len(sheets)
    for number, sheet in enumerate(sheets):
        content = "\n".join(sheet.drawn).encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.rotate}"
            f" /Contents {first_page + 2 * number + 1} 0 R"
            f" /Annots [{_fields(sheet, first_look)}]"
            " /Resources << /Font << /N 3 0 R /B 4 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(content)} >>\nstream\n".encode()
        objects.append(head + content + b"\nendstream")
        first_look += len(sheet.fields)
    objects += looks
    extra = ""
    if password:
        lock = "<< /Filter /Standard /V 1 /R 2 /P -44 /O <" + "5a" * 32 + "> /U <" + "a5" * 32
        extra = f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt {lock}> >>"
    return _with_table(objects, extra)


def _fields(sheet: Sheet, first: int) -> str:
    """Return the form fields of a page; `first` is the number of the first one's look."""
    return " ".join(
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (f{first + n}) /V ({words}) /F 4"
        f" /Rect [{left} {HEIGHT - top - 16} {left + 300} {HEIGHT - top}]"
        f" /AP << /N {first + n} 0 R >> >>"
        for n, (left, top, words) in enumerate(sheet.fields)
    )


def _look_of_field(words: str) -> bytes:
    drawn = f"BT /N 10 Tf 2 4 Td ({words}) Tj ET"
    return (
        "<< /Type /XObject /Subtype /Form /BBox [0 0 300 16] /Resources << /Font << /N 3 0 R >> >>"
        f" /Length {len(drawn)} >>\nstream\n{drawn}\nendstream".encode()
    )


def _with_table(objects: Sequence[bytes], extra: str) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def scanned(sound: bytes, *, keep: frozenset[int] = frozenset()) -> bytes:
    """Return the PDF with each page but those in `keep` turned into a picture of itself."""
    source, made = pdfium.PdfDocument(sound), pdfium.PdfDocument.new()
    for number in range(len(source)):
        if number in keep:
            made.import_pages(source, [number])
            continue
        page = source[number]
        width, height = page.get_size()
        picture, held = page.render(scale=200 / 72).to_pil().convert("L"), io.BytesIO()
        picture.save(held, "JPEG", quality=85)
        held.seek(0)
        image = pdfium.PdfImage.new(made)
        image.load_jpeg(held, inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        sheet = made.new_page(width, height)
        sheet.insert_obj(image)
        sheet.gen_content()
    out = io.BytesIO()
    made.save(out)
    source.close()
    return out.getvalue()


def word_bytes(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """Return a Word file with this XML in its body; `parts` maps "numbering" and so on to XML."""
    parts = parts or {}
    spaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_PART}.{name}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_PART}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}'
        "</Relationships>",
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for name, xml in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {spaces}>{xml}</w:{name}>"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            archive.writestr(name, xml)
    return held.getvalue()


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    """Return the XML of one Word paragraph of one run."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
    )


def texts_of(text: DocumentText) -> list[str]:
    """Return the words of each paragraph."""
    return [text.text[p.start : p.end] for p in text.paragraphs]


@pytest.fixture
def sheet() -> Callable[[], Sheet]:
    """Makes an empty PDF page."""
    return Sheet


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    """Makes a PDF from pages."""
    return pdf_bytes


@pytest.fixture
def make_word() -> Callable[..., bytes]:
    """Makes a Word file from the XML of its body."""
    return word_bytes


@pytest.fixture
def para() -> Callable[..., str]:
    """Makes the XML of a Word paragraph."""
    return paragraph


@pytest.fixture
def texts() -> Callable[[DocumentText], list[str]]:
    """Gives the words of each paragraph."""
    return texts_of
