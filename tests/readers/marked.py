"""Documents made from marked lines: headings, lists, numbered and bold paragraphs, table rows."""

from caseview.domain.document import DocumentText, Paragraph, ParagraphStyle

_MARKS = {
    "# ": ParagraphStyle.HEADING,
    "## ": ParagraphStyle.HEADING,
    "- ": ParagraphStyle.LIST_ITEM,
    "| ": ParagraphStyle.TABLE_ROW,
    "n ": ParagraphStyle.BODY,
}


def marked(lines: str) -> DocumentText:
    """Return a document with a paragraph for each line, by its mark.

    "# 4. " opens a numbered section and "## " a heading in it, "- 1 | " a list item and "n 1 | "
    a paragraph with the number they print, "| " a table row, "** " a bold paragraph.
    """
    words: list[str] = []
    paragraphs: list[Paragraph] = []
    place = 0
    for number, line in enumerate(filter(None, lines.splitlines()), start=1):
        mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
        printed, said = _split(line.removeprefix(mark), mark)
        bold = said.startswith("** ")
        said = said.removeprefix("** ")
        level = {"# ": 1, "## ": 2}.get(mark, 0)
        style = _MARKS.get(mark, ParagraphStyle.BODY)
        end = place + len(said)
        paragraphs.append(Paragraph(place, end, number, None, printed, style, level, bold))
        words.append(said)
        place = end + 2
    return DocumentText("\n\n".join(words), tuple(paragraphs))


def _split(line: str, mark: str) -> tuple[str, str]:
    """Return the number a line prints and its words."""
    gap = {"# ": ". ", "- ": " | ", "n ": " | "}.get(mark, "")
    before, _, after = line.partition(gap) if gap else ("", "", "")
    numbered = after and (mark != "# " or before.isdigit())
    return (before, after) if numbered else ("", line)
