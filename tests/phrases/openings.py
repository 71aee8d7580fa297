"""Headlines, datelines and leads: who speaks where the article names people late."""

from __future__ import annotations

from phrases.cases import Case, Said, body, document, group, unnamed

OPENINGS = (
    Case(
        "a dateline is nobody",
        "PORT ELGIN, Ont. (CP) — The head of the province's ferry service said on Monday that her ships were too old.",
        (unnamed("The head of the province's ferry service", "head of the province's ferry service"),),
    ),
    Case(
        "a dateline's place is not meant by a pronoun",
        "Envoys plead for time\n\nVALMERA — Ines Duarte walked in late. Nobody, she said, had called her.",
        (Said("she", "Ines Duarte"),),
    ),
    Case(
        "a lead's role named a paragraph later",
        "Orlin to close two plants\n\nThe chief executive of Orlin said yesterday that two plants would shut.\n\n"
        "Martha Quill, who took over in May, blamed the price of steel. “I had hoped for better news,” she said.",
        (
            Said("The chief executive of Orlin", "Martha Quill", "chief executive of Orlin"),
            Said("she", "Martha Quill", "chief executive of Orlin"),
        ),
    ),
    Case(
        "a lead's official stays unnamed",
        "Talks close to collapse\n\nA senior official said yesterday that the talks were close to collapse.\n\n"
        "Rosa Anders, the trade envoy, told reporters that she had packed her bags.",
        (unnamed("A senior official", "senior official"), Said("Rosa Anders", "Rosa Anders", "trade envoy")),
    ),
    Case(
        "a lead's role that somebody else bears",
        "Wardens to strike\n\nThe park's warden said on Monday that the gates would stay shut.\n\n"
        "Celia Bright, a hotel owner, said that her rooms were empty.",
        (unnamed("The park's warden", "park's warden"), Said("Celia Bright", "Celia Bright", "hotel owner")),
    ),
    Case(
        "a headline's speaker who says the same below",
        "Bridge ‘held together by paint’, inspector warns\n\nThe bridge over the Tarn will be closed for a year.\n\n"
        "Peter Lowe, an inspector for the county, said that it was ‘held together by paint’.",
        (
            Said("inspector", "Peter Lowe", "inspector for the county"),
            Said("Peter Lowe", "Peter Lowe", "inspector for the county"),
        ),
    ),
    Case(
        "a minister without a name speaks again",
        "Beatrice Hall, the roads minister, denied it. One minister said that the money was gone. "
        "“There is not a penny left,” the minister said.",
        (unnamed("One minister", "minister"), unnamed("the minister", "minister")),
    ),
    Case(
        "a pal is the source",
        "A pal said that Danny would appeal. “He’s gutted,” the source said.",
        (unnamed("A pal", "pal"), unnamed("the source", "pal")),
    ),
    Case(
        "another neighbour is none of the neighbours",
        "Neighbours said that the music never stopped. Another neighbour said that she had grown to like it.",
        (group("Neighbours", "Neighbours"), unnamed("Another neighbour", "neighbour")),
    ),
    Case(
        "what somebody does tells who the chairman is",
        "Sen. Walter Finch, the Republican who chairs the panel, frowned. The chairman said that it was late.",
        (Said("The chairman", "Walter Finch", "Sen.", "Republican"),),
    ),
    Case(
        "a second clause tells the role",
        "Hal Brand, who teaches shop and is president of the Pinder Teachers Association, said that nobody had asked.",
        (
            Said(
                "Hal Brand",
                "Hal Brand",
                "president of the Pinder Teachers Association",
                "Pinder Teachers Association",
            ),
        ),
    ),
    Case(
        "a name whose first word is a common noun",
        "Homestead Care, which runs lunch clubs, said that its members had nowhere else to go.",
        (body("Homestead Care", "Homestead Care"),),
    ),
    Case(
        "some of several",
        "Three people close to the deal met. It could be signed next week, according to two of the people.",
        (group("two of the people", "two of the people"),),
    ),
    Case(
        "a report of last week",
        "A report last week by the Food Access Network found that one child in ten was hungry.",
        (document("A report last week by the Food Access Network", "report"),),
    ),
    Case(
        "the coach is not the player before the comma",
        "Coach Rick Sarn watched from the bench. Dvorak, the coach said, had begged to play.",
        (Said("the coach", "Rick Sarn", "Coach"),),
    ),
)
