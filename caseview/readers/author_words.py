"""The words by which reviews say who wrote and chaired them."""

import re

from caseview.readers.wording import any_of

_LARGE = "[A-ZÀ-Þ]"
_NAME_WORD = rf"{_LARGE}(?:[a-zß-ÿ]|['’]{_LARGE})[\w'’\-]*"
_PARTICLE = r"(?:de\s+la|van\s+de[rn]?|von\s+der|de|van|von|al|el|la|le|bin|ap|ter)"
_PERSON_NAME = (
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|HHJ|Revd|Rev|Cllr|Lt|Lieutenant|Col|Colonel"
    r"|Maj|Major|Capt|Captain|Brigadier|\((?:Retd|Rtd|retired)\))\.?[ \t]+){0,4}"
    r"(?:(?:Assistant|Deputy|Temporary|Acting|Detective)[ \t]+(?:Chief[ \t]+)?"
    r"(?:(?:Probation|Fire|Executive|Prison)[ \t]+)?"
    r"(?:Officer|Constable|Superintendent|Inspector|Sergeant|Director)[ \t]+)?"
    r"(?!(?:By|Report|Prepared|Written|Chaired|Authored)\b)"
    rf"(?:{_NAME_WORD}(?:[ \t]+{_LARGE}\.?(?=[ \t]))?"
    rf"|{_LARGE}\.?(?:[ \t]?{_LARGE}\.?){{0,2}}(?=[ \t]))"
    rf"(?:[ \t]+{_PARTICLE}(?=[ \t]))?(?:[ \t]+{_NAME_WORD}){{1,3}}"
)
_ASIDE = r"(?:\s*\([^()\n]{2,60}\))?"
_NAMES = rf"{_PERSON_NAME}(?:{_ASIDE}\s*(?:,|;|/|&|\band\b)\s*{_PERSON_NAME}){{0,5}}"
_WRITES = any_of("""
    independent chair(?: and (?:report |overview )?author)? / chair and (?:report |overview )?author
    authors? / co-authors? / reviewers? / report authored by / written by / prepared by
    authored by / led by / author and chair / (?:overview )?(?:report )?writer
    chaired by / report by / written and \\w+ by / completed by / produced by / compiled by
    adolyg(?:ydd|wyr)(?: annibynnol)? / awdur(?:on)? / cadeirydd
    researched by / who (?:wrote|carried out|did|led) (?:this|the) (?:report|review)\\??
    (?<!vice.)(?<!deputy.)chair(?=\\s*[:|\\-–—])
    (?<!vice.)(?<!deputy.)chair of (?:the )?(?:\\w+ ){0,4}panel(?=\\s*[:|\\-–—])
""")
_AUTHOR = re.compile(
    rf"""\b(?i:(?:independent\s+(?!chair))?(?:overview\s+)?(?:lead\s+)?(?:report\s+)?{_WRITES})
    (?:['’]s)?\s*(?i:name|\(s\)|[12])?(?:\s*\([^()\n]{{3,30}}\))?
    (?:\s+(?i:of|for)\s+(?i:the|this)\s+(?:\w+\s+){{0,3}}?(?i:review|report|panel|sar|dhr|cspr|scr)(?=\W|\s))?
    (?:\s+(?:was|is|were|are)\b|,)?[\s:\-–—|]*(?i:by\s+)?
    (?P<names>{_NAMES})""",
    re.VERBOSE,
)
# Which post a name has; a chair of something else wrote nothing.
_POST = any_of("""
    (?:independent|lead) (?:author|reviewer|overview) / (?:senior )?investigator\\b
    (?:independent|lead) chair(?! of (?:the )?(?:\\w+ ){0,5}(?:board|partnership|council|committee))
    (?:overview |report )+(?:author|writer) / author\\b / reviewers?\\b
    chair (?:and|&) (?:report |overview )?author / the (?:\\w+ )?(?:author|chair|reviewer) of
    chair(?=\\s*(?:\\)|\\n|$))
    (?:joint|co)[ -](?:lead )?(?:reviewers?|authors?)
""")
# "Ada Bell (Independent Chair)", "Ada Bell, Wren Reviews Ltd, Lead Reviewer"; below a name, the
# post opens the line: what stands before it there is another name.
_BEFORE_POST = re.compile(
    rf"(?P<names>{_NAMES})(?:\s*\n\s*(?i:{_POST})"
    rf"|[ \t]*[,\-–(|\s]\s*(?<!\n)(?i:(?:[^\n.:]{{0,60}}(?:[,.]|\band\b)\s*)?{_POST}))"
)
_APPOINTED = re.compile(
    rf"(?P<names>{_NAMES})(?:,\s+[^,.\n]{{3,80}},)?\s+(?i:was|were)\s+"
    r"(?i:appointed|commissioned|engaged|asked|selected|chosen)\s+(?:(?:in|on)\s[^.,\n]{3,30}?\s)?"
    r"(?:from\s+(?:the|an?)\s+(?:[\w’']+\s+){0,4}(?:list|pool|panel|register)"
    r"|(?i:as|to|by)\b[^.\n]{0,70}?\b"
    r"(?:author|chair|write|reviewer|lead|undertake|conduct|carry\s+out|complete))"
)
# What a name did with the review, or who it was done by.
_DID = re.compile(
    rf"(?P<names>{_NAMES})(?:\s+[A-Z]{{2,4}}\b)*(?:,[^.,\n]{{2,60}},)?\s+"
    r"(?:(?:was|is|has|acted|served|as)\s+)*(?:(?:the|an?|independent|lead|overview)\s+)*"
    r"(?:chair|author|reviewer|chaired|wrote|written|authored|undertook|conducted|led|carried\s+out)"
    r"\s+(?:of\s+)?(?:the|this)\s+(?:\w+\s+){0,3}?(?:panel|review|report|sar|dhr|cspr|scr)\b"
)
_DONE_BY = re.compile(
    r"\b(?:review|report|sar|dhr|cspr|lcspr|scr)\b[^.\n]{0,40}?\b(?:was|is|has\s+been)\s+"
    rf"(?:carried\s+out|conducted|undertaken|facilitated)\s+by\s+(?P<names>{_NAMES})"
)
_I_AM = re.compile(rf"\bI,\s+(?P<names>{_NAMES}),")
_WROTE = r"(?=[^\n]{0,260}\b(?:wrote|write|writing|authors?|reviewers?|chair(?:ed)?)\b)"
_MY_NAME = re.compile(rf"\b(?:I am|My name is|We are)\s+(?P<names>{_NAMES}){_WROTE}")
_WE_ARE = re.compile(
    rf"\bWe are\s+{_PERSON_NAME},[^.\n]{{3,90}},\s+and\s+(?P<names>{_PERSON_NAME}){_WROTE}"
)
_THEY_ARE = re.compile(
    r"\b(?i:reviewers|authors|writers)\s+(?:are|were)\s+"
    rf"{_PERSON_NAME},[^.\n]{{3,90}},\s+and\s+(?P<names>{_PERSON_NAME})"
)
_ABOUT = re.compile(
    r"\b(?i:about\s+the\s+(?:(?:lead|independent|report)\s+)?(?:authors?|reviewers?|chair(?:\s+and\s+author)?))"
    rf"[.:]?\s+(?P<names>{_NAMES})(?=,|\s+(?:is|was|has|are|were|have)\b)"
)
# Where two were appointed, each with a word on who they are.
_APPOINTED_ARE = re.compile(
    rf"\b(?i:reviewers|authors)\b[^.:\n]{{0,30}}:\s*(?P<names>{_NAMES})(?=[,.])"
)
_AND_APPOINTED = re.compile(
    rf"\b(?i:reviewers|authors)\b[^.:\n]{{0,30}}:\s*{_PERSON_NAME},[^.,\n]{{2,60}},\s+and\s+"
    rf"(?P<names>{_PERSON_NAME})"
)
_GIVEN_TO = re.compile(
    r"\b(?:writing|authorship|review|report)\b[^.\n]{0,50}?\b(?:(?:was|were)\s+(?:given|entrusted|assigned)\s+to"
    rf"|fell\s+to|under\s+the\s+(?:leadership|chairmanship)\s+of)\s+(?P<names>{_NAMES})"
)
_WROTE_IT = re.compile(
    rf"(?P<names>{_NAMES})\s+(?:has\s+|have\s+)?(?:wrote|written|authored)\s+(?:the|this)\s+(?:\w+\s+){{0,2}}report\b"
)
# A cover line of names and a date, and nothing else.
_DATED = re.compile(
    rf"^(?P<names>{_NAMES})[ \t]*[,|–-][ \t]*(?:[A-Z][a-z]+[ \t]+)?(?:19|20)\d\d[ \t]*$",
    re.MULTILINE,
)
_BY = re.compile(rf"^(?i:by)[ \t]+(?P<names>{_NAMES})\s*$", re.MULTILINE)
# Of a cover: "A report for the Board by Ada Bell", "Undertaken by Ada Bell".
_REPORT_BY = re.compile(
    rf"^[^\n.]*\b(?i:report|review|sar|dhr)\b[^\n.]{{0,90}}\bby\s+(?P<names>{_NAMES})"
    r"(?=[ \t]*(?:$|,|[ \t]of[ \t]))",
    re.MULTILINE,
)
_LINE_BY = re.compile(
    r"^(?i:(?:independently\s+)?(?:carried\s+out|undertaken|conducted|drafted|facilitated|edited"
    rf"|reviewed))\s+by:?\s+(?P<names>{_NAMES})",
    re.MULTILINE,
)
# A name alone above a date alone: "Dr Ada Bell" over "March 2022".
_OVER_DATE = re.compile(
    rf"^(?P<names>{_NAMES})[ \t]*\n+"
    r"(?=(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+)?[A-Z][a-z]+[ \t]+(?:19|20)\d\d[ \t]*$)",
    re.MULTILINE,
)
_ENGAGED = re.compile(
    rf"\b(?:commissioned|appointed|engaged|asked|invited)\s+(?P<names>{_NAMES})(?:,[^.,]{{2,90}},)?"
    r"\s+(?:to\s+(?:carry\s+out|undertake|write|conduct|lead|chair|author|be|act|complete)"
    r"|as\s+(?:(?:the|an?|its|independent|lead|overview|report)\s+){0,4}(?:reviewer|author|chair|writer))\b"
)
_TO_WRITE = re.compile(
    rf"\bchair\b[^.\n]{{0,30}}?\band\s+(?P<names>{_NAMES})\s+(?:was\s+\w+\s+)?to\s+write\b"
)
PANEL_CHAIR = re.compile(
    r"\b(?:Chair of (?:the )?(?:Review )?Panel|(?:Review )?Panel Chair)\s*[:|–—-]\s*"
    rf"(?P<names>{_NAMES})"
)
CHAIRED = (
    re.compile(rf"(?P<names>{_NAMES}),?\s+who\s+chaired\s+the\s+(?:\w+\s+)?panel\b"),
    re.compile(rf"\b(?i:chair\s+of\s+(?:the|this)\s+review)(?:\s+panel)?,\s+(?P<names>{_NAMES}),"),
)
"""Names of those who chaired, in sentences."""

SAYING = (
    _AUTHOR, _WROTE_IT, _MY_NAME, _WE_ARE, _THEY_ARE, _ABOUT, _APPOINTED_ARE, _AND_APPOINTED,
    _GIVEN_TO,
)  # fmt: skip
"""Names beside words that say who wrote or led."""
POSTED = (_BEFORE_POST,)
"""Names with a post behind them."""
COVER_LINES = (_REPORT_BY, _LINE_BY, _BY)
"""Names behind "by" on lines of a cover."""
DOING = (_APPOINTED, _TO_WRITE, _ENGAGED, _DID, _DONE_BY, _I_AM)
"""Names in sentences of what somebody was asked to do, or did, for the review."""
DATED = (_DATED,)
"""Names on one line with a date."""
OVER_DATE = (_OVER_DATE,)
"""Names on a line above a date."""
LABELLED = (_AUTHOR,)
"""Names behind a label, as at the end of some templates."""
