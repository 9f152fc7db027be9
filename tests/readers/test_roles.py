"""Headings of the methods and templates in use name the role of their section."""

from pathlib import Path

import pytest

from caseview.domain.section import SectionRole
from caseview.readers.lists import load_lists
from caseview.readers.roles import RoleFinder

R = SectionRole
ROLES = RoleFinder(load_lists(Path(__file__).parents[2] / "resources" / "lists").headings)

NAMED = {
    "Why was this case chosen to be reviewed?": R.FRONT_MATTER,
    "Structure of the report": R.FRONT_MATTER,
    "Succinct summary of case": R.BACKGROUND,
    "Perspectives of the family members": R.BACKGROUND,
    "The family’s perspective": R.BACKGROUND,
    "What was Winifred like?": R.BACKGROUND,
    "Timeframe": R.TERMS_OF_REFERENCE,
    "Reviewing expertise and independence": R.METHODOLOGY,
    "Methodological comment and limitations": R.METHODOLOGY,
    "About the reviewer": R.METHODOLOGY,
    "Involvement of Winifred’s family": R.METHODOLOGY,
    "Agency summary of involvement": R.CHRONOLOGY,
    "Revisiting the terms of reference": R.ANALYSIS,
    "Appraisal of professional practice in this case: a synopsis": R.ANALYSIS,
    "In what ways does this case provide a useful window on our systems?": R.FINDINGS,
    "Concluding discussion": R.FINDINGS,
    "What has to change": R.RECOMMENDATIONS,
    "Where we think change is needed": R.RECOMMENDATIONS,
    "The Panel asks:": R.RECOMMENDATIONS,
    "Appendix One: Glossary": R.GLOSSARY,
    "ANNEX TWO – TERMS OF REFERENCE": R.TERMS_OF_REFERENCE,
    "Appendix Three": R.APPENDIX,
    "What am I asking of each agency?": R.RECOMMENDATIONS,
    "Learning and recommendations for agencies": R.RECOMMENDATIONS,
    "Domain three: organisations around the team": R.ANALYSIS,
    "Things that worked for Winifred": R.GOOD_PRACTICE,
    "What happens now": R.IMPROVEMENT,
    "Putting it right": R.RECOMMENDATIONS,
    "Practice pointers": R.LEARNING,
    "Questions for front line teams": R.LEARNING,
    "After the review": R.IMPROVEMENT,
    "Since Winifred’s death": R.IMPROVEMENT,
    "What was considered and not taken forward": R.ANALYSIS,
    "Was it predictable?": R.ANALYSIS,
    "Getting to know Winifred": R.BACKGROUND,
    "The final months": R.CHRONOLOGY,
    "How evidence was gathered": R.METHODOLOGY,
    "Note to the reader": R.FRONT_MATTER,
    "Closing remarks": R.FINDINGS,
    "Recommendations and action plan": R.RECOMMENDATIONS,
    "‘Appendix B: Single agency recommendations": R.RECOMMENDATIONS,
    "What we will do": R.IMPROVEMENT,
    "A message from Ada’s children": R.FRONT_MATTER,
    "Why this review was carried out": R.FRONT_MATTER,
    "What we wanted to find out": R.TERMS_OF_REFERENCE,
    "Answering the terms of reference": R.ANALYSIS,
    "In Ada and Eve’s own words": R.BACKGROUND,
    "Practice to be commended": R.GOOD_PRACTICE,
    "What can be learnt": R.LEARNING,
    "Key lines of inquiry": R.TERMS_OF_REFERENCE,
    "Process of the review": R.METHODOLOGY,
    "What needs to change": R.RECOMMENDATIONS,
    "Appendix B: Words we have used": R.GLOSSARY,
    "Our commitments": R.IMPROVEMENT,
    "What I recommend": R.RECOMMENDATIONS,
    "My conclusions": R.FINDINGS,
    "How I went about this": R.METHODOLOGY,
    "Actions that the Board asks for": R.RECOMMENDATIONS,
    "What services should learn from Ada’s death": R.LEARNING,
    "What the city can take from this": R.LEARNING,
    "Agencies’ own actions": R.IMPROVEMENT,
    "Summary of action to date": R.IMPROVEMENT,
    "Previous learning": R.ANALYSIS,
    "How the review was set up": R.METHODOLOGY,
    "Section 9. Terms": R.GLOSSARY,
    "Three years in outline": R.CHRONOLOGY,
    "A history of contact": R.CHRONOLOGY,
    "Done well": R.GOOD_PRACTICE,
    "Part B: Overview report": R.FRONT_MATTER,
    "What this review is about": R.FRONT_MATTER,
    "How it was done": R.METHODOLOGY,
    "3. How it was carried out": R.METHODOLOGY,
    "Purpose and scope of the review": R.TERMS_OF_REFERENCE,
    "Scope and purpose": R.TERMS_OF_REFERENCE,
    "What the practitioners told us": R.ANALYSIS,
    "What staff told us": R.ANALYSIS,
    "What the family told us": R.BACKGROUND,
    "What Ada told us": R.BACKGROUND,
    "Views of practitioners": R.ANALYSIS,
    "Practice we want to see more of": R.GOOD_PRACTICE,
    "Annex C: Words and short forms": R.GLOSSARY,
    "What the initials stand for": R.GLOSSARY,
    "What next": R.IMPROVEMENT,
}


@pytest.mark.parametrize(("heading", "role"), NAMED.items())
def test_a_heading_names_its_role(heading: str, role: SectionRole) -> None:
    assert ROLES.find(heading).role is role
