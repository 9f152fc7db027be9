"""The names of WordprocessingML elements and attributes that are read (ECMA-376 Part 1)."""

from collections.abc import Iterator

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name


def w(name: str) -> str:
    """Return `name` in the main namespace ("{...}p" for "p")."""
    return f"{{{MAIN}}}{name}"


def val(element: Element | None, name: str = "val") -> str:
    """Return an attribute of the main namespace, "" where element or attribute is absent."""
    return "" if element is None else str(element.get(w(name), ""))


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child along a path of names, None where the path ends early."""
    for name in names:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def is_on(element: Element | None) -> bool:
    """Return whether a switch such as w:b is there and not turned off."""
    return element is not None and val(element) not in {"0", "false", "off", "none"}


def awaits_words(element: Element) -> bool:
    """Return whether this is a content control that shows only its prompt ("Click to enter")."""
    return element.tag == w("sdt") and is_on(child(element, "sdtPr", "showingPlcHdr"))


def number(text: str, otherwise: int = 0) -> int:
    """Return the whole number that `text` spells, else `otherwise`."""
    try:
        return int(text)
    except ValueError:
        return otherwise


def children(element: Element) -> Iterator[Element]:
    """Yield child elements, leaving comments and processing instructions out."""
    for found in element:
        if isinstance(found.tag, str):
            yield found
