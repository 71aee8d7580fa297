"""Pronouns: he, she, they, it, who, the former, and I in a quotation."""

from phrases.cases import Case, Said, body, group

SINGULAR = (
    Case(
        "gender clash",
        "Anna Petrie met Mark Sloane at the town hall on Friday. She said the plan was dead. He said it was not.",
        (Said("She", "Anna Petrie"), Said("He", "Mark Sloane")),
    ),
    Case(
        "gender by honorific alone",
        "Mr. Okafor and Ms. Lindqvist spoke for an hour. “It went well,” she said.",
        (Said("she", "Lindqvist"),),
    ),
    Case(
        "gender by a noun",
        "Actress Jordan Vale and her director, Casey Holm, have parted ways. “I wish him luck,” she said.",
        (Said("she", "Jordan Vale", "Actress"),),
    ),
    Case(
        "cataphora",
        "After he lost, Richard Hill said he would never run again.",
        (Said("Richard Hill", "Richard Hill"),),
    ),
    Case(
        "cataphora with a surname",
        "Brian Hill ran a poor campaign. When she beat him, Nora Castle said that voters wanted change.",
        (Said("Nora Castle", "Nora Castle"),),
    ),
    Case(
        "a pronoun in a quotation is not the speaker",
        "Tom Bradley testified on Monday. “He told me that he was sorry,” said his neighbour, Alan Frost. "
        "“I believed him,” he added.",
        (Said("his neighbour, Alan Frost", "Alan Frost", "neighbour"), Said("he", "Alan Frost", "neighbour")),
    ),
    Case(
        "the subject goes on",
        "Jane Corbett met her sister-in-law in court. She said she had forgiven her.",
        (Said("She", "Jane Corbett"),),
    ),
    Case(
        "who",
        "Graham Tully, who said he saw the crash, called the police at once.",
        (Said("who", "Graham Tully"),),
    ),
    Case(
        "two presidents",
        "President Elena Vargas of Costa Brava met President Tomas Lind of Norland on Sunday. "
        "Vargas said the border would open. Lind said there was no date yet.",
        (Said("Vargas", "Elena Vargas", "President"), Said("Lind", "Tomas Lind", "President")),
    ),
    Case(
        "across paragraphs",
        "Oliver Stead, the club's manager, was calm after the defeat.\n\n“We had our chances,” he said.\n\n"
        "The side lies 12th.\n\n“There are nine games to go,” he said.",
        (
            Said("he", "Oliver Stead", "club's manager"),
            Said("he", "Oliver Stead", "club's manager"),
        ),
    ),
    Case(
        "his, her",
        "Louise Barnett resigned on Tuesday. In her letter, she said that the council had ignored her.",
        (Said("she", "Louise Barnett"),),
    ),
)

PLURAL = (
    Case(
        "they for a named pair",
        "Emily Ross and Jack Harmon crossed the desert on foot. They said that the nights were worst.",
        (group("They", "Emily Ross and Jack Harmon"),),
    ),
    Case(
        "they for the group that spoke",
        "Residents said the noise began at dawn. They said that nobody had warned them.",
        (group("Residents", "Residents"), group("They", "Residents")),
    ),
    Case(
        "they for a body",
        "The Northern Farmers' Union rejected the offer. They said that the price was an insult.",
        (body("They", "Northern Farmers' Union"),),
    ),
    Case(
        "it for a body",
        "Ashdown Motors will close its plant in Kettering. It said that 400 jobs would go.",
        (body("It", "Ashdown Motors"),),
    ),
    Case(
        "it for an agency in brackets",
        "The Coastal Safety Agency (CSA) opened an inquiry. It said the ferry had been overloaded.",
        (body("It", "Coastal Safety Agency"),),
    ),
)
DEICTIC = (
    Case(
        "the former and the latter",
        "Ruth Calder and Ian Moss both want the job. The former said she would cut taxes, while the "
        "latter said he would not.",
        (Said("The former", "Ruth Calder"), Said("the latter", "Ian Moss")),
    ),
)
