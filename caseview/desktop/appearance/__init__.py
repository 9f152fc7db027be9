"""How CaseView looks: colours, type and icons, all from data in resources/."""
