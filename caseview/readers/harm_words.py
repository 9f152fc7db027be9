"""The field's words for sorts of harm: what names one, what somebody was tried for, its signs."""

import re
from collections.abc import Sequence

from caseview.readers.wording import any_of

Harms = Sequence[tuple[str, re.Pattern[str]]]
"""Sorts of harm with the pattern of the words that tell each, over folded text."""


def _harms(listed: Sequence[tuple[str, str]]) -> Harms:
    return tuple((name, re.compile(rf"\b{any_of(words)}\b")) for name, words in listed)


NAMED = _harms((
    (
        "homicide",
        r"(?<!attempted.)murder\w* / homicides? of / manslaughter / unlawful(?:ly)? kill\w+",
    ),
    ("homicide", r"killed\b.{0,40}\bby / fatally (?:stabbed|shot) / (?:stabbed|beaten) to death"),
    ("homicide", r"(?:shot|strangled|stabbed) (?:dead|by) / (?:guilty of|for) (?:the )?killing"),
    ("homicide", r"killed (?:her|him|them)(?! ?self)"),
    ("suicide", r"(?:died|deaths?|conclusion|verdict|dying) (?:by|of|from) suicide / suicide note"),
    (
        "suicide",
        r"(?:took|taken|taking) (?:his|her|their) own li(?:fe|ves) / by (?:his|her) own hand",
    ),
    (
        "suicide",
        r"ended (?:his|her|their) (?:own )?life / hanged (?:him|her)self / suspected suicide",
    ),
    ("suicide", r"found (?:hanged|hanging) / (?:died|death) by hanging / intentional overdose"),
    (
        "physical abuse",
        r"""physical(?:ly)? abuse\w* / non-accidental(?:ly)? injur\w+ / inflicted injur\w+
        (?:thought|found|believed|known) to (?:be|have been) (?:inflicted|non-accidental)
        consistent with (?:being )?shak(?:ing|en) / abusive head (?:injury|trauma)
        physical(?:ly)? chastis\w+ / injured by / grievous bodily harm / was shaken""",
    ),
    (
        "sexual abuse",
        r"""sexual(?:ly)? (?:abuse|assault)\w* / rape[ds]? / sexual (?:offences?|harm|activity with)
        indecent(?:ly)? assault\w* / sexually harmed / harmful sexual behaviour / incest""",
    ),
    ("emotional abuse", r"(?:emotional|psychological)(?:ly)? abuse\w*"),
    ("self-neglect", r"self-neglect\w* / self neglect\w* / hoard(?:ed|ing|er|s)"),
    (
        "neglect",
        r"""(?<!self-)(?<!self.)neglect\w* / acts? of omission / child cruelty / cruelty to
        ill-treat\w+ / starved / failing to provide safe care / starvation""",
    ),
    (
        "exploitation",
        r"""(?:criminal|sexual)(?:ly)? exploit\w+ / county lines / modern slavery / cuckoo\w+
        child exploitation / groomed / traffick(?:ed|ing) / exploited by / exploitation of""",
    ),
    (
        "financial abuse",
        r"""(?:financial|material|economic)(?:ly)? (?:abuse|exploit)\w* / defrauded / scammed""",
    ),
    (
        "domestic abuse",
        r"""domestic (?:abuse|violence) / coercive (?:(?:and|or) )?control\w* / coercion and control
        controlling (?:and|or) coercive / stalk(?:ed|ing) / controlled (?:her|his)""",
    ),
    (
        "organisational abuse",
        r"""(?:organisational|institutional) abuse / closed culture
        (?:residents|patients)\b.{0,40}\bwere (?:\w+ ){0,2}(?:hit|slapped|shouted at|mocked|dragged)
        abuse[ds]? (?:of|by)\b.{0,30}\b(?:residents|patients|staff|nurses|care workers)""",
    ),
    ("discriminatory abuse", r"discriminatory abuse / hate (?:crimes?|incidents?) / racial abuse"),
))
"""Words that name a harm outright."""

TRIED_FOR = _harms((
    ("homicide", r"(?<!attempted.)murder / manslaughter / killing / infanticide"),
    ("sexual abuse", r"(?:attempted )?rapes? / sexual (?:offences?|assaults?|activity) / indecent"),
    ("neglect", r"(?:wilful |child )?neglect / cruelty / ill-treatment / safe care and treatment"),
    ("neglect", r"gross negligence manslaughter"),
    (
        "physical abuse",
        r"""attempted murder / grievous bodily harm / wounding / assault(?:ing)? / inflicting""",
    ),
    ("exploitation", r"modern slavery / (?:human )?trafficking / forced labour"),
    ("financial abuse", r"fraud / theft of / stealing from"),
    ("domestic abuse", r"controlling (?:or|and) coercive / coercive / stalking / harassment"),
))
"""Offences that somebody was tried for, with the harm that each did."""

_SUICIDE = r"ligature / overdose / hanging / left a note / jumped from / fell from (?:a|the) bridge"
_SEXUAL = r"indecent images / sexualised / sexual (?:contact|activity)"
_OFFERED = "(?:care|help|support|services|treatment|assessments?|access|food|visits|carers)"
_CARE = r"""
pressure (?:ulcers?|sores?|damage) / bed ?sores / soiled / dehydrat\w+ / malnourish\w+ / maggots
malnutrition / emaciat\w+ / starv\w+ / ill-treat\w+ / safe care / choked / choking / missed visits
missed calls / left (?:for hours|alone|unattended) / failed to (?:provide|give|feed|seek)
"""
_BY_CHILD = (
    (
        "physical abuse",
        r"""fractures / fractured? (?:skull|arm|leg|ribs?|femur|humerus|bones?)
        broken (?:arm|leg|ribs?|bones?|wrist|collarbone) / bleeding (?:on|in|inside|around|to) the
        subdural / shaken / brain injur(?:y|ies) / head injur(?:y|ies) / injuries to (?:his|her|the)
        (?:serious|significant|unexplained|severe|multiple|fatal|life-threatening) (?:\w+ )?injuries
        bite marks? / bruis(?:es|ing) / scald(?:s|ed|ing) / burns? to / was (?:hit|beaten|assaulted)
        injuries (?:that|which) (?:were|had|could) / hurt in (?:his|her|their) homes?""",
    ),
    (
        "neglect",
        r"""malnourish\w+ / malnutrition / emaciat\w+ / dehydrat\w+ / underweight / squal\w+
        failure to thrive / faltering growth / filthy / unkempt / severe(?:ly)? tooth decay
        (?:not|never) (?:been )?(?:brought|taken) to / left (?:alone|unsupervised|in the care of a)
        untreated / head lice / unsanitary / poor home conditions""",
    ),
    ("sexual abuse", _SEXUAL),
    ("exploitation", r"gangs? / selling drugs / drug (?:dealing|running) / supply of drugs"),
    ("suicide", _SUICIDE),
    ("homicide", r"stabbed / stab wounds? / shot / strangled"),
)
_BY_ADULT = (
    (
        "self-neglect",
        rf"""(?:refus|declin)\w+ (?:of )?(?:\w+ ){{0,2}}{_OFFERED}
        would not (?:accept|let|allow|open|take|eat|wash) / squal\w+ / (?:un|in)sanitary / rubbish
        clutter\w* / infest\w* / unkempt / did not (?:look after|care for) (?:him|her)self
        disengag\w+ / non-engagement""",
    ),
    ("neglect", _CARE),
    ("physical abuse", r"was (?:hit|beaten|slapped|punched|assaulted|tied) / bruis(?:es|ing)"),
    ("sexual abuse", _SEXUAL),
    ("financial abuse", r"(?:took|stole|withdrew|taken|stolen) (?:\S+ )?(?:money|£[\d,]+|savings)"),
    ("exploitation", r"(?:used|taken over) by (?:\w+ ){0,2}(?:drug dealers|others|people)"),
    ("suicide", _SUICIDE),
    ("homicide", r"stabbed / stab wounds? / shot / strangled"),
)
_BY_PARTNER = (
    (
        "homicide",
        r"""stab wounds? / stabbed / was shot / strangled / strangulation / suffocated / set alight
        beaten / bludgeoned / asphyxia\w* / attacked (?:her|him) / fatal injuries / was attacked""",
    ),
    ("suicide", _SUICIDE),
    ("domestic abuse", r"controlling / coerci\w+ / harass\w+ / violent towards / assaulted by"),
)
SIGNS_OF_CHILD = _harms(_BY_CHILD)
"""Signs of harm to a child, where nothing names it."""
SIGNS_OF_ADULT = _harms(_BY_ADULT)
"""Signs of harm to an adult with care needs."""
SIGNS_OF_PARTNER = _harms(_BY_PARTNER)
"""Signs of harm by a partner or relative."""

OWN_DEATH = re.compile(
    r"\b(?:contributed to|cause of|led to) (?:his|her|their) deaths?\b"
    r"|\b(?:convicted|guilty) of (?:\w+ )?(?:his|her|their) (?:murder|manslaughter)\b"
)
"""Words that somebody was tried for, or caused, the death of the person."""
