"""Responses to coroners in full, by prisons, makers, colleges, regulators and surgeries."""

from caseview.domain.attribute import DetailName

D = DetailName

# As in odd_letters.
RESPONSES_FURTHER: dict[str, tuple[str, dict[DetailName, str | None]]] = {
    "a prison": (
        """HM Prison & Probation Service
Director General of Operations

Ada Lorne
HM Assistant Coroner for Norfolk

14 March 2023

Dear Ms Lorne

INQUEST INTO THE DEATH OF MR ARNOLD JAMES PIKE AT HMP WICKMOOR

Thank you for your Regulation 28 report of 20 January 2023 addressed to the Governor of HMP
Wickmoor. I am responding on behalf of His Majesty's Prison and Probation Service.

You have expressed concern that officers did not carry a rescue knife. A notice has been issued.

Yours sincerely

Ivor Quill
""",
        {D.PUBLISHED: "2023-03-14", D.AREA: "Norfolk", D.SUBJECT: "Mr Arnold James Pike"},
    ),
    "a manufacturer": (
        """Lampwerke Ltd
Unit 4, Wick Trading Estate, Oakton

HM Coroner
Norfolk

14.03.2023

Dear Sir or Madam,

Arnold Pike - your report under Regulation 28

We make the lamp that was in use at the time of Mr Pike's death. We have read your report with care.

The lamp was sold with a guard. We do not agree that the guard should be fixed, for it has to come
off for cleaning. We have written to all owners to remind them to put it back.

For and on behalf of Lampwerke Ltd

Ivor Quill
Managing Director
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold Pike"},
    ),
    "a royal college": (
        """Royal College of Lamplighters

14 March 2023

Ada Lorne, Assistant Coroner for Norfolk

Dear Ms Lorne

Prevention of Future Deaths Report: Arnold James Pike

Thank you for sharing this report with the College. The College is grateful for the opportunity to
respond to it.

The College does not regulate its members and cannot require them to train. It has, however, put the
matter on the agenda of its committee.

Yours sincerely

Dr Una Marsh
President
""",
        {D.PUBLISHED: "2023-03-14", D.AREA: "Norfolk", D.SUBJECT: "Arnold James Pike"},
    ),
    "a regulator by numbered paragraphs": (
        """Care Quality Commission
Citygate, Oakton

By email only to the Coroner's Office

14 March 2023
CQC reference: INS1-123

Dear Coroner

Prevention of future death report following the inquest into the death of Arnold James Pike

1. I am writing in respect of the Regulation 28 report issued on 20 January 2023.

2. The Commission is the independent regulator of health and adult social care in England.

3. The Commission inspected Wick House on 2 February 2023 and rated it inadequate.

Yours sincerely
Una Marsh
Deputy Director of Operations
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold James Pike"},
    ),
    "a surgery": (
        """Wick Lane Surgery
Partners: Dr I Quill, Dr U Marsh

14/03/2023

Dear Ms Lorne,

RE: Arnold James PIKE  DOB 04/07/1961

Following the Coroner's inquest and the PFD notice, the practice held a significant event meeting
on 2 February 2023. All partners attended.

We agreed that repeat prescriptions will be looked at by a pharmacist every six months.

Yours sincerely,
Dr Ivor Quill
Senior Partner
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold James Pike"},
    ),
    "a report with headings": (
        """Oakshire County Council
Adult Social Care
Response to the Prevention of Future Deaths Report
In the matter of Arnold James Pike
14 March 2023

Introduction

This is the formal response of Oakshire County Council to the Regulation 28 report issued by Ada
Lorne, Assistant Coroner for Norfolk, on 20 January 2023.

Background

The Council arranged care for Mr Pike from May 2021.

Actions taken

The Council has reviewed its waiting list. All those who wait are now telephoned each week.

Conclusion

The Council trusts that this sets out the steps that it has taken.
""",
        {D.PUBLISHED: "2023-03-14", D.AREA: "Norfolk", D.SUBJECT: "Arnold James Pike"},
    ),
    "a Welsh health board": (
        """Bwrdd Iechyd Prifysgol Cwm Wick
Cwm Wick University Health Board

Eich cyf/Your ref: 2023-0031
Dyddiad/Date: 14 March 2023

Ada Lorne
Assistant Coroner
South Wales Central

Dear Ms Lorne

Regulation 28 - Mr Arnold Pike (Deceased)

Further to the inquest touching upon the death of Mr Pike, the Health Board sets out below its reply
to each of the concerns in your report of 20 January 2023.

Yours sincerely / Yn gywir
Ivor Quill
Chief Executive
""",
        {D.PUBLISHED: "2023-03-14", D.RESPONDS_TO_REF: "2023-0031", D.AREA: "South Wales Central"},
    ),
    "solicitors for an operator": (
        """Marsh & Quill Solicitors LLP

Our Ref: UM/123
14 March 2023
BY EMAIL

Dear Ms Lorne

Inquest touching the death of Arnold James Pike
Our client: Wick Rail Limited

We act for Wick Rail Limited and are instructed to respond to your report of 20 January 2023 made
pursuant to Regulation 28 of the Coroners (Investigations) Regulations 2013.

Our client has fenced the line at the crossing.

Yours faithfully

Marsh & Quill Solicitors LLP
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: "Arnold James Pike"},
    ),
    "an action plan": (
        """Lamplight NHS Trust
PFD Action Plan - Arnold Pike inquest

Coroner's concern | Action | Lead | Due | Status
Nobody held the key | Key safe fitted | Matron | April 2023 | Complete
Rota on paper | Move online | Ward manager | May 2023 | On track
""",
        {D.PUBLISHED: None, D.CORONER: None},
    ),
    "a firm, by numbered sections": (
        """WICK RAIL LIMITED
14 March 2023

His Majesty's Coroner
Norfolk

Dear Madam,

Inquest into the death of Arnold Pike
Regulation 28 Response

1. Introduction

1.1 This is the response of Wick Rail Limited.

2. The concerns

2.1 The Coroner was concerned that the gate was open.

2.2 The gate has been shut.

Yours faithfully
for Wick Rail Limited
""",
        {D.PUBLISHED: "2023-03-14", D.AREA: "Norfolk", D.SUBJECT: "Arnold Pike"},
    ),
    "a message passed on": (
        """Subject: RE: Reg 28 report A Pike
From: Legal Services <legal@lamplight.example>
To: coroner@norfolk.example
Date: Tue, 14 Mar 2023 10:11:12 +0000

Good afternoon,

Please find below the Trust's response. The Trust has fitted a second lock.

Kind regards
Una Marsh
""",
        {D.PUBLISHED: "2023-03-14", D.SUBJECT: None},
    ),
    "a nurse's statement": (
        """WITNESS STATEMENT
Name: Una Marsh
Occupation: Director of Nursing

I provide this statement on behalf of Lamplight NHS Trust further to HM Coroner's Prevention of
Future Deaths report dated 20 January 2023 concerning the late Arnold Pike.

The Trust has since fitted a second lock.
""",
        {D.SUBJECT: "Arnold Pike", D.RESPONDS_TO_DATE: "2023-01-20"},
    ),
}
