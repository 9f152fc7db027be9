"""Who harmed the person a review is about, as their relation, and what sort of harm it was."""

import re
from collections.abc import Iterator

from caseview.domain.attribute import DetailName
from caseview.domain.document import Kind
from caseview.readers.findings import Findings
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_D = DetailName
_FORMER = r"(?:former|ex|estranged|separated|previous|late)"
_RELATIONS = (
    ("ex-partner", rf"{_FORMER}[- ]+(?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|spouse)"),
    ("other family", r"\w+[- ]in[- ]law"),
    (
        "carer",
        r"(?:paid |unpaid |informal |foster |kinship )?carer|foster (?:mother|father|parents?)",
    ),
    ("partner", r"husband|wife|spouse|(?:\w+ )?partner|boyfriend|girlfriend|fianc[eé]e?"),
    ("child", r"(?:step-?|adopted |adoptive |adult )*(?:sons?|daughters?|children)"),
    ("parent", r"(?:step-?|adoptive |birth |biological )*(?:mother|father|mum|dad|parents?)"),
    ("sibling", r"(?:half-?|step-?|twin )*(?:brothers?|sisters?|siblings?)"),
    (
        "other family",
        r"grand\w+|uncles?|aunts?|nephews?|nieces?|cousins?|relatives?|family members?",
    ),
    ("professional", r"(?:support|social|care) worker|nurse|doctor|teacher|police officer"),
    (
        "acquaintance",
        r"friends?|neighbours?|acquaintances?|flatmate|housemate|lodger|tenant|co-?habitee",
    ),
    ("stranger", r"strangers?"),
)
_RELATION = "(?:" + "|".join(f"(?:{words})" for _, words in _RELATIONS) + ")"
_WHICH = (
    r"(?:(?:then|own|new|current|young|younger|elder|older|eldest|youngest|only|teenage|adult"
    r"|\d+[- ]year[- ]old|two|three|long[- ]term|live-in) )*"
)
_WHOSE = rf"(?:his|her|their|(?!{_RELATION}'s)[a-z]+'s|(?:the )?(?:victim|child|deceased)'s|an?)"
_REL = rf"{_WHOSE} {_WHICH}(?P<rel>{_RELATION})\b(?!'s)"
_KILLED = any_of("""
    killed / murdered / stabbed / strangled / attacked / assaulted / shot / beaten / suffocated
    poisoned / abused / neglected / injured / fatally wounded / drowned / set alight
""")
_TRIED = (
    r"(?:convicted|pleaded guilty|pled guilty|found guilty|charged|sentenced|arrested|admitted)"
    r"\b[^.;]{0,60}\b"
)
_CONVICTED = rf"{_TRIED}(?:murder|manslaughter|killing|death|causing|neglect|cruelty)"
_WAS = r"(?: (?:who|and))?(?: (?:was|were|has been|have been|later|subsequently))*"
_VICTIM = r"\brelationship (?:to|with) (?:the )?(?:victim|deceased)\W{1,4}(?:\w+ )?"
# The words that tell it, the plainest first; the relation is that of who did it.
_TELLS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_KILLED}\b[^.;]{{0,60}}?\bby {_REL}",
        rf"\b{_KILLED}\b[^.;]{{0,60}}?\bby [^.;]{{1,60}}?, {_REL}",
        rf"\b(?:murder|killing|homicide|manslaughter|deaths?) of [^.;]{{1,60}}?\bby {_REL}",
        rf"\b(?:at the hands of|subjected to [^.;]{{1,60}}? by) {_REL}",
        rf"\bperpetrator(?:,? [^.;,]{{1,30}},?)? (?:was|is|were|,) {_REL}",
        rf"\b{_REL},?(?: [^.;,]{{1,50}},?)?{_WAS} {_CONVICTED}",
        rf"{_VICTIM}(?P<rel>{_RELATION})\b",
    )
)
_DID = re.compile(
    rf"\b(?:killed|murdered|stabbed|strangled) (?:his|her) {_WHICH}(?P<rel>{_RELATION})\b"
)
# Someone convicted by name, whose relation another sentence gives: "Craig, her partner of ...".
_BY_NAME = re.compile(
    rf"\b(?P<who>[a-z]+)(?:,? (?:then )?(?:aged? )?\d{{1,2}},?)?{_WAS} {_CONVICTED}"
)
_NAMED_AS = (
    rf"\b{{who}},? (?:who (?:was|is) )?{_WHOSE} {_WHICH}(?P<rel>{_RELATION})\b(?!'s)",
    rf"\b{_WHOSE} {_WHICH}(?P<rel>{_RELATION}),? {{who}}\b(?!'s)",
)
# What someone is to the victim whose victim is his "mother", "wife" ...
_TURNED = {"parent": "child", "child": "parent"}
_SAME = frozenset({"partner", "ex-partner", "sibling", "acquaintance", "other family"})
_HARMS = (
    ("homicide", r"murder\w*|homicides? of|manslaughter|unlawful(?:ly)? kill\w+"),
    (
        "homicide",
        r"killed\b.{0,40}\bby|fatally (?:stabbed|shot)|(?:stabbed|beaten) to death|shot dead",
    ),
    (
        "suicide",
        r"(?:died|death) by suicide|(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves)",
    ),
    ("suicide", r"ended (?:his|her|their) (?:own )?life|hanged (?:him|her)self|suspected suicide"),
    ("physical abuse", r"physical(?:ly)? abuse\w*|non-accidental injur\w+|inflicted injur\w+"),
    ("sexual abuse", r"sexual(?:ly)? (?:abuse|assault)\w*|raped?"),
    ("emotional abuse", r"(?:emotional|psychological)(?:ly)? abuse\w*"),
    ("self-neglect", r"self-neglect\w*|hoarding"),
    ("neglect", r"(?<!self-)(?<!self )neglect\w*|acts? of omission"),
    (
        "exploitation",
        r"(?:criminal|sexual)(?:ly)? exploit\w+|county lines|modern slavery|cuckoo\w+",
    ),
    ("financial abuse", r"(?:financial|material|economic)(?:ly)? abuse\w*"),
    ("domestic abuse", r"domestic (?:abuse|violence)|coercive (?:(?:and|or) )?control\w*"),
    ("organisational abuse", r"(?:organisational|institutional) abuse"),
)
_OF_KILLING = re.compile(rf"\b{_TRIED}(?:murder|manslaughter)\b")
_HARM = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in _HARMS)
_NOT_TOLD = whole_words(r"""
    act / guidance / definition / defined / section / includ(?:es|ing) / such as / research / policy
    duty / criteria / no evidence / not / without / training / legislation / statutory / whether
    allegations? / terms of reference / should / considered? / panel / theme / themes
""")
_ANOTHER = re.compile(rf"\b(?:his|her|their) {_WHICH}{_RELATION}\b(?!'s home)")
_ONE = re.compile(r"\b(?:she|he|they|the (?:victim|baby|child|infant|deceased))\b")
_OWN_DEATH = re.compile(
    r"\b(?:contributed to|cause of|led to) (?:his|her|their) deaths?\b"
    r"|\b(?:convicted|guilty) of (?:\w+ )?(?:his|her|their) (?:murder|manslaughter)\b"
)
# Arrested in one sentence, convicted in another.
_ARRESTED = re.compile(
    rf"\b(?:his|her) {_WHICH}(?P<rel>{_RELATION})\b(?!'s),?(?: [^.;]{{1,50}}?,)?"
    r" (?:was|were) (?:\w+ )?arrested\b"
)
_HAPPENED = whole_words(r"""
    (?:suicide|homicides?|murders?) of
    died / death / took / ended / killed / murdered / injur\w+ / harm\w* / suffered / found
    subject(?:ed)? to
    experienced / victim / was / were / had been
""")
# Folding makes spaces of line ends: two together part paragraphs.
_SENTENCE = re.compile(r"(?:[^.!?\s]|\s(?!\s))+[.!?]?")
_OPENING = 9_000
_MOST_SORTS = 2
_OF_PEOPLE = frozenset({
    Kind.DHR, Kind.CSPR, Kind.SCR, Kind.MHHR, Kind.SAR, Kind.CPR_WALES, Kind.APR_WALES,
    Kind.SUSR_WALES, Kind.SCR_ADULT,
})  # fmt: skip


def describe_harm(found: Findings, text: str, kind: Kind) -> None:
    """Record what the perpetrator was to the victim and the sorts of harm, where the text says.

    Both are read from the opening, from sentences that tell what happened: words of an Act, of
    the questions set, or of what was not found tell nothing.
    """
    if kind not in _OF_PEOPLE:
        return
    plain = fold(text[:_OPENING])
    relation = _relation(plain)
    if relation:
        found.add(_D.RELATIONSHIP, *relation)
    for harm in _harms(plain, found.value(_D.SUBJECT)):
        found.add(_D.HARM, *harm)
    killing = _OF_KILLING.search(plain) if kind is Kind.DHR else None
    if killing and found.value(_D.HARM) is None and not _NOT_TOLD.search(killing.group()):
        found.add(_D.HARM, "homicide", killing.start(), killing.end())


def _relation(plain: str) -> tuple[str, int, int] | None:
    for tells in _TELLS:
        for match in tells.finditer(plain):
            name = _named(match["rel"])
            if name and not re.search(r"\bnot\b", match.group()):
                return name, match.start("rel"), match.end("rel")
    for match in _BY_NAME.finditer(plain):
        if named := _named_relation(plain, match["who"]):
            return named
    arrested = _ARRESTED.search(plain) if _OWN_DEATH.search(plain) else None
    if arrested and (name := _named(arrested["rel"])):
        return name, arrested.start("rel"), arrested.end("rel")
    did = _DID.search(plain)
    victim = _named(did["rel"]) if did else None
    turned = victim if victim in _SAME else _TURNED.get(victim or "")
    return (turned, did.start("rel"), did.end("rel")) if did and turned else None


def _named_relation(plain: str, who: str) -> tuple[str, int, int] | None:
    """Return what the person called `who` is to the victim, where a sentence says it."""
    for pattern in _NAMED_AS:
        match = re.search(pattern.format(who=re.escape(who)), plain)
        name = _named(match["rel"]) if match else None
        if match and name:
            return name, match.start("rel"), match.end("rel")
    return None


def _named(words: str) -> str | None:
    return next((name for name, one in _RELATIONS if re.fullmatch(one, words)), None)


def _harms(plain: str, subject: str | None) -> Iterator[tuple[str, int, int]]:
    """Yield each sort of harm that a sentence about the person tells, with its place."""
    named = re.compile(rf"\b{re.escape(fold(subject))}\b" if subject else r"(?!)")
    for sentence in _SENTENCE.finditer(plain):
        words = sentence.group()
        found = [(name, match) for name, one in _HARM if (match := one.search(words))]
        sorts = {name for name, _ in found}
        if not found or len(sorts) > _MOST_SORTS or _NOT_TOLD.search(words):
            continue
        first = min(match.start() for _, match in found)
        own = _OWN_DEATH.search(words)
        if _ANOTHER.search(words, 0, first) and not own:
            continue
        about = own or named.search(words) or _ONE.search(words, 0, first)
        if about and _HAPPENED.search(words):
            for name, match in found:
                place = sentence.start() + match.start()
                yield name, place, place + len(match.group())
