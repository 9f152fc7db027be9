"""The elements of a REFI-QDA project, each with its children in the schema's order."""

import re
from collections.abc import Iterable, Iterator
from uuid import NAMESPACE_OID, UUID, uuid5

from lxml import etree

from caseview.domain.exchange import (
    Exchange,
    ExchangeArea,
    ExchangeCase,
    ExchangeCode,
    ExchangeCoding,
    ExchangeNote,
    ExchangeSelection,
    ExchangeSource,
    ExchangeValue,
)
from caseview.exporters.refi_names import CODEBOOK, INTERNAL, PROJECT, SOURCES, fit, guid

Element = etree._Element  # noqa: SLF001 - lxml names its elements' type nowhere else
# The stubs of lxml know no namespace without a prefix.
_DEFAULT: dict[str, str] = {None: CODEBOOK}  # type: ignore[dict-item]
_RICH = {".docx", ".rtf", ".odt"}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?")


def tag(name: str) -> str:
    """Return the name of an element in the project's namespace."""
    return f"{{{PROJECT}}}{name}"


def _make(what: str, children: Iterable[Element] = (), /, **attributes: str) -> Element:
    """Return an element; an attribute without a value is left out, save a name."""
    kept = {key: fit(value) for key, value in attributes.items() if value or key == "name"}
    made = etree.Element(tag(what), kept)
    made.extend(list(children))
    return made


def _text(name: str, words: str) -> list[Element]:
    """Return an element that holds words, none for no words."""
    if not words:
        return []
    made = _make(name)
    made.text = fit(words)
    return [made]


def _several(name: str, children: Iterable[Element]) -> Iterator[Element]:
    """Yield a list of children; nothing for none, for an empty list breaks the schema."""
    found = list(children)
    if found:
        yield _make(name, found)


def before_sources(exchange: Exchange) -> Iterator[Element]:
    """Yield what stands before the sources: coders, codes, variables and cases."""
    coders = (
        _make("User", guid=guid(one.guid), name=one.name, id=one.initials)
        for one in exchange.coders
    )
    yield from _several("Users", coders)
    codes = list(_several("Codes", _codes(exchange.codes, "")))
    yield from _several("CodeBook", codes)
    variables = (
        _make("Variable", guid=_variable(name), name=name, typeOfVariable="Text")
        for name in exchange.variables
    )
    yield from _several("Variables", variables)
    yield from _several("Cases", map(_case, exchange.cases))


def after_sources(exchange: Exchange) -> Iterator[Element]:
    """Yield what stands behind the sources: notes, what was left behind, notes on it all."""
    yield from _several("Notes", map(_note, exchange.notes))
    yield from _text("Description", "\n".join(exchange.left_behind))
    yield from _references(exchange.own_notes)


def source(given: ExchangeSource) -> tuple[Element, dict[str, bytes]]:
    """Return a source's element and the files it points to, by their names in the zip.

    The text of a PDF is its representation, which has a guid of its own and holds the selections.
    """
    number = guid(given.guid)
    if given.ending == ".pdf" and given.content:
        inner = _within(number, "text")
        representation = _make(
            "Representation",
            map(_selection, given.selections),
            guid=inner,
            plainTextPath=f"{INTERNAL}{inner}.txt",
        )
        children = [*map(_area, given.areas), representation, *_about(given)]
        path = f"{INTERNAL}{number}.pdf"
        made = _make("PDFSource", children, guid=number, name=given.name, path=path)
        files = {f"{SOURCES}{number}.pdf": given.content, f"{SOURCES}{inner}.txt": _plain(given)}
        return made, files
    files = {f"{SOURCES}{number}.txt": _plain(given)}
    rich = ""
    if given.ending in _RICH and given.content:
        files[f"{SOURCES}{number}{given.ending}"] = given.content
        rich = f"{INTERNAL}{number}{given.ending}"
    made = _make(
        "TextSource",
        [*map(_selection, given.selections), *_about(given)],
        guid=number,
        name=given.name,
        richTextPath=rich,
        plainTextPath=f"{INTERNAL}{number}.txt",
    )
    return made, files


def _plain(given: ExchangeSource) -> bytes:
    return given.text.encode("utf-8", errors="surrogatepass")


def _about(given: ExchangeSource) -> Iterator[Element]:
    yield from (_coding(one, given.guid) for one in given.codings)
    yield from _references(given.notes)
    yield from map(_value, given.values)


def codebook(codes: tuple[ExchangeCode, ...], origin: str) -> Element:
    """Return the root of a codebook file (.qdc): the same codes in a namespace of their own."""
    root = etree.Element(f"{{{CODEBOOK}}}CodeBook", {"origin": origin}, nsmap=_DEFAULT)
    inside = list(_codes(codes, "", CODEBOOK))
    if inside:
        etree.SubElement(root, f"{{{CODEBOOK}}}Codes").extend(inside)
    return root


def _codes(
    codes: tuple[ExchangeCode, ...], parent: str, namespace: str = PROJECT
) -> Iterator[Element]:
    for code in codes:
        if code.parent == parent:
            made = etree.Element(f"{{{namespace}}}Code")
            made.set("guid", guid(code.guid))
            made.set("name", fit(code.name))
            made.set("isCodable", "true" if code.codable else "false")
            if code.description:
                etree.SubElement(made, f"{{{namespace}}}Description").text = fit(code.description)
            made.extend(list(_codes(codes, code.guid, namespace)))
            yield made


def _case(case: ExchangeCase) -> Element:
    children = [
        *map(_value, case.values),
        *(_make("SourceRef", targetGUID=guid(one)) for one in case.sources),
    ]
    return _make("Case", children, guid=guid(case.guid), name=case.name)


def _value(given: ExchangeValue) -> Element:
    reference = _make("VariableRef", targetGUID=_variable(given.variable))
    return _make("VariableValue", [reference, *_text("TextValue", given.value)])


def _selection(given: ExchangeSelection) -> Element:
    children = [
        *_text("Description", given.description),
        *(_coding(one, given.guid) for one in given.codings),
        *_references(given.notes),
    ]
    return _make(
        "PlainTextSelection",
        children,
        guid=guid(given.guid),
        startPosition=str(given.start),
        endPosition=str(given.end),
    )


def _area(given: ExchangeArea) -> Element:
    """Return a stretch of a page's picture; the standard counts pages from 0."""
    left, top, right, bottom = map(str, given.box)
    children = [
        *_text("Description", given.description),
        *(_coding(one, given.guid) for one in given.codings),
        *_references(given.notes),
    ]
    return _make(
        "PDFSelection",
        children,
        guid=guid(given.guid),
        page=str(given.page - 1),
        firstX=left,
        firstY=top,
        secondX=right,
        secondY=bottom,
    )


def _coding(given: ExchangeCoding, on: str) -> Element:
    return _make(
        "Coding",
        [_make("CodeRef", targetGUID=guid(given.code))],
        guid=_within(on, f"coding/{given.code}/{given.coder}"),
        creatingUser=guid(given.coder) if given.coder else "",
        creationDateTime=_time(given.at),
    )


def _note(given: ExchangeNote) -> Element:
    return _make(
        "Note",
        _text("PlainTextContent", given.text),
        guid=guid(given.guid),
        name=given.name,
        creatingUser=guid(given.coder) if given.coder else "",
        creationDateTime=_time(given.at),
    )


def _references(notes: Iterable[str]) -> Iterator[Element]:
    for one in notes:
        yield _make("NoteRef", targetGUID=guid(one))


def _time(at: str) -> str:
    """Return a time as the schema takes it, "" for what is none."""
    return at if _TIME.fullmatch(at) else ""


def _variable(name: str) -> str:
    return _within(str(NAMESPACE_OID), f"variable/{name}")


def _within(number: str, name: str) -> str:
    """Return a guid that follows from another and a name, the same each time."""
    return str(uuid5(UUID(number), name)).upper()
