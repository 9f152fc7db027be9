"""Tells a text that only says what was done from one that judges it by what it sets beside."""

import re

_DONE = re.compile(
    r"\b(?:shared|held|completed|offered|recorded|discussed|referred|invited|informed|notified"
    r"|convened|reviewed|assessed|provided|attended|met|visited|contacted|spoke|telephoned"
    r"|documented|considered|checked|followed|arranged|consulted|supervised|trained"
    r"|carried out|undertaken|in place)\b"
)
# Whatever denies, limits, compares, contrasts, times, doubts or quotes may turn what was done into
# a shortfall ("a letter was sent nine days later").
_TURNING = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|without|nor|neither|few|little|lack\w*|absen\w+"
    r"|only|just|merely|barely|hardly|solely|simply|still|yet|even|alone|too|instead|rather"
    r"|despite|although|though|but|however|while|whereas|until|unless|since|later|late|delay\w*"
    r"|eventually|again|already|should|could|would|might|(?<!\d )may|need\w*|must|clos\w+"
    r"|end(?:ed|s)?|stop\w+|declin\w+|refus\w+|cancel\w+|miss\w+|lost|left|wait\w*|remain\w*|fail\w*|unable"
    r"|unclear|poor\w*|weak\w*|limited|assum\w+|believ\w+|thought|whether|if|same|different"
    r"|other|another|separate\w*|each|first|last|before|after|days?|weeks?|months?|years?|hours?"
    r"|times?|most|least|less|fewer|half|third|quarter|per cent|more|than|some|one|once|twice"
    r"|said|say|says)\b|n['’]t\b|[?:;“\"]"
)


def only_affirms(folded: str) -> bool:
    """Return whether a folded text says that something was done, and nothing that turns it."""
    return _DONE.search(folded) is not None and _TURNING.search(folded) is None
