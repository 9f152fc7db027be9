"""Spoilt files, dozens of them, end in words or a refusal and never in anything else."""

import contextlib
import io
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from caseview.domain.description import ReadDocument, Refused
from caseview.domain.errors import ReadError
from caseview.readers.pipeline import Preparation
from caseview.readers.registry import text_of
from caseview.readers.worker import ChildReader

MUTANTS = 60
RESOURCES = Path(__file__).parents[2] / "resources"


def spoilt(data: bytes, seed: int) -> bytes:
    """Return `data` with bytes changed, taken out, doubled or cut off."""
    dice = random.Random(seed)  # noqa: S311 (mutations, no secrets)
    out = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(max(1, len(out)))
        stretch = dice.randint(1, 40)
        match dice.randrange(5):
            case 0:
                out[place : place + 1] = bytes([dice.randrange(256)])
            case 1:
                del out[place : place + stretch]
            case 2:
                out[place:place] = out[place : place + stretch]
            case 3:
                out[place : place + stretch] = dice.randbytes(stretch)
            case _:
                out[place : place + 3] = str(dice.choice([0, -1, 65_535, 2**31, 2**63])).encode()
    if dice.random() < 0.1:
        del out[dice.randrange(max(1, len(out))) :]
    return bytes(out)


def word() -> bytes:
    document, held = docx.Document(), io.BytesIO()
    document.add_heading("Analysis", 1)
    for number in range(20):
        document.add_paragraph(f"Paragraph {number} of what agencies knew.", style="List Number")
    document.add_table(3, 3).rows[0].cells[0].text = "Date"
    document.save(held)
    return held.getvalue()


def xml(make_word: Callable[..., bytes], seed: int) -> bytes:
    """Return a sound Word package around spoilt XML, which a spoilt zip seldom lets through."""
    body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body += "<w:r><w:t>Words.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    dice = random.Random(seed)  # noqa: S311 (mutations, no secrets)
    tags = [
        "w:p",
        "w:r",
        "w:t",
        "w:tbl",
        "w:tc",
        "w:tr",
        "w:ins",
        "w:sdt",
        "w:sdtContent",
        "w:numPr",
    ]
    for _ in range(3):
        body = body.replace(f"<{dice.choice(tags)}", f"<{dice.choice(tags)}", 1)
    numbering = '<w:num w:numId="1"><w:abstractNumId w:val="x"/></w:num>'
    return make_word(body, {"numbering": numbering, "styles": "<w:style/>"})


@pytest.mark.parametrize("seed", range(MUTANTS))
def test_a_spoilt_word_file_is_read_or_refused(make_word: Callable[..., bytes], seed: int) -> None:
    for data in (spoilt(word(), seed), xml(make_word, seed)):
        with contextlib.suppress(ReadError):
            text = text_of(data, Path("a.docx"))
            assert all(p.start < p.end for p in text.paragraphs)


def test_spoilt_pdfs_and_others_never_bring_down_the_parent(
    tmp_path: Path, sheet: Callable[[], Any], make_pdf: Callable[..., bytes]
) -> None:
    pages = [sheet().text(72, 100, f"Page {n}.").rule(60, 90, 500, 90) for n in range(3)]
    sound = make_pdf(pages)
    paths = []
    for seed in range(MUTANTS):
        path = tmp_path / f"{seed}.pdf"
        path.write_bytes(spoilt(sound, seed))
        paths.append(path)
    (tmp_path / "sound.pdf").write_bytes(sound)
    paths.append(tmp_path / "sound.pdf")
    codebook = (RESOURCES / "codebooks" / "core.toml").read_text(encoding="utf-8")
    reader = ChildReader(Preparation(RESOURCES / "lists", codebook))
    outcomes = {out.path: out for out in reader.read(paths, jobs=2, stop=lambda: False)}
    assert set(outcomes) == {str(path) for path in paths}
    assert isinstance(outcomes[str(tmp_path / "sound.pdf")], ReadDocument)
    stumbled = [
        out for out in outcomes.values() if isinstance(out, Refused) and "stumbled" in out.reason
    ]
    assert stumbled == []
