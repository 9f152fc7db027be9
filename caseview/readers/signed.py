"""Who signs a letter: the name under its close, without letters, posts and remarks."""

import re
from collections.abc import Sequence

from caseview.domain.attribute import DetailName
from caseview.readers.findings import Findings
from caseview.readers.lines import Line
from caseview.readers.wording import any_of, whole_words

_CLOSING = re.compile(
    any_of("""
    yours? (?:sincerely|faithfully|truly) / kind(?:est)? regards / with (?:best|kind|warm)
    (?:best|warm) (?:wishes|regards) / signed (?:by|on behalf)?\\W*$ / regards\\W*$
    """),
    re.IGNORECASE,
)
_POST = whole_words(r"""
    chief / director / officer / minister / secretary / constable / head / president / manager
    chair / executive / governor / commissioner / mp / nurse / superintendent / inspector / partner
    deputy / assistant / acting / interim / senior / medical / group / managing / general
    practitioner / solicitors? / counsel / principal / lead / chairman / owner / consultant
""")
_OF_SIGNERS = whole_words(r"""
    chief / director / officer / minister / secretary of state / constable / president / governor
    manager / executive / commissioner / superintendent / partner / chair / nurse / head of
""")
_REMARK = whole_words("""
    signed / electronically / signature / behalf / enc / cc / copy / redacted / dictated / page
    tel / email / regulation / report / concern / trust / council / limited / ltd / nhs / police
    review / action / plan / internal / service / progress / update / learning / training / policy
    care / risk / team / board / hospital / january / february / march / april / june / july
    august / september / october / november / december
""")
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Rt\.?\ Hon)\.?\s+)?"
_NAME = re.compile(
    rf"(?P<name>{_TITLE}(?:(?:[A-Z]\.?\s*){{1,3}}\s|[A-Z][\w'’\-]+\s+)"
    r"(?:(?:de|van|von|bin|al|el|la)\s+)?[A-Z][\w'’\-]+(?:\s+[A-Z][\w'’\-]+){0,2})"
    r"(?:,?\s+(?:[A-Z]{2,}|[A-Z][a-z]?[A-Z][a-z]?[A-Z]?[a-z]*)\b\.?)*\W*$"
)
_LETTERS = re.compile(
    r"(?:,?\s+(?!I{1,3}V?\b)(?:[A-Z]{2,5}|MSc|BSc|PhD|FRCPsych|MRCPsych|DPhil)\b)+$"
)
_PARTS = re.compile(r"\s*[,(|]\s*|\s+[-–—]\s+")
_LOOK = 6


def sign(found: Findings, lines: Sequence[Line]) -> None:
    """Record who signs: the first name after the close, or one beside a post in the last lines."""
    closing = next((n for n, line in enumerate(lines) if _CLOSING.match(line.text)), None)
    signed = list(lines[closing + 1 :] if closing is not None else lines[-_LOOK:])[:_LOOK]
    for place, line in enumerate(signed):
        after = signed[place + 1].text if place + 1 < len(signed) else ""
        name = _name(line.text)
        beside = _OF_SIGNERS.search(line.text) or _OF_SIGNERS.search(after)
        if name and (closing is not None or beside):
            start = line.start + line.text.index(name)
            found.add_person(DetailName.AUTHOR, name, start)
            return


def _name(words: str) -> str | None:
    """Return the name of a person in a line of a signature, None where there is none."""
    for part in _PARTS.split(words.strip(" ,.()[]")):
        bare = _without_post(part.strip(" .)]"))
        if _REMARK.search(bare) or not bare:
            continue
        letters = _LETTERS.search(bare)
        whole = bare.isupper()
        name = bare[: letters.start()] if letters and not whole else bare
        if _NAME.fullmatch(name) and not _POST.search(name):
            return name
    return None


def _without_post(words: str) -> str:
    """Return the words after a post that leads to the name: "Chief Constable Ada Pike"."""
    parts = words.split()
    while len(parts) > 1 and _POST.fullmatch(parts[0]):
        parts = parts[1:]
    return words[words.index(parts[0]) :] if parts else ""
