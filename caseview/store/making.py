"""Makes the file of a new casebook, whole before it bears its name."""

import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert

from caseview.domain.codebook import Codebook
from caseview.domain.english import English
from caseview.domain.errors import CasebookCannotOpenError, CasebookError
from caseview.store.audit import add_audit
from caseview.store.clock import now
from caseview.store.coders import know_coder
from caseview.store.connect import engine_for, transaction
from caseview.store.kept_codebook import keep_codebook, use_codebook
from caseview.store.keys import RawKey
from caseview.store.schema import schema_text
from caseview.store.tables import CasebookRow


def nothing_there(path: Path) -> None:
    """Raise CasebookError when `path` is taken, CasebookCannotOpenError when it cannot be made.

    It cannot where its folder is not there, or may not be looked into.
    """
    try:
        folder = stat.S_ISDIR(path.parent.stat().st_mode)
        taken = folder and _is_taken(path)
    except PermissionError as fault:
        raise CasebookCannotOpenError(
            English(
                "You are not allowed into the folder “{0}”, so no casebook was made.", path.parent
            ),
            "Choose a folder of your own, or ask whoever looks after that one for access.",
        ) from fault
    except OSError:
        taken = folder = False
    if taken:
        raise CasebookError(
            English("There is a file called “{0}” already. It was left as it is.", path.name),
            "Choose another name, or open that file.",
        )
    if not folder:
        raise CasebookCannotOpenError(
            English("There is no folder “{0}”, so no casebook was made.", path.parent),
            "Make the folder first, or choose another.",
        )


def _is_taken(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new casebook begins with."""

    title: str
    codebook: Codebook
    coder: str


def make_file(path: Path, key: RawKey | None, migrations: Path, beginning: Beginning) -> None:
    """Make a casebook from schema.sql at `path`, with its title, codebook and first coder.

    It is made under another name first: a process killed half-way leaves no half casebook.
    """
    schema = schema_text(migrations)
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    engine = engine_for(unfinished, key)
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            if driver is not None:
                driver.executescript(f"BEGIN;\n{schema}\nCOMMIT;")
        with transaction(engine, writing=True) as connection:
            _begin(connection, beginning)
        engine.dispose()
        unfinished.rename(path)
    except BaseException:
        engine.dispose()
        unfinished.unlink(missing_ok=True)
        raise


def _begin(connection: Connection, beginning: Beginning) -> None:
    codebook = beginning.codebook
    connection.execute(insert(CasebookRow).values(id=1, title=beginning.title, made_at=now()))
    know_coder(connection, beginning.coder)
    kept = keep_codebook(connection, codebook, coder=beginning.coder, note="As it ships")
    use_codebook(connection, kept)
    # The first line seals what no two casebooks share, so that a backup is known for one of ours.
    subject = f"codebook:{codebook.id} {codebook.version} casebook:{secrets.token_hex(8)}"
    add_audit(connection, beginning.coder, "New casebook", subject)
