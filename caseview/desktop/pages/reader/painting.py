"""Page pictures: asked of the painter on a worker, those no longer wanted not at all."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from caseview.desktop.desk import Desk
from caseview.desktop.jobs import Failure, Job, Lane
from caseview.desktop.models.page_places import Box
from caseview.desktop.pages.reader.strip import Strip
from caseview.desktop.pages.reader.views import Views
from caseview.desktop.session.session import Reading
from caseview.desktop.tongue import tr
from caseview.desktop.widgets.page_prints import Print
from caseview.domain.english import English

NOT_SHOWN = English("There is no picture of this page. Its words are under Text.")
Wanted = tuple[int, int]


class PagePictures(QObject):
    """Gives a PageView the pages it wants, one after the other; pictures on them are covered."""

    def __init__(self, desk: Desk, views: Views, strip: Strip) -> None:
        pages = views.pages
        super().__init__(pages)
        self._desk = desk
        self._pages = pages
        self._views = views
        self._strip = strip
        self._document = 0
        self._jobs: dict[Wanted, Job[Print | None]] = {}
        pages.wanted.connect(self._want)
        pages.pictured.connect(self._offer)
        views.scrolled.connect(lambda _offset: self._offer())
        desk.appearance.changed.connect(self._offer)
        strip.pictures.toggled.connect(self._open)

    def show(self, document_id: int) -> None:
        """Paint this document's pages from now on."""
        self._want(())
        self._document = document_id
        self._strip.pictures.setChecked(False)
        self._offer()

    def _open(self, on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        self._pages.prints.open_all(on=on)
        self._pages.viewport().update()

    def _offer(self) -> None:
        """Offer to show pictures where the pages in view have some and they are covered."""
        covered = self._desk.appearance.pictures_covered and self._pages.prints.any_covered
        showing = self._pages.isVisibleTo(self._views.whole)
        self._strip.offer_pictures(shown=covered and showing)

    def _want(self, wanted: tuple[Wanted, ...]) -> None:
        for page in [page for page in self._jobs if page not in wanted]:
            self._jobs.pop(page).stop()
        reading = self._desk.session.reading
        for page in wanted:
            if page not in self._jobs:
                job: Job[Print | None] = Job(
                    tr("Paint the page"),
                    partial(_painted, reading, self._document, page),
                    partial(self._came, self._document),
                    partial(self._not_painted, self._document, page),
                )
                self._jobs[page] = self._desk.jobs.run(job, Lane.PAINT)

    def _came(self, document_id: int, printed: Print | None) -> None:
        if printed is None or document_id != self._document:
            return
        self._jobs.pop((printed.number, printed.width), None)
        self._pages.show_print(printed)

    def _not_painted(self, document_id: int, page: Wanted, failure: Failure) -> None:
        said = f"{failure.message} {failure.advice}".strip()
        self._came(document_id, Print(*page, None, (), said))


def _painted(
    reading: Reading, document_id: int, page: Wanted, job: Job[Print | None]
) -> Print | None:
    if job.stopped():
        return None
    number, width = page
    lines = reading.lines(document_id, number)
    picture = QImage.fromData(reading.page_picture(document_id, number, width))
    if picture.isNull():
        return Print(number, width, None, lines, tr(NOT_SHOWN))
    places = reading.pictures_on(document_id, number)
    covers = tuple(Box(place.left, place.top, place.right, place.bottom) for place in places)
    return Print(number, width, picture, lines, covers=covers)
