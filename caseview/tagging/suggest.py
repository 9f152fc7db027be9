"""Puts themes forward on passages: which rule matched, how it reads, and on what words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from caseview.domain.codebook import Codebook
from caseview.domain.document import Form, Kind
from caseview.domain.passage import Passage
from caseview.domain.section import SectionRole
from caseview.domain.suggestion import Suggestion
from caseview.tagging.confidence import LEAST_TOLD
from caseview.tagging.context import Reader, Setting
from caseview.tagging.found import ByWords, Found
from caseview.tagging.hearing import Unheard, unheard
from caseview.tagging.matcher import fold
from caseview.tagging.notation import parse_named
from caseview.tagging.prefilter import WORD
from caseview.tagging.say import Said, said, suggestions
from caseview.tagging.seeking import Seeker
from caseview.tagging.sentence import Sentence
from caseview.tagging.sentences import sentences
from caseview.tagging.silence import is_silent
from caseview.tagging.telling import Telling, Told

_AT_ONCE = 64


class _Placed(NamedTuple):
    """A passage with who reads it where it stands, and the cues that need not be looked for."""

    passage: Passage
    reader: Reader
    deaf_to: Unheard


class Tagger:
    """Suggests themes by the rules and the telling words of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        named = parse_named(codebook.words)
        self._seeker = Seeker(codebook, named)
        self._telling = Telling(codebook, named)
        self._known: dict[Setting, tuple[Reader, Unheard]] = {}

    def suggest(
        self, passages: Sequence[Passage], *, kind: Kind, form: Form
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions for the passages of one document, in reading order.

        At most one for each theme in each passage: the one with the best evidence.
        """
        heard = list(self._placed(passages, kind, form))
        made: list[tuple[Sequence[Said], Setting]] = []
        for begin in range(0, len(heard), _AT_ONCE):
            # Of a passage only what is said is kept until the last is read: the rest would be much.
            made += [(said(one), one.setting) for one in self._found(heard[begin:][:_AT_ONCE])]
        met = Counter(one.theme for some, _ in made for one in some if one.evidence.rules)
        return tuple(one for some, setting in made for one in suggestions(some, setting, met))

    def _placed(self, passages: Iterable[Passage], kind: Kind, form: Form) -> Iterator[_Placed]:
        """Yield the passages of a document on which anything is ever suggested."""
        known: dict[tuple[SectionRole, bool], tuple[Reader, Unheard]] = {}
        for passage in passages:
            if is_silent(passage):
                continue
            place = passage.role, passage.restated
            if place not in known:
                known[place] = self._standing(Setting(passage.role, kind, form, passage.restated))
            yield _Placed(passage, *known[place])

    def _standing(self, setting: Setting) -> tuple[Reader, Unheard]:
        """Return who reads passages that stand so, and the cues that need not be looked for."""
        if setting not in self._known:
            self._known[setting] = Reader(setting), unheard(setting)
        return self._known[setting]

    def _found(self, passages: Sequence[_Placed]) -> list[Found]:
        """Return what is found in passages.

        One kind of work is done after the other, for each has megabytes of its own to look at:
        taking turns at every passage, they would drive each other out of the machine's cache.
        """
        texts = [(one.passage.text, fold(one.passage.text)) for one in passages]
        spans = [sentences(text) for text, _ in texts]
        words = [
            [WORD.findall(folded, *span) for span in some]
            for (_, folded), some in zip(texts, spans, strict=True)
        ]
        parts = [
            [
                self._seeker.sentence(text, folded, span, of_it, one.deaf_to)
                for span, of_it in zip(some, of_them, strict=True)
            ]
            for one, (text, folded), some, of_them in zip(
                passages, texts, spans, words, strict=True
            )
        ]
        found = [
            Found(one.passage, one.reader, some, chain.from_iterable(map(self._seeker.hits, some)))
            for one, some in zip(passages, parts, strict=True)
        ]
        told = [self._telling.read(of_them) for of_them in words]
        for one, some, its in zip(found, parts, told, strict=True):
            self._weigh(one, some, its)
        return found

    def _weigh(self, found: Found, parts: Sequence[Sentence], told: Told) -> None:
        """Add to what is found in a passage what its words tell."""
        themes = found.themes
        found.weights = {theme: told.of(theme) for theme in themes}
        found.by_words = [
            by_words
            for theme, weight in told.above(LEAST_TOLD)
            if theme not in themes
            for by_words in self._by_words(theme, weight, parts, told)
        ]

    def _by_words(
        self, theme: str, weight: float, parts: Sequence[Sentence], told: Told
    ) -> Iterator[ByWords]:
        """Yield what the words of a passage tell of a theme that no rule met.

        Nothing where a false friend of the theme stands in the sentence that weighs most.
        """
        best = told.best_sentence(theme)
        sentence = parts[best]
        if not self._seeker.has_friend(theme, sentence):
            places = self._telling.heaviest(theme, told.sentences[best])
            yield ByWords(self._telling.rules[theme], weight, sentence, sentence.words(places))
