"""Work leaves the thread of the window and its result comes back, if anyone still waits."""

import gc
import threading
import weakref
from dataclasses import dataclass
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from pressdesk.errors import Refused
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.runner import Runner


@pytest.fixture
def runner(qapp):
    runner = Runner()
    yield runner
    runner.close()


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def gate():
    """Something to wait at, opened by the test."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def got():
    return []


class Page(QDialog):
    def __init__(self, got):
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.got = got

    def fill(self, answer):
        self.got.append(answer)


@dataclass(frozen=True)
class Saved:
    tables: frozenset[str]
    actor: str


def refuse():
    raise Refused("Two hours overlap. Change one of them.")


def test_work_runs_elsewhere_and_its_result_comes_home(runner, owner, got):
    runner.run(owner, threading.get_ident, lambda ident: got.append((ident, threading.get_ident())))
    assert runner.wait_idle()
    worker, home = got[0]
    assert worker != home == threading.get_ident()


def test_quick_work_keeps_its_order(runner, owner, got):
    for number in range(20):
        runner.run(owner, lambda n=number: n, got.append)
    runner.wait_idle()
    assert got == list(range(20))


def test_long_work_does_not_hold_up_quick_work(runner, owner, got, gate):
    runner.run_long(owner, lambda _: gate.wait(5), got.append)
    runner.run(owner, lambda: "quick", lambda answer: (got.append(answer), gate.set()))
    runner.wait_idle()
    assert got == ["quick", True]


def test_the_result_of_a_closed_dialog_is_dropped(runner, got, gate, qtbot):
    page = Page(got)
    page.show()
    runner.run(page, lambda: gate.wait(5), page.fill)
    page.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    gate.set()
    assert runner.wait_idle()
    assert got == []


def test_waiting_keeps_no_dialog_alive(runner, got, gate):
    page = Page(got)
    seen = weakref.ref(page)
    runner.run(page, lambda: gate.wait(5), page.fill, page.fill)
    del page
    gc.collect()
    assert seen() is None


def test_an_expected_error_goes_to_the_one_who_asked(runner, owner, got):
    runner.run(owner, refuse, got.append, lambda error: got.append(str(error)))
    runner.wait_idle()
    assert got == ["Two hours overlap. Change one of them."]


def test_an_expected_error_nobody_takes_goes_to_the_window(runner, owner, got):
    runner.refused.connect(got.append)
    runner.run(owner, refuse, got.append)
    runner.wait_idle()
    assert got == ["Two hours overlap. Change one of them."]


def test_a_save_that_fails_after_its_form_is_gone_is_still_told(runner, got, gate):
    runner.refused.connect(got.append)
    page = Page([])
    runner.run(page, lambda: gate.wait(5) and refuse(), page.fill, page.fill)
    shiboken6.delete(page)
    gate.set()
    runner.wait_idle()
    assert got == ["Two hours overlap. Change one of them."]


def test_a_bug_goes_to_the_crash_window(runner, owner, got):
    runner.crashed.connect(got.append)
    runner.run(owner, lambda: 1 / 0, got.append)
    runner.wait_idle()
    assert isinstance(got[0], ZeroDivisionError)


def test_only_the_last_answer_under_a_key_arrives(runner, owner, got, gate):
    worked = []

    def work(word):
        worked.append(word)
        return word

    runner.run(owner, lambda: gate.wait(5), got.append)
    for word in ("h", "hu", "hum"):
        runner.run(owner, partial(work, word), got.append, key="suggest")
    gate.set()
    runner.wait_idle()
    assert got == [True, "hum"]
    assert worked == ["hum"]


def test_another_owner_or_key_supersedes_nothing(runner, owner, got):
    other = QObject()
    for asker, key in ((owner, "a"), (other, "a"), (owner, "b")):
        runner.run(asker, lambda k=key: k, got.append, key=key)
    runner.wait_idle()
    assert got == ["a", "a", "b"]


def test_long_work_tells_how_far_it_is(runner, owner, got, gate):
    def work(task):
        gate.wait(5)
        for done in range(1, 4):
            task.step(done, 3)
        return "whole"

    seen = []
    task = runner.run_long(owner, work, got.append)
    task.progress.connect(lambda done, total: seen.append((done, total)))
    gate.set()
    runner.wait_idle()
    assert got == ["whole"]
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_stopped_work_ends_without_a_result(runner, owner, got, gate):
    def work(task):
        gate.wait(5)
        task.step(1, 2)

    task = runner.run_long(owner, work, got.append)
    task.ended.connect(lambda: got.append("ended"))
    task.cancel()
    gate.set()
    runner.wait_idle()
    assert task.cancelled()
    assert got == ["ended"]


def test_closing_finishes_what_was_asked(qapp, owner, got):
    runner = Runner()
    for number in range(5):
        runner.run(owner, partial(int, number), got.append)
    runner.close()
    assert got == [0, 1, 2, 3, 4]


def test_nothing_is_begun_after_closing(qapp, owner, got):
    runner = Runner()
    runner.close()
    runner.run(owner, partial(int, 1), got.append)
    assert runner.run_long(owner, got.append, got.append).cancelled()
    assert runner.idle()
    assert got == []


class Listener(QObject):
    def __init__(self, got):
        super().__init__()
        self.got = got

    def hear(self, change):
        self.got.append((change, threading.get_ident()))


def test_a_change_arrives_on_the_windows_thread(runner, owner, got):
    listener = Listener(got)
    bus, saved = ChangeBus(), Saved(frozenset({"enquiries"}), "Priya Nair")
    bus.changed.connect(listener.hear)
    runner.run(owner, partial(bus.publish, saved), got.count)
    runner.wait_idle()
    assert got == [(saved, threading.get_ident())]
