"""The register of recommendations and the responses to coroners, as the faces ask for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from caseview.counting.belonging import Likes
from caseview.domain.changes import Changes
from caseview.domain.register import Placed, Reply
from caseview.domain.registered import Register, Said, Wanted
from caseview.domain.responses import Tracker
from caseview.domain.span import Span
from caseview.usecases import group_recommendations as grouping
from caseview.usecases.answer_concern import Answer, answer_concern, forget_answer
from caseview.usecases.correct_recommendations import mark_recommendation, no_recommendation
from caseview.usecases.export_register import To, export_register, export_responses
from caseview.usecases.list_recommendations import list_recommendations
from caseview.usecases.set_standing import set_standing
from caseview.usecases.track_responses import track_responses
from caseview.usecases.work import Casebook
from caseview.wiring.house import House, now


@dataclass(slots=True)
class Compared:
    """Keeps what was compared last, for words stay while people decide; that takes seconds."""

    _texts: Mapping[Placed, str] | None = None
    _likes: Likes = field(default_factory=lambda: Likes({}))

    def __call__(self, texts: Mapping[Placed, str]) -> Likes:
        """Return how alike the texts are."""
        if texts != self._texts:
            self._likes, self._texts = Likes.of(texts), dict(texts)
        return self._likes


@dataclass(frozen=True, slots=True)
class Registering:
    """The acts of one coder on the register; each returns what changed."""

    house: House
    casebook: Casebook
    coder: str
    compared: Compared = field(default_factory=Compared)

    def register(self) -> Register:
        """Return the register with its groups and what may belong together."""
        return list_recommendations(self.casebook, self.compared)

    def tracker(self, on: str = "") -> Tracker:
        """Return the responses to coroners as of an ISO day, of today where none is given."""
        return track_responses(self.casebook, on or datetime.now(UTC).date().isoformat())

    def make_group(self, name: str, places: Sequence[Placed]) -> Changes:
        """Make a group of recommendations."""
        return grouping.make_group(self.casebook, name, places, coder=self.coder)

    def add(self, group_id: int, places: Sequence[Placed]) -> Changes:
        """Put recommendations in a group."""
        return grouping.add_to_group(self.casebook, group_id, places, coder=self.coder)

    def refuse(self, group_id: int, places: Sequence[Placed]) -> Changes:
        """Say that recommendations do not belong to a group."""
        return grouping.refuse(self.casebook, group_id, places, coder=self.coder)

    def rename(self, group_id: int, name: str) -> Changes:
        """Give a group another name."""
        return grouping.rename_group(self.casebook, group_id, name, coder=self.coder)

    def part(self, group_id: int) -> Changes:
        """Part a group again."""
        return grouping.part_group(self.casebook, group_id, coder=self.coder)

    def say(self, places: Sequence[Placed], said: Said) -> Changes:
        """Say how recommendations stand."""
        return set_standing(self.casebook, places, said, coder=self.coder)

    def mark(self, document_id: int, span: Span) -> Changes:
        """Say that these words are a recommendation, or are the words of the one found there."""
        return mark_recommendation(self.casebook, document_id, span, coder=self.coder)

    def take_out(self, places: Sequence[Placed]) -> Changes:
        """Say that these are no recommendations."""
        return no_recommendation(self.casebook, places, coder=self.coder)

    def answer(self, place: Placed, response_id: int, reply: Reply, span: Span | None) -> Changes:
        """Decide what a response says to a concern; `span` None where it is silent."""
        answer = Answer(place, response_id, reply, span)
        return answer_concern(self.casebook, answer, coder=self.coder, now=now)

    def forget(self, place: Placed, response_id: int) -> Changes:
        """Take back what was decided of a response to a concern."""
        return forget_answer(self.casebook, place, response_id, coder=self.coder)

    def save(self, wanted: Wanted, path: Path) -> int:
        """Write the recommendations wanted to Excel, Word or CSV; return how many."""
        to = To(self.house.listing_writer(path.suffix), path)
        return export_register(self.casebook, wanted, to, now, self.compared)

    def save_responses(self, on: str, path: Path) -> int:
        """Write the responses as of an ISO day to Excel, Word or CSV; return how many rows."""
        to = To(self.house.listing_writer(path.suffix), path)
        return export_responses(self.casebook, on, to, now)
