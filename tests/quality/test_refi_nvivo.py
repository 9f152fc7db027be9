"""A project that NVivo itself wrote loads: its tree of codes becomes themes, its sources come in.

    pytest tests/quality/test_refi_nvivo.py

skips where the shared material is absent.
"""

from pathlib import Path

import pytest

from caseview.exporters.refi_reader import read_project
from caseview.usecases.exchange_matching import match_codes
from caseview.wiring import house

PROJECT = Path(__file__).parents[3] / "shared" / "refi" / "nvivo_project.qdpx"
pytestmark = pytest.mark.skipif(not PROJECT.is_file(), reason="the shared NVivo project is absent")


def test_every_code_of_nvivo_becomes_a_theme_in_a_group_of_its_own() -> None:
    exchange = read_project(PROJECT)
    assert exchange.origin.startswith("NVivo")
    matched = match_codes(exchange.codes, house().codebook())
    assert len(exchange.codes) == 262
    assert set(matched.themes) == {code.guid for code in exchange.codes if code.codable}
    letters = [group.letters for group in matched.codebook.groups]
    assert len(set(letters)) == len(letters)


def test_its_coders_and_empty_sources_come_in() -> None:
    exchange = read_project(PROJECT)
    assert {coder.name for coder in exchange.coders} == {"chrisp", "cp"}
    sources = list(exchange.sources)
    assert [source.ending for source in sources] == [".docx", ".docx"]
    assert all(source.content.startswith(b"PK") for source in sources)
