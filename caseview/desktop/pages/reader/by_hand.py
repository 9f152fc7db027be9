"""Tagging by hand: sentences selected by key, a theme by figure or name, tags changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from caseview.desktop.desk import Desk
from caseview.desktop.dialogs.asking import QuestionDialog
from caseview.desktop.models.reading import less, more, sentence_at
from caseview.desktop.pages.reader.deciding import Decider
from caseview.desktop.pages.reader.parts import TAGS, Parts
from caseview.desktop.pages.reader.whole_page import WholePage
from caseview.desktop.session.session import Deciding
from caseview.desktop.tongue import tr
from caseview.domain.changes import Changes
from caseview.domain.document import DocumentText
from caseview.domain.english import English
from caseview.domain.reads_as import ReadsAs
from caseview.domain.span import Span
from caseview.domain.tag import Tag

NOTHING_SELECTED = English("Select the words first: S takes the sentence at the cursor.")
RECOMMENDED_SO = English("These words are a confirmed recommendation already")
NO_TAG = English("Go to a tag first: the list under Tags has them all.")
JOIN = (
    English("Join the two tags?"),
    English(
        "Some of these words carry this theme already. Joined they count as one passage tagged."
    ),
)


class ByHand(QObject):
    """Answers the keys that select words and give, change and remove tags."""

    def __init__(self, desk: Desk, parts: Parts, decider: Decider) -> None:
        super().__init__(parts.text)
        self._desk = desk
        self._parts = parts
        self._decider = decider
        self.whole_page = WholePage(desk, parts)
        self._document = 0
        self._text = DocumentText("")

    def show(self, document_id: int, text: DocumentText) -> None:
        """Work on this document from now on."""
        self._document = document_id
        self._text = text
        self.whole_page.show(document_id)

    @property
    def in_hand(self) -> int:
        """The offset of what one works on: words selected, a tag, a suggestion, the cursor."""
        if (selected := self._parts.text.selection()) is not None:
            return selected.start
        if (tag := self.tag_in_hand) is not None:
            return tag.start
        if (kept := self._decider.in_hand) is not None:
            return kept.suggestion.start
        return self._parts.text.here

    @property
    def tag_in_hand(self) -> Tag | None:
        """The tag gone to, where tags show."""
        return self._parts.tags.current if self._parts.tabs.currentIndex() == TAGS else None

    def sentence(self) -> None:
        """Select the sentence at the cursor, or add the next one to what is selected.

        Of a page without words the whole page is selected, then the next such page.
        """
        selected = self._parts.text.selection()
        if selected is not None:
            self._select(more(self._text, selected))
        elif self.whole_page.here:
            self.whole_page.step()
        elif found := self._sentence_here():
            self._select(found)

    def sentence_less(self) -> None:
        """Take the last sentence off what is selected."""
        if (selected := self._parts.text.selection()) is not None:
            self._select(less(self._text, selected))
        else:
            self.whole_page.leave()

    def theme(self) -> None:
        """Ask for a theme: for the words or page selected, the tag gone to, or the suggestion."""
        if (selected := self._parts.text.selection()) is not None:
            self._decider.pick(partial(self._give_to, selected)).stay_for_more()
        elif self.whole_page.chosen is not None:
            self._decider.pick(self.whole_page.give).stay_for_more()
        elif (tag := self.tag_in_hand) is not None:
            self._decider.pick(lambda theme: self._retheme(tag, theme))
        else:
            self._decider.choose_theme()

    def recommend(self) -> None:
        """Say that the words selected are a recommendation, or the words of the one there."""
        selected = self._parts.text.selection()
        span = None if selected is None else self._trimmed(selected)
        if span is None or not len(span):
            self._desk.events.say(tr(NOTHING_SELECTED))
            return
        document = self._document
        self._desk.act(
            tr("Mark as a recommendation"),
            lambda session: session.register.mark(document, span),
            lambda changes: self._desk.events.say(f"{changes.label or tr(RECOMMENDED_SO)}."),
        )

    def figure(self, figure: int) -> None:
        """Give the recent theme of a figure, to whatever `theme` would give it."""
        if (theme := self._parts.recent.theme(figure)) is None:
            return
        if self._parts.text.selection() is not None or self.whole_page.chosen is not None:
            self.give(theme)
        elif (tag := self.tag_in_hand) is not None:
            self._retheme(tag, theme)
        else:
            self._decider.accept(theme)

    def give(self, theme: str) -> None:
        """Tag the words selected, or the page."""
        if self.whole_page.chosen is not None:
            self.whole_page.give(theme)
        elif (selected := self._parts.text.selection()) is None:
            self._desk.events.say(tr(NOTHING_SELECTED))
        else:
            self._give_to(selected, theme)

    def _give_to(self, selected: Span, theme: str) -> None:
        span = self._trimmed(selected)
        if not len(span):
            self._desk.events.say(tr(NOTHING_SELECTED))
            return
        self._parts.recent.given(theme)
        self._parts.text.select(Span(span.end, span.end))
        if (beside := self._overlapping(span, theme)) is not None:
            self._ask_to_join(beside, span, theme)
        else:
            self._tag(span, theme)

    def _tag(self, span: Span, theme: str) -> None:
        document = self._document
        self._desk.change(
            tr("Tag the words"), lambda d: d.tag(document, span, theme, None), self._desk.tell
        )

    def _overlapping(self, span: Span, theme: str) -> Tag | None:
        """Return a tag of one's own with the same theme on some of these words."""
        own = [tag for tag in self._parts.models.tags.all if tag.coder == self._desk.session.coder]
        for tag in own:
            there = Span(tag.start, tag.end)
            if tag.theme == theme and there.overlaps(span) and there != span:
                return tag
        return None

    def _ask_to_join(self, tag: Tag, span: Span, theme: str) -> None:
        whole = Span(min(tag.start, span.start), max(tag.end, span.end))
        question = QuestionDialog(
            self._parts.middle,
            self._desk.appearance,
            JOIN,
            (tr("Join them"), lambda: self._join(tag, whole)),
            tr("Keep both"),
        )
        question.rejected.connect(lambda: self._tag(span, theme))
        question.show()

    def _join(self, tag: Tag, span: Span) -> None:
        self._desk.change(
            tr("Join the tags"), lambda d: d.change_tag(tag.id, span=span), self._desk.tell
        )

    def read_as(self, reads_as: ReadsAs) -> None:
        """Change how the tag gone to, or the suggestion in hand, reads."""
        if (tag := self.tag_in_hand) is not None:
            doing = tr("Change how the tag reads")
            self._desk.change(
                doing, lambda d: d.change_tag(tag.id, reads_as=reads_as), self._desk.tell
            )
        else:
            self._decider.read_as(reads_as)

    def key_quote(self) -> None:
        """Star the tag gone to, or take its star away."""
        if (tag := self.tag_in_hand) is not None:
            wanted = not tag.is_key
            self._desk.change(
                tr("Star the quote"), lambda d: d.change_tag(tag.id, is_key=wanted), self._desk.tell
            )
        elif self._decider.in_hand is not None:
            self._decider.key_quote()
        else:
            self._desk.events.say(tr(NO_TAG))

    def untag(self) -> None:
        """Remove the tag gone to."""
        if (tag := self.tag_in_hand) is not None:
            self._change(tr("Remove the tag"), lambda d: d.untag(tag.id))
        else:
            self._desk.events.say(tr(NO_TAG))

    def _retheme(self, tag: Tag, theme: str) -> None:
        self._parts.recent.given(theme)
        self._desk.change(
            tr("Change the theme"), lambda d: d.change_tag(tag.id, theme=theme), self._desk.tell
        )

    def _change(self, doing: str, act: Callable[[Deciding], Changes]) -> None:
        self._desk.change(doing, act, self._desk.tell)

    def _sentence_here(self) -> Span | None:
        return sentence_at(self._text, self._parts.text.here)

    def _select(self, span: Span) -> None:
        self._parts.views.show_selected(span)
        self._desk.events.say(tr("Selected. T gives it a theme, S adds the next sentence."))

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self._text.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
