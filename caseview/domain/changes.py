"""What a use case changed, so that whoever shows it can ask again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that changed; `label` says what was done, in words ("Accept suggestion")."""

    label: str = ""
    reviews: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()
    suggestions: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    codebook: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return both sets of changes as one; the first label stands."""
        return Changes(
            label=self.label or other.label,
            reviews=self.reviews | other.reviews,
            documents=self.documents | other.documents,
            suggestions=self.suggestions | other.suggestions,
            tags=self.tags | other.tags,
            notes=self.notes | other.notes,
            codebook=self.codebook or other.codebook,
        )
