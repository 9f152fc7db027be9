"""How good suggestions are: themes and readings, against passages labelled by people.

    python tests/quality/themes.py [CORPUS] [--part tune|held|all]

prints precision, recall and F1 with n and 95 % Wilson intervals for each theme, the three levels
(reading, normal, sure), how gaps, good practice and the rest are told apart, how far confidence
is right, and five themes of whole reports. Documents are split by the hash of their name: rules
are tuned on seven in ten ("tune"); nobody looks into the other three ("held"), whose figures are
only printed. `tests/quality/themes_page.py` writes the held figures into the help.
"""

import argparse
import csv
import json
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from math import sqrt
from pathlib import Path

from caseview.domain.document import Form, Kind, ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.reads_as import ReadsAs
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Level, Suggestion
from caseview.tagging.codebook_text import read_codebook
from caseview.tagging.suggest import Tagger
from tests.quality.whole_reports import SAME_MEANING, SURE_ENOUGH, Report, counts, mapping, reports

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
CORE = ROOT / "resources" / "codebooks" / "core.toml"
MARKERS = {"good_practice_explicit", "service_improvement_since"}
PFD_THEMES = {
    "professional-curiosity": "professional_curiosity",
    "staffing-capacity": "staffing_capacity staff_continuity resources_service_gap access_waiting",
    "information-sharing": "information_sharing handover_internal_communication",
    "risk-assessment": "risk_identification risk_assessment_quality risk_management_planning"
    " suicide_self_harm_risk",
    "training": "training_knowledge",
    "record-keeping": "record_keeping",
    "policy-or-guidance": "policy_procedure",
    "communication-with-family": "family_concerns",
    "supervision-oversight": "supervision_oversight",
    "multi-agency-working": "multi_agency_coordination multi_agency_meetings lead_role_clarity",
}
_SLUGS = {theme: slug for slug, themes in PFD_THEMES.items() for theme in themes.split()}
_BLOCKS = {
    "bullet": ParagraphStyle.LIST_ITEM,
    "quote": ParagraphStyle.QUOTE,
    "table_cell": ParagraphStyle.TABLE_ROW,
    "footnote": ParagraphStyle.FOOTNOTE,
}


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


@dataclass
class Labelled:
    """One passage with the readings people gave it by theme, and what was suggested."""

    document: str
    gold: dict[str, str]
    found: dict[str, Suggestion] = field(default_factory=dict)


@dataclass
class Tally:
    """What was found and is there, found and is not there, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0

    def line(self) -> str:
        """Return the figures as one line: precision and recall with their intervals, F1, n."""
        return (
            f"P {share(self.right, self.right + self.wrong)}"
            f"  R {share(self.right, self.right + self.missed)}"
            f"  F1 {self.f1:.2f}  n {self.right + self.missed}"
        )


def share(part: int, whole: int) -> str:
    """Return a share with its 95 % Wilson interval (Wilson 1927): "0.80 [0.71 0.87]"."""
    if not whole:
        return "   - [  -    -  ]"
    z = 1.96
    p = part / whole
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{p:.2f} [{middle - half:.2f} {middle + half:.2f}]"


def tuned_on(document: str) -> bool:
    """Return whether rules may be tuned on a document: seven in ten, by the hash of its name."""
    return int(sha256(document.encode()).hexdigest(), 16) % 10 >= 3


def passages(parts: Iterable[tuple[str, SectionRole, ParagraphStyle, bool]]) -> list[Passage]:
    """Return passages one after the other, as in a document."""
    made: list[Passage] = []
    for number, (text, role, style, restated) in enumerate(parts, 1):
        begin = made[-1].end + 2 if made else 0
        made.append(
            Passage(
                begin, begin + len(text), text, number, None, role, style=style, restated=restated
            )
        )
    return made


def coroners(tagger: Tagger, corpus: Path) -> Iterator[Labelled]:
    """Yield the passages of PFD reports labelled for ten themes, each read alone."""
    with (corpus / "gold" / "pfd_passages_10themes.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            concerns = row["section"] == "concerns"
            role = SectionRole.CONCERNS if concerns else SectionRole.CHRONOLOGY
            (passage,) = passages([(row["text"], role, ParagraphStyle.BODY, False)])
            pairs = [label.split(":") for label in row["labels"].split("|") if label]
            yield Labelled(row["doc"], dict(pairs), of_ten(tagger, passage))


def of_ten(tagger: Tagger, passage: Passage) -> dict[str, Suggestion]:
    """Return the surest suggestion for each of the ten themes on a concern that is read alone."""
    surest: dict[str, Suggestion] = {}
    for said in tagger.suggest([passage], kind=Kind.PFD, form=Form.FULL_REPORT):
        slug = _SLUGS.get(said.theme)
        if slug and (slug not in surest or surest[slug].confidence < said.confidence):
            surest[slug] = said
    return surest


def reviews(tagger: Tagger, corpus: Path) -> Iterator[Labelled]:
    """Yield the passages of the long invented reviews, with the sections their labels give."""
    files = sorted((corpus / "invented" / "gold").glob("*.json"))
    for data in (json.loads(path.read_text(encoding="utf-8")) for path in files):
        kind = Kind(data["kind"])
        parts = [_part(kind, part) for part in data["passages"]]
        made = passages(parts)
        # Documents about the same case stand on the same side of the split.
        case = data.get("same_case_as") or data.get("responds_to") or data["file"].split(".")[0]
        labelled = [
            Labelled(case, {label["theme"]: label["reads_as"] for label in reversed(p["labels"])})
            for p in data["passages"]
        ]
        begins = [passage.start for passage in made]
        for said in tagger.suggest(made, kind=kind, form=Form(data["form"])):
            labelled[bisect_right(begins, said.start) - 1].found[said.theme] = said
        yield from labelled


def _part(kind: Kind, part: dict[str, object]) -> tuple[str, SectionRole, ParagraphStyle, bool]:
    role = SectionRole(str(part["section_role"]))
    if kind is Kind.PFD and role is SectionRole.FINDINGS:
        role = SectionRole.CONCERNS
    labels = part["labels"]
    restated = isinstance(labels, list) and any(label.get("restated") for label in labels)
    style = _BLOCKS.get(str(part["block"]), ParagraphStyle.BODY)
    return str(part["text"]), role, style, restated


def tallies(labelled: Iterable[Labelled], least: float) -> dict[str, Tally]:
    """Return a tally for each theme, markers left out, at one level of confidence."""
    found: dict[str, Tally] = defaultdict(Tally)
    for one in labelled:
        shown = {theme for theme, said in one.found.items() if said.confidence >= least}
        for theme in (shown | set(one.gold)) - MARKERS:
            if theme not in one.gold:
                found[theme].wrong += 1
            elif theme in shown:
                found[theme].right += 1
            else:
                found[theme].missed += 1
    return found


def together(each: Iterable[Tally]) -> Tally:
    """Return the sum of tallies (micro average)."""
    every = list(each)
    return Tally(
        sum(one.right for one in every),
        sum(one.wrong for one in every),
        sum(one.missed for one in every),
    )


def report(title: str, labelled: list[Labelled]) -> None:
    """Print every table for one set of passages."""
    documents = len({one.document for one in labelled})
    say(f"\n== {title}: {len(labelled)} passages of {documents} documents")
    for level in Level:
        say(f"{level:<10} {together(tallies(labelled, level.least).values()).line()}")
    say(f"context read as gap: {share(*context_as_gap(labelled))}")
    say("\nby theme, at normal")
    by_theme = tallies(labelled, Level.NORMAL.least)
    for theme in sorted(by_theme, key=lambda name: -by_theme[name].right - by_theme[name].missed):
        say(f"{theme:<40} {by_theme[theme].line()}")
    print_readings(labelled)
    print_calibration(labelled)


def context_as_gap(labelled: Iterable[Labelled]) -> tuple[int, int]:
    """Return how many labels of words without the theme were suggested as a gap, and of how many.

    A suggestion below the level normal is not counted: it is not shown unless asked for.
    """
    told = [
        one.found.get(theme)
        for one in labelled
        for theme, reading in one.gold.items()
        if reading == ReadsAs.CONTEXT.value and theme not in MARKERS
    ]
    least = Level.NORMAL.least
    wrong = [said for said in told if said and said.confidence >= least]
    return sum(said.reads_as is ReadsAs.GAP for said in wrong), len(told)


def print_whole(title: str, read: list[Report]) -> None:
    """Print the five themes of whole reports, with what was mapped to what."""
    say(f"\n== whole reports on medicines, {title}: {len(read)}, at a confidence of {SURE_ENOUGH}")
    for name in SAME_MEANING:
        say(f"{name:<40} {Tally(*counts(read, name, SURE_ENOUGH)).line()}")
    for line in mapping():
        say(f"  {line}")


def print_readings(labelled: Iterable[Labelled]) -> None:
    """Print how the passages with the right theme read: labels down, suggestions across."""
    seen: Counter[tuple[str, str]] = Counter()
    for one in labelled:
        for theme in (set(one.gold) & set(one.found)) - MARKERS:
            seen[one.gold[theme], one.found[theme].reads_as.value] += 1
    say("\nreads as: label down, suggestion across")
    say(" " * 15 + "".join(f"{reading.value:>14}" for reading in ReadsAs))
    scores = []
    for label in ReadsAs:
        counts = [seen[label.value, reading.value] for reading in ReadsAs]
        right = seen[label.value, label.value]
        wrong = sum(seen[other.value, label.value] for other in ReadsAs) - right
        tally = Tally(right, wrong, sum(counts) - right)
        scores.append(tally.f1)
        say(f"{label.value:<15}" + "".join(f"{n:>14}" for n in counts) + f"  F1 {tally.f1:.2f}")
    say(f"macro-F1 {sum(scores) / len(scores):.2f}")


def print_calibration(labelled: Iterable[Labelled]) -> None:
    """Print, for each tenth of confidence, how many suggestions were right."""
    seen: dict[int, list[bool]] = defaultdict(list)
    for one in labelled:
        for theme, said in one.found.items():
            if theme not in MARKERS:
                seen[int(said.confidence * 10)].append(theme in one.gold)
    say("\nconfidence and how often the theme was right")
    for tenth, right in sorted(seen.items()):
        say(f"0.{tenth} to 0.{tenth}9   {share(sum(right), len(right))}  n {len(right)}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--part", choices=("tune", "held", "all"), default="all")
    chosen = parser.parse_args()
    if not chosen.corpus.exists():
        say(f"No labelled passages at {chosen.corpus}: nothing measured.")
        return
    tagger = Tagger(read_codebook(CORE.read_text(encoding="utf-8")))
    for title, source in (("coroners' reports", coroners), ("long reviews", reviews)):
        labelled = list(source(tagger, chosen.corpus))
        for part, tuned in (("tune", True), ("held", False)):
            if chosen.part in {part, "all"}:
                some = [one for one in labelled if tuned_on(one.document) is tuned]
                report(f"{title}, {part}", some)
    whole = list(reports(tagger, chosen.corpus))
    for part, tuned in (("tune", True), ("held", False)):
        if chosen.part in {part, "all"}:
            print_whole(part, [one for one in whole if tuned_on(one.name) is tuned])


if __name__ == "__main__":
    main()
