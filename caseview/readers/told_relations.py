"""What the perpetrator was to the person whom a review is about."""

import re
from collections.abc import Iterator
from itertools import chain

from caseview.readers.harm_words import OWN_DEATH
from caseview.readers.wording import any_of

_FORMER = r"(?:former|ex|estranged|separated|previous|late)"
_PARTNER = "(?:partner|boyfriend|girlfriend)"
_OF_PARENT = (
    rf"(?:mother|mum|father|dad)'s (?:new |then |former |ex-?)?{_PARTNER}"
    rf"|{_PARTNER} of (?:[\w']+ ){{1,3}}(?:mother|father)"
)
_RELATIONS = (
    ("parent", _OF_PARENT),
    ("ex-partner", rf"{_FORMER}[- ]+(?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|spouse)"),
    ("other family", r"\w+[- ]in[- ]law"),
    (
        "carer",
        r"(?:paid |unpaid |informal |foster |kinship )?carer|foster (?:mother|father|parents?)",
    ),
    ("other family", rf"(?:daughter|son|sister|brother|aunt|uncle)'s {_PARTNER}"),
    ("partner", r"husband|wife|spouse|(?:\w+ )?partner|boyfriend|girlfriend|fianc[eé]e?"),
    ("child", r"(?:step-?|adopted |adoptive |adult )*(?:sons?|daughters?|children)"),
    ("parent", r"(?:step-?|adoptive |birth |biological )*(?:mother|father|mum|dad|parents?)"),
    ("sibling", r"(?:half-?|step-?|twin )*(?:brothers?|sisters?|siblings?)"),
    (
        "other family",
        r"grand\w+|uncles?|aunts?|nephews?|nieces?|cousins?|relatives?|family members?",
    ),
    ("professional", r"(?:support|social|care) workers?|nurses?|doctor|teacher|police officer"),
    (
        "acquaintance",
        r"friends?|neighbours?|acquaintances?|flatmate|housemate|lodger|tenant|co-?habitee|landlord|colleague",
    ),
    ("stranger", r"strangers?"),
)
_RELATION = "(?:" + "|".join(f"(?:{words})" for _, words in _RELATIONS) + ")"
_WHICH = (
    r"(?:(?:then|own|new|current|young|younger|elder|older|eldest|youngest|only|teenage|adult"
    r"|\d+[- ]year[- ]old|two|three|long[- ]term|live-in) )*"
)
_WHOSE = (
    rf"(?:his|her|their|both|the|an?|(?!{_RELATION}'s)[a-z]+'s"
    r"|(?:the )?(?:victim|child|deceased)'s)"
)
_REL = rf"{_WHOSE} {_WHICH}(?P<rel>{_RELATION})\b(?!'s)"
RELATIVE = rf"{_WHICH}{_RELATION}"
"""A pattern for a relative, friend or carer, in folded text."""
_KILLED = any_of("""
    killed / murdered / stabbed / strangled / attacked / assaulted / shot / beaten / suffocated
    poisoned / abused / neglected / injured / fatally wounded / drowned / set alight / shaken / hurt
    harmed / hit / raped / burned / starved / stalked / harassed / defrauded
""")
TRIED = "(?:convicted|pleaded guilty|pled guilty|found guilty|charged|sentenced|arrested|admitted)"
"""A pattern for words that somebody was tried, before what for."""

_CONVICTED = (
    rf"(?:{TRIED}\b[^.;]{{0,60}}\b"
    r"(?:murder|manslaughter|killing|death|causing|neglect|cruelty|rape|sexual|wounding"
    r"|life imprisonment|to life|imprisonment for life|hospital order)"
    r"|pleaded guilty(?=[.;,]|$))"
)
_WAS = r"(?: (?:who|and))?(?: (?:was|were|has been|have been|later|subsequently))*"
_DOES = any_of("""
    killed / stabbed / strangled / attacked / shot / murdered / suffocated / shook / set fire to
""")
_HELD_TO_HAVE = any_of("""
    responsible for (?:his|her|the) (?:death|murder|killing) / unfit to plead / hospital order
    by reason of insanity
""")
_PERPETRATOR = r"\bperpetrator[ |,:()-]+"
_VICTIM = r"\brelationship (?:to|with) (?:the )?(?:victim|deceased)\W{1,4}(?:\w+ )?"
# The words that tell it, the plainest first; the relation is that of who did it. Those that open
# with the relation stand in a clause with other words, which are quicker to look for.
_TELLS = tuple(
    (re.compile(cue) if cue else None, re.compile(pattern))
    for cue, pattern in (
        ("", rf"\b{_KILLED}\b[^.;]{{0,60}}?\bby {_REL}"),
        ("", rf"\b{_KILLED}\b[^.;]{{0,60}}?\bby [^.;]{{1,60}}?, {_REL}"),
        (
            "",
            rf"\b(?:murder|killing|homicide|manslaughter|deaths?) of [^.;]{{1,60}}?\bby {_REL}",
        ),
        ("", rf"\b(?:at the hands? of|subjected to [^.;]{{1,60}}? by) {_REL}"),
        ("", rf"\b(?:attack|assault|inflicted|caused|set) (?:by|on (?:her|him) by) {_REL}"),
        (_HELD_TO_HAVE, rf"\b{_REL}\b[^.;]{{0,50}}\b{_HELD_TO_HAVE}\b"),
        (r" life\b", rf"\b{_REL} (?:took|ended) [a-z']+ life\b"),
        ("", rf"\bperpetrator\b[^.]{{0,80}}\. s?he (?:was|is|had been) {_REL}"),
        ("", rf"\bperpetrator(?:,? [^.;,]{{1,30}},?)? (?:was|is|were|,) {_REL}"),
        (TRIED, rf"\b{_REL},?(?: [^.;,]{{1,50}},?)?{_WAS} {_CONVICTED}"),
        ("", rf"{_VICTIM}(?P<rel>{_RELATION})\b"),
        ("", rf"{_PERPETRATOR}(?:and )?(?P<rel>{_RELATION}) (?:of|to)\b"),
        ("", rf"{_PERPETRATOR}[^.;|]{{1,30}}[|,(] ?{_REL}"),
        ("", rf"\bwho (?:had )?{_DOES} [^.;,]{{1,30}} (?:was|is) {_REL}"),
        (
            _DOES,
            rf"\b{_REL},?(?: [^.;,]{{1,30}},)?(?: had| then)? {_DOES} (?:her|him|them|[a-z]+)\b",
        ),
        ("", rf"\bwhat {_REL} (?:had )?(?:did|done)\b"),
        (
            "investigat",
            rf"\b{_REL}{_WAS} (?:being |under )?investigat(?:ed|ion)\b[^.;]{{0,40}} for\b",
        ),
        ("", rf"\b(?:conduct|behaviour|violence|abuse|stalking|threats) (?:of|by|from) {_REL}"),
    )
)
_CLAUSE_ENDS = ".;"
_DID = re.compile(
    r"\b(?:killed|murdered|stabbed|strangled) (?:[a-z]+, )?(?:his|her) "
    rf"{_WHICH}(?P<rel>{_RELATION})\b"
)
_OF_PERPETRATOR = re.compile(rf"\b(?P<rel>{_RELATION}) of the perpetrator\b")
# What the two were to each other.
_BY_WHOM = rf"\b{_KILLED}\b[^.;]{{0,40}} by [^.;]{{1,60}}"
_BOTH = r"\bvictim and (?:the )?perpetrator (?:were|had been|are) "
_BETWEEN = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "ex-partner",
            r"\bwith whom (?:s?he|[a-z]+) had (?:ended|broken off) (?:her|his|the|a) rel",
        ),
        (
            "partner",
            rf"{_BY_WHOM} whom s?he (?:[a-z ]{{0,60}} and )?(?:was|had been) (?:seeing|dating)",
        ),
        ("partner", rf"{_BY_WHOM} to whom s?he (?:was|had been) (?:\w+ )?(?:married|engaged)"),
        ("ex-partner", rf"{_BY_WHOM} from whom s?he (?:had|was) (?:\w+ )?separated"),
        ("ex-partner", rf"{_BY_WHOM} with whom s?he (?:had )?(?:previously|formerly|once) "),
        (
            "acquaintance",
            rf"{_BY_WHOM} (?:with whom s?he shared a|who shared (?:a|the) (?:flat|house))",
        ),
        ("partner", rf"{_BY_WHOM} with whom s?he (?:was|had been|lived)(?: in)? "),
        (
            "partner",
            r"\babused? by [^.;]{1,40} with whom s?he (?:was|had been) in an? (?:\w+ )?rel",
        ),
        ("partner", rf"{_BOTH}(?:husband and wife|married|partners|a couple|in a relationship)"),
        ("child", rf"{_BOTH}(?:mother|father) and (?:son|daughter)"),
        ("sibling", rf"{_BOTH}(?:brothers?|sisters?|siblings)"),
        ("partner", r"\bperpetrator\b[^.;]{0,30} was married to\b"),
        (
            "partner",
            r"\b[a-z]+ and [a-z]+ (?:were|had been) (?:a married couple|married|in a rel\w+)",
        ),
    )
)
# Someone convicted by name, whose relation another sentence gives: "Craig, her partner of ...".
_BY_NAME = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<who>[a-z]+)(?:,? (?:then )?(?:aged? )?\d{{1,2}},?)?{_WAS} {_CONVICTED}",
        # Where nobody was tried, for the person took their own life: who was suspected of abuse.
        rf"\b(?P<who>[a-z]+){_WAS} interviewed (?:by (?:the )?police )?under caution\b",
        (
            r"\binvestigation (?:into|of) (?P<who>[a-z]+) for "
            r"(?:controlling|coercive|assault|stalking|harassment|rape|domestic)\b"
        ),
    )
)
# "Ada rang the police. She was charged with murder": who is meant by "she".
_PRONOUNS = {
    "she": re.compile(r"wife|mother|mum|daughter|sister|girlfriend|aunt|niece|grandmother|partner"),
    "he": re.compile(r"husband|father|dad|son|brother|boyfriend|uncle|nephew|grandfather|partner"),
}
_SENTENCE_BEFORE = re.compile(
    rf"(?:^|[.!?]\s+|\s{{2}})(?:{_WHOSE} {_WHICH}{_RELATION},? )?(?P<who>[a-z]+)[, ][^.!?]*[.!?]\W*"
    r"(?:(?:on|in|at|by|later|then) [^.!?]{0,40})?$"
)
_ONCE = any_of("""
    divorced / separated from / former relationship with / ended (?:her|his|the) relationship with
""")
# What stands before the name of one whom somebody knew; what stands before or behind a name.
_KNEW = tuple(
    (name, re.compile(rf"\b{words} "))
    for name, words in (
        ("ex-partner", _ONCE),
        ("partner", "(?:married(?: to)?|marriage to|relationship with|engaged to|partner of)"),
    )
)
_BEHIND_NAME = re.compile(rf",? (?:who (?:was|is) )?{_WHOSE} {_WHICH}(?P<rel>{_RELATION})\b(?!'s)")
_AHEAD_OF_NAME = re.compile(
    rf"\b{_WHOSE} {_WHICH}(?P<rel>{_RELATION}),? "
    r"(?:(?:who is |who was |is |here )?(?:known as|called|named|referred to as) )?"
)
# "Where the perpetrator is a family member": said of any case.
_OF_ANY = re.compile(r"\b(?:where|whenever|if|cases? in which)\b[^.;]{0,40}$")
# What someone is to the victim whose victim is his "mother", "wife" ...
_TURNED = {"parent": "child", "child": "parent"}
_NEAR = 240
_SAME = frozenset({"partner", "ex-partner", "sibling", "acquaintance", "other family"})
# "She had separated from her husband, Bob, four weeks before he killed her."
_APART = re.compile(
    r"\b(?:had|was|were) (?:\w+ )?(?:separated from|left|divorced|ended \w+ relationship with)"
    rf" (?:her|his) (?:husband|wife|{_PARTNER})\b[^.;]{{0,60}}?"
    r"\b(?:killed|murdered|stabbed|attacked|strangled) (?:her|him)\b"
)
# Arrested in one sentence, convicted in another.
_ARRESTED = re.compile(
    rf"\b(?:his|her) {_WHICH}(?P<rel>{_RELATION})\b(?!'s),?(?: [^.;]{{1,50}}?,)?"
    r" (?:was|were) (?:\w+ )?arrested\b"
)


def relation_in(plain: str) -> tuple[str, int, int] | None:
    """Return what who did the harm was to the person, and where; None where it is not told."""
    apart = _APART.search(plain)
    if apart:
        return "ex-partner", apart.start(), apart.end()
    return _told(plain) or _by_name(plain) or _arrested(plain) or _between(plain) or _turned(plain)


def _told(plain: str) -> tuple[str, int, int] | None:
    for cue, tells in _TELLS:
        for begin, end in _clauses(plain, cue) if cue else [(0, len(plain))]:
            for match in tells.finditer(plain, begin, end):
                name = _named(match["rel"])
                of_any = _OF_ANY.search(plain[begin : match.start()])
                if name and not of_any and not re.search(r"\bnot\b", match.group()):
                    return name, match.start("rel"), match.end("rel")
    return None


def _clauses(plain: str, cue: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where the clauses that hold these words begin and end, each once."""
    done = 0
    for match in cue.finditer(plain):
        if match.start() >= done:
            begin = max(plain.rfind(mark, done, match.start()) for mark in _CLAUSE_ENDS) + 1
            ends = (plain.find(mark, match.end()) for mark in _CLAUSE_ENDS)
            done = min((end for end in ends if end >= 0), default=len(plain))
            yield max(begin, 0), done


def _by_name(plain: str) -> tuple[str, int, int] | None:
    for match in chain.from_iterable(pattern.finditer(plain) for pattern in _BY_NAME):
        who = match["who"]
        meant = _PRONOUNS.get(who)
        if meant:
            before = _SENTENCE_BEFORE.search(plain, max(0, match.start() - _NEAR), match.start())
            who = before["who"] if before else ""
        one = _named_relation(plain, who) if who else None
        if one and (meant is None or meant.search(plain, one[1], one[2])):
            return one
    return None


def _arrested(plain: str) -> tuple[str, int, int] | None:
    arrested = _ARRESTED.search(plain) if OWN_DEATH.search(plain) else None
    name = _named(arrested["rel"]) if arrested else None
    return (name, arrested.start("rel"), arrested.end("rel")) if arrested and name else None


def _between(plain: str) -> tuple[str, int, int] | None:
    for name, pattern in _BETWEEN:
        if match := pattern.search(plain):
            return name, match.start(), match.end()
    return None


def _turned(plain: str) -> tuple[str, int, int] | None:
    """Return the relation from whom somebody killed: his mother's killer is her child."""
    did = _DID.search(plain) or _OF_PERPETRATOR.search(plain)
    victim = _named(did["rel"]) if did else None
    turned = victim if victim in _SAME else _TURNED.get(victim or "")
    return (turned, did.start("rel"), did.end("rel")) if did and turned else None


def _named_relation(plain: str, who: str) -> tuple[str, int, int] | None:
    """Return what the person called `who` is to the victim, where a sentence says it."""
    called = list(re.finditer(rf"\b{re.escape(who)}\b", plain))
    starts = {match.start() for match in called if not plain.startswith("'s", match.end())}
    behind = (_BEHIND_NAME.match(plain, match.end()) for match in called)
    ahead = (match for match in _AHEAD_OF_NAME.finditer(plain) if match.end() in starts)
    for match in chain(behind, ahead):
        name = _named(match["rel"]) if match else None
        if match and name:
            return name, match.start("rel"), match.end("rel")
    for name, pattern in _KNEW:
        knew = next((m for m in pattern.finditer(plain) if m.end() in starts), None)
        if knew:
            return name, knew.start(), knew.end() + len(who)
    return None


def _named(words: str) -> str | None:
    return next((name for name, one in _RELATIONS if re.fullmatch(one, words)), None)
