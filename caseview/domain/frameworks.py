"""Outside frameworks that a theme can be mapped to; the analyst fills in where it stands."""

from collections.abc import Mapping

FRAMEWORKS: Mapping[str, str] = {
    "college": "College of Policing perennial issue",
    "nvap": "National Vulnerability Action Plan",
    "panel": "Child Safeguarding Practice Review Panel",
    "ons": "Office for National Statistics",
}
"""The frameworks offered, by the name a codebook keeps them under. A codebook may have others."""


def framework_name(name: str) -> str:
    """Return what a framework is called; one that is not offered is called as it is kept."""
    return FRAMEWORKS.get(name, name)
