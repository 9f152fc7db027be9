"""Reads a REFI-QDA project (.qdpx) or codebook (.qdc) that another program wrote."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lxml import etree

from caseview.domain.english import English
from caseview.domain.errors import ReadError
from caseview.domain.exchange import (
    Exchange,
    ExchangeArea,
    ExchangeCase,
    ExchangeCode,
    ExchangeCoder,
    ExchangeCoding,
    ExchangeNote,
    ExchangeSelection,
    ExchangeSource,
    ExchangeValue,
)
from caseview.exporters.refi_names import CODEBOOK, INTERNAL, PROJECT, SOURCES, guid

_MOST_XML = 400 * 2**20
_MOST_FILE = 500 * 2**20
_MOST_FILES = 50_000
_VALUES = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")
Element = etree._Element  # noqa: SLF001 - lxml names its elements' type nowhere else
_NOT_ONE = "“{name}” is not a REFI-QDA {what}, so nothing was loaded from it."
_AGAIN = "Export it again from the program it comes from."


def read_project(path: Path) -> Exchange:
    """Return the project in a .qdpx file; its sources are read one by one as they are asked for.

    Texts have LF only, and offsets are moved to fit. Raises ReadError when it cannot be read.
    """
    try:
        packed = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as problem:
        raise ReadError(_NOT_ONE.format(name=path.name, what="project"), _AGAIN) from problem
    files = _files(packed, path)
    body = next((name for name in files if name.lower().endswith(".qde")), None)
    if body is None:
        raise ReadError(_NOT_ONE.format(name=path.name, what="project"), _AGAIN)
    root = _parse(_take(packed, files[body], _MOST_XML), path, PROJECT, "Project")
    return _Project(packed, files, root).exchange()


def read_codebook_file(path: Path) -> tuple[ExchangeCode, ...]:
    """Return the codes in a .qdc file. Raises ReadError when it cannot be read."""
    try:
        if path.stat().st_size > _MOST_XML:
            raise _too_large(path.name)
        content = path.read_bytes()
    except OSError as problem:
        raise ReadError(
            English("“{0}” cannot be opened.", path.name), "Look at the file."
        ) from problem
    root = _parse(content, path, CODEBOOK, "CodeBook")
    codes = root.find(f"{{{CODEBOOK}}}Codes")
    return () if codes is None else tuple(_codes(codes, "", CODEBOOK))


def _files(packed: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """Return what the zip holds by name, `sources/` however it is spelt."""
    found = packed.infolist()
    if len(found) > _MOST_FILES:
        raise _too_large(path.name)
    return {
        "/".join((
            *PurePosixPath(one.filename.lower()).parts[:-1],
            PurePosixPath(one.filename).name,
        )): one
        for one in found
        if not one.is_dir()
    }


def _take(packed: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return a file of the zip. Raises ReadError when it is damaged, locked or far too large."""
    if info.file_size > most:
        raise _too_large(info.filename)
    try:
        with packed.open(info) as file:
            content = file.read(most + 1)
    except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile) as problem:
        raise ReadError(
            English("“{0}” in the project is damaged or locked.", info.filename), _AGAIN
        ) from problem
    if len(content) > most:
        raise _too_large(info.filename)
    return content


def _too_large(name: str) -> ReadError:
    return ReadError(English("“{0}” is far larger than any project should be.", name), _AGAIN)


def _parse(content: bytes, path: Path, namespace: str, name: str) -> Element:
    what = name.lower()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as problem:
        raise ReadError(_NOT_ONE.format(name=path.name, what=what), _AGAIN) from problem
    if root.getroottree().docinfo.internalDTD is not None or root.tag != f"{{{namespace}}}{name}":
        raise ReadError(_NOT_ONE.format(name=path.name, what=what), _AGAIN)
    return root


def _codes(element: Element, parent: str, namespace: str) -> Iterator[ExchangeCode]:
    for code in element.findall(f"{{{namespace}}}Code"):
        number = _guid(code, "guid")
        said = code.findtext(f"{{{namespace}}}Description") or ""
        codable = code.get("isCodable", "true") in {"true", "1"}
        yield ExchangeCode(number, code.get("name", ""), said, parent, codable)
        yield from _codes(code, number, namespace)


def _guid(element: Element, name: str) -> str:
    """Return a guid of an element in our spelling, "" where it has none or it is malformed."""
    try:
        return guid(element.get(name, ""))
    except ValueError:
        return ""


def _all(element: Element, *path: str) -> list[Element]:
    """Return the elements a path of names leads to."""
    return element.findall("/".join(f"{{{PROJECT}}}{name}" for name in path))


def _said(element: Element, name: str) -> str:
    return element.findtext(f"{{{PROJECT}}}{name}") or ""


@dataclass(frozen=True)
class _Project:
    """One project while it is read."""

    packed: zipfile.ZipFile
    files: dict[str, zipfile.ZipInfo]
    root: Element

    def exchange(self) -> Exchange:
        root = self.root
        variables = {
            _guid(one, "guid"): one.get("name", "") for one in _all(root, "Variables", "Variable")
        }
        codes = root.find(f"{{{PROJECT}}}CodeBook/{{{PROJECT}}}Codes")
        return Exchange(
            name=root.get("name", ""),
            origin=root.get("origin", ""),
            coders=tuple(
                ExchangeCoder(_guid(one, "guid"), one.get("name", ""), one.get("id", ""))
                for one in _all(root, "Users", "User")
            ),
            codes=() if codes is None else tuple(_codes(codes, "", PROJECT)),
            variables=tuple(variables.values()),
            cases=tuple(
                ExchangeCase(
                    _guid(one, "guid"),
                    one.get("name", ""),
                    tuple(_guid(ref, "targetGUID") for ref in _all(one, "SourceRef")),
                    _values(one, variables),
                )
                for one in _all(root, "Cases", "Case")
            ),
            sources=self._sources(variables),
            notes=tuple(self._note(one) for one in _all(root, "Notes", "Note")),
            own_notes=_notes(root),
            left_behind=tuple(self._left_behind()),
        )

    def _left_behind(self) -> Iterator[str]:
        for name, what in (("Links", "Link"), ("Sets", "Set"), ("Graphs", "Graph")):
            count = len(_all(self.root, name, what))
            if count:
                yield f"{name}: {count} of them have no place in CaseView and were left behind."
        for kind in ("PictureSource", "AudioSource", "VideoSource"):
            for one in _all(self.root, "Sources", kind):
                yield f"“{one.get('name', '')}” is no text ({kind}) and was left behind."

    def _sources(self, variables: dict[str, str]) -> Iterator[ExchangeSource]:
        for element in _all(self.root, "Sources", "TextSource"):
            yield self._source(element, element, element.get("richTextPath", ""), variables)
        for element in _all(self.root, "Sources", "PDFSource"):
            inner = element.find(f"{{{PROJECT}}}Representation")
            words = element if inner is None else inner
            yield self._source(element, words, element.get("path", ""), variables)

    def _source(
        self, element: Element, words: Element, file: str, variables: dict[str, str]
    ) -> ExchangeSource:
        raw = _said(words, "PlainTextContent") or self._text(words.get("plainTextPath", ""))
        content = self._content(file)
        return ExchangeSource(
            guid=_guid(element, "guid"),
            name=element.get("name", ""),
            text=raw,
            ending=PurePosixPath(file).suffix.lower() if content else "",
            content=content,
            selections=tuple(
                one for one in map(_selection, _all(words, "PlainTextSelection")) if one is not None
            ),
            codings=tuple(
                coding for holder in dict.fromkeys((element, words)) for coding in _codings(holder)
            ),
            notes=_notes(element),
            values=_values(element, variables),
            areas=tuple(
                one for one in map(_area, _all(element, "PDFSelection")) if one is not None
            ),
        )

    def _note(self, element: Element) -> ExchangeNote:
        words = _said(element, "PlainTextContent") or self._text(element.get("plainTextPath", ""))
        return ExchangeNote(
            _guid(element, "guid"),
            words.strip(),
            element.get("name", ""),
            _guid(element, "creatingUser"),
            element.get("creationDateTime", ""),
        )

    def _text(self, place: str) -> str:
        return self._content(place).decode("utf-8-sig", errors="replace")

    def _content(self, place: str) -> bytes:
        """Return a file of the project; b"" for one that is not in it (linked, or missing)."""
        info = self.files.get(SOURCES + place.removeprefix(INTERNAL))
        if not place.startswith(INTERNAL) or info is None:
            return b""
        return _take(self.packed, info, _MOST_FILE)


def _selection(element: Element) -> ExchangeSelection | None:
    try:
        start, end = int(element.get("startPosition", "")), int(element.get("endPosition", ""))
    except ValueError:
        return None
    return ExchangeSelection(
        _guid(element, "guid"),
        start,
        end,
        tuple(_codings(element)),
        _said(element, "Description"),
        _notes(element),
    )


def _area(element: Element) -> ExchangeArea | None:
    """Return a stretch of a page's picture; some programs write its corners in parts of a point."""
    try:
        page = int(element.get("page", ""))
        left, top, right, bottom = (
            round(float(element.get(one, ""))) for one in ("firstX", "firstY", "secondX", "secondY")
        )
    except (ValueError, OverflowError):
        return None
    return ExchangeArea(
        _guid(element, "guid"),
        page + 1,
        (left, top, right, bottom),
        tuple(_codings(element)),
        _said(element, "Description"),
        _notes(element),
    )


def _codings(element: Element) -> Iterator[ExchangeCoding]:
    for coding in _all(element, "Coding"):
        for reference in _all(coding, "CodeRef"):
            yield ExchangeCoding(
                _guid(reference, "targetGUID"),
                _guid(coding, "creatingUser") or _guid(element, "creatingUser"),
                coding.get("creationDateTime", ""),
            )


def _notes(element: Element) -> tuple[str, ...]:
    return tuple(_guid(one, "targetGUID") for one in _all(element, "NoteRef"))


def _values(element: Element, variables: dict[str, str]) -> tuple[ExchangeValue, ...]:
    found = []
    for value in _all(element, "VariableValue"):
        reference = value.find(f"{{{PROJECT}}}VariableRef")
        name = "" if reference is None else variables.get(_guid(reference, "targetGUID"), "")
        words = next((said for one in _VALUES if (said := _said(value, one))), "")
        if name and words:
            found.append(ExchangeValue(name, words))
    return tuple(found)
