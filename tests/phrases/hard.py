"""Forms that an article leaves open for long: law, politics and business, and three who speak in turn."""

from phrases.cases import Case, Said, body, group, unnamed

HARD = (
    Case(
        "I think",
        "“I think the mayor is wrong,” said Petra Long, a shopkeeper. “I believe he knows it.”",
        (Said("Petra Long", "Petra Long", "shopkeeper"),),
    ),
    Case(
        "they in a quotation",
        "“They told us that the water was clean,” said Rhys Parry, a plumber.",
        (Said("Rhys Parry", "Rhys Parry", "plumber"),),
    ),
    Case(
        "three speakers",
        "A plan to close the Alton library drew anger on Thursday.\n\n"
        "“It is the heart of the village,” said Maureen Tate, 71, a former librarian. She has "
        "borrowed a book a week since 1960.\n\n"
        "Council leader Derek Shore said there was no choice. “The money has gone,” he said.\n\n"
        "But Tate said the council had wasted it. “They bought a sculpture,” she said.\n\n"
        "Shore denied this.",
        (
            Said("Maureen Tate", "Maureen Tate", "former librarian"),
            Said("Council leader Derek Shore", "Derek Shore", "Council leader"),
            Said("he", "Derek Shore", "Council leader"),
            Said("Tate", "Maureen Tate", "former librarian"),
            Said("she", "Maureen Tate", "former librarian"),
        ),
    ),
    Case(
        "a minister and her department",
        "Mayor Gillian Rowe cancelled the tunnel on Friday. A Department for "
        "Transport spokesman said it would have cost £4bn. "
        "Rowe said the money would go to buses.",
        (
            unnamed("A Department for Transport spokesman", "Department for Transport spokesman"),
            Said("Rowe", "Gillian Rowe", "Mayor"),
        ),
    ),
    Case(
        "the defendant",
        "Kurt Vogel, 39, denies murder. The defendant told the court that he had been asleep.",
        (Said("The defendant", "Kurt Vogel"),),
    ),
    Case(
        "the victim's mother",
        "Jade Norris, 16, was stabbed in May. Her mother, Tracy Norris, said that the city had failed her.",
        (Said("Her mother, Tracy Norris", "Tracy Norris", "mother"),),
    ),
    Case(
        "the woman",
        "Beryl Stokes fell on the ice outside the bank. “Nobody stopped,” the woman said.",
        (Said("the woman", "Beryl Stokes"),),
    ),
    Case(
        "the author",
        "Simon Kerr’s new book sold out in a day. “I was stunned,” the author said.",
        (Said("the author", "Simon Kerr", "author"),),
    ),
    Case(
        "the singer",
        "Pop star Luna Hart cancelled her tour. The singer said that she had lost her voice.",
        (Said("The singer", "Luna Hart", "Pop star"),),
    ),
    Case(
        "the Democrat",
        "Senate candidate Mary Holt, a Democrat, spoke in Akron. “We can win,” the Democrat said.",
        (Said("the Democrat", "Mary Holt", "Senate candidate", "Senate"),),
    ),
    Case(
        "the Ohio Republican",
        "Rep. Carl Hodge (R-Ohio) opposed the bill. “It is dead,” the Ohio Republican said.",
        (Said("the Ohio Republican", "Carl Hodge", "Rep.", "Republican"),),
    ),
    Case("the Kremlin", "The Kremlin said that it knew nothing of the letter.", (body("The Kremlin", "Kremlin"),)),
    Case(
        "Downing Street",
        "Downing Street said the prime minister had full confidence in her.",
        (body("Downing Street", "Downing Street"),),
    ),
    Case(
        "the ministry",
        "The Ministry of Culture closed the museum. The ministry said that the roof was unsafe.",
        (body("The ministry", "Ministry of Culture"),),
    ),
    Case(
        "the charity",
        "Shelter North runs 40 hostels. The charity said that demand had doubled.",
        (body("The charity", "Shelter North"),),
    ),
    Case(
        "the airline",
        "Skylark Airways grounded its fleet. The airline said that a bolt was loose.",
        (body("The airline", "Skylark Airways"),),
    ),
    Case(
        "the company, of a thing it makes",
        "Nordane Systems makes pumps. The company said that it would hire 200 people.",
        (body("The company", "Nordane Systems"),),
    ),
    Case(
        "a joint statement",
        "In a joint statement, Norway and Iceland said that the quota was too high.",
        (group("Norway and Iceland", "Norway and Iceland"),),
    ),
    Case(
        "lawyers for the pair",
        "Police arrested Ada Finch and Joel Finch on Sunday. Lawyers for the pair said they would plead not guilty.",
        (group("Lawyers for the pair", "Lawyers for the pair"),),
    ),
    Case(
        "both women",
        "Ada Finch and Nina Cole run the farm. Both women said that they rise at four.",
        (group("Both women", "Ada Finch and Nina Cole"),),
    ),
    Case(
        "the two men",
        "Coach Ed Ray argued with referee Sam Poole. The two men said later that it was forgotten.",
        (group("The two men", "Ed Ray and Sam Poole"),),
    ),
    Case("neighbours", "Neighbours said they had heard shouting.", (group("Neighbours", "Neighbours"),)),
    Case(
        "people familiar",
        "The board will meet on Monday, according to people familiar with the matter.",
        (group("people familiar with the matter", "people familiar with the matter"),),
    ),
    Case(
        "one of them",
        "Two clerks were sacked. “We did nothing,” one of them said.",
        (unnamed("one of them", "one of them"),),
    ),
    Case(
        "a spokesperson who declined",
        "A spokesperson for Halberd Bank, Lucy Odell, declined to say how many accounts were "
        "frozen. Odell said that more would follow.",
        (Said("Odell", "Lucy Odell", "spokesperson for Halberd Bank", "Halberd Bank"),),
    ),
    Case(
        "the late",
        "The late poet Edwin Sparrow said that rhyme was a cage.",
        (Said("The late poet Edwin Sparrow", "Edwin Sparrow", "late poet"),),
    ),
    Case(
        "president-elect",
        "President-elect Dora Quint said she would sell her shares.",
        (Said("President-elect Dora Quint", "Dora Quint", "President-elect"),),
    ),
    Case(
        "shadow minister",
        "Shadow education minister Priti Lal said that schools were falling down.",
        (Said("Shadow education minister Priti Lal", "Priti Lal", "Shadow education minister"),),
    ),
    Case(
        "Labour MP",
        "Labour MP Tom Critchley said the cut was cruel.",
        (Said("Labour MP Tom Critchley", "Tom Critchley", "Labour MP", "Labour"),),
    ),
    Case(
        "Lib Dem leader",
        "The Liberal Democrat leader, Fay Winter, said that rivers were filthy.",
        (Said("The Liberal Democrat leader, Fay Winter", "Fay Winter", "Liberal Democrat leader", "Liberal Democrat"),),
    ),
    Case(
        "described by a clause and a body",
        "Miles Archer, chief economist at the consultancy Penbrook Analytics, said that rates would fall.",
        (
            Said(
                "Miles Archer",
                "Miles Archer",
                "chief economist at the consultancy Penbrook Analytics",
                "Penbrook Analytics",
            ),
        ),
    ),
    Case(
        "Mr Speaker's full name after a surname",
        "Mr Tolhurst broke his silence on Monday.\n\n“I was wrong,” said Gordon Tolhurst, who led the bank until 2008.",
        (Said("Gordon Tolhurst", "Gordon Tolhurst"),),
    ),
    Case(
        "surname first in a headline",
        "Vance wins in Dorset\n\nPhoebe Vance, the Green candidate, won Dorset West on Thursday. "
        "“I can’t believe it,” she said.",
        (Said("she", "Phoebe Vance", "Green candidate", "Green"),),
    ),
    Case(
        "a daughter's pronoun",
        "Evelyn Marks raised three girls alone. Her eldest, Tina, lives in Hull. “She never complained,” Tina said.",
        (Said("Tina", "Tina"),),
    ),
    Case(
        "a Japanese name turned",
        "Sato Kenji led the dig. “We found a wall,” said Kenji Sato.",
        (Said("Kenji Sato", "Sato Kenji"),),
    ),
    Case(
        "Abu",
        "Abu Bakr Nasser, the group's emir, said that the truce was over. Nasser said the hostages were alive.",
        (Said("Nasser", "Abu Bakr Nasser", "group's emir"),),
    ),
    Case(
        "St in a surname",
        "Henry St John sold the castle. “It was cold,” St John said.",
        (Said("St John", "Henry St John"),),
    ),
    Case(
        "an all caps speaker",
        "MODERATOR: Welcome.\n\nSENATOR HAYES: Thank you.\n\nMODERATOR: Let us begin.",
        (Said("SENATOR HAYES", "HAYES", "SENATOR"),),
    ),
)
