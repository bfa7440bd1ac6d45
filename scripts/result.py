"""What a bench found: samples of two sides, and the limit that their ratio has to keep."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Result:
    """What a bench found. seconds: samples of a side. limit: the most (or least) that the ratio
    of the medians may be."""

    name: str
    what: str
    ours: list[float] = field(default_factory=list)
    other: list[float] = field(default_factory=list)
    limit: float = 0.0
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Ours to the other; the other to ours where faster is the claim."""
        ours, other = statistics.median(self.ours), statistics.median(self.other)
        return other / ours if self.at_least else ours / other

    @property
    def holds(self) -> bool:
        """Whether the ratio keeps its limit."""
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self) -> str:
        def side(samples: Sequence[float]) -> str:
            return (
                f"{statistics.median(samples) * 1000:9.1f} ms "
                f"({min(samples) * 1000:.1f}–{max(samples) * 1000:.1f}, n={len(samples)})"
            )

        sign = "≥" if self.at_least else "≤"
        return (
            f"{self.name}: {self.what}\n    ours  {side(self.ours)}\n    other {side(self.other)}"
            f"\n    ratio {self.ratio:.2f} (wanted {sign} {self.limit:g}) "
            f"{'ok' if self.holds else 'MISSED'}"
        )
