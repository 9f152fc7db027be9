"""What writes a handout to a file, by the ending of its name."""

from collections.abc import Mapping

from caseview.exporters.handout_book import HandoutBook
from caseview.exporters.handout_csv import HandoutCsv
from caseview.exporters.handout_page import HandoutPage
from caseview.usecases.ports import HandoutWriter

WRITERS: Mapping[str, type[HandoutWriter]] = {
    ".xlsx": HandoutBook,
    ".docx": HandoutPage,
    ".csv": HandoutCsv,
}
