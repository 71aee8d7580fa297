"""Names: who is who, where several share one, and how one person is called in several ways."""

from phrases.cases import Case, Said

NAMESAKES = (
    Case(
        "a couple, by honorific",
        "Peter and Joan Marlow have run the Crown Inn since 1998. “It was never easy,” said Mrs Marlow. "
        "Mr Marlow said that the roof leaked for ten years.",
        (Said("Mrs Marlow", "Joan Marlow"), Said("Mr Marlow", "Peter")),
    ),
    Case(
        "a couple, by pronoun",
        "Susan Hartley and her husband, Robert Hartley, lost their home in the flood.\n\n"
        '"Everything is gone," she said.\n\n"We will start again," he said.',
        (Said("she", "Susan Hartley"), Said("he", "Robert Hartley", "husband")),
    ),
    Case(
        "siblings, by first name",
        "Twins Daniel and Rebecca Osborne opened the bakery in March. “We fight every day,” Rebecca said. "
        "“She usually wins,” Daniel said.",
        (Said("Rebecca", "Rebecca Osborne"), Said("Daniel", "Daniel")),
    ),
    Case(
        "politicians of one surname, by their office",
        "Governor Laura Whitfield and Senator James Whitfield, who are not related, met in Dayton on Monday. "
        "Governor Whitfield said the state would pay for the bridge. "
        "Senator Whitfield said he had doubts about the figures.",
        (
            Said("Governor Whitfield", "Laura Whitfield", "Governor"),
            Said("Senator Whitfield", "James Whitfield", "Senator"),
        ),
    ),
    Case(
        "who speaks keeps the surname",
        "Karen Doyle, the chief executive of Brightwater, defended the sale on Tuesday. "
        "“It was the right price,” Doyle said. "
        "Her brother, Sean Doyle, left the board last year. “I would do it again,” Doyle added.",
        (
            Said("Doyle", "Karen Doyle", "chief executive of Brightwater", "Brightwater"),
            Said("Doyle", "Karen Doyle", "chief executive of Brightwater", "Brightwater"),
        ),
    ),
    Case(
        "father and son",
        "Walter Pruitt Jr. took over the farm from his father, Walter Pruitt Sr., in 2009. "
        "“My father never sold an acre,” Walter Pruitt Jr. said.",
        (Said("Walter Pruitt Jr.", "Walter Pruitt Jr."),),
    ),
    Case(
        "a widow and the dead man",
        "Police identified the driver as Thomas Reilly, 54. His widow, Anne Reilly, said that the road "
        "had always been dangerous. "
        "“They knew about that bend,” Mrs. Reilly said.",
        (Said("His widow, Anne Reilly", "Anne Reilly", "widow"), Said("Mrs. Reilly", "Anne Reilly", "widow")),
    ),
)

CALLED = (
    Case(
        "full name, then surname",
        "Margaret Dunn won the seat by 200 votes. Dunn said she would ask for a recount all the same.",
        (Said("Dunn", "Margaret Dunn"),),
    ),
    Case(
        "full name, then honorific",
        "Colin Baxter has lived on the island for 40 years. “The ferry is our only road,” Mr Baxter said.",
        (Said("Mr Baxter", "Colin Baxter"),),
    ),
    Case(
        "full name, then rank",
        'The vote was led by Sen. Paula Greer of Vermont. "This is a first step," Sen. Greer said.',
        (Said("Sen. Greer", "Paula Greer", "Sen."),),
    ),
    Case(
        "nickname in quotation marks",
        "William “Buddy” Tanner ran the garage for thirty years. “I never owned a computer,” Tanner said.",
        (Said("Tanner", "William “Buddy” Tanner"),),
    ),
    Case(
        "short form of a first name",
        "Elizabeth Crane joined the club in 2003. Liz Crane said that she had been the only woman then.",
        (Said("Liz Crane", "Elizabeth Crane"),),
    ),
    Case(
        "initials",
        "The novelist J. R. Holloway lives near Whitby. “I write in the shed,” Holloway said.",
        (Said("Holloway", "J. R. Holloway", "novelist"),),
    ),
    Case(
        "middle initial left out",
        "Robert T. Langley was sworn in on Friday. Robert Langley said that he would serve a single term.",
        (Said("Robert Langley", "Robert T. Langley"),),
    ),
    Case(
        "generation",
        "The bill was written by Samuel Ortega III. Ortega said that it would save millions.",
        (Said("Ortega", "Samuel Ortega III"),),
    ),
    Case(
        "Dutch particles",
        "Pieter van der Meer runs the lock at Zandwijk. “The water decides,” Van der Meer said.",
        (Said("Van der Meer", "Pieter van der Meer"),),
    ),
    Case(
        "German particle",
        "The museum was founded by Clara von Reuth. Ms von Reuth said that the paintings would stay.",
        (Said("Ms von Reuth", "Clara von Reuth"),),
    ),
    Case(
        "Arabic particle",
        "Hassan al-Rashidi fled the city in May. “There was no bread,” al-Rashidi said.",
        (Said("al-Rashidi", "Hassan al-Rashidi"),),
    ),
    Case(
        "hyphenated surname",
        "Fiona Grant-Lyle bought the mill in 2011. “It was a ruin,” said Ms Grant-Lyle.",
        (Said("Ms Grant-Lyle", "Fiona Grant-Lyle"),),
    ),
    Case(
        "accents left out",
        "José Muñiz trained at the club as a boy. “This is home,” Muniz said.",
        (Said("Muniz", "José Muñiz"),),
    ),
    Case(
        "Korean order",
        "South Korean Foreign Minister Bae Sung-min arrived on Thursday. “We expect a long night,” Bae said.",
        (Said("Bae", "Bae Sung-min", "South Korean Foreign Minister"),),
    ),
    Case(
        "transcript labels in capitals",
        "The senator sat down with Dana Whitlock on Sunday.\n\nWHITLOCK: Will you run again?\n\n"
        "WHITLOCK: And what does your family say?",
        (Said("WHITLOCK", "Dana Whitlock"),),
    ),
    Case(
        "possessive of a name",
        "Helen Marsh will not stand again. Marsh's lawyer, David Kemp, said that she needed rest.",
        (Said("Marsh's lawyer, David Kemp", "David Kemp", "Marsh's lawyer"),),
    ),
    Case(
        "the first name alone",
        "Seven-year-old Molly Pearson found the coin on the beach. “I thought it was a button,” Molly said.",
        (Said("Molly", "Molly Pearson"),),
    ),
)
