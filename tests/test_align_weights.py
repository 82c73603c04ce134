"""The weights of align stand in one table, round and with a reason each, and every one of them is used."""

from __future__ import annotations

from pathlib import Path

from numcheck.link.weights import POINTS, ROWS

CODE = "".join(p.read_text(encoding="utf-8") for p in (Path(__file__).parents[1] / "numcheck" / "link").glob("[!w]*.py"))


def test_each_row_is_round_and_has_a_reason() -> None:
    """A weight is a multiple of a twentieth of a point, stands once, and says why."""
    assert len({(feature, level) for feature, level, _, _ in ROWS}) == len(ROWS)
    for feature, level, points, reason in ROWS:
        assert round(points * 20) == points * 20, (feature, level)
        assert len(reason.split()) >= 2, (feature, level)


def test_each_row_is_used() -> None:
    """Each level is named in the code that compares, and each feature too."""
    for feature, levels in POINTS.items():
        for level in levels:
            assert f'"{level}"' in CODE, (feature, level)
