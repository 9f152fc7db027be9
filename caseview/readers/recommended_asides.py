"""Lines beside a recommendation that say something of it: who leads, why, by when, what for."""

import re

from caseview.readers.asked_bodies import can_be_asked
from caseview.readers.lines import fold
from caseview.readers.wording import any_of

_OF_IT = any_of(r"""
    rationale / reasons?(?: for (?:it|this|the recommendation))? / why(?: (?:this|it) matters)?
    (?:intended |desired |expected |anticipated |planned )?(?:outcomes?|impact|benefits?|results?)
    context / evidence(?: base)? / background / finding / learning / source / origin
    (?:measures? of )?success(?: measures?| criteria)? / measures? / how (?:will we|we will) know
    (?:what )?(?:good|success) (?:will |would )?looks? like / how (?:it )?will be measured
    timescales? / time ?frame / target(?: date)? / by when / when / date / deadline / status / due
    progress / update / links? to / linked to / addresses / priority / monitoring / scope / level
    implementation / resources / comment / note / theme / response / agreed / accepted
    to be done by / measurable / achievable / realistic / relevant / time-?bound
""")
# "Canlyniad a ragwelir / Anticipated outcome": the same in Welsh before it.
_BOTH = r"(?:[^:/.]{3,40}/\s*)?"
_SAID_OF_IT = re.compile(rf"{_BOTH}{_OF_IT}\b[^:]{{0,30}}:(?!\s*$)")
_HEADS_WHAT_IS_SAID = re.compile(rf"{_BOTH}{_OF_IT}\s*:?\s*")
_WHO = re.compile(
    r"(?:lead|owner|responsib\w+|addressees?|accountable|action(?:ed)? (?:by|for|owner)"
    r"|for action by|to be (?:actioned|led|taken forward|delivered) by"
    r"|(?:directed|addressed|made) to"
    r"|to(?=:)|for(?=:)|(?:for |by |to )?whom?(?=\s*:)|(?:lead |responsible )?agenc(?:y|ies)"
    r"|organisations?|bod(?:y|ies))\b[^:]{0,30}:\s*(?P<who>[^.;\n]+)",
    re.IGNORECASE,
)
# "To be led by the Trust."; "(Marsford Police)" alone.
_LED_BY = re.compile(
    r"(?:to\s+be\s+(?:led|actioned|taken\s+forward|delivered)|for\s+action)\s+by\s+(?P<who>[^.;\n]+)\.?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"[(\[](?P<who>[A-Z][^()\[\]]{2,80})[)\]]")


def whom_line(words: str) -> str:
    """Return whom a line says that a recommendation is for ("Lead: the Trust"), "" elsewhere."""
    match = _WHO.match(words) or _LED_BY.fullmatch(words)
    if match is None and (alone := _IN_BRACKETS.fullmatch(words)) and can_be_asked(alone["who"]):
        match = alone
    return match["who"].strip() if match else ""


def says_of_it(words: str) -> bool:
    """Return whether a line says something of a recommendation: "Rationale: nobody asked."."""
    return _SAID_OF_IT.match(fold(words)) is not None


def heads_what_is_said(words: str) -> bool:
    """Return whether a line is only the name of what is said below it: "Rationale"."""
    return _HEADS_WHAT_IS_SAID.fullmatch(fold(words)) is not None
