"""Medians and percentiles: of nothing they are nothing."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.report_figures import middle, percentile


@pytest.mark.parametrize(
    ("lengths", "half", "p90"),
    [
        ([], None, None),
        ([7], 7, 7),
        ([1, 2], 1.5, 2),
        (list(range(10, 110, 10)), 55, 90),
        ([*range(1, 12)], 6, 10),
    ],
)
def test_the_median_and_the_90th_percentile(lengths, half, p90):
    assert (middle(lengths), percentile(lengths)) == (half, p90)


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_the_median_is_that_of_the_library(lengths):
    assert middle(sorted(lengths)) == median(lengths)


@given(st.lists(st.integers(0, 10_000), min_size=1))
def test_nine_of_ten_lie_within_the_90th_percentile_and_no_shorter_length_will_do(lengths):
    length = percentile(sorted(lengths))
    assert sum(one <= length for one in lengths) >= 0.9 * len(lengths)
    assert sum(one < length for one in lengths) < 0.9 * len(lengths)
