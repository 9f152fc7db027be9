"""Words of the framework matrix come over with a merge, and none of ours are lost."""

from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from caseview.domain.journal import SetCell
from caseview.domain.matrix import MatrixCell
from caseview.usecases.merge_matrix import matrix_commands

CELL = MatrixCell(7, "curiosity", "Nobody asked.", "SO", "2026-03-01T09:00:00")
CODEBOOK = SimpleNamespace(themes=(SimpleNamespace(id="curiosity"),))


@dataclass
class Cells:
    """What a casebook keeps of the matrix."""

    held: tuple[MatrixCell, ...] = ()

    def cells(self) -> tuple[MatrixCell, ...]:
        return self.held


def work(*cells: MatrixCell) -> Any:
    return SimpleNamespace(saved=Cells(cells), codebook=CODEBOOK)


def test_a_cell_comes_over_under_our_own_review() -> None:
    [command] = matrix_commands(work(), work(CELL), {7: 2})
    assert command == SetCell(None, replace(CELL, review_id=2))


def test_words_of_both_stand_one_after_the_other_and_only_once() -> None:
    ours = MatrixCell(2, "curiosity", "They knew.", "JB", "2026-03-02T09:00:00")
    [command] = matrix_commands(work(ours), work(CELL), {7: 2})
    assert command.after is not None
    assert command.before == ours
    assert command.after.words == "They knew.\n\nSO: Nobody asked."
    assert not list(matrix_commands(work(command.after), work(CELL), {7: 2}))


def test_a_cell_of_a_review_that_does_not_come_over_stays_there() -> None:
    assert not list(matrix_commands(work(), work(CELL), {}))
    other = replace(CELL, theme="unknown")
    assert not list(matrix_commands(work(), work(other), {7: 2}))
