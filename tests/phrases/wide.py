"""Longer texts with several speakers, and forms that are rarer in news."""

from phrases.cases import Case, Said, body, document, group, unnamed

WIDE = (
    Case(
        "two candidates of one surname, titles apart",
        "Attorney General Rhonda Pike sued the chain on Monday. County judge Walter Pike, a cousin, "
        "will not hear the case.\n\n"
        "“The law is clear,” Attorney General Pike said. Judge Pike said that he had asked to be replaced.",
        (
            Said("Attorney General Pike", "Rhonda Pike", "Attorney General"),
            Said("Judge Pike", "Walter Pike", "County judge"),
        ),
    ),
    Case(
        "a husband and wife who both speak",
        "Neil Farrow and his wife, Gemma, moved to Orkney in 2010. “The wind never stops,” Gemma said. "
        "“You get used to it,” Neil said.",
        (Said("Gemma", "Gemma", "wife"), Said("Neil", "Neil Farrow")),
    ),
    Case(
        "mother and son, by Ms and Mr",
        "Olga Petrov, 52, and her son, Ivan Petrov, 27, left by night. Ms. Petrov said the soldiers had taken the car. "
        "Mr. Petrov said that they had walked for two days.",
        (Said("Ms. Petrov", "Olga Petrov"), Said("Mr. Petrov", "Ivan Petrov", "son")),
    ),
    Case(
        "doctor and patient",
        "Dr. Louis Amato treated Henry Voss for six years. “He never missed a visit,” the doctor said.",
        (Said("the doctor", "Louis Amato", "Dr."),),
    ),
    Case(
        "she is the one who speaks",
        "Bettina Graf called her sister Ulrike at noon. “The house is on fire,” she told her.",
        (Said("she", "Bettina Graf"),),
    ),
    Case(
        "a long article's subject",
        "Dale Hutchins has raced pigeons since he was nine. His father kept forty. The loft, behind a "
        "chapel, holds 120.\n\n"
        "“They always come home,” he says.",
        (Said("he", "Dale Hutchins"),),
    ),
    Case(
        "a quotation within whose words another man acts",
        "“He hit me twice,” Owen Laidlaw told the jury. Laidlaw said that Barry Finch had followed him home.",
        (Said("Owen Laidlaw", "Owen Laidlaw"), Said("Laidlaw", "Owen Laidlaw")),
    ),
    Case(
        "one and the other ministry",
        "The Defence Ministry denied the report. The Interior Ministry said that it knew of no strike.",
        (body("The Defence Ministry", "Defence Ministry"), body("The Interior Ministry", "Interior Ministry")),
    ),
    Case(
        "the court",
        "The Supreme Court struck down the law. The court said that it broke the constitution.",
        (body("The court", "Supreme Court"),),
    ),
    Case(
        "the newspaper",
        "The Malden Gazette printed the letters. The newspaper said it had checked them with two experts.",
        (body("The newspaper", "Malden Gazette"),),
    ),
    Case(
        "the group",
        "Marsh Action opposes the bypass. The group says that 200 species live there.",
        (body("The group", "Marsh Action"),),
    ),
    Case(
        "a company with its suffix",
        "Orlin Corp. said profits doubled. Orlin said it would pay a dividend.",
        (body("Orlin Corp.", "Orlin Corp."), body("Orlin", "Orlin Corp.")),
    ),
    Case(
        "a country's government",
        "The French government said that the ban would stay.",
        (body("The French government", "French government"),),
    ),
    Case(
        "an acronym first in brackets of a union",
        "The National Association of Head Cooks (NAHC) called for calm. “We feed children,” the NAHC "
        "said in a statement.",
        (body("the NAHC", "National Association of Head Cooks"),),
    ),
    Case(
        "doctors who are many",
        "Doctors said that the boy would walk again.",
        (group("Doctors", "Doctors"),),
    ),
    Case(
        "the researchers",
        "A team at Umea University studied 400 bears. The researchers said that sleep protected the heart.",
        (group("The researchers", "researchers"),),
    ),
    Case(
        "they after a joint speech",
        "Sofia Lang and Omar Reyes said the bridge was safe. They added that it had been tested twice.",
        (group("Sofia Lang and Omar Reyes", "Sofia Lang and Omar Reyes"), group("They", "Sofia Lang and Omar Reyes")),
    ),
    Case(
        "the statement",
        "The airline apologised on Friday. “No bag was lost,” the statement said.",
        (document("the statement", "statement"),),
    ),
    Case(
        "the indictment",
        "According to the indictment, the men met in a car park.",
        (document("the indictment", "indictment"),),
    ),
    Case(
        "a law enforcement official",
        "The gun had been bought in Reno, according to a law enforcement official.",
        (unnamed("a law enforcement official", "law enforcement official"),),
    ),
    Case(
        "a man who would not be named",
        "“I am afraid,” said a 34-year-old man who would not give his name.",
        (unnamed("a 34-year-old man", "34-year-old man"),),
    ),
    Case(
        "a reader's father",
        "Kyle Brandon, 9, drowned in the canal. His father said that the gate was never locked.",
        (unnamed("His father", "Kyle Brandon's father"),),
    ),
    Case(
        "lawyers for somebody",
        "A lawyer for the Brandon family said the council had been warned.",
        (unnamed("A lawyer for the Brandon family", "lawyer for the Brandon family"),),
    ),
    Case(
        "deputy and director",
        "Rosa Imhof, deputy director of the Alpine Rescue Service, said the snow was too soft. "
        "Its director, Karl Meier, agreed. “We wait,” he said.",
        (
            Said("Rosa Imhof", "Rosa Imhof", "deputy director of the Alpine Rescue Service", "Alpine Rescue Service"),
            Said("he", "Karl Meier", "director"),
        ),
    ),
    Case(
        "a title with for",
        "Bill Tranter, the union’s regional officer for the north, said that members were angry.",
        (Said("Bill Tranter", "Bill Tranter", "union’s regional officer for the north"),),
    ),
    Case(
        "a hyphenated office",
        "Vice-president Amelia Song said that the vote was free.",
        (Said("Vice-president Amelia Song", "Amelia Song", "Vice-president"),),
    ),
    Case(
        "a state senator",
        "State Sen. Ruben Ochoa, R-Lubbock, said the bill was dead.",
        (Said("State Sen. Ruben Ochoa", "Ruben Ochoa", "State Sen.", "R-Lubbock"),),
    ),
    Case(
        "a head coach of a team",
        "Redhawks head coach Trent Dawkins said his players were tired.",
        (Said("Redhawks head coach Trent Dawkins", "Trent Dawkins", "Redhawks head coach", "Redhawks"),),
    ),
    Case(
        "a rank of the police",
        "Detective Inspector Gail Rooney, of Essex Police, said the man was known to them.",
        (Said("Detective Inspector Gail Rooney", "Gail Rooney", "Detective Inspector", "Essex Police"),),
    ),
    Case(
        "a founder and chief executive",
        "Arjun Mehta, founder and chief executive of Solvane, said the battery would last a week.",
        (Said("Arjun Mehta", "Arjun Mehta", "founder and chief executive of Solvane", "Solvane"),),
    ),
    Case(
        "with at behind the name",
        "“It’s a remarkable fossil,” says palaeontologist Greta Holm of the University of Uppsala.",
        (
            Said(
                "palaeontologist Greta Holm of the University of Uppsala",
                "Greta Holm",
                "palaeontologist",
                "University of Uppsala",
            ),
        ),
    ),
    Case(
        "a resident with age and place",
        "“We had no warning,” said Moira Tully, 58, of Kilbride, a school cook.",
        (Said("Moira Tully", "Moira Tully", "school cook"),),
    ),
    Case(
        "who was the",
        "Ernest Pole, who was the village postman for 30 years, said that dogs had never troubled him.",
        (Said("Ernest Pole", "Ernest Pole", "village postman"),),
    ),
    Case(
        "a former and a present office",
        "Sylvia Grange, a former prosecutor who now teaches law, said the case was weak.",
        (Said("Sylvia Grange", "Sylvia Grange", "former prosecutor"),),
    ),
    Case(
        "an ambassador to",
        "Pakistan’s ambassador to Norway, Zahir Malik, said the talks were useful.",
        (Said("Pakistan’s ambassador to Norway, Zahir Malik", "Zahir Malik", "Pakistan’s ambassador to Norway"),),
    ),
    Case(
        "a spokesman for a body, named",
        "Ken Abara, a spokesman for the Port Authority, said two ships had collided.",
        (Said("Ken Abara", "Ken Abara", "spokesman for the Port Authority", "Port Authority"),),
    ),
    Case(
        "a body's spokesman, named after it",
        "A spokesman for the Port Authority, Ken Abara, said that two ships were on fire.",
        (
            Said(
                "A spokesman for the Port Authority, Ken Abara",
                "Ken Abara",
                "spokesman for the Port Authority",
                "Port Authority",
            ),
        ),
    ),
    Case(
        "a pope and a cardinal",
        "Pope Anselm met Cardinal Bruno Vitti. The pope said that he was tired.",
        (Said("The pope", "Anselm", "Pope"),),
    ),
    Case(
        "mixed quotation",
        "Finance minister Tove Riis called the forecast “pure fantasy”. She said that growth would halve.",
        (
            Said("Finance minister Tove Riis", "Tove Riis", "Finance minister"),
            Said("She", "Tove Riis", "Finance minister"),
        ),
    ),
    Case(
        "a Vietnamese name",
        "Nguyen Thi Hoa sells noodles in Hue. “Everyone is poorer,” Ms. Hoa said.",
        (Said("Ms. Hoa", "Nguyen Thi Hoa"),),
    ),
    Case(
        "a name with de",
        "Charles de Brissac owns the vineyard. “It hailed in May,” Mr de Brissac said.",
        (Said("Mr de Brissac", "Charles de Brissac"),),
    ),
    Case(
        "a name with Mc and initials",
        "C.J. McAllister coached the side for ten years. McAllister said that he would miss the rain.",
        (Said("McAllister", "C.J. McAllister"),),
    ),
    Case(
        "a labelled transcript with titles",
        "Gov. Nancy Ortega took questions from Phil Barnes.\n\nBARNES: Will taxes rise?\n\nORTEGA: They will not.",
        (Said("BARNES", "Phil Barnes"), Said("ORTEGA", "Nancy Ortega", "Gov.")),
    ),
)
