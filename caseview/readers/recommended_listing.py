"""Where the reading of a section of recommendations stands, one paragraph after another."""

import re
from dataclasses import dataclass, field, replace

from caseview.domain.document import ParagraphStyle
from caseview.domain.passage import Passage
from caseview.readers.asked_groups import body_of_group
from caseview.readers.asking_words import (
    announces,
    asks,
    opening_sentence,
    recommends_below,
    recommends_that,
)
from caseview.readers.capitals import as_written
from caseview.readers.lead_ins import asked_below
from caseview.readers.lines import fold
from caseview.readers.recommended_asides import heads_what_is_said, says_of_it, whom_line
from caseview.readers.recommended_going_on import (
    belongs,
    is_broken,
    is_labelled,
    is_next,
    is_numbered,
    is_of_paragraph,
    is_within,
    names_next,
    opens_anew,
)
from caseview.readers.recommended_items import (
    Item,
    asks_question,
    heads_group,
    item_of,
    opens_with_body,
)
from caseview.readers.recommended_labels import Label, ends_amid_name, label_above
from caseview.readers.recommended_telling import tells_only
from caseview.readers.who_acts import body_or_lead

_NOT_LISTED = frozenset({ParagraphStyle.TABLE_ROW, ParagraphStyle.FOOTNOTE})
_GOES_ON = re.compile(
    r"(?:it|this|these|they|those|such|in doing so|the (?:work|review|audit|policy|guidance"
    r"|training|plan|report|protocol|procedure|programme|pathway|group|process|results?|findings?|outcomes?))\b"
)
# "What: the Trust should ..." below a label.
_WHAT = re.compile(r"(?:what|specific(?:ally)?|action|recommendation)\s*:\s+(?=\S)", re.IGNORECASE)
_ONE_WORD = re.compile(r"[A-Z][\w’'-]+\s+(?:should|must|shall|needs?\s+to|to)\s")
_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})?[.)]*", re.IGNORECASE)
_LEAST_WORDS = 4


@dataclass(slots=True)
class Listing:
    """Where in a section the reading stands: the group, the label above, what was announced.

    `within` says that the entries of a list belong to the recommendation that opened it, `aside`
    that what follows only says something of the last one, `who_first` that lines which say whom
    one is for stand before it, `stem` is the number of a label whose entries have letters,
    `clauses` that what was announced opens with "that", `reason` is what stands below a label
    and asks for nothing: what is recommended only where nothing there asks.
    """

    text: str
    items: list[Item] = field(default_factory=list)
    group: str = ""
    above: Label | None = None
    asking: bool = False
    announced: bool = False
    open: bool = False
    within: bool = False
    aside: bool = False
    who_first: bool = False
    stem: str = ""
    clauses: bool = False
    reason: Passage | None = None

    def take(self, passage: Passage, after: Passage | None) -> None:
        """Take the next paragraph; `after` is the one behind it, None at the end."""
        if passage.style in _NOT_LISTED and not is_next(self.items, passage):
            return
        if passage.text.isupper() and label_above(passage) is None:
            passage = replace(passage, text=as_written(passage.text))
            if not heads_group(passage) and label_above(passage) is None:
                return
        if self._is_aside(passage) or self._names_who(passage) or self._heads(passage, after):
            return
        question = asks_question(passage) and not self._opened(passage)
        if self.above is not None or not (self.asking or question):
            self._read(passage)

    def _opened(self, passage: Passage) -> bool:
        """Whether an entry stands in the list that the recommendation above it opened."""
        last = self.items[-1] if self.open and self.items else None
        if last is None or passage.style is not ParagraphStyle.LIST_ITEM:
            return False
        return self.within or self.text[last.start : last.end].rstrip().endswith(":")

    def _is_aside(self, passage: Passage) -> bool:
        """Whether a line only says why a recommendation is made, by when, or what for."""
        if not self.items and self.above is None:
            return False
        if is_labelled(passage):
            self.aside = False
            return False
        if says_of_it(passage.text):
            self.open = False
            return True
        if heads_what_is_said(passage.text):
            self.aside, self.open = True, False
            return True
        if self.aside and (passage.style is ParagraphStyle.HEADING or opens_anew(passage)):
            self.aside = False
        return self.aside

    def _names_who(self, passage: Passage) -> bool:
        """Take a line that says whom a recommendation is for: the one it stands below or above."""
        who = whom_line(passage.text)
        if not who:
            return False
        self.who_first = self.who_first or not (self.items or self.above)
        if self.above is not None:
            self.above = replace(self.above, who=who)
        elif self.who_first:
            self.group = f"For {who}"
        else:
            body, post = body_or_lead(who)
            self.items[-1] = replace(self.items[-1], addressee=body, lead=post)
            self.open = False
        return True

    def _heads(self, passage: Passage, after: Passage | None) -> bool:
        """Take a label, or the heading of a group; return whether the paragraph is one."""
        label, who = label_above(passage), asked_below(passage.text)
        if who and label is None and (self.above is not None or is_numbered(passage)):
            return False
        if label is None and not who and self._announces(passage):
            return True
        named = heads_group(passage) or names_next(passage, after)
        if label is None and not who and not named:
            return False
        self.close()
        self.above, self.stem = label, ""
        if label is None:
            self.group = f"For {who}" if who else passage.text.strip(" :")
            self.announced, self.clauses = who != "", False
            self.asking = asks_question(passage)
        return True

    def _announces(self, passage: Passage) -> bool:
        """Take a line that recommends what is listed below it, without naming anybody."""
        counted = passage.printed and not is_of_paragraph(passage.printed)
        if self.above is not None or counted or not recommends_below(passage.text):
            return False
        self.close()
        self.stem = ""
        if passage.style is ParagraphStyle.HEADING:
            self.group = ""
        self.announced, self.clauses = True, recommends_that(passage.text)
        return True

    def close(self) -> None:
        """End what is being read: a label that nothing followed is itself what is recommended."""
        label = self.above
        if label is not None and self.reason is not None:
            self.items.append(self._below(label, self.reason))
        elif label is not None and label.titled:
            self.items.append(_of_label(label, label.start, label.end, self.group))
        self.above, self.open, self.reason = None, False, None

    def _read(self, passage: Passage) -> None:
        if self.above is not None and self.above.titled and not asks(passage.text):
            self.close()
            return
        if self.above is not None:
            self._read_below(self.above, passage)
            return
        item = item_of(passage, self.group)
        if item is not None and self.stem and len(item.number) == 1 and item.number.isalpha():
            item = replace(item, number=f"{self.stem}{item.number}")
        in_list = passage.style is ParagraphStyle.LIST_ITEM and not tells_only(fold(passage.text))
        if self.announced and in_list:
            number = passage.printed.strip("().")
            item = item or Item(number, passage.start, passage.end, self.group)
            item = replace(item, sure=True, clause=self.clauses)
        elif body_of_group(self.group):
            item = self._of_body(item, passage, in_list=in_list)
        self._put(item, passage)
        self.announced = (self.announced and in_list) or (item is None and announces(passage.text))
        self.clauses = self.clauses and self.announced

    def _read_below(self, label: Label, passage: Passage) -> None:
        """Take what stands below a label: what is recommended, or first why it is."""
        body = passage.style is ParagraphStyle.BODY
        if body and not asks(passage.text) and not passage.text.rstrip().endswith((":", "?")):
            self.reason = self.reason or passage
            return
        if self.reason is not None and not opens_with_body(passage):
            self.items.append(self._below(label, self.reason))
            self.above, self.reason, self.open = None, None, True
            self._read(passage)
            return
        self.items.append(self._below(label, passage))
        self.above, self.open, self.announced, self.within = None, True, False, False
        self.reason = None

    def _of_body(self, item: Item | None, passage: Passage, *, in_list: bool) -> Item | None:
        """Return what stands below a body's name; every entry of a list there is asked of it."""
        if item is None and in_list and len(passage.text.split()) >= _LEAST_WORDS:
            return Item("", passage.start, passage.end, self.group, listed=True)
        return replace(item, listed=True) if item is not None and not item.sure else item

    def _below(self, label: Label, passage: Passage) -> Item:
        """Return the recommendation under a label, by its own number where it has one."""
        what = _WHAT.match(passage.text)
        start = passage.start + (what.end() if what else 0)
        named = label.titled and label.named and _ONE_WORD.match(passage.text)
        if named or ends_amid_name(self.text[label.start : label.end] or ".", passage.text):
            # The line of the label ended amid the name: "... Trust and Public", "Health should".
            start, label = label.start, replace(label, who="")
        item = _of_label(label, start, passage.end, self.group)
        own = passage.printed.strip("().")
        if own.startswith(f"{label.number}."):
            return replace(item, number=own)
        if own.isalpha() and len(own) == 1 and opens_with_body(passage):
            self.stem = label.number
            return replace(item, number=f"{label.number}{own}", headed=False)
        typed = item_of(passage, self.group)
        within = typed is not None and typed.number != label.number
        if typed is not None and within and typed.number.startswith(label.number):
            return replace(item, number=typed.number, start=typed.start)
        return item

    def _put(self, item: Item | None, passage: Passage) -> None:
        last = self.items[-1] if self.items else None
        part = last is not None and self._part_of(last, item, passage)
        within = self.open and last is not None and is_within(self.text, last, passage)
        if last and (part or within or is_broken(self.text, last, passage)):
            self.items[-1] = replace(last, end=passage.end)
        elif item is not None:
            self.items.append(item)
            self.open, self.within = True, False
        elif last and belongs(self.text, last, passage):
            self.items[-1] = replace(last, end=passage.end)
        else:
            self.open = False

    def _part_of(self, last: Item, item: Item | None, passage: Passage) -> bool:
        """Whether a paragraph goes on with the labelled recommendation right above it."""
        if not (self.open and last.sure) or (item is not None and item.headed):
            return False
        if passage.style is ParagraphStyle.LIST_ITEM:
            lettered = _LETTER.fullmatch(passage.printed) is not None
            opened = self.text[last.start : last.end].rstrip().endswith(":")
            apart = last.headed or (lettered and last.number[:1].isdigit())
            self.within = apart and (self.within or opened)
            asked = item is not None or asks(passage.text)
            return self.within or (last.headed and lettered and asked)
        more = last.headed and asks(opening_sentence(passage.text)) and not opens_with_body(passage)
        closes = _GOES_ON.match(fold(passage.text)) is not None
        if passage.printed or (item is not None and item.sure):
            # A report that labels its recommendations may number each paragraph beside them.
            return (
                self.within and closes and is_of_paragraph(passage.printed) and asks(passage.text)
            )
        return (more or closes) and asks(passage.text)


def _of_label(label: Label, start: int, end: int, group: str) -> Item:
    return Item(label.number, start, end, group, label.who or None, sure=True, headed=True)
