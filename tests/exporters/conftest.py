"""An invented summary with its sources, counted by the real engine."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from caseview.counting import method
from caseview.counting.narrow import most_first, stacked, with_rows
from caseview.counting.population import population
from caseview.counting.quoting import Candidate, chosen
from caseview.counting.scales import attribute_scale, mention_scale
from caseview.counting.tally import Tally
from caseview.counting.together import alike
from caseview.domain.attribute import Detail, DetailName
from caseview.domain.codebook import Codebook, Theme, ThemeGroup
from caseview.domain.crosstab import CellAddress, Counts, CrossTab, CrossTabSpec, Mention
from caseview.domain.document import Document, Form, Kind
from caseview.domain.evidence import Evidence, EvidenceSet
from caseview.domain.info import CasebookInfo
from caseview.domain.quote import Place, Quote
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Review, Status
from caseview.domain.section import SectionRole
from caseview.domain.summary import Summary, SummarySpec, ThemeSection

AT = "2026-11-22T16:31:00+00:00"
CODEBOOK = Codebook(
    id="invented",
    name="Invented codebook",
    version="3",
    language="en-GB",
    groups=(ThemeGroup("practice", "Practice", "PR"), ThemeGroup("people", "People", "PE")),
    themes=(
        Theme("curiosity", "Professional curiosity", "practice", "Asking further than the door."),
        Theme("staffing", "Staffing and capacity", "people", "Enough staff with enough time."),
        Theme("sharing", "Information sharing", "practice", "Passing on what others need."),
    ),
)
SAID = {
    ReadsAs.GAP: "Officers took the answer “at the door” & asked nobody else in house {n}.",
    ReadsAs.GOOD_PRACTICE: "The housing officer of case {n} returned at another time of day.",
    ReadsAs.RECOMMENDED: "The partnership should review how visit {n} is recorded.",
    ReadsAs.IMPROVED: "Since then the team of area {n} has a second sergeant.",
}
KINDS = (Kind.SAR, Kind.DHR, Kind.CSPR, Kind.PFD)


@dataclass(frozen=True)
class Invented:
    """A summary, its table, its evidence and the texts its quotes stand in."""

    summary: Summary
    table: CrossTab
    evidence: EvidenceSet
    info: CasebookInfo
    texts: dict[int, str]

    def source(self, document_id: int) -> str:
        return self.texts[document_id]


def review(number: int) -> Review:
    kind = KINDS[number % len(KINDS)]
    document = Document(
        number, number, f"{number}.docx", "", kind, Form.FULL_REPORT, "Overview report", 9, 900, AT
    )
    details = (
        Detail(DetailName.PUBLISHED, str(2019 + number % 5)),
        Detail(DetailName.AREA, f"Northmoor {number}"),
    )
    return Review(number, f"Adult {number}", kind, Status.FINISHED, (document,), details)


def text(number: int) -> str:
    return "\n\n".join(said.format(n=number) for said in SAID.values())


def mentions(reviews: tuple[Review, ...]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for one in reviews:
        for place, reading in enumerate(SAID):
            for theme in CODEBOOK.themes[: 1 + (one.id + place) % 3]:
                number = len(found) + 1
                found.append(
                    Mention(
                        number,
                        place == 2,
                        one.id,
                        one.id,
                        one.id * 10 + place,
                        theme.id,
                        reading,
                        restated=False,
                        role="analysis",
                        coder="" if place == 2 else "JB",
                    )
                )
    return tuple(found)


def evidence(mention: Mention, one: Review) -> Evidence:
    place = mention.passage_id % 10
    words = SAID[mention.reads_as].format(n=one.id)
    start = text(one.id).index(words)
    where = Place(one.title, "Overview report", place + 1, f"5.{place}", "Analysis")
    return Evidence(
        mention.id,
        mention.suggested,
        one.id,
        mention.passage_id,
        place + 1,
        mention.theme,
        mention.reads_as,
        restated=False,
        role=SectionRole.ANALYSIS,
        quote=Quote(one.id, start, start + len(words), words, where),
        coder=mention.coder,
        theme_name=CODEBOOK.theme(mention.theme).name,
    )


@pytest.fixture(scope="session")
def invent() -> Callable[..., Invented]:
    def make(
        reviews: int = 50, counts: Counts = Counts.PROVISIONAL, marking: str = "OFFICIAL-SENSITIVE"
    ) -> Invented:
        all_reviews = tuple(review(number) for number in range(1, reviews + 1))
        found = mentions(all_reviews)
        by_id = {one.id: one for one in all_reviews}
        items = tuple(evidence(mention, by_id[mention.review_id]) for mention in found)
        spec = CrossTabSpec(counts=counts)
        whom = population(all_reviews, spec, None)
        kinds = attribute_scale("kind", {r.id: (r.kind.value,) for r in all_reviews}, whom)
        counted = Tally(spec, whom, alike(found), mention_scale("themes", spec, CODEBOOK), kinds)
        kept = {(m.suggested, m.id) for m in counted.evidence(CellAddress(None, None))}
        used = tuple(item for item in items if (item.suggested, item.id) in kept)
        table = counted.table(AT)
        info = CasebookInfo(
            "a.casebook", "Winter & spring", AT, 1, False, "invented", "3", "1",
            reviews, reviews, 200, 10, 5, 20, reviews, ("JB",), marking,
        )  # fmt: skip

        def section(theme: Theme) -> ThemeSection:
            by_reading = replace(spec, rows="reads_as")
            mine = tuple(m for m in found if m.theme == theme.id)
            scale = mention_scale("reads_as", by_reading, CODEBOOK)
            readings = Tally(by_reading, whom, alike(mine), scale, kinds).table(AT)
            quotes = {
                reading: chosen(
                    [
                        Candidate(item, Kind.SAR, 1.0)
                        for item in used
                        if item.reads_as is reading and item.theme == theme.id
                    ],
                    4,
                )
                for reading in ReadsAs
            }
            return ThemeSection(
                theme,
                CODEBOOK.group(theme.group),
                stacked(with_rows(table, [theme.id]), readings),
                quotes[ReadsAs.GAP],
                quotes[ReadsAs.GOOD_PRACTICE],
                quotes[ReadsAs.RECOMMENDED],
                quotes[ReadsAs.IMPROVED],
                len(mine),
            )

        asked = SummarySpec(tuple(theme.id for theme in CODEBOOK.themes), counts, 4, marking)
        making = method.Making(info, CODEBOOK.name, asked, table, found)
        summary = Summary(
            method.summary_title([theme.name for theme in CODEBOOK.themes], counts),
            tuple(section(theme) for theme in CODEBOOK.themes),
            most_first(table),
            all_reviews,
            method.how_made(making),
            marking,
            info.title,
            "Invented codebook, version 3",
            AT,
        )
        texts = {one.id: text(one.id) for one in all_reviews}
        return Invented(summary, table, EvidenceSet(used, table.total.n), info, texts)

    return make
