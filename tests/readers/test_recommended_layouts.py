"""Recommendations in many layouts, each with whom it is for."""

import pytest

from tests.readers.test_recommended_anywhere import BOARD, recommended

LAYOUTS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "rows of a table that name bodies": (
        (
            "# 3. Actions\n"
            "| No | Action | By when\n"
            "| For Mill Lane Surgery\n"
            "| 1 | Keep a list of carers who are seen at home. | May 2022\n"
            "| 2 | Train all of its staff in the new form. | May 2022\n"
            "| For Marsford Police\n"
            "| 3 | Give each caller the name of an officer. | June 2022"
        ),
        [("1", "Mill Lane Surgery"), ("2", "Mill Lane Surgery"), ("3", "Marsford Police")],
    ),
    "joined rows that name bodies": (
        (
            "# 3. Improving systems and practice\n"
            "| Action | Timescale\n"
            "| Marsford University Health Board | Marsford University Health Board\n"
            "| Keep a list of carers who are seen at home. | May 2022\n"
            "| Marsford Police | Marsford Police\n"
            "| Give each caller the name of an officer. | June 2022"
        ),
        [("", "Marsford University Health Board"), ("", "Marsford Police")],
    ),
    "a column of who leads": (
        (
            "# 3. Recommendations\n"
            "| No. | Recommendation | Led by\n"
            "| 1 | Keep a list of carers who are seen at home. | Mill Lane Surgery\n"
            "| 2 | Give each caller a name. | Marsford Police"
        ),
        [("1", "Mill Lane Surgery"), ("2", "Marsford Police")],
    ),
    "codes and supporting bodies": (
        (
            "# 3. Recommendations\n"
            "| Ref | What tenants said | What should be done | Lead | Supporting\n"
            "| K/01 | Nobody came. | Keep a list of carers who are seen at home. | Mill Lane"
            " Surgery | Marsford Police\n"
            "| K/02 | It was cold. | Give each caller a name. | Marsford Police | Harbour Homes"
        ),
        [("K/01", "Mill Lane Surgery"), ("K/02", "Marsford Police")],
    ),
    "a chair who is to write to a body": (
        (
            "# 3. Recommendations\n"
            "| Ref | Recommendation | Lead\n"
            "| K/01 | Keep a list of carers who are seen at home. | Mill Lane Surgery\n"
            "| K/02 | Regulate homes of this kind. | Board chair to write to the Home Office"
        ),
        [("K/01", "Mill Lane Surgery"), ("K/02", "Home Office")],
    ),
    "codes by body, then a table that counts anew for each agency": (
        (
            "# 3. Recommendations\n"
            "## To the Board\n"
            "OR1 The Board should keep a list of carers who are seen at home.\n"
            "OR2 The Board should publish it.\n"
            "## To Marsford Police\n"
            "OR3 Marsford Police should give each caller a name.\n"
            "# 4. Recommendations of the individual management reviews\n"
            "| Agency | No | Recommendation\n"
            "| Mill Lane Surgery | 1 | Train all of its staff in the new form.\n"
            "|  | 2 | Read each letter on the day.\n"
            "| Marsford Police | 1 | Brief all officers on the new law."
        ),
        [
            ("OR1", BOARD),
            ("OR2", BOARD),
            ("OR3", "Marsford Police"),
            ("1", "Mill Lane Surgery"),
            ("2", "Mill Lane Surgery"),
            ("1", "Marsford Police"),
        ],
    ),
    "it is recommended, in sentences": (
        (
            "# 3. Conclusion\n"
            "The key was lost. It is recommended that Mill Lane Surgery keeps a list of"
            " keys. It is also recommended that Marsford Police gives each caller a name.\n"
            "Nobody knew. It is further recommended that the Home Office pays."
        ),
        [("", "Mill Lane Surgery"), ("", "Marsford Police"), ("", "Home Office")],
    ),
    "bullets below bodies": (
        (
            "# 3. Recommendations\n"
            "## Marsford Police\n"
            "- Review the way in which calls are graded.\n"
            "- All staff to complete the course by May.\n"
            "## National\n"
            "- The Home Office to consider a marker for shotguns."
        ),
        [("", "Marsford Police"), ("", "Marsford Police"), ("", "Home Office")],
    ),
    "codes with a dash": (
        (
            "# 3. Recommendations\n"
            "## To Marsford Police\n"
            "BP-1 Review the way in which calls are graded.\n"
            "BP-2 Brief all officers.\n"
            "## To Eastfield Practice\n"
            "EP-1 See each patient alone."
        ),
        [("BP-1", "Marsford Police"), ("BP-2", "Marsford Police"), ("EP-1", "Eastfield Practice")],
    ),
    "codes below plain lines": (
        (
            "# 3. Recommendations\n"
            "To Marsford Police\n"
            "BP-1: Review the way in which calls are graded.\n"
            "To Eastfield Practice\n"
            "EP-1: See each patient alone."
        ),
        [("BP-1", "Marsford Police"), ("EP-1", "Eastfield Practice")],
    ),
    "a table without numbers": (
        (
            "# 3. Recommendations\n"
            "| What | Who | When\n"
            "| Keep a list of carers who are seen at home. | Mill Lane Surgery | May 2022\n"
            "| Give each caller a name. | Marsford Police | June 2022"
        ),
        [("", "Mill Lane Surgery"), ("", "Marsford Police")],
    ),
    "a table that asks what of whom": (
        (
            "# 3. Recommendations\n"
            "| What we ask | Of whom | By when\n"
            "| A list to be kept of carers who are seen at home. | Manager, Mill Lane"
            " Surgery | May 2022\n"
            "| Each caller to be given a name. | Marsford Police | June 2022"
        ),
        [("", "Mill Lane Surgery"), ("", "Marsford Police")],
    ),
    "counted in words, two in a paragraph": (
        (
            "# 3. Recommendations\n"
            "n 9.1 | We have four recommendations, set out here in prose.\n"
            "n 9.2 | First, Mill Lane Surgery should keep a list of carers. Secondly,"
            " Marsford Police should give each caller a name. That is all on this.\n"
            "n 9.3 | Thirdly, the Home Office should pay for it."
        ),
        [("9.2", "Mill Lane Surgery"), ("9.2", "Marsford Police"), ("9.3", "Home Office")],
    ),
    "our first, our second": (
        (
            "# 3. Conclusions and recommendations\n"
            "n 9.2 | The key was lost. Our first recommendation is that Mill Lane Surgery"
            " should keep a list of carers. Our second is that Marsford Police should give"
            " each caller a name."
        ),
        [("9.2", "Mill Lane Surgery"), ("9.2", "Marsford Police")],
    ),
    "a table without a head": (
        (
            "# 9. Recommendations\n"
            "| 9(a) | Keep a list of carers who are seen at home. | Mill Lane Surgery\n"
            "| 9(b) | Give each caller a name. | Marsford Police"
        ),
        [("9(a)", "Mill Lane Surgery"), ("9(b)", "Marsford Police")],
    ),
    "cards": (
        (
            "# 3. Recommendations\n"
            "| Recommendation 1 | Keep a list of carers who are seen at home.\n"
            "| Addressed to | Mill Lane Surgery\n"
            "| Why | Nobody knew.\n"
            "| Recommendation 2 | Give each caller a name.\n"
            "| Addressed to | Marsford Police\n"
            "| Why | They rang."
        ),
        [("1", "Mill Lane Surgery"), ("2", "Marsford Police")],
    ),
    "who leads, behind the words": (
        (
            "# 3. Recommendations\n"
            "- 1 | Keep a list of carers who are seen at home. (Mill Lane Surgery)\n"
            "- 2 | Give each caller a name. Lead: Marsford Police"
        ),
        [("1", "Mill Lane Surgery"), ("2", "Marsford Police")],
    ),
    "done by whom": (
        (
            "# 3. Recommendations\n"
            "- 1 | A list of carers should be kept by Mill Lane Surgery.\n"
            "- 2 | Training on the form is to be delivered to all staff by Marsford Police"
            " and the Probation Service."
        ),
        [("1", "Mill Lane Surgery"), ("2", "Marsford Police and the Probation Service")],
    ),
    "the board assures itself": (
        (
            "# 3. Recommendations\n"
            "- 1 | The Board should seek assurance from Marsford Police that each caller is"
            " given a name.\n"
            "- 2 | The SAB to assure itself that lists are kept.\n"
            "- 3 | Marsford SAB should receive a report from Mill Lane Surgery."
        ),
        [("1", BOARD), ("2", BOARD), ("3", BOARD)],
    ),
    "several bodies": (
        (
            "# 3. Recommendations\n"
            "- 1 | Mill Lane Surgery, Marsford Police and the Probation Service should agree"
            " a pathway.\n"
            "- 2 | Both Marsford Council and Marsford Police must reply.\n"
            "- 3 | All agencies represented on the Board should train staff."
        ),
        [
            ("1", "Mill Lane Surgery, Marsford Police and the Probation Service"),
            ("2", "Marsford Council and Marsford Police"),
            ("3", "All agencies represented on the Board"),
        ],
    ),
    "behind clauses": (
        (
            "# 3. Recommendations\n"
            "- 1 | It is for Marsford Council to decide how homes are chosen, and it should"
            " publish its criteria.\n"
            "- 2 | Within six months, and with the help of the ICB, Marsford Council should"
            " report.\n"
            "- 3 | In order that callers are known, Marsford Police should give each a name."
        ),
        [("1", "Marsford Council"), ("2", "Marsford Council"), ("3", "Marsford Police")],
    ),
    "who answers for it": (
        (
            "# 3. Recommendations\n"
            "- 1 | Responsibility for a list of carers should rest with Mill Lane Surgery.\n"
            "- 2 | Marsford Police is to be commended and should give each caller a name."
        ),
        [("1", "Mill Lane Surgery"), ("2", "Marsford Police")],
    ),
    "sorts of body": (
        (
            "# 3. Recommendations\n"
            "- 1 | Commissioners of home care should pay for travel.\n"
            "- 2 | GPs across Marsford should see patients alone.\n"
            "- 3 | Care homes in the county should name a lead.\n"
            "- 4 | Managers in adult social care should audit ten files."
        ),
        [
            ("1", "Commissioners of home care"),
            ("2", "GPs across Marsford"),
            ("3", "Care homes in the county"),
            ("4", "Managers in adult social care"),
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_is_read_with_whom_it_is_for(layout: str) -> None:
    told, wanted = LAYOUTS[layout]
    assert [(number, whom) for number, whom, _ in recommended(told)] == wanted
