"""What kind of review a document belongs to, and in what form, from weighted cues."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseview.domain.description import KindGuess
from caseview.domain.document import DocumentText, Form, Kind
from caseview.readers.lines import fold, word_set
from caseview.readers.lists import FormCues, KindCues

_TITLE = 400
_COVER = 700
_COVER_LINES = 2
_FIRST = 6_000
_SHORT_LINE = 110
_LEAST = 4.0
_LEAST_OF = {Kind.PFD: 8.0}
# A scan has no words yet: what its file name says is all there is.
_LEAST_NAMED = 3.0
_JOINT_LEAST = 8.0
_NAMED = 6.0
_TOGETHER = re.compile(r"\b(?:joint(?:ly)?|combined)\b")
_LETTER_WORDS = 2_500
_WORD = re.compile(r"[^\W_]+")
_REF = re.compile(r"\b20[12]\d \d{4}\b")
_CONTENTS = re.compile(r"^\W*(?:table of )?(?:contents|index)\W*$", re.IGNORECASE)
_OWN_SUMMARY = re.compile(r"(?:section )?(?:\d{1,2}[.:)]* )?executive summary:?")
# "Home Office letter | 9 November 2023": what came before a report, not what it is.
_DATED_ROW = re.compile(r"\bletter\b[^|:]*[|:].*\b(?:19|20)\d\d\W*$", re.IGNORECASE)
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
        kinds = tuple(kinds)
        self._kinds = tuple(
            (cues.kind, _prepared(cues.title), _prepared(cues.first), _prepared(cues.against))
            for cues in kinds
        )
        self._needs = {
            cues.kind: _prepared(dict.fromkeys(cues.needs, 0.0)) for cues in kinds if cues.needs
        }
        self._forms = tuple(
            (cues.form, _prepared(cues.title), _prepared(cues.first)) for cues in forms
        )

    def find(self, text: DocumentText, name: str) -> KindGuess:
        """Return the guess for a document whose file is called `name`."""
        stem = _tidy(re.sub(r"[-_.]+", " ", name.rsplit(".", 1)[0]))
        opening = _tidy(text.text[:_FIRST])
        title = _Words(f"{_REF.sub(' ref in name ', stem)} | {opening[:_TITLE]}")
        first = _Words(opening)
        joint = _TOGETHER.search(f"{stem} | {opening[:_TITLE]}") is not None
        scores = sorted(
            (_score(cues, title, first, joint=joint) for cues in self._kinds),
            key=lambda score: -score.total,
        )
        scores = [
            score
            for score in scores
            if _enough(score, text) and self._about(score.kind, title, first)
        ]
        cover = _Words(f"{stem} | {' | '.join(_cover(text.text))}")
        form = self._form(cover, first, text.words)
        if not scores or (form in _NOT_REVIEWS and scores[0].kind not in _ANY_FORM):
            return KindGuess(Kind.OTHER, form, 0.0, reasons=(f"form {form.value}",))
        best, kind = scores[0], scores[0].kind
        if kind is Kind.PFD_RESPONSE:
            form = Form.RESPONSE
        elif kind is Kind.PFD:
            form = Form.FULL_REPORT
        elif form is Form.LETTER:
            kind = Kind.OTHER
        return KindGuess(
            kind,
            form,
            round(best.total - (scores[1].total if len(scores) > 1 else 0.0), 2),
            _joint(best, scores[1:]) if kind is not Kind.OTHER else None,
            best.cues,
        )

    def _about(self, kind: Kind, title: "_Words", opening: "_Words") -> bool:
        """Whether the opening has what a document of the kind must speak of; a scan has no words.

        Thanks and good wishes are those of any letter.
        """
        needs = self._needs.get(kind)
        return needs is None or opening.empty or bool(title.said(needs) or opening.said(needs))

    def _form(self, cover: "_Words", opening: "_Words", words: int) -> Form:
        best, most = Form.FULL_REPORT, 2.0
        for form, title, first in self._forms:
            named = sum(cover.said(title).values())
            said = sum(opening.said(first).values())
            if form is Form.LETTER and words > _LETTER_WORDS:
                continue
            if named + said > most and (named or said >= _LEAST):
                best, most = form, named + said
        return best


def _enough(score: _Score, text: DocumentText) -> bool:
    """Whether the cues are enough to name the kind; a form needs more than a sentence of it."""
    return score.total >= (_LEAST_OF.get(score.kind, _LEAST) if text.text else _LEAST_NAMED)


def _score(
    cues: tuple[Kind, "_Cues", "_Cues", "_Cues"], title: "_Words", opening: "_Words", *, joint: bool
) -> _Score:
    """Return the score of one kind; in a joint review the other kind's words are not against it."""
    kind, titles, firsts, against = cues
    named, said = title.said(titles), opening.said(firsts)
    own = joint and sum(named.values()) >= _NAMED
    less = 0.0 if own else sum(opening.said(against).values())
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
    lines: list[str] = []
    for raw in text[:_COVER].split("\n"):
        line = raw.strip()
        told = len(line) > _SHORT_LINE or line.endswith((".", "?"))
        if _CONTENTS.match(line) or (told and len(lines) >= _COVER_LINES):
            if lines and _OWN_SUMMARY.fullmatch(lines[-1]):
                # What stands right above the first sentences heads them, and not the document.
                lines.pop()
            break
        if _DATED_ROW.search(line):
            continue
        if 0 < len(line) <= _SHORT_LINE and not line.endswith((".", ";", ",")):
            lines.append(_tidy(line))
    return lines


@dataclass(frozen=True, slots=True)
class _Cue:
    """A phrase with its weight; `words` must all be there before it is worth looking for.

    `last` is its last word, with which a word of the text must begin.
    """

    phrase: str
    weight: float
    words: frozenset[str]
    last: str


_Cues = tuple[_Cue, ...]


class _Words:
    """A folded text and its words, in which cues are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = word_set(text)
        self._sorted = sorted(self._words)
        self._known: dict[str, bool] = {}

    @property
    def empty(self) -> bool:
        """Whether there are no words at all."""
        return not self._words

    def said(self, cues: _Cues) -> dict[str, float]:
        """Return the phrases of `cues` that stand in the text, with their weights."""
        return {
            cue.phrase: cue.weight for cue in cues if cue.words <= self._words and self._has(cue)
        }

    def _has(self, cue: _Cue) -> bool:
        """Whether the phrase stands in the text, at the start of a word; kinds share phrases."""
        known = self._known.get(cue.phrase)
        if known is None:
            known = self._begins(cue.last) and (cue.phrase == cue.last or self._stands(cue.phrase))
            self._known[cue.phrase] = known
        return known

    def _begins(self, word: str) -> bool:
        """Whether any word of the text begins so."""
        place = bisect_left(self._sorted, word)
        return self._sorted[place : place + 1] != [] and self._sorted[place].startswith(word)

    def _stands(self, phrase: str) -> bool:
        bare = phrase.rstrip()
        place = self._text.find(bare)
        while place >= 0:
            opens = not (place and self._text[place - 1].isalnum() and bare[0].isalnum())
            after = self._text[place + len(bare) : place + len(bare) + 1]
            if opens and (bare == phrase or not after.isalnum()):
                return True
            place = self._text.find(bare, place + 1)
        return False


def _prepared(cues: Mapping[str, float]) -> _Cues:
    """Return the cues folded.

    The last word of a phrase may go on ("report" in "reports"), but before a space that ends it.
    """
    folded = {cue if cue.endswith(" ") else _tidy(cue): weight for cue, weight in cues.items()}
    return tuple(
        _Cue(phrase, weight, frozenset(words[:-1]), words[-1] if words else "")
        for phrase, weight in folded.items()
        for words in [_WORD.findall(phrase)]
    )


def _tidy(text: str) -> str:
    plain = fold(text).replace("'", "").replace("\u2019", "")
    return " ".join(plain.split())
