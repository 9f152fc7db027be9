"""Whom words beside a recommendation name: the body asked, or the post that sees to it."""

import re

from caseview.readers.asked_bodies import names_body

# A person's post, or a part of a body, says who sees to it, not which body was asked.
_POST = re.compile(
    r"\b(?:managers?|officers?|superintendent|inspector|director|head of|lead|nurse|chair"
    r"|co-?ordinator|chief executive|constable|principal|doctor|team leader|commander"
    r"|(?:social|support|case)\s+workers?|sub-?group|commissioning|scrutineer"
    r"|business\s+(?:unit|team|office|support)|secretariat)\W*$",
    re.IGNORECASE,
)
# "Head of Inclusion" leads; in a column of its own it may be who is asked.
_HEADS = re.compile(r"(?:\w+\s+)?(?:directors?|heads?|managers?)\s+(?:of|for)\s", re.IGNORECASE)
# "Head of Inclusion, June 2023"
_BY_WHEN = re.compile(r"[,.;]\s+(?:by\s+)?(?:(?:the\s+)?end\s+of\s+)?(?:[A-Z][a-z]+\s+)?20\d\d\W*$")
_ARTICLE = re.compile(r"(?:the|all|each|every|both|our)\s")
# "NHS England (via the Board's chair)": how it reaches them.
_BY_WAY_OF = re.compile(r"\s*\((?:via|through|by\s+way\s+of)\b[^()]*\)", re.IGNORECASE)


def names_post(who: str) -> bool:
    """Return whether words name a person's post, or a part of a body."""
    return _POST.search(who) is not None


def body_or_post(who: str) -> tuple[str | None, str]:
    """Return whom words name as the body asked, None where nobody, and as a post, else "".

    "Head of Nursing, Northmoor Trust" names a body with its post.
    """
    who = _BY_WAY_OF.sub("", who)
    post, _, body = who.partition(", ")
    if names_post(post) and body and not body.startswith("to "):
        return (body, "") if names_body(body) else (None, who)
    return (None, who) if names_post(who) else (who or None, "")


def body_or_lead(who: str) -> tuple[str | None, str]:
    """Return the same of a line that says who leads ("Lead: Head of Inclusion")."""
    who = _BY_WHEN.sub("", _BY_WAY_OF.sub("", who))
    if who[:1].islower() and not _ARTICLE.match(who):
        # "Letter from the chair" says how it is done, and so does "by invitation".
        return None, ""
    if "," not in who and all(_leads(one) for one in who.split("; ")):
        return None, who
    return body_or_post(who)


def _leads(one: str) -> bool:
    """Return whether words name a post: "Head of Inclusion", "Vulnerability Lead"."""
    return _HEADS.match(one) is not None or names_post(one)
