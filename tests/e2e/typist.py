"""A press officer at work in a process of its own: ``python -m tests.e2e.typist MODE FILE``.

Works until killed. Each line it prints tells of something that the program said it has kept.
"""

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from time import sleep
from uuid import uuid4

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import SystemClock
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.enquiry_drafts import PREFIX, to_json

PERSON = "Priya Nair"
PAUSE = 0.002
"""Seconds between two enquiries: SQLite gives its lock to whoever asks first, not by turns."""
SAID = "Why has the force still not answered its inspectors, and when will they go back? " * 500


def type_drafts(services: Services) -> None:
    """Type one question, keeping the draft at each key; tell how many characters are kept."""
    form, key = EnquiryForm(SystemClock().now()), f"{PREFIX}{uuid4()}"
    for typed in count(1):
        services.drafts.keep(key, to_json(replace(form, questions=(SAID[:typed],))))
        tell(typed)


def type_in_window(services: Services) -> None:
    """Type the same question in the real window, a word at a time; tell when it says kept."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from pressdesk.settings import Settings
    from pressdesk.ui.app import application, make_tools
    from pressdesk.ui.drafts import DraftKeeper
    from pressdesk.ui.log_enquiry.window import LogEnquiryWindow

    window = LogEnquiryWindow(services, make_tools(application(), SystemClock(), Settings()))
    keeper = window.findChild(DraftKeeper)
    assert isinstance(keeper, DraftKeeper)
    until_kept = QEventLoop()
    keeper.kept.connect(until_kept.quit)
    window.show()
    QTest.qWaitForWindowActive(window)
    window.entry.questions.setFocus()
    field = QApplication.focusWidget()
    assert field is not None
    for word in SAID.split():
        QTest.keyClicks(field, f"{word} ")
        until_kept.exec()
        tell(len(window.form().questions[0]))


def log_enquiries(services: Services) -> None:
    """Begin an enquiry and log it, again and again; tell each draft and each reference."""
    for number in count(1):
        key = f"{PREFIX}{uuid4()}"
        now = SystemClock().now()
        form = EnquiryForm(now, journalist=f"Caller {number % 7}", subject=key, questions=("Why?",))
        services.drafts.keep(key, to_json(form))
        tell("kept", key)
        tell("logged", key, services.enquiries.log(form, draft=key).reference)
        sleep(PAUSE)


def tell(*words: object) -> None:
    """Print a line at once: whoever reads it may rely on it."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


MODES = {"draft": type_drafts, "window": type_in_window, "saving": log_enquiries}


if __name__ == "__main__":
    MODES[sys.argv[1]](open_services(Path(sys.argv[2]), SystemClock(), PERSON))
