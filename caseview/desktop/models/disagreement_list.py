"""Disagreements of two coders as a list: what, where, and what each of them decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from caseview.desktop.models.themebook import ThemeBook
from caseview.desktop.tongue import told, tr
from caseview.domain.agreement import Disagreement, Verdict
from caseview.domain.english import English
from caseview.domain.passage import KeptPassage
from caseview.domain.tag import Tag

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ITEM = int(Role.UserRole)
PLACE = int(Role.UserRole) + 1
SIDES = int(Role.UserRole) + 2
NO_TAG = English("no tag")


@dataclass(frozen=True, slots=True)
class Around:
    """What stands round disagreements: titles of reviews, and the passages, by id."""

    titles: Mapping[int, str] = field(default_factory=dict)
    passages: Mapping[int, KeptPassage] = field(default_factory=dict)


class DisagreementModel(QAbstractListModel):
    """Disagreements in their order: those open first."""

    def __init__(self, book: ThemeBook) -> None:
        super().__init__()
        self._book = book
        self._all: tuple[Disagreement, ...] = ()
        self._shown: tuple[Disagreement, ...] = ()
        self._around = Around()
        self.theme = ""

    def show(self, found: Sequence[Disagreement], around: Around) -> None:
        """Show other disagreements, of the theme chosen where one is."""
        self._all, self._around = tuple(found), around
        self._narrow()

    def choose(self, theme: str) -> None:
        """Show those of one theme, of all with ""."""
        self.theme = theme
        self._narrow()

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if self.theme in {"", one.theme})
        self.endResetModel()

    @property
    def still_open(self) -> int:
        """How many of those shown are not settled."""
        return sum(not one.settled for one in self._shown)

    def item(self, row: int) -> Disagreement | None:
        """Return the disagreement of a row, None where there is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, wanted: Disagreement) -> int:
        """Return the row of the same thing after it was settled, -1 where it is not shown."""
        key = _key(wanted)
        return next((n for n, one in enumerate(self._shown) if _key(one) == key), -1)

    def place(self, found: Disagreement) -> str:
        """Return where a disagreement stands: the review, the paragraph and the page."""
        tag = _first(found)
        title = self._around.titles.get(tag.review_id, "")
        if tag.page is not None:
            return ", ".join(part for part in (title, tr("whole page {0}", tag.page)) if part)
        kept = self._around.passages.get(tag.passage_id or 0)
        if kept is None:
            return title
        passage = kept.passage
        where = tr("paragraph {0}", passage.printed or passage.number)
        page = f", p. {passage.page}" if passage.page is not None else ""
        return ", ".join(part for part in (title, where + page) if part)

    def words(self, found: Disagreement) -> tuple[str, str, str]:
        """Return the paragraph in three parts: before the words tagged, those, and after."""
        tag = _first(found)
        kept = self._around.passages.get(tag.passage_id or 0)
        if kept is None:
            return "", told(tag.words), ""
        start = tag.start - kept.passage.start
        text, end = kept.passage.text, start + len(tag.text)
        return text[:start], text[start:end], text[end:]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        found = self.item(index.row()) if index.isValid() else None
        if found is None:
            return None
        name = self._book.face(found.theme).name
        if role == Role.DisplayRole:
            return name
        if role == Role.AccessibleTextRole:
            state = f" {settled_words(found)}" if found.settled else ""
            return f"{name}, {self.place(found)}: {sides_words(found)}.{state}"
        return {ITEM: found, PLACE: self.place(found), SIDES: sides_words(found)}.get(role)


def side_words(tags: Sequence[Tag]) -> str:
    """Return what one coder decided: "– Gap", or "no tag"."""
    signs = dict.fromkeys(
        f"{tag.reads_as.sign} {told(tag.reads_as.label.capitalize())}" for tag in tags
    )
    return ", ".join(signs) or tr(NO_TAG)


def sides_words(found: Disagreement) -> str:
    """Return what both decided: "JB: – Gap · SO: no tag"."""
    mine, other = found.coders
    return f"{mine}: {side_words(found.mine)} · {other}: {side_words(found.others)}"


def settled_words(found: Disagreement) -> str:
    """Return how it was settled, by whom and why; "" while it is open."""
    if not found.settled:
        return ""
    last = found.settled[-1]
    mine, other = last.coders
    how = {
        Verdict.MINE: tr("as {0} decided", mine),
        Verdict.OTHER: tr("as {0} decided", other),
        Verdict.BOTH: tr("both kept"),
        Verdict.NEITHER: tr("neither kept"),
    }[last.verdict]
    why = tr(" Reason: {0}", last.reason) if last.reason else ""
    return tr("Settled by {0}: {1}.{2}", last.by, how, why)


def _first(found: Disagreement) -> Tag:
    return (*found.mine, *found.others)[0]


def _key(found: Disagreement) -> tuple[object, ...]:
    return found.theme, found.unit_id, found.differing, found.coders
