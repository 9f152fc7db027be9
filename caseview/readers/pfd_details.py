"""The details of a coroner's report: the form's sentences, the publisher's labels, the foot."""

import re
from collections.abc import Sequence
from dataclasses import replace

from caseview.domain.attribute import DetailName
from caseview.domain.document import DocumentText
from caseview.readers.addressees import addressees_of
from caseview.readers.dates import Dated, dates_in, first_date, response_due
from caseview.readers.deceased import describe_deceased
from caseview.readers.findings import Findings
from caseview.readers.form_boxes import Box
from caseview.readers.lines import Line, fold
from caseview.readers.names import shown
from caseview.readers.people import SaidCoroner, coroner_in, coroner_named, deceased_in
from caseview.readers.places import Places

_D = DetailName
_REF = re.compile(
    r"\bref(?:erence)?s?(?:\s*(?:no|number|num))?\.?\s*[:.\-]?\s*"
    r"(?P<ref>20[12]\d\s?[-–]\s?\d{4}[A-Z]?)\b",
    re.IGNORECASE,
)
_BARE_REF = re.compile(r"(?<![\w-])(?P<ref>20[12]\d-\d{4}[A-Z]?)(?![\w-])")
_REF_IN_NAME = re.compile(r"(?<!\d)(?P<ref>20[12]\d-0\d{3})(?!\d)")
_LABEL = re.compile(
    r"\s*(?P<label>date of report|ref(?:erence)?|deceased name|coroner'?s?'? (?:name|area)|category"
    r"|this report is being sent to)\s*:\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:namely\s+)?by\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_NEAR = 60
_HEADER = 900


class PfdDetails:
    """Reads the details of coroners' reports; patterns and places are prepared once."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(
        self, text: DocumentText, lines: Sequence[Line], boxes: Sequence[Box], name: str
    ) -> Findings:
        """Return what a report says of itself; `name` is its file name, used for a ref only."""
        found = Findings(text.text)
        self._labels(found, lines)
        _ref(found, text, boxes, name)
        self._coroner(found, text.text, boxes)
        _published(found, text.text, lines, boxes)
        _deceased(found, text.text, boxes)
        for one in addressees_of(lines, boxes):
            found.add(_D.ADDRESSEE, one.words, one.start, one.end)
        _due(found, text.text, boxes)
        return found

    def _labels(self, found: Findings, lines: Sequence[Line]) -> None:
        """Read the block of labels that the publisher prints above a report."""
        for line in lines:
            match = _LABEL.match(line.text) if line.start <= _HEADER else None
            if match is None:
                continue
            label, value = fold(match["label"]).replace("'", ""), match["value"].strip()
            start = line.start + match.start("value")
            end = start + len(value)
            dated = first_date(value)
            if label.startswith("date") and dated:
                found.add(_D.PUBLISHED, dated.value, start + dated.start, start + dated.end)
            elif label.endswith("area"):
                self._area(found, value, start, end)
            elif label.endswith("name"):
                name = _D.SUBJECT if label.startswith("deceased") else _D.CORONER
                found.add_person(name, value, start)

    def _coroner(self, found: Findings, text: str, boxes: Sequence[Box]) -> None:
        box = _span(boxes, "coroner")
        start, end = box or (0, min(len(text), _HEADER * 3))
        said = coroner_in(text, start, end)
        if box and not (said and said.name):
            said = coroner_named(text, *box) or said
        said = said or coroner_in(text, 0, len(text))
        if said is None:
            return
        said = self._with_name(said)
        if said.name:
            name_end = said.name_start + len(said.name)
            found.add(_D.CORONER, shown(said.name), said.name_start, name_end)
        if said.title:
            found.add(_D.CORONER_TITLE, said.title, said.start, said.end)
        if said.area:
            self._area(found, said.area, said.area_start, said.area_start + len(said.area))

    def _with_name(self, said: SaidCoroner) -> SaidCoroner:
        """Return what is said with a name that stands behind the area taken for the name."""
        area, comma, name = said.area.rpartition(", ")
        if said.name or not comma or not self._places.coroner_area(area):
            return said
        return replace(
            said, name=name, name_start=said.area_start + len(area) + len(comma), area=area
        )

    def _area(self, found: Findings, printed: str, start: int, end: int) -> None:
        area = self._places.coroner_area(printed)
        found.add(_D.AREA, area.name if area else printed, start, end, known=area is not None)
        found.add(_D.AREA_AS_PRINTED, printed, start, end, known=area is not None)
        if area and area.force:
            found.add(_D.POLICE_FORCE, area.force, start, end)
        if area and area.region:
            found.add(_D.REGION, area.region, start, end)


def _span(boxes: Sequence[Box], name: str) -> tuple[int, int] | None:
    return next(((box.body, box.end) for box in boxes if box.name == name), None)


def _ref(found: Findings, document: DocumentText, boxes: Sequence[Box], name: str) -> None:
    """Record the ref: above the form, at its foot, in running heads, or in the file's name.

    A running head is no part of the text, so a ref from there has no words to show.
    """
    text = document.text
    head = next((box.start for box in boxes if box.name != "sent_to"), _HEADER)
    foot = boxes[-1].body if boxes else len(text)
    places = ((_REF, 0, head), (_REF, foot, len(text)), (_BARE_REF, 0, head))
    for pattern, start, end in places:
        match = pattern.search(text, start, max(start, end))
        if match:
            found.add(_D.REF, _plain(match["ref"]), match.start("ref"), match.end("ref"))
            return
    for words in (line for page in document.pages for line in page.left_out):
        match = _REF.search(words) or _BARE_REF.search(words)
        if match:
            found.infer(_D.REF, _plain(match["ref"]))
            return
    match = _REF_IN_NAME.search(name)
    if match:
        found.infer(_D.REF, match["ref"])


def _plain(ref: str) -> str:
    return re.sub(r"\s", "", ref).replace("–", "-")


def _published(found: Findings, text: str, lines: Sequence[Line], boxes: Sequence[Box]) -> None:
    """Record the date of the report: at its foot, after the last box, or above the form."""
    foot = boxes[-1].body if boxes else 0
    dated = [d for d in dates_in(text, foot) if d.whole]
    alone = [d for d in dated if _alone(d, lines)]
    best = alone or dated
    if not best:
        head = boxes[0].start if boxes else _HEADER
        best = [d for d in dates_in(text, 0, head) if d.whole]
    if best:
        found.add(_D.PUBLISHED, best[-1].value, best[-1].start, best[-1].end)


def _alone(dated: Dated, lines: Sequence[Line]) -> bool:
    """Whether the date opens its line, or follows only a box number or the word "Dated"."""
    for line in reversed(lines):
        if line.start <= dated.start < line.end:
            before = fold(line.text[: dated.start - line.start])
            return (
                re.fullmatch(
                    r"\W*(?:\d{1,2}\b)?\W*(?:dated?|signed|this)?\W*(?:\w+day)?\W*", before
                )
                is not None
            )
    return False


def _deceased(found: Findings, text: str, boxes: Sequence[Box]) -> None:
    start, _ = _span(boxes, "investigation") or _span(boxes, "circumstances") or (0, 0)
    end = next((b.start for b in boxes if b.name == "concerns" and b.start > start), len(text))
    said = deceased_in(text, start, end) or deceased_in(text, 0, len(text))
    if said:
        found.add_person(_D.SUBJECT, said.name, said.start)
    describe_deceased(found, text, said, start, end)


def _due(found: Findings, text: str, boxes: Sequence[Box]) -> None:
    """Record the day to answer by: printed in the response box, else counted from the date."""
    span = _span(boxes, "response")
    if span:
        for match in _DUE.finditer(text, *span):
            dated = next(dates_in(text, match.end(), min(span[1], match.end() + _NEAR)), None)
            if dated and dated.whole:
                found.add(_D.RESPONSE_DUE, dated.value, dated.start, dated.end)
                return
    due = response_due(found.value(_D.PUBLISHED) or "")
    if due:
        found.infer(_D.RESPONSE_DUE, due)
