"""Whether words of a response accept a concern, tell of action, or refuse."""

import re

from caseview.domain.register import Reply

_WE = r"(?:we|i|it|they|trust|council|force|service|board|team|company|department|home)"
_ADVERBS = r"(?:also |now |already |since |recently |therefore |subsequently )*"
_IDLE = r"(?!(?:been (?:concerned|unable)|no|not|met|reflected|considered|read|noted|never)\b)"
_DONE = r"\w+(?:ed|en|un|built|put|set|made|told|held)\b"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


_REFUSES = _any(
    r"(?:do|does|did|can|could) ?(?:not|n['’]t) (?:\w+ ){0,2}(?:accept|agree|propose|intend)",
    r"(?:do|does|did) ?(?:not|n['’]t) (?:consider|believe|think) (?:that )?(?:it|any|further|this)",
    r"cannot (?:accept|agree|support)",
    r"no further action",
    r"not (?:propos|intend|plan)\w+ to",
    r"unable to (?:\w+ )?(?:accept|agree|offer|take|implement|support|respond)",
    r"not (?:be )?(?:appropriate|necessary|feasible|practicable|possible) to",
    r"disagrees?",
    r"would not be (?:appropriate|feasible|practicable)",
    r"not (?:a matter|matters) for",
    r"outside (?:of )?(?:our|its|the) (?:remit|control|powers?|responsibilit\w+)",
    r"falls? outside",
)
_ACTS = _any(
    rf"{_WE}\s+(?:have|has) {_ADVERBS}{_IDLE}{_DONE}",
    rf"{_WE} (?:will|shall|intends? to|plans? to|are going to|is going to) (?!not\b)\w+",
    rf"(?:has|have) {_ADVERBS}been (?!(?:concern|unable|no\b|not\b|difficult))\w+",
    r"(?:is|are) (?:now|being) \w+",
    r"will be (?!unable)\w+",
    r"came into (?:force|effect|use)",
    r"now (?:exists?|receives?|uses?|has|have|requires?|completes?)",
    r"from \d{1,2} \w+ (?:\d{4} )?(?:the|all|every)",
    r"since \d{1,2} \w+",
    r"no longer",
    r"has (?:increased|reduced|introduced|changed)",
    r"(?:was|were) (?:signed|introduced|launched|implemented|completed|approved|issued|repeated|"
    r"revised|rewritten|updated)",
    r"(?:goes|went) live",
)
_ACCEPTS = _any(
    r"accept(?:s|ed)?",
    r"acknowledges?",
    r"agrees?",
    r"recognises?",
    r"regrets?",
    r"(?:do|does) not (?:dispute|seek to dispute)",
    r"was a (?:serious )?(?:omission|failing|failure)",
    r"apologis\w+",
    r"sorry",
    r"cannot defend",
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'])")


def reply(words: str) -> Reply:
    """Return what words of a response say: rejected, action, or accepted, sentence by sentence.

    A refusal that comes first is the answer; else any action outweighs what is refused beside
    it. Words that neither refuse nor act accept. It is a guess from words.
    """
    kinds = [_kind(sentence) for sentence in _SENTENCES.split(words)]
    known = [kind for kind in kinds if kind is not None]
    if known and known[0] is Reply.REJECTED:
        return Reply.REJECTED
    for kind in (Reply.ACTION, Reply.REJECTED):
        if kind in known:
            return kind
    return Reply.ACCEPTED


def answers(words: str) -> bool:
    """Return whether any sentence accepts, acts or refuses in so many words."""
    return any(_kind(sentence) is not None for sentence in _SENTENCES.split(words))


def _kind(sentence: str) -> Reply | None:
    plain = sentence.casefold()
    if _REFUSES.search(plain):
        return Reply.REJECTED
    if _ACTS.search(plain):
        return Reply.ACTION
    return Reply.ACCEPTED if _ACCEPTS.search(plain) else None
