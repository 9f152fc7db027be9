"""Spoilt web pages, Rich Text, OpenDocument, messages and Markdown: words or a refusal."""

import contextlib
import io
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from caseview.domain.errors import ReadError
from caseview.readers.registry import text_of

MUTANTS = 40
PAGE = (
    b"<!doctype html><html><head><meta charset='utf-8'><title>A</title></head><body><h1>A</h1>"
    b"<ol start='2'><li>one<ul><li>two</ul></ol><table><tr><th>x<td>y</table><p>5.1 Words.</p>"
)
RICH = (
    rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}}{\stylesheet{\s1 heading 1;}}\pard\s1 A\par\pard"
    rb"{\listtext 1.\tab}One\par\intbl x\cell y\cell\row\pard{\footnote n\par}\u226\'e2\par}"
)
MARKS = b"# A\n\n1. One\n   - two\n\n| a | b |\n|---|---|\n| c | d |\n\n> q[^1]\n\n[^1]: note\n"
SPACE = "urn:oasis:names:tc:opendocument:xmlns"
CONTENT = (
    f'<o:document-content xmlns:o="{SPACE}:office:1.0" xmlns:t="{SPACE}:text:1.0"'
    f' xmlns:b="{SPACE}:table:1.0"><o:body><o:text><t:h t:outline-level="1">A</t:h>'
    '<t:list t:style-name="L"><t:list-item t:start-value="3"><t:p>one</t:p></t:list-item></t:list>'
    "<b:table><b:table-row><b:table-cell><t:p>x</t:p></b:table-cell></b:table-row></b:table>"
    '<t:p>Words<t:s t:c="4"/>.</t:p></o:text></o:body></o:document-content>'
).encode()


def spoilt(data: bytes, seed: int) -> bytes:
    """Return `data` with bytes changed, taken out, doubled or cut off."""
    dice = random.Random(seed)  # noqa: S311 (mutations, no secrets)
    out = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        place, stretch = dice.randrange(max(1, len(out))), dice.randint(1, 30)
        match dice.randrange(4):
            case 0:
                out[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del out[place : place + stretch]
            case 2:
                out[place:place] = out[place : place + stretch] * dice.randint(1, 40)
            case _:
                out[place : place + 3] = str(dice.choice([0, -1, 65_535, 2**31, 2**63])).encode()
    return bytes(out)


def mail() -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = "A – b", "C <c@example.org>", "Tue, 5 Mar 2024"
    made.set_content("Words – of it.\n")
    made.add_alternative("<p>Words</p>", subtype="html")
    made.add_attachment(b"x" * 50, maintype="a", subtype="b", filename="ä.pdf")
    return made.as_bytes()


def odt(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return held.getvalue()


@pytest.mark.parametrize("seed", range(MUTANTS))
@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", PAGE), ("a.rtf", RICH), ("a.md", MARKS), ("a.eml", mail()), ("a.odt", CONTENT)],
    ids=["html", "rtf", "md", "eml", "odt"],
)
def test_a_spoilt_file_is_read_or_refused(name: str, data: bytes, seed: int) -> None:
    made = spoilt(data, seed)
    tries = [odt(made), spoilt(odt(data), seed)] if name == "a.odt" else [made]
    for one in tries:
        with contextlib.suppress(ReadError):
            text = text_of(one, Path(name))
            assert all(p.start < p.end for p in text.paragraphs)
            assert text.text == "\n\n".join(text.text[p.start : p.end] for p in text.paragraphs)
