"""A casebook of invented reviews, read by the real readers, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caseview.search.finder import QueryFinder
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook, open_casebook
from caseview.tagging.codebook_text import read_codebook
from caseview.usecases.import_documents import Batch, import_documents

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "resources" / "sample"
FILES = (
    "cspr-rowan-northmoor-2021.docx",
    "dhr-hannah-harrowfield-2022.docx",
    "pfd-petherick-northmoor-2023.pdf",
    "response-northmoor-constabulary-2023.docx",
    "sar-denise-northmoor-2024.docx",
    "sar-walter-kelbridge-2022.docx",
)


@pytest.fixture(scope="session")
def counted_casebook(tmp_path_factory: pytest.TempPathFactory, engines: Any) -> Path:
    path = tmp_path_factory.mktemp("counted") / "Winter reviews.casebook"
    codebook = read_codebook((ROOT / "resources/codebooks/core.toml").read_text(encoding="utf-8"))
    made = create_casebook(
        path,
        codebook,
        full_text=FullTextIndex(),
        migrations=ROOT / "db",
        passphrase=None,
        coder="JB",
        title="Winter reviews",
    )
    batch = Batch(tuple(SAMPLE / name for name in FILES))
    list(import_documents(made, engines, batch, jobs=1, stop=lambda: False))
    made.close()
    return path


@pytest.fixture
def book(counted_casebook: Path, tmp_path: Path) -> Iterator[StoredCasebook]:
    path = tmp_path / counted_casebook.name
    shutil.copy(counted_casebook, path)
    opened = open_casebook(
        path, full_text=FullTextIndex(), migrations=ROOT / "db", passphrase=None, coder="JB"
    )
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def finder() -> QueryFinder:
    return QueryFinder()
