"""Words with a gap in them are not given."""

import pytest

from pressdesk.domain.placeholders import check_filled, placeholders
from pressdesk.errors import Refused


@pytest.mark.parametrize(
    ("words", "gaps"),
    [
        ("A spokesperson for [NAME] said", ("[NAME]",)),
        ("[FORCE NAME] has [X] officers", ("[FORCE NAME]", "[X]")),
        ("[insert figure here] per cent", ("[insert figure here]",)),
        ("due on {date}", ("{date}",)),
        ("Of XX cases, xxx were good", ("XX", "xxx")),
        ("The date is TBC.", ("TBC",)),
        ("t.b.c. and tbc", ("tbc",)),
        ("T.B.C. by then", ("T.B.C",)),
        ("about ___ people", ("___",)),
        ("“[the force] has improved”", ()),
        ("“it [sic] was”", ()),
        ("Exxon, XX-rated no: Foxx and 20", ("XX",)),
        ("the tbcs and axxa", ()),
        ("Of 26 cases, 12 were good (46%).", ()),
        ("", ()),
    ],
)
def test_gaps_are_found_and_edited_quotes_left_alone(words, gaps):
    assert placeholders(words) == gaps


def test_a_gap_is_named_in_the_refusal():
    with pytest.raises(Refused, match="“XX” is still to be filled in") as refused:
        check_filled("Of XX cases")
    assert refused.value.field == "words"
    check_filled("Of 20 cases")
