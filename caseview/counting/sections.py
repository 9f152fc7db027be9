"""Sections as units: what one document says in one role, under one number."""

from caseview.domain.section import SectionRole

_ROLES = {role.value: place for place, role in enumerate(SectionRole, start=1)}
_MOST = len(_ROLES) + 1


def section_id(document_id: int, role: str) -> int:
    """Return the number of the part of a document that plays a role, a number of no other part."""
    return document_id * _MOST + _ROLES.get(role, 0)
