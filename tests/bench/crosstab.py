"""How long counting takes: 77 themes by an attribute, co-occurrence, and 50,000 rows to Excel.

    python -m tests.bench.crosstab [DOCUMENTS] [--mentions N] [--in FOLDER]

makes a casebook of DOCUMENTS documents (10,000 when none is given) with N tags and suggestions
(500,000) straight in the tables, and prints the seconds of each count: first, after one decision
more, and again. `--in` keeps the casebook in a folder and uses it again.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from caseview.domain.crosstab import CrossTab, CrossTabSpec, Unit
from caseview.exporters.workbook import Workbook
from caseview.search.finder import QueryFinder
from caseview.search.full_text import FullTextIndex
from caseview.store.casebook import StoredCasebook, create_casebook, open_casebook
from caseview.tagging.codebook_text import read_codebook
from caseview.usecases.asked import Asked
from caseview.usecases.build_crosstab import build_crosstab
from caseview.usecases.export_table import export_table
from caseview.usecases.ports import Rows
from caseview.usecases.tell import Question, Telling, tell

ROOT = Path(__file__).parents[2]
PASSAGES = 25
TAGS = 10  # one mention in so many is a tag
WORDS = "The unit was short of staff and nobody asked who else lived in the house that evening. "
KINDS = ("sar", "dhr", "cspr", "pfd", "scr", "mappa_scr", "owhr", "other")
ROLES = ("analysis", "findings", "chronology", "recommendations", "learning")
READINGS = ("gap", "gap", "gap", "good_practice", "recommended", "improved", "context")
MANY = ("police", "council", "hospital", "school", "probation", "housing", "charity")
SPECS = {
    "themes x kind": CrossTabSpec(),
    "themes x kind, documents": CrossTabSpec(unit=Unit.DOCUMENTS),
    "themes x kind, passages": CrossTabSpec(unit=Unit.PASSAGES),
    "themes x year": CrossTabSpec(columns="year"),
    "themes x agency": CrossTabSpec(columns="agency"),
    "themes x form": CrossTabSpec(columns="form"),
    "themes x reads as": CrossTabSpec(columns="reads_as"),
    "themes x role": CrossTabSpec(columns="role"),
    "themes x themes (together)": CrossTabSpec(columns="themes"),
    "themes x themes, passages": CrossTabSpec(columns="themes", unit=Unit.PASSAGES),
    "kind x year (the sample)": CrossTabSpec(rows="kind", columns="year"),
}


def fill(rows: Rows, themes: list[str], documents: int, mentions: int) -> None:
    """Write documents, passages, tags and suggestions straight into the tables."""
    chance = random.Random(7)  # noqa: S311 - invented data
    for begin in range(1, documents + 1, 500):
        _write(rows, chance, range(begin, min(begin + 500, documents + 1)))
    passages = documents * PASSAGES
    suggested, tagged = [], []
    for _ in range(mentions):
        passage = chance.randrange(passages)
        begins = passage % PASSAGES * 1000
        theme = themes[int(len(themes) * chance.random() ** 2)]
        where = (passage // PASSAGES + 1, passage + 1, theme, begins, begins + 30)
        if chance.randrange(TAGS):
            values = (chance.choice(READINGS), chance.random() < 0.1, chance.random())
            suggested.append((*where, *values))
        else:
            tagged.append((*where, WORDS[:30], chance.choice(READINGS)))
    rows.write(
        "INSERT INTO suggestion (document_id, passage_id, theme, begins, ends, reads_as, restated, "
        "confidence, rule, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'rule.gap.1', "
        "'A plain reason, as rules give it, of about this length.')",
        suggested,
    )
    rows.write("INSERT OR IGNORE INTO coder VALUES ('JB', '', '2026-01-01')", [()])
    rows.write(
        "INSERT INTO tag (document_id, passage_id, theme, begins, ends, text, reads_as, coder, "
        "made_at, codebook_version, origin) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'JB', '2026-01-01', '1', 'hand')",
        tagged,
    )


def _write(rows: Rows, chance: random.Random, numbers: range) -> None:
    kinds = {number: chance.choice(KINDS) for number in numbers}
    rows.write("INSERT INTO review VALUES (?, ?, ?, NULL, NULL)",
               [(n, f"Review {n}", kind) for n, kind in kinds.items()])  # fmt: skip
    rows.write("INSERT INTO original VALUES (?, 1, 0, x'00')", [(f"{n:064}",) for n in numbers])
    rows.write(
        "INSERT INTO document VALUES (?1, ?1, 'x.docx', ?2, ?2, ?3, NULL, ?4, 0, '', 'Title', "
        "?5, 9, '', '2026-01-01', NULL, NULL, NULL)",
        [
            (n, f"{n:064}", kinds[n], chance.choice(("full_report", "executive_summary")), 9)
            for n in numbers
        ],
    )
    held = [(n, "status", "to_tag", 0) for n in numbers]
    held += [(n, "kind", kinds[n], 0) for n in numbers]
    held += [(n, "year", str(chance.randrange(2012, 2026)), 0) for n in numbers]
    held += [(n, "agency", one, i) for n in numbers for i, one in enumerate(chance.sample(MANY, 3))]
    rows.write("INSERT INTO attribute VALUES (?, ?, ?, ?)", held)
    rows.write(
        "INSERT INTO passage VALUES (?, ?, ?, '', 1, ?, 'body', 0, 0, 0, '', ?, ?, ?)",
        [
            (
                (n - 1) * PASSAGES + i + 1, n, i + 1, chance.choice(ROLES), i * 1000,
                i * 1000 + len(WORDS), WORDS,
            )
            for n in numbers
            for i in range(PASSAGES)
        ],
    )  # fmt: skip


def casebook(folder: Path, documents: int, mentions: int) -> StoredCasebook:
    """Return the casebook of so many documents in `folder`, made anew if it is not there."""
    path = folder / f"{documents}-{mentions}.casebook"
    more = {"full_text": FullTextIndex(), "migrations": ROOT / "db"}
    if path.exists():
        return open_casebook(path, **more, passphrase=None, coder="JB")  # type: ignore[arg-type]
    codebook = read_codebook((ROOT / "resources/codebooks/core.toml").read_text(encoding="utf-8"))
    made = create_casebook(path, codebook, **more, passphrase=None, coder="JB")  # type: ignore[arg-type]
    themes = [theme.id for theme in codebook.themes]
    with made.writing() as work:
        fill(work.sql, themes, documents, mentions)
        passages = ((one, WORDS) for one in range(1, documents * PASSAGES + 1))
        FullTextIndex().write(work.sql, passages)
    return made


def _took(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def figures(book: StoredCasebook) -> Iterator[tuple[str, float, float, float]]:
    """Yield each count with its seconds when first asked for, after a decision, and again."""
    finder = QueryFinder()

    def count(spec: CrossTabSpec) -> CrossTab:
        return build_crosstab(book, finder, spec, lambda: "2026-01-01T00:00:00Z")

    for name, spec in SPECS.items():
        opened = _took(lambda spec=spec: count(spec))  # type: ignore[misc]
        with book.writing() as work:
            work.sql.write("UPDATE suggestion SET decision = 'skipped' WHERE id = ?", [(1,)])
        changed = _took(lambda spec=spec: count(spec))  # type: ignore[misc]
        again = min(_took(lambda spec=spec: count(spec)) for _ in range(3))  # type: ignore[misc]
        yield name, opened, changed, again


def besides(book: StoredCasebook) -> Iterator[tuple[str, float, float]]:
    """Yield the figures besides the cross-tab with their seconds, and those of the processor."""
    finder = QueryFinder()
    questions = {
        **{f"themes in the same {unit}": _about(Telling.TOGETHER, unit) for unit in Unit},
        "three themes by year": _about(Telling.YEARS),
        "profile of a review": replace(_about(Telling.REVIEW), review=5),
        "framework matrix": _about(Telling.MATRIX),
    }
    for name, question in questions.items():
        asked = Asked(book, finder, lambda: "2026-01-01T00:00:00Z", question.over)
        tell(asked, question)
        began = time.process_time()
        took = _took(lambda asked=asked, question=question: tell(asked, question))  # type: ignore[misc]
        yield name, took, time.process_time() - began


def _about(telling: Telling, unit: Unit = Unit.REVIEWS) -> Question:
    return Question(telling, CrossTabSpec(unit=unit))


def workbook(book: StoredCasebook, folder: Path, rows: str) -> float:
    """Return the seconds that a table with its evidence takes to Excel."""
    spec, finder = CrossTabSpec(where=rows), QueryFinder()
    table = build_crosstab(book, finder, spec, lambda: "2026-01-01T00:00:00Z")
    return _took(lambda: export_table(book, finder, table, Workbook(), folder / "table.xlsx"))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("--mentions", type=int, default=500_000)
    parser.add_argument("--in", dest="folder", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.folder or Path(made)
        book = casebook(folder, args.documents, args.mentions)
        _say(f"{args.documents} documents, {args.mentions} mentions; seconds")
        _say(f"{'':28}{'first':>9}{'decided':>9}{'again':>9}")
        for name, *seconds in figures(book):
            _say(f"{name:28}" + "".join(f"{one:9.3f}" for one in seconds))
        _say(f"{'':28}{'again':>9}{'cpu':>9}")
        for name, *seconds in besides(book):
            _say(f"{name:28}" + "".join(f"{one:9.3f}" for one in seconds))
        took = workbook(book, folder, "year:[2012 TO 2013]")
        _say(f"{'to Excel (about 50,000 rows)':28}{took:9.3f}")
        book.close()


if __name__ == "__main__":
    main()
