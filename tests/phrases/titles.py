"""Titles: every way in which an article says in what role somebody speaks."""

from phrases.cases import Case, Said

BEFORE = (
    Case(
        "a relative behind the place where she spoke",
        "Outside court Mr Astley’s wife, Joanne, said that the sentence was an insult.",
        (Said("Outside court Mr Astley’s wife, Joanne,", "Joanne", "Mr Astley’s wife"),),
    ),
    Case(
        "a relative clause's relative",
        '"Somebody closed that door," said Moira Estrin, whose daughter, Lily, was hurt. Lily Estrin, 16, said that '
        "she tried not to think of it.",
        (
            Said("Moira Estrin, whose daughter, Lily, was hurt", "Moira Estrin"),
            Said("Lily Estrin, 16,", "Lily Estrin", "daughter"),
        ),
    ),
    Case(
        "a member of a place with two words",
        "State Rep. Joan Prewitt, D-Oak Valley, said that the bill had support.",
        (Said("State Rep. Joan Prewitt, D-Oak Valley,", "Joan Prewitt", "State Rep.", "D-Oak Valley"),),
    ),
    Case(
        "an office",
        "Mayor Grace Tillman said the pool would reopen in June.",
        (Said("Mayor Grace Tillman", "Grace Tillman", "Mayor"),),
    ),
    Case(
        "an office with its country",
        "Japanese Prime Minister Kenji Arata said that the talks had failed.",
        (Said("Japanese Prime Minister Kenji Arata", "Kenji Arata", "Japanese Prime Minister"),),
    ),
    Case(
        "several in a row",
        "Lead researcher Professor Alison Wray said the results were clear.",
        (Said("Lead researcher Professor Alison Wray", "Alison Wray", "Lead researcher Professor"),),
    ),
    Case(
        "former",
        "Former Treasury secretary Philip Marsden said the plan would never work.",
        (Said("Former Treasury secretary Philip Marsden", "Philip Marsden", "Former Treasury secretary", "Treasury"),),
    ),
    Case(
        "acting",
        "Acting police chief Dolores Kane said no shots had been fired.",
        (Said("Acting police chief Dolores Kane", "Dolores Kane", "Acting police chief"),),
    ),
    Case(
        "then",
        "In 2004 then-governor Frank Mullen said the tax would last a year.",
        (Said("then-governor Frank Mullen", "Frank Mullen", "then-governor"),),
    ),
    Case(
        "a body's genitive before the job",
        "“It will be close,” said ITV's political editor, Rachel Stone.",
        (Said("ITV's political editor, Rachel Stone", "Rachel Stone", "ITV's political editor", "ITV"),),
    ),
    Case(
        "a body before the job",
        "Greenway Trains spokeswoman Tessa Lloyd said the trains would run on Monday.",
        (
            Said(
                "Greenway Trains spokeswoman Tessa Lloyd",
                "Tessa Lloyd",
                "Greenway Trains spokeswoman",
                "Greenway Trains",
            ),
        ),
    ),
    Case(
        "somebody's lawyer",
        "Victor Crane was released on bail. Crane's lawyer, Miriam Adler, said he would appeal.",
        (Said("Crane's lawyer, Miriam Adler", "Miriam Adler", "Crane's lawyer"),),
    ),
    Case(
        "a noun phrase set off by a comma",
        "The chairman of the parish council, Dennis Ogle, said the bells would ring.",
        (Said("The chairman of the parish council, Dennis Ogle", "Dennis Ogle", "chairman of the parish council"),),
    ),
    Case(
        "Mr is no title",
        "Mr Edwin Farrow said that he had seen nothing.",
        (Said("Mr Edwin Farrow", "Edwin Farrow"),),
    ),
    Case(
        "Mrs and a job",
        "Mrs Edith Larkin, a retired teacher, said the street had changed.",
        (Said("Mrs Edith Larkin, a retired teacher", "Edith Larkin", "retired teacher"),),
    ),
    Case(
        "Dr is one",
        "“Wash your hands,” Dr. Naomi Feld said.",
        (Said("Dr. Naomi Feld", "Naomi Feld", "Dr."),),
    ),
)

AFTER = (
    Case(
        "an appositive",
        "Sheila Norton, a China expert and senior fellow at the Brandt Institute, said that Beijing would wait.",
        (
            Said(
                "Sheila Norton, a China expert",
                "Sheila Norton",
                "China expert and senior fellow at the Brandt Institute",
                "Brandt Institute",
            ),
        ),
    ),
    Case(
        "age and place between",
        "Ann Hillier, 45, of Leeds, a nurse, said the ward was full.",
        (Said("Ann Hillier, 45, of Leeds, a nurse", "Ann Hillier", "nurse"),),
    ),
    Case(
        "age before",
        "“I heard a bang,” said Joseph Adair, 61, a retired bus driver.",
        (Said("Joseph Adair, 61, a retired bus driver", "Joseph Adair", "retired bus driver"),),
    ),
    Case(
        "two appositives of two people",
        "Liam Porter, a farmer, said the soil was dry. Kate Winslade, a brewer, said the hops were late.",
        (Said("Liam Porter", "Liam Porter", "farmer"), Said("Kate Winslade", "Kate Winslade", "brewer")),
    ),
    Case(
        "affiliation with from",
        "“The ice is thinner each year,” said Hugh Pelham from Carleton University.",
        (Said("Hugh Pelham from Carleton University", "Hugh Pelham", "Carleton University", "Carleton University"),),
    ),
    Case(
        "affiliation with of",
        "Priya Raman of the Royal Free Hospital said that most patients recover.",
        (Said("Priya Raman of the Royal Free Hospital", "Priya Raman", "Royal Free Hospital", "Royal Free Hospital"),),
    ),
    Case(
        "a job and its body",
        "The device works, says Jonas Weil, director of the Centre for Marine Energy.",
        (
            Said(
                "Jonas Weil, director of the Centre for Marine Energy",
                "Jonas Weil",
                "director of the Centre for Marine Energy",
                "Centre for Marine Energy",
            ),
        ),
    ),
    Case(
        "who is",
        "Carla Jensen, who is the president of Redwood Airlines, said that fares would rise.",
        (Said("Carla Jensen", "Carla Jensen", "president of Redwood Airlines", "Redwood Airlines"),),
    ),
    Case(
        "who heads stays out",
        "Neil Abbott, who heads the tax office, said that refunds were late.",
        (Said("Neil Abbott", "Neil Abbott"),),
    ),
    Case(
        "copular",
        "Sandra Whyte is the mayor of Eastham. “We are not a rich town,” Whyte said.",
        (Said("Whyte", "Sandra Whyte", "mayor of Eastham", "Eastham"),),
    ),
    Case(
        "a party's tag in brackets",
        "Rep. Carl Hodge (R-Ohio) said that he would vote no.",
        (Said("Rep. Carl Hodge (R-Ohio)", "Carl Hodge", "Rep.", "R-Ohio"),),
    ),
    Case(
        "a party's tag after a comma",
        "Sen. Joan Fisk, D-Mo., said the bill would pass.",
        (Said("Sen. Joan Fisk", "Joan Fisk", "Sen.", "D-Mo."),),
    ),
    Case(
        "a later description",
        "George Lanark arrived in Berlin on Friday. The US president said he had slept well.",
        (Said("The US president", "George Lanark", "US president"),),
    ),
    Case(
        "the fullest of several",
        "Dr Owen Bright said the drug was safe. Bright, a heart surgeon at St Mark's Hospital, had "
        "tested it on 300 patients.",
        (
            Said(
                "Dr Owen Bright",
                "Owen Bright",
                "heart surgeon at St Mark's Hospital",
                "St Mark's Hospital",
            ),
        ),
    ),
    Case(
        "family where there is nothing else",
        "The boy's mother, Linda Carey, said he loved football.",
        (Said("The boy's mother, Linda Carey", "Linda Carey", "boy's mother"),),
    ),
    Case(
        "no family where there is a profession",
        "His wife, Paula Stern, said he was asleep. Stern, a judge, spoke from the porch.",
        (Said("His wife, Paula Stern", "Paula Stern", "judge"),),
    ),
    Case(
        "former after a name",
        "Arthur Bell, a former head of the navy, said that the ships were old.",
        (Said("Arthur Bell", "Arthur Bell", "former head of the navy"),),
    ),
)
