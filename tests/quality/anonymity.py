"""How well words that give a person away are found in invented text with planted ones.

    python -m tests.quality.anonymity

Each sentence of PLANTED holds one stretch between ⟦ ⟧; those of CLEAN hold none, but what looks
like one. The sentences of HELD_OUT were written after the rules and are only counted.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence

from caseview.tagging.anonymity import identifying

KNOWN = ("Thomas Edward Arkwell", "Martin Eccles")
PLANTED = (
    "He was visited by ⟦Mr Hargreaves⟧ on two occasions.",
    "⟦Dr A Kowalska⟧ prescribed the tablets.",
    "⟦PC Lister⟧ attended within the hour.",
    "Detective ⟦Sergeant Osei⟧ closed the enquiry.",
    "The social worker, ⟦Jane Alder⟧, recorded the call.",
    "Her friend ⟦Mohammed Iqbal⟧ said that she was afraid.",
    "A neighbour, ⟦Susan K. Pell⟧, heard shouting.",
    "The key worker was ⟦Daniel O'Brien⟧.",
    "The inquest into the death of ⟦Thomas Edward Arkwell⟧ ended in May.",
    "The letter from ⟦Arkwell⟧ was not answered.",
    "The author, ⟦Martin Eccles⟧, met the family.",
    "She was ⟦born on 3 March 1991⟧ in the town.",
    "The form gave ⟦DOB: 12/04/87⟧ and no name.",
    "His ⟦date of birth was 4th of July 2003⟧, not 2004.",
    "The ⟦d.o.b. 1.2.1950⟧ did not match.",
    "They moved to ⟦14 Elm Tree Road⟧ in the spring.",
    "Officers went to ⟦7a Station Rd⟧ and left.",
    "She lived at ⟦Flat 12⟧ and was seldom seen.",
    "The house at ⟦221 Wellington Terrace⟧ was cold.",
    "The postcode ⟦NR3 4QT⟧ was on the parcel.",
    "His ⟦NHS number 943 476 5919⟧ was on the label.",
    "The record ⟦4505577104⟧ belonged to another.",
    "Her insurance number, ⟦AB123456C⟧, was used.",
    "She rang ⟦07700 900123⟧ and nobody answered.",
    "The line was ⟦01632 960 001⟧ by day.",
    "Write to ⟦m.lister@example.org⟧ with concerns.",
)
CLEAN = (
    "Adult D and Mr L moved to the area in 2019.",
    "The Care Act 2014 and section 42 were not considered.",
    "In May 2019 Northmoor Crown Court heard the case.",
    "On 12 May 2019 the panel met for the third time.",
    "The Nurse Practitioner and the Nurse Manager disagreed.",
    "Sister told the worker that Mother was drinking.",
    "Detective Inspector rank was needed for the decision.",
    "The Mary Seacole House team closed the case.",
    "The Alan Turing Institute reviewed the data.",
    "Officers used Clare’s Law and Operation Encompass.",
    "The Children Act 1989 sets the threshold.",
    "She was seen at the High Street surgery four times.",
    "The call was graded 2 and closed after 45 minutes.",
    "Crime reference 42130087612 was cross-checked.",
    "St John Ambulance arrived at 02:14.",
    "A Multi-Agency Risk Assessment Conference was held.",
    "The Chief Constable accepted all 14 recommendations.",
    "Children’s Services and Adult Social Care did not speak.",
    "Room 4 of the custody suite was in use.",
    "The Prime Minister Review of 2020 was quoted.",
    "He was born prematurely and stayed in hospital.",
    "Form 101 and form 124D were completed.",
    "Paragraph 3.14 of Working Together applies.",
    "The Domestic Abuse Act 2021 changed the definition.",
    "North West Ambulance Service was not told.",
    "Between 2014 and 2016 Harrow View was a care home.",
)
HELD_OUT = (
    "His cousin ⟦Rachel Thornbury⟧ had reported him missing.",
    "It was ⟦Sgt Whitcombe⟧ who took the statement.",
    "⟦Professor Lin⟧ chaired the panel at first.",
    "A boy, ⟦born 30 September 2008⟧, was in the next room.",
    "The ⟦date of birth (11/12/2001)⟧ was wrong.",
    "He gave his address as ⟦3 Larch Close⟧ each time.",
    "The van was found near ⟦SW1A 2AA⟧ at noon.",
    "⟦Kwabena Mensah⟧ told the officer that he was well.",
    "The ⟦NHS No. 401 023 2137⟧ was on both letters.",
    "Her aunt ⟦Oonagh⟧ lived next door.",
    "Father and Stepfather A both attended.",
    "The Royal College of Psychiatrists advised against it.",
    "In 2018 Eastmere County Court made the order.",
    "The Lead Nurse at Capstan House rang the council.",
    "David Lewis Centre staff were not told.",
    "On 4 April Close monitoring began again.",
)
MARK = re.compile("⟦(.*?)⟧")


def measure(sentences: Sequence[str]) -> Counter[str]:
    """Return how many stretches were planted, found, missed and called falsely."""
    counts: Counter[str] = Counter(sentences=len(sentences))
    for sentence in sentences:
        planted = MARK.findall(sentence)
        text = MARK.sub(r"\1", sentence)
        found = [one.words for one in identifying(text, KNOWN)]
        hit = [one for one in planted if any(one in word or word in one for word in found)]
        false = [word for word in found if not any(word in one or one in word for one in planted)]
        counts.update(planted=len(planted), found=len(hit), false=len(false))
        for kind, words in (("missed", set(planted) - set(hit)), ("false alarm", set(false))):
            for word in words:
                sys.stdout.write(f"{kind}: {word}\n")
    return counts


def main() -> None:
    """Print the table."""
    for name, sentences in (("shown", (*PLANTED, *CLEAN)), ("held out", HELD_OUT)):
        counts = measure(sentences)
        held = counts["found"] + counts["false"]
        sys.stdout.write(
            f"{name:10} {counts['sentences']:3} sentences, {counts['planted']:2} planted, "
            f"recall {counts['found'] / counts['planted']:.2f}, "
            f"precision {counts['found'] / held:.2f}\n"
        )


if __name__ == "__main__":
    main()
