"""People taken up by what is told of them now; offices that exclude one another; who is only asked or signs."""

from __future__ import annotations

from phrases.cases import Case, Said, body, group, unnamed

NEWLY = (
    Case(
        "the governor is no representative",
        "State Rep. Carla Mott disagreed. Mott said that nobody had read the bill. The governor has not said whether "
        "he will sign it.",
        (Said("Mott", "Carla Mott", "State Rep."), unnamed("The governor", "governor")),
    ),
    Case(
        "two secretaries",
        "Energy secretary Rhona Peel said that the rules would stay. The housing secretary said that they would not.",
        (
            Said("Energy secretary Rhona Peel", "Rhona Peel", "Energy secretary"),
            unnamed("The housing secretary", "housing secretary"),
        ),
    ),
    Case(
        "the mayor is not the former mayor",
        "Former mayor Bill Tate said on Monday that the bridge was safe. The mayor said that it was closed.",
        (Said("Former mayor Bill Tate", "Bill Tate", "Former mayor"), unnamed("The mayor", "mayor")),
    ),
    Case(
        "the office of today goes before a former one",
        "Health Secretary Raymond Dutta said that the state would appeal. “We keep no beds warm,” said Dutta, a former "
        "hospital executive.",
        (
            Said("Health Secretary Raymond Dutta", "Raymond Dutta", "Health Secretary"),
            Said("Dutta, a former hospital executive", "Raymond Dutta", "Health Secretary"),
        ),
    ),
    Case(
        "taken up behind a quotation",
        "Judy Poole had nine dollars in her purse when the shop closed. “They told me I was not there. I asked where I "
        "was,” says the 71-year-old.",
        (Said("the 71-year-old", "Judy Poole"),),
    ),
    Case(
        "the Dutchman",
        "Rovers coach Hendrik Voss said that he expected the striker back. “He has a contract. I can read,” said the "
        "Dutchman.",
        (
            Said("Rovers coach Hendrik Voss", "Hendrik Voss", "Rovers coach", "Rovers"),
            Said("the Dutchman", "Hendrik Voss", "Rovers coach", "Rovers"),
        ),
    ),
    Case(
        "the conservative of the ward",
        "Councillor Neil Brett said he had changed his mind. “I have walked that lane,” the Conservative said.",
        (
            Said("Councillor Neil Brett", "Neil Brett", "Councillor", "Conservative"),
            Said("the Conservative", "Neil Brett", "Councillor", "Conservative"),
        ),
    ),
    Case(
        "the name that a sentence tells of its subject",
        "Dutch Lamont said that he had told him to throw. The guy in their colour was Terry Binks. The veteran winger "
        "said that he ran the wrong way.",
        (Said("Dutch Lamont", "Dutch Lamont"), Said("The veteran winger", "Terry Binks", "veteran winger")),
    ),
    Case(
        "counsel at work",
        "Opening the case on Monday, Duncan Allard KC, prosecuting, said that the row began over a hedge. “There are "
        "no marks in the road,” the prosecutor added.",
        (
            Said("Duncan Allard KC, prosecuting,", "Duncan Allard", "prosecutor"),
            Said("the prosecutor", "Duncan Allard", "prosecutor"),
        ),
    ),
    Case(
        "letters for an office",
        "Deputy Public Prosecutor Hafiz Rahman had sought eight years. The DPP noted that the invoices were forged.",
        (Said("The DPP", "Hafiz Rahman", "Deputy Public Prosecutor"),),
    ),
    Case(
        "who served as what",
        "Dora Lund, who in nine seasons as the club's head coach has lost once, said that she would stay. “We have two "
        "keepers,” the coach said.",
        (
            Said("Dora Lund, who in nine seasons as", "Dora Lund", "club's head coach"),
            Said("the coach", "Dora Lund", "club's head coach"),
        ),
    ),
)

NAMED = (
    Case(
        "a degree ends no name",
        "Hywel Prosser, a farmer, said that prices were up. His wife, Eleri Prosser MRCVS, is a vet. Mrs Prosser "
        "warned that scab was back.",
        (Said("Hywel Prosser", "Hywel Prosser", "farmer"), Said("Mrs Prosser", "Eleri Prosser", "vet")),
    ),
    Case(
        "superintendent and doctor",
        "Superintendent Dr. Alan Marsh took the microphone. “I have no drivers,” Marsh said.",
        (Said("Marsh", "Alan Marsh", "Superintendent"),),
    ),
    Case(
        "a union of its workers",
        "In a statement, the Allied Buildingworkers’ Union said its members were sick of it.",
        (body("the Allied Buildingworkers’ Union", "Allied Buildingworkers’ Union"),),
    ),
    Case(
        "an association under its letters",
        "National Flockmasters’ Association (NFA) president Owen Pryce, who runs 900 ewes, said the trade was back.",
        (Said("National Flockmasters’ Association (NFA) president Owen Pryce", "Owen Pryce", "president"),),
    ),
    Case(
        "a rank that has an area",
        "Additional commissioner of police (central zone) R K Tiwary claimed no one was hurt.",
        (Said("Additional commissioner of police (central zone) R K Tiwary", "R K Tiwary"),),
    ),
    Case(
        "who signs is not quoted",
        "Parents’ fury as pool shuts for ‘at least a year’\n\nBy Priya Lamb, local reporter\n\nFamilies are angry. "
        "“It is two buses,” said Gemma Task, a mother.",
        (Said("Gemma Task, a mother", "Gemma Task", "mother"),),
    ),
    Case(
        "behind an odd verb",
        "Her neighbour Derek Holt was kinder. ‘They can’t help rust, can they?’ shrugged the retired welder.",
        (Said("the retired welder", "Derek Holt", "retired welder"),),
    ),
    Case(
        "before a colon",
        'The hall was cold.\n\nLiam Dockery was away before the press arrived but posted on Instagram: "Robbed. Simple '
        'as that."',
        (Said("Liam Dockery", "Liam Dockery"),),
    ),
)

INTRODUCED = (
    Case(
        "the role first and then the name",
        "The yard's chief executive was more measured. In a message to staff, Fiona Galt warned of losses.",
        (Said("Fiona Galt", "Fiona Galt", "yard's chief executive"),),
    ),
    Case(
        "a headmaster who leads a school",
        "Her daughter's headmaster was more forgiving. Dr Owen Tresham, who leads Ashby School, wrote that he was.",
        (Said("Dr Owen Tresham, who leads Ashby School,", "Owen Tresham", "daughter's headmaster"),),
    ),
    Case(
        "a lead behind a byline",
        "Harbour board warned of losses\n\nBy Ann Moss\n\nThe head of the harbour board said that losses grew.\n\n"
        "Dana Whit told members that it was late.",
        (
            Said("The head of the harbour board", "Dana Whit", "head of the harbour board"),
            Said("Dana Whit", "Dana Whit", "head of the harbour board"),
        ),
    ),
    Case(
        "a rancher by name",
        "Its chairman, a cattle rancher named Dale Huber, said that he saw no other way.",
        (Said("Its chairman, a cattle rancher named Dale Huber,", "Dale Huber", "cattle rancher"),),
    ),
    Case(
        "somebody else behind a role",
        "The minister resigned on Monday. Bob Hill, a baker, said that he was shocked.",
        (Said("Bob Hill, a baker,", "Bob Hill", "baker"),),
    ),
    Case(
        "a leader of the opposition",
        "Leader of the opposition Gareth Strand said that there were serious questions.",
        (Said("Leader of the opposition Gareth Strand", "Gareth Strand", "Leader of the opposition"),),
    ),
    Case(
        "a coxswain and a mechanic",
        'Coxswain Fran Lubbock said that her crew had heard singing. "It was loud," Ms Lubbock said.',
        (Said("Coxswain Fran Lubbock", "Fran Lubbock", "Coxswain"), Said("Ms Lubbock", "Fran Lubbock", "Coxswain")),
    ),
    Case(
        "a firm by where it is from",
        "Bramley Foods plc said that sales had fallen. The Leeds-based retailer now expects a loss.",
        (body("Bramley Foods plc", "Bramley Foods plc"), body("The Leeds-based retailer", "Bramley Foods plc")),
    ),
    Case(
        "a firm of another sort is another",
        "Bramley Foods plc said that sales had fallen. The shipping company said that it had not been paid.",
        (body("Bramley Foods plc", "Bramley Foods plc"), body("The shipping company", "shipping company")),
    ),
    Case(
        "a firm named after two",
        "Marks & Spencer said that sales had fallen. Reed & Hartley LLP said that it would not comment. “We will "
        "appeal,” said Brown & Sons spokeswoman Ann Hill. M&S said that it was pleased.",
        (
            body("Marks & Spencer", "Marks & Spencer"),
            body("Reed & Hartley LLP", "Reed & Hartley LLP"),
            Said("Brown & Sons spokeswoman Ann Hill", "Ann Hill", "Brown & Sons spokeswoman", "Brown & Sons"),
            body("M&S", "Marks & Spencer"),
        ),
    ),
    Case(
        "a shop named after its founder",
        "Astley's said that sales had fallen. “It was the rain,” said Astley's spokesman Bob Dunn. Astley's figures "
        "show that fewer people came.",
        (
            body("Astley's", "Astley's"),
            Said("Astley's spokesman Bob Dunn", "Bob Dunn", "Astley's spokesman", "Astley"),
            Said("Astley's figures", "Astley's figures", kind="document"),
        ),
    ),
    Case(
        "a council is no company",
        "The City Council voted early on Wednesday to put off a decision. The proposal from Redrock Aggregates would "
        "open 112 acres off Old Mill Road to mining. The company says the pit would bring 40 jobs.",
        (body("The company", "Redrock Aggregates"),),
    ),
    Case(
        "a mother of three",
        'Mother-of-three Kelly Marsh, 29, said: "It is a joke." Her neighbour Carl Hill said that it was not.',
        (
            Said("Mother-of-three Kelly Marsh, 29,", "Kelly Marsh"),
            Said("Her neighbour Carl Hill", "Carl Hill", "neighbour"),
        ),
    ),
    Case(
        "lawyers without a name",
        "Attorneys for Smith said he would appeal.",
        (group("Attorneys for Smith", "Attorneys for Smith"),),
    ),
    Case(
        "a name with a number for a particle",
        "Manager Erik ten Haar said he was disappointed.",
        (Said("Manager Erik ten Haar", "Erik ten Haar", "Manager"),),
    ),
    Case(
        "an answer is no body",
        'In a tweet, Musk wrote: "No." In a statement, the company said it would comply.',
        (Said("Musk", "Musk"), body("the company", "company")),
    ),
    Case(
        "they, who is one",
        "An Ashford Police spokesperson said the driver was helping them. “Our thoughts are with the family,” they "
        "added.",
        (
            unnamed("An Ashford Police spokesperson", "Ashford Police spokesperson"),
            unnamed("they", "Ashford Police spokesperson"),
        ),
    ),
    Case(
        "they, who are several after one",
        "A council spokesperson said that the road was shut. Residents were furious. “It is a joke,” they said.",
        (unnamed("A council spokesperson", "council spokesperson"), group("they", "Residents")),
    ),
    Case(
        "the shadow secretary is not the secretary",
        "Energy Secretary Grant Sharp said: “We will go on.” Labour's Ed Millard said the policy was a mistake. The "
        "shadow energy secretary added: “It is a gimmick.”",
        (
            Said("Energy Secretary Grant Sharp", "Grant Sharp", "Energy Secretary"),
            Said("Labour's Ed Millard", "Ed Millard", "shadow energy secretary"),
            Said("The shadow energy secretary", "Ed Millard", "shadow energy secretary"),
        ),
    ),
    Case(
        "by age, after one who spoke of another",
        "Gemma Lowe said Alfie, four, was lucky to be alive. The 31-year-old said: “It just went for him.”",
        (Said("Gemma Lowe", "Gemma Lowe"), Said("The 31-year-old", "Gemma Lowe")),
    ),
    Case(
        "one of several, by name",
        "Fans left flowers outside the studio. One, Jill Ames from Hull, said she had cried all night.",
        (Said("One, Jill Ames from Hull,", "Jill Ames"),),
    ),
    Case(
        "whose executive she is",
        "The chief executive of the trust, Dame Jackie Orme, has resigned. She said that it was time.",
        (Said("She", "Jackie Orme", "chief executive of the trust"),),
    ),
    Case(
        "a court by its number",
        "The 5th Circuit said the agency had exceeded its authority.",
        (body("The 5th Circuit", "5th Circuit"),),
    ),
    Case(
        "by age and country",
        "His opponent, Casper Rudde, said the court was wet. “You have to laugh,” said the 24-year-old Norwegian.",
        (
            Said("His opponent, Casper Rudde,", "Casper Rudde"),
            Said("the 24-year-old Norwegian", "Casper Rudde"),
        ),
    ),
    Case(
        "a detective chief inspector for short",
        "Det Ch Insp Mark Runa, of Kent Police, said that a man was held.",
        (Said("Det Ch Insp Mark Runa", "Mark Runa", "Det Ch Insp"),),
    ),
    Case(
        "a party owns its member",
        "Its culture lead, Labour’s Pauline Exley, said it was “glib” to say so. “You cannot,” the councillor added.",
        (
            Said("Labour’s Pauline Exley,", "Pauline Exley", "culture lead"),
            Said("the councillor", "Pauline Exley", "culture lead"),
        ),
    ),
    Case(
        "a society with its members' name",
        "But Kenya Union of Ward Nurses secretary-general Agnes Mutiso dismissed the offer as a gimmick.",
        (
            Said(
                "Agnes Mutiso",
                "Agnes Mutiso",
                "Kenya Union of Ward Nurses secretary-general",
                "Kenya Union of Ward Nurses",
            ),
        ),
    ),
    Case(
        "a firm with its owner's name",
        "Coach operator Tolley's Travel said the driver was blameless. Director Brian Tolley said he was sorry.",
        (
            body("Coach operator Tolley's Travel", "Tolley's Travel"),
            Said("Director Brian Tolley", "Brian Tolley", "Director"),
        ),
    ),
    Case(
        "a name that taggers cut up",
        "A separate group, Families First Missouri, says it would lead to inspections.",
        (body("A separate group, Families First Missouri,", "Families First Missouri"),),
    ),
    Case(
        "an initial that the title does not own",
        "Minister for Fisheries P. Anbarasi ruled out a ban. She said that talks would go on.",
        (Said("She", "P. Anbarasi", "Minister for Fisheries", "Fisheries"),),
    ),
    Case(
        "a leader in a council",
        "Opposition leader in the Corporation council R. Joseph Selvam said that the road was not ready.",
        (
            Said(
                "R. Joseph Selvam",
                "R. Joseph Selvam",
                "Opposition leader in the Corporation council",
                "Corporation",
            ),
        ),
    ),
    Case(
        "a judge with letters",
        "Judge Rosalind Keane QC said the theft was mean. She said that trust had been betrayed.",
        (
            Said("Judge Rosalind Keane QC", "Rosalind Keane", "Judge"),
            Said("She", "Rosalind Keane", "Judge"),
        ),
    ),
    Case(
        "an office before a party",
        "Mayor Luis Arce, a first-term Democrat who campaigned on the project, has said the line would pay for itself.",
        (Said("Mayor Luis Arce, a first-term Democrat", "Luis Arce", "Mayor", "Democrat"),),
    ),
    Case(
        "an office before a side",
        "Sen. Karen Whitlock, R-Pike, the bill’s sponsor, said it was overdue.",
        (Said("Sen. Karen Whitlock, R-Pike,", "Karen Whitlock", "Sen.", "R-Pike"),),
    ),
    Case(
        "the leading member of a party",
        "“It is not enough,” said Rep. Yolanda Briggs of St. Clair, the ranking Democrat on the House side.",
        (
            Said(
                "Rep. Yolanda Briggs of St. Clair, the ranking Democrat on the House side",
                "Yolanda Briggs",
                "ranking Democrat on the House side",
                "House",
            ),
        ),
    ),
    Case(
        "a learned form of address behind an office",
        "Health Cabinet Secretary Prof Lucas Njoroge said talks would go on.",
        (Said("Health Cabinet Secretary Prof Lucas Njoroge", "Lucas Njoroge", "Health Cabinet Secretary"),),
    ),
    Case(
        "a firm for short, and its ship",
        "Norvik Shipping cut its forecast. A missile hit the Norvik Stavanger. Norvik said no one was hurt.",
        (body("Norvik", "Norvik Shipping"),),
    ),
    Case(
        "ranks before where they serve",
        "Detective Lorna Pettibone of the Brantley Police Department said the break-ins began in May. "
        "“It helps,” said Professor Ana Ruiz of the University of Kent.",
        (
            Said("Detective Lorna Pettibone", "Lorna Pettibone", "Detective", "Brantley Police Department"),
            Said("Professor Ana Ruiz of the University of Kent", "Ana Ruiz", "Professor", "University of Kent"),
        ),
    ),
    Case(
        "two offices in a firm that is taken for a person",
        "“It works,” Brightwell co-founder and CEO Ana Park said. “It is new.”",
        (Said("Ana Park", "Ana Park", "Brightwell co-founder and CEO"),),
    ),
    Case(
        "a company among places and courts",
        "A farmer has been awarded damages by the High Court. Mr Ó Loingsigh, of Carrowbeg, had sued "
        "Tullyduff Aggregates Ltd over dust. The company denied that it was to blame.",
        (body("The company", "Tullyduff Aggregates Ltd"),),
    ),
    Case(
        "the company that the article is about",
        "Brightwell Foods cuts forecast\n\nBrightwell Foods Inc cut its forecast. Analysts had expected more, "
        "according to LSEG data.\n\nNet sales fell 4.2%. Volumes declined 6%, the company said.",
        (body("the company", "Brightwell Foods Inc"),),
    ),
    Case(
        "paragraphs that are nothing but speech",
        "“I speak to you tonight,” Ann Hill said.\n\n“We have looked away.\n\n“That ends now.”\n\nThe hall was quiet.",
        (Said("Ann Hill", "Ann Hill"), Said("Ann Hill", "Ann Hill")),
    ),
    Case(
        "who is told in a headline",
        "Carer who emptied widow's savings told: ‘You betrayed a friend’\n\nJudge Malcolm Fairweather jailed Ann Dunn "
        "for three years. “You took everything,” he said. The court was told that Dunn had no previous convictions.",
        (Said("he", "Malcolm Fairweather", "Judge"),),
    ),
    Case(
        "a wife by his surname",
        "Minister Douglas Penhaligon called villages lazy. Penhaligon’s wife, Susan, was angry. "
        "“He grew up in a village,” Mrs Penhaligon said.",
        (Said("Mrs Penhaligon", "Susan", "Penhaligon’s wife"),),
    ),
    Case(
        "a son by her surname",
        "Enid Wardle, 82, was in court. Mrs Wardle's son, Trevor, said the sentence was too short. Mr Wardle said that "
        "the money was gone.",
        (
            Said("Mrs Wardle's son, Trevor", "Trevor", "Mrs Wardle's son"),
            Said("Mr Wardle", "Trevor", "Mrs Wardle's son"),
        ),
    ),
    Case(
        "the second of two without names",
        "Minister Douglas Hale called villages lazy. Two ministers defended him. One minister said it was a joke. "
        "“Douglas is Douglas,” the second minister said.",
        (Said("the second minister", "second minister", kind="unnamed"),),
    ),
)

ASKED = (
    Case(
        "the narrator asks",
        "Edith Marchbank has tuned pianos for years. Michael Oyelaran, secretary of the guild, said she had a gift."
        "\n\nDoes she mind the new machines?\n\n“Not at all. A box is very good at being right.”",
        (
            Said("Michael Oyelaran, secretary of the guild", "Michael Oyelaran", "secretary of the guild"),
            Said("she", "Edith Marchbank"),
        ),
    ),
    Case(
        "asked whether she would stay",
        "Asked whether she had confidence in him, Miriam Holt laughed. “He works hard,” Holt said.",
        (Said("Holt", "Miriam Holt"),),
    ),
    Case(
        "asked about it",
        "Asked about the reports, the club's manager, Ada Corr, said: “He is not ours to sell.”",
        (Said("the club's manager, Ada Corr,", "Ada Corr", "club's manager"),),
    ),
)
