"""Which words name a body that can be asked, and which only a thing that is done or written."""

import re

from caseview.readers.lines import fold
from caseview.readers.wording import any_of

BODY = any_of("""
    police / constabulary / councils? / trusts? / boards? / partnerships? / services? / care
    surgery / surgeries / practices? / schools? / academy / academies / office / departments?
    commission(?:ers?)? / groups? / agency / teams? / agencies / partners / forces? / hospitals?
    nhs / ministry / probation / prisons? / housing / colleges? / panel / government / association
    company / ltd / limited / gps? / organisations? / providers? / authority / authorities
    general practitioners / universit(?:y|ies) / directorate / landlords? / ofsted / cafcass
    inspectorates? / nurser(?:y|ies) / childminders / pharmac(?:y|ies) / hospices? / pre-?schools?
    icbs? / ccgs?
    borough / constabularies / courts? / ambulance / forum / networks? / hmp / hmyoi / hmpps
""")
"""A pattern for the words that name a sort of body."""

_BODY = re.compile(rf"\b{BODY}\b", re.IGNORECASE)
# How other bodies' names end, where they are names.
_ENDS_BODY = re.compile(
    r"^[A-Z].*\b(?:Centres?|Homes?|Nursery|Hospice|Aid|Refuge|Society|Foundation|Institute|Network"
    r"|Forum|Health|England|Wales|Collaborative|Alliance|Federation|Project|Court|Charity|Support|CIC"
    r"|Nursing|Midwifery|Maternity|Therapy|Therapies|Psychology|Psychiatry)$"
)
# What is written, held or done is asked of nobody by itself.
_THING = re.compile(
    any_of("""
    plans? / plannings? / assessments? / records? / recording / reviews? / meetings? / minutes
    conferences? / polic(?:y|ies) / procedures? / protocols? / guidance / training / audits?
    supervision
    strateg(?:y|ies) / visits? / referrals? / needs? / notes? / forms? / systems? / decisions?
    standards? / contracts? / pathways? / checks? / enquir(?:y|ies) / arrangements? / processe?s?
    information / letters? / histor(?:y|ies) / tools? / practice / learning
    methods? / cases? / closures? / files? / logs? / calls? / reports? / responses? / discharges?
    handovers? / transfers? / appointments? / campaigns? / capacity / curiosity / packages?
    assurance / oversight / governance / involvement / engagement / awareness
    """)
)
_ENDS_AS_BODY = re.compile(r"(?:general|group|medical|gp|health|dental) practices?$")
_HEAD_NOUN = re.compile(r"\s+(?:of|for|in|with|that|who|which|on|at|from|by|to|about|where)\b")
_VERB = any_of("""
    add / adopt / agree / allow / amend / appoint / arrange / assess / assure / audit / brief
    bring / build / carry / change / check / circulate / clarify / clear / commission / complete
    conduct / confirm / consider / continue / create / deliver / design / develop / disseminate
    draw / embed / enable / encourage / end / ensure / equip / establish / evaluate / explore
    extend / fund / give / help / hold / identify / implement / improve / include / increase
    introduce / invest / issue / keep / launch / lead / link / make / map / monitor / name
    obtain / offer / prepare / produce / prohibit / promote / provide / publish / put / raise
    record / recruit / reduce / refresh / reinforce / relaunch / remind / remove / replace
    report / require / respond / revise / run / secure / seek / set / share / stop / strengthen
    submit / support / take / teach / tell / test / train / treat / undertake / update / use
    work / write / adapt / adjust / advise / allocate / analyse / apply / attend / avoid / cease
    challenge / collate / collect / communicate / compile / consult / convene / co-?ordinate
    decide / discuss / endorse / escalate / examine / expand / explain / facilitate / formalise
    hear / insist / listen / maintain / manage / meet / negotiate / nominate / notify / prevent
    prioritise / protect / read / recognise / redesign / refer / reflect / resolve / restore
    retain / re-?issue / see / simplify / speak / standardise / think / understand / widen
    withdraw
""")
# "Review the policy", where "review panel" is no verb.
_NOUN_TOO = any_of("""
    review / plan / call / visit / ring / flag / pilot / trial / focus / target / move / place
    return / look / open / pay / ask / telephone / renew / rewrite / display / host / join / mark
""")
_OBJECT = any_of("""
    the / an? / its / their / all / any / each / every / how / whether / what / where / those / that
    people / with / on / for / to / at / and / in / out / back / them / again
""")
DO = rf"(?:{_VERB}|{_NOUN_TOO}(?=\s+{_OBJECT}\b))"
"""A pattern for a verb that opens what is asked for: "Audit how keys are kept."."""
_NOT_WHO = re.compile(
    rf"(?:{DO}(?!\s+(?:and\s+\w+\s+)?(?:team|service|group|board|office|agency|worker)s?\b)|"
    + any_of("""
    this / these / it / they / there / consideration / training / staff / practitioners / whether
    how / information / guidance / an? / no / any / when / where / if / work / steps / action / to
    what
    """)
    + r")\b",
    re.IGNORECASE,
)
# "Test Valley NHS Trust": a name that begins as what is to be done may.
_NAMED_SO = re.compile(
    r"(?:[A-Z][\w'’&-]*\s+(?:(?:and|of|the|&)\s+)?){2,}(?:Trusts?|Councils?|Hospitals?|ICB|CCG)"
)
_INITIALS = re.compile(r"(?:[Tt]he )?[A-Z]{2,7}s?(?: and (?:the )?[A-Z]{2,7}s?)?", re.ASCII)
# "All members of the Partnership", "Every chief officer on the Board".
_WITHIN_BODY = re.compile(
    r"(?:[Aa]ll|[Bb]oth|[Ee]ach|[Ee]very|[Tt]he)\s+(?:[\w-]+\s+){0,2}"
    r"(?:members?|partners?|agency|agencies|chairs?|officers?|leaders?|executives?|commissioners?"
    r"|providers?|managers?|heads?|governors?|practitioners|staff|signatories)\s+"
    rf"(?:of|in|within|on|at|represented\s+on)\s+(?:the\s+)?(?:[A-Z][\w'’&-]*\s+(?:(?:and|of|for|the|&)\s+)*)*{BODY}$"
)
_SHOULD = re.compile(r"\b(?:should|must)\b")
_MOST_GROUP_WORDS = 12


def names_body(words: str) -> bool:
    """Return whether words have a part that names a body: "police", "Trust", initials."""
    return (
        _BODY.search(words) is not None
        or _ENDS_BODY.search(words) is not None
        or _INITIALS.fullmatch(words) is not None
    )


def names_thing(words: str) -> bool:
    """Return whether words that begin a sentence name no body, but what is done or written.

    "Care plans", "Train housing staff", "Whether partners": a name's own words have capitals.
    """
    if _NAMED_SO.fullmatch(words):
        return False
    return ends_as_thing(words) or _NOT_WHO.match(fold(words)) is not None


def ends_as_thing(words: str) -> bool:
    """Return whether the noun of some words is what is written, held or done: "care plans"."""
    phrase = _HEAD_NOUN.split(words, maxsplit=1)[0]
    noun = phrase.rpartition(" ")[2] if " " in phrase else phrase.lower()
    return _THING.fullmatch(noun) is not None and _ENDS_AS_BODY.search(fold(words)) is None


def can_be_asked(words: str) -> bool:
    """Return whether words that begin a sentence name a body, and no thing done or written."""
    return names_body(words) and not names_thing(words)


def is_short_line(words: str) -> bool:
    """Return whether words can be a heading: few, a capital first, no end, and nothing asked."""
    few = len(words.split()) <= _MOST_GROUP_WORDS
    ended = words.rstrip().endswith((".", "?", ",", ";"))
    return few and words[:1].isupper() and not ended and _SHOULD.search(words) is None


def is_body_name(words: str) -> bool:
    """Return whether a short line is nothing but the name of a body, or of several."""
    if not is_short_line(words):
        return False
    noun = _HEAD_NOUN.split(words, maxsplit=1)[0].rpartition(" ")[2]
    if _WITHIN_BODY.match(words):
        return True
    named = _BODY.fullmatch(noun) is not None or _ENDS_BODY.search(words) is not None
    return named and not names_thing(words)
