"""Tagging by hand: sentences selected by key, a theme by figure or name, tags changed."""

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.models.reading import less, more, sentence_at
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.parts import TAGS, Parts
from caseview.domain.document import DocumentText
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.tag import Tag

NOTHING_SELECTED = "Select the words first: S takes the sentence at the cursor."


class ByHand(QObject):
    """Answers the keys that select words and give, change and remove tags."""

    def __init__(self, desk: Desk, parts: Parts, decider: Decider) -> None:
        super().__init__(parts.text)
        self._desk = desk
        self._parts = parts
        self._decider = decider
        self._document = 0
        self._text = DocumentText("")

    def show(self, document_id: int, text: DocumentText) -> None:
        """Work on this document from now on."""
        self._document = document_id
        self._text = text

    @property
    def tag_in_hand(self) -> Tag | None:
        """The tag gone to, where tags show."""
        return self._parts.tags.current if self._parts.tabs.currentIndex() == TAGS else None

    def sentence(self) -> None:
        """Select the sentence at the cursor, or add the next one to what is selected."""
        selected = self._parts.text.selection()
        if selected is not None:
            self._select(more(self._text, selected))
        elif found := self._sentence_here():
            self._select(found)

    def sentence_less(self) -> None:
        """Take the last sentence off what is selected."""
        if (selected := self._parts.text.selection()) is not None:
            self._select(less(self._text, selected))

    def theme(self) -> None:
        """Ask for a theme: for the words selected, the tag gone to, or the suggestion in hand."""
        if self._parts.text.selection() is not None:
            self._decider.pick(self.give)
        elif (tag := self.tag_in_hand) is not None:
            self._decider.pick(lambda theme: self._retheme(tag, theme))
        else:
            self._decider.choose_theme()

    def figure(self, figure: int) -> None:
        """Give the recent theme of a figure, to whatever `theme` would give it."""
        if (theme := self._parts.recent.theme(figure)) is None:
            return
        if self._parts.text.selection() is not None:
            self.give(theme)
        elif (tag := self.tag_in_hand) is not None:
            self._retheme(tag, theme)
        else:
            self._decider.accept(theme)

    def give(self, theme: str) -> None:
        """Tag the words selected."""
        if (span := self._parts.text.selection()) is None:
            self._desk.events.say(NOTHING_SELECTED)
            return
        span = self._trimmed(span)
        document = self._document
        self._parts.recent.given(theme)
        self._parts.text.select(Span(span.end, span.end))
        self._desk.change("Tag the words", lambda d: d.tag(document, span, theme, None))

    def read_as(self, reads_as: ReadsAs) -> None:
        """Change how the tag gone to, or the suggestion in hand, reads."""
        if (tag := self.tag_in_hand) is not None:
            doing = "Change how the tag reads"
            self._desk.change(doing, lambda d: d.change_tag(tag.id, reads_as=reads_as))
        else:
            self._decider.read_as(reads_as)

    def key_quote(self) -> None:
        """Star the tag gone to, or take its star away."""
        if (tag := self.tag_in_hand) is not None:
            wanted = not tag.is_key
            self._desk.change("Star the quote", lambda d: d.change_tag(tag.id, is_key=wanted))
        else:
            self._desk.events.say("Go to a tag first: its words can be a key quote.")

    def untag(self) -> None:
        """Remove the tag gone to."""
        if (tag := self.tag_in_hand) is not None:
            self._desk.change("Remove the tag", lambda d: d.untag(tag.id))

    def _retheme(self, tag: Tag, theme: str) -> None:
        self._parts.recent.given(theme)
        self._desk.change("Change the theme", lambda d: d.change_tag(tag.id, theme=theme))

    def _sentence_here(self) -> Span | None:
        return sentence_at(self._text, self._parts.text.here)

    def _select(self, span: Span) -> None:
        self._parts.text.select(span)
        self._desk.events.say("Selected. T gives it a theme, S adds the next sentence.")

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self._text.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
