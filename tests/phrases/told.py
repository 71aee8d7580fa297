"""Households, roles told by the way, and texts taken up again."""

from __future__ import annotations

from phrases.cases import Case, Said, body, document, unnamed

TOLD = (
    Case(
        "the surname stays with its first bearer",
        "Ruth Sorrell listens to bridges. Sorrell said that rust has a sound. Her husband, Dennis Sorrell, drives the "
        "van. Dennis said that he waits. Sorrell was hired at 24, and Sorrell said that she was never late.",
        (Said("Sorrell", "Ruth Sorrell"), Said("Dennis", "Dennis Sorrell", "husband"), Said("Sorrell", "Ruth Sorrell")),
    ),
    Case(
        "Mr. Tarr is not Ann Tarr",
        "Ann Tarr, a nurse, fell on Monday. Mr. Tarr, a bus driver, said that nobody had called.",
        (Said("Mr. Tarr, a bus driver,", "Tarr", "bus driver"),),
    ),
    Case(
        "an elder and the chief's uncle",
        "Brent Halley, the premier, said that he was sorry.\n\nRaymond Moss, an elder and the chief's uncle, was a "
        "young man when the water came. The dam was meant for everybody, he said.",
        (Said("Brent Halley", "Brent Halley", "premier"), Said("he", "Raymond Moss")),
    ),
    Case(
        "the manager of the paragraph before",
        "Paul Brand insisted that he would stay.\n\nThe manager, whose side won once, said that nobody had called.",
        (Said("Paul Brand", "Paul Brand", "manager"), Said("The manager", "Paul Brand", "manager")),
    ),
    Case(
        "one of them, an ambassador",
        "Three diplomats heard the speech. One of them, a European ambassador, called it “a will without a date.”",
        (unnamed("One of them", "European ambassador"),),
    ),
    Case(
        "the same survey",
        "A Lakeland poll found that she leads by seven points. The same survey showed that nobody was sure.",
        (document("A Lakeland poll", "Lakeland poll"), document("The same survey", "Lakeland poll")),
    ),
    Case(
        "the paper is the study",
        "In a paper published on Wednesday, a team looked at North America. The lake is gone, according to the paper.",
        (document("the paper", "paper"),),
    ),
    Case(
        "a forum of insurers",
        "The Insurers' Forum said that it had not been told.",
        (body("The Insurers' Forum", "Insurers' Forum"),),
    ),
    Case(
        "a department of state",
        "The U.S. State Department called on the authorities to publish the results.",
        (body("The U.S. State Department", "U.S. State Department"),),
    ),
    Case(
        "a managing director",
        "Managing director Keith Pask said that the firm had nothing to hide.",
        (Said("Managing director Keith Pask", "Keith Pask", "Managing director"),),
    ),
    Case(
        "a shadow, by name",
        "Iwan Prosser, the minister, was late. “He found a table,” said his Conservative shadow, Annabel Crewe.",
        (Said("Annabel Crewe", "Annabel Crewe", "Conservative shadow", "Conservative"),),
    ),
)

BODIES = (
    Case(
        "a firm's first word taken for a person",
        "Castellan Therapeutics, the drug's maker, says that serious injuries are rare.",
        (body("Castellan Therapeutics", "Castellan Therapeutics"),),
    ),
    Case(
        "a firm by its beginning",
        "Meridian Crest Health bought the clinic. Meridian Crest said that it had no choice.",
        (body("Meridian Crest", "Meridian Crest Health"),),
    ),
    Case(
        "a body of two concerns",
        "The Ethics and Anti-Corruption Commission confirmed that it had opened a file.",
        (body("The Ethics and Anti-Corruption Commission", "Ethics and Anti-Corruption Commission"),),
    ),
    Case(
        "an agency in capitals in the headline",
        "FDA warns that pill can harm the liver\n\nThe Food and Drug Administration said that it had 83 reports.",
        (
            body("FDA", "Food and Drug Administration"),
            body("The Food and Drug Administration", "Food and Drug Administration"),
        ),
    ),
    Case(
        "the airline that acted last",
        "A report of the Federal Aviation Board said that Meridian Plains Airlines skipped training. The airline says "
        "that it mended its ways.",
        (body("The airline", "Meridian Plains Airlines"),),
    ),
)

OFFICES = (
    Case(
        "a councillor, for short",
        "Cllr Derek Stodd (Ind, Harrow), who has sat since 1999, said that it floods.",
        (Said("Cllr Derek Stodd", "Derek Stodd", "Cllr"),),
    ),
    Case(
        "an MLA is no name",
        "Trevor Nevin said that nobody had asked his party. “It is an ambush,” the Lough Derra MLA told reporters.",
        (
            Said("Trevor Nevin", "Trevor Nevin", "Lough Derra MLA", "Lough Derra"),
            Said("MLA", "Trevor Nevin", "Lough Derra MLA", "Lough Derra"),
        ),
    ),
    Case(
        "his wife, who is chairman",
        "His wife, Maureen Stodd, who is chairman of the Green Action Group, was in tears. She said that it rained.",
        (Said("She", "Maureen Stodd", "chairman of the Green Action Group", "Green Action Group"),),
    ),
    Case(
        "a sister, a hairdresser",
        "The actor's sister, Donna Price, a hairdresser, wrote that nobody had called.",
        (Said("Donna Price", "Donna Price", "hairdresser"),),
    ),
    Case(
        "an age is no title",
        "Renee Doyle, a 44-year-old dental hygienist, said that she felt ill.",
        (Said("Renee Doyle", "Renee Doyle", "dental hygienist"),),
    ),
    Case(
        "a headline's quotation, without a source",
        "“They handed us a folder”: plant to close\n\nThe plant will close in May.\n\n“They handed us a folder,” said "
        "Tammy Stieber, a welder. “It had a pen in it.”",
        (Said("Tammy Stieber", "Tammy Stieber", "welder"),),
    ),
    Case(
        "a body behind its town",
        "Paul Wills, an honorary research associate at Sydney's University of New South Wales, says that it swam.",
        (
            Said(
                "Paul Wills",
                "Paul Wills",
                "honorary research associate at Sydney's University of New South Wales",
                "University of New South Wales",
            ),
        ),
    ),
    Case(
        "a Democrat whose office",
        "Eric Schein, a Democrat whose office oversees charities, said that he had seen no proof.",
        (Said("Eric Schein", "Eric Schein", "Democrat", "Democrat"),),
    ),
)
