"""Sections of a review and the role each plays in it."""

from dataclasses import dataclass
from enum import StrEnum

from caseview.domain.english import English


class SectionRole(StrEnum):
    """What a section does in the review; the strongest cue to how a passage reads."""

    FRONT_MATTER = "front_matter"
    TERMS_OF_REFERENCE = "terms_of_reference"
    METHODOLOGY = "methodology"
    GLOSSARY = "glossary"
    LEGAL_POWERS = "legal_powers"
    BACKGROUND = "background"
    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    GOOD_PRACTICE = "good_practice"
    FINDINGS = "findings"
    CONCERNS = "concerns"
    LEARNING = "learning"
    RECOMMENDATIONS = "recommendations"
    ACTION_PLAN = "action_plan"
    IMPROVEMENT = "improvement"
    APPENDIX = "appendix"

    @property
    def label(self) -> English:
        """The role in words, for people."""
        return English(self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document: from its heading to the next heading of its level or higher.

    `restated` says that its words belong to another document (a concern repeated in a response).
    """

    heading: str
    role: SectionRole
    level: int
    start: int
    end: int
    restated: bool = False
