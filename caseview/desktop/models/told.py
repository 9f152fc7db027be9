"""What could give a person away in a summary, and what is decided on each."""

from collections.abc import Iterable

from caseview.domain.summary import QuotePlace, place_of
from caseview.usecases.check_anonymity import Told

AROUND = 60


class Looked:
    """What was kept, by its key, and which quotes were left out."""

    def __init__(self, kept: Iterable[str] = (), without: Iterable[QuotePlace] = ()) -> None:
        self.kept = frozenset(kept)
        self.without = frozenset(without)

    def keep(self, one: Told) -> None:
        """Keep the words as they are."""
        self.kept |= {one.key}
        if one.quote is not None:
            self.without -= {place_of(one.quote)}

    def leave_out(self, one: Told) -> None:
        """Leave the quote out that holds the words; one's own words cannot be left out."""
        if one.quote is not None:
            self.without |= {place_of(one.quote)}
            self.kept -= {one.key}

    def decision(self, one: Told) -> str:
        """Return "keep", "out", or "" where nothing is decided."""
        if one.quote is not None and place_of(one.quote) in self.without:
            return "out"
        return "keep" if one.key in self.kept else ""

    def waiting(self, told: Iterable[Told]) -> tuple[Told, ...]:
        """Return what nobody has decided yet."""
        return tuple(one for one in told if not self.decision(one))


def around(one: Told) -> str:
    """Return the words with what stands around them, cut at both ends."""
    text, span = one.text, one.what.span
    first, last = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    return f"{'…' * (first > 0)}{text[first:last]}{'…' * (last < len(text))}"
