"""What kind of review a document belongs to, and in what form, from weighted cues."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseview.domain.description import KindGuess
from caseview.domain.document import DocumentText, Form, Kind
from caseview.readers.lines import fold
from caseview.readers.lists import FormCues, KindCues

_TITLE = 400
_COVER = 700
_FIRST = 6_000
_SHORT_LINE = 110
_LEAST = 4.0
_LEAST_OF = {Kind.PFD: 8.0}
_JOINT_LEAST = 8.0
_LETTER_WORDS = 2_500
_PUNCTUATION = re.compile(r"[’']")
_SPACE = re.compile(r"\s+")
_REF = re.compile(r"\b20[12]\d \d{4}\b")
_CONTENTS = re.compile(r"^\W*(?:table of )?(?:contents|index)\W*$", re.IGNORECASE)
_NOT_REVIEWS = frozenset({Form.GUIDANCE, Form.ANNUAL_REPORT})
_ANY_FORM = frozenset({Kind.LEDER, Kind.PFD, Kind.PFD_RESPONSE})
# Kinds that may share one review: a joint review names the statute or board of both.
_JOINT = (
    frozenset({Kind.SAR, Kind.DHR}),
    frozenset({Kind.SCR, Kind.SAR}),
    frozenset({Kind.SCR, Kind.DHR}),
    frozenset({Kind.CSPR, Kind.SAR}),
    frozenset({Kind.CSPR, Kind.DHR}),
    frozenset({Kind.DHR, Kind.MHHR}),
    frozenset({Kind.DHR, Kind.SUSR_WALES}),
    frozenset({Kind.DHR, Kind.APR_WALES}),
    frozenset({Kind.DHR, Kind.CPR_WALES}),
)


@dataclass(frozen=True, slots=True)
class _Score:
    """How strongly the cues speak for one kind, and which of them did."""

    kind: Kind
    total: float
    title: float
    cues: tuple[str, ...]


class KindFinder:
    """Finds kind and form from the cue lists, which it prepares once."""

    def __init__(self, kinds: Iterable[KindCues], forms: Iterable[FormCues]) -> None:
        self._kinds = tuple(
            (cues.kind, _plain(cues.title), _plain(cues.first), _plain(cues.against))
            for cues in kinds
        )
        self._forms = tuple((cues.form, _plain(cues.title), _plain(cues.first)) for cues in forms)

    def find(self, text: DocumentText, name: str) -> KindGuess:
        """Return the guess for a document whose file is called `name`."""
        stem = _tidy(re.sub(r"[-_.]+", " ", name.rsplit(".", 1)[0]))
        opening = _tidy(text.text[:_FIRST])
        title = f"{_REF.sub(' ref in name ', stem)} | {opening[:_TITLE]}"
        scores = sorted(
            (_score(cues, title, opening) for cues in self._kinds),
            key=lambda score: -score.total,
        )
        best, runner = scores[0], scores[1]
        cover = f"{stem} | {' | '.join(_cover(text.text))}"
        form = self._form(cover, opening, text.words)
        kind = best.kind
        if best.total < _LEAST_OF.get(kind, _LEAST) or (
            form in _NOT_REVIEWS and kind not in _ANY_FORM
        ):
            return KindGuess(Kind.OTHER, form, 0.0, reasons=(f"form {form.value}",))
        if kind is Kind.PFD_RESPONSE:
            form = Form.RESPONSE
        elif kind is Kind.PFD:
            form = Form.FULL_REPORT
        elif form is Form.LETTER:
            kind = Kind.OTHER
        return KindGuess(
            kind,
            form,
            round(best.total - max(runner.total, 0.0), 2),
            _joint(best, scores[1:]) if kind is not Kind.OTHER else None,
            best.cues,
        )

    def _form(self, cover: str, opening: str, words: int) -> Form:
        best, most = Form.FULL_REPORT, 2.0
        for form, title, first in self._forms:
            named = sum(weight for cue, weight in title.items() if _has(cue, cover))
            said = sum(weight for cue, weight in first.items() if _has(cue, opening))
            if form is Form.LETTER and words > _LETTER_WORDS:
                continue
            if named + said > most and (named or said >= _LEAST):
                best, most = form, named + said
        return best


def _score(
    cues: tuple[Kind, Mapping[str, float], Mapping[str, float], Mapping[str, float]],
    title: str,
    opening: str,
) -> _Score:
    kind, titles, firsts, against = cues
    named = {cue: weight for cue, weight in titles.items() if _has(cue, title)}
    said = {cue: weight for cue, weight in firsts.items() if _has(cue, opening)}
    less = sum(weight for cue, weight in against.items() if _has(cue, opening))
    total = sum(named.values()) + sum(said.values()) + less
    telling = sorted((named | said).items(), key=lambda item: -item[1])
    return _Score(kind, total, sum(named.values()), tuple(cue for cue, _ in telling))


def _joint(best: _Score, others: Iterable[_Score]) -> Kind | None:
    for other in others:
        pair = frozenset({best.kind, other.kind})
        if pair in _JOINT and other.total >= _JOINT_LEAST and best.title and other.title:
            return other.kind
    return None


def _cover(text: str) -> list[str]:
    """Return the short lines above the contents: where a document says what it is."""
    lines = []
    for raw in text[:_COVER].split("\n"):
        line = raw.strip()
        if _CONTENTS.match(line):
            break
        if 0 < len(line) <= _SHORT_LINE and not line.endswith((".", ";", ",")):
            lines.append(_tidy(line))
    return lines


def _has(cue: str, text: str) -> bool:
    place = text.find(cue)
    while place >= 0:
        before = text[place - 1] if place else " "
        if not (before.isalnum() and cue[0].isalnum()):
            return True
        place = text.find(cue, place + 1)
    return False


def _plain(cues: Mapping[str, float]) -> dict[str, float]:
    return {_tidy(cue) if not cue.endswith(" ") else cue: weight for cue, weight in cues.items()}


def _tidy(text: str) -> str:
    return _SPACE.sub(" ", _PUNCTUATION.sub("", fold(text))).strip()
