"""Given names common in the United Kingdom, by which a full name is known without a title."""

_NAMES = """
aaron abdul abdullah abigail adam adrian ahmed aidan aisha alan albert alex alexander alexandra
alfie alfred ali alice alison allan amanda amelia amina amir amy andrea andrew andrzej angela anita
ann anna anne annie anthony antonia archie arthur asif audrey barbara barry ben benjamin bernard
beth bethany betty beverley brandon brenda brian bridget bruce callum cameron carl carol caroline
catherine cathy charles charlie charlotte cheryl chloe chris christian christina christine
christopher claire clare clive colin connor craig cynthia daniel danielle darren dave david deborah
debbie denise dennis derek diana diane donald donna doreen dorothy douglas duncan dylan edith edward
eileen elaine eleanor elizabeth ella ellen ellie emily emma eric erin ethan eva evelyn fatima fiona
florence frances francis fred freddie frederick gareth gary gavin gemma geoffrey george georgia
geraldine gerald gillian glenn gordon graham gwen hannah harold harriet harry hasan hassan hayley
hazel heather helen henry howard hugh ian ibrahim imran irene isaac isabella isabelle isla jack
jackie jacob jacqueline jake jamal james jamie jane janet janice jasmine jason jayne jean jeffrey
jennifer jeremy jessica jill jim joan joanna joanne joe john jonathan joseph josephine joshua joyce
judith julia julian julie karen katarzyna kate katherine kathleen kathryn katie keith kelly kenneth
kerry kevin khalid kieran kim kimberley kirsty kyle laura lauren lee leah leanne leon leonard lesley
leslie lewis liam linda lindsay lisa logan lorraine louis louise lucas lucy luke lynn lynne malcolm
marcus margaret maria marian marie marilyn marion marjorie martin mary mason matthew maureen maurice
max megan melanie melissa michael michelle mohamed mohammad mohammed molly mohammad monica muhammad
nancy naomi natalie natasha nathan neil nicholas nicola nicole nigel noah norman oliver olivia omar
owen pamela patricia patrick paul paula pauline peter philip phoebe phyllis piotr priya rachel ralph
raymond rebecca reece rhys richard robert roger ronald rosemary roy russell ruth ryan sally sam
samantha samuel sandra sara sarah sean sebastian shannon sharon sheila shirley simon sofia sophia
sophie stacey stanley stella stephanie stephen steve steven stewart stuart susan suzanne sylvia tara
teresa terence terry theresa thomas tim timothy tina toby tom tomasz tony tracey tracy trevor tyler
valerie vanessa vera veronica victoria vincent wayne wendy william yasmin yusuf yvonne zachary zara
zoe
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""In lower case; names that are words or months besides (May, Hope, Grant) are left out."""
