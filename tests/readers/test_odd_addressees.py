"""Addressees are told apart in layouts that coroners use now and then."""

from pathlib import Path

import pytest

from caseview.domain.attribute import DetailName, values
from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from caseview.readers.text import read_plain

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})

FORM = """REGULATION 28 REPORT TO PREVENT FUTURE DEATHS

{sent_to}

1 CORONER
I am Ada Lorne, Assistant Coroner, for the coroner area of Norfolk.

2 CORONER’S LEGAL POWERS
I make this report under paragraph 7, Schedule 5, of the Coroners and Justice Act 2009.

5 CORONER’S CONCERNS
(1) Nobody was told who held the key to the medicine room.

6 ACTION SHOULD BE TAKEN
In my opinion action should be taken to prevent future deaths.
"""
HEAD = "THIS REPORT IS BEING SENT TO:"


def addressees(sent_to: str) -> list[str]:
    text = read_plain(FORM.format(sent_to=sent_to).encode())
    return list(values(DESCRIBER.describe(text, "report.txt").details, DetailName.ADDRESSEE))


# What stands in the first box, and words of each addressee in order.
LAYOUTS: dict[str, tuple[str, list[str]]] = {
    "inline, with roman numerals": (
        (
            f"{HEAD} (i) the Chief Executive of Lamplight NHS Trust; (ii) Oakshire County Council;"
            " and (iii) the Secretary of State for Health and Social Care"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council", "Secretary of State for Health"],
    ),
    "inline, after “namely”": (
        (
            f"{HEAD}\nThe following organisations, namely:\n"
            "Lamplight NHS Trust\nOakshire County Council"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "a title over several lines": (
        (
            f"{HEAD}\n1. Dr Ivor Quill\nMedical Director and Deputy Chief Executive\n"
            "Lamplight NHS Trust\nLamplight House\nWick Lane\nOakton\nOA1 2BC\n"
            "2. Ms Una Marsh\nStrategic Director for Adults\nOakshire County Council"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "care of": (
        (
            f"{HEAD}\n1. Mr Ivor Quill, c/o Lamplight Care Limited\n"
            "2. The Proprietors, Wick House Nursing Home, c/o Marsh Solicitors LLP"
        ),
        ["Lamplight Care Limited", "Wick House Nursing Home"],
    ),
    "copied to": (
        (
            f"{HEAD}\nLamplight NHS Trust\nOakshire County Council\n\n"
            "Copied to:\nCare Quality Commission\nThe family of Mr Pike"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "a copy in brackets": (
        (
            f"{HEAD}\n1. Lamplight NHS Trust\n2. Care Quality Commission (for information only)\n"
            "CC: NHS England"
        ),
        ["Lamplight NHS Trust", "Care Quality Commission"],
    ),
    "copies on the same line": (
        f"{HEAD} Lamplight NHS Trust (cc: NHS England and the Care Quality Commission)",
        ["Lamplight NHS Trust"],
    ),
    "interested persons after the list": (
        (
            f"{HEAD}\n1. Lamplight NHS Trust\n2. Oakshire Police\n\n"
            "And to the following interested persons:\nMrs Pike\nNHS England"
        ),
        ["Lamplight NHS Trust", "Oakshire Police"],
    ),
    "one sentence": (
        (
            f"{HEAD} the Chief Constable of Oakshire Police, the Chief Executive of Lamplight NHS"
            " Trust and the Director of Children’s Services at Oakshire County Council."
        ),
        ["Oakshire Police", "Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "post, then body in brackets": (
        (
            f"{HEAD}\nIvor Quill (Chief Executive, Lamplight NHS Trust)\n"
            "Una Marsh (Chief Constable, Oakshire Police)"
        ),
        ["Lamplight NHS Trust", "Oakshire Police"],
    ),
    "body with its short name": (
        (
            f"{HEAD}\nLamplight NHS Trust (“the Trust”)\nOakshire County Council (“OCC”)\n"
            "National Highways"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council", "National Highways"],
    ),
    "dashes between post and body": (
        (
            f"{HEAD}\nChief Executive – Lamplight NHS Trust\nGovernor – HMP Wickmoor\n"
            "Director General – HM Prison and Probation Service"
        ),
        ["Lamplight NHS Trust", "HMP Wickmoor", "HM Prison and Probation Service"],
    ),
    "a body over two lines": (
        (
            f"{HEAD}\nThe Chief Executive\nLamplight and Wickmoor Hospitals\nNHS Foundation"
            " Trust\n\n"
            "The Chief Executive\nOakshire Integrated Care\nBoard"
        ),
        ["NHS Foundation Trust", "Oakshire Integrated Care"],
    ),
    "a label and its colon": (
        f"{HEAD}\nNHS Trust: Lamplight NHS Trust\nCouncil: Oakshire County Council",
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "ministers by name": (
        (
            f"{HEAD}\n1. The Rt Hon Una Marsh MP, Secretary of State for Health and Social Care\n"
            "2. The Rt Hon Ivor Quill MP\nLord Chancellor and Secretary of State for Justice\n"
            "102 Petty France\nLondon\nSW1H 9AJ"
        ),
        ["Health and Social Care", "Secretary of State for Justice"],
    ),
    "letters and blank lines": (
        f"{HEAD}\n\nA. Lamplight NHS Trust\n\nB. Oakshire County Council\n\nC. Wick Rail Limited",
        ["Lamplight NHS Trust", "Oakshire County Council", "Wick Rail Limited"],
    ),
    "by e-mail": (
        (
            f"{HEAD}\n1. Lamplight NHS Trust (by email: legal@lamplight.example)\n"
            "2. Oakshire County Council - by email only"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "attention": (
        (
            f"{HEAD}\nLamplight NHS Trust\nFor the attention of Dr Ivor Quill, Medical Director\n"
            "Oakshire County Council\nFAO: The Chief Executive"
        ),
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "a surgery and its partners": (
        (
            f"{HEAD}\nThe Partners\nWick Lane Surgery\n12 Wick Lane\nOakton\n\nThe Practice"
            " Manager\n"
            "Marsh Road Medical Centre"
        ),
        ["Wick Lane Surgery", "Marsh Road Medical Centre"],
    ),
    "a maker abroad": (
        (
            f"{HEAD}\n1. Lampwerke GmbH\n2. Wick Bicycles Inc.\n3. Office for Product Safety and"
            " Standards"
        ),
        ["Lampwerke GmbH", "Wick Bicycles Inc", "Office for Product Safety"],
    ),
    "royal colleges": (
        (
            f"{HEAD}\nThe President\nRoyal College of Lamplighters\n\nThe President\n"
            "Royal College of Wickmakers and Chandlers"
        ),
        ["Royal College of Lamplighters", "Royal College of Wickmakers"],
    ),
    "two posts at two bodies in a sentence with “and”": (
        (
            f"{HEAD}\nThe Chief Executive Officer of Lamplight NHS Trust and the Chief Executive"
            " Officer of Wickmoor Ambulance Service NHS Trust"
        ),
        ["Lamplight NHS Trust", "Wickmoor Ambulance Service"],
    ),
    "a heading that says to whom": (
        "THIS REPORT IS BEING SENT TO the Chief Executive, Lamplight NHS Trust",
        ["Lamplight NHS Trust"],
    ),
    "numbers with a colon": (
        f"{HEAD}\n1: Lamplight NHS Trust\n2: Oakshire County Council",
        ["Lamplight NHS Trust", "Oakshire County Council"],
    ),
    "a word alone between capitals": (
        f"{HEAD}\nLAMPLIGHT NHS TRUST\nAND\nOAKSHIRE COUNTY COUNCIL",
        ["LAMPLIGHT NHS TRUST", "OAKSHIRE COUNTY COUNCIL"],
    ),
    "a stroke": (
        f"{HEAD}\nDepartment of Health and Social Care / NHS England",
        ["Department of Health and Social Care", "NHS England"],
    ),
    "numbers and dashes": (
        f"{HEAD}\n1 - Lamplight NHS Trust\n2 - Oakshire Police\n3 - NHS England",
        ["Lamplight NHS Trust", "Oakshire Police", "NHS England"],
    ),
    "those who hold an office": (
        f"{HEAD}\nThe Prime Minister\nThe Mayor of London\nTransport for London",
        ["Prime Minister", "Mayor of London", "Transport for London"],
    ),
    "two firms with signs for and": (
        f"{HEAD}\nMarsh & Quill Scaffolding Ltd & Wick Builders Ltd",
        ["Marsh & Quill Scaffolding Ltd", "Wick Builders Ltd"],
    ),
    "an office with its address, below a number": (
        (
            f"{HEAD}\n1. Ms Ada Bell, Chief Executive, Lamplight NHS Trust, 1 High Street\n2. The"
            " Secretary of State for Health and Social Care, 39 Victoria Street, London SW1H 0EU"
        ),
        ["Lamplight NHS Trust", "Secretary of State for Health"],
    ),
    "two ministers on a line": (
        (
            f"{HEAD}\nRt Hon Ada Bell MP, Secretary of State for Transport and Rt Hon John Day MP,"
            " Secretary of State for Justice"
        ),
        ["Transport", "Justice"],
    ),
    "a company, a council and a commission": (
        f"{HEAD}\nQuillpack Limited, Norfolk County Council and the Care Quality Commission",
        ["Quillpack Limited", "Norfolk County Council", "Care Quality Commission"],
    ),
    "a trust, a surgery and a council": (
        f"{HEAD}\nVale NHS Trust, Mill Lane Surgery and Norfolk County Council",
        ["Vale NHS Trust", "Mill Lane Surgery", "Norfolk County Council"],
    ),
    "departments in a sentence": (
        f"{HEAD}\nThe Home Office, the Ministry of Justice and HM Prison and Probation Service",
        ["Home Office", "Ministry of Justice", "HM Prison and Probation Service"],
    ),
    "one body with commas in its name": (
        f"{HEAD}\nBarnet, Enfield and Haringey Mental Health NHS Trust",
        ["Barnet, Enfield and Haringey Mental Health NHS Trust"],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_addressee_of_a_rare_layout_is_found(layout: str) -> None:
    sent_to, wanted = LAYOUTS[layout]
    found = addressees(sent_to)
    assert len(found) == len(wanted), found
    assert all(words in one for words, one in zip(wanted, found, strict=True)), found
