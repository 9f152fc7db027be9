"""Writes schema.sql from the migrations: `python db/write_schema.py`, after each new one."""

import tempfile
from pathlib import Path

from caseview.store.connect import engine_for, transaction
from caseview.store.migrate import upgrade
from caseview.store.schema import written_out

HERE = Path(__file__).resolve().parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(Path(folder) / "empty.casebook", None)
        with transaction(engine, writing=True) as connection:
            upgrade(connection, HERE)
            text = written_out(connection)
        engine.dispose()
    (HERE / "schema.sql").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
