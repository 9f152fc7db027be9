"""Load a project of another program into a casebook: documents, themes, tags, notes, details."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from caseview.domain.changes import Changes
from caseview.domain.exchange import Exchange, ExchangeSource
from caseview.domain.outcome import ImportOutcome, OutcomeKind
from caseview.usecases.exchange_offsets import moved, settle
from caseview.usecases.import_documents import Batch, import_documents
from caseview.usecases.ports import FileReader, Now, Stop
from caseview.usecases.taking_over import Arrival, TakingOver
from caseview.usecases.work import Casebook

_MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of a project; `left_behind` says in sentences what could not be carried over."""

    documents: int
    already_here: int
    tags: int
    tags_already_here: int
    notes: int
    themes: tuple[str, ...]
    left_behind: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Loading:
    """How to load: with what files are read, where they may lie meanwhile, who loads."""

    reader: FileReader
    folder: Path
    coder: str
    now: Now
    jobs: int = 1
    stop: Stop = field(default=lambda: False)


def load_exchange(casebook: Casebook, exchange: Exchange, loading: Loading) -> Loaded:
    """Bring a project in and return what came of it.

    Sources are imported as any file is, each in a transaction of its own; a source that is here
    already is not added again. Themes, tags, notes and details follow as one act that can be
    undone. Each selection is found again by its words; one that cannot be is said. Loading the
    same project twice adds nothing the second time.
    """
    sources = [(path, source) for path, source in _laid_out(exchange, loading.folder)]
    said = list(exchange.left_behind)
    arrivals = list(_imported(casebook, sources, loading, said))
    with casebook.writing() as work:
        taking = TakingOver(work, exchange, loading.coder, loading.now())
        changes = taking.perform(arrivals)
    added = [one for one in arrivals if one.fresh]
    return Loaded(
        documents=len(added),
        already_here=len(arrivals) - len(added),
        tags=taking.tags,
        tags_already_here=taking.known_tags,
        notes=taking.notes,
        themes=taking.themes,
        left_behind=(*said, *taking.left_behind),
        changes=changes | Changes(documents=frozenset(one.document_id for one in added)),
    )


def _laid_out(exchange: Exchange, folder: Path) -> Iterator[tuple[Path, ExchangeSource]]:
    """Write each source to a file of its own and yield it without its bytes.

    Each stands in a folder of its own, for two sources may bear one name.
    """
    for number, given in enumerate(exchange.sources):
        source = moved(given, settle(given))
        inside = folder / str(number)
        inside.mkdir()
        path = inside / _file_name(source)
        if source.content:
            path.write_bytes(source.content)
        else:
            path.write_text(source.text, encoding="utf-8", errors="replace", newline="\n")
        yield path, replace(source, content=b"")


def _file_name(source: ExchangeSource) -> str:
    """Return a name that every file system takes, with the ending that says what it is."""
    safe = "".join(
        " " if one in '<>:"/\\|?*' or ord(one) < ord(" ") else one for one in source.name
    )
    safe = safe.strip(" .")[:_MOST_NAME] or "source"
    ending = source.ending if source.content else ".txt"
    return safe if safe.lower().endswith(ending) else safe + ending


def _imported(
    casebook: Casebook,
    sources: Sequence[tuple[Path, ExchangeSource]],
    loading: Loading,
    said: list[str],
) -> Iterator[Arrival]:
    """Yield each source that is in the casebook now, with its document."""
    by_path = {str(path): source for path, source in sources}
    refused: list[tuple[Path, ExchangeSource]] = []
    for outcome in _outcomes(casebook, [path for path, _ in sources], loading):
        source = by_path[outcome.path]
        if outcome.document_id is not None:
            yield _arrival(source, outcome)
        elif source.text.strip() and not outcome.path.endswith(".txt"):
            plain = Path(outcome.path + ".txt")
            plain.write_text(source.text, encoding="utf-8", errors="replace", newline="\n")
            refused.append((plain, source))
        else:
            said.append(f"“{source.name}” was not imported: {outcome.reason}")
    if refused:
        yield from _imported(casebook, refused, loading, said)


def _outcomes(
    casebook: Casebook, paths: Sequence[Path], loading: Loading
) -> Iterator[ImportOutcome]:
    batch = Batch(tuple(paths))
    yield from import_documents(
        casebook, loading.reader, batch, jobs=loading.jobs, stop=loading.stop
    )


def _arrival(source: ExchangeSource, outcome: ImportOutcome) -> Arrival:
    number = outcome.document_id or 0
    return Arrival(source, number, fresh=outcome.outcome is not OutcomeKind.ALREADY_HERE)
