"""The measures still find what they measure."""

import pytest

from tests.benchmarks.bare_exports import WRITERS
from tests.benchmarks.exporting import silence_figures
from tests.benchmarks.exporting_once import write_once
from tests.benchmarks.generate import generate
from tests.benchmarks.run import save_figure
from tests.benchmarks.window import log_figures, start_figures

pytestmark = pytest.mark.slow


def one_start(path):
    return start_figures(path, starts=1)


def one_save(path):
    return [save_figure(path)]


@pytest.mark.parametrize("measure", [one_start, log_figures, one_save])
def test_every_figure_has_a_counterpart(qapp, tmp_path, measure):
    generate(path := tmp_path / "log.pressdesk", 300, contacts=(200, 50))
    for figure in measure(path):
        assert figure.ours > 0
        assert figure.bare > 0
        assert figure.row().count("|") == 6


SOME = dict.fromkeys(WRITERS, 20)


def test_exports_have_a_counterpart_and_the_window_stays_awake(qapp, tmp_path):
    generate(path := tmp_path / "log.pressdesk", 60, contacts=(20, 5))
    once = [write_once(whose, kind, path, 20) for whose in ("ours", "bare") for kind in SOME]
    assert all(written.time > 0 and written.memory > 0 for written in once)
    for figure in silence_figures(path, SOME):
        assert figure.ours > 0
