"""A register in memory that fulfils what the Recommendations view asks."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from typing_extensions import override

from caseview.counting.belonging import Likes, may_belong, offered_groups
from caseview.desktop.session.registering import Registering
from caseview.domain.changes import Changes
from caseview.domain.document import Form, Kind
from caseview.domain.recommendation import Concern, Recommendation
from caseview.domain.register import (
    ConcernAnswer,
    KeptConcern,
    KeptRecommendation,
    Placed,
    Progress,
    RecommendationGroup,
    Reply,
    Strength,
)
from caseview.domain.registered import Register, Registered, Said, Wanted
from caseview.domain.responses import (
    Answered,
    Expected,
    OfferedAnswer,
    Tracked,
    TrackedConcern,
    Tracker,
)
from caseview.domain.span import Span
from tests.desktop import invented

WORDS = (
    "The Board should commission training on professional curiosity for all agencies.",
    "The Partnership should commission training on professional curiosity for every agency.",
    "Northmoor Constabulary should clear the backlog of visits.",
    "Commission training for all agencies on professional curiosity.",
)
PLACES = tuple(Placed(n + 1, 0) for n in range(len(WORDS)))
REPORT, RESPONSE = 90, 91
CONCERNS = (Placed(REPORT, 0), Placed(REPORT, 1))


def registered(number: int) -> Registered:
    """Return the recommendation of this place among them, counted from 0."""
    read = Recommendation(str(number + 1), WORDS[number], "Northmoor Constabulary", 0, 12)
    kept = KeptRecommendation(PLACES[number], number + 1, read, page=number + 2, paragraph="9.1")
    return Registered(
        kept,
        f"Adult {'ABCD'[number]}",
        "Overview report",
        Kind.SAR,
        Form.FULL_REPORT,
        str(2019 + number),
        ("Northmoor Constabulary",),
        frozenset({"police"}),
        ("curiosity",) if number == 0 else (),
        (),
        Strength.SYSTEM if number == 2 else Strength.TRAINING,
        Progress.UNKNOWN,
    )


@dataclass
class InventedRegister(Registering):
    """Groups and answers kept in memory; `written` are the files asked for."""

    items: list[Registered] = field(default_factory=lambda: [*map(registered, range(len(WORDS)))])
    groups: list[RecommendationGroup] = field(default_factory=list)
    answers: dict[Placed, ConcernAnswer] = field(default_factory=dict)
    written: list[Path] = field(default_factory=list)
    marked: list[tuple[int, Span]] = field(default_factory=list)

    @override
    def register(self) -> Register:
        items = tuple(
            replace(one, group=next((g.id for g in self.groups if one.place in g.members), None))
            for one in self.items
        )
        likes = Likes.of({one.place: one.text for one in items})
        return Register(
            items,
            tuple(self.groups),
            may_belong(self.groups, items, likes),
            offered_groups(self.groups, items, likes),
        )

    @override
    def tracker(self, on: str = "") -> Tracker:
        if not self.items:
            return Tracker(on or "2024-05-01", ())
        expected = (
            Expected("Chief Constable", "late", 22, RESPONSE, "2024-04-26"),
            Expected("NHS England", "overdue", 27),
        )
        concerns = tuple(self._concern(n) for n in range(len(CONCERNS)))
        report = Tracked(
            REPORT, 9, "Martin Alder", "2024-0001", "2024-02-08", "2024-04-04", expected, concerns
        )
        return Tracker(on or "2024-05-01", (report,))

    def _concern(self, number: int) -> TrackedConcern:
        place = CONCERNS[number]
        words = ("Visits were late.", "Nobody asked who lived there.")[number]
        answer = self.answers.get(place)
        kept = KeptConcern(place, 9, Concern(str(number + 1), words, None, 0, len(words)), (), 3)
        said = invented.TEXT.text[:20]
        offer = OfferedAnswer(RESPONSE, Reply.ACTION, 0, 20, said, words)
        if number == 1:
            offer = OfferedAnswer(RESPONSE, Reply.SILENT, None, None, "")
        return TrackedConcern(kept, (Answered(RESPONSE, "Response", answer, offer, said),))

    @override
    def make_group(self, name: str, places: Sequence[Placed]) -> Changes:
        self.groups.append(RecommendationGroup(len(self.groups) + 1, name, tuple(places)))
        return Changes("Make group", register=True)

    @override
    def add(self, group_id: int, places: Sequence[Placed]) -> Changes:
        return self._put(group_id, tuple(places), ())

    @override
    def refuse(self, group_id: int, places: Sequence[Placed]) -> Changes:
        return self._put(group_id, (), tuple(places))

    def _put(self, group_id: int, more: tuple[Placed, ...], refused: tuple[Placed, ...]) -> Changes:
        at = next(n for n, group in enumerate(self.groups) if group.id == group_id)
        group = self.groups[at]
        members = tuple(p for p in (*group.members, *more) if p not in refused)
        self.groups[at] = replace(group, members=members, refused=(*group.refused, *refused))
        return Changes("Change group", register=True)

    @override
    def rename(self, group_id: int, name: str) -> Changes:
        self.groups = [replace(g, name=name) if g.id == group_id else g for g in self.groups]
        return Changes("Rename group", register=True)

    @override
    def part(self, group_id: int) -> Changes:
        self.groups = [group for group in self.groups if group.id != group_id]
        return Changes("Part group", register=True)

    @override
    def say(self, places: Sequence[Placed], said: Said) -> Changes:
        self.items = [self._said(one, said) if one.place in places else one for one in self.items]
        return Changes("Change recommendation", register=True)

    def _said(self, one: Registered, said: Said) -> Registered:
        standing = said.of(one.kept.standing)
        return replace(
            one,
            kept=replace(one.kept, standing=standing),
            progress=standing.progress,
            strength=standing.strength
            if standing.strength is not Strength.UNKNOWN
            else one.strength,
        )

    @override
    def mark(self, document_id: int, span: Span) -> Changes:
        self.marked.append((document_id, span))
        return Changes("Mark as a recommendation", register=True)

    @override
    def take_out(self, places: Sequence[Placed]) -> Changes:
        self.items = [one for one in self.items if one.place not in places]
        return Changes("Take out 1 recommendation", register=True)

    @override
    def answer(self, place: Placed, response_id: int, reply: Reply, span: Span | None) -> Changes:
        start, end = (span.start, span.end) if span else (None, None)
        self.answers[place] = ConcernAnswer(response_id, reply, start, end, "QZ", invented.NOON)
        return Changes("Answer", register=True)

    @override
    def forget(self, place: Placed, response_id: int) -> Changes:
        del self.answers[place]
        return Changes("Open the answer again", register=True)

    @override
    def save(self, wanted: Wanted, path: Path) -> int:
        self.written.append(path)
        return len(self.items)

    @override
    def save_responses(self, on: str, path: Path) -> int:
        self.written.append(path)
        return 2
