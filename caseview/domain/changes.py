"""What a use case changed, so that whoever shows it can ask again."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids that changed; `label` says what was done, in words ("Accept suggestion").

    `settings` are the names of settings; `codebook` says that another version is in use,
    `register` that recommendations or answers to concerns stand otherwise, and `matrix` that
    words of the framework matrix do.
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
    matrix: bool = False

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
            matrix=self.matrix or other.matrix,
        )


def together(label: str, parts: Iterable[Changes]) -> Changes:
    """Return many changes as one under a label, in time that grows with their number alone."""
    left = [Changes(label=label), *parts]
    while len(left) > 1:  # in pairs, so that no id is carried over again for each that follows
        pairs = zip_longest(left[::2], left[1::2], fillvalue=Changes())
        left = [one | other for one, other in pairs]
    return left[0]
