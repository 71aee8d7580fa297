"""More of each class, in the mixture in which news has them."""

from phrases.cases import Case, Said, body, document, group, unnamed

NEWS = (
    Case(
        "rival politicians of one surname",
        "Linda Garrett, the Democratic candidate, and Steve Garrett, the Republican incumbent, debated "
        "on Tuesday night.\n\n"
        "“Families are hurting,” Linda Garrett said.\n\n“My opponent has no plan,” Steve Garrett said.",
        (
            Said("Linda Garrett", "Linda Garrett", "Democratic candidate", "Democratic"),
            Said("Steve Garrett", "Steve Garrett", "Republican incumbent", "Republican"),
        ),
    ),
    Case(
        "a daughter keeps her first name",
        "Margaret Lowe ran the shop for 50 years. Her daughter, Jenny Lowe, took over in 2015. "
        "“Mum still checks the till,” Jenny said.",
        (Said("Jenny", "Jenny Lowe", "daughter"),),
    ),
    Case(
        "Mr and Mrs",
        "Mr and Mrs Tolland were asleep when the fire began. “I smelled smoke,” Mrs Tolland said.",
        (Said("Mrs Tolland", "Tolland"),),
    ),
    Case(
        "Lord and lady",
        "Lord Ashby, the former chancellor, said the budget was weak.",
        (Said("Lord Ashby", "Ashby", "former chancellor"),),
    ),
    Case(
        "Sir",
        "Sir Martin Gale, the museum’s director, said the roof would be closed until May.",
        (Said("Sir Martin Gale", "Martin Gale", "museum’s director"),),
    ),
    Case(
        "single quotation marks",
        "‘It’s a disgrace,’ said Gavin Pryce, a councillor for Penarth. ‘We’ve waited nine years.’",
        (Said("Gavin Pryce", "Gavin Pryce", "councillor for Penarth", "Penarth"),),
    ),
    Case(
        "straight marks and a sergeant",
        '"The suspect is still at large," Sgt. Maria Delgado said. Delgado added that he may be armed.',
        (Said("Sgt. Maria Delgado", "Maria Delgado", "Sgt."), Said("Delgado", "Maria Delgado", "Sgt.")),
    ),
    Case(
        "a secretary of state",
        "US Secretary of State Howard Blaine told reporters that the truce was holding.",
        (Said("US Secretary of State Howard Blaine", "Howard Blaine", "US Secretary of State"),),
    ),
    Case(
        "professor of a subject at a university",
        "The findings surprised Lydia Marchetti, a professor of geology at the University of Padua. “We "
        "dug deeper,” she said.",
        (
            Said(
                "she",
                "Lydia Marchetti",
                "professor of geology at the University of Padua",
                "University of Padua",
            ),
        ),
    ),
    Case(
        "who was not involved",
        "Tara Quigley, an ecologist at Leeds University who was not involved in the study, said it was sound.",
        (Said("Tara Quigley", "Tara Quigley", "ecologist at Leeds University", "Leeds University"),),
    ),
    Case(
        "chief executive of a company",
        "Deltaform’s chief executive, Nadia Rahimi, told investors that sales would recover.",
        (Said("Nadia Rahimi", "Nadia Rahimi", "Deltaform’s chief executive", "Deltaform"),),
    ),
    Case(
        "the chief executive later",
        "Nadia Rahimi, chief executive of Deltaform, faced angry investors on Friday. "
        "“Sales will recover,” the chief executive said.",
        (Said("the chief executive", "Nadia Rahimi", "chief executive of Deltaform", "Deltaform"),),
    ),
    Case(
        "the mayor among others",
        "Mayor Doris Blackwell and the fire chief, Otto Kern, toured the ruins. The mayor said that nobody was hurt. "
        "The fire chief said that the cause was unknown.",
        (Said("The mayor", "Doris Blackwell", "Mayor"), Said("The fire chief", "Otto Kern", "fire chief")),
    ),
    Case(
        "he after a title of a man",
        "The king's brother, Prince Leopold, left for Vienna. He said that he would not return.",
        (Said("He", "Leopold", "Prince"),),
    ),
    Case(
        "she across a man's sentence",
        "Justine Powell filed the complaint in May. Her boss, Greg Rowan, was suspended a week later. "
        "“I only wanted it to stop,” she said.",
        (Said("she", "Justine Powell"),),
    ),
    Case(
        "he goes back over a woman",
        "Dominic Hayes was freed on Tuesday. His mother, Carol Hayes, waited at the gate. “I want to go "
        "home,” he said.",
        (Said("he", "Dominic Hayes"),),
    ),
    Case(
        "he quoted by another man",
        "Ray Collier said that his partner, Simon Webb, had lied. “He took the money and ran,” Collier said.",
        (Said("Ray Collier", "Ray Collier"), Said("Collier", "Ray Collier")),
    ),
    Case(
        "floating quotation in the next paragraph",
        "“We were robbed,” said coach Marty Fallon.\n\n“The referee was blind,” he added.",
        (Said("coach Marty Fallon", "Marty Fallon", "coach"), Said("he", "Marty Fallon", "coach")),
    ),
    Case(
        "a statement of a body",
        "Unite Northern called off the strike. In a statement, the union said that its members had won.",
        (body("the union", "Unite Northern"),),
    ),
    Case(
        "the bank",
        "Halberd Bank froze the accounts last week. The bank said it was following the law.",
        (body("The bank", "Halberd Bank"),),
    ),
    Case(
        "the university",
        "Students at Fenwick University have been sent home. The university said that term would end early.",
        (body("The university", "Fenwick University"),),
    ),
    Case(
        "the White House",
        "The White House said the president had not read the letter.",
        (body("The White House", "White House"),),
    ),
    Case(
        "a news agency as source",
        "Six soldiers died in the blast, the Novaya news agency reported on Sunday.",
        (body("the Novaya news agency", "Novaya news agency"),),
    ),
    Case(
        "according to police",
        "The car hit a wall at 60 mph, according to police.",
        (group("police", "police"),),
    ),
    Case(
        "some experts",
        "Some experts warn that the glacier could collapse within a decade.",
        (group("Some experts", "experts"),),
    ),
    Case(
        "three scientists",
        "Three scientists from Lund said that the metal was not rare.",
        (group("Three scientists from Lund", "Three scientists from Lund"),),
    ),
    Case(
        "both men",
        "Carlos Mena and Felix Braun were arrested in June. Both men said they were innocent.",
        (group("Both men", "Carlos Mena and Felix Braun"),),
    ),
    Case(
        "the couple",
        "Harriet and Tony Blake won the lottery in March. The couple said they would keep their jobs.",
        (group("The couple", "Harriet and Tony Blake"),),
    ),
    Case(
        "the brothers",
        "Adam Sharp and his brother, Luke Sharp, built the boat. The brothers said that it took four years.",
        (group("The brothers", "Adam Sharp and Luke Sharp"),),
    ),
    Case(
        "three names",
        "Alan Reid, Beth Moran and Chris Oduya said they would resign.",
        (group("Alan Reid, Beth Moran and Chris Oduya", "Alan Reid, Beth Moran and Chris Oduya"),),
    ),
    Case(
        "his spokesman",
        "Senator Paul Winter declined to comment. His spokesman said the senator was travelling.",
        (unnamed("His spokesman", "Paul Winter's spokesman"),),
    ),
    Case(
        "a spokeswoman, later she",
        "A spokeswoman for the hospital said the boy was stable. She said that he had asked for ice cream.",
        (
            unnamed("A spokeswoman for the hospital", "spokeswoman for the hospital"),
            unnamed("She", "spokeswoman for the hospital"),
        ),
    ),
    Case(
        "a neighbour without a name",
        "“He kept to himself,” said one neighbour, who declined to give her name.",
        (unnamed("one neighbour", "neighbour"),),
    ),
    Case(
        "a poll with its maker",
        "A Baxter-Lowe poll found that 52 per cent of voters want her to go.",
        (document("A Baxter-Lowe poll", "Baxter-Lowe poll"),),
    ),
    Case(
        "the study, later it",
        "A study published in March found that cod are shrinking. It said that warm water was to blame.",
        (
            document("A study published in March", "study"),
            document("It", "study"),
        ),
    ),
    Case(
        "an editorial",
        "An editorial in the Kentish Herald said that the minister should go.",
        (document("An editorial in the Kentish Herald", "editorial in the Kentish Herald"),),
    ),
    Case(
        "a Spanish double surname",
        "Ana García Robles won the race in a storm. “I could not see the road,” García Robles said.",
        (Said("García Robles", "Ana García Robles"),),
    ),
    Case(
        "an Irish name",
        "Siobhán O’Hanlon sold the pub in 2019. “It was time,” Ms O’Hanlon said.",
        (Said("Ms O’Hanlon", "Siobhán O’Hanlon"),),
    ),
    Case(
        "a Chinese name",
        "Foreign Ministry spokesman Liu Weidong said the ship had lost its way. “This is a small "
        "matter,” Liu told reporters.",
        (
            Said(
                "Foreign Ministry spokesman Liu Weidong",
                "Liu Weidong",
                "Foreign Ministry spokesman",
                "Foreign Ministry",
            ),
            Said("Liu", "Liu Weidong", "Foreign Ministry spokesman", "Foreign Ministry"),
        ),
    ),
    Case(
        "interview labels",
        "Ellen Barr talks to the novelist Hugo Lamb.\n\nBARR: Why whales?\n\nLAMB: They are bigger than we are.",
        (Said("BARR", "Ellen Barr"), Said("LAMB", "Hugo Lamb", "novelist")),
    ),
    Case(
        "MP and constituency",
        "The MP for Wexcombe, Julia Strand, said the road was a death trap.",
        (Said("The MP for Wexcombe, Julia Strand", "Julia Strand", "MP for Wexcombe", "Wexcombe"),),
    ),
    Case(
        "party in brackets after a British name",
        "Olive Tate (Lab) said that the vote was rigged.",
        (Said("Olive Tate (Lab)", "Olive Tate", "Lab", "Lab"),),
    ),
    Case(
        "describing words before a name",
        "Veteran broadcaster and campaigner Rosalind Peck said the BBC had changed.",
        (
            Said(
                "Veteran broadcaster and campaigner Rosalind Peck",
                "Rosalind Peck",
                "Veteran broadcaster and campaigner",
            ),
        ),
    ),
    Case(
        "co-author",
        "The paper’s co-author, Dr Sven Ostberg, said the sample was small.",
        (Said("The paper’s co-author, Dr Sven Ostberg", "Sven Ostberg", "paper’s co-author"),),
    ),
    Case(
        "age then role told later",
        "Nathan Cole, 17, scored the winner. “Unbelievable,” the teenager said. The 17-year-old said he "
        "had slept badly.",
        (Said("the teenager", "Nathan Cole"), Said("The 17-year-old", "Nathan Cole")),
    ),
    Case(
        "two ages",
        "Ivy Dunmore, 81, and her neighbour Stella Marr, 34, saw the flash. The 81-year-old said that it was green.",
        (Said("The 81-year-old", "Ivy Dunmore"),),
    ),
    Case(
        "the prime minister and the president",
        "President Ottavio Ricci received Prime Minister Helga Brandt in Rome. "
        "The prime minister said the visit was overdue. The president said that he agreed.",
        (
            Said("The prime minister", "Helga Brandt", "Prime Minister"),
            Said("The president", "Ottavio Ricci", "President"),
        ),
    ),
    Case(
        "two presidents, by country",
        "The Kenyan president, Moses Otieno, met the Ugandan president, Ruth Namara, on Sunday. "
        "The Ugandan president said the lake belonged to both.",
        (Said("The Ugandan president", "Ruth Namara", "Ugandan president"),),
    ),
    Case(
        "former president and president",
        "President Jane Calloway criticised former president Hugh Bristow. Bristow said that he was flattered.",
        (Said("Bristow", "Hugh Bristow", "former president"),),
    ),
    Case(
        "cataphora in a clause of time",
        "Before she moved to Leeds, Sarah Linden said, she had worked in a bar.",
        (Said("Sarah Linden", "Sarah Linden"),),
    ),
    Case(
        "which",
        "Ocean Watch, which says that the reef is dying, has sued the state.",
        (body("which", "Ocean Watch"),),
    ),
    Case(
        "a headline's surname",
        "Harker: I will not quit\n\nThe minister for trade, Lionel Harker, said on Monday that he would stay.",
        (Said("Lionel Harker", "Lionel Harker", "minister for trade"),),
    ),
    Case(
        "a pronoun for the last speaker after a question",
        "Asked about the delay, Wilma Crane shrugged. “These things happen,” she said.",
        (Said("she", "Wilma Crane"),),
    ),
    Case(
        "told by name, answered by pronoun",
        "Mia Novak asked Peter Sand where the money was. He said he had spent it.",
        (Said("He", "Peter Sand"),),
    ),
)
