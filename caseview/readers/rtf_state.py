"""What holds inside a group of a Rich Text file, and the tables its header gives."""

from dataclasses import dataclass, field

_SILENT_LISTED = (
    "colortbl info pict object objdata fldinst header headerl headerr headerf"
    " footer footerl footerr footerf listtable listoverridetable rsidtbl generator xmlnstbl"
    " themedata colorschememapping datastore latentstyles bkmkstart bkmkend filetbl revtbl"
    " nonshppict mmathPr wgrffmtfilter annotation atnid atnauthor atntime atnref atnicn atndate"
    " atnparent ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn pgptbl userprops docvar background"
    " sn sv nonesttables pntxtb pntxta tc xe defchp defpap panose falt template"
)
SILENT = frozenset(_SILENT_LISTED.split())
"""Groups whose words are no words of the document."""

READ = frozenset({"shpinst", "shptxt", "dptxbxtext", "footnote", "pntext", "listtext"})
"""Groups that are marked as skippable and hold words all the same."""

WESTERN = "cp1252"
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
SYMBOLS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "tab": "\t", "line": "\n", "emspace": " ", "enspace": " ",
    "qmspace": " ", "zwj": "", "zwnj": "", "lbr": "\n", "softline": "\n",
}  # fmt: skip
"""Characters that have a control word of their own (Rich Text Format 1.9.1)."""


@dataclass(slots=True)
class State:
    """What holds for the words inside a group; a group inside begins with a copy.

    `skip` counts the characters that stand in for one written by its number; `into` says where
    words go: "text", "note", "number", "style" or "" for nowhere.
    """

    into: str = "text"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12.0
    encoding: str = ""
    skip: int = 1
    starts: bool = False

    def copy(self) -> "State":
        """Return the state a group inside begins with."""
        return State(
            self.into, self.bold, self.italic, self.hidden, self.deleted, self.size,
            self.encoding, self.skip, self.starts,
        )  # fmt: skip


@dataclass(slots=True)
class Header:
    """What the header of the file says: encodings of its fonts, levels of its heading styles."""

    encoding: str = WESTERN
    fonts: dict[int, str] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)


def encoding_of(page: int) -> str:
    """Return the name of a code page ("cp1252" for 1252), the Western one for unknown ones."""
    name = {65001: "utf-8", 10000: "mac_roman"}.get(page, f"cp{page}")
    try:
        b"".decode(name)
    except LookupError:
        return WESTERN
    return name


def charset_encoding(charset: int) -> str:
    """Return the encoding of a font's character set, "" where it says nothing."""
    return _CHARSETS.get(charset, "")
