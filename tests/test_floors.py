"""The floors under the scoreboard: a score that falls is told by name."""

from __future__ import annotations

import pytest
from floors import Floor, below

BOARD = [
    "story one figures=1.0\n",
    '{"set": "figures", "mode": "strict", "value": {"f1": 90.5}}\n',
    '{"set": "stories", "false": ["a", "b"], "topics": {"sum": 3, "of": 4}, "hedge": {"found": 1, "of": 2}}\n',
]


@pytest.mark.parametrize(
    ("name", "path", "floor", "fault"),
    [
        ("figures strict", "value.f1", 90.5, None),
        ("figures strict", "value.f1", 91, "value.f1 is 90.5, below its floor of 91"),
        ("figures strict", "value.p", 1, "value.p was not measured"),
        ("figures", "value.f1", 1, "value.f1 was not measured"),
        ("stories", "topics", 0.75, None),
        ("stories", "hedge", 0.75, "hedge is 0.5, below its floor of 0.75"),
        ("stories", "false", {"at_most": 2}, None),
        ("stories", "false", {"at_most": 1}, "false is 2, more than 1"),
    ],
)
def test_below(name: str, path: str, floor: Floor, fault: str | None) -> None:
    """A measure below its floor, above its ceiling or not measured is told with its set and its value."""
    assert list(below({name: {path: floor}}, BOARD)) == ([f"{name}: {fault}"] if fault else [])
