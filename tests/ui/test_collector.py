"""Circles with widgets in them end on the thread of the window."""

import gc
import threading
import weakref

import pytest

from pressdesk.ui.collector import Collector


class Circle:
    def __init__(self, ended_on):
        self.itself = self
        self.end = weakref.finalize(self, lambda: ended_on.append(threading.current_thread()))


@pytest.fixture
def collector(qapp):
    collector = Collector()
    yield collector
    collector.close()


def test_no_other_thread_collects(collector):
    ended_on: list[threading.Thread] = []
    Circle(ended_on)
    worker = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    worker.start()
    worker.join()
    assert ended_on == []
    gc.collect()
    assert ended_on == [threading.current_thread()]


def test_what_is_due_is_collected(collector):
    ended_on: list[threading.Thread] = []
    gc.collect()
    Circle(ended_on)
    kept: list[list[int]] = [[] for _ in range(10_000)]
    collector.look()
    assert ended_on
    assert len(kept) == 10_000


def test_python_collects_by_itself_afterwards(qapp):
    Collector().close()
    assert gc.isenabled()
