"""Suggests themes on loose texts, without a casebook."""

from dataclasses import dataclass

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.suggest import Tagger


@dataclass(frozen=True, slots=True)
class Text:
    """A loose passage; without a role it is read as analysis, or as concerns in a PFD report."""

    id: object
    text: str
    role: SectionRole | None = None
    kind: Kind | None = None


def suggester(codebook: Codebook) -> Tagger:
    """Return what suggests by this codebook. Raises CodebookError for a rule it cannot read."""
    return Tagger(codebook)


def suggest_on(tagger: Tagger, text: Text) -> list[tuple[Suggestion, Passage]]:
    """Return the suggestions on one text with the passage each stands in; offsets are its own."""
    kind = text.kind or Kind.OTHER
    usual = SectionRole.CONCERNS if kind is Kind.PFD else SectionRole.ANALYSIS
    passage = Passage(0, len(text.text), text.text, 1, None, text.role or usual)
    form = Form.RESPONSE if kind is Kind.PFD_RESPONSE else Form.FULL_REPORT
    return [(found, passage) for found in tagger.suggest([passage], kind=kind, form=form)]
