"""The look of our Word documents: page, styles, numbered headings, table style."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Cm

INK, DEEP, ACCENT, GREEN, AMBER = "16202A", "13263B", "0B5CAD", "1A6B3A", "7A5200"
PALE_GREY, PALE_GREEN, PALE_AMBER, HAIRLINE = "E9EDF1", "E4F3E9", "FFF2D2", "9AA7B4"
FONT = "Arial"
LEAST_POINTS = 12
MARGIN_CM = 2.0
TEXT_CM = 21.0 - 2 * MARGIN_CM
BULLETS, HEADINGS = 961, 962
_TODAY = "15"
_ODDS_OF_A_HOUSE = frozenset({"thumbnail", "stylesWithEffects"})
_ODDS = _ODDS_OF_A_HOUSE | {"customXml"}
TABLE, TABLE_ID = "CaseView table", "CaseViewtable"


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph style: sizes and spaces in points, indents in hundredths of a centimetre.

    `numbering` is a list and its level; `bar` and `fill` are colours of a rule at the left and of
    the ground; `outline` is the level in the outline, 0 the highest.
    """

    name: str
    points: int = LEAST_POINTS
    bold: bool = False
    colour: str = INK
    before: int = 0
    after: int = 8
    keep: bool = False
    left: int = 0
    hanging: int = 0
    numbering: tuple[int, int] | None = None
    outline: int | None = None
    bar: str = ""
    fill: str = ""
    align: str = ""
    base: str = "Normal"
    next: str = ""

    @property
    def id(self) -> str:
        """The style's id inside the file."""
        return self.name.replace("toc", "TOC").replace(" ", "")


NORMAL = Look("Normal", base="")
TITLE = Look("Title", 24, bold=True, colour=DEEP, after=4, keep=True, next="Normal")
SUBTITLE = Look("Subtitle", 13, after=12, next="Normal")
HEADING_1 = Look(
    "Heading 1",
    20,
    bold=True,
    colour=DEEP,
    before=24,
    after=8,
    keep=True,
    numbering=(HEADINGS, 0),
    outline=0,
    next="Normal",
)
HEADING_2 = Look(
    "Heading 2",
    15,
    bold=True,
    colour=DEEP,
    before=16,
    after=6,
    keep=True,
    numbering=(HEADINGS, 1),
    outline=1,
    next="Normal",
)
CAPTION = Look("Caption", bold=True, before=10, after=4, keep=True)
FIGURE = Look("CaseView figure", before=8, after=0, keep=True)
HEADER = Look("Header", bold=True, after=0, align="center")
FOOTER = Look("Footer", after=0, align="center")
BULLET = Look("List Bullet", after=4, left=75, hanging=75, numbering=(BULLETS, 0))
CONTENTS_TITLE = Look("TOC Heading", 15, bold=True, colour=DEEP, before=12, keep=True)
CONTENTS_1 = Look("toc 1", after=3)
CONTENTS_2 = Look("toc 2", after=2, left=75)
QUOTE = Look("CaseView quote", before=6, after=0, keep=True, left=60, bar=ACCENT)
QUOTE_SOURCE = Look("CaseView quote source", after=10, left=60, bar=ACCENT, colour="3A4654")
GOOD = Look(
    "CaseView good practice", before=6, after=0, keep=True, left=60, bar=GREEN, fill=PALE_GREEN
)
GOOD_SOURCE = Look(
    "CaseView good practice source", after=6, left=60, bar=GREEN, fill=PALE_GREEN, colour="2A3540"
)
BOX = Look("CaseView box", before=6, after=12, left=60, bar=AMBER, fill=PALE_AMBER)
NOTE = Look("CaseView note", before=4, after=10)
SOURCE = Look("CaseView source", after=6, left=120, hanging=120)
CELL = Look("CaseView cell", before=2, after=2)
NUMBER_CELL = Look("CaseView number cell", before=2, after=2, align="right")

LOOKS = (
    NORMAL, TITLE, SUBTITLE, HEADING_1, HEADING_2, CAPTION, FIGURE, HEADER, FOOTER, BULLET,
    CONTENTS_TITLE, CONTENTS_1, CONTENTS_2, QUOTE, QUOTE_SOURCE, GOOD, GOOD_SOURCE, BOX, NOTE,
    SOURCE, CELL, NUMBER_CELL,
)  # fmt: skip


def dress(document: Document, *, ours: bool) -> None:
    """Give a document the styles we write with; `ours` sets the page and every style.

    In a house template (`ours` False) each style that is there stays as it is.
    """
    _add_lists(document)
    if ours:
        _set_page(document)
        _set_defaults(document)
        _set_settings(document)
    _drop_odds(document, _ODDS if ours else _ODDS_OF_A_HOUSE)
    styles = document.styles.element
    there = {name.get(qn("w:val"), "").lower(): name.getparent() for name in _names(styles)}
    for look in LOOKS:
        old = there.get(look.name.lower())
        if old is not None and not ours:
            continue
        if old is not None:
            styles.remove(old)
        styles.append(parse_xml(style_xml(look, ours=ours)))
    if TABLE.lower() not in there:
        styles.append(parse_xml(_TABLE_XML))


def style_id(document: Document, look: Look) -> str:
    """Return the id that this look's style has in a document."""
    for name in _names(document.styles.element):
        if name.get(qn("w:val"), "").lower() == look.name.lower():
            return str(name.getparent().get(qn("w:styleId")))
    return look.id


def style_xml(look: Look, *, ours: bool = True) -> str:
    """Return the style as XML, its parts in the order that the format asks for.

    In a house template (`ours` False) it takes the type face and ink of the house.
    """
    default = ' w:default="1"' if look is NORMAL else ' w:customStyle="1"' * _is_own(look)
    based = f'<w:basedOn w:val="{look.base}"/>' if look.base else ""
    follow = f'<w:next w:val="{look.next}"/>' if look.next else ""
    bold = "<w:b/><w:bCs/>" * look.bold
    face = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>' * ours
    ink = f'<w:color w:val="{look.colour}"/>' * (ours or look.colour not in {INK, DEEP})
    size = f'<w:sz w:val="{2 * look.points}"/><w:szCs w:val="{2 * look.points}"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{default} w:styleId="{look.id}">'
        f'<w:name w:val="{look.name}"/>{based}{follow}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_xml(look)}</w:pPr>"
        f"<w:rPr>{face}{bold}{ink}{size}"
        '<w:lang w:val="en-GB"/></w:rPr></w:style>'
    )


def _is_own(look: Look) -> bool:
    return look.name.startswith("CaseView")


def _paragraph_xml(look: Look) -> str:
    parts = ["<w:keepNext/><w:keepLines/>" if look.keep else "<w:keepLines/>"]
    if look.numbering:
        number, level = look.numbering
        parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    if look.bar:
        rule = f'w:val="single" w:sz="24" w:space="8" w:color="{look.bar}"'
        edge = f'w:val="single" w:sz="24" w:space="1" w:color="{look.fill}"'
        over, under = (f"<w:top {edge}/>", f"<w:bottom {edge}/>") if look.fill else ("", "")
        parts.append(f"<w:pBdr>{over}<w:left {rule}/>{under}</w:pBdr>")
    if look.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>')
    parts.append(
        f'<w:spacing w:before="{20 * look.before}" w:after="{20 * look.after}"'
        ' w:line="276" w:lineRule="auto"/>'
    )
    if look.left:
        hanging = f' w:hanging="{_twips(look.hanging)}"' if look.hanging else ""
        parts.append(f'<w:ind w:left="{_twips(look.left)}"{hanging}/>')
    if look.align:
        parts.append(f'<w:jc w:val="{look.align}"/>')
    if look.outline is not None:
        parts.append(f'<w:outlineLvl w:val="{look.outline}"/>')
    return "".join(parts)


def _twips(hundredths: int) -> int:
    return round(hundredths * 567 / 100)


_RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"'
_TABLE_XML = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{TABLE_ID}">'
    f'<w:name w:val="{TABLE}"/><w:uiPriority w:val="1"/><w:tblPr><w:tblBorders>'
    f"<w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders>"
    '<w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE_GREY}"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)


def _names(styles: Any) -> list[Any]:
    return [style.find(qn("w:name")) for style in styles.findall(qn("w:style"))]


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.1)


def _set_defaults(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for linked in list(document.styles.element.iter(qn("w:link"))):
        linked.getparent().remove(linked)


def _set_settings(document: Document) -> None:
    """Say that the file is of today, in English, and is not to keep a picture of itself."""
    settings = document.settings.element
    for tag in ("w:savePreviewPicture", "w:rsids", "w:proofState", "w:zoom"):
        for old in settings.findall(qn(tag)):
            settings.remove(old)
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for kept in settings.iter(qn("w:compatSetting")):
        if kept.get(qn("w:name")) == "compatibilityMode":
            kept.set(qn("w:val"), _TODAY)


def _drop_odds(document: Document, odds: frozenset[str]) -> None:
    """Let go of what a document brings along: a picture, custom XML, styles of Word 2010.

    Word takes a file for damaged whose styles differ from their second copy for Word 2010.
    """
    for holder in (document.part.package, document.part):
        for name, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in odds:
                holder.rels.pop(name)


def _add_lists(document: Document) -> None:
    """Add the bullets and the numbers of headings under ids of our own."""
    numbering = _numbering(document)
    heads = "".join(_level(level, "decimal", _dotted(level), HEADING_1.id[:-1]) for level in (0, 1))
    bullet = _level(0, "bullet", "\N{BULLET}", "")
    for number, levels in ((BULLETS, bullet), (HEADINGS, heads)):
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        first = numbering.find(qn("w:num"))
        numbering.append(abstract) if first is None else first.addprevious(abstract)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{number}"/></w:num>'
            )
        )


def _dotted(level: int) -> str:
    return ".".join(f"%{place + 1}" for place in range(level + 1))


def _level(level: int, form: str, text: str, heading: str) -> str:
    style = f'<w:pStyle w:val="{heading}{level + 1}"/><w:suff w:val="space"/>' if heading else ""
    indent = "" if heading else '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{style}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
    )


def _numbering(document: Document) -> Any:
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    part = NumberingPart(
        PackURI("/word/numbering.xml"),
        CONTENT_TYPE.WML_NUMBERING,
        parse_xml(f"<w:numbering {nsdecls('w')}/>"),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
