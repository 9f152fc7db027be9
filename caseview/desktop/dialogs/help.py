"""Help that ships with CaseView: a page a view, and the keys that work in it."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from caseview.desktop.appearance.look import Appearance
from caseview.desktop.dialogs.frame import Dialog
from caseview.desktop.keys import Key
from caseview.desktop.tongue import tr
from caseview.domain.english import English

HEADINGS = {1: 18, 2: 15}
"""How large the headings of a page are, in pixels at 100 per cent."""
NO_PAGE = English("There is no help page for this view yet. Shift+F1 lists its keys.")


class HelpDialog(Dialog):
    """Shows one page and stays open beside the work."""

    def __init__(self, parent: QWidget, look: Appearance, title: str) -> None:
        super().__init__(parent, look, title)
        self.setModal(False)
        self.resize(look.px(640), look.px(560))
        self.page = QTextBrowser()
        self.page.setAccessibleName(title)
        self.page.setOpenLinks(False)
        self.page.setFont(look.font(14))
        self.page.document().setDocumentMargin(look.px(14))
        self.body.addWidget(self.page, 1)
        self.offer(tr("Close"), primary=True).setFocus()


def help_page(
    parent: QWidget,
    look: Appearance,
    folder: Path,
    name: str,
    title: str = English("Help for this view"),
) -> HelpDialog:
    """Return a page of help by its name, from `folder` (resources/help).

    A link leads to another page of the folder, and nowhere else.
    """
    dialog = HelpDialog(parent, look, title)
    dialog.page.anchorClicked.connect(lambda url: _show(dialog, folder, url.fileName()))
    _show(dialog, folder, f"{name}.md")
    return dialog


def _show(dialog: HelpDialog, folder: Path, file: str) -> None:
    pages = {path.name: path for path in folder.glob("*.md")}
    words = pages[file].read_text(encoding="utf-8") if file in pages else tr(NO_PAGE)
    dialog.page.setMarkdown(words)
    _space_out(dialog.page.document(), dialog.look)


def _space_out(document: QTextDocument, look: Appearance) -> None:
    """Set headings in the sizes of the interface, with room above them, and lines apart."""
    block = document.begin()
    while block.isValid():
        cursor, form = QTextCursor(block), block.blockFormat()
        if level := form.headingLevel():
            form.setTopMargin(look.px(16) if block.position() else 0)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            words = cursor.charFormat()
            words.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            words.setProperty(QTextFormat.Property.FontPixelSize, look.px(HEADINGS.get(level, 14)))
            cursor.setCharFormat(words)
        form.setBottomMargin(look.px(5))
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


def key_list(
    parent: QWidget, look: Appearance, groups: Sequence[tuple[str, Sequence[Key]]]
) -> HelpDialog:
    """Return the list of keys, group by group."""
    dialog = HelpDialog(parent, look, tr("Keys for this view"))
    parts = []
    for heading, keys in groups:
        if keys:
            lines = "".join(
                f"<tr><td width='150'><b>{escape(key.keys)}</b></td>"
                f"<td>{escape(key.words)}</td></tr>"
                for key in keys
            )
            parts.append(f"<h3>{escape(heading)}</h3><table cellpadding='3'>{lines}</table>")
    dialog.page.setHtml("".join(parts))
    return dialog
