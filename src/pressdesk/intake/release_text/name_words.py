"""The words by which names, titles, offices and bodies are told apart."""

import re

TITLES = frozenset(
    re.findall(
        r"\S+",
        """Sir Dame Lord Lady Baroness Baron Viscount Earl Dr Prof Professor Mr Mrs Ms Miss Mx Cllr
        Councillor Rev Reverend Rt Hon Syr Fonesig Y""",
    )
)
"""What stands right before a name and is said with it."""
OFFICES = frozenset(
    re.findall(
        r"\S+",
        """HM Her His Majesty's Majesty’s Chief Inspector Inspectorate Minister Secretary
        Commissioner Constable Constabulary Officer Director Chair Chairman Chairwoman President
        Spokesperson Spokesman Spokeswoman Superintendent Sergeant Manager Head Leader Adviser
        Police Fire Rescue Service Services Council Association Department Government Authority
        State Executive Lead General Deputy Assistant Area Operations Probation Prisons Justice
        Control Custody Board Committee Crime Office A The An Senior Chancellor Mayor Governor
        Permanent Member Champion Ambassador Archbishop Bishop Managing Lieutenant Gweinidog Prif
        Lord-Lieutenant Weithredwr Ysgrifennydd Comisiynydd Cadeirydd Cyfarwyddwr Arolygydd""",
    )
)
"""What an office is called, written as names are."""
BODIES = frozenset(
    re.findall(
        r"\S+",
        """Fund Trust Game Home Bank Act Deal Group Centre Road University College School Programme
        Scheme Project Plan Review Report Survey Commission Team Week Award Campaign Strategy
        Framework Network Agreement Partnership Force Inquiry Charter Institution Institute Society
        Agency Federation Parliament Union Foundation Company Companies Party Britain England
        Scotland Wales Ireland Kingdom Airways Zone Guarantee Surveyor Website Guide Club Railway
        Assembly Rail News Today Right Bill Consortium Alliance""",
    )
)
"""Last words of names that are no person's; an s at the end is passed over."""
ROLES = frozenset(
    re.findall(
        r"\S+",
        """chief executive director chairman chairwoman chair head leader president manager minister
        secretary spokesman spokeswoman spokesperson adviser officer founder co-founder editor
        professor senior deputy assistant managing general planning policy planner champion""",
    )
)
"""What an office is called, written small."""
JOINS = frozenset({"of", "and", "for", "the", "in", "on", "at", "&", "y", "dros", "yr"})
"""What joins the words of a role: “Chair of the Board”."""
PARTICLES = frozenset({"de", "van", "von", "der", "ap", "ab", "bin", "al", "du", "la"})
"""Small words within a name."""
OBJECTS = frozenset({*JOINS, "The", "A", "An", "by", "to", "from", "with", "this", "that", "our"})
"""Words before names that do not speak: “a meeting with British Airways”."""
AFTER_NAME = frozenset({"of", "from", "at", "the", "as", "for", *ROLES})
"""What stands behind a name that opens a phrase: “Ann Lee of the Boat Trust”."""
