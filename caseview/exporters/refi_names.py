"""Names of the REFI-QDA standard (QDA-XML 1.0, 18 March 2019) that writing and reading share."""

import re
from uuid import UUID

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA_PLACE = "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd"
INTERNAL = "internal://"
SOURCES = "sources/"
PROJECT_FILE = "project.qde"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def guid(value: str) -> str:
    """Return a guid in upper case without braces: the one spelling every program takes.

    Raises ValueError when it is none.
    """
    return str(UUID(value)).upper()


def fit(text: str) -> str:
    """Return text without the characters that XML cannot hold, each shown as U+FFFD."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
