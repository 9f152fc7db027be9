"""What could not be read as typed, in sentences, with its place."""

from dataclasses import dataclass, field

INSTEAD = "Searched for the plain words instead."
LEFT_OUT = "It was left out."


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that could not be read as typed.

    `place` is its code-point offset, None where it has none; `what` says what is wrong in a
    sentence, `instead` what was done about it, `advice` what to write.
    """

    place: int | None
    what: str
    instead: str = ""
    advice: str = ""

    @property
    def remark(self) -> str:
        """All of it, for the answer of a search that went on without."""
        return " ".join(part for part in (self.what, self.instead, self.advice) if part)


@dataclass(slots=True)
class Troubles:
    """The troubles met on the way through one query."""

    found: list[Trouble] = field(default_factory=list)

    def note(self, place: int | None, what: str, instead: str, advice: str = "") -> None:
        """Keep one more."""
        self.found.append(Trouble(place, what, instead, advice))


def told(troubles: "list[Trouble] | tuple[Trouble, ...]") -> str:
    """Return what is wrong and what to write, for a search that was not made at all."""
    return " ".join(dict.fromkeys(f"{one.what} {one.advice}".strip() for one in troubles))
