"""A question typed letter by letter; the first suggestion linked by its key; there when saved."""

from PySide6.QtWidgets import QApplication

from pressdesk.ui.kit import GrowingLabel
from pressdesk.ui.log_enquiry.window import LogEnquiryWindow
from tests.e2e.journey import CTRL, Journey, Key

QUESTION = "Will truck firms have to pay for our roads?"
HAULIERS = "A fairer deal for hauliers\n\nForeign hauliers will pay to use British roads."
FIRES = "Fewer fires in homes\n\nSmoke alarms save lives."


def test_a_question_is_typed_and_the_first_release_linked_by_its_key(journey: Journey) -> None:
    journey.start_office()
    for release in (FIRES, HAULIERS):
        journey.paste_release(release)
    typist = journey.typist
    typist.press(Key.Key_N, CTRL)
    window = QApplication.activeWindow()
    assert isinstance(window, LogEnquiryWindow)
    typist.write("Ruth Amery")
    typist.to("q")
    for letter in QUESTION:
        typist.write(letter)
    first = window.known.text().split("\n")[0]
    assert first.startswith("A fairer deal for hauliers Foreign hauliers will pay")
    assert "truck = haulier" in first
    typist.alt(Key.Key_1)
    typist.press(Key.Key_Return, CTRL)

    (logged,) = journey.services.desk.open_enquiries().enquiries
    kept = journey.services.enquiries.show(logged.id)
    assert (kept.questions, [one.headline for one in kept.releases]) == (
        (QUESTION,),
        ["A fairer deal for hauliers"],
    )
    journey.open_from_desk()
    labels = journey.workspace.findChildren(GrowingLabel)
    assert "A fairer deal for hauliers" in [one.text() for one in labels if one.isVisible()]
