"""Recommendations under headings of every kind, with labels of every kind, and in the prose."""

from pathlib import Path

import pytest

from caseview.readers.describe import Describer
from caseview.readers.lists import load_lists
from tests.readers.marked import marked

DESCRIBER = Describer(load_lists(Path(__file__).parents[2] / "resources" / "lists"), {})
BOARD = "Marsford Safeguarding Adults Board"
REVIEW = f"""# Safeguarding Adults Review: Winifred
Commissioned by the {BOARD} under section 44 of the Care Act 2014
# 1. Introduction
Winifred was 71 when she died in January 2022 at the flat where she had lived for thirty years.
# 2. Analysis
Nobody asked who held the key. The referral was read as a housing matter and nothing else.
{{told}}
"""


def recommended(told: str) -> list[tuple[str, str | None, str]]:
    found = DESCRIBER.describe(marked(REVIEW.format(told=told)), "review.docx").recommendations
    return [(r.number, r.addressee, " ".join(r.text.split()[:3])) for r in found]


FOUND = {
    "# 3. What has to change\nThey are set out by who has to act.\n## A. Marsford Police\nA1."
    " Withdraw the form.\nA2. Give each caller a name.": [
        ("A1", "Marsford Police", "Withdraw the form."),
        ("A2", "Marsford Police", "Give each caller"),
    ],
    "# 3. Where we think change is needed\n## FOR ADULT SOCIAL CARE\nC. Withdraw the template"
    " reply.\nD. Appoint two workers to the team.": [
        ("C", "Adult Social Care", "Withdraw the template"),
        ("D", "Adult Social Care", "Appoint two workers"),
    ],
    "# 3. Recommendations\n## THE HOME OFFICE\nHO 1. To collect figures on such deaths.\nHO 2. To"
    " publish them each year.": [
        ("HO 1", "Home Office", "To collect figures"),
        ("HO 2", "Home Office", "To publish them"),
    ],
    "## The Panel asks:\nThat Mill Lane Surgery reviews its contacts.\nThat the Probation Service,"
    " when it makes an enquiry, says why it asks.": [
        ("", "Mill Lane Surgery", "That Mill Lane"),
        ("", "Probation Service", "That the Probation"),
    ],
    "# 3. Recommendations\nRecommendation 1 (P1). The Board should set a standard."
    "\nRecommendation 2 (national). The Home Office should pay for it.": [
        ("1", BOARD, "The Board should"),
        ("2", "Home Office", "The Home Office"),
    ],
    "Recommendation 1.1 The Governor of HM Prison Oakmoor should read each report.\nMore was said."
    "\nRecommendation 1.2 (national) The Home Office should pay for it.": [
        ("1.1", "HM Prison Oakmoor", "The Governor of"),
        ("1.2", "Home Office", "The Home Office"),
    ],
    "Care must follow. We recommend that Mill Lane Surgery adopt one plan. It is late. We further"
    " recommend that the Home Office be asked for money.\nNothing else.": [
        ("", "Mill Lane Surgery", "Mill Lane Surgery"),
        ("", "Home Office", "the Home Office"),
    ],
    "We recommend that no caller be given one number. This is addressed to Marsford Police.": [
        ("", "Marsford Police", "no caller be"),
    ],
    "n 5.4 | Officers knew a third. We recommend that Marsford Police should send what it knows on"
    " the day\nthat it is asked. We recommend to the Board that Mill Lane Surgery should reply.": [
        ("5.4", "Marsford Police", "Marsford Police should"),
        ("5.4", "Mill Lane Surgery", "Mill Lane Surgery"),
    ],
    f"# 3. Recommendations\nThe panel has been sparing. {BOARD} is recommended to:\n- a) | publish"
    " a policy, to be written by Marsford Fire and Rescue Service;\n- b) | ask the Director of"
    " Public Health to lead a campaign.": [
        ("a", BOARD, "publish a policy,"),
        ("b", BOARD, "ask the Director"),
    ],
    "# 3. Recommendations\n## Bluecoat Care\n- Fire safety to be added to the supervision form."
    "\n- Very high risk visits without reply to be escalated to a manager.": [
        ("", "Bluecoat Care", "Fire safety to"),
        ("", "Bluecoat Care", "Very high risk"),
    ],
    "# 3. Recommendations\nn 3.1 | We considered whether the porter should be trained, and thought"
    " not.\nn 3.2 | The Board should ask Mill Lane Surgery to keep a list of carers.": [
        ("3.2", "Mill Lane Surgery", "The Board should"),
    ],
    "# 3. Recommendations\nIn 2017 the Board recommended that letters be read. The Board"
    " should say why they are not.": [
        ("", BOARD, "In 2017 the"),
    ],
    "# 3. Recommendations\nn 8 | The panel was told that these should be few. It recommends, first,"
    " that Mill Lane Surgery read all letters.\nn 9 | Secondly, that Marsford Police audit calls."
    "\nn 10 | Two go further. These are that the Home Office pay; and that Ofsted look at it.": [
        ("8", "Mill Lane Surgery", "that Mill Lane"),
        ("9", "Marsford Police", "that Marsford Police"),
        ("10", "Home Office", "that the Home"),
        ("10", "Ofsted", "that Ofsted look"),
    ],
    "# 3. What happened next\nIn May she wrote again. It is nevertheless recommended that Mill Lane"
    " Surgery should ring. In June she fell.\nIn July he wrote. The panel firmly recommends that"
    " Ashdown Community Nursing should visit.": [
        ("", "Mill Lane Surgery", "It is nevertheless"),
        ("", "Ashdown Community Nursing", "Ashdown Community Nursing"),
    ],
    "Nobody rang back. It was May.\nRecommendation. Mill Lane Surgery should ring on the day."
    "\n# 3. Part C\nThe first of the recommendations is above. Two follow.\nMarsford Police"
    " should audit all calls.\nThe Board should write to him.": [
        ("", "Mill Lane Surgery", "Mill Lane Surgery"),
        ("", "Marsford Police", "Marsford Police should"),
        ("", BOARD, "The Board should"),
    ],
    "# 3. Recommendations to the Board and its partners\n| What we recommend | Who\n| Marsford"
    " Police to audit all calls. | Head of Public Protection\n| All letters to be read. | Area"
    " Manager, Prevention\n| Training to be given by Mill Lane Surgery without delay. | Chair": [
        ("", "Head of Public Protection", "Marsford Police to"),
        ("", "Area Manager, Prevention", "All letters to"),
        ("", "Mill Lane Surgery", "Training to be"),
    ],
    "# 3. Recommendations\n## The safeguarding partners together\n- 1 | Set up one service"
    " for all.": [
        ("1", BOARD, "Set up one"),
    ],
}


@pytest.mark.parametrize("told", FOUND)
def test_what_is_recommended_is_read_with_whom_it_is_for(told: str) -> None:
    assert recommended(told) == FOUND[told]


NONE = (
    "Recommendation 1 was carried out and the second was not.",
    "We make no recommendation. We considered whether to recommend that all be trained.",
    "# 3. Afterwards\nThe Surgery now reads every letter. The Board will look at this again.",
    "# 3. Recommendations\nThese were agreed at a workshop. The last column shows who must help.",
    "# 3. Recommendations\nG1. The table below shows what is asked and who must answer.",
    "# 3. Recommendations\nn 9 | Both Boards have accepted these. All must report by May.",
    "# 3. Recommendations\nThe reviews contain forty recommendations, that all should write.",
    "# 3. Recommendations\nThe main recommendations are in the boxes and should be read there.",
    "# 3. Recommendations\nThe panel would like to thank those who must go on caring.",
    "# 3. Recommendations\nMill Lane Surgery had recommended, for its part, that all should read.",
    "# 3. Recommendations\nIn 2017 the Board recommended that all letters should be read.",
    "# 3. Recommendations\nWe ask the Board to raise the following with the bodies concerned.",
    "# 3. Recommendations\nThe Board is asked to accept the following. Progress will be told.",
    "# 3. Recommendations\nThe reviewer and the panel talked at length about what they should ask.",
    "# 3. Recommendations\nThe reference group met in May to agree this table.",
    "# 3. After\nThe reviews contain forty recommendations, that the Home Office should pay.",
)


@pytest.mark.parametrize("told", NONE)
def test_what_is_only_told_of_recommendations_is_none(told: str) -> None:
    assert recommended(told) == []


FULL = (
    "- 1 | Marsford Council should visit each carer over seventy-five and telephone no longer.\n"
    "- 2 | Mill Lane Surgery should see all patients with dementia alone for part of each review.\n"
    "- 3 | Marsford Police should review the certificates of carers each year by a visit.\n"
)
SHORT = (
    "- 1 | Visit carers over seventy-five.\n- 2 | See patients with dementia alone.\n"
    "- 3 | Review certificates of carers.\n"
)


@pytest.mark.parametrize(
    "told",
    [
        f"# 3. Summary of recommendations\n{SHORT}# 4. Lessons\nAsk.\n# 5. Recommendations\n{FULL}",
        f"# 3. Recommendations\n{FULL}# 4. Recommendations at a glance\n{SHORT}",
    ],
)
def test_a_list_that_says_them_in_short_is_left_out(told: str) -> None:
    assert [whom for _, whom, _ in recommended(told)] == [
        "Marsford Council",
        "Mill Lane Surgery",
        "Marsford Police",
    ]
