"""How long suggestions take while a question is typed, and what typing has to wait for."""

from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from typing_extensions import override

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import SystemClock
from pressdesk.settings import Settings
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.log_enquiry.window import LogEnquiryWindow
from pressdesk.ui.tools import Tools
from tests.benchmarks.bare import query_times
from tests.benchmarks.figures import Figure, late
from tests.benchmarks.generate import SEED
from tests.benchmarks.invented import Language
from tests.benchmarks.window import PATIENCE, PERSON
from tests.ui.typist import in_focus

QUESTIONS = 4
BEAT = 2  # milliseconds between two looks at whether the window answers
PAUSE = 90  # milliseconds between two keys of a quick typist
BARE = """
    SELECT * FROM (SELECT rowid FROM release_words WHERE release_words MATCH :words
                   ORDER BY bm25(release_words) LIMIT 3)
    UNION ALL
    SELECT * FROM (SELECT rowid FROM enquiry_words WHERE enquiry_words MATCH :words
                   ORDER BY rowid DESC LIMIT 3)
"""


class QuestionInSight(QObject):
    """A window that logs an enquiry, and a way to wait until what we know is painted."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self.window = LogEnquiryWindow(services, tools)
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        tools.runner.wait_idle()
        self.window.entry.questions.setFocus()
        self._loop, self._found = QEventLoop(), False
        self._sections = self.window.known.sections
        self._sections.installEventFilter(self)
        self.window.known.found.connect(self._on_found)

    def key(self, key: str) -> float:
        """Press a key in the question; return the milliseconds until what fits is painted."""
        self._found = False
        limit = QTimer()
        limit.timeout.connect(self._give_up)
        limit.start(PATIENCE)
        began = perf_counter()
        QTest.keyClicks(in_focus(), key)
        if self._loop.exec():
            raise TimeoutError("the suggestions were never painted")
        return (perf_counter() - began) * 1000

    def clear(self) -> None:
        """Empty the question."""
        field = in_focus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._found:
            self._found = False
            QTimer.singleShot(0, self._loop.quit)  # once everything of this paint is drawn
        return False

    def _on_found(self) -> None:
        self._found = True
        self._sections.update()

    def _give_up(self) -> None:
        self._loop.exit(1)


class Heart(QObject):
    """Beats while the window answers; ``longest`` is the longest silence, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now


def typed_questions() -> list[str]:
    """Return what is asked: some sentences in the words of the log."""
    language, random = Language(SEED), Random(SEED)
    return [language.sentence(random, 7, 9) for _ in range(QUESTIONS)]


def suggestion_figures(path: Path) -> list[Figure]:
    """Measure from a key to the painted suggestions, and the longest wait of the window."""
    app = QApplication.instance() or application()
    assert isinstance(app, QApplication)
    tools = make_tools(app, SystemClock(), Settings(theme="light"))
    with closing(open_services(path, SystemClock(), PERSON)) as services:
        sight = QuestionInSight(services, tools)
        keys, queries = [], []
        for question in typed_questions():
            for length, key in enumerate(question, 1):
                if key == " ":
                    QTest.keyClicks(in_focus(), key)  # asks the same
                    continue
                keys.append(sight.key(key))
                queries.append(" OR ".join(f'"{word}"' for word in question[:length].split()))
            sight.clear()
        gaps = _gaps(sight)
        tools.runner.wait_idle()
        delete(sight.window)
        tools.runner.close()
    bare = late(query_times(path, BARE, [{"words": words} for words in queries]))
    what = "the two FTS5 queries"
    return [
        Figure("Key in a question to suggestions painted, p95", late(keys), bare, what),
        Figure("Silence of the window while typing a question, p99", gaps, BEAT, "a bare timer"),
    ]


def _gaps(sight: QuestionInSight) -> float:
    """Type on at a person's pace, without waiting; return the 99th percentile of the silences."""
    heart = Heart()
    for question in typed_questions():
        for key in question:
            QTest.keyClicks(in_focus(), key)
            QTest.qWait(PAUSE)
        sight.clear()
    ranked = sorted(heart.gaps)
    delete(heart)
    return ranked[int(len(ranked) * 0.99)]
