"""Puts themes forward on passages: which rule matched, how it reads, and on what words."""

from collections import Counter
from collections.abc import Iterator, Sequence

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
from caseview.tagging.say import said, suggestions
from caseview.tagging.seeking import Seeker
from caseview.tagging.sentence import Sentence
from caseview.tagging.sentences import sentences
from caseview.tagging.silence import is_silent
from caseview.tagging.telling import Telling, Told


class Tagger:
    """Suggests themes by the rules and the telling words of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        named = parse_named(codebook.words)
        self._seeker = Seeker(codebook, named)
        self._telling = Telling(codebook, named)

    def suggest(
        self, passages: Sequence[Passage], *, kind: Kind, form: Form
    ) -> tuple[Suggestion, ...]:
        """Return the suggestions for the passages of one document, in reading order.

        At most one for each theme in each passage: the one with the best evidence.
        """
        readers: dict[tuple[SectionRole, bool], tuple[Reader, Unheard]] = {}
        made = []
        for passage in passages:
            if is_silent(passage):
                continue
            place = passage.role, passage.restated
            if place not in readers:
                setting = Setting(passage.role, kind, form, passage.restated)
                readers[place] = Reader(setting), unheard(setting)
            reader, deaf_to = readers[place]
            # Of a passage only what is said is kept until the last is read: the rest would be much.
            made.append((said(self._found_in(passage, reader, deaf_to)), reader.setting))
        met = Counter(one.theme for some, _ in made for one in some if one.evidence.rules)
        return tuple(one for some, setting in made for one in suggestions(some, setting, met))

    def _found_in(self, passage: Passage, reader: Reader, deaf_to: Unheard) -> Found:
        text = passage.text
        folded = fold(text)
        spans = sentences(text)
        words = [WORD.findall(folded, *span) for span in spans]
        parts = [
            self._seeker.sentence(text, folded, span, of_it, deaf_to)
            for span, of_it in zip(spans, words, strict=True)
        ]
        hits = (hit for part in parts for hit in self._seeker.hits(part))
        found = Found(passage, reader, parts, hits)
        told = self._telling.read(words)
        themes = found.themes
        found.weights = {theme: told.of(theme) for theme in themes}
        found.by_words = [
            said
            for theme, weight in told.above(LEAST_TOLD)
            if theme not in themes
            for said in self._by_words(theme, weight, parts, told)
        ]
        return found

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
