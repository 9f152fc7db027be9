"""The names of OpenDocument elements and attributes that are read (OASIS ODF 1.3)."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml gives its element type no public name

_SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}


def q(name: str) -> str:
    """Return "{urn...}p" for "text:p"."""
    space, local = name.split(":", 1)
    return f"{{{_SPACES[space]}}}{local}"


def attribute(element: Element | None, name: str, otherwise: str = "") -> str:
    """Return an attribute by its prefixed name, `otherwise` where it is absent."""
    return otherwise if element is None else str(element.get(q(name), otherwise))
