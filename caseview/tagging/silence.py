"""Passages that no theme is suggested on: contents, headings, captions, glossaries."""

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole

_STYLES = frozenset({ParagraphStyle.CONTENTS, ParagraphStyle.HEADING, ParagraphStyle.CAPTION})
_ROLES = frozenset({SectionRole.GLOSSARY})


def is_silent(passage: Passage) -> bool:
    """Return whether nothing is ever suggested on a passage."""
    return passage.style in _STYLES or passage.role in _ROLES
