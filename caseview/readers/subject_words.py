"""Words with a capital that are no name of the person a review is about."""

_WORDS_OF_TITLES = """
    the this a an overview report executive summary final author contents published confidential
    official serious case review domestic homicide safeguarding adult adults child children
    introduction january february march april may june july august september october november
    december independent chair local partnership board practice learning methodology
    acknowledgements transcript page preface foreword index version draft lead reviewer
    recommendations findings chronology background analysis conclusion conclusions process
    circumstances purpose scope method timescales confidentiality reference re
    time rapid concise extended joint combined anonymised redacted interim revised story
    he she it they there who we you family why what when where how which whom
"""
_ROLES = """
    mother father parents partner family police agency agencies
    nobody none professionals practitioners victim perpetrator government council nothing staff
    england britain wales scotland trust service services court home office everyone
    psychologist psychiatrist consultant nurse doctor manager officer worker surgeon midwife
"""
NOT_NAMES = frozenset(_WORDS_OF_TITLES.split())
"""Words of titles, covers and sentences that are no names."""
CODED_WORDS = frozenset({"child", "children", "adult", "adults", "family"})
"""Those of them that a name in code opens with: "Child A"."""
NOT_PEOPLE = NOT_NAMES | frozenset(_ROLES.split())
"""Those words, with the names of what people are and do."""
