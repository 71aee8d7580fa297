"""Speakers who are no single named person: bodies, groups, documents, unnamed people; and descriptions of the named."""

from phrases.cases import Case, Said, body, document, group, unnamed

BODIES = (
    Case(
        "an acronym in brackets, later alone",
        "The Northland Fisheries Board (NFB) banned cod fishing. The NFB said that stocks had halved.",
        (body("The NFB", "Northland Fisheries Board"),),
    ),
    Case(
        "a ministry",
        "The Ministry of Health said that six people had died.",
        (body("The Ministry of Health", "Ministry of Health"),),
    ),
    Case(
        "a government",
        "Russia said that its ships were in open water.",
        (body("Russia", "Russia"),),
    ),
    Case(
        "a newspaper, later its last word",
        "The leak was first reported by The Harborough Post. The Post said that three ministers had known.",
        (body("The Post", "Harborough Post"),),
    ),
    Case(
        "the company",
        "Tarrant Foods recalled its soup on Monday. The company said that a seal had failed.",
        (body("The company", "Tarrant Foods"),),
    ),
    Case(
        "the agency",
        "The Rail Safety Agency closed the line. “We take no chances,” the agency said.",
        (body("the agency", "Rail Safety Agency"),),
    ),
    Case(
        "a company and its spokesman",
        "Quillon Energy cut 300 jobs. A spokesman for Quillon Energy said that demand had fallen.",
        (unnamed("A spokesman for Quillon Energy", "spokesman for Quillon Energy"),),
    ),
)

GROUPS = (
    Case(
        "two names",
        "Ellen Shaw and Victor Lund said that they would sue the paper.",
        (group("Ellen Shaw and Victor Lund", "Ellen Shaw and Victor Lund"),),
    ),
    Case(
        "two surnames",
        "The study was led by Amy Foster and Raj Patel. Foster and Patel said that more work was needed.",
        (group("Foster and Patel", "Amy Foster and Raj Patel"),),
    ),
    Case(
        "the two leaders",
        "President Marta Nowak met Prime Minister Erik Dahl in Oslo on Monday. "
        "The two leaders said that they would sign the treaty in spring.",
        (group("The two leaders", "Marta Nowak and Erik Dahl"),),
    ),
    Case(
        "critics",
        "Critics say that the dam will flood two villages.",
        (group("Critics", "Critics"),),
    ),
    Case(
        "a number of people",
        "A number of doctors said that the rule was cruel.",
        (group("A number of doctors", "doctors"),),
    ),
    Case(
        "police",
        "Police said that a man of 30 was being questioned.",
        (group("Police", "Police"),),
    ),
    Case(
        "campaign aides",
        "Several campaign aides said that morale was low.",
        (group("Several campaign aides", "campaign aides"),),
    ),
)

DOCUMENTS = (
    Case(
        "a report",
        "The report said that the brakes had not been checked since 2012.",
        (document("The report", "report"),),
    ),
    Case(
        "a poll",
        "A new poll shows that most voters want an election.",
        (document("A new poll", "poll"),),
    ),
    Case(
        "a letter",
        "The letter said that the school would close in July.",
        (document("The letter", "letter"),),
    ),
    Case(
        "according to a study",
        "Children sleep less than they did ten years ago, according to a study published on Tuesday.",
        (document("a study published on Tuesday", "study"),),
    ),
)

UNNAMED = (
    Case(
        "a senior official",
        "“We were told at midnight,” said a senior administration official, who asked not to be named.",
        (unnamed("a senior administration official", "senior administration official"),),
    ),
    Case(
        "one source",
        "One source said that the deal was dead.",
        (unnamed("One source", "source"),),
    ),
    Case(
        "a witness, later she",
        "A woman who lives next door said she had heard screams. She said that they stopped at ten.",
        (unnamed("A woman who lives next door", "woman"), unnamed("She", "woman")),
    ),
    Case(
        "his lawyer",
        "Patrick Nolan denies the theft. His lawyer said that the police had the wrong man.",
        (unnamed("His lawyer", "Patrick Nolan's lawyer"),),
    ),
    Case(
        "the official of before",
        "A union official said that talks had broken down. The official said no date had been set.",
        (unnamed("A union official", "union official"), unnamed("The official", "union official")),
    ),
)

DESCRIBED = (
    Case(
        "the president",
        "President Julio Serrano flew home on Friday. The president said that he was content.",
        (Said("The president", "Julio Serrano", "President"),),
    ),
    Case(
        "the senator",
        "Sen. Wendy Marsh of Oregon opposed the bill. “It is a gift to the rich,” the senator said.",
        (Said("the senator", "Wendy Marsh", "Sen."),),
    ),
    Case(
        "the lead researcher",
        "The work was done by Dr Ingrid Falk, the lead researcher, and two students. "
        "“We checked it three times,” the lead researcher said.",
        (Said("the lead researcher", "Ingrid Falk", "lead researcher"),),
    ),
    Case(
        "by age",
        "Striker Leo Banks scored twice on his return. “I missed this,” the 26-year-old said.",
        (Said("the 26-year-old", "Leo Banks", "Striker"),),
    ),
    Case(
        "by a role told only now",
        "Mia Brandt finished second in Lahti. “My legs were gone,” the skier said.",
        (Said("the skier", "Mia Brandt", "skier"),),
    ),
    Case(
        "the minister, of two roles",
        "Health Minister Gerald Pym and union leader Carol Finch met again. "
        "The minister said there was no money. The union leader said there always was.",
        (
            Said("The minister", "Gerald Pym", "Health Minister"),
            Said("The union leader", "Carol Finch", "union leader"),
        ),
    ),
    Case(
        "a synonym of the role",
        "Attorney Lucas Reed spoke outside the court. “My client is innocent,” the lawyer said.",
        (Said("the lawyer", "Lucas Reed", "Attorney"),),
    ),
)
