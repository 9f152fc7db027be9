"""What a change of the codebook does to suggestions and tags: the same before as after Apply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from caseview.domain.reads_as import ReadsAs
from caseview.domain.suggestion import Suggestion


class Happens(StrEnum):
    """What happens to a suggestion or a tag; a tag that another one joins may grow."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    JOINED = "joined"
    GREW = "grew"


@dataclass(frozen=True, slots=True)
class Fresh:
    """A suggestion as the new rules make it, with the passage it stands in."""

    passage_id: int
    page: int | None
    paragraph: str
    suggestion: Suggestion


@dataclass(frozen=True, slots=True)
class Touched:
    """One suggestion (added, removed, changed) or tag (moved, joined, grew) that a change touches.

    `theme` is the id of its theme after the change, `was` before it ("" for none); `weak` says
    that the suggestion shows at the level *reading* alone; `text` are its words.
    """

    happens: Happens
    theme: str
    was: str
    document_id: int
    review_id: int
    review: str
    page: int | None
    paragraph: str
    start: int
    end: int
    text: str
    reads_as: ReadsAs
    weak: bool = False
    tag_id: int | None = None


@dataclass(frozen=True)
class Effect:
    """What applying a change does; `fresh` holds the new suggestions of each document by its id.

    `version` is the number the codebook will have, `changes` says in words what differs in it.
    """

    version: str
    changes: tuple[str, ...]
    touched: tuple[Touched, ...]
    fresh: Mapping[int, tuple[Fresh, ...]] = field(default_factory=dict, repr=False)

    def of(self, *happens: Happens) -> tuple[Touched, ...]:
        """Return what these things happen to, in reading order."""
        return tuple(one for one in self.touched if one.happens in happens)

    @property
    def tags(self) -> int:
        """How many tags get another theme or join one that is there."""
        return len(self.of(Happens.MOVED, Happens.JOINED))


def reviews_of(touched: Iterable[Touched]) -> int:
    """Return in how many reviews these stand."""
    return len({one.review_id for one in touched})
