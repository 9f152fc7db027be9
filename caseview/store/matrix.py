"""The cells of the framework matrix, as kept in the casebook."""

from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select

from caseview.domain.changes import Changes
from caseview.domain.journal import SetCell
from caseview.domain.matrix import MatrixCell
from caseview.store.applying import expect
from caseview.store.coders import know_coder
from caseview.store.loading import AnySelect
from caseview.store.tables_team import MatrixCellRow


def read_cells(connection: Connection) -> tuple[MatrixCell, ...]:
    """Return every cell that has words, by review and theme."""
    row = MatrixCellRow
    found = connection.execute(_select().order_by(row.review_id, row.theme))
    return tuple(MatrixCell(*values) for values in found)


def set_cell(command: SetCell, connection: Connection) -> Changes:
    """Carry out a SetCell command."""
    known = command.before or command.after
    if known is None:
        return Changes()
    row = MatrixCellRow
    mine = (row.review_id == known.review_id) & (row.theme == known.theme)
    there = connection.execute(_select().where(mine)).first()
    expect(None if there is None else MatrixCell(*there), command.before)
    connection.execute(delete(row).where(mine))
    if command.after is not None:
        know_coder(connection, command.after.coder)
        connection.execute(insert(row).values(asdict(command.after)))
    return Changes(reviews=frozenset({known.review_id}), matrix=True)


def _select() -> AnySelect:
    row = MatrixCellRow
    return select(row.review_id, row.theme, row.words, row.coder, row.at)
