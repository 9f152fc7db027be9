"""A process that is killed while it writes loses nothing that was kept."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caseview.domain.description import ReadDocument
from caseview.domain.document import Document
from caseview.domain.errors import CasebookLockedError, WrongPassphraseError
from caseview.store.casebook import StoredCasebook
from caseview.store.lock import lock_path

Reopen = Callable[..., StoredCasebook]
Read = Callable[..., tuple[ReadDocument, bytes]]
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


CODER_WHO_IS_KILLED = """
import os, random, runpy, signal, sys, time
from pathlib import Path
from caseview.domain.suggestion import Decision
from caseview.usecases.decide import Ruling, decide

kit, path, draw = runpy.run_path(sys.argv[1]), Path(sys.argv[2]), random.Random(int(sys.argv[4]))

def opened():
    return kit["open_casebook"](
        path, full_text=kit["FullTextIndex"](), migrations=kit["MIGRATIONS"],
        passphrase=sys.argv[3] or None, coder="BK", derive=kit["quick_key"],
    )

def work(ids, told):
    casebook = opened()
    for number in ids:
        ruling = Ruling(draw.choice((Decision.ACCEPTED, Decision.REJECTED)))
        decide(casebook, [number], ruling, coder="BK", now=lambda: "2026-03-01T09:00:00+00:00")
        os.write(told, f"{number} {ruling.decision.value}\\n".encode())

decided = {}
for _ in range(20):
    casebook = opened()
    with casebook.reading() as unit:
        found = {one.id: one.decision.value for one in unit.decisions.suggestions()}
        tags = {tag.suggestion_id for tag in unit.decisions.tags()}
    lost = {key: value for key, value in decided.items() if found[key] != value}
    assert not lost, lost
    assert tags == {key for key, value in found.items() if value == "accepted"}
    casebook.close()
    hear, tell = os.pipe()
    child = os.fork()
    if not child:
        work([key for key, value in found.items() if value == "undecided"], tell)
        os._exit(0)
    os.close(tell)
    with os.fdopen(hear) as lines:
        for _ in range(draw.randint(1, 9)):
            number, value = lines.readline().split()
            decided[int(number)] = value
        time.sleep(draw.random() / 50)
        os.kill(child, signal.SIGKILL)
        for line in lines:  # what was decided before the kill came, and not yet heard
            number, value = line.split()
            decided[int(number)] = value
    os.waitpid(child, 0)
casebook = opened()
assert casebook.check(repair=False) == ()
casebook.close()
print(len(decided))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that Windows lacks")
def test_twenty_kills_while_tagging_lose_no_decision(
    casebook: StoredCasebook, path: Path, passphrase: str | None, document: Read
) -> None:
    with casebook.writing() as work:
        for number in range(8):
            words = ["Heading"] + ["Nobody asked."] * 80
            work.documents.add(*document(f"{number}.pdf", words), None)
    casebook.close()
    kit = str(Path(__file__).with_name("conftest.py"))
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", CODER_WHO_IS_KILLED, kit, str(path), passphrase or "", "7"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 20


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
