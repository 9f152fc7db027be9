"""A casebook to fill and search."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.desk import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty casebook on a desk."""
    with open_desk(tmp_path / "casebook.casebook") as made:
        yield made
