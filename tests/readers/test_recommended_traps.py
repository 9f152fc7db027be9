"""What only speaks of recommendations, earlier, rejected or repeated, beside those of a review."""

import pytest

from tests.readers.test_recommended_anywhere import recommended

ASKED = (
    "Mill Lane Surgery should keep a list of carers who are seen at home.",
    "Marsford Police should give each caller the name of an officer.",
    "The Board should write to each family within a month of a death.",
)
LISTED = "\n".join(("# 6. Recommendations", *(f"- {n} | {one}" for n, one in enumerate(ASKED, 1))))
BY_FINDING = "\n".join((
    "# 6. Findings",
    *(f"## Finding {n}\nNobody knew.\nRecommendation {n}: {one}" for n, one in enumerate(ASKED, 1)),
))
BEFORE = {
    "earlier table": (
        "# 5. Learning from earlier reviews\n"
        "| Recommendation of SAR Edith (2017) | Position now\n"
        "| The Council should audit its letters each year. | Done once\n"
        "| The Trust should name a lead nurse. | Not done"
    ),
    "earlier list": (
        "# 5. Previous reviews\n"
        "The review of Mr P in 2016 made three recommendations:\n"
        "- The Council should audit its letters each year.\n"
        "- The Trust should name a lead nurse.\n"
        "- All agencies should train their staff."
    ),
    "earlier labelled": (
        "# 5. The 2016 review\n"
        "Recommendation 4 of that review was that the Council should audit its letters. "
        "Recommendation 5 was that the Trust should name a lead nurse."
    ),
    "earlier label lines": (
        "# 5. What the 2016 review said\n"
        "Recommendation 4: The Council should audit its letters each year.\n"
        "Recommendation 5: The Trust should name a lead nurse."
    ),
    "earlier sub in recs": (
        "# 5. Background to the recommendations\n"
        "In 2016 it was recommended that the Council should audit its letters each year. "
        "It was not done."
    ),
    "summary front": (
        "# 0. Executive summary\n"
        "The review makes three recommendations: to list carers, to name officers, and to"
        " write to families."
    ),
    "summary bullets front": (
        "# 0. Summary of recommendations\n"
        "- List carers seen at home\n"
        "- Name an officer for each caller\n"
        "- Write to families"
    ),
    "summary full front": (
        "# 0. Summary\n"
        "The recommendations are:\n"
        "- Mill Lane Surgery should keep a list of carers who are seen at home.\n"
        "- Marsford Police should give each caller the name of an officer.\n"
        "- The Board should write to each family within a month of a death."
    ),
    "guidance": (
        "# 5. What good practice looks like\n"
        "NICE guidance says that every carer should be offered an assessment. The Care "
        "Act says that the local authority must make enquiries. All staff should record "
        "what they see."
    ),
    "policy": (
        "# 5. Policy at the time\n"
        "The procedure said: 'The manager should call a meeting within five days. "
        "Agencies should send a report.'"
    ),
    "learning points": (
        "# 5. Learning points\n"
        "Learning point 1: Practitioners should ask who else lives at home.\n"
        "Learning point 2: Managers should read the last three referrals.\n"
        "Learning point 3: All agencies should treat a third call as the first."
    ),
    "learning bullets": (
        "# 5. Lessons learned\n"
        "- Staff should ask who holds the key.\n"
        "- Managers need to read old referrals.\n"
        "- Carers must be seen alone."
    ),
    "practice points": (
        "# 5. Practice points\n- Ask who holds the key.\n- Read old referrals.\n- See carers alone."
    ),
    "imr done": (
        "# 5. Action already taken\n"
        "- The Trust has named a lead nurse.\n"
        "- Mill Lane Surgery now rings back.\n"
        "- The Council is to train all staff by June."
    ),
    "family wish": (
        "# 5. What the family want\n"
        "Her daughter said: 'The Council should have rung back. They should train their "
        "staff. Somebody should say sorry.'"
    ),
    "family list": (
        "# 5. The family's view\n"
        "- The Council should say sorry.\n"
        "- Every surgery should know its carers.\n"
        "- Nobody should wait like that again."
    ),
    "should have": (
        "# 5. Could it have been different?\n"
        "The Council should have rung back. The Trust should have sent a nurse. Harbour "
        "Homes should have used its key."
    ),
    "tor": (
        "# 0. Terms of reference\n"
        "- To consider whether agencies should have acted sooner.\n"
        "- To establish what lessons are to be learned.\n"
        "- The panel should meet four times."
    ),
    "research": (
        "# 5. Research\n"
        "Brandon (2020) recommends that supervision should be monthly. The study found "
        "that agencies should meet more often."
    ),
    "coroner": (
        "# 5. The inquest\n"
        "The coroner wrote to the Trust that it should review its rota, and to the "
        "Council that it should audit its letters. The Trust was recommended to train its"
        " staff."
    ),
    "good practice": (
        "# 5. Good practice\n"
        "The nurse rang every day. This should be the standard. Other teams should copy "
        "it."
    ),
}
AFTER = {
    "rejected": (
        "# 7. Recommendations not made\n"
        "The panel considered whether the Council should be asked to fund a nurse. It "
        "decided not to. The Trust should not be told to do what it cannot."
    ),
    "rejected list": (
        "# 7. Proposals considered and not adopted\n"
        "- That all homes should install cameras.\n"
        "- That the Trust should be merged with the Council."
    ),
    "action plan": (
        "# 7. Action plan\n"
        "| Rec | Action | Lead | By\n"
        "| 1 | List to be set up in each surgery by the manager | Surgery | June\n"
        "| 2 | Script to be written for call takers to use | Police | June\n"
        "| 3 | Template letter to be drawn up | Board | July"
    ),
    "action plan list": (
        "# Appendix A: Action plan\n"
        "- The surgery will set up a list by June.\n"
        "- Police to write a script for call takers.\n"
        "- The Board office to draw up a letter."
    ),
    "agency will": (
        "# 7. What agencies have told us they will do\n"
        "The Trust will name a lead nurse. Harbour Homes will visit each tenant. Marsford"
        " Police will train all call takers."
    ),
    "questions": (
        "# 7. Questions for the Board\n"
        "- How will the Board know that carers are listed?\n"
        "- What would tell the Board that callers are heard?"
    ),
    "dissemination": (
        "# 7. Dissemination\n"
        "The report should be sent to all agencies. The Board will publish it. Each "
        "agency must brief its staff within a month."
    ),
    "thanks": (
        "# 8. Thanks\n"
        "The reviewer would like to thank all who took part. Their honesty should be "
        "recognised by their managers."
    ),
    "glossary": (
        "# 8. Glossary\n"
        "MARAC: a meeting at which agencies should share what they know of those at high "
        "risk."
    ),
    "quote letter": (
        "# 8. Letter from the Home Office\n"
        "The Panel felt that the report should say more on equality. It would be helpful "
        "if the action plan was revised. You must publish it."
    ),
    "conclusion should": (
        "# 7. Conclusion\n"
        "If these recommendations are carried out, a carer in Marsford should be known to"
        " her surgery. The Board should take some comfort from that. Agencies must not "
        "lose sight of her."
    ),
    "previous progress in recs": (
        "# 7. Progress on recommendations\n"
        "| Recommendation | Progress\n"
        "| Mill Lane Surgery should keep a list of carers. | List set up in May."
    ),
    "impact": (
        "# 7. Equality\n"
        "The panel considered whether the Council should have offered an interpreter. "
        "Staff should always ask."
    ),
}
WITHIN = {
    "rejected in recs": (
        "The panel considered recommending that the Council should fund a nurse, and "
        "decided not to."
    ),
    "monitoring in recs tail": (
        "The Board will monitor these. Each agency should report on progress every six months."
    ),
    "quote in recs": ("Her daughter said: 'They should just pick up the phone.'"),
    "note in recs": (
        "Note: the Trust has already named a lead nurse, and should be thanked for it."
    ),
}


def opened(told: str) -> list[str]:
    return [words for *_, words in recommended(told)]


WORDS = [" ".join(one.split()[:3]) for one in ASKED]


@pytest.mark.parametrize("full", [LISTED, BY_FINDING], ids=["listed", "by finding"])
@pytest.mark.parametrize("trap", BEFORE)
def test_what_stands_before_them_is_none(trap: str, full: str) -> None:
    assert opened(f"{BEFORE[trap]}\n{full}") == WORDS


@pytest.mark.parametrize("full", [LISTED, BY_FINDING], ids=["listed", "by finding"])
@pytest.mark.parametrize("trap", AFTER)
def test_what_stands_after_them_is_none(trap: str, full: str) -> None:
    assert opened(f"{full}\n{AFTER[trap]}") == WORDS


@pytest.mark.parametrize("trap", WITHIN)
def test_what_stands_among_them_is_none(trap: str) -> None:
    assert opened(f"{LISTED}\n{WITHIN[trap]}") == WORDS
