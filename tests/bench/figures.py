"""Repeated measurements → one figure. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Sequence


def median_of(values: Sequence[float]) -> float:
    """Return the middle value. Raises ValueError where there is none."""
    if not values:
        raise ValueError("no measurement, no median")
    return statistics.median(values)


def ratio_of(ours: Sequence[float], others: Sequence[float]) -> float:
    """Return our median as a share of theirs."""
    return median_of(ours) / median_of(others)


def median_deviation(values: Sequence[float]) -> float:
    """Return by how much a run usually differs from the median."""
    middle = median_of(values)
    return median_of([abs(value - middle) for value in values])


def slope_of(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the straight line that fits (x, y) best."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope
