"""The register as analysts read it: each recommendation with what is known and guessed of it."""

from dataclasses import dataclass, field

from caseview.domain.document import Form, Kind
from caseview.domain.register import (
    KeptRecommendation,
    Placed,
    Progress,
    RecommendationGroup,
    Standing,
    Strength,
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A recommendation made before to the same body; `decided` where a coder grouped the two."""

    place: Placed
    year: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Registered:
    """A recommendation with its review, and what coders said or words suggest of it.

    `bodies` are those it is made to, `owner` the review's board or area; `themes` those coders
    tagged, `suggested` the others; `sorts` and guesses follow from words alone. `again` are its
    restatements in other documents of the same review (a summary, an action plan), which are not
    counted again.
    """

    kept: KeptRecommendation
    review: str
    document: str
    kind: Kind
    form: Form
    year: str
    bodies: tuple[str, ...]
    sorts: frozenset[str]
    themes: tuple[str, ...]
    suggested: tuple[str, ...]
    strength: Strength
    progress: Progress
    owner: str = ""
    group: int | None = None
    again: tuple[Placed, ...] = ()
    earlier: tuple[Earlier, ...] = ()

    @property
    def place(self) -> Placed:
        """Where it stands."""
        return self.kept.place

    @property
    def text(self) -> str:
        """Its words as printed."""
        return self.kept.recommendation.text

    @property
    def strength_guessed(self) -> bool:
        """Whether its strength is a guess that nobody has confirmed."""
        known = self.kept.standing.strength is not Strength.UNKNOWN
        return not known and self.strength is not Strength.UNKNOWN

    @property
    def progress_guessed(self) -> bool:
        """Whether its progress is a guess that nobody has confirmed."""
        known = self.kept.standing.progress is not Progress.UNKNOWN
        return not known and self.progress is not Progress.UNKNOWN

    @property
    def name(self) -> str:
        """What it is called in its review: "Recommendation 3"."""
        number = self.kept.recommendation.number
        return f"Recommendation {number}" if number else "Recommendation"

    @property
    def reference(self) -> str:
        """Where it stands, as printed after its words."""
        place = f"page {self.kept.page}" if self.kept.page else f"paragraph {self.kept.paragraph}"
        document = f", {self.document}" if self.document and self.document != self.review else ""
        return f"{self.review}{document}, {self.name}, {place}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the register is wanted; nothing chosen of a facet means all of it.

    `sorts` and `bodies` are whom it is for, `years` "2021", `words` all stand in its words.
    """

    sorts: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    strengths: frozenset[Strength] = frozenset()
    progress: frozenset[Progress] = frozenset()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What a coder says of recommendations; None leaves it as it is."""

    progress: Progress | None = None
    strength: Strength | None = None
    addressee: str | None = None
    confirmed: bool | None = None

    def of(self, before: Standing) -> Standing:
        """Return the standing that this makes of one."""
        addressee = before.addressee if self.addressee is None else self.addressee.strip()
        return Standing(
            before.progress if self.progress is None else self.progress,
            before.strength if self.strength is None else self.strength,
            addressee,
            before.confirmed if self.confirmed is None else self.confirmed,
        )


@dataclass(frozen=True, slots=True)
class Offer:
    """A recommendation that may belong with others, and how alike they are, 0 to 1."""

    place: Placed
    likeness: float


@dataclass(frozen=True, slots=True)
class OfferedGroup:
    """Recommendations of several reviews, in no group, that may ask for the same thing."""

    members: tuple[Placed, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Register:
    """The register of a casebook, and what may belong together in it.

    `may_belong` has for each group, by id, what nobody grouped or refused and is like its members.
    """

    items: tuple[Registered, ...]
    groups: tuple[RecommendationGroup, ...] = ()
    may_belong: dict[int, tuple[Offer, ...]] = field(default_factory=dict)
    offered: tuple[OfferedGroup, ...] = ()

    def item(self, place: Placed) -> Registered | None:
        """Return what stands at a place, None when it is not (or no more) in the register."""
        return next((one for one in self.items if one.place == place), None)
