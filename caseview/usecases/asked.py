"""What is asked of a casebook when figures are made for a reader, and how they leave together."""

from dataclasses import dataclass

from caseview.counting import table_words
from caseview.counting.small_numbers import SHOW_ALL, SmallNumbers
from caseview.counting.wording import base_sentence
from caseview.domain.crosstab import CrossTab, CrossTabSpec
from caseview.domain.handout import FigureTable, Handout, Picture
from caseview.usecases.ports import Finder, Now
from caseview.usecases.work import Casebook

_ELSEWHERE = {"Marking", "Table"}  # on every page, and above each table


@dataclass(frozen=True, slots=True)
class Asked:
    """What is counted over in a casebook, and which small numbers are hidden in what comes of it.

    `over` says what counts and narrows to a filter; rows and columns are those of each question.
    """

    casebook: Casebook
    finder: Finder
    now: Now
    over: CrossTabSpec
    small: SmallNumbers = SHOW_ALL

    def handout(
        self,
        title: str,
        tables: tuple[FigureTable, ...],
        picture: Picture | None,
        counted: CrossTab,
    ) -> Handout:
        """Return tables and a picture with what `counted`, which they follow from, was made of."""
        info = self.casebook.info()
        return Handout(
            title,
            tables,
            (base_sentence(counted),),
            picture=picture,
            about=tuple(
                pair for pair in table_words.about(counted, info) if pair[0] not in _ELSEWHERE
            ),
            marking=info.marking,
        )
