"""Whom a recommendation is for: each body named in an addressee, and what sort of body it is."""

import re
from enum import StrEnum
from functools import cache

from caseview.domain.english import English


class Sort(StrEnum):
    """Sorts of bodies that recommendations are made to, as analysts group them."""

    POLICE = "police"
    HEALTH = "health"
    CHILDREN = "children"
    ADULTS = "adults"
    COUNCIL = "council"
    BOARD = "board"
    JUSTICE = "justice"
    SCHOOLS = "schools"
    HOUSING = "housing"
    RESCUE = "rescue"
    CARE = "care"
    NATIONAL = "national"
    ALL = "all"
    OTHER = "other"
    UNSAID = "unsaid"

    @property
    def label(self) -> English:
        """The words on screen."""
        return English(_LABELS[self])


_LABELS = {
    Sort.POLICE: "Police",
    Sort.HEALTH: "Health",
    Sort.CHILDREN: "Children’s services",
    Sort.ADULTS: "Adult social care",
    Sort.COUNCIL: "Council",
    Sort.BOARD: "Board or partnership",
    Sort.JUSTICE: "Probation, prisons and courts",
    Sort.SCHOOLS: "Schools and colleges",
    Sort.HOUSING: "Housing",
    Sort.RESCUE: "Fire and ambulance",
    Sort.CARE: "Care providers",
    Sort.NATIONAL: "National bodies",
    Sort.ALL: "All agencies",
    Sort.OTHER: "Other bodies",
    Sort.UNSAID: "Not said",
}
# In this order: the first that fits is taken, so the narrower words stand first.
_WORDS = (
    (Sort.NATIONAL, (r"(?:home|cabinet|foreign) office|department (?:for|of)|ministry|minister|"
        r"secretary of state|government|nhs england|nhs improvement|college of policing|"
        r"national police chiefs|npcc|ofsted|cqc|care quality commission|royal college|hmicfrs|"
        r"hm treasury|nice\b|national institute|domestic abuse commissioner")),
    (Sort.RESCUE, r"fire (?:and|&) rescue|fire service|fire authority|ambulance"),
    (Sort.JUSTICE, (r"probation|prisons?\b|hmpps|crown prosecution|cps\b|courts?\b|youth justice|"
        r"youth offending|cafcass")),
    (Sort.BOARD, (r"safeguarding (?:adults? |children )?(?:board|partnership)|"
        r"(?:safety|safeguarding|children|adults?)(?: \w+)? partnership|\bcsp\b|\bsab\b|\bl?scb\b|"
        r"\bl?scp\b|\bboard\b|\bpartnership\b(?! (?:nhs|foundation))|executive group|"
        r"safer \w+ partnership")),
    (Sort.POLICE, r"police|constabulary|chief constable|\bforce\b"),
    (Sort.HEALTH, (r"nhs|\btrust\b|health|hospital|\bgps?\b|general practi|surgery|medical|"
        r"integrated care|\bicbs?\b|\bccgs?\b|clinical commissioning|midwi|pharmac|"
        r"\bcamhs\b|dental")),
    (Sort.SCHOOLS, r"schools?\b|academ|colleges?\b|universit|education|early years|nurser"),
    (Sort.CHILDREN, r"children|early help|family services"),
    (Sort.ADULTS, r"adult (?:social|services|care)|adults? services|adult social services"),
    (Sort.HOUSING, r"housing|homeless|landlord"),
    (Sort.CARE, r"care homes?|nursing home|care provider|domiciliary|home care|care agenc"),
    (Sort.COUNCIL, r"council|local authorit|borough|director of"),
    (Sort.ALL, r"\ball\b|agencies|partners\b|multi-agency"),
)  # fmt: skip
_PATTERNS = tuple((sort, re.compile(words)) for sort, words in _WORDS)
_HEADS = (
    r"police|constabulary|council|trust|board|partnership|services?|office|agency|agencies|"
    r"surgery|practices?|providers?|authority|commission|england|ltd|limited|plc|homes?|care|"
    r"schools?|college|probation|courts?|group|department"
)
_ENDS_IN_BODY = re.compile(rf"\b(?:{_HEADS})\W*$", re.IGNORECASE)
_HAS_BODY = re.compile(rf"\b(?:{_HEADS})\b", re.IGNORECASE)
_PLAIN = re.compile(r"[^\w ]+")
_IDLE = frozenset({"the", "of", "and", "for", "nhs", "foundation", "trust", "limited", "ltd"})


@cache
def bodies(addressee: str) -> tuple[str, ...]:
    """Return the bodies an addressee names, each as printed, () where it names none."""
    found: list[str] = []
    for part in re.split(r"\s*[;/\n|]\s*", addressee):
        found += _joined(part.strip(" .,:"))
    return tuple(dict.fromkeys(body for body in found if body))


def _joined(part: str) -> list[str]:
    """Part "A Council and B Police"; "Probation and Prison Service" is one body."""
    for match in re.finditer(r",?\s+and\s+", part):
        before, after = part[: match.start()], part[match.end() :]
        if _ENDS_IN_BODY.search(before) and _HAS_BODY.search(after) and after[:1].isupper():
            return [*_joined(before), *_joined(after)]
    return [part]


@cache
def sorts(addressee: str) -> frozenset[Sort]:
    """Return the sorts of the bodies an addressee names; `Sort.UNSAID` where it is empty."""
    return frozenset(sort(body) for body in bodies(addressee)) or frozenset({Sort.UNSAID})


@cache
def sort(body: str) -> Sort:
    """Return what sort of body this is."""
    plain = body.casefold().replace("’", "'")
    return next((one for one, pattern in _PATTERNS if pattern.search(plain)), Sort.OTHER)


@cache
def body_key(body: str) -> str:
    """Return a body's name so that two ways of printing it meet: no office, no small words.

    "The Chief Constable, Northmoor Constabulary" is "northmoor constabulary".
    """
    parts = [part.strip() for part in re.split(r",|\bto the\b", body) if _HAS_BODY.search(part)]
    plain = _PLAIN.sub("", (parts[0] if parts else body).casefold())
    words = [word for word in plain.split() if word not in _IDLE]
    return " ".join(words) or plain


_COMMON = frozenset({
    "all", "agencies", "agency", "partners", "partner", "partnership", "council", "board",
    "police", "force", "trust", "health", "children", "childrens", "young", "people", "adult",
    "adults", "social", "care", "services", "service", "safeguarding", "community", "safety",
    "housing", "schools", "school", "providers", "provider", "commissioners", "commissioner",
    "local", "authority", "authorities", "executive", "chair", "business", "unit", "group",
    "education", "early", "years", "legal", "mental", "hospital", "hospitals", "general",
    "practice", "practices", "gp", "gps", "probation", "multi", "multiagency", "statutory",
    "relevant", "other", "each", "every", "any", "both", "organisations", "organisation",
    "subgroup", "staff", "team", "teams", "single", "member", "their",
})  # fmt: skip


@cache
def whose(body: str, owner: str) -> str:
    """Return what tells one body from another; "" where nothing does.

    A body without a name of its own ("the council", "all partners") is one of the review's own
    board or area, `owner`, and of no other.
    """
    key = body_key(body)
    if not set(key.replace("-", " ").split()) <= _COMMON or sort(body) is Sort.NATIONAL:
        return key
    return f"{key} of {owner.casefold()}" if owner else ""
