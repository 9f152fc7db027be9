"""The words by which reviews tell of a death, or of the harm, that they are about."""

import re

from caseview.readers.wording import any_of


def _folded(listed: str) -> re.Pattern[str]:
    """Return a pattern for any of these as whole words, over folded text."""
    return re.compile(rf"\b{any_of(listed)}\b")


_OF_HARM = "(?:deaths?|homicide|murder|killings?|incident|attack|assault|stabbing|offences?|fire)"
_NOT_A_BODY = (
    r"(?! (?:to|that|guilty|not|safe|and|well|wandering|missing|with an?)\b)"
    r"(?! in (?:none|any|some|most|many|all|each|(?:\w+ )?(?:\w+ )?(?:records?|notes|files?))\b)"
)
_NOT_FROM_A_LIST = (
    r"(?! from (?:the |its |his |her |their |an? )?(?:[\w'’-]+ ){0,2}(?:list|roll|register|books"
    r"|school|caseload|plan|waiting|system|database))"
)
_TWO_OR_MORE = (
    r"(?:the |both |two |three |four |five |several |all )+(?:\w+ )?"
    r"(?:children|boys|girls|babies|siblings|brothers|sisters|infants)"
)
_DIES = r"""
    deaths? of / died / dies / killed / murdered / murder(?:ing|\sof)
    took (?:his|her|their) own life
    found (?:[\w'’]+ ){0,3}(?:dead|deceased) / fatally / homicide of
    found that (?:s?he|both|they) had died / drowned / passed away
    (?:declared|confirmed|certified|verified|recorded as) dead
    (?:pronounced|declared|recorded as) extinct
    lost (?:his|her|their) life / pronounced dead / life ended / life came to an end
    life\b.{0,60}\bended on / killing of
    ended (?:his|her|their) (?:own )?li(?:fe|ves) / deaths?,? (?:on|in|occurred|took place)
    deaths? (?:by \w+ )?(?:was|came) on
"""
DYING = _folded(_DIES)
"""Words that tell plainly of a death."""
DEATH = _folded(rf"""{_DIES}
    (?:was|were) found{_NOT_A_BODY} / {_OF_HARM} took place / the death / dying
""")
"""Words that tell of a death, some less plainly."""
DIED_ON = re.compile(r"\b(?:died|killed|murdered)\s+(?:(?:\w+\s+){0,3}(?:on|in)\s+(?:the\s+)?)?$")
"""Words right before the date of a death: "died on the"."""
DIED = _folded("died / killed / murdered / took (?:his|her|their) own life")
"""That a person died or was killed."""
LABELLED = re.compile(
    r"\b(?:d\.?o\.?d\.?|date\s+of\s+(?:the\s+|\w+['’]s\s+)?(?:death|homicide|murder|incident))[\s:\-–|]*",
    re.IGNORECASE,
)
"""A label before the date of a death: "Date of death:"."""
# "to 19 January 2020, the date of the homicide"
THE_DAY = re.compile(
    r"\s*[,(]\s*(?:which\s+(?:is|was)\s+)?the\s+(?:date|day)\s+(?:of|that|when|on\s+which)\s+"
    rf"(?:[\w'’]+\s+){{0,3}}(?:{_OF_HARM}|died|was\s+(?:killed|murdered|found|stabbed|attacked))\b",
    re.IGNORECASE,
)
"""What says behind a date that it is the day of the death."""
_HARM = rf"""
    stab\w* / assault\w* / injur\w* / collapsed / attack\w* / shot
    (?:was|were|been) found{_NOT_A_BODY}
    harm\w* / incident / burn\w* / raped / drowned / disclosed / police protection
    (?:was|were) removed{_NOT_FROM_A_LIST} / found {_TWO_OR_MORE}{_NOT_A_BODY}
    admitted to (?:hospital|intensive|the [^.]{{0,30}}(?:hospital|infirmary)) / taken to hospital
    strangled / suffocated / smothered / poisoned / set alight / scalded / shaken / beaten
    (?:attempted|tried) to (?:take|end) / suicide attempt
    jumped (?:from|in front) / fell from / stepped in front / (?:struck|hit|run over) by an?
    overdose / hanged / hanging / crash\w* / collision / choked
    fractur\w* / hurt(?:ing)? / by ambulance / brought (?:in)?to hospital / emergency department
    serious (?:further |sexual |violent )?offences?
"""
INCIDENT = _folded(_HARM)
"""Words that tell of harm, or of what came of it."""
# Who is told of a death is told of it later.
_TOLD_OF = re.compile(
    r"\b(?:notif\w+|informed|told|advised|aware|learn\w*|heard|refer\w+|notification)\s+"
    r"(?:\w+\s+){0,4}?(?:of|to|about)\s+(?:the|his|her|their|\w+'s)?\s*$"
)
_TOLD_THAT = re.compile(
    r"\b(?:notified|informed|told|advised|learn\w*|heard)\b[^.;]{0,40}?\bthat\s+(?:\w+\s+){1,3}$"
)
_FEARED = re.compile(r"\b(?:would|could|might|may|will|should|threat\w*|risk\s+of)\s+(?:be\s+)?$")
_RELATIVE = (
    r"(?:his|her|their|\w+'s)\s+(?:\w+\s+){0,2}?(?:husband|wife|partner|mother|father|mum|dad|parents?"
    r"|brothers?|sisters?|sons?|daughters?|child|baby|friend|grand\w+|uncle|aunt|cousin|dog|cat)\b"
)
# The deaths of others: "her husband died in 2015", "since the death of her father".
_RELATIVE_WAS = re.compile(rf"{_RELATIVE}\s+(?:(?:had|has|was|were|sadly|also|been)\s+)*$")
_OF_RELATIVE = re.compile(rf"\s+{_RELATIVE}")
# The trial for a death was on another day: "convicted of the murder of Ada on 5 May".
TRIED = re.compile(
    r"\b(?:convicted|guilty|sentenced|charged|tried|arrested|pleaded|acquitted)\b[^.;]{0,60}$"
)
"""That somebody was tried, before what for."""
SCOPE = _folded("""
    scope / to cover / look(?:s|ed) at / we looked / time period / period (?:under|of) review
    time ?(?:frame|span)
    (?:review|chronology) (?:covers|covered) / period (?:covered|reviewed|considered)
""")
"""Words of the time that a review looked at."""
NOT_DEATH = re.compile(
    r"\b(?:(?:from|between)\s*$|between\b[^.;,]{0,25}\band\s*$|"
    + any_of("""
    would have / born / birth / inquest / sentenced / convicted / trial
    guilty / charged / crown court / jury / verdict
    review (?:began|was|covers|period) / commissioned / published / report / meeting / decision
    pleaded / act / guidance / arrested
    criminal / period / notified / referral
    (?<!call.was.)received(?! an? (?:\\w+ )?call) / decided / agreed
    referred / released? / licence / withdrawal
    """)
    + r"\b)"
)
"""What else a date in such a sentence is of."""
_CALLS = rf"""
    999 / ambulance / paramedics? / shots? / stab\w* / collapsed / found{_NOT_A_BODY} / body
    attack\w* / dead / killed / died / fatal\w* / fire / unresponsive
    (?:called|rang|telephoned) (?:the )?\w+ police
    (?:neighbours?|officers|police|he|she) (?:called|rang|were called|was called|telephoned)
"""
CALLED_OUT = _folded(_CALLS)
"""Words of an emergency and of those whom it called out."""
HARMED = _folded(f"{_HARM}\n{_CALLS}")
"""Words of harm or of an emergency."""
RANG = _folded(r"""
    (?:called|rang|telephoned|dialled) (?:999|for an ambulance|an ambulance)
    (?:999 call|(?:an )?ambulance was called|paramedics were called)
""")
"""That somebody rang for help, which tells of the harm."""
VIOLENT = _folded(r"""
    shots? / stab\w* / attack\w* / killed / neighbours? (?:called|rang|telephoned|heard)
    (?:called|rang|telephoned) (?:the )?\w+ police / police (?:were|was) called
""")
"""Words of violence: of a month told, its day is that of the death; illness takes days."""
DAY_BEFORE = re.compile(r"\bthe\s+(?:day|evening|night|afternoon|morning)\s+before,?\s+(?:on\s+)?$")
"""Words before the date of another day: "the evening before, on"."""
HAPPENED = re.compile(
    r"\b(?:this|that|it|which|the (?:attack|killing|murder|homicide|death|assault|stabbing))\s+"
    r"(?:(?:had|has|have|is|was|to|must|probably|likely|thought|believed|found|said|known)\s+)*"
    r"(?:happened|occurred|taken\s+place|took\s+place)\b"
)
"""Words that say when what was told before took place: "this had happened"."""
ALL_OF_THEM = _folded(r"""
    they (?:both |all )?(?:died|were|had) / (?:all|both) (?:of them|three|four|five|died|were|the)
    (?:two|three|four|five|six|the) (?:\w+ )?(?:died|deaths|were (?:killed|found))
""")
"""What is told of all of several people."""


def tells(words: str, cued: re.Match[str]) -> bool:
    """Return whether words tell that it happened: not that somebody heard of it, or feared it."""
    before = words[: cued.start()]
    if _OF_RELATIVE.match(words, cued.end()) and cued.group().endswith("of"):
        return False
    if cued.group() == "died" and _TOLD_THAT.search(before):
        return False
    relative = _RELATIVE_WAS.search(before)
    alone = relative is not None and not before[: relative.start()].endswith(" and ")
    return not (alone or _TOLD_OF.search(before) or _FEARED.search(before))
