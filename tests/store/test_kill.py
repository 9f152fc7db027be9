"""A process that is killed while it writes loses nothing that was kept."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.document import Document
from caseview.domain.errors import CasebookLockedError, WrongPassphraseError
from caseview.store.casebook import StoredCasebook
from caseview.store.lock import lock_path

Reopen = Callable[..., StoredCasebook]
CHILD = """
import runpy, sys
from pathlib import Path
kit = runpy.run_path(sys.argv[1])
casebook = kit["open_casebook"](
    Path(sys.argv[2]), full_text=kit["FullTextIndex"](), migrations=kit["MIGRATIONS"],
    passphrase=sys.argv[3] or None, coder="BK", derive=kit["quick_key"],
)
for number in range(10_000):
    read, original = kit["_document"](f"{number}.pdf", ["Heading"] + ["Nobody asked."] * 40)
    with casebook.writing() as work:
        work.documents.add(read, original, None)
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows lacks")
def test_every_file_kept_before_a_kill_is_there_after_it(
    casebook: StoredCasebook, opener: Reopen, path: Path, passphrase: str | None
) -> None:
    casebook.close()
    kit = str(Path(__file__).with_name("conftest.py"))
    child = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CHILD, kit, str(path), passphrase or ""],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    kept = [int(child.stdout.readline()) for _ in range(8)]
    with pytest.raises(CasebookLockedError, match="BK"):
        opener()
    child.send_signal(signal.SIGKILL)
    kept += [int(line) for line in child.stdout.read().split()]
    child.wait()
    child.stdout.close()

    assert lock_path(path).exists()
    if passphrase is not None:
        with pytest.raises(WrongPassphraseError):
            opener(passphrase=passphrase[::-1])
    again = opener()
    names = [document.name for document in _documents(again)]
    assert names[: len(kept)] == [f"{number}.pdf" for number in kept]
    assert len(names) <= len(kept) + 1, "at most the file whose word did not reach us is more"
    assert again.check(repair=False) == ()
    again.close()
    assert not lock_path(path).exists()


def _documents(casebook: StoredCasebook) -> tuple[Document, ...]:
    with casebook.reading() as work:
        return work.documents.all()
