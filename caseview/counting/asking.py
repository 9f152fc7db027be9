"""What a recommendation asks for: how strong a change, how far it has come, and of whom not."""

import re

from caseview.domain.register import Progress, Strength

_SYSTEM = re.compile(
    r"\b(?:it systems?|systems?\b(?! thinking)|databases?|dashboards?|electronic|automat\w+|"
    r"software|flag(?:s|ged|ging)?\b|alerts?\b|funding|funded|resourc\w+|staffing|posts?\b|"
    r"recruit\w*|commission(?:s|ed|ing)? (?:[\w-]+ ){0,4}(?:services?|provision|beds)|"
    r"legislat\w+|change in the law|statutory|regulat\w+|contracts?\b|backlogs?|caseloads?|"
    r"co-?locat\w+|single (?:plan|point|record|front door)|shared (?:record|chronolog\w+|log)|"
    r"restructur\w+|ligature|equipment|infrastructure|technolog\w+|redesign\w*|"
    r"establish (?:a|an) (?:\w+ ){0,3}(?:service|team|unit|panel|hub|post|role|route))\b"
)
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|protocols?|guidance|guidelines?|pathways?|thresholds?|"
    r"standards?|templates?|forms?\b|checklists?|frameworks?|strateg(?:y|ies)|toolkits?|tools?\b|"
    r"process(?:es)?|requir(?:e|es|ed|ement|ements)|condition of|audit\w*|dip[- ]?sampl\w+|"
    r"programme|supervision)\b"
)
_TRAINING = re.compile(
    r"\b(?:train(?:s|ed|ing)?|awareness|brief(?:s|ed|ing|ings)?|remind\w*|workshops?|e-?learning|"
    r"seminars?|learning events?|disseminat\w+|induction|campaigns?|skills|equip staff|"
    r"professional development|refresher|conference|raise the profile|publicis\w+|communicat\w+)\b"
)
_OPENING = re.compile(
    r"^(?:for |that )?(?P<who>[^.;:]{0,110}?)"
    r"(?::\s*|\s+(?:should|must|shall|ought to|needs? to|is asked to|are asked to|to)\s+)"
    r"(?:(?:ensure|make certain|make sure|satisfy (?:itself|themselves)|consider|seek assurance)\s+"
    r"(?:that |how |whether |what )?)?"
)
_MOST_OPENING = 14
_REJECTED = re.compile(
    r"\b(?:not (?:been )?(?:accepted|agreed|supported|adopted)|rejected|declined|will not be "
    r"(?:taken forward|implemented)|not be taken forward)\b"
)
_UNDONE = re.compile(
    r"\b(?:not (?:yet )?(?:been )?(?:complete\w*|done|implemented|achieved|started|met)|incomplete|"
    r"(?:to|will|must|should|can|cannot|can not|when|until|once) (?:it )?"
    r"(?:be|is|are|has been|have been) (?:complete\w*|implemented|delivered|signed off|achieved))\b"
)
_DONE = re.compile(
    r"\b(?:complete|completed|done|implemented|achieved|delivered|closed|signed off|discharged|"
    r"fully met|in place)\b|\bblue\b$"
)
_UNDER_WAY = re.compile(
    r"\b(?:in progress|ongoing|on-going|under ?way|on track|in hand|partially (?:complete|met|"
    r"implemented)|partly (?:complete|met)|in development|being (?:developed|rolled out|"
    r"implemented|drafted|reviewed)|commenced|started|amber)\b"
)
_ACCEPTED = re.compile(r"\b(?:accepted|agreed|supported|adopted in full|accepts this)\b")


def strength(words: str) -> Strength:
    """Return what a recommendation asks to be changed; the strongest of what it asks counts.

    Changing what staff know is weaker than changing what rules they have, and that is weaker than
    changing what they work with, after the hierarchy of intervention effectiveness (Cafazzo and
    St-Cyr, 2012). UNKNOWN where its words say nothing of the kind. It is a guess from words.
    """
    plain = words.casefold()
    for level, pattern in (
        (Strength.SYSTEM, _SYSTEM),
        (Strength.TRAINING, _TRAINING),
        (Strength.POLICY, _POLICY),
    ):
        if pattern.search(plain):
            return level
    return Strength.UNKNOWN


def asked(words: str) -> str:
    """Return what is asked for without whom it is asked of, so that bodies join nothing.

    "The Home Office should consider whether records can be seen" is "records can be seen".
    """
    match = _OPENING.match(words)
    if match is None or len(match["who"].split()) > _MOST_OPENING:
        return words
    rest = words[match.end() :]
    return rest if len(rest.split()) > 2 else words  # noqa: PLR2004 - fewer words ask for nothing


def progress(beside: str) -> Progress:
    """Return how far a recommendation has come by the words beside it; UNKNOWN where unsaid."""
    plain = beside.casefold()
    if _REJECTED.search(plain):
        return Progress.REJECTED
    if _UNDER_WAY.search(plain):
        return Progress.IN_PROGRESS
    if _DONE.search(_UNDONE.sub(" ", plain)):
        return Progress.DONE
    return Progress.ACCEPTED if _ACCEPTED.search(plain) else Progress.UNKNOWN
