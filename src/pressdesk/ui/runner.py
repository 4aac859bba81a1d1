"""Work off the thread of the window, and its results back on it.

Quick reads and writes share one thread and keep their order. Long work (exports, imports) runs
beside them on up to two threads, so that the search box never waits behind an export.

The threads know their work by a number only: whatever belongs to a widget is let go on the
window's thread, since a widget must not be destroyed on another one.
"""

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from types import MethodType
from typing import Any, TypeVar
from weakref import ReferenceType, WeakMethod, ref

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from pressdesk.errors import PressDeskError
from pressdesk.ui.collector import Collector

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside long work that the person has stopped; its transaction rolls back."""


class Task(QObject):
    """A piece of work under way. ``ended`` comes once, however it ended.

    ``progress`` carries how much is done and the total.
    """

    progress = Signal(int, int)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Return whether the person has asked to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int) -> None:
        """Report from inside the work; raises :class:`Cancelled` when it is to stop."""
        if self.cancelled():
            raise Cancelled
        self.progress.emit(done, total)


@dataclass(eq=False)
class _Job:
    owner: ReferenceType[QObject]
    work: Callable[[], Any]
    done: Callable[[], Callable[[Any], object] | None]
    failed: Callable[[], Callable[[PressDeskError], object] | None] | None
    task: Task
    key: tuple[int, str] | None = None
    stale: bool = False
    result: Any = None
    error: Exception | None = None

    def perform(self) -> None:
        if self.stale:
            return
        try:
            self.result = self.work()
        except Exception as error:  # noqa: BLE001 - the one border between work and window
            self.error = error

    def awaited(self) -> bool:
        owner = self.owner()
        return owner is not None and isValid(owner) and not self.stale


class Runner(QObject):
    """Runs work for widgets.

    ``refused`` carries the sentence of an expected error nobody else showed, ``crashed`` the
    exception of a bug, ``idled`` nothing.
    """

    refused = Signal(str)
    crashed = Signal(object)
    idled = Signal()
    _performed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._quick = ThreadPoolExecutor(1, "quick")
        self._long = ThreadPoolExecutor(2, "long")
        self._collector = Collector(self)
        self._numbers = itertools.count()
        self._jobs: dict[int, _Job] = {}
        self._latest: dict[tuple[int, str], _Job] = {}
        self._performed.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[PressDeskError], object] | None = None,
        *,
        key: str = "",
    ) -> Task:
        """Do quick ``work`` in its turn and hand the result to ``done`` on the window's thread.

        Nothing is handed over when ``owner`` has been destroyed. An expected error goes to
        ``failed``, or to ``refused``. A ``key`` is for reads typed over by the next one: an answer
        that is still out when the same owner asks again under the same key is dropped.
        """
        job = _job(owner, work, done, failed, Task())
        if key:
            self._supersede(job, (id(owner), key))
        return self._submit(self._quick, job)

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Task], T],
        done: Callable[[T], object],
        failed: Callable[[PressDeskError], object] | None = None,
        *,
        key: str = "",
    ) -> Task:
        """Do long ``work`` beside the quick lane; it reports by ``task.step`` and can be stopped.

        Stopped work calls neither ``done`` nor ``failed``; ``task.ended`` comes in any case. A
        ``key`` is as in :meth:`run`.
        """
        task = Task()
        job = _job(owner, lambda: work(task), done, failed, task)
        if key:
            self._supersede(job, (id(owner), key))
        return self._submit(self._long, job)

    def idle(self) -> bool:
        """Return whether no work is waiting, under way, or not yet handed over."""
        return not self._jobs

    def wait_idle(self, seconds: float = 10.0) -> bool:
        """Keep the window alive until all work is handed over; False when time ran out."""
        loop, limit = QEventLoop(), QTimer()
        self.idled.connect(loop.quit)
        limit.timeout.connect(loop.quit)
        limit.start(round(seconds * 1000))
        if self._jobs:
            loop.exec()
        return self.idle()

    def close(self) -> None:
        """Stop long work, finish every write that was asked for, and end the threads."""
        for job in self._jobs.values():
            job.task.cancel()
        self.wait_idle()
        self._closed = True
        for lane in (self._quick, self._long):
            lane.shutdown()
        self._collector.close()

    def _supersede(self, job: _Job, key: tuple[int, str]) -> None:
        if (older := self._latest.get(key)) is not None:
            older.stale = True
            older.task.cancel()
        job.key = key
        self._latest[key] = job

    def _submit(self, lane: ThreadPoolExecutor, job: _Job) -> Task:
        if self._closed:  # asked by the timer of a window that is being put away
            job.task.cancel()
            return job.task
        number = next(self._numbers)
        self._jobs[number] = job
        lane.submit(self._perform, number)
        return job.task

    def _perform(self, number: int) -> None:
        self._jobs[number].perform()
        self._performed.emit(number)

    def _settle(self, number: int) -> None:
        job = self._jobs.pop(number)
        if job.key is not None and self._latest.get(job.key) is job:
            del self._latest[job.key]
        try:
            self._hand_over(job)
        finally:
            job.error = (
                None  # its traceback leads back to the job: no circle may wait for the collector
            )
            job.task.ended.emit()
            if not self._jobs:
                self.idled.emit()

    def _hand_over(self, job: _Job) -> None:
        match job.error:
            case None:
                if job.awaited() and (done := job.done()) is not None:
                    done(job.result)
            case Cancelled():
                pass
            case PressDeskError() as error:
                self._refuse(job, error)
            case error:
                self.crashed.emit(error)

    def _refuse(self, job: _Job, error: PressDeskError) -> None:
        if job.stale:
            return
        failed = job.failed() if job.failed and job.awaited() else None
        if failed is None:  # also when the form that saved is gone: a lost save is never silent
            self.refused.emit(str(error))
        else:
            failed(error)


def _job(
    owner: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], object],
    failed: Callable[[PressDeskError], object] | None,
    task: Task,
) -> _Job:
    return _Job(ref(owner), work, _held(done), _held(failed) if failed else None, task)


def _held(call: Callable[[Any], object]) -> Callable[[], Callable[[Any], object] | None]:
    """Hold a bound method weakly, so that waiting for an answer keeps no closed dialog alive."""
    if isinstance(call, MethodType):
        return WeakMethod(call)

    def strongly() -> Callable[[Any], object]:
        return call

    return strongly
