"""Takes over what another program's project holds on its sources, as one act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from caseview.domain.changes import Changes
from caseview.domain.exchange import Exchange, ExchangeNote, ExchangeSource
from caseview.domain.journal import AnyCommand, SetCodebook, SetNote, SetReview, SetTag
from caseview.domain.note import Note
from caseview.domain.tag import Tag
from caseview.tagging.editing.versions import next_version
from caseview.usecases.exchange_matching import match_codes
from caseview.usecases.loaded_tags import Ground, TagMaker, initials_of
from caseview.usecases.standing_as import is_ours, screened_as, standing_as
from caseview.usecases.work import Work

_QUOTED = 60
Address = tuple[str, int, int, int, str]
"""What makes a tag of a document the same one: theme, page where it is whole, offsets, coder."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A source whose document is in the casebook; `fresh` says that it came only now."""

    source: ExchangeSource
    document_id: int
    fresh: bool


class TakingOver:
    """Takes over a project in one unit of work; afterwards says what came of it."""

    def __init__(self, work: Work, exchange: Exchange, coder: str, at: str) -> None:
        self._work = work
        self._exchange = exchange
        self._matched = match_codes(exchange.codes, work.codebook)
        self._maker = TagMaker(
            self._matched, initials_of(exchange), exchange.origin, coder, at, work.codebook.version
        )
        self._given = {note.guid: note for note in exchange.notes}
        self._there = {(note.about, note.text, note.coder) for note in work.decisions.every_note()}
        self.tags = self.known_tags = self.notes = 0
        self.themes = tuple(theme.name for theme in self._matched.added)
        self.left_behind: list[str] = []

    def perform(self, arrivals: Sequence[Arrival]) -> Changes:
        """Do it all as one act; return what changed."""
        commands = [*self._codebook()]
        for arrival in arrivals:
            commands += self._document(arrival)
        commands += self._cases(arrivals)
        commands += self._own_notes()
        if not commands:
            return Changes()
        name = f" from {self._exchange.origin}" if self._exchange.origin else ""
        label = f"Load a project{name}"
        return self._work.journal.perform(label, commands, self._maker.coder)

    def _codebook(self) -> Iterator[AnyCommand]:
        """Yield what puts the codebook in use that has the themes that were missing."""
        if self.themes:
            kept = self._work.codebooks
            version = next_version(one.version for one in kept.versions())
            newer = replace(self._matched.codebook, version=version)
            note = f"Loaded: {', '.join(self.themes)}"
            number = kept.keep(newer, coder=self._maker.coder, note=note)
            yield SetCodebook(kept.in_use(), number)

    def _document(self, arrival: Arrival) -> Iterator[AnyCommand]:
        """Yield the commands about one document: its standing, then its tags and notes.

        What the casebook recorded of a document before the project came stays as it is.
        """
        source, about = arrival.source, f"document:{arrival.document_id}"
        if arrival.fresh:
            yield from standing_as(self._work, arrival.document_id, source.values)
            other = [one for one in source.values if not is_ours(one.variable)]
            if other:
                recorded = "; ".join(f"{one.variable}: {one.value}" for one in other)
                yield from self._note(f"As recorded elsewhere: {recorded}", about)
        yield from self._notes(source.notes, about)
        there = {
            _address(tag) for tag in self._work.decisions.tags(document_id=arrival.document_id)
        }
        yield from self._selections(arrival, there)
        areas = list(self._areas(arrival, there))
        yield from (command for command in areas if command is not None)
        for count, what in (
            (len(source.codings), "codes on the whole source, not on words"),
            (areas.count(None), "coded stretches of a page’s picture"),
        ):
            if count:
                self.left_behind.append(f"“{source.name}”: {count} {what}.")

    def _areas(self, arrival: Arrival, there: set[Address]) -> Iterator[AnyCommand | None]:
        """Yield the tags on pages that were coded whole and have no words; None for other areas."""
        if not arrival.source.areas:
            return
        document = self._work.documents.get(arrival.document_id)
        bare = self._work.documents.text(document.id).bare_pages
        for given in arrival.source.areas:
            page = bare.get(given.page)
            if page is None or not given.covers(*page.size):
                yield None
            else:
                made = self._maker.tags_on(given, document, page)
                yield from self._put(made, given.notes, "", there)

    def _selections(self, arrival: Arrival, there: set[Address]) -> Iterator[AnyCommand]:
        source, number = arrival.source, arrival.document_id
        if not source.selections:
            return
        documents = self._work.documents
        ground = Ground(documents.text(number).text, documents.passages(number), source.text)
        for given in source.selections:
            found = ground.find(given)
            if found is None:
                words = " ".join(source.text[given.start : given.end].split())[:_QUOTED]
                self.left_behind.append(f"“{source.name}”: these words were not found: “{words}”.")
            else:
                notes = given.notes
                made = list(self._maker.tags(given, found))
                about = f"passage:{found.kept.id}" if not given.codings else ""
                yield from self._put(made, notes, about, there)

    def _put(
        self, made: Iterable[Tag], notes: Iterable[str], about: str, there: set[Address]
    ) -> Iterator[AnyCommand]:
        """Yield the tags that are not there, and notes on the last of them, else on `about`."""
        for one in made:
            if _address(one) in there:
                self.known_tags += 1
                continue
            there.add(_address(one))
            tag = replace(one, id=self._work.decisions.new_id("tag"))
            self.tags += 1
            about = f"tag:{tag.id}"
            yield SetTag(None, tag)
        if about:
            yield from self._notes(notes, about)

    def _cases(self, arrivals: Sequence[Arrival]) -> Iterator[AnyCommand]:
        """Yield what brings the fresh documents of one case into one review, as it was recorded."""
        fresh = {arrival.source.guid: arrival for arrival in arrivals if arrival.fresh}
        for case in self._exchange.cases:
            mine = [fresh[one].document_id for one in case.sources if one in fresh]
            if not mine:
                continue
            reviews = [self._work.documents.get(number).review_id for number in mine]
            for number, review in zip(mine[1:], reviews[1:], strict=True):
                if review != reviews[0]:
                    yield SetReview(number, review, reviews[0])
            yield from screened_as(self._work, reviews[0], case.values)
            other = [one for one in case.values if not is_ours(one.variable)]
            if other:
                recorded = "; ".join(f"{one.variable}: {one.value}" for one in other)
                text = f"Recorded of the case “{case.name}”: {recorded}"
                yield from self._note(text, f"document:{mine[0]}")

    def _own_notes(self) -> Iterator[AnyCommand]:
        """Yield the notes on the project itself; our own name says what one was on."""
        for number in self._exchange.own_notes:
            given = self._given.get(number)
            about = "" if given is None else given.name.removeprefix("Note on ")
            yield from self._notes([number], about if about.startswith("theme:") else "casebook")

    def _notes(self, numbers: Iterable[str], about: str) -> Iterator[AnyCommand]:
        for number in numbers:
            given = self._given.get(number)
            if given is not None and given.text:
                yield from self._note(given.text, about, given)

    def _note(
        self, text: str, about: str, given: ExchangeNote | None = None
    ) -> Iterator[AnyCommand]:
        maker = self._maker
        coder = maker.coder if given is None else maker.coders.get(given.coder, maker.coder)
        if (about, text, coder) not in self._there:
            self._there.add((about, text, coder))
            self.notes += 1
            at = given.at if given is not None and given.at else maker.at
            number = self._work.decisions.new_id("note")
            yield SetNote(None, Note(number, about, text, coder, at))


def _address(tag: Tag) -> Address:
    return tag.theme, tag.page or 0, tag.start, tag.end, tag.coder
