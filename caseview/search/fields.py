"""The fields of the query language: what each is tested against and where it is looked up."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from caseview.domain.document import Form, Kind
from caseview.domain.reads_as import ReadsAs
from caseview.domain.review import Status
from caseview.domain.section import SectionRole
from caseview.search import mentions
from caseview.search.beside import Beside
from caseview.search.choices import Names, chosen, named, plain
from caseview.search.expression import Between, Field, Value
from caseview.search.shelf import Volume
from caseview.search.state import State
from caseview.search.trouble import Trouble
from caseview.usecases.ports import Rows

ATTRIBUTES = frozenset({
    *("year", "area", "board", "force", "region", "agency", "sex", "age", "harm"),
    *("relationship", "author", "coroner", "status"),
})  # fmt: skip
OF_DOCUMENTS = frozenset({"kind", "form", "title", "detail"})
OF_MENTIONS = frozenset({"theme", "reads_as", "coder", "tagged"})
ALL_OF_THEM = frozenset({"untagged", "otherwise"})
"""Fields that, given twice, both hold; any other then means either."""
OF_PASSAGES = OF_MENTIONS | ALL_OF_THEM | {"role", "in", "note"}
SAVED = "saved"
FIELDS = ATTRIBUTES | OF_DOCUMENTS | OF_PASSAGES | {SAVED}

_CODERS = "SELECT initials, name FROM coder"
_TIMES = "SELECT DISTINCT made_at FROM tag"
_YES, _NO = frozenset({"yes", "any"}), frozenset({"no", "none"})
_THEMES = "SELECT id, name FROM theme"
_PARTS: Names = {
    "recommendation": ("recommendation", "recommendations"),
    "concern": ("concern", "concerns"),
    "note": ("note", "notes"),
}
_NAMED: Mapping[str, Names] = {
    "kind": {one.value: (one.value, one.label) for one in Kind},
    "form": {one.value: (one.value, one.label) for one in Form},
    "status": {one.value: (one.value, one.label) for one in Status},
    "role": {one.value: (one.value, one.label) for one in SectionRole},
    "reads_as": {one.value: (one.value, one.label) for one in ReadsAs},
}


class Fields:
    """Looks fields up in one casebook.

    `unknown` gathers the names that a field cannot have at all, `absent` those that it could have
    but has nowhere.
    """

    def __init__(self, rows: Rows, state: State, beside: Beside) -> None:
        self._rows = rows
        self._beside = beside
        self._shelf = state.shelf
        self._places = state.places
        self._themes = state.themes
        self.absent: list[Trouble] = []
        self.unknown: list[Trouble] = []

    def documents(self, field: Field) -> frozenset[int]:
        """Return the documents that a field of a document or a review selects."""
        if field.name in ATTRIBUTES:
            reviews = self._reviews_having(field)
            return self._having(lambda one: one.review in reviews)
        if field.name == "title":
            return self._titled(field)
        if field.name == "detail":
            return self._beside.documents(_said(field)).intersection(self._shelf.volumes)
        values = self._chosen(field, _NAMED[field.name])
        if field.name == "kind":
            return self._having(lambda one: not values.isdisjoint(one.kinds))
        return self._having(lambda one: one.form in values)

    def reviews(self, field: Field) -> frozenset[int]:
        """Return the reviews that a field of a document or a review selects.

        Their kind and form are those that reviews are counted by.
        """
        if field.name in {"title", "detail"}:
            volumes = self._shelf.volumes
            return frozenset(volumes[number].review for number in self.documents(field))
        return self._reviews_having(field)

    def every_review(self) -> frozenset[int]:
        """Return every review that has a document."""
        return frozenset(one.review for one in self._shelf.volumes.values())

    def review_of(self, document: int) -> int:
        """Return the review that a document belongs to."""
        return self._shelf.volumes[document].review

    def roles(self, field: Field) -> frozenset[int]:
        """Return the numbers, among the roles of the places, of those that a field selects."""
        names = self._chosen(field, _NAMED["role"])
        return frozenset(at for at, name in enumerate(self._places.roles) if name in names)

    def passages(self, field: Field) -> frozenset[int]:
        """Return the passages that a field of passages, other than a role, selects."""
        if field.name == "in":
            parts = self._chosen(field, _PARTS)
            found = (mentions.in_part(self._rows, part) for part in sorted(parts))
            return frozenset().union(*found)
        if field.name == "note":
            return self._noted(self._beside.notes(_said(field)))
        if field.name in ALL_OF_THEM:
            themes = self._allowed("theme", {"theme": (replace(field, name="theme"),)})
            there = mentions.tagged(self._rows, mentions.Wanted(themes=themes))
            if field.name == "untagged":
                return frozenset(self._places.every) - there
            return mentions.tagged(self._rows, mentions.Wanted()) - there
        return self.mentioned({field.name: (field,)})

    def mentioned(self, wanted: Mapping[str, Sequence[Field]]) -> frozenset[int]:
        """Return the passages of which one tag or one undecided suggestion passes every field.

        `wanted` holds for each field its tests, of which one must pass. Suggestions count from
        the level normal on, and only where neither coder nor time is asked for.
        """
        tests = dict(wanted)
        times = tests.pop("tagged", ())
        if any(plain(one.test.text) in _NO for one in times if isinstance(one.test, Value)):
            there = self.mentioned(tests) if tests else frozenset(self._places.every)
            return there - mentions.tagged(self._rows, mentions.Wanted())
        kind = self._wanted(tests, times)
        if tests.keys() == {"theme"} and not times:
            by_theme = self._themes.of(self._rows)
            return frozenset(one for theme in kind.themes or () for one in by_theme.get(theme, ()))
        found = mentions.tagged(self._rows, kind)
        if times or kind.coders is not None:
            return found
        return found | mentions.suggested(self._rows, kind)

    def on_pages(self, wanted: Mapping[str, Sequence[Field]]) -> frozenset[int]:
        """Return the documents with a tag on a whole page that passes every field.

        `wanted` is as in `mentioned`; such a page has no words, so it is no passage.
        """
        tests = dict(wanted)
        times = tests.pop("tagged", ())
        if any(plain(one.test.text) in _NO for one in times if isinstance(one.test, Value)):
            return frozenset()
        return mentions.on_pages(self._rows, self._wanted(tests, times))

    def _wanted(
        self, tests: Mapping[str, Sequence[Field]], times: Sequence[Field]
    ) -> mentions.Wanted:
        return mentions.Wanted(
            themes=self._allowed("theme", tests),
            reads_as=self._allowed("reads_as", tests),
            coders=self._allowed("coder", tests),
            times=self._times(times),
        )

    def _noted(self, about: Iterable[str]) -> frozenset[int]:
        """Return the passages that notes on these things are about."""
        found: set[int] = set()
        tags: list[int] = []
        volumes = self._shelf.volumes
        for said in about:
            what, _, which = said.partition(":")
            number = int(which) if which.isdecimal() else 0
            if what == "passage" and self._places.holds_passage(number):
                found.add(number)
            elif what == "document":
                found.update(self._places.of([number]))
            elif what == "review":
                mine = [one for one, volume in volumes.items() if volume.review == number]
                found.update(self._places.of(mine))
            elif what == "tag":
                tags.append(number)
        return frozenset(found) | mentions.under(self._rows, tags)

    def _having(self, passes: Callable[[Volume], bool]) -> frozenset[int]:
        return frozenset(number for number, one in self._shelf.volumes.items() if passes(one))

    def _titled(self, field: Field) -> frozenset[int]:
        names = {
            str(number): (one.review_title, one.title, one.name)
            for number, one in self._shelf.volumes.items()
        }
        return frozenset(int(number) for number in chosen(field.test, names))

    def _reviews_having(self, field: Field) -> frozenset[int]:
        held = self._shelf.attribute(self._rows, field.name)
        names = _NAMED.get(field.name) or named(value for some in held.values() for value in some)
        values = self._chosen(field, names)
        return frozenset(review for review, some in held.items() if not values.isdisjoint(some))

    def _chosen(self, field: Field, names: Names) -> frozenset[str]:
        values = chosen(field.test, names)
        if not values and isinstance(field.test, Value):
            asked = field.test.text
            remark = f"Nothing has the {field.name.replace('_', ' ')} “{asked}”."
            known = [name for some in names.values() for name in some]
            gone = self.absent if field.name in ATTRIBUTES - {"status"} else self.unknown
            gone.append(Trouble(field.place, remark, advice=meant(asked, known)))
        return values

    def _allowed(self, name: str, tests: Mapping[str, Sequence[Field]]) -> list[str] | None:
        """Return the values that pass one of the tests on a field, None when there are none."""
        if name not in tests:
            return None
        if name == "reads_as":
            names = _NAMED[name]
        else:
            known = self._rows.rows(_THEMES if name == "theme" else _CODERS)
            names = {value: (value, said) for value, said in known}
        return [value for field in tests[name] for value in self._chosen(field, names)]

    def _times(self, tests: Sequence[Field]) -> list[str] | None:
        """Return the times of tagging that pass one of the tests, None for any time."""
        if not tests or any(
            plain(field.test.text) in _YES for field in tests if isinstance(field.test, Value)
        ):
            return None
        times = [time for (time,) in self._rows.rows(_TIMES)]
        return [time for time in times if any(_made(time, one) for one in tests)]


def meant(asked: str, known: Iterable[str]) -> str:
    """Return a question with the known name nearest to what was asked, "" where none is near."""
    names = {name.casefold(): name for name in known}
    close = get_close_matches(asked.casefold(), names, n=1)
    return f"Did you mean “{names[close[0]]}”?" if close else ""


def _said(field: Field) -> str:
    return field.test.text if isinstance(field.test, Value) else ""


def _made(time: str, field: Field) -> bool:
    if isinstance(field.test, Between):
        return bool(chosen(field.test, named([time])))
    return time.startswith(field.test.text)
