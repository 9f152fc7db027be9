"""One sound document of each format, small, and the ways in which the fuzz bench spoils it."""

import io
import random
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from pathlib import Path

import docx
import pypdfium2 as pdfium

from tests.readers.conftest import HEIGHT, WIDTH, Sheet, pdf_bytes

PROSE = "The worker did not ask the mother about the injury and nobody told the school."
_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_NUMBERS = (b"0", b"-1", b"65535", b"2147483648", b"9223372036854775808", b"1e400", b"NaN")
_TOKENS: Mapping[str, tuple[bytes, ...]] = {
    ".pdf": (b"endobj", b"stream\n", b"<<", b">>", b"[", b"/Kids", b"3 0 R", b"/Count 99999999"),
    ".rtf": (b"{", b"}", b"\\par", b"\\bin999999 ", b"\\u-1?", b"\\trowd\\row", b"{\\pict "),
    ".html": (
        b"<table>",
        b"</p>",
        b"<div>" * 300,
        b"&#99999999;",
        b"<!--",
        b"<tr><td colspan=9e9>",
    ),
    ".md": (b"\n> " * 200, b"| a " * 300, b"\n- ", b"```", b"[^1]: ", b"\n#" * 90),
    ".eml": (b"Content-Type: multipart/mixed; boundary=\n\n", b"=?utf-8?b?x", b"\n--", b"=\n"),
    ".txt": (b"\x0c" * 50, b"\n1.1.1.1 ", b"\xff\xfe", b"\xed\xa0\x80", b"(" * 4000, b"a" * 9000),
    "xml": (b"<w:p>", b"</w:p>", b"<w:tbl><w:tr>", b'w:val="-9"', b"&lt;", b"<t:list>", b"<!--"),
}


def documents(folder: Path) -> dict[str, bytes]:
    """Return a sound document for each name; ".doc" only where LibreOffice can make one."""
    word = _word()
    sheets = _sheets()
    made = {
        "a.pdf": pdf_bytes(sheets),
        "scan.pdf": _scanned(pdf_bytes(sheets[:1])),
        "a.docx": word,
        "a.odt": _odt(),
        "a.rtf": _rich(),
        "a.html": _page(),
        "a.md": _marks(),
        "a.eml": _mail(),
        "a.txt": "\n\n".join(f"{n}.1 {PROSE}" for n in range(40)).encode(),
    }
    old = _old_word(word, folder)
    return made | ({"a.doc": old} if old else {})


def spoilt(name: str, data: bytes, seed: int) -> bytes:
    """Return a document spoilt by `seed`; of a zip, half the time a part inside a sound zip."""
    dice = random.Random(f"{name} {seed}")  # noqa: S311 (mutations, no secrets)
    if data.startswith(b"PK") and dice.random() < 0.7:
        return _spoilt_inside(data, dice)
    if name.endswith(".doc") and dice.random() < 0.8:
        return _written_over(data, dice)
    return _changed(data, _TOKENS.get(Path(name).suffix, ()), dice)


def _changed(data: bytes, tokens: tuple[bytes, ...], dice: random.Random) -> bytes:
    out = bytearray(data)
    ways: list[Callable[[int, int], bytes]] = [
        lambda _at, _n: bytes([dice.randrange(256)]),
        lambda _at, _n: b"",
        lambda at, n: bytes(out[at : at + n]) * dice.randint(2, 40),
        lambda _at, n: dice.randbytes(n),
        lambda _at, _n: dice.choice(_NUMBERS),
        lambda _at, _n: dice.choice(tokens or _NUMBERS),
    ]
    for _ in range(dice.randint(1, 12)):
        at, length = dice.randrange(max(1, len(out))), dice.randint(1, 60)
        out[at : at + dice.choice((0, 1, length))] = dice.choice(ways)(at, length)
    if dice.random() < 0.1:
        del out[dice.randrange(max(1, len(out))) :]
    return bytes(out)


def _written_over(data: bytes, dice: random.Random) -> bytes:
    """Return data of the same length: the sectors of an old Office file stay where they were."""
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(out))
        new = dice.choice((dice.randbytes(dice.randint(1, 8)), b"\xff" * 4, bytes(2)))
        out[at : at + len(new)] = new
    return bytes(out[: len(data)])


def _spoilt_inside(data: bytes, dice: random.Random) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        chosen = dice.choice(old.namelist())
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, _part(content, dice) if part == chosen else content)
    return held.getvalue()


def _part(content: bytes, dice: random.Random) -> bytes:
    """Return XML with elements taken out, doubled, nested or renamed, else bytes changed."""
    cuts = [i for i in range(len(content)) if content[i : i + 1] == b"<"]
    if not cuts or dice.random() < 0.3:
        return _changed(content, _TOKENS["xml"], dice)
    for _ in range(dice.randint(1, 6)):
        first, second = sorted(dice.choices(cuts, k=2))
        piece = content[first:second]
        match dice.randrange(4):
            case 0:
                content = content[:first] + content[second:]
            case 1:
                content = content[:second] + piece + content[second:]
            case 2:
                content = content.replace(dice.choice((b":p", b":r", b":t")), b":tbl", 1)
            case _:
                content = content.replace(b'="1"', b'="%s"' % dice.choice(_NUMBERS), 1)
    return content


def _sheets() -> list[Sheet]:
    first = Sheet().text(72, 60, "FINDINGS", size=18).block(72, 110, [PROSE] * 5)
    first.rule(60, 200, 500, 200).rule(60, 230, 500, 230).rule(60, 200, 60, 230)
    first.text(70, 210, "Train the staff").text(300, 210, "The Trust")
    second = Sheet().block(72, 80, [PROSE] * 8).filled(72, 300, "Filled in")
    for number, cells in enumerate((("No.", "Action", "Lead"), ("1", "Train", "The Trust"))):
        for left, words in zip((72, 110, 300), cells, strict=True):
            second.text(left, 400 + 20 * number, words, size=8)
    return [first, second]


def _scanned(sound: bytes) -> bytes:
    """Return a PDF of one page that is a picture of the first page of another."""
    source, made, held = pdfium.PdfDocument(sound), pdfium.PdfDocument.new(), io.BytesIO()
    picture = source[0].render(scale=100 / 72).to_pil().convert("L")
    picture.crop((0, 0, picture.width, picture.height // 3)).save(held, "JPEG", quality=80)
    held.seek(0)
    image = pdfium.PdfImage.new(made)
    image.load_jpeg(held, inline=True)
    image.set_matrix(pdfium.PdfMatrix().scale(WIDTH, HEIGHT / 3))
    sheet, out = made.new_page(WIDTH, HEIGHT / 3), io.BytesIO()
    sheet.insert_obj(image)
    sheet.gen_content()
    made.save(out)
    source.close()
    return out.getvalue()


def _word() -> bytes:
    document, held = docx.Document(), io.BytesIO()
    document.add_heading("Analysis", 1)
    for number in range(12):
        document.add_paragraph(f"{number} {PROSE}", style="List Number")
    table = document.add_table(3, 3)
    table.rows[2].cells[0].merge(table.rows[2].cells[1])
    table.rows[0].cells[0].text, table.rows[1].cells[1].text = "Recommendation", "The Trust"
    document.save(held)
    return held.getvalue()


def _odt() -> bytes:
    cells = (
        "<b:table-cell b:number-columns-spanned='2'><t:p>x</t:p></b:table-cell>"
        "<b:covered-table-cell/><b:table-cell b:number-columns-repeated='3'/>"
        "<b:table-cell><t:p>y</t:p></b:table-cell>"
    )
    rows = f"<b:table-row>{cells}</b:table-row>" * 3
    content = (
        f'<o:document-content xmlns:o="{_SPACE}:office:1.0" xmlns:t="{_SPACE}:text:1.0"'
        f' xmlns:b="{_SPACE}:table:1.0"><o:body><o:text><t:h t:outline-level="1">Analysis</t:h>'
        f'<t:list><t:list-item t:start-value="1"><t:p>{PROSE}</t:p></t:list-item></t:list>'
        f"<b:table>{rows}</b:table><t:p>{PROSE}<t:s t:c='1'/></t:p></o:text></o:body>"
        "</o:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return held.getvalue()


def _rich() -> bytes:
    body = "".join(rf"\pard{{\listtext {n}.\tab}}{PROSE}\par" for n in range(9))
    return (
        r"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}{\stylesheet{\s1 heading 1;}}\pard\s1 Analysis\par"
        rf"{body}\trowd\intbl x\cell y\cell\row\pard{{\footnote n\par}}\u226\'e2\par}}"
    ).encode()


def _page() -> bytes:
    return (
        "<!doctype html><html><head><meta charset='utf-8'><title>A</title></head><body><h1>A</h1>"
        f"<ol start='2'><li>one<ul><li>two</ul></ol>"
        f"<table><tr><th rowspan=2>x<td colspan=3>y<tr><td>z</table><p>5.1 {PROSE}</p>"
        f"<div><p>{PROSE}</div>&amp;<a href='#f'>1</a></body></html>"
    ).encode()


def _marks() -> bytes:
    table = "| a | b |\n|---|---|\n| c | d |"
    return f"# A\n\n1. One\n   - two\n\n{table}\n\n> q[^1]\n\n{PROSE}\n".encode()


def _mail() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = "A – b", "C <c@example.org>", "Tue, 5 Mar 2024"
    made.set_content(f"Words – of it. {PROSE}\n")
    made.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    made.add_attachment(b"x" * 50, maintype="a", subtype="b", filename="ä.pdf")
    return made.as_bytes()


def _old_word(word: bytes, folder: Path) -> bytes:
    """Return a .doc of the same words, b"" where this computer cannot make one."""
    office = shutil.which("soffice")
    if office is None:
        return b""
    source = folder / "source.docx"
    source.write_bytes(word)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(  # noqa: S603 (a fixed command)
            [
                office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
                "--convert-to", "doc", "--outdir", str(folder), str(source),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip
    return (folder / "source.doc").read_bytes()
