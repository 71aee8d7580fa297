"""What articles taught that strangers to the package wrote: institutions in the genitive, offices, courts, letters."""

from __future__ import annotations

from phrases.cases import Case, Said, body, group, unnamed

INSTITUTIONS = (
    Case(
        "a university of the Queen's",
        "Queen's University Ballymore said that it would appeal. The university said that fees would stay.",
        (
            body("Queen's University Ballymore", "Queen's University Ballymore"),
            body("The university", "Queen's University Ballymore"),
        ),
    ),
    Case(
        "a saint's school",
        "Ruth Penn, head of St Aldhelm's Primary School, said that the roof leaked. The school said it would close.",
        (
            Said("Ruth Penn", "Ruth Penn", "head of St Aldhelm's Primary School", "St Aldhelm's Primary School"),
            body("The school", "St Aldhelm's Primary School"),
        ),
    ),
    Case(
        "a saint with a stop",
        "St. Luke's Hospice said that the beds were full.",
        (body("St. Luke's Hospice", "St. Luke's Hospice"),),
    ),
    Case(
        "a saint whose name ends in s",
        "Bob Hale, a surgeon at St Thomas' Hospital, said that the ward was full.",
        (Said("Bob Hale", "Bob Hale", "surgeon at St Thomas' Hospital", "St Thomas' Hospital"),),
    ),
    Case(
        "a college and its town",
        "Cora Lunn, a lecturer at King's College Marsham, said that the tides had changed.",
        (Said("Cora Lunn", "Cora Lunn", "lecturer at King's College Marsham", "King's College Marsham"),),
    ),
    Case(
        "a children's hospital",
        "Alder Brook Children's Hospital said that the ward would open in May.",
        (body("Alder Brook Children's Hospital", "Alder Brook Children's Hospital"),),
    ),
    Case(
        "a church that a town only has",
        "Boston's Trinity Church said that the bell would stay.",
        (body("Boston's Trinity Church", "Trinity Church"),),
    ),
    Case(
        "the principal of a saint's college",
        "St Columba's College Principal Tom Dunne said that the gym would stay.",
        (Said("Tom Dunne", "Tom Dunne", "St Columba's College Principal", "St Columba's College"),),
    ),
    Case(
        "a union of its members",
        "Last night the general secretary of the School Leaders’ Union, Carol Addy, said heads were tired.",
        (Said("Carol Addy", "Carol Addy", "general secretary of the School Leaders’ Union", "School Leaders’ Union"),),
    ),
)

OFFICES = (
    Case(
        "a detective constable",
        "Det Con Imran Sadler, of Wexley Police’s economic crime unit, told jurors that nobody had checked. The "
        "officer "
        "said that the file was lost.",
        (
            Said("Det Con Imran Sadler", "Imran Sadler", "Det Con", "Wexley Police"),
            Said("The officer", "Imran Sadler", "Det Con", "Wexley Police"),
        ),
    ),
    Case(
        "Con is a name too",
        "Con O'Dwyer said that it was late.",
        (Said("Con O'Dwyer", "Con O'Dwyer"),),
    ),
    Case(
        "a seat that looks like a first name",
        "Clare TD Michael Heery said that the houses were dark.",
        (Said("Clare TD Michael Heery", "Michael Heery", "Clare TD"),),
    ),
    Case(
        "a party that looks like a person",
        "Sinn Féin housing spokeswoman Niamh Brody said the Government was dreaming.",
        (Said("Niamh Brody", "Niamh Brody", "Sinn Féin housing spokeswoman", "Sinn Féin"),),
    ),
    Case(
        "what a minister is for",
        "His words are at odds with those of Minister for Housing Gráinne Toomey, who told reporters that "
        "“everything is "
        "on the table”. Ms Toomey said that she had been misquoted.",
        (
            Said("who", "Gráinne Toomey", "Minister for Housing", "Housing"),
            Said("Ms Toomey", "Gráinne Toomey", "Minister for Housing", "Housing"),
        ),
    ),
    Case(
        "a rank before a side",
        "The vote was a setback for Gov. Laura Achter. Achter, a Democrat running for a second term, said that she "
        "would "
        "try again.",
        (Said("Achter", "Laura Achter", "Gov.", "Democrat"),),
    ),
    Case(
        "one of several",
        "The paper is out. One of its authors, Prof Deirdre Finch, said that the figure was misread.",
        (Said("Prof Deirdre Finch", "Deirdre Finch", "Prof"),),
    ),
    Case(
        "whose daughter it is",
        "Jess Angrove's daughter Wren was born in a lay-by last year. Ms Angrove, 29, said that nobody came.",
        (Said("Ms Angrove", "Jess Angrove"),),
    ),
    Case(
        "the letters of a senior barrister",
        "Defending, Samuel Whitley KC said that his client was sorry.",
        (Said("Samuel Whitley KC", "Samuel Whitley", "KC"),),
    ),
    Case(
        "a surname like a degree",
        "The coordinator in the east, Bjorn Aas, said that hospitals were full. Maria Caro said that they were not.",
        (Said("Bjorn Aas", "Bjorn Aas", "coordinator in the east"), Said("Maria Caro", "Maria Caro")),
    ),
    Case(
        "the defending champion",
        "Defending champion Katya Moro said that her shoulder was healed.",
        (Said("Katya Moro", "Katya Moro", "Defending champion"),),
    ),
    Case(
        "a coach set off behind the club's genitive",
        "For Eastmere's head coach, Ana Ferreira Lopes, it was a fourth win in a row. She said that it was dull.",
        (Said("She", "Ana Ferreira Lopes", "Eastmere's head coach"),),
    ),
    Case(
        "what a predecessor is now",
        "Castell's predecessor, Walt Jorgen, now a lobbyist for the Brotherhood of Train Crews, watched it. “It "
        "takes two "
        "of these,” Jorgen said.",
        (Said("Jorgen", "Walt Jorgen", "lobbyist for the Brotherhood of Train Crews", "Brotherhood of Train Crews"),),
    ),
    Case(
        "a name like a place's behind an office",
        "The trust paid for it. Its director of research, Glenys Park, said that the question was odd.",
        (Said("Glenys Park", "Glenys Park", "director of research"),),
    ),
    Case(
        "an analyst whose firm is cut in two",
        "The cut was bigger than feared, Brennholt Securities analyst Ole Wiik said.",
        (Said("Ole Wiik", "Ole Wiik", "Brennholt Securities analyst", "Brennholt Securities"),),
    ),
    Case(
        "a dateline with its state that looks like a person",
        "Votes\n\nVESPER, Mo. — The water came first, and by the time Wanda Kessler got her mother into the truck, she "
        "recalled, the mailbox was gone.",
        (Said("she", "Wanda Kessler"),),
    ),
    Case(
        "a folklorist and a student",
        "The folklorist Samuel Abeyta, who has studied such customs, said that bells were rare. Cora Lunn, a PhD "
        "student "
        "at Leeds University, said that they were not.",
        (
            Said("Samuel Abeyta", "Samuel Abeyta", "folklorist"),
            Said("Cora Lunn", "Cora Lunn", "PhD student at Leeds University", "Leeds University"),
        ),
    ),
)

DESCRIBED = (
    Case(
        "a court's lead",
        "Carer stole from widow, court told\n\nA carer who spent a widow’s savings on cruises and a hot tub told "
        "police "
        "that they were gifts.\n\nMichelle Garrod, 47, said that she had kept no receipts.",
        (
            Said("A carer who spent", "Michelle Garrod", "carer"),
            Said("Michelle Garrod", "Michelle Garrod", "carer"),
        ),
    ),
    Case(
        "whoever acts right before a quotation",
        "The bench thought that it was a penalty. Lee Rafter, asked about it afterwards, grinned. ‘I got a bit of the "
        "ball, I think.’",
        (Said("Lee Rafter", "Lee Rafter"),),
    ),
    Case(
        "analysts are not the analyst of before",
        "(Adds comments, analyst, shares)\n\nAnalysts said that the firm would have to offer more.",
        (group("Analysts", "Analysts"),),
    ),
    Case(
        "the chief justice by his office",
        'A Division Bench of Chief Justice R.K. Subbaram and Justice Anjali Desai heard it. "Who drank it?" the '
        "Chief Justice asked the counsel.",
        (Said("the Chief Justice", "R.K. Subbaram", "Chief Justice"),),
    ),
    Case(
        "an official spokesman of somebody else",
        "“Sunlight helps,” tweeted Simon Trewlin, the Liberal Democrat education spokesperson. Downing Street said "
        "that "
        "the prime minister was content. Its official spokesman said that he had read the letter.",
        (
            Said("Simon Trewlin", "Simon Trewlin", "Liberal Democrat education spokesperson", "Liberal Democrat"),
            body("Downing Street", "Downing Street"),
            unnamed("Its official spokesman", "official spokesman"),
        ),
    ),
    Case(
        "the witness is not who asks",
        "“You were not there, were you?” asked Felicity Home KC, for the defence. “I was at work,” the witness "
        "replied.",
        (Said("Felicity Home KC", "Felicity Home", "KC"), unnamed("the witness", "witness")),
    ),
    Case(
        "a shareholder is an investor",
        "The bank is for sale. It has been for a year. One top-15 shareholder said that Sir Alan Boyle should go. "
        "“He is a decent man,” the investor said.",
        (unnamed("One top-15 shareholder", "top-15 shareholder"), unnamed("the investor", "top-15 shareholder")),
    ),
    Case(
        "outside court",
        "Outside court, a spokesman for Homely Care, which employed her, said that the firm had helped the police.",
        (unnamed("a spokesman for Homely Care", "spokesman for Homely Care"),),
    ),
)

TOLD = (
    Case(
        "who tells somebody in front of a colon",
        "But Judge Rupert Alder KC, sentencing, told Hollis: 'You are a coward who preys on the old.'",
        (Said("Judge Rupert Alder KC", "Rupert Alder", "Judge"),),
    ),
    Case(
        "a founder and chief officer of a firm like a person",
        "Wyndel cofounder and chief marketing officer Derek Sando told us that few users were hurt. Sando said that "
        "more "
        "would follow.",
        (
            Said("Derek Sando", "Derek Sando", "Wyndel cofounder and chief marketing officer"),
            Said("Sando", "Derek Sando", "Wyndel cofounder and chief marketing officer"),
        ),
    ),
    Case(
        "a member of parliament and former planner",
        "Greens MP and former transport planner Abigail Teal said that it was a monument.",
        (Said("Abigail Teal", "Abigail Teal", "Greens MP and former transport planner", "Greens"),),
    ),
    Case(
        "a shadow secretary is a member of parliament",
        'But shadow health secretary Gareth Penn said that her place was lost. "She would have gone," the Labour '
        "MP told "
        "the Commons.",
        (
            Said("Gareth Penn", "Gareth Penn", "shadow health secretary", "Labour"),
            Said("the Labour MP", "Gareth Penn", "shadow health secretary", "Labour"),
        ),
    ),
    Case(
        "who is asked is not who asks",
        "Dr Anjali Menzies gave the cause of death. Asked by the family's barrister, Owain Reece, whether he had "
        "suffered, "
        'the pathologist replied: "On the balance, yes."',
        (Said("the pathologist", "Anjali Menzies", "pathologist"),),
    ),
    Case(
        "a judge and who appointed her",
        "U.S. District Judge Renata Oakes, an appointee of President George W. Bush, said that the state had to wait.",
        (Said("Renata Oakes", "Renata Oakes", "U.S. District Judge"),),
    ),
    Case(
        "after the hearing",
        "After the hearing Detective Constable Imran Shaw, of Wexley Police, said that the bag was found.",
        (Said("Imran Shaw", "Imran Shaw", "Detective Constable"),),
    ),
    Case(
        "what somebody says that she was once",
        "‘I was a terrible waitress’: Orla Fenn on grief and goats\n\nOrla Fenn is late. “He got into the car,” she "
        "says.",
        (Said("she", "Orla Fenn"),),
    ),
    Case(
        "the paper that has seen a letter is not the company",
        "Haldane Freight AG will cut jobs. In a memo to staff seen by Newsroom, the chief executive warned that it "
        "would "
        "hurt. The company said that talks would begin in May.",
        (unnamed("the chief executive", "chief executive"), body("The company", "Haldane Freight AG")),
    ),
)

AGAIN = (
    Case(
        "a judge is no department of justice",
        "The Justice Department declined it. Circuit Judge Ned Castell dissented. “The door is open,” the judge, an "
        "appointee "
        "of former President Donald Tramp, said. He warned that cases would follow.",
        (
            Said("the judge", "Ned Castell", "Circuit Judge"),
            Said("He", "Ned Castell", "Circuit Judge"),
        ),
    ),
    Case(
        "a pensioner is no prosecutor",
        "Jean Wethers, 91, lost £900, the court heard. Prosecutor Imran Sadler said that nobody had checked. In a "
        'statement read out by the clerk, the pensioner said: "I feel such a fool."',
        (
            Said("Prosecutor Imran Sadler", "Imran Sadler", "Prosecutor"),
            unnamed("the pensioner", "pensioner"),
        ),
    ),
    Case(
        "an age in numbers is one person",
        "Governor Ingrid Malouf brushed off the remark. Asked whether she felt pressed, the 58-year-old replied: “I "
        "have "
        "teenagers.”",
        (Said("the 58-year-old", "Ingrid Malouf", "Governor"),),
    ),
    Case(
        "whoever the sentence before is about, behind a quotation",
        "Browns striker Joe Kuyken rolled onto his leg. Kuyken, a former teammate of Trey Maddock at Iowa State, "
        "said that he had texted "
        "him.\n\n"
        "“You hate that. That is my guy,” the 29-year-old said. “We were at school.”",
        (
            Said("Kuyken", "Joe Kuyken", "Browns striker", "Browns"),
            Said("the 29-year-old", "Joe Kuyken", "Browns striker", "Browns"),
        ),
    ),
    Case(
        "Earl is a first name",
        "Retired custodian Earl Stubbins shook his head. Stubbins worked there for 33 years. “The boiler is fine,” "
        "he said.",
        (Said("he", "Earl Stubbins", "Retired custodian"),),
    ),
    Case(
        "what somebody is before what they did",
        "Rents have doubled, according to Fidel Santos, the municipal president. Santos, a retired schoolteacher "
        "with a "
        "magnificent moustache, said that vans would go.",
        (
            Said("Fidel Santos", "Fidel Santos", "municipal president"),
            Said("Santos", "Fidel Santos", "municipal president"),
        ),
    ),
    Case(
        "his former cook is not himself",
        "The chef Rick Marchand came by on Friday. Marchand wanted to see what his former sous-chef was up to. “I "
        "cried,” he "
        "told me.",
        (Said("he", "Rick Marchand", "chef"),),
    ),
    Case(
        "the Cumbrian",
        "Ben Curran, who scored twice, said that Sale were stewing. “We got called soft,” the Cumbrian added.",
        (Said("Ben Curran", "Ben Curran"), Said("the Cumbrian", "Ben Curran")),
    ),
    Case(
        "a Spanish form of address",
        "The reason is Doña Eufemia Ruiz, 81, who cooks. “They come with notebooks,” she said.",
        (Said("she", "Eufemia Ruiz"),),
    ),
    Case(
        "somebody without a name goes on speaking",
        "MSP Roddy Hallam said that the plan was a disgrace. He said that he would fight it.\n\nA shopkeeper who "
        "runs the "
        "stall said that he had lost money. “It is over,” he said.",
        (
            Said("MSP Roddy Hallam", "Roddy Hallam", "MSP"),
            Said("He", "Roddy Hallam", "MSP"),
            unnamed("A shopkeeper", "shopkeeper"),
            unnamed("he", "shopkeeper"),
        ),
    ),
    Case(
        "a member of congress chairs a caucus",
        "The holdouts, led by Reps. Clay Denmore of Texas and Judith Sawyer of Arizona, were many. Denmore said that "
        "he had "
        "nine votes.\n\n“They did not believe me. They never do,” the Freedom Caucus chair said.",
        (
            Said("Denmore", "Clay Denmore", "Freedom Caucus chair", "Freedom Caucus"),
            Said("the Freedom Caucus chair", "Clay Denmore", "Freedom Caucus chair", "Freedom Caucus"),
        ),
    ),
)

LATER = (
    Case(
        "the mother of somebody is nobody else's",
        "Dana Kowal, 44, was sentenced on Monday. The mother of one patient said that the family was turned down for "
        "help.",
        (unnamed("The mother of one patient", "mother of one patient"),),
    ),
    Case(
        "an attorney's office",
        "Kowal must report by June, the U.S. Attorney's Office said. The office said that the money was gone.",
        (body("the U.S. Attorney's Office", "U.S. Attorney's Office"), body("The office", "U.S. Attorney's Office")),
    ),
    Case(
        "the only one of a surname so far",
        "Her daughter, Nuala Breene, said that she had died on Sunday. “She had been reading proofs,” Breene said.\n\n"
        "Her granddaughter, the actor Sinead Breene, read to her. Nuala sat by. “She wanted Chekhov,” Sinead Breene "
        "said.",
        (
            Said("Nuala Breene", "Nuala Breene", "daughter"),
            Said("Breene", "Nuala Breene", "daughter"),
            Said("Sinead Breene", "Sinead Breene", "actor"),
        ),
    ),
    Case(
        "the mission of a union",
        "Tbilisi called on the European Union's monitoring mission to respond. The mission said that its patrols had "
        "seen "
        "posts. “We are awaiting an answer,” it said.",
        (
            body("The mission", "European Union's monitoring mission"),
            body("it", "European Union's monitoring mission"),
        ),
    ),
    Case(
        "a ministry is a department",
        "The plan is late. A Ministry of Justice spokesperson said that prisons were full. The department said that "
        "it had "
        "fined the firm.",
        (
            unnamed("A Ministry of Justice spokesperson", "Ministry of Justice spokesperson"),
            body("The department", "Ministry of Justice"),
        ),
    ),
    Case(
        "counsel by their side",
        "Cross-examined by Anthea Locke, for the defence, Mark Arden said that he was ill. “You hated him,” Locke "
        "said. The "
        "witness said that everybody did.",
        (
            Said("Mark Arden", "Mark Arden", None),
            Said("Locke", "Anthea Locke", None),
            unnamed("The witness", "witness"),
        ),
    ),
    Case(
        "a schools minister is no general secretary",
        "Frances Oakes, general secretary of the National Teachers' Union, said that pay was low. The schools "
        "minister said "
        "that the door was open.",
        (
            Said(
                "Frances Oakes",
                "Frances Oakes",
                "general secretary of the National Teachers' Union",
                "National Teachers' Union",
            ),
            unnamed("The schools minister", "schools minister"),
        ),
    ),
    Case(
        "a grower who acts before a quotation",
        "The Nationals said that water was short. Wheat grower Des Winter, whose farm lies at the end, was less "
        'kind. "It is a disgrace, mate."',
        (body("The Nationals", "Nationals"), Said("Wheat grower Des Winter", "Des Winter", "Wheat grower")),
    ),
    Case(
        "an Australian councillor",
        "It cannot come soon enough for shire mayor Bev Tucker. “We read it in the Herald,” Cr Tucker said.",
        (Said("Cr Tucker", "Bev Tucker", "shire mayor"),),
    ),
    Case(
        "of whose university each is",
        "Nadia Elsay of Cornell University and Jun Takeda of Kyoto University write that nobody knows.",
        (Said("Nadia Elsay of Cornell University", "Nadia Elsay", "Cornell University", "Cornell University"),),
    ),
)
