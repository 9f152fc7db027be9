"""Measures reading against the corpus: python -m tests.quality.reading [--part P ...] [--held].

One part in three of the corpus, chosen by a hash of the file name, is held back: rules are tuned
on the rest, and `--held` prints the score of what was never looked at.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from caseview.domain.attribute import DetailName, value, values
from caseview.domain.description import Description
from caseview.domain.document import DocumentText, Form, Kind
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.places import Places
from caseview.readers.registry import read_text
from tests.quality.reading_addressees import SentTo
from tests.quality.reading_agencies import Involved
from tests.quality.scores import Table, f1, flat, shared, words, write

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LISTS = ROOT / "resources" / "lists"
HELD_TENTHS = 3
NEAR = 30
SAME_WORDS = 0.9
EQUAL_ROLES = {("findings", "concerns"), ("front_matter", "legal_powers")}
FOLDERS = {
    "pfd": {Kind.PFD},
    "pfd_response": {Kind.PFD_RESPONSE},
    "cspr": {Kind.CSPR, Kind.SCR},
    "sar": {Kind.SAR, Kind.SCR_ADULT},
    "dhr": {Kind.DHR},
    "other": {Kind.OTHER, Kind.MHHR},
}
WEB = re.compile(r"(?m)^coroner.?s? name ?:", re.IGNORECASE)
REDACTED = re.compile(r"\[REDACTED\]|BLANKED")
COURTESY = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof|professor|hm|obe|cbe|kc|qc|mbe|sir|dame|hhj|judge)\b"
)


def is_held(name: str) -> bool:
    stem = name.split(".", maxsplit=1)[0]
    return int(hashlib.sha256(stem.encode()).hexdigest(), 16) % 10 < HELD_TENTHS


class Reader:
    """Reads and describes corpus files, each once, of one half of the split."""

    def __init__(self, *, held: bool) -> None:
        lists = load_lists(LISTS)
        self.describer = Describer(lists, {})
        self.places = Places(lists)
        self.agencies = lists.agencies
        self.held = held
        self.seconds = 0.0

    @cache  # noqa: B019  one reader lives as long as the run
    def read(self, path: Path) -> tuple[DocumentText, Description]:
        text = read_text(path)
        start = time.process_time()
        description = self.describer.describe(text, path.name)
        self.seconds += time.process_time() - start
        return text, description

    def files(self, folder: Path, *ends: str) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.suffix in ends and is_held(path.name) is self.held:
                yield path


def kinds(reader: Reader) -> None:
    table = Table()
    with (CORPUS / "real" / "manifest.csv").open(encoding="utf-8") as file:
        titles = {row["path"]: row["title"] for row in csv.DictReader(file)}
    for folder, wanted in FOLDERS.items():
        for path in reader.files(CORPUS / "real" / folder, ".txt"):
            guess = reader.read(path)[1].guess
            table.add(f"kind, real/{folder}", right=guess.kind in wanted)
            summary = "Executive Summary" in titles.get(f"{folder}/{path.name}", "")
            form = Form.RESPONSE if folder == "pfd_response" else Form.FULL_REPORT
            form = Form.EXECUTIVE_SUMMARY if summary else form
            if folder != "other":
                table.add(f"form, real/{folder}", right=guess.form is form)
    for gold, path in invented(reader):
        guess = reader.read(path)[1].guess
        table.add(
            "kind and form, invented",
            right=(guess.kind, guess.form) == (gold["kind"], gold["form"]),
        )
    table.say()


def pfd(reader: Reader) -> None:
    gold = {r["doc_path"]: r for r in gold_rows("pfd_judiciary_metadata.csv") if r["doc_path"]}
    by_stem = {Path(path).stem: row for path, row in gold.items()}
    for folder, ends in (("pfd", (".txt",)), ("pfd_boxed", (".pdf", ".docx"))):
        table, sent = Table(), SentTo()
        for path in reader.files(CORPUS / "real" / folder, *ends):
            row = by_stem.get(path.stem)
            text, description = reader.read(path)
            if row and not (folder == "pfd" and WEB.search(text.text)):
                details_of_report(table, row, text, description, reader.places)
                sent.compare(row, text, description)
        table.say()
        sent.say(folder)


def details_of_report(
    table: Table, row: dict[str, str], text: DocumentText, found: Description, places: Places
) -> None:
    details = found.details
    if row["ref"] and row["ref"] in text.text:
        ref = row["ref"].replace(" ", "").replace("–", "-")
        table.add("ref, where printed", right=value(details, DetailName.REF) == ref)
    table.add("date of report", right=value(details, DetailName.PUBLISHED) == row["date_of_report"])
    said, wanted = (
        set(words(COURTESY.sub(" ", n.lower())))
        for n in (value(details, DetailName.CORONER) or "", row["coroner_name"])
    )
    table.add("coroner", right=bool(said) and (said <= wanted or wanted <= said))
    listed = places.coroner_area(row["coroner_area"])
    area = value(details, DetailName.AREA)
    table.add("area, canonical", right=area == (listed.name if listed else row["coroner_area"]))


def concerns(reader: Reader) -> None:
    gold: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in gold_rows("pfd_concern_items.csv"):
        if row["text_kind"] == "verbatim" and row["doc_path"]:
            gold[row["doc_path"]][row["study"]].append(row["concern"])
    score, compared, lost = [0, 0, 0], 0, 0
    for path, studies in sorted(gold.items()):
        if is_held(Path(path).name) is not reader.held or not (CORPUS / path).exists():
            continue
        text, description = reader.read(CORPUS / path)
        starts = located(text, description, max(studies.values(), key=len))
        if starts is None:
            lost += 1
            continue
        compared += 1
        found = {c.start for c in description.concerns}
        near = ([f for f in found if abs(f - s) <= NEAR] for s in starts)
        hits = {
            min(some, key=lambda f: abs(f - s))
            for s, some in zip(starts, near, strict=True)
            if some
        }
        for n, more in enumerate((len(hits), len(found) - len(hits), len(starts) - len(hits))):
            score[n] += more
    write(f"  boundaries of concerns: {f1(*score)}")
    write(f"  ({compared} reports; {lost} left out, whose gold is not in the text)")


def located(text: DocumentText, description: Description, items: list[str]) -> list[int] | None:
    letters, places = flat(REDACTED.sub(lambda mark: " " * len(mark.group()), text.text))
    box = next((s.start for s in description.outline if s.role == "concerns"), 0)
    place = next((n for n, p in enumerate(places) if p >= box), 0)
    starts = []
    for item in items:
        key = flat(REDACTED.sub("", item))[0]
        tries = ((0, 40), (0, 25), (8, 33), (15, 33), (30, 48))
        hits = (letters.find(key[a:b], place) - a for a, b in tries if b <= len(key) or a == 0)
        if (hit := next((h for h in hits if h >= place), None)) is None:
            return None
        starts.append(places[hit])
        place = hit + 1
    return starts


def roles(reader: Reader) -> None:
    table = Table()
    for gold, path in invented(reader):
        text, description = reader.read(path)
        letters, places = flat(text.text)
        for passage in gold["passages"]:
            key = flat(re.sub(r"^\W*(?:R?\d+|[a-z])[.)]\s", "", passage["text"]))[0][:60]
            place = letters.find(key)
            if place < 0:
                continue
            held = next(p for p in description.passages if p.start <= places[place] < p.end)
            pair = (passage["section_role"], held.role.value)
            table.add("section role by paragraph", right=pair[0] == pair[1] or pair in EQUAL_ROLES)
            if description.guess.kind is Kind.PFD_RESPONSE:
                restated = any(label.get("restated") for label in passage["labels"])
                table.add("restated or own words", right=held.restated or not restated)
    table.say()


def recommendations(reader: Reader) -> None:
    table = Table()
    for gold, path in invented(reader):
        found = list(reader.read(path)[1].recommendations)
        for wanted in gold["recommendations"]:
            best = max(found, key=lambda r: shared(wanted["text"], r.text), default=None)
            hit = best is not None and shared(wanted["text"], best.text) >= SAME_WORDS
            table.add("recommendation found", right=hit)
            if hit and best is not None:
                found.remove(best)
                table.add(
                    "its addressee",
                    right=set(words(wanted["addressee"])) == set(words(best.addressee or "")),
                )
        for _ in found:
            table.add("not a false one (none wanted here)", right=False)
    table.say()


def details(reader: Reader) -> None:
    table, involved = Table(), Involved(reader.agencies)
    for gold, path in invented(reader):
        description = reader.read(path)[1]
        found = description.details
        if not found:
            continue
        if gold["kind"] not in {"pfd", "pfd_response"}:
            involved.compare(gold["agencies"], description)
        said: dict[str, Any] = {name.value: value(found, name) for name in DetailName}
        table.add("published", right=said["published"] == gold["published"])
        table.add("date of death", right=said["date_of_death"] == gold["date_of_death_or_incident"])
        table.add("board or area", right=gold["area"] in {said["board"], said["area"]})
        table.add("force", right=said["police_force"] == gold["police_force"])
        table.add(
            "age",
            right=said["age"] == (str(gold["victim"]["age"]) if gold["victim"]["age"] else None),
        )
        table.add("sex", right=said["sex"] == gold["victim"]["sex"])
        names = values(found, DetailName.AUTHOR) + values(found, DetailName.CORONER)
        table.add("authors", right=set(gold["authors"]) <= set(names))
        table.add("subject", right=set(words(gold["subject"])) <= set(words(said["subject"] or "")))
    table.say()
    involved.say()


def invented(reader: Reader) -> Iterator[tuple[dict[str, Any], Path]]:
    for path in reader.files(CORPUS / "invented" / "gold", ".json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, CORPUS / "invented" / "files" / gold["file"]


def gold_rows(name: str) -> list[dict[str, str]]:
    with (CORPUS / "gold" / "human" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PARTS: dict[str, Callable[[Reader], None]] = {
    "kind": kinds, "pfd": pfd, "concerns": concerns, "roles": roles,
    "recommendations": recommendations, "details": details,
}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--held", action="store_true", help="the part never looked at")
    chosen = parser.parse_args()
    if not CORPUS.exists():
        write(f"The corpus is not at {CORPUS}: nothing to measure.")
        return 0
    reader = Reader(held=chosen.held)
    for part in chosen.part:
        write(f"{part} ({'held back' if chosen.held else 'tuned on'})")
        PARTS[part](reader)
    write(f"describing took {reader.seconds:.1f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
