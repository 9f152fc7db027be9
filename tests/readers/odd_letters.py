"""Responses to coroners in full, by trusts, councils, homes, ministers and forces."""

from caseview.domain.attribute import DetailName

D = DetailName

# Each is a response in full; what its details are (None where it does not say).
RESPONSES: dict[str, tuple[str, dict[DetailName, str | None]]] = {
    "a letter of a trust": (
        """Lamplight NHS Foundation Trust
Trust Headquarters, 9 Quill Street, Oakton

Private and confidential

Ada Lorne
Assistant Coroner
Norfolk Coroner's Service

14 March 2023

Dear Madam

Re: Regulation 28 Report to Prevent Future Deaths - Arnold James Pike

I write in response to the above report, which I received on 20 January 2023. May I first offer my
condolences to the family of Mr Pike.

Keys

We have fitted a second lock.

Yours faithfully

Ivor Quill
Chief Executive
""",
        {
            D.PUBLISHED: "2023-03-14",
            D.CORONER: "Ada Lorne",
            D.AREA: "Norfolk",
            D.SUBJECT: "Arnold James Pike",
        },
    ),
    "a table of actions": (
        """Lamplight NHS Foundation Trust
Response to Regulation 28 Report: Arnold James PIKE (Deceased)
Date of response: 14 March 2023
Prepared for: HM Assistant Coroner for Norfolk, Ada Lorne

Concern | Trust response | Action | Lead | Date
1. Nobody knew who held the key | The Trust accepts this | A second key is kept | Matron | May 2023
2. The rota was on paper | The rota is now online | None | Ward manager | Complete
""",
        {D.PUBLISHED: "2023-03-14", D.AREA: "Norfolk", D.SUBJECT: "Arnold James Pike"},
    ),
    "an e-mail": (
        """From: Una Marsh <una.marsh@oakshire.example>
Sent: 14 March 2023 16:02
To: Coroners <coroners@norfolk.example>
Subject: Regulation 28 response - Arnold James Pike

Dear Ms Lorne,

Please accept this e-mail as the Council's response to your Prevention of Future Deaths report dated
20 January 2023 following the inquest into the death of Arnold James Pike.

The junction was looked at again in February and new lights will be put up by June.

Kind regards

Una Marsh
Director of Highways
Oakshire County Council
""",
        {D.PUBLISHED: "2023-03-14", D.CORONER: "Ms Lorne", D.RESPONDS_TO_DATE: "2023-01-20"},
    ),
    "a witness statement": (
        """IN THE NORFOLK CORONER'S COURT
IN THE MATTER OF THE INQUEST TOUCHING THE DEATH OF ARNOLD JAMES PIKE

STATEMENT IN RESPONSE TO REGULATION 28 REPORT

I, Ivor Quill, Registered Manager of Wick House Care Home, will say as follows:

1. I make this statement in response to the report made by the Assistant Coroner under paragraph 7
of Schedule 5 to the Coroners and Justice Act 2009, dated 20 January 2023.

2. Since the inquest the home has fitted a second lock to the medicine room.

3. All carers have been shown where the key is.

Statement of truth: I believe that the facts stated in this statement are true.

Signed: Ivor Quill
Dated: 14 March 2023
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold James Pike"},
    ),
    "a minister's letter": (
        """The Rt Hon Una Marsh MP
Secretary of State for Transport

Great Minster House
33 Horseferry Road
London

Our ref: MC/00123
14 March 2023

Dear Ms Lorne,

Thank you for your letter of 20 January to the Department about the death of Arnold James Pike. I
am replying as the Minister with responsibility for roads.

I was saddened to read of the circumstances of Mr Pike's death, and offer my sincere condolences.

Your Report asks about lighting at junctions. My officials are reviewing the guidance, which will be
published this autumn.

I hope this reply is helpful. Thank you for bringing these concerns to my attention.

Una Marsh MP
""",
        {D.PUBLISHED: "2023-03-14", D.CORONER: "Ms Lorne", D.SUBJECT: "Arnold James Pike"},
    ),
    "a force": (
        """OAKSHIRE CONSTABULARY
Office of the Chief Constable

Ms A Lorne, HM Assistant Coroner, Norfolk
Date: 14th March 2023
Your Ref: 2023-0031

Dear Ms Lorne

Arnold James Pike (deceased) - Prevention of Future Deaths Report

I refer to your Regulation 28 report of 20th January 2023, addressed to me as Chief Constable. The
Force has considered the two matters raised.

Matter 1: Control room

The Force accepts that the call was graded too low. Training has been given to all call handlers.

Yours sincerely

Ivor Quill
Chief Constable
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold James Pike", D.RESPONDS_TO_REF: "2023-0031"},
    ),
}
