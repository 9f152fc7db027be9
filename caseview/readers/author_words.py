"""The words by which reviews say who wrote and chaired them."""

import re

from caseview.readers.wording import any_of

_LARGE = "[A-ZÀ-Þ]"
_NAME_WORD = rf"{_LARGE}(?:[a-zß-ÿ]|['’]{_LARGE})[\w'’\-]*"
_PARTICLE = r"(?:de\s+la|van\s+de[rn]?|von\s+der|de|van|von|al|el|la|le|bin|ap|ter)"
RANKS = (
    r"Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Brigadier|Air|Commodore|Wing|Group|Squadron"
    r"|Admiral|\((?:Retd|Rtd|[Rr]etired)\)"
)
"""The ranks of soldiers before a name, as alternatives of a pattern, and that they are past."""
_PERSON_NAME = (
    r"(?:(?:Dr|Professor|Prof|Mr|Mrs|Ms|Miss|Sir|Dame|HHJ|Revd|Reverend|Rev|Canon|Father|Cllr|Councillor"
    rf"|Commander|{RANKS})\.?[ \t]+){{0,4}}"
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
    chaired (?:\\w+ )?by / report by / written and \\w+ by / completed by / produced by
    compiled by
    adolyg(?:ydd|wyr)(?: annibynnol)? / awdur(?:on)? / cadeirydd
    researched by / who (?:wrote|carried out|did|led) (?:this|the) (?:report|review)\\??
    (?<!vice.)(?<!deputy.)chair(?=\\s*[:|\\-–—])
    (?<!vice.)(?<!deputy.)chair of (?:the )?(?:\\w+ ){0,4}panel(?=\\s*[:|\\-–—])
""")
_AUTHOR = re.compile(
    rf"""(?<![Bb]oard['’]s\ )(?<![Pp]artnership['’]s\ )
    \b(?i:(?:independent\s+(?!chair))?(?:overview\s+)?(?:lead\s+)?(?:report\s+)?{_WRITES})
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
# Letters behind a name: "Ada Bell BA (Hons), CQSW".
_LETTERS = (
    r"(?:(?:[ \t]*,[ \t]*|[ \t]+)(?:[A-Z]{2,5}|BSc|MSc|PhD|DipSW|MPhil|LLM)\b"
    r"(?:[ \t]*\([^()\n]{2,12}\))?){0,6}"
)
# "Ada Bell (Independent Chair)", "Ada Bell, Wren Reviews Ltd, Lead Reviewer"; below a name, the
# post opens the line: what stands before it there is another name.
_BEFORE_POST = re.compile(
    rf"(?P<names>{_NAMES}){_LETTERS}(?:\s*\n\s*(?i:{_POST})"
    rf"|[ \t]*[,\-–(|\s]\s*(?<!\n)(?i:(?:[^\n.:]{{0,60}}(?:[,.]|\band\b)\s*)?{_POST}))"
)


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns)


_WROTE = r"(?=[^\n]{0,260}\b(?:wrote|write|writing|authors?|reviewers?|chair(?:ed)?)\b)"
_ANOTHER = rf"{_PERSON_NAME},[^.:\n]{{2,90}},\s+and\s+(?P<names>{_PERSON_NAME})"
_WRITERS = r"\b(?i:reviewers|authors|writers)"
SAYING = (
    _AUTHOR,
    *_patterns(
        rf"(?P<names>{_NAMES})\s+(?:has\s+|have\s+)?(?:wrote|written|authored)\s+(?:the|this)\s+"
        r"(?:\w+\s+){0,2}report\b",
        rf"\b(?:I am|My name is|We are)\s+(?P<names>{_NAMES}){_WROTE}",
        rf"\bWe are\s+{_ANOTHER}{_WROTE}",
        rf"^(?i:(?:\w+\s+)?(?:reviewers|authors))[ \t]*:?[ \t]*\n+{_PERSON_NAME}[ \t]*\n+"
        rf"(?P<names>{_PERSON_NAME})[ \t]*$",
        rf"{_WRITERS}\s+(?:are|were)\s+{_ANOTHER}",
        r"\b(?i:about\s+the\s+(?:(?:lead|independent|report)\s+)?"
        r"(?:authors?|reviewers?|chair(?:\s+and\s+author)?))"
        rf"[.:]?\s+(?P<names>{_NAMES})(?=,|\s+(?:is|was|has|are|were|have)\b)",
        # Where two were appointed, each with a word on who they are.
        rf"{_WRITERS}\b[^.:\n]{{0,30}}:\s*(?P<names>{_NAMES})(?=[,.])",
        rf"{_WRITERS}\b[^.:\n]{{0,30}}:\s*{_ANOTHER}",
        r"\b(?:writing|authorship|review|report)\b[^.\n]{0,50}?"
        r"\b(?:(?:was|were)\s+(?:given|entrusted|assigned)\s+to"
        rf"|fell\s+to|under\s+the\s+(?:leadership|chairmanship)\s+of)\s+(?P<names>{_NAMES})",
    ),
)
"""Names beside words that say who wrote or led."""

POSTED = (_BEFORE_POST,)
"""Names with a post behind them."""

COVER_LINES = _patterns(
    # "A report for the Board by Ada Bell", "Undertaken by Ada Bell".
    rf"^[^\n.]*\b(?i:report|review|sar|dhr)\b[^\n.]{{0,90}}\bby\s+(?P<names>{_NAMES})"
    r"(?=[ \t]*(?:$|,|[ \t]of[ \t]))",
    r"^(?i:(?:independently\s+)?(?:carried\s+out|undertaken|conducted|drafted|facilitated|edited"
    rf"|reviewed))\s+by:?\s+(?P<names>{_NAMES})",
    rf"^(?i:by)[ \t]+(?P<names>{_NAMES})\s*$",
    rf"^(?:The[ \t]+)?(?i:report)[ \t]+of[ \t]+(?P<names>{_NAMES})(?=[ \t]*(?:$|,))",
)
"""Names behind "by" on lines of a cover."""

DOING = _patterns(
    rf"(?P<names>{_NAMES})(?:,\s+[^,.\n]{{3,80}},)?\s+(?i:was|were)\s+"
    r"(?i:appointed|commissioned|engaged|asked|selected|chosen)\s+(?:(?:in|on)\s[^.,\n]{3,30}?\s)?"
    r"(?:from\s+(?:the|an?)\s+(?:[\w’']+\s+){0,4}(?:list|pool|panel|register)"
    r"|(?i:as|to|by)\b[^.\n]{0,70}?\b"
    r"(?:author|chair|write|reviewer|lead|undertake|conduct|carry\s+out|complete))",
    rf"\bchair\b[^.\n]{{0,30}}?\band\s+(?P<names>{_NAMES})\s+(?:was\s+\w+\s+)?to\s+write\b",
    rf"\b(?:commissioned|appointed|engaged|asked|invited)\s+(?P<names>{_NAMES})(?:,[^.,]{{2,90}},)?"
    r"\s+(?:to\s+(?:carry\s+out|undertake|write|conduct|lead|chair|author|be|act|complete)"
    r"|(?i:as\s+(?:(?:the|an?|its|independent|lead|overview|report)\s+){0,4}"
    r"(?:reviewer|author|chair|writer)))\b",
    rf"\bappointed\b[^.\n]{{5,90}}\band\s+(?P<names>{_NAMES})\s+as\s+"
    r"(?i:(?:(?:the|an?|its|independent|lead|overview|report)\s+){0,4}(?:reviewer|author|writer))\b",
    rf"(?P<names>{_NAMES})\s+(?:is|was)\s+the\s+"
    r"(?:(?:lead|independent|overview|report|review)\s+){1,2}(?:reviewer|author|writer)\b",
    rf"(?P<names>{_NAMES})\s+(?:is|was)\s+an?\s+(?:[\w-]+\s+){{0,2}}(?:independent|freelance)\s+"
    r"(?:[\w-]+\s+){0,2}(?:reviewer|author|chair|consultant)\b",
    rf"(?P<names>{_NAMES})(?:\s+[A-Z]{{2,4}}\b)*(?:,[^.,\n]{{2,60}},)?\s+"
    r"(?:(?:was|is|has|acted|served|as)\s+)*(?:(?:the|an?|independent|lead|overview)\s+)*"
    r"(?:chair|author|reviewer|chaired|wrote|written|authored|undertook|conducted|led|carried\s+out)"
    r"\s+(?:of\s+)?(?:the|this)\s+(?:\w+\s+){0,3}?(?:panel|review|report|sar|dhr|cspr|scr)\b",
    r"\b(?:review|report|sar|dhr|cspr|lcspr|scr)\b[^.\n]{0,40}?\b(?:was|is|has\s+been)\s+"
    rf"(?:carried\s+out|conducted|undertaken|facilitated)\s+by\s+(?P<names>{_NAMES})",
    rf"\bI,\s+(?P<names>{_NAMES}),",
)
"""Names in sentences of what somebody was asked to do, or did, for the review."""

DATED = _patterns(
    rf"^(?P<names>{_NAMES})[ \t]*[,|–-][ \t]*(?:[A-Z][a-z]+[ \t]+)?(?:19|20)\d\d[ \t]*$"
)
"""Names on one line with a date, and nothing else."""

OVER_DATE = _patterns(
    rf"^(?P<names>{_NAMES})[ \t]*\n+"
    r"(?=(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+)?[A-Z][a-z]+[ \t]+(?:19|20)\d\d[ \t]*"
    r"(?:\([^()\n]{3,40}\)[ \t]*)?$)",
    rf"^(?P<names>{_NAMES})[ \t]*\n+"
    r"(?=(?:Submitted|Completed|Published|Finalised|Agreed|Final|Report|Draft|Version)\b[^\n]{0,60}"
    r"\b(?:19|20)\d\d\b)",
)
"""Names alone on a line above a date alone: "Dr Ada Bell" over "March 2022"."""

LABELLED = (_AUTHOR,)
"""Names behind a label, as at the end of some templates."""

PANEL_CHAIR = re.compile(
    r"\b(?:Chair of (?:the )?(?:Review )?Panel|(?:Review )?Panel Chair)\s*[:|–—-]\s*"
    rf"(?P<names>{_NAMES})"
)
"""The name behind a label of who chaired the panel."""

CHAIRED = _patterns(
    rf"(?P<names>{_NAMES}),?\s+who\s+chaired\s+the\s+(?:\w+\s+)?panel\b",
    r"\b[Cc]hair\s+of\s+(?:the|this)\s+(?:\w+\s+){0,2}(?:panel|review)\s+(?:was|is)\s+"
    rf"(?P<names>{_NAMES})",
    # Below a foreword or condolences: "Ada Bell, Chair of the Review Panel".
    rf"^(?P<names>{_NAMES})(?:[ \t]*[,–-][ \t]*|[ \t]*\n+)(?:Independent[ \t]+)?"
    r"(?:Chair\s+of\s+(?:the|this)\s+(?:\w+\s+){0,3}(?:Review|Panel|Review\s+(?:Panel|Group|Team))"
    r"|(?:Review\s+)?Panel\s+Chair)[ \t]*\.?$",
    rf"\b(?i:chair\s+of\s+(?:the|this)\s+review)(?:\s+panel)?,\s+(?P<names>{_NAMES}),",
)
"""Names of those who chaired, in sentences."""
