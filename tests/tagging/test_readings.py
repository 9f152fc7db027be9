"""Matches that stand alike are read once, and read as each would alone."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.section import SectionRole
from caseview.tagging.at_large import read_at_large
from caseview.tagging.context import Reader, Setting
from caseview.tagging.matcher import fold
from caseview.tagging.notation import parse_named
from caseview.tagging.paragraph import Paragraph
from caseview.tagging.prefilter import WORD
from caseview.tagging.readings import Readings
from caseview.tagging.seeking import Seeker
from caseview.tagging.sentence import Sentence
from caseview.tagging.sentences import sentences

SAMPLE = Path(__file__).parents[2] / "packaging" / "sample"


@pytest.fixture(scope="module")
def seeker(core: Codebook) -> Seeker:
    return Seeker(core, parse_named(core.words))


@pytest.fixture(scope="module")
def paragraphs(seeker: Seeker) -> Sequence[Sequence[Sentence]]:
    """Every third paragraph of the invented reviews, in sentences."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.md"))]
    return [
        [
            seeker.sentence(said, folded, span, WORD.findall(folded, *span))
            for span in sentences(said)
        ]
        for text in texts
        for said in text.split("\n\n")[::3]
        for folded in [fold(said)]
    ]


@pytest.mark.parametrize("kind", [Kind.SAR, Kind.PFD, Kind.PFD_RESPONSE])
@pytest.mark.parametrize("role", [*SectionRole][::2])
def test_each_match_reads_as_it_does_alone(
    seeker: Seeker, paragraphs: Sequence[Sequence[Sentence]], kind: Kind, role: SectionRole
) -> None:
    setting = Setting(role, kind, Form.FULL_REPORT)
    reader = Reader(setting)
    for said in paragraphs:
        readings = Readings(reader, said)
        for sentence in said:
            for hit in seeker.hits(sentence):
                near = readings.near(hit)
                assert near == reader.read(hit)
                assert readings.at_large(hit, near) == read_at_large(
                    near, hit, Paragraph(setting, said)
                )
