"""What a use case changed, so that whoever shows it can ask again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that changed; `label` says what was done, in words ("Accept suggestion").

    `settings` are the names of settings; `codebook` says that another version is in use, and
    `register` that recommendations or answers to concerns stand otherwise.
    """

    label: str = ""
    reviews: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()
    suggestions: frozenset[int] = frozenset()
    tags: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    saved: frozenset[int] = frozenset()
    settings: frozenset[str] = frozenset()
    codebook: bool = False
    register: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return both sets of changes as one; the first label stands."""
        return Changes(
            label=self.label or other.label,
            reviews=self.reviews | other.reviews,
            documents=self.documents | other.documents,
            suggestions=self.suggestions | other.suggestions,
            tags=self.tags | other.tags,
            notes=self.notes | other.notes,
            saved=self.saved | other.saved,
            settings=self.settings | other.settings,
            codebook=self.codebook or other.codebook,
            register=self.register or other.register,
        )
