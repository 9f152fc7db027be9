"""The Casebook view's rows and words, worked out without a window."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from caseview.counting.wording import joined
from caseview.desktop.models.records import NONE, Cell
from caseview.desktop.models.words import day
from caseview.desktop.tongue import several, told, tr
from caseview.domain.attribute import DetailName
from caseview.domain.backup import Backup
from caseview.domain.coder import CoderRecord
from caseview.domain.english import English
from caseview.domain.info import AuditRow, CasebookInfo
from caseview.domain.restore_point import RestorePoint
from caseview.domain.review import Review

Row = tuple[object, tuple[Cell, ...]]
MILLION = 1_000_000
_PARTS = re.compile(r" (?=\w+:)")
"""Between "review:8" and "document:9"."""
LOG_SHOWN = 500
"""How many lines of the log are shown, the newest first; the rest is in `caseview audit`."""


class Section(English, Enum):
    """The sections of the view, in order."""

    OVERVIEW = English("Overview")
    CODERS = English("Coders")
    ATTRIBUTES = English("Attributes")
    SCREENING = English("Screening")
    IMPORTS = English("Imports")
    LOG = English("Log")
    SETTINGS = English("Settings")


def moment(iso: str) -> str:
    """Return a moment in a table: "14:32" today, "12 Nov 2024, 14:32" on another day."""
    there = datetime.fromisoformat(iso).astimezone()
    clock = f"{there:%H:%M}"
    if there.date() == datetime.now(UTC).astimezone().date():
        return tr("Today, {0}", clock)
    return f"{there.day} {there:%b %Y}, {clock}"


def size(count: int) -> str:
    """Return a number of bytes as people say it: "212 MB"."""
    millions = count / MILLION
    if millions < 1:
        return tr("{0} kB", f"{max(1, round(count / 1000)):,}")
    return tr("{0} MB", f"{millions:,.1f}") if millions < 10 else tr("{0} MB", f"{millions:,.0f}")  # noqa: PLR2004


def facts(info: CasebookInfo) -> str:
    """Return the line under the title: file, size, when it was made, whether it is locked."""
    parts = [Path(info.path).name, size(info.size), tr("made {0}", day(info.made_at))]
    parts.append(tr("locked with a passphrase") if info.encrypted else tr("no passphrase"))
    return "  ·  ".join(parts)


def holds(info: CasebookInfo) -> str:
    """Return what a casebook holds, in a sentence."""
    if not info.documents:
        return tr("Nothing is in this casebook yet.")
    held = [
        several(info.reviews, "review"),
        several(info.documents, "document"),
        several(info.passages, "passage"),
        several(info.tags, "tag"),
    ]
    return tr(
        "It holds {0}. Finished: {1}. Undecided: {2}. Codebook: {3}, version {4}.",
        joined(held),
        several(info.finished, "review"),
        several(info.undecided, "suggestion"),
        info.codebook,
        info.codebook_version,
    )


def point_rows(points: Iterable[RestorePoint]) -> list[Row]:
    """Return a row a restore point."""
    return [(one.id, (moment(one.made_at), one.why, one.coder, one.tags)) for one in points]


def backup_rows(backups: Iterable[Backup]) -> list[Row]:
    """Return a row a backup: when, how many tags, what it is."""
    return [(one.path, (moment(one.made_at), *_held(one), size(one.size))) for one in backups]


def _held(backup: Backup) -> tuple[Cell, str]:
    what = tr("put aside by a restore") if backup.aside else tr("backup")
    if backup.tags is None:
        return NONE, tr("{0}, under another passphrase", what)
    return backup.tags, what


def coder_rows(coders: Iterable[CoderRecord]) -> list[Row]:
    """Return a row a coder, by initials: no order of merit."""
    return [
        (
            one.initials,
            (one.initials, one.tags, one.finished, moment(one.first), moment(one.last)),
        )
        for one in coders
    ]


def attribute_rows(reviews: Sequence[Review]) -> list[Row]:
    """Return a row for each attribute: how many reviews have it, values, guesses unconfirmed."""
    rows: list[Row] = []
    for name in DetailName:
        having = [[d for d in review.details if d.name is name] for review in reviews]
        recorded = [some for some in having if some]
        values = {detail.value for some in recorded for detail in some}
        unsure = sum(any(not detail.confirmed for detail in some) for some in recorded)
        if recorded:
            rows.append((name, (told(name.label), len(recorded), len(values), unsure)))
    return rows


def screening_rows(reviews: Iterable[Review], reasons: Sequence[str]) -> list[Row]:
    """Return a row for each reason: those on the team's list, then others that were used."""
    used = Counter(r.screened_out for r in reviews if r.screened_out is not None)
    others = sorted(set(used) - set(reasons), key=str.casefold)
    on = [(reason, (reason, tr("on the list"), used[reason])) for reason in reasons]
    off = [(reason, (reason, tr("not on the list"), used[reason])) for reason in others]
    return [*on, *off]


def log_rows(log: Sequence[AuditRow], reviews: Sequence[Review]) -> list[Row]:
    """Return the newest lines of the log, newest first; reviews and documents by their names."""
    names = {f"review:{review.id}": review.title for review in reviews}
    names |= {f"document:{held.id}": held.name for review in reviews for held in review.documents}
    return [
        (one.id, (moment(one.at), one.coder, one.action, _of_what(one.subject, names)))
        for one in log[: -LOG_SHOWN - 1 : -1]
    ]


def _of_what(subject: str, names: Mapping[str, str]) -> str:
    """Return what a line of the log is about; what is no longer here keeps its number."""
    parts = _PARTS.split(subject)
    return "  \N{MIDDLE DOT}  ".join(names.get(one, one.replace(":", " ", 1)) for one in parts)
