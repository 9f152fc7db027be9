"""A coroner's report of which a test says the concerns alone."""

from pathlib import Path

from caseview.domain.recommendation import Concern
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

FORM = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

THIS REPORT IS BEING SENT TO:
Quillpack Limited

1 CORONER
I am Ada Lorne, Assistant Coroner, for the coroner area of Norfolk.

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

5 CORONER’S CONCERNS
During the course of the inquest the evidence revealed matters giving rise to concern. In my opinion
there is a risk that future deaths will occur unless action is taken. In the circumstances it is my
statutory duty to report to you.

{concerns}

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.
"""


def concerns(words: str) -> tuple[Concern, ...]:
    """Return the concerns read from a report whose fifth box says these words."""
    text = read_plain(FORM.format(concerns=words).encode())
    return DESCRIBER.describe(text, "report.txt").concerns
