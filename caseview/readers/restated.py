"""What a letter repeats of a coroner's words, told from what it says in its own voice."""

import re

from caseview.domain.document import DocumentText
from caseview.readers.lines import fold
from caseview.readers.wording import any_of, whole_words

_SAID = any_of(r"""
    are / were / was / is / state[sd]? / note[sd]? / raise[sd]? / say / said / express(?:ed)?
    highlight(?:s|ed)? / identif(?:y|ied|ies) / report(?:ed)? / sets? out / suggest(?:s|ed)?
    refer(?:s|red)? / comment(?:ed)? / point(?:ed)? out / question(?:ed)? / ask(?:ed)? / heard
    found / outline[sd]? / describe[sd]? / recorded? / relates? / indicate[sd]? / observed?
""")
_WHICH = any_of(
    "first / second / third / fourth / fifth / next / final / other / main / further"
    " / remaining / specific / following"
)
_CONCERNS = r"(?:matters?\s+of\s+)?concerns?"
_OF_YOURS = rf"(?: (?:{_WHICH} )?(?:report|letter|{_CONCERNS}))"
_HOW = "(?:(?:also|further|have|had|then|specifically|rightly|first|next) ){0,2}"
_CORONER = "(?:the )?(?:hm |senior |area |assistant )?coroner"
_COURT = "(?:i understand (?:that )?)?(?:the )?(?:inquest|court|jury)"
_TAKES_NOTE = "(?:we|i) (?:also )?(?:recognise|acknowledge|note|understand) (?:the|your)"
# Sentences by which a respondent sets out what the coroner wrote.
_RESTATES = re.compile(
    r"(?:(?:firstly|secondly|thirdly|finally|in\s+particular|specifically),?\s+)?"
    r"(?:in\s+(?:your|the)\s+(?:report|letter|regulation\s+28\s+report)[^.]{0,80}?,?\s+)?"
    + any_of(rf"""
    you {_HOW}{_SAID}\b / your{_OF_YOURS} {_HOW}{_SAID}\b
    {_CORONER}(?:'s)? concern (?:is|was)\b / {_CORONER} (?:is|was) concerned\b
    {_CORONER} (?:has |also )?(?:raised|noted|stated|expressed|found|identified)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:that )?you (?:have )?(?:raised?|identified|set out|listed)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:that )?you (?:have )?(?:highlighted|expressed)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:raised|identified|set out|listed|relates?)\b
    the (?:{_WHICH} )?{_CONCERNS} (?:is|are|was|were)\b
    {_COURT} (?:was|were) (?:also )?(?:told|advised|informed)\b
    {_COURT} (?:also )?(?:heard|found|concluded)\b
    {_TAKES_NOTE} {_CONCERNS}\b[^.]{{0,60}}\b(?:outlined|set out|listed|as follows)\b
    i understand (?:that )?you(?:r concerns?)? (?:is|are|was|were)\b
    """)
)
# Words in which a coroner writes: evidence heard, risk seen.
_CORONER_WRITES = whole_words(r"""
    the (?:inquest|court|jury) (?:was told|heard|found) / evidence / i heard / i am concerned
    it was (?:accepted|clear|evident|apparent|confirmed|noted) / future deaths / witness(?:es)?
    there (?:is|was|were|are|appears|appeared|remains?) (?:an?|no|not|little|concern|still)
    there (?:is|was|were|are) (?:insufficient|inadequate)
    during the (?:course of the )?inquest / posing a risk / did not / was not / were not / had not
    failed / failure / lack of / concern(?:ed)? that
""")
_BODY = any_of("""
    trust / department / government / board / health board / council / force / service / company
    college / agency / ministry / home office / icb / practice / organisation / authority
    constabulary / home / hospital / university
""")
_DOES = any_of("""
    has / have / is / are / will / would / can / now / accepts? / recognises? / acknowledges?
    agrees? / notes? / takes? / does / remains? / continues? / welcomes? / provides? / apologises?
    understands? / also / believes? / considers? / currently
""")
# Words of a respondent in its own voice.
_OWN = whole_words(
    rf"""
    we / our / us / my / your (?:report|concerns?) / (?:the|this) {_BODY} {_DOES} / in response
    i am (?:grateful|writing|pleased|satisfied|sorry|committed|advised|informed|assured|aware)
    i (?:can|would|will|wish|recognise|acknowledge|accept|note|understand|hope|want|have|agree)
    i should (?:say|like) / nhs england {_DOES} / since (?:the|this) (?:inquest|incident|death)
    following (?:the|this) (?:inquest|incident|death|report) / actions? taken
    ha(?:s|ve) (?:since|now) / ha(?:s|ve) been (?:introduced|reviewed|updated|implemented|developed)
    ha(?:s|ve) been (?:put|made|set up|changed|agreed|appointed|recruited|installed|fitted)
    ha(?:s|ve) been (?:strengthened|revised|amended|launched|established|delivered|shared)
    ha(?:s|ve) been (?:completed|commissioned|circulated|rolled out|embedded|purchased|resolved)
    (?:is|are) (?:implementing|introducing|working|developing) / now / no longer
    (?:was|were) (?:introduced|changed|updated|launched|issued|appointed)
"""
)
_QUOTED = re.compile(r"[\"'“‘].*[\"'”’]\W*")
_LIST_FOLLOWS = re.compile(
    r"(?:concerns?|matters?|issues?|you (?:have )?(?:raised?|state[sd]?|noted?|identified)"
    r"|your report)\b[^.]{0,140}[:;]\W*$"
)
_ONE_FOLLOWS = re.compile(r"\b(?:concern|matter|issue|point)\b(?!s)[^.]{0,80}[:;]\W*$")
_NUMBER = re.compile(r"\W*(?P<number>\d{1,2})\s*[.):]\s*(?=\S)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_ANSWERS = whole_words("(?:we|i) (?:respond|reply|answer|address|set out|will|can|would|have)")
_YOURS = re.compile(r"\b(?:you|your|coroner'?s?|you've)\b")
_SPOKEN_SHARE = 0.5
_QUOTE_SHARE = 0.7


def own_words(plain: str) -> int:
    """Return how often a folded text speaks in the respondent's own voice."""
    return len(_OWN.findall(plain))


def is_the_coroners(plain: str) -> bool:
    """Return whether a folded text is worded as a coroner writes: evidence heard, risk seen."""
    return _CORONER_WRITES.search(plain) is not None


def leads_to_list(plain: str) -> tuple[bool, bool]:
    """Return whether a folded text leads to concerns set out below it, and whether to several."""
    return _LIST_FOLLOWS.search(plain) is not None, _ONE_FOLLOWS.search(plain) is None


def is_quoted(words: str) -> bool:
    """Whether the paragraph is, but for its number, a quotation."""
    bare = words.strip().lstrip("0123456789.()abcdefghABCDEFGH \t")
    if bare[:1] not in {"“", '"', "‘"}:
        return False
    return _QUOTED.fullmatch(bare) is not None and _inside(bare) >= _QUOTE_SHARE


def _inside(bare: str) -> float:
    """Return the share of the paragraph that its first quotation covers."""
    close = {"“": "”", '"': '"', "‘": "’"}[bare[0]]
    return bare.rfind(close) / max(1, len(bare.rstrip()) - 1)


def mostly_restates(plain: str) -> bool:
    """Whether most of the paragraph sets out the coroner's words.

    A sentence that tells what the coroner said counts, and so do the sentences after it until
    the respondent speaks in its own voice.
    """
    told = total = 0
    telling = False
    for sentence in _SENTENCES.split(plain):
        if _RESTATES.match(sentence):
            telling = True
        elif telling and _OWN.search(sentence):
            telling = False
        told += len(sentence) if telling else 0
        total += len(sentence)
    return told >= _SPOKEN_SHARE * max(1, total)


def first_sentence(plain: str) -> str:
    """Return the first sentence of a text."""
    return _SENTENCES.split(plain, maxsplit=1)[0]


def announces(plain: str) -> bool:
    """Whether the paragraph only announces the coroner's words ("You raised the following:")."""
    return (
        _LIST_FOLLOWS.search(plain) is not None
        and _YOURS.search(plain) is not None
        and _ANSWERS.search(plain) is None
    )


def numbered_concerns(text: DocumentText) -> frozenset[int]:
    """Return where concerns repeated under their numbers start, each with its answer below.

    They count 1, 2, 3 ...; each is followed by paragraphs without a number, and none speaks in
    the respondent's voice.
    """
    starts: list[int] = []
    wanted, gap = 1, True
    for paragraph in text.paragraphs:
        words = text.text[paragraph.start : paragraph.end]
        match = _NUMBER.match(words)
        number = match["number"] if match else paragraph.printed.strip("().")
        if number == str(wanted) and gap and not _OWN.search(fold(words)):
            starts.append(paragraph.start)
            wanted, gap = wanted + 1, False
        elif not number:
            gap = True
    return frozenset(starts) if len(starts) > 1 and gap else frozenset()
